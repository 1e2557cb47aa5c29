"""Which field a refusal is about, and how long a rate limit asks to wait. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tui.base.text import one_line
from tui.campaign.fields import FIELDS, Field, for_path
from tui.campaign.json_values import MISSING, value_at
from tui.campaign.modes import Api
from tui.campaign.problems import Problem, Severity, error
from tui.kore.auth_errors import http_date, server_time
from tui.kore.exchange import Exchange

USUAL_WAIT = 60.0
"""Seconds: the limit is counted by the minute, and no ``Retry-After`` is documented."""
LONGEST_WAIT = 3600.0
_PATH = re.compile(r"[A-Za-z_]\w*(?:\.\w+|/\d+|\[\d+\])*")
_ASKS_FOR_DNC = re.compile(r"dnc|do[- ]not[- ]call", re.IGNORECASE)
_INDEX = re.compile(r"[./](\d+)(?=[./\[]|$)")
"""An index as other libraries write it: ``contactLists.1``, ``contactLists/1``."""


def problems(texts: Iterable[str]) -> tuple[Problem, ...]:
    """Those of an answer's error ``texts`` that name a field, each tied to its JSON path."""
    return tuple(error(path, text) for text in texts if (path := field_named_in(text)))


def with_values(found: Iterable[Problem], document: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Those ``found`` in the answer to ``document``, with the value in words where the platform gave an index."""
    return tuple(_with_value(each, document) for each in found)


def other_version(texts: Iterable[str], api: Api) -> str:
    """What to try where an answer's error ``texts`` ask for what only v2 of the API has; nothing where none does."""
    if api is not Api.V1 or not any(_ASKS_FOR_DNC.search(text) for text in texts):
        return ""
    return "v1 has no field for a DNC list: this account asks for one, as v2 of the API does. Choose v2."


def standing(
    refused: Iterable[Problem], sent: Mapping[str, Any], now: Mapping[str, Any]
) -> tuple[Problem, ...]:
    """What was ``refused`` of the document that was ``sent``, as far as its fields stand in ``now`` as they did."""
    return tuple(
        Problem(each.field, Severity.REFUSED, f"The platform refused it: {each.message}")
        for each in refused
        if _stands(each.field, sent, now)
    )


def _stands(path: str, sent: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    field = for_path(path)
    if field is None:
        return False
    before, after = (value_at(document, field.path.split(".")) for document in (sent, now))
    name = element(sent, path)
    if isinstance(name, str) and isinstance(after, list):
        return name in after
    return bool(before == after) and type(before) is type(after)


def element(document: Mapping[str, Any], path: str) -> Any:
    """The innermost element of a list that ``path`` leads through, or :data:`MISSING`."""
    keys = [int(index) if index else key for key, index in re.findall(r"(\w+)|\[(\d{1,9})\]", path)]
    inner = max((at for at, key in enumerate(keys, 1) if isinstance(key, int)), default=0)
    return value_at(document, keys[:inner]) if inner else MISSING


def _with_value(problem: Problem, document: Mapping[str, Any]) -> Problem:
    value = element(document, problem.field)
    if isinstance(value, Mapping):
        value = " ".join(str(value[key]) for key in ("day", "start", "end") if key in value)
    if not isinstance(value, str) or not value:
        return problem
    ends = [word.end() for word in _PATH.finditer(problem.message) if _indexed(word[0]) == problem.field]
    said = problem.message[ends[0] :].lstrip("\"': ") if ends else problem.message
    return replace(problem, message=f"{one_line(value, limit=60)}: {said or problem.message}")


def field_named_in(text: str) -> str:
    """The JSON path that ``text`` speaks of: as a path, by the last key of a path, or by its title; else empty."""
    words = [_indexed(word) for word in _PATH.findall(text)]
    whole = [word for word in words if ("." in word or "[" in word) and for_path(word)]
    if whole:
        return max(whole, key=len)
    keys = {_key(field): field for field in FIELDS}
    named = [keys[word] for word in words if word in keys]
    plain = text.casefold()
    named += [field for field in FIELDS if re.search(rf"\b{re.escape(field.title.casefold())}s?\b", plain)]
    return max(named, key=lambda field: len(_key(field))).path if named else ""


def _indexed(word: str) -> str:
    """A path with its indices in brackets."""
    return _INDEX.sub(r"[\1]", word)


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
