"""``kore-campaign example``: a valid campaign file to start from."""

from tui.base.console import put_json
from tui.campaign import serialize
from tui.campaign.fields import Api, Mode


def run(mode: Mode, api: Api) -> int:
    """Print the file; returns 0."""
    put_json(serialize.example(mode, api))
    return 0
