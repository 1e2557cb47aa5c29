"""What the grid of calling hours shows of a week: cells, the ruler and words. Pure, no widget."""

from tui.base.glyphs import CLOSED, OPEN, PARTLY
from tui.base.text import plural
from tui.campaign.edits import clock_range, day_range
from tui.campaign.hours import DAY_MINUTES, DAYS, MIDNIGHT, NIGHT, Week, hhmm, span
from tui.screen.widgets.drawing import wrapped

DAY_WIDTH = 5
TOTAL_WIDTH = 7
SIDE_WIDTH = 17
"""The least columns beside the grid for what else stands under it."""
SIDE_FROM = 100
"""The least columns of a terminal that has anything beside the grid."""


SHAPES = {"open": OPEN, "closed": CLOSED, "partly": PARTLY, "night": "!"}
"""One character for each state of a cell; the state is never told by colour alone."""


def below(times: tuple[str, ...], width: int) -> list[str]:
    """The time of the cursor and the times elsewhere as lines under the grid."""
    return wrapped(f"{times[0]} = {' · '.join(times[1:])}", width) if times else []


def beside(clock: str, times: tuple[str, ...], width: int) -> list[str]:
    """The time of the cursor, the times elsewhere and what the clocks do as lines beside the grid."""
    said = [f"{times[0]} =", *(part for each in times[1:] for part in wrapped(each, width))] if times else []
    return [*said, *wrapped(clock, width)] if clock else said


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
    found, last = state(week, days[0], start, end), min(end, DAY_MINUTES)
    words = {"night": "open at night", "partly": "partly open"}.get(found, found)
    if 0 < week.open_minutes(days[0], start, end) < last - start:
        inside = [str(window) for window in week.closed_but(days[0], start, end).windows_of(days[0])]
        words = f"partly open{' at night' if found == 'night' else ''}: {','.join(inside[:2])}"
        words += f" and {len(inside) - 2} more" if len(inside) > 2 else ""
    return f"{day_range(days)} {hhmm(start)}-{hhmm(last)} {words}"


def range_words(days: tuple[int, ...], start: int, end: int) -> str:
    """A range that is being stretched, in words: ``RANGE 09:00-13:00 Mo-Fr, 4 h on 5 days``."""
    times = clock_range(start, end) + (" (next day)" if end > MIDNIGHT else "")
    hours, rest = divmod(end - start, 60)
    long = " ".join([f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest))
    return f"RANGE {times} {day_range(days)}, {long} on {plural(len(days), 'day')}  o open  x close  Esc"


def ruler(first: int, cells: int, zoom: int) -> str:
    """The hours above ``cells`` cells of ``zoom`` minutes, the first of which begins at minute ``first``."""
    every = 4 * zoom
    marks = [" "] * (cells + 2)
    for cell in range(cells):
        minute = first + cell * zoom
        if minute % every == 0:
            marks[cell : cell + 2] = str(minute // 60).ljust(2)
    return "".join(marks[:cells])
