"""The time zone this machine is set to, as far as it says."""

import os
from pathlib import Path

from tui.campaign import zones

_LINK = Path("/etc/localtime")
_NAME = Path("/etc/timezone")


def machine_zone() -> str | None:
    """The machine's region zone, or None: a machine on UTC, or one that does not say, suggests nothing."""
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked(), _named()):
        if name:
            return name if name in zones.names() else None
    return None


def _linked() -> str:
    try:
        target = os.readlink(_LINK)  # noqa: PTH115 - the text of the link, followed no further
    except OSError:
        return ""
    return target.partition("zoneinfo/")[2]


def _named() -> str:
    try:
        return _NAME.read_text(encoding="ascii").strip()[:80]
    except (OSError, ValueError):
        return ""
