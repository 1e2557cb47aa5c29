"""Asking the platform again and again, in a thread, at a pace that leaves the account's limit to people."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from tui.kore.outcome import Outcome
from tui.kore.schedule import LOOK_UP, STATUS_PACE, Pace, Schedule
from tui.kore.verdicts import Verdict
from tui.workflow.submission import Submission

_SECONDS_EACH = 12.0
"""Seconds until another look for each request that the last one took: a long list is not read again and again."""
_SOON = 60.0
_LONGEST_LOOK = 90.0
"""Seconds to wait for a look, which bounds itself; this is for one that does not."""


class Poller:
    """Asks at ``pace`` until there is nothing more to ask for, or until :meth:`stop`; read it at any time.

    ``ask`` takes what is known and gives what is known after it. ``clock`` gives seconds; ``wait`` waits for
    that many, and is True where it was woken. Both are there for tests, which have no half an hour.
    """

    def __init__(
        self,
        ask: Callable[[Schedule], Schedule],
        pace: Pace,
        *,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], bool] | None = None,
    ) -> None:
        self.schedule = Schedule()
        self.is_asking = False
        self._ask = ask
        self._pace = pace
        self._clock = clock
        self._woken = threading.Event()
        self._wait = wait or self._woken.wait
        self._running = False
        self._stopped = False
        self._asked_at: float | None = None
        self._next_at: float | None = None
        self._ended_at: float | None = None
        self._tell: Callable[[], object] = lambda: None

    @property
    def since(self) -> float | None:
        """Seconds since the last answer; None before the first."""
        return None if self._asked_at is None else self._clock() - self._asked_at

    @property
    def until(self) -> float | None:
        """Seconds until it asks again; None where it does not by itself."""
        return None if self._next_at is None else max(self._next_at - self._clock(), 0.0)

    @property
    def since_end(self) -> float | None:
        """Seconds since the answer by which the campaign was ready; None where there was none."""
        return None if self._ended_at is None else self._clock() - self._ended_at

    def start(self, tell: Callable[[], object]) -> None:
        """Ask in a thread from now on. ``tell`` is called there whenever something is new; it must not wait."""
        self._tell = tell
        self._stopped = False
        self._running = True
        threading.Thread(target=self.run, daemon=True, name="asking").start()

    def run(self) -> None:
        """Ask, until it is over."""
        begun = self._clock()
        while not self._stopped:
            pause = self.schedule.pause(self._clock() - begun, self._pace)
            if pause is None:
                break
            self._next_at = self._clock() + pause
            self._tell()
            self._wait(pause)
            self._woken.clear()
            if not self._stopped:
                self.ask_once()
        self._next_at = None
        self._running = False
        self._tell()

    def now(self) -> None:
        """Ask at once, because a person wants to know; where it was over, that one time."""
        if self._running:
            self._woken.set()
        elif not self.is_asking:
            threading.Thread(target=self._ask_and_tell, daemon=True, name="asking once").start()

    def stop(self) -> None:
        """Ask no more."""
        self._stopped = True
        self._woken.set()

    def _ask_and_tell(self) -> None:
        self.ask_once()
        self._tell()

    def ask_once(self) -> None:
        """Ask now and here; takes as long as the answer does."""
        self.is_asking = True
        self._next_at = None
        self._tell()
        try:
            self.schedule = self._ask(self.schedule)
        except Exception as failed:  # a fault of this program's own must not end the asking unseen
            self.schedule = self.schedule.failed(f"Asking failed: {type(failed).__name__}.")
        finally:
            self.is_asking = False
        self._asked_at = self._clock()
        if self._ended_at is None and self.schedule.has_ended:
            self._ended_at = self._asked_at


def status_of(submission: Submission, outcome: Outcome) -> Poller | None:
    """Ask for the status of the campaign that ``outcome`` names, until it is ready or further on."""
    campaign_id = outcome.campaign_id
    if outcome.verdict is not Verdict.ACCEPTED or not campaign_id:
        return None

    def ask(schedule: Schedule) -> Schedule:
        from tui.kore import reads, rejections  # loads the network library, behind the first screen
        from tui.workflow.calls import call_context

        found = reads.status(
            submission.connection, campaign_id, context=call_context()
        )  # whose secret may be forgotten
        if isinstance(found, reads.Failure):
            pause = rejections.wait(found.exchange) if found.verdict is Verdict.RATE_LIMITED else 0.0
            return schedule.failed(found.why, wait=pause)
        return schedule.told(found)

    poller = Poller(ask, STATUS_PACE)
    poller.schedule = Schedule(status=outcome.campaign_status or "")
    return poller


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What goes on once a create has an outcome.

    Its ``status`` is asked for, or the list is looked through for it (``looking``), or another try waits:
    ``again_at`` is when another try is polite, in seconds of
    :func:`time.monotonic`; None where that is no matter.
    """

    outcome: Outcome
    status: Poller | None = None
    looking: Poller | None = None
    again_at: float | None = None

    @property
    def wait(self) -> float:
        """Seconds until another try is polite."""
        return 0.0 if self.again_at is None else max(self.again_at - time.monotonic(), 0.0)

    def stop(self) -> None:
        """Ask no more."""
        for poller in (self.status, self.looking):
            if poller is not None:
                poller.stop()


def begin(submission: Submission, tell: Callable[[], object]) -> FollowUp | None:
    """Begin what follows the outcome of ``submission``; ``tell`` is called, in a thread, whenever something is new."""
    outcome = submission.outcome
    if outcome is None:
        return None
    if status := status_of(submission, outcome):
        status.start(tell)
        return FollowUp(outcome, status)
    if outcome.verdict is Verdict.UNKNOWN and submission.in_doubt is not None:
        looking = looks_of(submission)
        looking.start(tell)
        return FollowUp(outcome, looking=looking)
    return FollowUp(outcome, again_at=None if outcome.wait is None else time.monotonic() + outcome.wait)


def looks_of(submission: Submission) -> Poller:
    """Look through the platform's list for what ``submission`` may have made, until something is found."""

    def ask(schedule: Schedule) -> Schedule:
        if any(look.candidates for look in submission.looks):
            return replace(schedule, over=True)
        if schedule.wait or _spread(submission) <= _SOON:
            submission.look()
            submission.wait_for_look(_LONGEST_LOOK)
        return replace(schedule.told(""), wait=_spread(submission))

    return Poller(ask, LOOK_UP)


def _spread(submission: Submission) -> float:
    """Seconds that the next look should wait for what the last one took."""
    return submission.looks[-1].requests * _SECONDS_EACH if submission.looks else 0.0
