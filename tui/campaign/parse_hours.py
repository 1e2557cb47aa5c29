"""The ``days`` of a file: calling windows as the platform writes them, and what is wrong with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from tui.base.text import one_line
from tui.campaign import hours_text
from tui.campaign.hours import DAY_CODES, DAY_MINUTES, DAY_NAMES, Week, Window, hhmm, wire_time
from tui.campaign.hours_words import Kind, pieces
from tui.campaign.json_values import suggestion
from tui.campaign.problems import Problem, error, warning

_TIME = r"(0?)(1[0-2]|[1-9]):([0-5][0-9]) (AM|PM)"
_KEYS = ("day", "start", "end")
_LONGEST = 40
"""Characters of a day or a time that are read as text."""
_FORM = "written as 9:00 AM: hour 1-12, one space, capitals"


@dataclass(eq=False)
class DaysRead:
    """What a list of windows says.

    ``week`` is the one that was probably meant, ``problems`` are all that is wrong with the list, ``repairs``
    say how the week differs from what the list has.
    """

    week: Week = field(default_factory=Week)
    problems: list[Problem] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)


def read_days(days: list[Any], path: str) -> DaysRead:
    """Read the list of windows at ``path``. Never raises.

    In the week a window past midnight is two, one that ends at midnight ends at 23:59, windows that overlap are
    one, what is written otherwise is read as text is, and what can't be read is missing; each of these is among
    the repairs. Windows that touch are one too, which is the same hours and no repair.
    """
    read = DaysRead()
    windows: list[tuple[Window, int]] = []
    meant: list[Window] = []
    for at, item in enumerate(days):
        found = _windows(item, f"{path}[{at}]", at, read)
        meant += found
        windows += [(window, at) for window in found]
    if not days:
        read.problems.append(error(path, "is empty: nobody would be called."))
    _neighbours(sorted(windows), path, read)
    read.week = Week.of(meant)
    return read


def read_time(text: str) -> int | None:
    """The minute of the day of a documented time such as ``9:05 AM`` or ``09:05 AM``, or None."""
    found = re.fullmatch(_TIME, text)
    if not found or (found[1] and len(found[2]) == 2):
        return None
    return int(found[2]) % 12 * 60 + int(found[3]) + (720 if found[4] == "PM" else 0)


def _windows(item: Any, path: str, at: int, read: DaysRead) -> list[Window]:
    """The windows that one item probably means; none where it can't be read."""
    problems = read.problems
    if not isinstance(item, Mapping):
        problems.append(error(path, "A window must be an object with day, start and end."))
        read.repairs.append(f"days[{at}] can't be read and is left out.")
        return []
    for key in item:
        if key not in _KEYS:
            problems.append(
                error(
                    f"{path}.{key}",
                    f"{key[:40]!r} is no key of a window{suggestion(key, _KEYS)}.",
                )
            )
            read.repairs.append(f"days[{at}] loses {one_line(key, limit=40)!r}, which is no key of a window.")
    day = _day(item, f"{path}.day", problems)
    start = _minute(item, "start", path, problems)
    end = _minute(item, "end", path, problems)
    if day is None or start is None or end is None:
        return _meant(item, at, read)
    said = f"{DAY_NAMES[day]} {hhmm(start)}-{hhmm(end)}"
    if end == 0:
        last = wire_time(DAY_MINUTES)
        problems.append(error(f"{path}.end", f"12:00 AM is no documented end: the last is {last}."))
        read.repairs.append(f"{said} ends at midnight: it ends at 23:59 now.")
        return [Window(day, start, DAY_MINUTES)] if start < DAY_MINUTES else []
    if end <= start:
        what = "is empty: it ends where it starts" if end == start else "ends before it starts"
        problems.append(error(f"{path}.end", f"The window {what}. Past midnight, store two windows."))
        if end == start:
            read.repairs.append(f"{said} is empty and left out.")
            return []
        after = (day + 1) % 7
        tail = Window(after, 0, end)
        read.repairs.append(f"{said} goes past midnight: it goes on on {DAY_NAMES[after]} {tail} now.")
        return [Window(day, start, DAY_MINUTES), tail] if start < DAY_MINUTES else [tail]
    return [Window(day, start, end)]


def _day(item: Mapping[str, Any], path: str, problems: list[Problem]) -> int | None:
    day = item.get("day")
    if day in DAY_CODES:
        return DAY_CODES.index(day)
    if not isinstance(day, str):
        problems.append(
            error(
                path,
                f"The day {'is missing' if 'day' not in item else 'must be text'}: one of {' '.join(DAY_CODES)}.",
            )
        )
    else:
        meant = {name for piece in pieces(day[:_LONGEST]) for name in piece.days}
        perhaps = f"; perhaps {DAY_CODES[meant.pop()]}" if len(meant) == 1 else ""
        problems.append(error(path, f"{day[:20]!r} is no day code{perhaps}. All are {' '.join(DAY_CODES)}."))
    return None


def _minute(item: Mapping[str, Any], key: str, path: str, problems: list[Problem]) -> int | None:
    value, path = item.get(key), f"{path}.{key}"
    if not isinstance(value, str):
        problems.append(
            error(path, f"The {key} {'is missing' if key not in item else 'must be text'}, {_FORM}.")
        )
        return None
    minute = read_time(value)
    if minute is None:
        problems.append(error(path, f"{value[:20]!r} is no time, {_FORM}."))
    elif value.startswith("0"):
        problems.append(
            warning(path, f"{value} is documented without the zero: {wire_time(minute)}. Sent as it is.")
        )
    return minute


def _meant(item: Mapping[str, Any], at: int, read: DaysRead) -> list[Window]:
    """The windows of an item that is written otherwise than documented, as the text form reads it.

    Where that offers one reading alone, it is that one: a person sees the repair and keeps or edits it.
    """
    day, start, end = (item.get(key) for key in _KEYS)
    days = {Kind.DAY, Kind.DASH, Kind.JOIN}
    if _is_of(day, days) and _is_of(start, {Kind.TIME}) and _is_of(end, {Kind.TIME}):
        text = f"{day} {start}-{end}"
        reading = hours_text.read(text)
        if (wrong := reading.mistake) and len(wrong.readings) == 1:
            reading = hours_text.read(text[: wrong.start] + wrong.readings[0] + text[wrong.end :])
        if reading.week:
            read.repairs.append(f"days[{at}] is read as {hours_text.text_of(reading.week)}.")
            return list(reading.week.windows())
    read.repairs.append(f"days[{at}] can't be read and is left out.")
    return []


def _is_of(value: Any, kinds: set[Kind]) -> bool:
    """Whether a value is a short text of nothing but these pieces."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return False
    found = {piece.kind for piece in pieces(value)}
    return bool(found) and found <= kinds


def _neighbours(windows: list[tuple[Window, int]], path: str, read: DaysRead) -> None:
    """Windows of one day that overlap or touch; ``windows`` in order, each with its place in the list."""
    reach: tuple[Window, int] | None = None
    for (earlier, place), (window, at) in pairwise(windows):
        if reach is None or reach[0].day != earlier.day or earlier.end > reach[0].end:
            reach = (earlier, place)
        if window.day != reach[0].day or window.start > reach[0].end:
            continue
        other = f"days[{reach[1]}] ({wire_time(reach[0].start)} to {wire_time(reach[0].end)})"
        where = f"{path}[{at}].start"
        if window.start < reach[0].end:
            read.problems.append(error(where, f"This window overlaps {other}."))
            both = f"{DAY_NAMES[window.day]} {reach[0]} and {window}"
            read.repairs.append(f"{both} overlap: they are one window now.")
        else:
            read.problems.append(
                warning(where, f"This window touches {other}: one window would say the same.")
            )
