"""The time zone of this machine, read off its settings."""

import os
import re
from pathlib import Path

from tui.campaign import zones

_LINK = Path("/etc/localtime")
_NAME = Path("/etc/timezone")
_DATABASES = (Path("/usr/share/zoneinfo"), Path("/usr/lib/zoneinfo"), Path("/etc/zoneinfo"))
_IN_DATABASE = re.compile(r"/zoneinfo[^/]*/(?:posix/|right/)?(.+)$")
_KIND = re.compile(r"^(?:posix|right)/")
_MOST_LINKS = 8
_MOST_BYTES = 64 * 1024
"""Bytes; the file of a zone is shorter."""


def machine_zone() -> str | None:
    """The machine's region zone by its name in use, or None where the machine is on UTC or names no zone."""
    given = os.environ.get("TZ", "").removeprefix(":")
    if not given:
        return _of_file(_LINK, _named())
    if given.startswith("/"):
        return _of_file(Path(given), _named() if Path(given) == _LINK else "")
    return _region(_KIND.sub("", given))


def _region(name: str) -> str | None:
    return zones.current(name) if name in zones.names() else None


def _of_file(path: Path, named: str) -> str | None:
    """The zone of a file by its place in a database, that of its links, or what it is a copy of; else ``named``."""
    if places := [found[1] for at in _linked(path) if (found := _IN_DATABASE.search(str(at)))]:
        return next((region for place in places if (region := _region(place))), None)
    copied = _copied(path)
    region = _region(named)
    if copied and region not in copied:
        return copied[0] if len(copied) == 1 else None
    return region


def _linked(path: Path) -> list[Path]:
    """``path`` and every file on its chain of links."""
    found = [path]
    while len(found) <= _MOST_LINKS:
        try:
            target = os.readlink(found[-1])  # noqa: PTH115 - the text of the link: not what it leads to in the end
        except (OSError, ValueError):
            break
        found.append(Path(os.path.normpath(found[-1].parent / target)))
    return found


def _copied(path: Path) -> tuple[str, ...]:
    """The zones whose file in this machine's database is the same as that at ``path``, by their names in use."""
    mine = _bytes(path)
    root = next((each for each in _DATABASES if each.is_dir()), None)
    if not mine or root is None:
        return ()
    same = (name for name in zones.names() if _size(root / name) == len(mine) and _bytes(root / name) == mine)
    return tuple(dict.fromkeys(zones.current(name) for name in same))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file() or _size(path) > _MOST_BYTES:
            return b""
        return path.read_bytes()
    except (OSError, ValueError):
        return b""


def _named() -> str:
    try:
        lines = _NAME.read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return ""
    return next((line.strip()[:80] for line in lines if line.strip() and not line.startswith("#")), "")
