"""Reads any answer of the platform to a create. Every text that comes out is inert."""

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tui.base.text import SHOWN_LIMIT, inert, one_line
from tui.kore import lenient_json

SUCCESS = "success"
ID_LIMIT = 100
"""Characters of an id or a status that are shown."""

_ID_PATHS = (("data", "id"), ("data", "_id"), ("data", "campId"), ("id",))
"""Where the campaign's id may stand; the first that is not empty counts (documented, in several pages)."""
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+("|\\?\Z)|[{}\[\],]', re.DOTALL)
"""A string or a sign. Possessive: what could be given back of a megabyte of text takes a hundred of memory."""
_WORDS = ("msg", "message")
"""Where an error keeps its text: ``message`` in some pages, ``msg`` in others (documented)."""
_MOST_ERRORS = 200
_DEEPEST = 50
"""How deeply an answer that broke off may be nested and still be looked into."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body says: whether it says success, the campaign it names, and its words for a person.

    ``text`` is the best of its words, ``errors`` everything it names as an error of its own.
    """

    success: bool = False
    campaign_id: str | None = None
    campaign_status: str | None = None
    text: str = ""
    errors: tuple[str, ...] = ()


def read(body: bytes, *, complete: bool = True) -> Answer:
    """Read a body; an incomplete body is read up to its last whole value."""
    text = body.decode("utf-8-sig", errors="replace")
    found = lenient_json.parse(text) if complete else _parse_beginning(text)
    if not isinstance(found, dict):
        return Answer(text=one_line(text))
    return Answer(
        success=found.get("status") == SUCCESS,
        campaign_id=next(filter(None, (_text_at(found, path) for path in _ID_PATHS)), None),
        campaign_status=_text_at(found, ("data", "status")),
        text=one_line(next(_words(found), text)),
        errors=tuple(one_line(each) for each in islice(_errors(found), _MOST_ERRORS)),
    )


def as_text(body: bytes) -> str:
    """A body as a person reads it: JSON indented and in ASCII, other text as it is; inert, and cut if long."""
    text = body.decode("utf-8-sig", errors="replace")
    if (value := lenient_json.parse(text)) is not None:
        with contextlib.suppress(RecursionError):
            text = _indented(value)
    return inert(text)


def _indented(value: Any) -> str:
    """As much of the JSON as is ever shown: indenting what is deep can make a gigabyte of a megabyte."""
    parts, size = [], 0
    for part in json.JSONEncoder(indent=2).iterencode(value):
        parts.append(part)
        size += len(part)
        if size > SHOWN_LIMIT:
            break
    return "".join(parts)


def _parse_beginning(text: str) -> Any:
    """The JSON value as far as ``text`` goes: cut after its last whole member, what is open closed."""
    open_ends: list[str] = []
    whole = [(0, "")]
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "{[":
            open_ends.append("}" if sign == "{" else "]")
        elif sign in "}]":
            if not open_ends:
                return None
            open_ends.pop()
        if len(open_ends) > _DEEPEST:
            return None
        ends = "".join(reversed(open_ends))
        if token[1]:  # a whole string: a value, or the name of a member whose value is cut
            whole[1:] = [(token.end(), ends)]
        elif not sign.startswith('"'):
            whole = [(token.start() if sign == "," else token.end(), ends)]
    found = (lenient_json.parse(text[:end] + ends) for end, ends in reversed(whole))
    return next((value for value in found if value is not None), None)


def _text_at(found: Any, path: tuple[str, ...]) -> str | None:
    value = lenient_json.at(found, *path)
    number = isinstance(value, int) and not isinstance(value, bool)
    return one_line(str(value), limit=ID_LIMIT) or None if number or isinstance(value, str) else None


def _words(found: dict[str, Any]) -> Iterator[str]:
    """Every text meant for a person, the best first."""
    errors = found.get("errors")
    each = errors if isinstance(errors, list) else [errors]
    candidates = [error.get(key) for key in _WORDS for error in each if isinstance(error, dict)]
    candidates += [found.get("message"), found.get("error")]
    return (text for text in candidates if isinstance(text, str) and text.strip())


def _errors(found: dict[str, Any]) -> Iterator[str]:
    """The text of each error, where the answer lists them; else its one text."""
    errors = found.get("errors")
    listed = [error for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    texts = (next((error[key] for key in _WORDS if isinstance(error.get(key), str)), "") for error in listed)
    return (text for text in texts if text.strip()) if listed else islice(_words(found), 1)
