"""``kore-campaign example``: a valid campaign file to start from."""

from tui.campaign import wire
from tui.campaign.fields import Api, Mode
from tui.commands.output import put_json


def run(mode: Mode, api: Api) -> int:
    """Print the file; returns 0, or 1 where stdout can't be written."""
    return 0 if put_json(wire.example(mode, api)) else 1
