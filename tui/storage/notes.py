"""What lies on disk of every create, put together: its intent, its receipt, and what a person found out.

A file that can't be read is never taken for a missing file. Its content is not known, so that it
stands for a create of any content, until its receipt or a person says what became of it. Files are read once,
and anew only where a file was changed: by its times, its size and its place on the disk.
"""

import json
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tui import __version__
from tui.storage import receipts
from tui.storage.files import FileError, load, write_private
from tui.storage.receipts import Receipt, folder_of

BROKEN_OFF = "The program ended while this was being sent: the campaign may exist."
_GONE = "Its practice platform ended with its run: nothing real can exist."
NOTE, _SETTLED = ".json", ".settled"
_SCHEMA = 1
_SIZE_LIMIT = 100_000
"""Bytes of a settlement."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A note that can't be read, and ``why``, as a phrase after its name; ``time`` is when it was changed."""

    path: Path
    why: str
    time: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person found out about a create: whether its campaign was made, and its id where it is known."""

    created: bool
    campaign_id: str | None = None

    @property
    def word(self) -> str:
        """The word for :attr:`Receipt.resolved`."""
        return receipts.WAS_CREATED if self.created else receipts.WAS_NOT_CREATED


Note = Receipt | Unread
Stamp = tuple[int, ...]
"""What changes with a file's content, and with its replacement by another."""


def read_all(*, practice: bool, whole: bool = False) -> tuple[list[Receipt], list[Path]]:
    """What is known of every create, in earnest or for practice, the newest first; and the files that can't be read.

    A create whose only readable trace is the name of its intent is among them, without content. Unless it is to
    be ``whole``, what is over is without the answer and what else takes room.

    Raises:
        OSError: a folder can't be read.
    """
    intents = folder_of("intents", practice=practice)
    reader = _whole if whole else _brief
    begun = _notes(intents, reader)  # before the receipts: one that ends meanwhile has its receipt then
    done = _notes(receipts.folder(practice=practice), reader)
    settled = _settlements(intents)
    known = [
        note
        for each in begun.keys() | done.keys()
        if (note := together(begun.get(each), done.get(each), settled.get(each), practice=practice))
    ]
    bad = [each.path for notes in (done, begun) for each in notes.values() if isinstance(each, Unread)]
    return newest_first(known), sorted(bad)


def newest_first(known: list[Receipt]) -> list[Receipt]:
    """``known`` sorted by time, the newest first."""
    return sorted(known, key=lambda each: (each.time, each.id), reverse=True)


def together(
    begun: Note | None, done: Note | None, settlement: Settlement | None, *, practice: bool
) -> Receipt | None:
    """What is known of one create; None where nothing is that could matter. Pure but for asking who runs.

    A readable receipt says most. An unreadable receipt counts only while there is an intent: what is over
    has none. An intent that can't be read is open.
    """
    note = done if isinstance(done, Receipt) else begun
    if note is None:
        return None
    if isinstance(note, Unread):
        note = _stand_in(note, practice=practice)
    if settlement:
        note = settled(note, settlement)
    if note.may_exist and note.is_practice and not note.is_running:
        return replace(note, resolved=receipts.ENDED, message=note.message or _GONE)
    return note


def settled(note: Receipt, settlement: Settlement) -> Receipt:
    """``note`` as it is known once a person has settled it."""
    return replace(
        note,
        outcome=note.outcome or receipts.UNKNOWN,
        message=note.message or BROKEN_OFF,
        resolved=settlement.word,
        campaign_id=settlement.campaign_id or note.campaign_id,
    )


def settle(note: Receipt, settlement: Settlement) -> None:
    """Write what a person found out about ``note`` into a file of its own; what lies there of it stays as it is.

    Raises:
        OSError: it could not be written.
    """
    path = folder_of("intents", practice=note.is_practice) / f"{note.id}{_SETTLED}"
    found = {
        "schema": _SCHEMA,
        "id": note.id,
        "resolved": settlement.word,
        "campaign_id": settlement.campaign_id,
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "version": __version__,
    }
    write_private(str(path), json.dumps(found, indent=2) + "\n", overwrite=True)


def delete(note: Receipt) -> None:
    """Delete all that lies on disk of ``note``, what settles it last: a run that is killed here opens nothing anew.

    Raises:
        OSError: it could not be deleted.
    """
    intents = folder_of("intents", practice=note.is_practice)
    for path in (intents / f"{note.id}{NOTE}", note.path, intents / f"{note.id}{_SETTLED}"):
        path.unlink(missing_ok=True)


def _stand_in(unread: Unread, *, practice: bool) -> Receipt:
    """A create of which only its id is known, by the name of its file."""
    return Receipt(
        id=unread.path.name.removesuffix(NOTE),
        time=unread.time,
        place=receipts.PRACTICE if practice else "",
        url="",
        app_id="",
        account_id="",
        api="",
        document={},
        content="",
        version="",
        process=0,
        message=f"Its note {unread.path} {unread.why}: what was sent, and where, nobody can tell.",
    )


def _notes(folder: Path, reader: Callable[[str, Stamp], Receipt]) -> dict[str, Note]:
    """Every note in ``folder`` by its id, which is its file's name."""
    found: dict[str, Note] = {}
    for name, path, stamp in _files(folder, NOTE):
        try:
            found[name] = reader(path, stamp)
        except FileError as unreadable:
            if os.path.lexists(path):  # else it is over and gone, this moment
                changed = datetime.fromtimestamp(stamp[-1] / 1e9, UTC).isoformat(timespec="milliseconds")
                found[name] = Unread(Path(path), str(unreadable), changed)
    return found


def _settlements(folder: Path) -> dict[str, Settlement]:
    """Every settlement that can be read, by the id of its create; an unreadable settlement settles nothing."""
    found = {}
    for name, path, stamp in _files(folder, _SETTLED):
        with suppress(FileError):
            found[name] = _settlement(path, stamp)
    return found


def _files(folder: Path, ending: str) -> list[tuple[str, str, Stamp]]:
    """The files in ``folder`` that end so: name without the ending, path, and what changes with the file."""
    found: list[tuple[str, str, Stamp]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(ending) and not entry.name.startswith("."):
                with suppress(FileNotFoundError):
                    there = entry.stat(follow_symlinks=False)
                    stamp = (there.st_mode, there.st_ino, there.st_size, there.st_ctime_ns, there.st_mtime_ns)
                    found.append((entry.name.removesuffix(ending), entry.path, stamp))
    return found


@cache
def _brief(path: str, stamp: Stamp) -> Receipt:
    """What is to be compared of the note in a file, kept as long as that stays the same; whole while it is open.

    Raises:
        FileError: as below.
    """
    note = _whole(path, stamp)
    return note if note.may_exist else replace(note, before=None, headers=(), answer="", looks=())


def _whole(path: str, stamp: Stamp) -> Receipt:
    """The note in a file.

    Raises:
        FileError: it can't be read as the note of the create that the file is named after.
    """
    _refuse_link(stamp)
    note = receipts.read(Path(path))
    if f"{note.id}{NOTE}" != Path(path).name:
        raise FileError("is the note of another create")
    return note


@cache
def _settlement(path: str, stamp: Stamp) -> Settlement:
    """The settlement in a file, as long as that stays the same.

    Raises:
        FileError: it can't be read as the settlement of the create that the file is named after.
    """
    _refuse_link(stamp)
    found = load(path, limit=_SIZE_LIMIT)
    word, campaign_id = found.get("resolved"), found.get("campaign_id")
    if (found.get("schema"), f"{found.get('id')}{_SETTLED}") != (_SCHEMA, Path(path).name):
        raise FileError("is no settlement of this create, or one of another version of this program")
    if word not in {receipts.WAS_CREATED, receipts.WAS_NOT_CREATED} or not isinstance(
        campaign_id, str | None
    ):
        raise FileError("is no settlement")
    return Settlement(word == receipts.WAS_CREATED, campaign_id)


def _refuse_link(stamp: Stamp) -> None:
    if stat.S_ISLNK(stamp[0]):
        raise FileError("is a link to somewhere else")
