"""A text of calling hours cut into what it is made of: days, times, and what stands between. Pure.

Digits and marks of other scripts stand for their like, each in its place, so that positions stay what they are.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from tui.campaign.hours import DAYS

LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_SPELLINGS = {"tues": 1, "wednes": 2, "thur": 3, "thurs": 3, "m": 0, "w": 2, "f": 4}
_GROUPS = {
    "weekdays": range(5), "weekday": range(5), "workdays": range(5), "workday": range(5),
    "weekend": range(5, 7), "weekends": range(5, 7), "daily": DAYS, "everyday": DAYS,
}  # fmt: skip
_DASHES = "‐‑‒–—―−﹘﹣－~∼〜～"
_LIKE = str.maketrans({"、": ",", "\N{ARABIC COMMA}": ",", "\N{ARABIC SEMICOLON}": ";", "∶": ":"})
_LINE_ENDS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"


class Kind(Enum):
    """What a piece of the text is."""

    TIME = auto()
    DASH = auto()
    DAY = auto()
    HOLIDAY = auto()
    OFF = auto()
    ALL_DAY = auto()
    NEXT_DAY = auto()
    JOIN = auto()
    """Between days or windows: a comma, a slash, ``and``."""
    BREAK = auto()
    """Between rules: a semicolon, a bar."""
    LINE = auto()
    """Between lines; between rules where one is whole."""
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` of the text, and the days they name, where they do."""

    kind: Kind
    start: int
    end: int
    text: str
    days: tuple[int, ...] = ()


_TIME = (
    r"(?:12\s*)?(?:noon|midday|midnight)\b"
    r"|(?:[0-9]{1,2}(?:\s*:\s*|[.h])[0-9]{2}(?![0-9])(?:\s*:\s*[0-9]{2}(?![0-9]))?|[0-9]{1,4}(?![0-9]))"
    r"\s*(?:(?:h(?:rs?|ours?)?|uhr|o'?clock)\b\.?\s*)?(?:[ap]\.?\s?m?\.?(?![a-z]))?"
)
_PATTERNS = (
    (Kind.LINE, rf"[{_LINE_ENDS}]\s*"),
    (Kind.ALL_DAY, r"24\s*/\s*7\b|24\s*-?\s*h(?:rs?|ours?)?\b(?!\s*[0-9])|all[\s-]+day(?!s)(?:\s+long)?\b"
                   r"|around\s+the\s+clock\b|round\s+the\s+clock\b"),
    (Kind.NEXT_DAY, r"\(?(?:the\s+)?(?:next|following)\s+(?:day|morning)\b\)?"),
    (Kind.TIME, _TIME),
    (Kind.DASH, r"->|→|[-" + _DASHES + r"]|(?:to|till?|until|thru|through)(?![a-z])"),
    (Kind.DAY, r"every\s+day\b|all\s+days\b"),
    (Kind.HOLIDAY, r"(?:ph|sh)\b|(?:on\s+)?(?:(?:public|school|bank|national)\s+)?holidays?\b"),
    (Kind.OFF, r"off\b|closed\b"),
    (Kind.JOIN, r"[,&/+]|(?:and|plus)(?![a-z])"),
    (Kind.BREAK, r"[;|]"),
    (Kind.OTHER, r"[^\W\d_]+\.?|."),
)  # fmt: skip
_LEXER = re.compile("|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _PATTERNS), re.I | re.S)
_SKIPPED = re.compile(rf"(?:[^\S{_LINE_ENDS}]|[:\"'“”„‘’«»]|\.(?!\w)|(?:from|open|on|hours?)(?!\w))+", re.I)


def pieces(text: str) -> list[Piece]:
    """``text`` in pieces, in order; blanks and words that say nothing are left out."""
    plain, at, found = plain_marks(text), 0, list[Piece]()
    while at < len(plain):
        if skipped := _SKIPPED.match(plain, at):
            at = skipped.end()
        elif piece := _LEXER.match(plain, at):
            kind = Kind[piece.lastgroup or "OTHER"]
            if kind is Kind.ALL_DAY and found and found[-1].kind is Kind.DASH and piece[0].startswith("24"):
                kind = Kind.TIME
            end = at + len(piece[0].rstrip()) if kind is not Kind.LINE else piece.end()
            found.append(_named(kind, at, end, plain[at:end]))
            at = end
    return found


def has_hours(text: str) -> bool:
    """Whether ``text`` says when days are open or that they are off, rather than names days alone."""
    return any(piece.kind in {Kind.TIME, Kind.ALL_DAY, Kind.OFF} for piece in pieces(text))


def plain_marks(text: str) -> str:
    """``text``, as long as before: digits of any script in ASCII, what is invisible as a blank."""
    return text if text.isascii() else "".join(map(_plain_mark, text.translate(_LIKE)))


def _plain_mark(char: str) -> str:
    if char.isascii() or char in _DASHES:
        return char
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    if unicodedata.category(char) == "Cf":
        return " "
    like = unicodedata.normalize("NFKC", char)
    return like if len(like) == 1 and not like.isdigit() else char


def _named(kind: Kind, start: int, end: int, text: str) -> Piece:
    """A piece with the days it names."""
    if kind is Kind.DAY:
        return Piece(kind, start, end, text, tuple(DAYS))
    if kind is Kind.OTHER and (days := _days(text.casefold().rstrip("."))):
        return Piece(Kind.DAY, start, end, text, days)
    return Piece(kind, start, end, text)


def _days(word: str) -> tuple[int, ...]:
    """The days that one word names, or none: ``mo``, ``mon``, ``mondays``, ``tues``, ``weekdays``."""
    if word in _GROUPS:
        return tuple(_GROUPS[word])
    if word in _SPELLINGS:
        return (_SPELLINGS[word],)
    if len(word) < 2:
        return ()
    return tuple(
        day
        for day, name in enumerate(LONG_DAYS)
        if name.startswith(word) or word in {f"{name}s", f"{name[:3]}s"}
    )


def two_days(word: str) -> str:
    """Which days a letter could stand for that stands for two: ``T`` and ``S``."""
    return {"t": "Tu or Th", "s": "Sa or Su"}.get(word.casefold(), "")


def runs(days: Iterator[int] | list[int]) -> str:
    """Days in their shortest form: ``Mo-We,Fr``."""
    found: list[list[int]] = []
    for day in days:
        if found and found[-1][-1] == day - 1:
            found[-1].append(day)
        else:
            found.append([day])
    return ",".join(
        SHORT_DAYS[run[0]] if len(run) == 1 else f"{SHORT_DAYS[run[0]]}-{SHORT_DAYS[run[-1]]}"
        for run in found
    )
