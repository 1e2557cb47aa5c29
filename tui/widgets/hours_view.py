"""What the grid of calling hours shows of a week: cells, rulers and words. Pure, no widget."""

from dataclasses import dataclass
from datetime import UTC, datetime

from tui.campaign.clock_changes import hour_elsewhere
from tui.campaign.edits import day_range
from tui.campaign.hours import DAY_MINUTES, DAYS, MIDNIGHT, NIGHT, Week, hhmm, span
from tui.marks import CLOSED, OPEN, PARTLY, RULE
from tui.text import plural

LABEL_WIDTH = 5
TOTAL_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Shapes:
    """One character for each state of a cell; the state is never told by colour alone."""

    open: str
    closed: str
    partly: str
    night: str
    rule: str


UNICODE_SHAPES = Shapes(OPEN, CLOSED, PARTLY, "!", RULE)


def rows_of(week: Week, *, is_daily: bool) -> tuple[tuple[int, ...], ...]:
    """The days that each row of the grid stands for: one row for all where every day is the same anyway."""
    if is_daily and all(day == week.days[0] for day in week.days):
        return (tuple(DAYS),)
    return tuple((day,) for day in DAYS)


def state(week: Week, day: int, start: int, end: int) -> str:
    """``open``, ``closed`` or ``partly``; ``night`` where something is open between 21:00 and 08:00.

    The last cell of a day counts as open where its last minute, which can't be open, is all that is missing.
    """
    cell = span(start, end)
    minutes = week.days[day] & cell
    if not minutes:
        return "closed"
    if minutes & NIGHT:
        return "night"
    return "open" if minutes == cell else "partly"


def cell_words(week: Week, days: tuple[int, ...], start: int, end: int) -> str:
    """What a cell is, in words: ``Tue 13:30-14:00 closed``."""
    found = state(week, days[0], start, end)
    minutes = week.open_minutes(days[0], start, end)
    words = {"night": "open at night", "partly": "partly open"}.get(found, found)
    if found in {"night", "partly"} and minutes < min(end, DAY_MINUTES) - start:
        words = f"partly open{' at night' if found == 'night' else ''}, {minutes} min"
    return f"{day_range(days)} {hhmm(start)}-{hhmm(min(end, DAY_MINUTES))} {words}"


def range_words(days: tuple[int, ...], start: int, end: int) -> str:
    """A range that is being stretched, in words."""
    if end > MIDNIGHT:
        times = f"{hhmm(start)}-{hhmm(end - MIDNIGHT)} of the next day"
    else:
        times = f"{hhmm(start)}-{hhmm(min(end, DAY_MINUTES))}"
    hours, rest = divmod(end - start, 60)
    long = " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest))
    return f"RANGE {times} {day_range(days)}, {long} on {plural(len(days), 'day')}   o open  x close  Esc"


def ruler(first: int, cells: int, zoom: int) -> str:
    """The hours above ``cells`` cells of ``zoom`` minutes, the first of which begins at minute ``first``."""
    every = 4 * zoom
    marks = [" "] * (cells + 2)
    for cell in range(cells):
        minute = first + cell * zoom
        if minute % every == 0:
            marks[cell : cell + 2] = str(minute // 60).ljust(2)
    return "".join(marks[:cells])


def ruler_elsewhere(zone: str, other: str, day: int, first: int, cells: int, zoom: int) -> str:
    """The hours that begin in zone ``other`` at each cell of ``day`` in ``zone``; every second one at half-hours."""
    now = datetime.now(UTC)
    marks = [" "] * (cells + 2)
    for cell in range(cells):
        hour = hour_elsewhere(zone, other, day, first + cell * zoom, now)
        if hour is not None and (zoom == 15 or hour % 2 == 0):
            marks[cell : cell + 2] = str(hour).ljust(2)
    return "".join(marks[:cells])
