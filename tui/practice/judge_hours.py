"""The rules of calling hours, by the documentation alone."""

import functools
import re
import zoneinfo
from collections.abc import Iterator
from typing import Any

from tui.campaign import fields
from tui.practice.rules import Rule, a_list, an_object, one_of, within

_TIME = re.compile(r"(0?[1-9]|1[0-2]):([0-5][0-9]) (AM|PM)")
"""``9:00 AM``; ``09:00 AM`` is accepted too, since one page documents the form as hh:mm."""
_MIDNIGHT = 0


def _minute(value: Any) -> int | None:
    """The minute of the day (0 to 1439) that a time names, or None where it is no time."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    return int(found[1]) % 12 * 60 + int(found[2]) + (720 if found[3] == "PM" else 0)


def _start(path: str, value: Any) -> Iterator[str]:
    if _minute(value) is None:
        yield f"{path} must be a time such as 9:00 AM, as a string"


def _end(path: str, value: Any) -> Iterator[str]:
    yield from _start(path, value)
    if _minute(value) == _MIDNIGHT:
        yield f"{path} must not be 12:00 AM: a day ends at 11:59 PM"


_WINDOW = an_object({"day": one_of("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "start": _start, "end": _end})


def _days(path: str, value: Any) -> Iterator[str]:
    yield from a_list(_WINDOW)(path, value)
    if isinstance(value, list):
        yield from _order(path, value)


def _order(path: str, windows: list[Any]) -> Iterator[str]:
    """What is wrong between the two ends of a window, and between windows; only whole windows are looked at."""
    whole = []
    for at, window in enumerate(windows):
        if any(_WINDOW(path, window)):
            continue
        start, end = _minute(window["start"]), _minute(window["end"])
        assert start is not None
        assert end is not None
        if end <= start:
            yield f"{path}[{at}].end must be after its start"
        else:
            whole.append((window["day"], start, end, at))
    last: dict[str, tuple[int, int]] = {}
    for day, start, end, at in sorted(whole):
        until, other = last.get(day, (0, at))
        if start < until:
            yield f"{path}[{at}] overlaps {path}[{other}]"
        last[day] = max((until, other), (end, at))


def _zone(path: str, value: Any) -> Iterator[str]:
    if not isinstance(value, str) or value not in _regions():
        yield f"{path} must be a region of the IANA database, such as Asia/Kolkata"


@functools.cache
def _regions() -> frozenset[str]:
    """Zones that follow a place; ``EST``, ``UTC`` and ``Etc/GMT-5`` follow none."""
    return frozenset(
        name for name in zoneinfo.available_timezones() if "/" in name and not name.startswith("Etc/")
    )


HOURS_RULE: Rule = an_object({"frequency": within(fields.FREQUENCY.kind), "timezone": _zone, "days": _days})
"""``dialingStrategy.callingHours``."""
