"""When to ask again: a pace far below the account's 60 requests a minute, slower as time goes on, with an end.

All users of an account share its limit, so that a waiting program must leave it to people who work. Pure: it
reads no clock and sends nothing.
"""

from dataclasses import dataclass, replace

WAITING = "Preparing"
"""The one documented status that a campaign leaves by itself soon after it was created."""
KNOWN = frozenset({WAITING, "Ready", "Active", "Paused", "Stopped", "Completed", "Scheduled", "Rescheduled"})
"""Every documented status. An unknown status is shown as it is, and asked for again."""
_MOST_FAILURES = 6
"""Questions in a row without an answer, after which only a person asks again."""
_LONGEST_PAUSE = 300.0


@dataclass(frozen=True, slots=True)
class Pace:
    """``pauses`` in seconds before each question, the last pause from then on; none after ``longest`` seconds."""

    pauses: tuple[float, ...]
    longest: float = 1800.0

    def pause(self, asked: int, seconds: float) -> float | None:
        """How long to wait after ``asked`` questions, ``seconds`` after the beginning; None to stop."""
        pause = self.pauses[min(asked, len(self.pauses) - 1)]
        return pause if seconds + pause <= self.longest else None


STATUS_PACE = Pace((2, 3, 5, 8, 12, 20, 30, 45, 60))
"""Asking for a campaign's status: some 36 questions in half an hour, 6 in the first minute."""
LOOK_UP = Pace((5, 20, 40, 60, 120))
"""Looking for a campaign in the platform's list, which takes a request a page."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is known of a campaign's status so far.

    ``status`` is the last status that was told, inert; ``asked`` counts the questions, ``failures`` those in a
    row that told nothing, for the reason ``why``. ``wait`` is how long the platform wants to be left alone;
    ``over`` says that nothing is left to ask.
    """

    status: str = ""
    asked: int = 0
    failures: int = 0
    why: str = ""
    wait: float = 0.0
    over: bool = False

    def told(self, status: str) -> "Schedule":
        """The platform named a status."""
        return replace(self, status=status, asked=self.asked + 1, failures=0, why="", wait=0.0)

    def failed(self, why: str, *, wait: float = 0.0) -> "Schedule":
        """A question was not answered; ``wait`` is what the platform asked for, in seconds."""
        return replace(self, asked=self.asked + 1, failures=self.failures + 1, why=why, wait=wait)

    @property
    def has_ended(self) -> bool:
        """Whether the campaign has left its preparation: it is ready, or further on."""
        return self.status in KNOWN and self.status != WAITING

    def pause(self, seconds: float, pace: Pace = STATUS_PACE) -> float | None:
        """How long to wait until the next question, ``seconds`` after the first; None where there is none."""
        if self.over or self.has_ended or self.failures >= _MOST_FAILURES:
            return None
        usual = pace.pause(self.asked, seconds)
        if usual is None:
            return None
        slower = max(usual, min(usual * 2**self.failures, _LONGEST_PAUSE), self.wait)
        return slower if seconds + slower <= pace.longest else None
