"""Drafts in the state folder: one file a session, held by a lock, written whole or not at all."""

import contextlib
import os
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.campaign import parse
from tui.campaign.leftovers import found_in
from tui.storage.draft_errors import DamagedDraftError, DraftError
from tui.storage.draft_text import Content, Holder, decode, encode, has_header
from tui.storage.files import FileError, load_bytes, parse_json, take_lock, write_private
from tui.storage.folders import state_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock


_SUFFIX, _OLD_SUFFIX = ".draft", ".json"
"""Drafts of older versions are campaign files."""
_LOCK_SECONDS = 0.05
"""Another session may hold a draft for the moment it takes to list it."""


class HeldDraftError(DraftError):
    """Another session has it open; ``holder`` says which."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(f"is open in another session ({words(holder)})")
        self.holder = holder


@dataclass(frozen=True, slots=True)
class ListedDraft:
    """One draft as a list shows it; ``holder`` is the session that has it open, ``trouble`` why it can't be opened."""

    path: Path
    name: str
    saved: float
    step: str = ""
    holder: Holder | None = None
    trouble: str = ""

    @property
    def id(self) -> str:
        """The id of the draft, as commands take it."""
        return draft_id(self.path)


class DraftFile:
    """A session's hold on a draft; no other session writes it until :meth:`release`."""

    def __init__(self, path: Path) -> None:
        self.path = path.with_suffix(_SUFFIX)
        self._older = path if path != self.path else None
        self._lock: BaseFileLock | None = None
        self._holder = this_session()

    def take(self) -> None:
        """Hold the draft, and remove what a killed writer left.

        Raises:
            HeldDraftError: another session holds it.
            OSError: the folder can't be written.
        """
        if self._lock is not None:
            return
        try:
            self._lock = take_lock(_lock_path(self.path), _LOCK_SECONDS, poll=0.01)
        except TimeoutError:
            raise HeldDraftError(_last_holder(self.path)) from None
        for left in self.path.parent.glob(f".{self.path.name}.*.tmp"):
            left.unlink(missing_ok=True)

    def read(self) -> Content:
        """The content of the draft; a damaged draft is set aside under another name.

        Raises:
            DraftError: it can't be read; the message says why.
        """
        try:
            return read(self._older or self.path)
        except DamagedDraftError:
            aside = self.path.with_name(f"{self.path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
            (self._older or self.path).replace(aside)
            raise DamagedDraftError(f"is damaged; it is kept aside as {aside}") from None

    def save(self, content: Content) -> None:
        """Write ``content``, whole or not at all.

        Raises:
            HeldDraftError: another session holds it.
            OSError: it can't be written.
        """
        self.take()
        text = encode(replace(content, saved=time.time(), holder=self._holder))
        write_private(str(self.path), text, overwrite=True)
        if self._older is not None:
            self._older.unlink(missing_ok=True)
            self._older = None

    def delete(self) -> None:
        """Delete the draft with its lock."""
        for each in (self.path, self._older):
            if each is not None:
                each.unlink(missing_ok=True)
        _lock_path(self.path).unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Let other sessions open the draft."""
        if self._lock is not None:
            self._lock.release(force=True)
            self._lock = None


def new(began: float) -> DraftFile:
    """The file for a draft of this process that ``began`` then (seconds since the epoch); made when it is saved.

    Raises:
        OSError: there is no folder for it.
    """
    started = time.strftime("%Y%m%d-%H%M%S", time.localtime(began))
    folder, name = state_folder("drafts"), f"draft-{started}-{os.getpid()}"
    path = folder / f"{name}{_SUFFIX}"
    copies = 1
    while path.exists():
        copies += 1
        path = folder / f"{name}-{copies}{_SUFFIX}"
    return DraftFile(path)


def draft_id(path: Path) -> str:
    """What commands call the draft at ``path``."""
    return path.stem.removeprefix("draft-")


def is_kept(path: Path) -> bool:
    """Whether ``path`` is a draft in the state folder, not a file from elsewhere.

    Raises:
        OSError: the folder can't be read.
    """
    return path.resolve().parent == state_folder("drafts").resolve()


def read(path: Path) -> Content:
    """The content of the draft at ``path``, of any version, open or not.

    Raises:
        DraftError: it can't be read; the message says why.
    """
    try:
        data = load_bytes(str(path))
        if has_header(data):
            return decode(data)
        found = parse.parse_campaign(parse_json(data))
        found.draft.leftovers = found_in(found)
    except FileError as failed:
        if path.suffix == _SUFFIX and path.exists():
            raise DamagedDraftError("is damaged") from None
        raise DraftError(str(failed)) from None
    return Content(draft=found.draft, api=found.api, saved=path.stat().st_mtime)


def listed() -> list[ListedDraft]:
    """Every draft, the newest first; removes files that killed writers left.

    Raises:
        OSError: the folder can't be read.
    """
    folder = state_folder("drafts")
    _sweep(folder)
    return sorted((_listed(path) for path in _kept(folder)), key=lambda each: -each.saved)


def newest(count: int, *, but: Path | None = None) -> list[ListedDraft]:
    """The last ``count`` drafts that were written, the newest first, without the draft ``but``; reads no others.

    Raises:
        OSError: the folder can't be read.
    """
    others = [path for path in _kept(state_folder("drafts")) if path != but]
    return [_listed(path) for path in sorted(others, key=_changed, reverse=True)[:count]]


def find(name: str) -> Path:
    """The draft called ``name``: by its id, the beginning of its id, or a name that no other draft has.

    Raises:
        DraftError: there is none, or there are several.
        OSError: the folder can't be read.
    """
    every = listed()
    for fits in (
        [each for each in every if name in {each.id, str(each.path)}],
        [each for each in every if each.id.startswith(name)],
        [each for each in every if each.name.casefold() == name.casefold()],
    ):
        if len(fits) == 1:
            return fits[0].path
        if fits:
            raise DraftError(f"is more than one draft: {', '.join(each.id for each in fits)}")
    raise DraftError("is no draft")


@contextlib.contextmanager
def held(path: Path) -> Iterator[DraftFile]:
    """Hold a draft for a moment.

    Raises:
        HeldDraftError: another session holds it.
        OSError: the folder can't be written.
    """
    file = DraftFile(path)
    file.take()
    try:
        yield file
    finally:
        file.release()


def rename(path: Path, title: str) -> None:
    """Give a draft that is not open another name.

    Raises:
        DraftError: it is open elsewhere, or can't be read.
        OSError: it can't be written.
    """
    with held(path) as file:
        file.save(replace(file.read(), title=title))


def delete(path: Path) -> None:
    """Delete a draft that is not open.

    Raises:
        HeldDraftError: another session holds it.
        OSError: it can't be deleted.
    """
    with held(path) as file:
        file.delete()


def this_session() -> Holder:
    """This session, as other sessions name it when they find a draft open."""
    tty = ""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        tty = os.ttyname(sys.__stdin__.fileno()).removeprefix("/dev/")  # type: ignore[union-attr]
    return Holder(socket.gethostname(), os.getpid(), tty, time.time())


def words(holder: Holder) -> str:
    """The holder of a draft in a few words: ``pid 4711 on pts/3 of jump1 since 10:41``."""
    if not holder.pid:
        return "not known which"
    today = time.strftime("%Y-%m-%d") == time.strftime("%Y-%m-%d", time.localtime(holder.since))
    since = time.strftime("%H:%M" if today else "%Y-%m-%d %H:%M", time.localtime(holder.since))
    tty = f" on {holder.tty}" if holder.tty else ""
    return f"pid {holder.pid}{tty} of {holder.host} since {since}"


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _kept(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.iterdir()
        if path.name.startswith("draft-") and path.suffix in {_SUFFIX, _OLD_SUFFIX}
    ]


def _listed(path: Path) -> ListedDraft:
    holder, trouble, content = None, "", Content(saved=_changed(path))
    try:
        content = read(path)
    except (DraftError, OSError) as failed:
        trouble = str(failed)
    try:
        with held(path):
            pass
    except HeldDraftError as elsewhere:
        holder = elsewhere.holder
    except OSError:
        pass  # nobody can hold what can't be written
    return ListedDraft(path, content.name, content.saved, content.step, holder, trouble)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _last_holder(path: Path) -> Holder:
    try:
        return read(path).holder
    except (DraftError, OSError):
        return Holder()


def _sweep(folder: Path) -> None:
    """Remove what killed writers left, but not the file of a living writer."""
    for left in folder.glob(".draft-*.tmp"):
        owner = folder / left.name[1:].rpartition(".tmp")[0].rpartition(".")[0]
        with contextlib.suppress(DraftError, OSError), held(owner):
            left.unlink(missing_ok=True)
    for lock in folder.glob(".draft-*.lock"):
        owner = folder / lock.name[1:].removesuffix(".lock")
        if not owner.exists() and not owner.with_suffix(_OLD_SUFFIX).exists():
            with contextlib.suppress(DraftError, OSError), held(owner) as file:
                file.delete()
