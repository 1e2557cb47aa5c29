"""The week of calling hours as text, ``Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00``, out and in.

The notation is OpenStreetMap's opening hours. Out it is canonical; in it forgives (``mon-fri 9-18``,
``9:00 AM - 6 PM``, ``0900-1800``, ``9-18 Mo-Fr``, a rule a line). What could mean two things is never guessed: it is
a mistake that offers each reading, in a form that can be typed.
"""

from dataclasses import dataclass
from functools import lru_cache

from tui.campaign.hours import Week
from tui.campaign.hours_reader import Reader, UnreadableError
from tui.campaign.hours_words import has_hours, runs

_LIMIT = 70_000


@dataclass(frozen=True, slots=True)
class Mistake:
    """What can't be read: characters ``start`` to ``end`` of the text, why, and what was perhaps meant.

    Each of ``readings`` can stand in their place.
    """

    start: int
    end: int
    message: str
    readings: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The message with its readings."""
        return f"{self.message} Write {' or '.join(self.readings)}." if self.readings else self.message

    def corrected(self, text: str) -> tuple[str, ...]:
        """``text`` with each of the readings in the place of what can't be read."""
        before, after = text[: self.start], text[self.end :]
        gap = " " * after[:1].isalnum()
        return tuple(f"{before}{reading}{gap}{after}" for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: a week, or a mistake; and what was read in a way worth a word."""

    week: Week | None
    mistake: Mistake | None = None
    notes: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What was read, with the notes; nothing where it could not be read."""
        if self.week is None:
            return ""
        return " ".join([f"Reads as {text_of(self.week) or 'closed all week'}.", *self.notes])


def text_of(week: Week) -> str:
    """The canonical text of ``week``; empty where nothing is open. Days with equal windows share one rule."""
    return "; ".join(
        f"{runs(days)} {','.join(map(str, week.windows_of(days[0])))}" for days in week.alike().values()
    )


@lru_cache(8)
def read(text: str, *, is_daily: bool = False) -> Reading:
    """Read a week; ``is_daily`` wants one day's windows for all seven.

    Never raises; a text longer than any week needs is a mistake.
    """
    if len(text) > _LIMIT:
        return Reading(None, Mistake(0, len(text), "This is longer than any week of calling hours."))
    reader = Reader(text, is_daily)
    try:
        return Reading(reader.week(), notes=tuple(reader.notes))
    except UnreadableError as found:
        return Reading(None, Mistake(found.start, found.end, found.message, found.readings))


def one_line(text: str) -> str:
    """A pasted text on one line: a rule a line, and a line of days alone goes on with the next one."""
    joined, is_whole = list[str](), True
    for line in (" ".join(each.split()).strip(";") for each in text.splitlines()):
        if line:
            joined += [("; " if is_whole else " ") * bool(joined), line]
            is_whole = len(text) > _LIMIT or has_hours(line)
    return "".join(joined)
