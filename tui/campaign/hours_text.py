"""The week of calling hours as text, ``Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00``, out and in.

The notation is OpenStreetMap's opening hours. Out it is canonical; in it forgives (``mon-fri 9-18``,
``9:00 AM - 6 PM``, ``0900-1800``). What could mean two things is never guessed: it is a mistake that
offers each reading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.campaign.hours import DAY_MINUTES, DAYS, MIDNIGHT, Week, Window, hhmm, span

SHORT_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_GROUPS = {
    "weekdays": range(5), "weekday": range(5), "workdays": range(5), "weekend": range(5, 7),
    "weekends": range(5, 7), "daily": DAYS, "everyday": DAYS, "every day": DAYS, "all days": DAYS,
}  # fmt: skip
_DAY = r"[a-z]+"
_DASH = r"\s*(?:-|–|—|‒|−|\bto\b|\btill?\b|\buntil\b)\s*"
_TIME = r"(?:noon|[0-9]{1,2}\s*[:.h]\s*[0-9]{2}|[0-9]{1,4})\s*(?:[ap]\.?m?\.?(?![a-z]))?"
_TIMES = re.compile(rf"({_TIME}){_DASH}({_TIME})", re.I)
_DAYS = re.compile(rf"every\s+day|all\s+days|{_DAY}(?:{_DASH}{_DAY}(?!{_DAY}))?", re.I)
_CLOCK = re.compile(r"([0-9]{1,2})\s*[:.h]\s*([0-9]{2})|([0-9]{1,4})", re.I)
_SPACE = re.compile(r"\s*")
_LIMIT = 70_000
_MIDNIGHT_NOTE = "24:00 is stored as 23:59: the platform documents no window that ends at midnight."


@dataclass(frozen=True, slots=True)
class Mistake:
    """What can't be read: characters ``start`` to ``end`` of the text, why, and what was perhaps meant."""

    start: int
    end: int
    message: str
    readings: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The message with its readings."""
        return f"{self.message} Write {' or '.join(self.readings)}." if self.readings else self.message


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: a week, or a mistake; and what was read in a way worth a word."""

    week: Week | None
    mistake: Mistake | None = None
    notes: tuple[str, ...] = ()


def text_of(week: Week) -> str:
    """The canonical text of ``week``; empty where nothing is open. Days with equal windows share one rule."""
    rules: dict[int, list[int]] = {}
    for day in DAYS:
        if week.days[day]:
            rules.setdefault(week.days[day], []).append(day)
    return "; ".join(
        f"{_days_text(days)} {','.join(str(window) for window in week.windows_of(days[0]))}"
        for days in rules.values()
    )


def _days_text(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(
        SHORT_DAYS[run[0]] if len(run) == 1 else f"{SHORT_DAYS[run[0]]}-{SHORT_DAYS[run[-1]]}" for run in runs
    )


def read(text: str) -> Reading:
    """Read a week. Never raises; a text longer than any week needs is a mistake."""
    if len(text) > _LIMIT:
        return Reading(None, Mistake(0, len(text), "This is longer than any week of calling hours."))
    try:
        return _Reader(text).week()
    except _UnreadableError as unreadable:
        return Reading(None, unreadable.mistake)


class _UnreadableError(Exception):
    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.message)
        self.mistake = mistake


@dataclass(slots=True)
class _Reader:
    """One pass over the text, left to right."""

    text: str
    at: int = 0
    notes: list[str] = field(default_factory=list)

    def week(self) -> Reading:
        minutes: dict[int, int] = {}
        while self._more():
            begin = self.at
            days = self._days()
            open_minutes, closes = self._times(days)
            for day in days:
                if day in minutes and not closes:
                    self._fail(begin, self.at, f"{SHORT_DAYS[day]} is named twice: put all its windows in one "
                               f"rule, such as {SHORT_DAYS[day]} 09:00-13:00,14:00-18:00.")  # fmt: skip
                minutes[day] = open_minutes
        return Reading(Week(tuple(minutes.get(day, 0) for day in DAYS)), notes=tuple(self.notes))

    def _more(self) -> bool:
        while self._skip() < len(self.text) and self.text[self.at] in ";,|":
            self.at += 1
        return self.at < len(self.text)

    def _skip(self) -> int:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _fail(self, start: int, end: int, message: str, *readings: str) -> None:
        raise _UnreadableError(Mistake(start, end, message, readings))

    def _days(self) -> list[int]:
        """The days a rule is for; none named means every day, as in OpenStreetMap."""
        days: list[int] = []
        while self._skip() < len(self.text):
            found = _DAYS.match(self.text, self.at)
            if not found or found.group().casefold() in _CLOSED_WORDS or _TIMES.match(self.text, self.at):
                break
            days += [day for day in self._day_range(found.group(), found.start()) if day not in days]
            self.at = found.end()
            comma = re.compile(r"\s*(?:,|&|\band\b|\+|:)?\s*", re.I).match(self.text, self.at)
            self.at = comma.end() if comma else self.at
        if not days:
            self._note("No day is named: this is for every day.")
        return sorted(days) or list(DAYS)

    def _day_range(self, text: str, start: int) -> Iterator[int]:
        folded = " ".join(text.casefold().split())
        if folded in _GROUPS:
            yield from _GROUPS[folded]
            return
        ends = re.split(_DASH, folded)
        numbers = [self._day(name, start, start + len(text)) for name in ends]
        first, last = numbers[0], numbers[-1]
        yield from (day % 7 for day in range(first, last + 1 if last >= first else last + 8))

    def _day(self, name: str, start: int, end: int) -> int:
        if len(name) >= 2:
            for day, long_name in enumerate(_LONG_DAYS):
                if long_name.startswith(name) or name in {f"{long_name}s", f"{long_name[:3]}s"}:
                    return day
            if name in {"tues", "thurs", "thur", "wednes"}:
                return {"tu": 1, "th": 3, "we": 2}[name[:2]]
        self._fail(start, end, f"{name!r} is no day: use Mo Tu We Th Fr Sa Su.")
        raise AssertionError

    def _times(self, days: list[int]) -> tuple[int, bool]:
        """The open minutes of a rule, and whether it closes the days instead."""
        begin = self._skip()
        closed = re.compile(r"(off|closed)\b", re.I).match(self.text, begin)
        if closed:
            self.at = closed.end()
            return 0, True
        always = re.compile(r"24\s*/\s*7|24\s*h(?:ours)?\b", re.I).match(self.text, begin)
        if always:
            self.at = always.end()
            self._note(_MIDNIGHT_NOTE)
            return span(0, MIDNIGHT), False
        minutes = 0
        while True:
            minutes |= self._window(days, minutes)
            comma = re.compile(r"\s*(?:,|&|\band\b|\+)\s*(?=[0-9n])", re.I).match(self.text, self.at)
            if not comma or not _TIMES.match(self.text, comma.end()):
                break
            self.at = comma.end()
        rest = self._skip()
        if rest < len(self.text) and self.text[rest] not in ";,|" and not _DAYS.match(self.text, rest):
            self._fail(rest, len(self.text), f"{self.text[rest:rest + 12]!r} can't be read here: "
                       "separate windows by a comma, days by a semicolon.")  # fmt: skip
        return minutes, False

    def _window(self, days: list[int], before: int) -> int:
        start = self.at
        found = _TIMES.match(self.text, start)
        if not found:
            stop = re.search(r"[;,]|$", self.text[start:])
            end = start + (stop.start() if stop else 0)
            what = self.text[start:end].strip()
            self._fail(start, max(end, start + 1), f"{what[:20]!r} is no window of time: write 09:00-18:00."
                       if what else "Hours are missing here: write 09:00-18:00.")  # fmt: skip
            raise AssertionError
        opens = _Clock.read(found.group(1))
        ends = _Clock.read(found.group(2))
        for clock, group in ((opens, 1), (ends, 2)):
            if clock is None:
                self._fail(
                    found.start(group), found.end(group), f"{found.group(group).strip()!r} is no time of day."
                )
        assert opens is not None
        assert ends is not None
        self.at = found.end()
        if opens.could_be_afternoon and ends.half:
            self._refuse_if_ambiguous(found, opens, ends)
        if ends.minute == MIDNIGHT:
            self._note(_MIDNIGHT_NOTE)
        if min(ends.minute, DAY_MINUTES) <= opens.minute:
            self._fail(found.start(), found.end(), self._reversed(opens, ends),
                       *_readings(opens, ends, days))  # fmt: skip
        minutes = span(opens.minute, ends.minute)
        if before & minutes:
            window = Window(0, opens.minute, min(ends.minute, DAY_MINUTES))
            self._note(f"{window} overlaps another window of that day: they are one now.")
        return minutes

    def _refuse_if_ambiguous(self, found: re.Match[str], opens: "_Clock", ends: "_Clock") -> None:
        later = opens.minute + 12 * 60
        if opens.minute < ends.minute and later < ends.minute:
            self._fail(found.start(), found.end(), "This start can be read in two ways.",
                       f"{hhmm(opens.minute)}-{hhmm(ends.minute)}", f"{hhmm(later)}-{hhmm(ends.minute)}")  # fmt: skip

    @staticmethod
    def _reversed(opens: "_Clock", ends: "_Clock") -> str:
        return f"{hhmm(opens.minute)}-{hhmm(ends.minute)}: the end is not after the start."

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


_CLOSED_WORDS = frozenset({"off", "closed"})


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day as typed: its minute, and whether AM or PM was said."""

    minute: int
    half: str
    could_be_afternoon: bool

    @classmethod
    def read(cls, text: str) -> "_Clock | None":
        folded = text.casefold().strip()
        if folded == "noon":
            return cls(12 * 60, "pm", False)
        half = {"a": "am", "p": "pm"}.get(next((char for char in folded if char in "ap"), ""), "")
        found = _CLOCK.match(folded)
        if not found:
            return None
        hours, minutes, bare = found.groups()
        if bare is not None:
            hours, minutes = (bare, "0") if len(bare) <= 2 else (bare[:-2], bare[-2:])
        hour, minute = int(hours), int(minutes)
        if minute > 59 or hour > 24 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
            return None
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        return cls(hour * 60 + minute, half, not half and 1 <= hour < 12)


def _readings(opens: _Clock, ends: _Clock, days: list[int]) -> tuple[str, ...]:
    """What an end that is not after its start was perhaps meant to be."""
    start, readings = hhmm(opens.minute), []
    if not ends.half and opens.minute < ends.minute + 12 * 60 < MIDNIGHT and ends.minute < 12 * 60:
        readings.append(f"{start}-{hhmm(ends.minute + 12 * 60)}")
    if opens.minute < DAY_MINUTES:
        overnight = f"{start}-23:59"
        if ends.minute:
            day = f"on {SHORT_DAYS[(days[0] + 1) % 7]}" if len(days) == 1 else "the next day"
            overnight += f" and {day} 00:00-{hhmm(ends.minute)}"
        readings.append(overnight)
    return tuple(readings)
