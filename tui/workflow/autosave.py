"""Keeps what was typed: the session as a draft on disk, again and again while one works, and on every way out."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.campaign.draft import Draft
from tui.kore.connection import ConnectionDraft
from tui.storage.draft_errors import DraftError
from tui.workflow.access import Destination
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.storage.draft_text import Content
    from tui.storage.drafts import DraftFile


class Autosave:
    """Saves one session. Any thread may call it, and a signal handler too.

    ``trouble`` says why the last attempt failed; it is empty where all that was typed is on disk. ``at`` is
    told by the screen: the step one is at, and the key of the field.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.trouble = ""
        self.at: tuple[str, str] = ("", "")
        self.title = ""
        self._file: DraftFile | None = None
        self._kept: Content | None = None
        self._order = threading.RLock()
        self._taken = self._written = 0

    @property
    def path(self) -> Path | None:
        """Where the draft is, once it was saved or opened."""
        return self._file.path if self._file else None

    def losses(self) -> str:
        """What leaving at this moment would lose, in words that leave a line of 80 columns whole; or nothing."""
        flying = self.session.submissions.in_flight() is not None
        if self.trouble and flying:
            return ", all is lost, create UNKNOWN"
        if self.trouble:
            return ", all you typed will be lost"
        return ", the create's outcome UNKNOWN" if flying else ""

    def save(self) -> bool:
        """Bring everything typed to the disk; tell whether it is there. Nothing typed leaves nothing behind."""
        return self.write(self.take())

    def take(self) -> "tuple[int, Content] | None":
        """What is to be written now, as it stands at this moment; None where nothing is new."""
        if self._kept is None and not was_typed(self.session):
            return None
        content = content_of(self.session, self.at, self.title)
        if content == self._kept and not self.trouble:
            return None
        self._taken += 1
        return self._taken, content

    def write(self, taken: "tuple[int, Content] | None") -> bool:
        """Write what was taken, unless something later was written meanwhile; tell whether all is on disk."""
        from tui.storage import drafts  # loaded behind the first screen

        if taken is None:
            return not self.trouble
        number, content = taken
        with self._order:
            if number < self._written:
                return True
            try:
                if self._file is None:
                    self._file = drafts.new(self.session.began)
                self._file.save(content)
            except (OSError, DraftError) as failed:
                self.trouble = str(getattr(failed, "strerror", None) or failed)
                return False
            self._written, self._kept, self.trouble = number, content, ""
        return True

    def discard(self) -> None:
        """The draft is done with: take it off the disk."""
        with self._order:
            if self._file is not None:
                self._file.delete()
            self._file = self._kept = None

    def begin_anew(self) -> bool:
        """Keep what was typed as a draft of its own, and begin an empty campaign; False where that can't be kept."""
        if not self.save():
            return False
        with self._order:
            if self._file is not None:
                self._file.release()
            self._file = self._kept = None
            self.title, self.at = "", ("", "")
            self.session.begin_empty()
        return True

    def open(self, path: Path, *, copy: bool = False) -> None:
        """Go on with a kept draft, in place of what the session holds, which is saved before.

        A copy becomes a draft of its own; the original may be open elsewhere.

        Raises:
            DraftError: it is open in another session, or can't be read.
            OSError: the disk refuses.
        """
        from tui.storage import drafts  # loaded behind the first screen

        self.save()
        with self._order:
            file = None if copy else drafts.DraftFile(path)
            if file is None:
                content = drafts.read(path)
            else:
                file.take()
                try:
                    content = file.read()
                except BaseException:
                    file.release()
                    raise
            if self._file is not None:
                self._file.release()
            self._file, self._kept = file, None
            self.title = f"{content.name} (copy)" if copy else content.title
            resume(self.session, content)
            self.at = (content.step, content.focus)
            self.save()

    def try_to_open(self, path: Path, *, copy: bool = False) -> str:
        """:meth:`open`, but what keeps it from being opened comes back as a sentence."""
        try:
            self.open(path, copy=copy)
        except DraftError as refused:
            return f"The draft {refused}."
        except OSError as failed:
            return f"The draft can't be opened: {failed.strerror or failed}."
        return ""


def was_typed(session: Session) -> bool:
    """Whether there is anything to lose."""
    given = session.connection
    by_hand = not session.access.from_environment and any(
        (given.host, given.app_id, given.account_id, given.client_id)
    )
    return by_hand or session.draft != Draft()


def content_of(session: Session, at: tuple[str, str], title: str) -> "Content":
    """The session as a draft keeps it: never a secret."""
    from tui.storage.draft_text import CONNECTION_KEYS, Content  # loaded behind the first screen

    connection = {} if session.access.from_environment else {
        key: str(getattr(session.connection, key, "")) for key in CONNECTION_KEYS
    }  # fmt: skip
    typed = session.draft
    draft = replace(typed, weeks=dict(typed.weeks), unsettled=dict(typed.unsettled))
    return Content(
        draft=draft,
        api=session.api,
        title=title,
        step=at[0],
        focus=at[1],
        place=session.place,
        connection=connection,
        touched=tuple(sorted(session.campaign.touched)),
        visited=tuple(sorted(session.campaign.visited)),
        file_name=session.campaign.file_name,
        origin=session.campaign.origin,
    )


def resume(session: Session, content: "Content") -> None:
    """Put a kept draft into the session. A secret was never kept: it is asked for again.

    A connection that this session has already (from the environment, or one with its secret) is left alone.
    """
    session.campaign.draft, session.campaign.origin = content.draft, content.origin
    session.campaign.touched = set(content.touched)
    session.campaign.visited |= set(content.visited)
    session.campaign.file_name = content.file_name
    session.campaign.file_problems = ()
    if session.access.from_environment or session.connection.client_secret is not None:
        return
    session.access.connection = ConnectionDraft(api=content.api)
    for key, value in content.connection.items():
        if hasattr(ConnectionDraft, key):
            setattr(session.connection, key, value)
    if session.place is Destination.NOWHERE and content.place in set(Destination):
        session.access.place = Destination(content.place)
