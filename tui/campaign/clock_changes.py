"""What the clocks of a time zone do: now, at the next change, and against another zone. Pure.

Zones are names of the IANA database; the answers are those of ``zoneinfo``.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from tui.campaign.hours import DAY_NAMES, hhmm

_AHEAD = timedelta(days=400)
"""How far ahead a change of clocks is looked for; where they change, they do so every year."""
_STEP = timedelta(days=7)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@cache
def zone_of(name: str) -> ZoneInfo:
    """The zone called ``name``, which must be one of :func:`tui.campaign.zones.names`."""
    return ZoneInfo(name)


def clock(name: str, now: datetime) -> str:
    """Abbreviation and offset of a zone at ``now`` (aware), and its next change, in words."""
    zone = zone_of(name)
    local = now.astimezone(zone)
    return f"{_abbreviation(local)}{_offset(local)}, {_change(name, now)}"


def clock_now(name: str, now: datetime) -> str:
    """Offset of a zone and what its clock shows at ``now`` (aware): ``UTC+5:30, 14:02 now``."""
    local = now.astimezone(zone_of(name))
    return f"{_offset(local)}, {local:%H:%M} now"


def next_change(name: str, now: datetime) -> datetime | None:
    """The first instant (UTC) after ``now`` at which the zone's offset is another, None within 400 days."""
    zone = zone_of(name)
    low = now.astimezone(UTC).replace(second=0, microsecond=0)
    end = low + _AHEAD
    while low < end:
        high = low + _STEP
        if high.astimezone(zone).utcoffset() != low.astimezone(zone).utcoffset():
            while high - low > timedelta(minutes=1):
                middle = (low + (high - low) // 2).replace(second=0)
                same = middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            return high
        low = high
    return None


def instants(name: str, day: int, minute: int, now: datetime) -> tuple[datetime, ...]:
    """The instants (UTC) of a time of the zone's next ``day`` (0 Monday, today included).

    Usually one; two where the clocks go back over it, none where they go forward past it.
    """
    zone = zone_of(name)
    today = now.astimezone(zone).date()
    there = today + timedelta(days=(day - today.weekday()) % 7)
    wall = datetime(there.year, there.month, there.day) + timedelta(minutes=minute)
    found = []
    for fold in (0, 1):
        instant = wall.replace(tzinfo=zone, fold=fold).astimezone(UTC)
        if instant.astimezone(zone).replace(tzinfo=None, fold=0) == wall and instant not in found:
            found.append(instant)
    return tuple(found)


def elsewhere(name: str, other: str, day: int, minute: int, now: datetime) -> str:
    """``minute`` of ``day`` in one zone as the time in another: ``23:30 Sun New York``."""
    times = [instant.astimezone(zone_of(other)) for instant in instants(name, day, minute, now)]
    if not times:
        return f"skipped by the clocks on that day in {city(name)}"
    said = " or ".join(f"{each:%H:%M} {DAY_NAMES[each.weekday()]}" for each in times)
    return f"{said} {city(other)}"


def city(name: str) -> str:
    """The place in a zone's name, as one says it: ``New York``."""
    return name.rpartition("/")[2].replace("_", " ")


def _change(name: str, now: datetime) -> str:
    change = next_change(name, now)
    if change is None:
        return "no clock changes"
    return change_words(name, change)


def change_words(name: str, change: datetime) -> str:
    """What the clocks of a zone do at the instant ``change``: ``clocks go back 1 h on Sun 1 Nov at 02:00``."""
    zone = zone_of(name)
    before = (change - timedelta(minutes=1)).astimezone(zone)
    after = change.astimezone(zone)
    by = (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
    minutes = int(by.total_seconds()) // 60
    way = "forward" if minutes > 0 else "back"
    wall = before + timedelta(minutes=1)
    much = f"{abs(minutes) // 60} h" if not minutes % 60 else f"{abs(minutes)} min"
    return f"clocks go {way} {much} on {date_words(wall)} at {hhmm(wall.hour * 60 + wall.minute)}"


def date_words(day: date) -> str:
    """A day as one says it: ``Sun 1 Nov``."""
    return f"{DAY_NAMES[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def _abbreviation(local: datetime) -> str:
    name = local.tzname() or ""
    return f"{name} " if name.isalpha() else ""


def _offset(local: datetime) -> str:
    minutes = int((local.utcoffset() or timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
