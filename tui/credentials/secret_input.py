"""A secret from the caller of the program: by a file descriptor, a file or standard input.

Where a terminal is there instead, the person at it is asked, and what is typed does not show.
"""

import errno
import os
import select
import stat
import sys
import time
from typing import TYPE_CHECKING

from tui.base import secret_text
from tui.base.patience import SAID_AFTER
from tui.base.text import one_line
from tui.base.typed import decoded
from tui.credentials.store import NOBODY, Prompter, StoreError
from tui.storage.files import STDIN

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from pydantic import SecretStr

INPUT_LIMIT = 4_096
"""Bytes; the longest secret that is taken."""
LONELY_LIMIT = 5.0
"""Seconds that a pipe may have nobody who writes into it."""
_TURN = 0.2
"""Seconds."""


def from_descriptor(number: int, what: str = "secret", prompter: Prompter = NOBODY) -> "SecretStr":
    """Read all there is behind the descriptor ``number``, and close it; ``what`` is being read, for messages.

    Raises:
        StoreError: it is not open for reading, empty, too long or no text, nobody writes into it, or nobody at
            the terminal answers.
    """
    where = f"descriptor {number}"
    if os.isatty(number):
        return _asked(what, prompter)
    try:
        return _secret(_read(number, what, where, prompter), what, where)
    except OSError as failed:
        raise _unreadable(what, where, failed) from None
    finally:
        _let_go(number)


def from_file(name: str, what: str = "secret", prompter: Prompter = NOBODY) -> "SecretStr":
    """Read the file ``name``, a pipe such as ``<(command)``, or standard input where it is ``-``.

    Raises:
        StoreError: others may read it, another account owns it, or the same as :func:`from_descriptor`.
    """
    if name == STDIN:
        return from_descriptor(0, what, prompter)
    where = "that file"
    try:
        handle = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    except OSError as failed:
        raise _unreadable(what, where, failed) from None
    except ValueError:
        raise StoreError(f"The {what} can't be read from that file: no file has such a name.") from None
    try:
        if os.isatty(handle):
            return _asked(what, prompter)
        _refuse_open(os.fstat(handle), what)
        return _secret(_read(handle, what, where, prompter), what, where)
    except OSError as failed:
        raise _unreadable(what, where, failed) from None
    finally:
        os.close(handle)


def _asked(what: str, prompter: Prompter) -> "SecretStr":
    if what == "secret":
        typed = prompter.secret("Client secret")
    else:
        typed = prompter.passphrase("Passphrase of the sealed file", False)
    if typed is None:
        raise StoreError(f"No {what} was given.")
    return typed


def _unreadable(what: str, where: str, failed: OSError) -> StoreError:
    why = "it is not open for reading" if failed.errno == errno.EBADF else failed.strerror or str(failed)
    return StoreError(f"The {what} can't be read from {where}: {one_line(why)}.")


def _let_go(number: int) -> None:
    """Close it; a standard stream leads nowhere then, so that no other file gets its number."""
    try:
        if number > 2:
            os.close(number)
        else:
            nowhere = os.open(os.devnull, os.O_RDWR)
            os.dup2(nowhere, number)
            os.close(nowhere)
    except OSError:
        return


def _read(handle: int, what: str, where: str, prompter: Prompter) -> bytes:
    """All there is, a little more than :data:`INPUT_LIMIT` at most; somebody who is slow to write is waited for.

    Raises:
        StoreError: nobody has it open to write into it, for too long.
        OSError: it can't be read.
    """
    if os.name != "posix":
        return os.read(handle, INPUT_LIMIT + 1)
    writes_itself = _is_open_both_ways(handle)
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    begun, said, data = time.monotonic(), False, b""
    while len(data) <= INPUT_LIMIT and not (writes_itself and b"\n" in data):
        piece = _read_at_once(handle)
        data += piece or b""
        if piece:
            continue
        if piece == b"" and (data or not _waits_for_a_writer(handle, poll)):
            break
        waited = time.monotonic() - begun
        if waited >= LONELY_LIMIT and (piece == b"" or writes_itself):
            raise StoreError(
                f"The {what} can't be read from {where}: for {waited:.0f} s nobody has written into it."
            )
        if waited >= SAID_AFTER and not said:
            said = True
            prompter.tell(f"Waiting for the {what} from {where}.")
        poll.poll(_TURN * 1000)
    return data


def _read_at_once(handle: int) -> bytes | None:
    """What is there now: nothing at its end or where nobody writes, None where somebody may write more."""
    blocks = os.get_blocking(handle)
    os.set_blocking(handle, False)
    try:
        return os.read(handle, INPUT_LIMIT + 1)
    except BlockingIOError:
        return None
    finally:
        os.set_blocking(handle, blocks)


def _waits_for_a_writer(handle: int, poll: "select.poll") -> bool:
    """Whether it is a pipe by name that nobody has opened to write into since it was opened here."""
    hung_up = any(event & select.POLLHUP for _, event in poll.poll(0))
    return stat.S_ISFIFO(os.fstat(handle).st_mode) and not hung_up


def _is_open_both_ways(handle: int) -> bool:
    """Whether it is a pipe that this process itself could write into: it never ends then."""
    flags = fcntl.fcntl(handle, fcntl.F_GETFL)
    return stat.S_ISFIFO(os.fstat(handle).st_mode) and flags & os.O_ACCMODE == os.O_RDWR


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
    if len(data) > INPUT_LIMIT:
        raise StoreError(f"The {what} from {where} is longer than {INPUT_LIMIT:,} bytes.")
    try:
        text = decoded(data).strip("\r\n" if what == "secret" else None)
    except UnicodeDecodeError:
        raise StoreError(f"The {what} from {where} is no text in UTF-8 or UTF-16.") from None
    if not text.strip():
        raise StoreError(f"The {what} from {where} is empty.")
    if len(text.splitlines()) > 1:
        raise StoreError(f"The {what} from {where} has more than one line.")
    return secret_text.wrapped(text)
