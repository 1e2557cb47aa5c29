"""``kore-campaign example``: a valid campaign file to start from."""

from tui.campaign import wire
from tui.campaign.fields import Api, Mode
from tui.commands.output import put_json


def run(mode: Mode, api: Api) -> int:
    """Print the file; returns 0."""
    put_json(wire.example(mode, api))
    return 0
