"""A create as a ``curl`` command that a person can read, keep and run; the token in it is a placeholder."""

import json
import shlex
from collections.abc import Mapping
from typing import Any

from tui.kore import addresses

PLACEHOLDER = "<TOKEN>"
"""Stands where the token goes: each request has a token of its own, and no token is ever written."""
_END = "END_OF_CAMPAIGN"


def command(document: Mapping[str, Any], url: str, names: addresses.AddressValues) -> str:
    """The request to ``url`` that creates the campaign of ``document``, for a POSIX shell; it ends in a line break.

    The JSON stands in a here-document: nothing of it is quoted, none of its lines can end it (each begins with
    a brace or a blank), and no limit on arguments applies.

    Raises:
        ValueError: a number that JSON does not have, such as infinity.
    """
    headers = addresses.headers(names, PLACEHOLDER)
    words = [f"--url {shlex.quote(url)}"]
    words += [f"--header {shlex.quote(f'{name}: {value}')}" for name, value in headers.items()]
    lines = [
        f"# Put a fresh token in the place of {PLACEHOLDER}. Every run creates one more campaign.",
        "curl --request POST \\",
        *(f"  {word} \\" for word in words),
        f"  --data-binary @- <<'{_END}'",
        json.dumps(document, indent=2, allow_nan=False),
        _END,
    ]
    return "\n".join(lines) + "\n"
