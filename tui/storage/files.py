"""Campaign files: reads any file without trusting it; writes files private and whole."""

import contextlib
import errno
import json
import os
import stat
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from tui.base.text import one_line
from tui.campaign.problems import Place
from tui.storage import json_text

if TYPE_CHECKING:
    from filelock import BaseFileLock

SIZE_LIMIT = 1_000_000
"""Bytes; a campaign file has a few thousand."""
STDIN = "-"
_DIGITS = 30
_BINARY = {
    b"\x7fELF": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"PK\x03\x04": "a ZIP archive, as spreadsheets and text documents are",
    b"\xd0\xcf\x11\xe0": "a document of an older office program",
    b"%PDF": "a PDF",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "a database",
}
"""How files begin that people take for a campaign, and what they are."""
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS})
"""What a file system says that knows no locks."""


class FileError(Exception):
    """A file that is no campaign file; the message says why, in one line and without the file's name.

    ``place`` is where in the file, None where that is not known.
    """

    def __init__(self, why: str, place: Place | None = None) -> None:
        super().__init__(why)
        self.place = place


def load(name: str, *, limit: int = SIZE_LIMIT) -> dict[str, Any]:
    """Read the JSON object in the file ``name`` of ``limit`` bytes at most; ``-`` is standard input.

    Raises:
        FileError: it is missing, unreadable, too large, empty, binary, nested too deep or not a JSON object.
    """
    return parse_json(load_bytes(name, limit=limit))


def load_bytes(name: str, *, limit: int = SIZE_LIMIT, pipes: bool = False) -> bytes:
    """Read the file ``name``, or standard input where that is ``-``; at most ``limit`` bytes.

    A pipe is read where ``pipes`` are expected: it may keep one waiting.

    Raises:
        FileError: it is missing, unreadable, too large, a pipe that nobody writes to, or neither file nor pipe.
    """
    try:
        if name == STDIN and sys.stdin is None:
            raise FileError("is standard input, which is closed")
        if name == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with open(name, "rb", opener=_without_waiting) as file:
                mode = os.fstat(file.fileno()).st_mode
                if not (stat.S_ISREG(mode) or (pipes and stat.S_ISFIFO(mode))):
                    raise FileError("is no regular file")
                os.set_blocking(file.fileno(), True)
                data = file.read(limit + 1)
                if stat.S_ISFIFO(mode) and not data:
                    raise FileError("is a pipe that nobody wrote to")
    except OSError as failed:
        raise FileError(_why(failed)) from None
    except ValueError:
        raise FileError("is no name a file can have") from None
    if len(data) > limit:
        raise FileError(f"is larger than {limit:,} bytes; a campaign has a few thousand")
    return data


def parse_json(data: bytes) -> dict[str, Any]:
    """Read ``data`` as one JSON object, with the same errors as :func:`load`."""
    text = as_text(data)
    try:
        document = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_float=_number,
            parse_int=_whole,
        )
    except json.JSONDecodeError as wrong:
        found = json_text.syntax_mistake(text, wrong)
        raise FileError(f"is no JSON: {found.what}", json_text.place(text, found.at)) from None
    except RecursionError:
        raise FileError("is nested deeper than any campaign") from None
    except ValueError as wrong:
        known = json_text.value_mistake(text)
        why = one_line(known.what if known else str(wrong), limit=120)
        where = json_text.place(text, known.at) if known else None
        raise FileError(f"is no JSON for a campaign: {why}", where) from None
    if not isinstance(document, dict):
        raise FileError("holds no JSON object: a campaign stands in braces", json_text.start(text))
    return document


def as_text(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 or UTF-32 as some editors save it, without its byte order mark.

    Raises:
        FileError: it is empty, binary, or in another encoding.
    """
    if not data.strip():
        raise FileError("is empty")
    for beginning, what in _BINARY.items():
        if data.startswith(beginning):
            raise FileError(f"is {what}, no text: save the campaign as JSON")
    encoding = json.detect_encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as wrong:
        before = data[: wrong.start].decode(encoding, errors="replace")
        why = f"is no text in {wrong.encoding.upper()} (byte {wrong.start + 1}): save it in UTF-8"
        raise FileError(why, json_text.place(before, len(before))) from None
    if "\0" in text:
        raise FileError("is binary, not text")
    if not text.strip("\ufeff \t\r\n"):
        raise FileError("is empty: it has nothing but a byte order mark")
    return text


@contextlib.contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock in the file ``path``, which only this account can read; other processes wait for it.

    Raises:
        TimeoutError: another process held it for ``seconds``.
        OSError: there can be no lock.
    """
    lock = take_lock(path, seconds)
    try:
        yield
    finally:
        lock.release()


def take_lock(path: Path, seconds: float, *, poll: float = 0.05) -> "BaseFileLock":
    """Hold the lock in the file ``path`` until it is released, asking every ``poll`` seconds; as :func:`locked`.

    Where the file system has no locks, a file beside it stands for one: whoever made it holds the lock.
    """
    from filelock import FileLock, SoftFileLock  # 14 ms: only what is written, sent or counted needs a lock

    warnings.filterwarnings("ignore", message="flock not supported")  # this is the way round
    lock: BaseFileLock = FileLock(path, timeout=seconds, poll_interval=poll, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except OSError as failed:
        if failed.errno not in _NO_LOCKS:
            raise
        beside = path.with_name(f"{path.name}.held")
        lock = SoftFileLock(beside, timeout=seconds, poll_interval=poll, mode=0o600, thread_local=False)
        lock.acquire()
    return lock


def write_private(name: str, text: str, *, overwrite: bool = False) -> None:
    """Write ``text`` to the file ``name``, readable by its owner alone (0600), whole or not at all.

    Raises:
        FileExistsError: the file is there and ``overwrite`` is not asked for.
        OSError: the folder is missing or can't be written.
    """
    path = Path(name).expanduser()
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            Path(temporary).replace(path)
        else:
            _name_anew(path, temporary)
        _keep_names(path.parent)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _name_anew(path: Path, temporary: str) -> None:
    """Give the file its name and never replace anything; without hard links the name is taken first."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        Path(temporary).replace(path)


def _keep_names(folder: Path) -> None:
    """Make sure that a power cut does not undo a new name either; some file systems have no need and no way."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):
                os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _without_waiting(name: str, flags: int) -> int:
    """Open a file; a pipe without a writer must not keep the program waiting, one with a writer is waited for."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _why(failed: OSError) -> str:
    if isinstance(failed, FileNotFoundError):
        return "is not there"
    if isinstance(failed, PermissionError):
        return "may not be read by you"
    if isinstance(failed, IsADirectoryError):
        return "is a folder"
    return f"can't be read: {one_line(failed.strerror or type(failed).__name__)}"


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key[:40]!r} stands there twice")
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON value")


def _number(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"the number {text[:20]} is too large")
    return number


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError(f"a number of {len(text):,} digits is too large")
    return int(text)
