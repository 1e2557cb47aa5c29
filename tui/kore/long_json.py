"""A long answer read an element of its list at a time: no tree of it is held, and what came of a cut one counts."""

import re
from collections.abc import Callable
from typing import Any

from tui.kore.lenient_json import DECODER

_PIECES = 4_096, 65_536, 1_000_000
"""Characters of one value that are read: a longer one ends the reading, since its tree could take the memory."""
_SPACE = re.compile(r"[ \t\n\r]*")


def read(text: str, key: str, take: Callable[[Any], object]) -> tuple[dict[str, Any], bool]:
    """Read the JSON object that ``text`` is: its members, and whether it was read to its end.

    The elements of a list that stands under ``key`` are handed to ``take`` one by one, and are not among the members.
    Where the text breaks off or is no JSON, what was read before that counts.
    """
    members: dict[str, Any] = {}
    try:
        at, sign = _sign(text, 0, "{", "")
        if text.startswith("}", _blank(text, at)):
            at, sign = _sign(text, at, "}", "")
        while sign != "}":
            name, at = _value(text, at)
            if not isinstance(name, str):
                raise ValueError("no name of a member")
            at, _ = _sign(text, at, ":", "")
            if name == key and text.startswith("[", _blank(text, at)):
                at = _elements(text, at, take)
            else:
                members[name], at = _value(text, at)
            at, sign = _sign(text, at, ",", "}")
    except (ValueError, RecursionError):
        return members, False
    return members, _blank(text, at) == len(text)


def _elements(text: str, at: int, take: Callable[[Any], object]) -> int:
    """Hand on the elements of the list at ``at``; returns where it ends."""
    at, sign = _sign(text, at, "[", "")
    if text.startswith("]", _blank(text, at)):
        return _blank(text, at) + 1
    while sign != "]":
        value, at = _value(text, at)
        at, sign = _sign(text, at, ",", "]")
        take(value)
    return at


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value at ``at``, and where it ends; as short a piece as does is tried, since that is copied."""
    at = _blank(text, at)
    for size in _PIECES:
        piece = text[at : at + size]
        try:
            value, end = DECODER.raw_decode(piece)
        except ValueError:
            if len(piece) < size:
                raise
            continue
        if end < size:  # else it may go on
            return value, at + end
    raise ValueError("a value that is too long")


def _sign(text: str, at: int, one: str, other: str) -> tuple[int, str]:
    """Where it goes on after the sign that must come next, and which one it is."""
    at = _blank(text, at)
    found = text[at : at + 1]
    if not found or found not in {one, other}:
        raise ValueError("another sign was due")
    return at + 1, found


def _blank(text: str, at: int) -> int:
    """Where the blanks at ``at`` end."""
    found = _SPACE.match(text, at)
    return found.end() if found else at
