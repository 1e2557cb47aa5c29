"""A text of calling hours read piece by piece, from left to right.

A bare hour is one of the 24-hour clock as long as nothing speaks against it: a window is refused that begins
before another one it stands after, and could have been meant on the 12-hour clock; so is one beside AM or PM.
What is read although it has another reading is named in a note, on both clocks.
"""

from dataclasses import dataclass

from tui.campaign.hours import DAY_MINUTES, DAYS, MIDNIGHT, Week, span
from tui.campaign.hours_clock import (
    EARLY,
    Clock,
    ClockSpan,
    other_reading,
    read_clock,
    readings_of_halves,
    readings_of_reversed,
    readings_past_midnight,
)
from tui.campaign.hours_words import SHORT_DAYS, Kind, Piece, pieces, runs, two_days

_MIDNIGHT_NOTE = "24:00 is stored as 23:59: the platform documents no window that ends at midnight."
_HOLIDAY_NOTE = "Holidays are left out: the platform knows none."
_ENDS = frozenset({Kind.BREAK, Kind.LINE, Kind.JOIN})
_DAY_LIKE = frozenset({Kind.DAY, Kind.HOLIDAY, Kind.OTHER})
_TIME_LIKE = frozenset({Kind.TIME, Kind.ALL_DAY, Kind.OFF})
_JOINED = (Kind.JOIN, Kind.TIME)


class UnreadableError(Exception):
    """Characters ``start`` to ``end`` can't be read; each of ``readings`` could stand in their place."""

    def __init__(self, start: int, end: int, message: str, readings: tuple[str, ...]) -> None:
        super().__init__(message)
        self.start, self.end, self.message, self.readings = start, end, message, readings


class Reader:
    """One pass over the text, left to right.

    ``own`` are the open minutes of the days named so far, ``past`` what windows past midnight bring to a day,
    ``latest`` is when the latest window so far begins.
    """

    def __init__(self, text: str, is_daily: bool) -> None:
        self.text = text
        self.is_daily = is_daily
        self.pieces = pieces(text)
        self.at = 0
        self.notes: dict[str, None] = {}
        self.own: dict[int, int] = {}
        self.past: dict[int, int] = {}
        self.latest = 0
        clocks = [read_clock(piece.text) for piece in self.pieces if piece.kind is Kind.TIME]
        self.has_half = any(clock and clock.half for clock in clocks)
        self.is_on_24 = any(clock and clock.is_on_24 for clock in clocks)

    def week(self) -> Week:
        """Everything that is said.

        Raises:
            UnreadableError: it can't be read, or not in one way.
        """
        is_first = True
        while self._more():
            self._rule(is_first)
            is_first = False
        return self._daily() if self.is_daily else self._days_apart()

    def _days_apart(self) -> Week:
        open_minutes = dict(self.own)
        for day, minutes in self.past.items():
            if day in self.own and not self.own[day]:
                self._note(f"{SHORT_DAYS[day]} is off, also past midnight.")
                continue
            if minutes & self.own.get(day, 0):
                self._note(
                    f"What goes on past midnight overlaps a window of {SHORT_DAYS[day]}: they are one now."
                )
            open_minutes[day] = open_minutes.get(day, 0) | minutes
        return Week(tuple(open_minutes.get(day, 0) for day in DAYS))

    def _daily(self) -> Week:
        """The windows that all named days have, for every day."""
        own = list(dict.fromkeys(self.own.values()))
        if len(own) > 1:
            each = [",".join(map(str, Week((minutes,)).windows_of(0))) for minutes in own if minutes]
            self._fail(
                0, len(self.text), "DAILY has the same windows on all seven days, and these differ.", *each
            )
        if own and len(self.own) < len(DAYS):
            self._note(f"DAILY: for all seven days, not only {runs(sorted(self.own))}.")
        minutes = own[0] if own else 0
        for more in self.past.values():
            minutes |= more
        return Week((minutes,) * 7)

    # --- pieces

    def _kind(self, ahead: int = 0) -> Kind | None:
        at = self.at + ahead
        return self.pieces[at].kind if at < len(self.pieces) else None

    def _next(self) -> Piece:
        self.at += 1
        return self.pieces[self.at - 1]

    def _more(self) -> bool:
        while self._kind() in _ENDS:
            self.at += 1
        return self.at < len(self.pieces)

    def _fail(self, start: int, end: int, message: str, *readings: str) -> None:
        raise UnreadableError(start, end, message, readings)

    def _fail_from(self, begin: int, message: str) -> None:
        """Point at everything from the piece ``begin`` to the one that was read last."""
        self._fail(self.pieces[begin].start, self.pieces[max(self.at - 1, begin)].end, message)

    def _note(self, note: str) -> None:
        self.notes[note] = None

    # --- rules

    def _rule(self, is_first: bool) -> None:
        """Days and their hours, in either order; or days that are off."""
        begin = self.at
        is_off = self._kind() is Kind.OFF
        self.at += is_off
        days, is_holiday = self._days()
        if not is_off and (days or is_holiday) and self._kind() in {Kind.JOIN, Kind.LINE, Kind.OFF}:
            self.at += self._kind() is not Kind.OFF and self._kind(1) in _TIME_LIKE
            is_off = self._kind() is Kind.OFF
            self.at += is_off
        if is_off:
            if not days and not is_holiday:
                self._fail_from(
                    begin, "Which day is off? Write it before, such as Su off; an empty text closes all."
                )
            self._close(days)
            return
        windows = self._windows()
        if not days and not is_holiday and self._kind() in {Kind.DAY, Kind.HOLIDAY}:
            days, is_holiday = self._days_after()
        if not days and not is_holiday:
            if not is_first:
                self._fail_from(begin, "This rule names no day: a comma joins windows of the same days, such as "
                                "Mo-Fr 09:00-13:00,14:00-18:00.")  # fmt: skip
            days = list(DAYS)
            if not self.is_daily:
                self._note("No day is named: this is for every day.")
        self._open(begin, days, *windows)

    def _open(self, begin: int, days: list[int], minutes: int, past: int) -> None:
        for day in days:
            if day in self.own:
                self._fail_from(begin, f"{SHORT_DAYS[day]} is named twice: put all its windows in one rule, "
                                f"such as {SHORT_DAYS[day]} 09:00-13:00,14:00-18:00.")  # fmt: skip
            self.own[day] = minutes
            if past:
                after = (day + 1) % 7
                self.past[after] = self.past.get(after, 0) | past

    def _close(self, days: list[int]) -> None:
        for day in days:
            self.own[day] = 0

    def _days(self) -> tuple[list[int], bool]:
        """The days that are named here, and whether holidays are; they are left out, as are days among them."""
        days, is_holiday, is_of_holidays, was = list[int](), False, False, Kind.JOIN
        while self._kind() in _DAY_LIKE:
            piece = self._next()
            is_of_holidays |= Kind.HOLIDAY in {piece.kind, was} and Kind.DAY in {piece.kind, was}
            was = piece.kind
            if piece.kind is Kind.HOLIDAY:
                is_holiday = True
                self._note(_HOLIDAY_NOTE)
            else:
                days += [day for day in self._day_range(piece) if day not in days]
            if self._kind() is Kind.JOIN and self._kind(1) in _DAY_LIKE:
                self.at, was = self.at + 1, Kind.JOIN
        return [] if is_of_holidays else sorted(days), is_holiday

    def _day_range(self, piece: Piece) -> tuple[int, ...]:
        first = self._named(piece)
        if self._kind() is not Kind.DASH or self._kind(1) not in {Kind.DAY, Kind.OTHER}:
            return first
        self.at += 1
        last = self._named(self._next())
        if len(first) > 1 or len(last) > 1:
            self._fail(
                piece.start, self.pieces[self.at - 1].end, "A range is from one day to another: Mo-Fr."
            )
        until = last[0] if last[0] >= first[0] else last[0] + 7
        return tuple(day % 7 for day in range(first[0], until + 1))

    def _named(self, piece: Piece) -> tuple[int, ...]:
        if not piece.days:
            word = piece.text.casefold()
            why = f"could be {either}" if (either := two_days(word)) else "is no day"
            self._fail(piece.start, piece.end, f"{word[:20]!r} {why}: use Mo Tu We Th Fr Sa Su.")
        return piece.days

    def _days_after(self) -> tuple[list[int], bool]:
        begin = self.at
        found = self._days()
        if self._kind() is Kind.OFF:  # a rule of their own
            self.at = begin
            return [], False
        if self._kind() in _TIME_LIKE:
            self._fail_from(begin, "Which hours are these days for? Put a semicolon between rules.")
        return found

    # --- windows

    def _windows(self) -> tuple[int, int]:
        """The minutes that a rule opens on its days, and on the days after those."""
        if self._kind() is Kind.ALL_DAY:
            self.at += 1
            self._note(_MIDNIGHT_NOTE)
            open_minutes, past = span(0, MIDNIGHT), 0
        else:
            latest, open_minutes, past, is_first = 0, 0, 0, True
            while is_first or self._kind() is Kind.TIME or (self._kind(), self._kind(1)) == _JOINED:
                self.at += self._kind() is Kind.JOIN
                window = self._window(latest, open_minutes)
                latest, is_first = max(latest, window.start), False
                open_minutes, past = open_minutes | window.minutes, past | window.minutes_past
        if self._kind() in {Kind.OTHER, Kind.DASH, Kind.NEXT_DAY, Kind.ALL_DAY}:
            rest = self.pieces[self.at].start
            self._fail(rest, len(self.text), f"{self.text[rest:rest + 12]!r} can't be read here: "
                       "separate windows by a comma, days by a semicolon.")  # fmt: skip
        return open_minutes, past

    def _window(self, latest: int, open_minutes: int) -> ClockSpan:
        """The next window; ``latest`` is when the latest of its days before it begins, which are ``open_minutes``."""
        if (self._kind(), self._kind(1), self._kind(2)) != (Kind.TIME, Kind.DASH, Kind.TIME):
            self._fail_at_no_window()
        typed = self.pieces[self.at : self.at + 3]
        self.at += 3
        is_past = self._kind() is Kind.NEXT_DAY
        self.at += is_past
        at = _Place(typed[0].start, self.pieces[self.at - 1].end, latest, open_minutes)
        opens, ends = self._clock(typed[0]).as_start, self._clock(typed[2])
        found = ClockSpan(opens.minute, ends.minute)
        if is_past:
            found = self._past_midnight(at, opens, ends)
        elif min(found.end, DAY_MINUTES) <= found.start:
            readings = readings_of_reversed(opens, ends)
            self._fail(at.start, at.end, f"{found}: the end is not after the start.", *map(str, readings))
        elif opens.half or ends.half:
            readings = readings_of_halves(opens, ends)
            if len(readings) > 1:
                self._refuse(at, *readings)
            if opens.is_on_24 or ends.is_on_24:
                self._note_bare(found)
        else:
            self._judge_bare(at, found, opens, ends)
        self._note_window(at, found)
        self.latest = max(self.latest, found.start)
        return found

    def _clock(self, piece: Piece) -> Clock:
        clock = read_clock(piece.text)
        if clock is None:
            self._fail(piece.start, piece.end, f"{self.text[piece.start : piece.end]!r} is no time of day.")
            raise AssertionError
        return clock

    def _fail_at_no_window(self) -> None:
        begin = self.at
        while self._kind() is not None and self._kind() not in _ENDS:
            self.at += 1
        if begin == self.at:
            start = self.pieces[begin - 1].end if begin else 0
            self._fail(start, start + 1, "Hours are missing here: write 09:00-18:00.")
        start, end = self.pieces[begin].start, self.pieces[self.at - 1].end
        self._fail(start, end, f"{self.text[start:end][:20]!r} is no window of time: write 09:00-18:00.")

    def _past_midnight(self, at: "_Place", opens: Clock, ends: Clock) -> ClockSpan:
        if ends.minute > opens.minute or opens.minute == MIDNIGHT:
            self._fail(at.start, at.end, "This is longer than a day.")
        readings = readings_past_midnight(opens, ends)
        if len(readings) > 1:
            self._refuse(at, *readings)
        if ends.is_two_faced and not ends.is_full:
            self._note_bare(readings[0])
        self._note(f"{readings[0]} is two windows, one minute lost: 23:59 to 00:00.")
        return readings[0]

    def _judge_bare(self, at: "_Place", found: ClockSpan, opens: Clock, ends: Clock) -> None:
        """A window without AM or PM is one of the 24-hour clock, as long as nothing speaks against it."""
        other = other_reading(opens, ends)
        is_doubtful = not self.is_on_24 or found.start < EARLY
        is_earlier = found.start < self.latest
        if other and (at.is_earlier(found) or (is_doubtful and (is_earlier or self.has_half))):
            self._refuse(at, other, found)
        if (other and is_doubtful) or (self.has_half and not (opens.is_certain and ends.is_certain)):
            self._note_bare(found)

    def _note_bare(self, window: ClockSpan) -> None:
        self._note(f"{window.on_both_clocks}: bare hours are read on the 24-hour clock.")

    def _refuse(self, at: "_Place", *readings: ClockSpan) -> None:
        typed = self.text[at.start : at.end]
        self._fail(at.start, at.end, f"{typed[:30]!r} can be read in two ways.", *map(str, readings))

    def _note_window(self, at: "_Place", found: ClockSpan) -> None:
        if found.end == MIDNIGHT:
            self._note(_MIDNIGHT_NOTE)
        if at.is_earlier(found):
            self._note(f"{found.on_both_clocks} begins before the window it stands after: sorted.")
        if found.minutes & at.open_minutes:
            self._note(f"{found} overlaps another window of that day: they are one now.")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a window stands in the text; when the latest one of its days before it begins, and what they open."""

    start: int
    end: int
    latest: int
    open_minutes: int

    def is_earlier(self, window: ClockSpan) -> bool:
        """Whether ``window`` begins before one that it stands after."""
        return window.start < self.latest
