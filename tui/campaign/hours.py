"""The week of calling hours, as minutes.

A day is a set of open minutes held as the bits of one whole number: opening is *or*, closing is *and not*,
and windows that touch or overlap are one by construction. Weeks never change; every edit gives a new one,
so that keeping the old one is all an undo needs.

A day has 1,439 minutes that can be open, 00:00 to 23:59 with ends exclusive: the platform documents no
window that ends at midnight.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The platform's day codes, Monday first."""
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""The days as screens show them."""
DAYS = range(7)
DAY_MINUTES = 1439
"""The minutes of a day that can be open, and the last minute a window may end at (23:59)."""
MIDNIGHT = 1440
"""The end of a day on the clock; as an end of a window it reads as 23:59."""


class Window(NamedTuple):
    """One calling window: ``day`` 0 (Monday) to 6, minutes ``start`` (included) to ``end`` (excluded)."""

    day: int
    start: int
    end: int

    def __str__(self) -> str:
        """``09:00-18:00``, without the day."""
        return f"{hhmm(self.start)}-{hhmm(self.end)}"


@dataclass(frozen=True, slots=True)
class Week:
    """The open minutes of seven days, Monday first; bit ``n`` of a day is its minute ``n``."""

    days: tuple[int, ...] = (0,) * 7

    @classmethod
    def of(cls, windows: Iterable[Window]) -> "Week":
        """The week in which exactly ``windows`` are open; ends after 23:59 are cut to it."""
        days = [0] * 7
        for window in windows:
            days[window.day] |= span(window.start, window.end)
        return cls(tuple(days))

    def opened(self, day: int, start: int, end: int) -> "Week":
        """This week with ``start`` to ``end`` of ``day`` open."""
        return self.with_day(day, self.days[day] | span(start, end))

    def closed(self, day: int, start: int, end: int) -> "Week":
        """This week with ``start`` to ``end`` of ``day`` closed."""
        return self.with_day(day, self.days[day] & ~span(start, end))

    def closed_but(self, day: int, start: int, end: int) -> "Week":
        """This week with ``day`` closed outside ``start`` to ``end``."""
        return self.with_day(day, self.days[day] & span(start, end))

    def with_day(self, day: int, minutes: int) -> "Week":
        """This week with the minutes of ``day`` replaced by the bits of ``minutes``."""
        return Week((*self.days[:day], minutes, *self.days[day + 1 :]))

    def windows(self) -> tuple[Window, ...]:
        """The calling windows, in order, none touching another."""
        return tuple(window for day in DAYS for window in self.windows_of(day))

    def windows_of(self, day: int) -> Iterator[Window]:
        """The calling windows of one day, in order."""
        left, at = self.days[day], 0
        while left:
            gap = (left & -left).bit_length() - 1
            left >>= gap
            length = (~left & (left + 1)).bit_length() - 1
            at += gap
            yield Window(day, at, at + length)
            left >>= length
            at += length

    def alike(self) -> dict[int, list[int]]:
        """The days that are open, those with equal windows together, by the bits of their minutes."""
        found: dict[int, list[int]] = {}
        for day in DAYS:
            if self.days[day]:
                found.setdefault(self.days[day], []).append(day)
        return found

    def open_minutes(self, day: int, start: int = 0, end: int = DAY_MINUTES) -> int:
        """How many minutes of ``day`` between ``start`` and ``end`` are open."""
        return (self.days[day] & span(start, end)).bit_count()

    def total(self) -> int:
        """Open minutes of the whole week."""
        return sum(day.bit_count() for day in self.days)

    def __bool__(self) -> bool:
        """Whether anything is open."""
        return any(self.days)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What is not settled of a week that is shown.

    ``text`` was typed and can't be read (None where the week and its text agree), ``repaired`` says how the week
    differs from a file's hours, which were not right, ``listed`` is that file's own list.
    """

    text: str | None = None
    repaired: tuple[str, ...] = ()
    listed: list[Any] = field(default_factory=list)

    @property
    def is_settled(self) -> bool:
        """Whether there is nothing of that."""
        return self.text is None and not self.repaired


def span(start: int, end: int) -> int:
    """The bits of the minutes ``start`` (included) to ``end`` (excluded) that a day can have open."""
    start, end = max(start, 0), min(end, DAY_MINUTES)
    return ((1 << (end - start)) - 1) << start if end > start else 0


def hhmm(minute: int) -> str:
    """A minute of the day on the 24-hour clock, ``09:05``; 1440 is ``24:00``."""
    return f"{minute // 60:02}:{minute % 60:02}"


def duration(minutes: int) -> str:
    """Hours and minutes as screens show them, ``8h00``."""
    return f"{minutes // 60}h{minutes % 60:02}"


def wire_time(minute: int) -> str:
    """A minute of the day (0 to 1439) as the platform writes it, ``9:05 AM``."""
    hour = minute // 60
    return f"{hour % 12 or 12}:{minute % 60:02} {'AM' if hour < 12 else 'PM'}"


NIGHT = span(0, 8 * 60) | span(21 * 60, MIDNIGHT)
"""The minutes of a day that are night: before 08:00 and from 21:00."""


def nights(week: Week) -> Week:
    """What of ``week`` is open at night."""
    return Week(tuple(day & NIGHT for day in week.days))
