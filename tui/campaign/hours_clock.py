"""Times of day and windows as people write them, on either clock, and what else each could mean. Pure.

A time without AM or PM whose hour is 1 to 12 has two readings, unless a zero leads it (``09:00``). Which one is
taken is decided in :mod:`tui.campaign.hours_text`; here is what there is to decide between.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tui.campaign.hours import DAY_MINUTES, MIDNIGHT, hhmm, span, wire_time

HALF_DAY = 12 * 60
EARLY = 7 * 60
"""Hours before this are seldom meant: 7:00 in the morning."""
_CLOCK = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})(?::([0-9]{2}))?|([0-9]{1,4})")
_FULL = re.compile(r"[0-9]{2}:?[0-9]{2}")
_WORDS = {"noon": HALF_DAY, "midday": HALF_DAY, "midnight": MIDNIGHT}


class ClockSpan(NamedTuple):
    """A window as it could be meant: minutes ``start`` to ``end``, which is over 1440 on the next day."""

    start: int
    end: int

    def __str__(self) -> str:
        """As it can be typed: ``09:00-18:00``, ``22:00-02:00 next day``; midnight is 23:59."""
        if self.end > MIDNIGHT:
            return f"{hhmm(self.start)}-{hhmm(self.end - MIDNIGHT)} next day"
        return f"{hhmm(self.start)}-{hhmm(min(self.end, DAY_MINUTES))}"

    @property
    def minutes(self) -> int:
        """The bits of its minutes on the day it begins."""
        return span(self.start, self.end)

    @property
    def minutes_past(self) -> int:
        """The bits of its minutes on the day after."""
        return span(0, self.end - MIDNIGHT)

    @property
    def on_both_clocks(self) -> str:
        """``02:00-10:00 (2:00 AM-10:00 AM)``."""
        end = self.end - MIDNIGHT if self.end > MIDNIGHT else min(self.end, DAY_MINUTES)
        return f"{self} ({wire_time(self.start)}-{wire_time(end)})"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as typed: its minute on the 24-hour clock, and whether AM or PM was said.

    ``is_two_faced``: AM and PM are both possible. ``is_word``: noon or midnight. ``is_full``: hours and minutes
    have two digits each.
    """

    minute: int
    half: str = ""
    is_two_faced: bool = False
    is_word: bool = False
    is_full: bool = False

    @property
    def is_on_24(self) -> bool:
        """Whether only the 24-hour clock has such a time."""
        return not (self.half or self.is_two_faced or self.is_word)

    @property
    def is_certain(self) -> bool:
        """Whether it has one reading, and is written as the 24-hour clock is."""
        return self.is_full and not self.is_two_faced

    @property
    def as_start(self) -> "Clock":
        """The same where a window begins: midnight is the one before the day."""
        return Clock(0, is_word=True) if self.is_word and self.minute == MIDNIGHT else self

    @property
    def other(self) -> int:
        """The minute in the other half of the day, where there is one."""
        return self.minute + HALF_DAY if self.is_two_faced else self.minute


@lru_cache(4096)
def read_clock(text: str) -> Clock | None:
    """The time that ``text`` names, or None: ``9``, ``9:05``, ``0905``, ``9h05``, ``9:05 pm``, ``noon``."""
    folded = "".join(text.casefold().split())
    for word, minute in _WORDS.items():
        if folded.endswith(word):
            return Clock(minute, is_word=True)
    half = {"a": "am", "p": "pm"}.get(next((char for char in folded if char in "ap"), ""), "")
    found = _CLOCK.match(folded)
    if not found:
        return None
    hours, minutes, seconds, bare = found.groups()
    if bare is not None:
        hours, minutes = (bare, "0") if len(bare) <= 2 else (bare[:-2], bare[-2:])
    hour, minute = int(hours), int(minutes)
    if (hour, minute, seconds) == (23, 59, "59"):
        hour, minute, seconds = 24, 0, None
    if minute > 59 or hour > 24 or (hour == 24 and minute) or int(seconds or 0):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        return Clock((hour % 12 + (12 if half == "pm" else 0)) * 60 + minute, half)
    is_two_faced = 1 <= hour <= 12 and not hours.startswith("0")
    return Clock(hour * 60 + minute, "", is_two_faced, False, bool(_FULL.fullmatch(found[0])))


def other_reading(opens: Clock, ends: Clock) -> ClockSpan | None:
    """What a window without AM or PM says to a reader of the 12-hour clock, where that is another one."""
    if (opens.is_full and ends.is_full) or opens.is_on_24 or ends.is_on_24:
        return None
    start, end = opens.other, ends.other
    if start >= MIDNIGHT:  # 12 is noon, or the midnight before
        start, end = start - MIDNIGHT, end % MIDNIGHT
    return ClockSpan(start, end) if start < end and (start, end) != (opens.minute, ends.minute) else None


def readings_of_halves(opens: Clock, ends: Clock) -> tuple[ClockSpan, ...]:
    """What a window can mean that has AM or PM at one of its ends only; its end is after its start."""
    as_it_stands = ClockSpan(opens.minute, ends.minute)
    if opens.is_two_faced and ends.half and opens.minute + HALF_DAY < ends.minute:
        return as_it_stands, ClockSpan(opens.minute + HALF_DAY, ends.minute)
    if ends.is_two_faced and opens.half == "am":
        return as_it_stands, ClockSpan(opens.minute, ends.minute + HALF_DAY)
    return (as_it_stands,)


def readings_past_midnight(opens: Clock, ends: Clock) -> tuple[ClockSpan, ...]:
    """What a window can mean that ends on the next day."""
    as_it_stands = ClockSpan(opens.minute, MIDNIGHT + ends.minute)
    if opens.is_two_faced and opens.minute < HALF_DAY and not (opens.is_full and ends.is_full):
        return ClockSpan(opens.minute + HALF_DAY, as_it_stands.end), as_it_stands
    return (as_it_stands,)


def readings_of_reversed(opens: Clock, ends: Clock) -> tuple[ClockSpan, ...]:
    """What a window was perhaps meant to be whose end is not after its start."""
    start, end = opens.minute, ends.minute
    if start >= DAY_MINUTES:
        return (ClockSpan(0, end),) if start == MIDNIGHT and end else ()
    if not end:  # midnight; some write 12 AM for noon
        noon = [ClockSpan(start, HALF_DAY)] if ends.half and start < HALF_DAY else []
        return (ClockSpan(start, MIDNIGHT), *noon)
    found = []
    if not ends.half and end >= 60 and not ends.is_word and start < end + HALF_DAY:
        found.append(ClockSpan(start, end + HALF_DAY))
    if opens.is_two_faced and start >= HALF_DAY and start - HALF_DAY < end:
        found.append(ClockSpan(start - HALF_DAY, end))
    if opens.is_two_faced and ends.half and start < HALF_DAY:
        found.append(ClockSpan(start + HALF_DAY, MIDNIGHT + end))
    return (*found, ClockSpan(start, MIDNIGHT + end))
