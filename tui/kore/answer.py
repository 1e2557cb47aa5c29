"""Reading the platform's answer to a create, whatever it is. Everything that comes out is inert."""

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tui.text import inert, one_line

SUCCESS = "success"
ID_LIMIT = 100
"""Characters of an id or a status that are shown."""

_ID_PATHS = (("data", "id"), ("data", "_id"), ("data", "campId"), ("id",))
"""Where the campaign's id may stand; the first that is not empty counts (documented, in several pages)."""
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*("|\\?\Z)|[{}\[\],]', re.DOTALL)
_DEEPEST = 50
"""How deeply an answer that broke off may be nested and still be looked into."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body says: whether it says success, the campaign it names, and its words for a person."""

    success: bool = False
    campaign_id: str | None = None
    campaign_status: str | None = None
    text: str = ""


def read(body: bytes, *, complete: bool = True) -> Answer:
    """Read a body; one that is not ``complete`` is read up to its last whole value."""
    text = body.decode("utf-8-sig", errors="replace")
    found = _parse(text) if complete else _parse_beginning(text)
    if not isinstance(found, dict):
        return Answer(text=one_line(text))
    return Answer(
        success=found.get("status") == SUCCESS,
        campaign_id=next(filter(None, (_text_at(found, path) for path in _ID_PATHS)), None),
        campaign_status=_text_at(found, ("data", "status")),
        text=one_line(next(_words(found), text)),
    )


def as_text(body: bytes) -> str:
    """A body as a person reads it: JSON indented and in ASCII, anything else as it is; inert, and cut if long."""
    text = body.decode("utf-8-sig", errors="replace")
    with contextlib.suppress(ValueError, RecursionError):
        text = json.dumps(json.loads(text), indent=2)
    return inert(text)


def _parse(text: str) -> Any:
    """The JSON value, None if it is none; numbers stay text, so that a huge or infinite one breaks nothing."""
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None


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
    found = (_parse(text[:end] + ends) for end, ends in reversed(whole))
    return next((value for value in found if value is not None), None)


def _text_at(found: Any, path: tuple[str, ...]) -> str | None:
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return one_line(found, limit=ID_LIMIT) or None if isinstance(found, str) else None


def _words(found: dict[str, Any]) -> Iterator[str]:
    """Every text meant for a person, the best first."""
    errors = found.get("errors")
    each = errors if isinstance(errors, list) else [errors]
    candidates = [error.get(key) for key in ("msg", "message") for error in each if isinstance(error, dict)]
    candidates += [found.get("message"), found.get("error")]
    return (text for text in candidates if isinstance(text, str) and text.strip())
