"""The calling hours as the next seven days: with dates, in the campaign's zone and in one's own. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tui.base.text import plural
from tui.campaign.clock_changes import change_words, city, date_words, next_change, zone_of
from tui.campaign.hours import MIDNIGHT, Week, hhmm

_DAYS = 7
_MOST = 4
"""Windows of a day that are shown; of more, how many there are."""


@dataclass(frozen=True, slots=True)
class ComingDay:
    """One day: its ``windows`` in the campaign's zone, of today what is left of them, and the same in one's own zone.

    ``changes`` says what clocks do on it.
    """

    date: date
    windows: tuple[str, ...]
    own: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


def coming_days(week: Week, zone: str, now: datetime, own: str = "") -> tuple[ComingDay, ...]:
    """The seven days that begin with the day of ``now`` (aware) in ``zone``; ``own`` is another zone, or empty."""
    there = zone_of(zone)
    local = now.astimezone(there)
    other = zone_of(own) if own and own != zone else None
    last = datetime.combine(local.date() + timedelta(days=_DAYS), datetime.min.time(), there)
    changes = [
        (change.astimezone(zone_of(name)), f"{city(name)}: {change_words(name, change)}")
        for name in dict.fromkeys((zone, own if other else zone))
        if (change := next_change(name, now)) is not None and change < last.astimezone(UTC)
    ]
    return tuple(
        _day(local.date() + timedelta(days=ahead), week, there, local, other, changes)
        for ahead in range(_DAYS)
    )


def lines(days: Sequence[ComingDay], own: str = "") -> list[str]:
    """``days`` as text, a line a day: what is open there, and behind ``=`` the same in the zone ``own``."""
    shown = [
        _some(each.windows) or ("closed" if at else "nothing left today") for at, each in enumerate(days)
    ]
    wide = max(map(len, shown), default=0)
    found = []
    for at, each in enumerate(days):
        label = f"{'today' if not at else '':<6}{date_words(each.date):<11}"
        here = f"  = {_some(each.own)}" if each.own else ""
        found.append(f"{label}{shown[at]:<{wide}}{here}".rstrip())
        found += [f"      {said}" for said in each.changes]
    where = f", and behind = in {city(own)}" if any(each.own for each in days) else ""
    return [f"The next seven days, as the clocks there say{where}:", *found]


def _day(
    day: date,
    week: Week,
    there: ZoneInfo,
    now: datetime,
    other: ZoneInfo | None,
    changes: Sequence[tuple[datetime, str]],
) -> ComingDay:
    passed = now.hour * 60 + now.minute if day == now.date() else 0
    spans = [
        (max(window.start, passed), window.end)
        for window in week.windows_of(day.weekday())
        if window.end > passed
    ]
    own = [
        (_instant(day, start, there), _instant(day, end, there)) for start, end in spans if other is not None
    ]
    return ComingDay(
        day,
        tuple(f"{hhmm(start)}-{hhmm(end)}" for start, end in spans),
        tuple(f"{_there(begin, other, day)}-{_there(end, other, day)}" for begin, end in own),
        tuple(said for when, said in changes if when.date() == day),
    )


def _instant(day: date, minute: int, zone: ZoneInfo) -> datetime:
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=min(minute, MIDNIGHT))
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _there(instant: datetime, zone: ZoneInfo | None, day: date) -> str:
    local = instant.astimezone(zone)
    away = (local.date() - day).days
    return f"{local:%H:%M}{f'{away:+d}d' if away else ''}"


def _some(windows: Sequence[str]) -> str:
    more = f" and {plural(len(windows) - _MOST, 'more window')}" if len(windows) > _MOST else ""
    return ", ".join(windows[:_MOST]) + more
