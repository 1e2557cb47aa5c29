"""``kore-campaign example``: a valid campaign file to start from."""

import argparse

from tui.base.json_output import put_json
from tui.campaign import model
from tui.campaign.fields import Api, Mode


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    apis = [api.value for api in Api]
    parser.add_argument("mode", choices=[mode.lower() for mode in Mode])
    parser.add_argument("--api", choices=apis, default=apis[0])


def run(arguments: argparse.Namespace) -> int:
    """Print the file; returns 0."""
    put_json(model.example(Mode(arguments.mode.capitalize()), Api(arguments.api)))
    return 0
