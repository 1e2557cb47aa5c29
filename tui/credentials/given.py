"""A secret from whoever started the program: by a file descriptor, a file or standard input."""

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tui.credentials.store import StoreError
from tui.records.files import STDIN
from tui.text import one_line
from tui.typed import decoded

if TYPE_CHECKING:
    from pydantic import SecretStr

LIMIT = 4_096
"""Bytes; the longest secret that is taken."""


def from_descriptor(number: int, what: str = "secret") -> "SecretStr":
    """Read all there is behind the descriptor ``number``, and close it; ``what`` is being read, for messages.

    Raises:
        StoreError: it is not open for reading, empty, too long or no text.
    """
    try:
        with open(number, "rb") as opened:
            return _secret(opened.read(LIMIT + 1), what, f"descriptor {number}")
    except OSError as failed:
        why = one_line(failed.strerror or str(failed))
        raise StoreError(f"The {what} can't be read from descriptor {number}: {why}.") from None


def from_file(name: str, what: str = "secret") -> "SecretStr":
    """Read the file ``name``, a pipe such as ``<(command)``, or standard input where it is ``-``.

    Raises:
        StoreError: others may read it, somebody else owns it, or the same as :func:`from_descriptor`.
    """
    if name == STDIN:
        return from_descriptor(0, what)
    try:
        with Path(name).open("rb") as opened:
            _refuse_open(os.fstat(opened.fileno()), what)
            return _secret(opened.read(LIMIT + 1), what, "that file")
    except OSError as failed:
        why = one_line(failed.strerror or str(failed))
        raise StoreError(f"The {what} can't be read from that file: {why}.") from None
    except ValueError:
        raise StoreError(f"The {what} can't be read from that file: no file has such a name.") from None


def _refuse_open(found: os.stat_result, what: str) -> None:
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISFIFO(found.st_mode)):
        raise StoreError(f"The file of the {what} is neither a file nor a pipe.")
    if not hasattr(os, "geteuid"):
        return
    if found.st_uid not in {os.geteuid(), 0}:
        raise StoreError(f"The file of the {what} belongs to somebody else (user {found.st_uid}).")
    mode = stat.S_IMODE(found.st_mode)
    if stat.S_ISREG(found.st_mode) and mode & 0o077:
        raise StoreError(
            f"The file of the {what} has the mode {mode:04o}: others may read it. `chmod 600` on it mends that."
        )


def _secret(data: bytes, what: str, where: str) -> "SecretStr":
    from pydantic import SecretStr

    if len(data) > LIMIT:
        raise StoreError(f"The {what} from {where} is longer than {LIMIT:,} bytes.")
    try:
        text = decoded(data).strip("\r\n" if what == "secret" else None)
    except UnicodeDecodeError:
        raise StoreError(f"The {what} from {where} is no text in UTF-8 or UTF-16.") from None
    if not text.strip():
        raise StoreError(f"The {what} from {where} is empty.")
    if len(text.splitlines()) > 1:
        raise StoreError(f"The {what} from {where} has more than one line.")
    return SecretStr(text)
