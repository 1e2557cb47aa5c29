"""Data that commands print as JSON. Apart from the console, which every start loads, and json with it."""

import json
from typing import Any

from tui.base.console import put


def put_json(value: Any, *, once: bool = False) -> None:
    """Write ``value`` to stdout as one JSON object, in ASCII, as :func:`tui.base.console.put` does."""
    put(json.dumps(value, indent=2), once=once)
