"""Which field a refusal is about, and how long a rate limit asks to wait. Pure."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from tui.campaign.fields import FIELDS, Field, for_path
from tui.campaign.problems import Problem, error
from tui.kore.auth_errors import http_date, server_time
from tui.kore.exchange import Exchange

USUAL_WAIT = 60.0
"""Seconds: the limit is counted by the minute, and no ``Retry-After`` is documented."""
LONGEST_WAIT = 3600.0
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.\w+|\[\d+\])*")


def problems(texts: Iterable[str]) -> tuple[Problem, ...]:
    """Those of an answer's error ``texts`` that name a field, each tied to its JSON path."""
    return tuple(error(path, text) for text in texts if (path := field_named_in(text)))


def field_named_in(text: str) -> str:
    """The JSON path that ``text`` speaks of: as a path, by the last key of a path, or by its title; else empty."""
    words: list[str] = _PATH.findall(text)
    whole = [word for word in words if ("." in word or "[" in word) and for_path(word)]
    if whole:
        return max(whole, key=len)
    keys = {_key(field): field for field in FIELDS}
    named = [keys[word] for word in words if word in keys]
    plain = text.casefold()
    named += [field for field in FIELDS if re.search(rf"\b{re.escape(field.title.casefold())}s?\b", plain)]
    return max(named, key=lambda field: len(_key(field))).path if named else ""


def _key(field: Field) -> str:
    """The last key of the field's path, but for those that stand under a parent that says more."""
    *parents, last = field.path.split(".")
    return parents[-1] if last in {"name", "phoneNumber"} and parents else last


def wait(exchange: Exchange) -> float:
    """How many seconds a rate limit asks to wait: ``Retry-After`` in either form, else a minute."""
    said = exchange.header("Retry-After").strip()
    if said.isascii() and said.isdigit() and len(said) < 10:
        return min(float(said), LONGEST_WAIT)
    until = http_date(said)
    if until is None:
        return USUAL_WAIT
    begun = server_time(exchange) or datetime.fromtimestamp(exchange.answered or 0, UTC)
    return min(max((until - begun).total_seconds(), 0.0), LONGEST_WAIT)
