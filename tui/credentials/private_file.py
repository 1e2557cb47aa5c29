"""Files that must be this account's alone; a file that another account can reach is refused."""

import os
import stat
from pathlib import Path

from tui.base.text import one_line


class PrivateFileError(Exception):
    """The file is not this account's alone, or can't be read; the message names it and says why."""


def read_private(path: Path, limit: int) -> bytes | None:
    """The content of a regular file of mode 0600 or less; None where there is none.

    Raises:
        PrivateFileError: it is no regular file, owned by another account, open to others, larger than ``limit``
            bytes or unreadable.
    """
    try:
        with open(path, "rb", opener=_without_following) as opened:
            refuse_open(str(path), os.fstat(opened.fileno()))
            data = opened.read(limit + 1)
    except FileNotFoundError:
        return None
    except OSError as failed:
        raise PrivateFileError(f"{path} can't be read: {one_line(failed.strerror or str(failed))}.") from None
    if len(data) > limit:
        raise PrivateFileError(f"{path} is larger than {limit:,} bytes.")
    return data


def refuse_open(described: str, found: os.stat_result) -> None:
    """Refuse a file that others can reach.

    Raises:
        PrivateFileError: it is no regular file, another account owns it, or its mode lets others in.
    """
    if not stat.S_ISREG(found.st_mode):
        raise PrivateFileError(f"{described} is no regular file.")
    if not hasattr(os, "geteuid"):
        return
    if found.st_uid != os.geteuid():
        raise PrivateFileError(f"{described} belongs to somebody else (user {found.st_uid}).")
    mode = stat.S_IMODE(found.st_mode)
    if mode & 0o077:
        raise PrivateFileError(
            f"{described} has the mode {mode:04o}: others can reach it. `chmod 600` on it mends that."
        )


def _without_following(name: str, flags: int) -> int:
    """Open a file itself: no link to elsewhere, and no pipe that would keep the program waiting."""
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
