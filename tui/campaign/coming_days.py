"""The calling hours as the next seven days: with dates, in the campaign's zone and in one's own. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui.base.text import plural
from tui.campaign.clock_changes import change_words, city, date_words, next_change, zone_of
from tui.campaign.hours import DAY_NAMES, Week, hhmm

_DAYS = 7
_MOST = 4
"""Windows of a day that are shown; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class ComingDay:
    """One day: its ``windows`` in the campaign's zone, of today what is left of them, and the same in one's own zone.

    ``own`` is empty where one's own clocks say the same on all days. ``is_planned``: the week has windows on it.
    ``changes`` says what clocks do on it.
    """

    date: date
    windows: tuple[str, ...]
    own: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    is_planned: bool = True


class _Span(NamedTuple):
    """An open time: its minutes of the day on the campaign's clock, and the instants at which they are."""

    start: int
    end: int
    begins: datetime
    ends: datetime


def coming_days(week: Week, zone: str, now: datetime, own: str = "") -> tuple[ComingDay, ...]:
    """The seven days that begin with the day of ``now`` (aware) in ``zone``; ``own`` is another zone, or empty."""
    there = zone_of(zone)
    today = now.astimezone(there).date()
    first, last = _midnight(today, there), _midnight(today + timedelta(days=_DAYS), there)
    changes = [
        (name, change)
        for name in dict.fromkeys((zone, own or zone))
        if (change := next_change(name, first - timedelta(minutes=1))) is not None and change < last
    ]
    found = []
    for ahead in range(_DAYS):
        day = today + timedelta(days=ahead)
        spans = _spans(day, week, there, now, [change for name, change in changes if name == zone])
        found.append(
            ComingDay(
                day,
                tuple(f"{hhmm(each.start)}-{hhmm(each.end)}" for each in spans),
                tuple(_own(each, zone_of(own), day) for each in spans) if own else (),
                tuple(
                    f"{city(name)}: {change_words(name, change)}"
                    for name, change in changes
                    if change.astimezone(zone_of(name)).date() == day
                ),
                bool(week.days[day.weekday()]),
            )
        )
    if own != zone and all(each.own == each.windows for each in found):
        return coming_days(week, zone, now, zone)
    return tuple(replace(each, own=()) for each in found) if own == zone else tuple(found)


def lines(days: Sequence[ComingDay], own: str = "") -> list[str]:
    """``days`` as text, a line a day: what is open there, and behind ``=`` the same in the zone ``own``."""
    shown = [_some(each.windows) or _closed(each, is_today=not at) for at, each in enumerate(days)]
    wide = max(map(len, shown), default=0)
    found = []
    for at, each in enumerate(days):
        label = f"{'today' if not at else '':<6}{date_words(each.date):<11}"
        here = f"  = {_some(each.own)}" if each.own else ""
        found.append(f"{label}{shown[at]:<{wide}}{here}".rstrip())
        found += [f"      {said}" for said in each.changes]
    where = f", and behind = in {city(own)}" if any(each.own for each in days) else ""
    return [f"The next seven days, as the clocks there say{where}:", *found]


def _closed(day: ComingDay, *, is_today: bool) -> str:
    if not day.is_planned:
        return "closed"
    return "nothing left today" if is_today else "skipped by the clocks"


def _spans(day: date, week: Week, zone: ZoneInfo, now: datetime, changes: Sequence[datetime]) -> list[_Span]:
    """What is open on ``day`` from ``now`` on: where clocks go back twice, where they go forward not at all."""
    start, end = _midnight(day, zone), _midnight(day + timedelta(days=1), zone)
    edges = [start, *(change for change in changes if start < change < end), end]
    wall = datetime(day.year, day.month, day.day, tzinfo=UTC)
    found: list[_Span] = []
    for window in week.windows_of(day.weekday()):
        for since, until in pairwise(edges):
            offset = since.astimezone(zone).utcoffset() or timedelta()
            begins = max(wall + timedelta(minutes=window.start) - offset, since, now.replace(second=0))
            ends = min(wall + timedelta(minutes=window.end) - offset, until)
            if begins >= ends:
                continue
            opens, closes = (int((at + offset - wall).total_seconds()) // 60 for at in (begins, ends))
            if found and found[-1].ends == begins:
                opens, begins = found[-1].start, found.pop().begins
            found.append(_Span(opens, closes, begins, ends))
    return sorted(found, key=lambda each: each.begins)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)


def _own(span: _Span, zone: ZoneInfo, day: date) -> str:
    """A span on another clock, days named where they are not the row's: ``Wed 22:30-Thu 02:30``."""
    begins, ends = span.begins.astimezone(zone), span.ends.astimezone(zone)
    first = "" if begins.date() == day else f"{DAY_NAMES[begins.weekday()]} "
    then = "" if ends.date() == begins.date() else f"{DAY_NAMES[ends.weekday()]} "
    return f"{first}{begins:%H:%M}-{then}{ends:%H:%M}"


def _some(windows: Sequence[str]) -> str:
    more = f" and {plural(len(windows) - _MOST, 'more window')}" if len(windows) > _MOST else ""
    return ", ".join(windows[:_MOST]) + more
