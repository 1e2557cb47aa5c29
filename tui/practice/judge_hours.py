"""Judging calling hours by the documentation alone."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = ("WEEKLY", "DAILY", "CUSTOM")
_TIME = re.compile(r"(0?[1-9]|1[0-2]):([0-5][0-9]) (AM|PM)")


def judge_hours(hours: Any, path: str) -> Iterator[str]:
    """Every rule that the calling hours at ``path`` break."""
    if not isinstance(hours, Mapping) or set(hours) != {"frequency", "timezone", "days"}:
        yield f"{path} needs frequency, timezone and days, and nothing else"
        return
    if hours["frequency"] not in _FREQUENCIES:
        yield f"{path}.frequency is none of {', '.join(_FREQUENCIES)}"
    if not _is_region(hours["timezone"]):
        yield f"{path}.timezone is no region of the IANA database"
    days = hours["days"]
    if not isinstance(days, list) or not days:
        yield f"{path}.days is no list with a window in it"
        return
    windows: list[tuple[str, int, int]] = []
    for at, item in enumerate(days):
        yield from _judge_window(item, f"{path}.days[{at}]", windows)
    for (day, _, end), (next_day, start, _) in pairwise(sorted(windows)):
        if day == next_day and start < end:
            yield f"{path}.days has windows of {day} that overlap"


def _judge_window(item: Any, path: str, windows: list[tuple[str, int, int]]) -> Iterator[str]:
    if not isinstance(item, Mapping) or set(item) != {"day", "start", "end"}:
        yield f"{path} needs day, start and end, and nothing else"
        return
    start, end = _minute(item["start"]), _minute(item["end"])
    if item["day"] not in _DAYS:
        yield f"{path}.day is none of {' '.join(_DAYS)}"
    if start is None:
        yield f"{path}.start is no time such as 9:00 AM"
    if end is None:
        yield f"{path}.end is no time such as 6:00 PM"
    elif end == 0:
        yield f"{path}.end can't be 12:00 AM"
    elif start is not None and end <= start:
        yield f"{path} ends before it starts"
    elif start is not None and item["day"] in _DAYS:
        windows.append((item["day"], start, end))


def _minute(value: Any) -> int | None:
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    return int(found[1]) % 12 * 60 + int(found[2]) + (720 if found[3] == "PM" else 0)


def _is_region(name: Any) -> bool:
    if not isinstance(name, str) or "/" not in name or name.startswith("Etc/"):
        return False
    try:
        return ZoneInfo(name).key == name
    except (ValueError, OSError, KeyError):
        return False
