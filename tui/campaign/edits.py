"""Editing a week: each edit gives a new week and one sentence that says what changed. Pure.

Days are numbers from 0 (Monday), times minutes of the day. A range may go on past midnight, into the next day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tui.campaign.hours import DAY_MINUTES, DAY_NAMES, MIDNIGHT, Unsettled, Week, Window, hhmm
from tui.campaign.hours_text import read, text_of
from tui.campaign.hours_words import SHORT_DAYS

FINE_MINUTES = 5
"""The smaller step by which an edge of a window is moved."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A week after an edit, what the edit did, and what of that one may not have meant.

    ``is_refused``: it could not be done, and ``did`` says why.
    """

    week: Week
    did: str
    note: str = ""
    is_refused: bool = False

    @property
    def said(self) -> str:
        """All of it, as it is said once; undone or done again, the edit is named by what it did."""
        return f"{self.did} {self.note}" if self.note else self.did


Move = Callable[[Week, Sequence[int], int, int], Edit]
"""Moves an edge of the window at a minute by a number of minutes."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A week that can be chosen whole."""

    name: str
    text: str

    @property
    def week(self) -> Week:
        """The week it stands for."""
        return read(self.text).week or Week()


PRESETS = (
    Preset("Mo-Fr 9-18", "Mo-Fr 09:00-18:00"),
    Preset("with lunch", "Mo-Fr 09:00-13:00,14:00-18:00"),
    Preset("and Saturday", "Mo-Fr 09:00-18:00; Sa 10:00-14:00"),
    Preset("daily 8-21", "Mo-Su 08:00-21:00"),
    Preset("clear", ""),
)
DAILY_PRESETS = (
    Preset("9-18", "Mo-Su 09:00-18:00"),
    Preset("with lunch", "Mo-Su 09:00-13:00,14:00-18:00"),
    Preset("10-14", "Mo-Su 10:00-14:00"),
    Preset("8-21", "Mo-Su 08:00-21:00"),
    Preset("clear", ""),
)
"""Those of a frequency that has one day's windows for all seven."""


@dataclass(slots=True)
class EditedWeek:
    """A week that is being edited, and what the last edit ``did``: nothing where it changed nothing.

    ``unsettled`` is what of the week is not settled: an edit settles it.
    """

    week: Week
    unsettled: Unsettled = field(default_factory=Unsettled)
    did: str = ""

    def do(self, edit: Edit) -> str:
        """Take an edit over; one that changes nothing says so. Returns what to say."""
        if edit.week == self.week:
            self.did = ""
            return edit.did if edit.is_refused else f"Nothing changed, it was so already: {edit.did}"
        self.week, self.unsettled, self.did = edit.week, Unsettled(), edit.did
        return edit.said

    def keep(self) -> str:
        """Keep a file's repair; an edit as any other. Returns what to say."""
        if not self.unsettled.repaired:
            self.did = ""
            return "There is no repair to keep: the hours came as they are shown."
        shown = text_of(self.week) or "closed all week"
        self.unsettled, self.did = Unsettled(), f"kept the repair: {shown}."
        return f"Kept: {shown}."


def paint(week: Week, days: Sequence[int], start: int, end: int, *, is_open: bool) -> Edit:
    """Open or close ``start`` to ``end`` on ``days``; ``end`` over 1440 goes on into each next day."""
    painted, change = week, Week.opened if is_open else Week.closed
    for day in days:
        painted = change(painted, day, start, min(end, MIDNIGHT))
        if end > MIDNIGHT:
            painted = change(painted, (day + 1) % 7, 0, end - MIDNIGHT)
    did = f"{'opened' if is_open else 'closed'} {clock_range(start, end)} {on_days(days)}."
    if not is_open or end < MIDNIGHT:
        return Edit(painted, did)
    past = "Two windows, one minute lost: 23:59 to 00:00."
    return Edit(painted, did, past if end > MIDNIGHT else "A day ends at 23:59: one minute lost.")


def flip(week: Week, days: Sequence[int], start: int, end: int) -> Edit:
    """Open ``start`` to ``end`` where it is not fully open on the first of ``days``, else close it."""
    last = min(end, DAY_MINUTES)
    return paint(week, days, start, end, is_open=week.open_minutes(days[0], start, last) < last - start)


def paste(week: Week, days: Sequence[int], minutes: int) -> Edit:
    """Give each of ``days`` the open minutes of a copied day."""
    pasted = week
    for day in days:
        pasted = pasted.with_day(day, minutes)
    return Edit(pasted, f"pasted {_windows(Week((minutes,) + (0,) * 6)) or 'a closed day'} {on_days(days)}.")


def replace(week: Week, name: str) -> Edit:
    """Make ``week`` the whole week; ``name`` says where it comes from."""
    return Edit(week, f"{name}: {text_of(week) or 'closed all week'}.")


def move_end(week: Week, days: Sequence[int], at: int, by: int) -> Edit:
    """Move the end of the window that minute ``at`` lies in to the next multiple of ``by`` minutes."""
    return _move(week, days, at, by, is_end=True)


def move_start(week: Week, days: Sequence[int], at: int, by: int) -> Edit:
    """Move the start of the window that minute ``at`` lies in to the next multiple of ``by`` minutes."""
    return _move(week, days, at, by, is_end=False)


def window_at(week: Week, day: int, start: int, end: int) -> Window | None:
    """The first window of ``day`` that has a minute between ``start`` and ``end``, or None."""
    for window in week.windows_of(day):
        if window.start < end and window.end > start:
            return window
    return None


def nearest_window(week: Week, day: int, minute: int) -> Window | None:
    """The window of ``day`` that is nearest to ``minute``, or None where the day is closed."""
    return min(
        week.windows_of(day),
        key=lambda each: max(each.start - minute, minute - each.end + 1, 0),
        default=None,
    )


def day_range(days: Sequence[int]) -> str:
    """Consecutive days in words: ``Mon``, ``Mo-Fr``, ``every day``."""
    if len(days) == 7:
        return "every day"
    return DAY_NAMES[days[0]] if len(days) == 1 else f"{SHORT_DAYS[days[0]]}-{SHORT_DAYS[days[-1]]}"


def on_days(days: Sequence[int]) -> str:
    """When an edit is for: ``on Mon``, ``on Mo-Fr``, ``every day``."""
    return "every day" if len(days) == 7 else f"on {day_range(days)}"


def clock_range(start: int, end: int) -> str:
    """Minutes of a day as times; past midnight with the time of the next day, to midnight with 23:59."""
    return f"{hhmm(start)}-{hhmm(end - MIDNIGHT if end > MIDNIGHT else min(end, DAY_MINUTES))}"


def _windows(week: Week) -> str:
    return ",".join(str(window) for window in week.windows_of(0))


def _move(week: Week, days: Sequence[int], at: int, by: int, *, is_end: bool) -> Edit:
    window = window_at(week, days[0], at, at + 1)
    edge = "end" if is_end else "start"
    if window is None:
        return Edit(week, f"No window here: the {edge} of a window is moved from inside it.", is_refused=True)
    old = window.end if is_end else window.start
    new = _next(MIDNIGHT if is_end and old == DAY_MINUTES else old, by)
    new = min(max(new, 0), DAY_MINUTES)
    if new <= window.start if is_end else new >= window.end:
        return Edit(week, f"{window} would be empty: a range and x closes it.", is_refused=True)
    moved = week
    for day in days:
        moved = moved.closed(day, window.start, window.end)
        moved = moved.opened(day, *((window.start, new) if is_end else (new, window.end)))
    note = "A day ends at 23:59: one minute lost." if is_end and new == DAY_MINUTES else ""
    return Edit(moved, f"{edge} of {window} {on_days(days)} moved to {hhmm(new)}.", note)


def _next(minute: int, by: int) -> int:
    """The next multiple of ``by`` after ``minute``, or before it where ``by`` is negative."""
    step = abs(by)
    return minute // step * step + step if by > 0 else -(-minute // step) * step - step
