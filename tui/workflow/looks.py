"""The platform's list as one run knows it: the newest page at once, the rest behind, and how old each look is.

Nobody waits for the rest of a long list, neither a person nor a create: it is read as the account's budget of
reads allows, and until it is whole, that is said.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tui.base.text import age, one_line, plural
from tui.kore import reads
from tui.kore.call_context import CallContext, Turn
from tui.kore.connection import Connection
from tui.kore.exchange import Timeouts
from tui.kore.lookup import PAGE_SECONDS, PreCheck, known_before, of_name, too_late
from tui.kore.progress import Moment, Phase, Progress
from tui.kore.reads import CampaignList, Failure, Row, moment
from tui.kore.verdicts import Verdict
from tui.workflow.calls import call_context

SERVES = 60.0
"""Seconds for which a look serves whoever comes back."""
WHOLE = 900.0
"""Seconds after which what was read of a list is forgotten, and all of it read anew."""
_EACH = 12.0
"""Seconds for each request that another look would take."""
_NEWEST_SECONDS = 30.0
_BEHIND_SECONDS = 300.0
"""How long a look may take: until the newest page is here, and until it reads no further."""
_MOST_NAMED = 3
NONE_SUCH = "No other campaign bears this name"
LOOKING = "Looking whether the name is taken …"


@dataclass(frozen=True, slots=True)
class ListSnapshot:
    """A look at the list: its newest page was read at ``when``, the oldest part of it at ``begun`` (monotonic).

    ``clock`` is the time of day at ``when``; ``is_reading`` says that it is being read on, ``is_overtaken`` that
    something was created since.
    """

    found: CampaignList
    when: float
    begun: float
    clock: str = ""
    is_reading: bool = False
    is_overtaken: bool = False

    def serves(self, now: float) -> bool:
        """Whether it is young enough to be used again. One that failed never is.

        Where nobody can tell by the newest page what is new, another look takes the whole list, so that it serves
        the longer.
        """
        long = SERVES if self.found.is_in_order else max(SERVES, self.found.pages * _EACH)
        return self.found.failure is None and not self.is_overtaken and now - self.when < long


def merged(newest: CampaignList, known: CampaignList) -> CampaignList:
    """``newest``, a first page that was just read, and what was ``known`` beyond it, if the two join up."""
    if newest.failure is not None:
        return replace(known, failure=newest.failure)
    there, last = {row.id for row in newest.rows}, newest.rows[-1].created if newest.rows else None
    joined = [row for row in known.rows if row.id and row.id in there]
    if not (joined and newest.is_more and newest.is_in_order and known.is_in_order and last):
        return newest
    older = tuple(
        row for row in known.rows if row.id not in there and row.created is not None and row.created <= last
    )
    moved = len(joined) < len(newest.rows)  # what is on a page now was on the one before it
    pages = max(known.pages - moved, 1) if known.is_more else known.pages
    return replace(
        known, rows=newest.rows + older, pages=pages, failure=None, ahead=newest.ahead, total=newest.total
    )


def about_name(listed: ListSnapshot, name: str, now: float) -> str:
    """What a look says about ``name``, compared without case, and how old it is; a warning begins with ``!``."""
    found = listed.found
    old = now - listed.when
    looked = f"looked {listed.clock}" + (f", {age(old)}; l looks again" if old >= SERVES else "")
    same = list(of_name(found.rows, name))
    if same:
        named = "; ".join(map(_row, same[:_MOST_NAMED]))
        more = f"; and {len(same) - _MOST_NAMED} more" if len(same) > _MOST_NAMED else ""
        return f"! {plural(len(same), 'campaign bears', 'campaigns bear')} this name already ({looked}): {named}{more}."
    if found.failure:
        seen = f" None of {found.extent} bears it ({looked})." if found.rows else ""
        why = one_line(found.failure.why, limit=120)
        return f"Whether the name is taken could not be looked up: {why}{seen}"
    if found.is_more:
        on = ", reading on" if listed.is_reading else ", and reading stopped there"
        return f"No campaign bears this name among {found.extent}{on} ({looked})."
    return f"{NONE_SUCH} ({looked})."


class Listing:
    """The list of one place, looked at in threads; ``listed`` is the last look, None before the first.

    It holds no secret: who looks hands over the ``connection``. ``where`` is the same without one. ``clock``
    gives seconds. ``waits`` says that the look waits for its turn, or nothing.
    """

    def __init__(self, where: Connection, clock: Callable[[], float] = time.monotonic) -> None:
        self.where = where
        self.listed: ListSnapshot | None = None
        self.clock = clock
        self.waits = ""
        self._tell: Callable[[], object] = lambda: None
        self._looking = threading.Lock()
        self._newest_is_here = threading.Event()
        self._stopped = threading.Event()

    def look(self, connection: Connection, tell: Callable[[], object], *, anew: bool = False) -> bool:
        """See to it that there is a look that serves, or one ``anew``; tell whether one begins for it.

        ``tell`` is called, in a thread, whenever more is known; it must not wait.
        """
        self._tell = tell
        serves = self.listed is not None and self.listed.serves(self.clock())
        if (serves and not anew) or not self._looking.acquire(blocking=False):
            return False
        self._stopped.clear()
        self._newest_is_here.clear()
        threading.Thread(target=self._run, args=(connection,), daemon=True, name="list").start()
        return True

    def wait(self, seconds: float) -> bool:
        """Wait until the newest page is here, ``seconds`` at most; tell whether it is. For the rest nobody waits."""
        return self._newest_is_here.wait(seconds)

    def overtake(self) -> None:
        """Something was created: the next look reads the newest page again."""
        if self.listed is not None:
            self.listed = replace(self.listed, is_overtaken=True)

    def stop(self) -> None:
        """Read no further."""
        self._stopped.set()

    def about(self, name: str) -> str:
        """What is known of ``name`` now."""
        if self.listed is None:
            return f"{LOOKING} {self.waits}".rstrip()
        return about_name(self.listed, name, self.clock())

    def before(self, document: Mapping[str, Any]) -> PreCheck | None:
        """What is known of the list before ``document`` is sent, and how old that is; None where nothing is."""
        if self.listed is None or self.listed.is_overtaken:
            return None
        return known_before(document, self.listed.found, self.listed.when)

    def _run(self, connection: Connection) -> None:
        try:
            self._read(connection)
        except Exception as failed:  # a fault of this program's own must not end the look unseen
            why = Failure(Verdict.UNKNOWN, f"The look failed: {type(failed).__name__}.")
            rows = self.listed.found if self.listed else CampaignList((), 0)
            self._keep(ListSnapshot(replace(rows, failure=why), self.clock(), self.clock()))
        finally:
            self._newest_is_here.set()
            self._looking.release()
            self._tell()

    def _read(self, connection: Connection) -> None:
        now, known = self.clock(), self.listed
        if known is not None and now - known.begun >= WHOLE:
            known = None
        page = self._timely(reads.newest(connection, context=self._context(_NEWEST_SECONDS, Turn.WAITED_FOR)))
        whole = merged(page, known.found) if known else page
        begun = known.begun if known and whole.pages > page.pages else now
        when = known.when if known and page.failure else self.clock()
        self._keep(ListSnapshot(whole, when, begun, time.strftime("%H:%M:%S")))
        context = self._context(_BEHIND_SECONDS, Turn.BEHIND)
        if whole.is_more and whole.failure is None:
            for found in reads.growing(connection, context=context, after=whole):
                self._keep(
                    ListSnapshot(self._timely(found), when, begun, self.listed.clock if self.listed else "")
                )

    def _timely(self, found: CampaignList) -> CampaignList:
        return too_late(found, stopped=self._stopped.is_set())

    def _keep(self, listed: ListSnapshot) -> None:
        reading = listed.found.is_more and listed.found.failure is None
        self.listed, self.waits = replace(listed, is_reading=reading), ""
        self._newest_is_here.set()
        self._tell()

    def _context(self, seconds: float, turn: Turn) -> CallContext:
        end = self.clock() + seconds
        return call_context(
            Timeouts.within(PAGE_SECONDS),
            Progress(self._hear),
            lambda: self._stopped.is_set() or self.clock() > end,
            turn,
        )

    def _hear(self, phase: Phase) -> None:
        if phase.name is Moment.TURN:
            self.waits = phase.sentence
            self._tell()


def _row(row: Row) -> str:
    return f"{row.status or 'no status'}, created {moment(row.created)}"
