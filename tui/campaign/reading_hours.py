"""The ``days`` of a file: calling windows as the platform writes them, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from tui.campaign.check import nearest
from tui.campaign.hours import DAY_CODES, DAY_MINUTES, Week, Window, wire_time
from tui.campaign.problems import Problem, error, warning

_TIME = re.compile(r"(0?)(1[0-2]|[1-9]):([0-5][0-9]) (AM|PM)")
_KEYS = ("day", "start", "end")
_SHAPES = ("The window ", "This window ", "12:00 AM ")
_FORM = "written as 9:00 AM: hour 1-12, one space, capitals"


def read_days(days: list[Any], path: str) -> tuple[Week, list[Problem]]:
    """Read the list of windows at ``path``: the week that was probably meant, and every problem.

    A window past midnight is two in that week, one that ends at midnight ends at 23:59.
    """
    problems: list[Problem] = []
    windows: list[tuple[Window, int]] = []
    meant: list[Window] = []
    for at, item in enumerate(days):
        found = _windows(item, f"{path}[{at}]", problems)
        meant += found
        if len(found) == 1:
            windows.append((found[0], at))
    if not days:
        problems.append(error(path, "is empty: nobody would be called."))
    problems += _neighbours(sorted(windows), path)
    return Week.of(meant), problems


def is_shape(problem: Problem) -> bool:
    """Whether a problem of :func:`read_days` says that a window was taken for another than the file has."""
    return problem.message.startswith(_SHAPES)


def read_time(text: str) -> int | None:
    """The minute of the day of a documented time such as ``9:05 AM`` or ``09:05 AM``, or None."""
    found = _TIME.fullmatch(text)
    if not found or (found[1] and len(found[2]) == 2):
        return None
    return int(found[2]) % 12 * 60 + int(found[3]) + (720 if found[4] == "PM" else 0)


def _windows(item: Any, path: str, problems: list[Problem]) -> list[Window]:
    if not isinstance(item, Mapping):
        problems.append(error(path, "A window must be an object with day, start and end."))
        return []
    for key in item:
        if key not in _KEYS:
            problems.append(
                error(
                    f"{path}.{key}",
                    f"{key[:40]!r} is no key of a window; the nearest is {nearest(key, _KEYS)}.",
                )
            )
    day = _day(item, f"{path}.day", problems)
    start = _minute(item, "start", path, problems)
    end = _minute(item, "end", path, problems)
    if end == 0:
        last = wire_time(DAY_MINUTES)
        problems.append(error(f"{path}.end", f"12:00 AM is no documented end: the last is {last}."))
        end = DAY_MINUTES
    elif start is not None and end is not None and end <= start:
        what = "is empty: it ends where it starts" if end == start else "ends before it starts"
        problems.append(error(f"{path}.end", f"The window {what}. Past midnight, store two windows."))
        if day is not None and end < start:
            return [Window(day, start, DAY_MINUTES), Window((day + 1) % 7, 0, end)]
        return []
    if day is None or start is None or end is None or start >= end:
        return []
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
        right = nearest(day[:2], DAY_CODES)
        problems.append(
            error(path, f"{day[:20]!r} is no day code; perhaps {right}. All are {' '.join(DAY_CODES)}.")
        )
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


def _neighbours(windows: list[tuple[Window, int]], path: str) -> Iterator[Problem]:
    """Windows of one day that overlap or touch; ``windows`` in order, each with its place in the list."""
    reach: tuple[Window, int] | None = None
    for (earlier, place), (window, at) in pairwise(windows):
        if reach is None or reach[0].day != earlier.day or earlier.end > reach[0].end:
            reach = (earlier, place)
        if window.day != reach[0].day:
            continue
        other = f"days[{reach[1]}] ({wire_time(reach[0].start)} to {wire_time(reach[0].end)})"
        if window.start < reach[0].end:
            yield error(f"{path}[{at}].start", f"This window overlaps {other}.")
        elif window.start == reach[0].end:
            yield warning(
                f"{path}[{at}].start", f"This window touches {other}: one window would say the same."
            )
