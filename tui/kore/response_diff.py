"""What came back of a campaign, beside what was sent: field by field, as values and not as text.

The documented samples themselves do not echo exactly: keys stand in another order, some are left out or come
back under another name, v2 answers ``"no"`` with ``false``. Only a value that contradicts deserves a warning.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tui.base.text import one_line
from tui.campaign.fields import AMD, FIELDS, HOURS, LISTS, for_path
from tui.campaign.parse_hours import read_time

_SHOWN = 60
"""Characters of a value that are shown."""
_MOST_WINDOWS = 4
"""Calling windows that are named where weeks differ."""
_WHOLE = frozenset(field.path for field in FIELDS)
_MISSING = object()


class Match(StrEnum):
    """What the echo says about one field. ``not echoed`` is no contradiction: the platform leaves fields out."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_ECHOED = "not echoed"


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of the request. ``sent`` and ``came`` are inert, on one line; ``came`` is empty if nothing did."""

    path: str
    match: Match
    sent: str
    came: str = ""

    @property
    def title(self) -> str:
        """The field as screens name it; its path where it has no other name."""
        field = for_path(self.path)
        return field.title if field else self.path


def campaign_in(answer: Any) -> Mapping[str, Any]:
    """The campaign that a parsed answer holds: its ``data``, or the whole where it has none; empty if it is none."""
    if not isinstance(answer, Mapping):
        return {}
    data = answer.get("data")
    return data if isinstance(data, Mapping) else answer


def compare(sent: Mapping[str, Any], came: Mapping[str, Any]) -> tuple[Compared, ...]:
    """Compare every field of the request ``sent`` with the campaign that ``came`` back, in the request's order.

    ``came`` is from outside and may hold any JSON. What it adds is no matter; its numbers may be text.
    """
    return tuple(_compared(".".join(keys), value, _at(came, keys)) for keys, value in _leaves(sent, ()))


def differences(found: tuple[Compared, ...]) -> tuple[Compared, ...]:
    """Those that deserve a warning."""
    return tuple(each for each in found if each.match is Match.DIFFERENT)


def in_words(found: tuple[Compared, ...]) -> str:
    """The comparison in one sentence, the differences left to be named."""
    counts = {match: sum(each.match is match for each in found) for match in Match}
    parts = [f"{count} {match}" for match, count in counts.items() if count]
    return f"Sent and come back, field by field: {', '.join(parts) or 'nothing to compare'}."


def _leaves(sent: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in sent.items():
        keys = (*above, key)
        if isinstance(value, Mapping) and value and ".".join(keys) not in _WHOLE:
            yield from _leaves(value, keys)
        else:
            yield keys, value


def _at(came: Any, keys: tuple[str, ...]) -> Any:
    for key in keys:
        if not isinstance(came, Mapping) or key not in came:
            return _MISSING
        came = came[key]
    return came


def _compared(path: str, sent: Any, came: Any) -> Compared:
    if came is _MISSING:
        return Compared(path, Match.NOT_ECHOED, _shown(sent))
    if path == HOURS.path:
        return _hours(path, sent, came)
    if path == AMD.path:
        return Compared(path, _detection(sent, came), _shown(sent), _shown(came))
    if path == LISTS.path and isinstance(sent, list) and isinstance(came, list):
        same = sorted(map(_value, sent)) == sorted(map(_value, came))
    else:
        same = _value(sent) == _value(came)
    return Compared(path, Match.SAME if same else Match.DIFFERENT, _shown(sent), _shown(came))


def _detection(sent: Any, came: Any) -> Match:
    """v2 echoes its words as ``true`` or ``false``: ``true`` does not tell ``detect`` from ``disconnect``."""
    if isinstance(sent, bool) == isinstance(came, bool) or sent not in {"no", "detect", "disconnect"}:
        return Match.SAME if _value(sent) == _value(came) else Match.DIFFERENT
    if came is not (sent != "no"):
        return Match.DIFFERENT if isinstance(came, bool) else Match.NOT_ECHOED
    return Match.SAME if sent == "no" else Match.NOT_ECHOED


def _hours(path: str, sent: Any, came: Any) -> Compared:
    there, here = _windows(sent), _windows(came)
    if there is None or here is None:
        match = Match.SAME if sent == came else Match.DIFFERENT
        return Compared(path, match, _shown(sent), _shown(came))
    if there == here:
        return Compared(path, Match.SAME, _listed(there), _listed(here))
    return Compared(path, Match.DIFFERENT, _listed(there - here), _listed(here - there))


def _windows(days: Any) -> frozenset[tuple[str, str, str]] | None:
    """The windows without their order, times in one form; None for what is no list of windows."""
    if not isinstance(days, list) or not all(isinstance(window, Mapping) for window in days):
        return None
    return frozenset(
        (_value(window.get("day")), _time(window.get("start")), _time(window.get("end"))) for window in days
    )


def _time(text: Any) -> str:
    minute = read_time(text) if isinstance(text, str) else None
    return _value(text) if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def _listed(windows: frozenset[tuple[str, str, str]]) -> str:
    words = [one_line(f"{day} {start}-{end}", limit=_SHOWN) for day, start, end in sorted(windows)]
    more = [f"{len(words) - _MOST_WINDOWS} more"] if len(words) > _MOST_WINDOWS else []
    return ", ".join([*words[:_MOST_WINDOWS], *more]) or "nothing else"


def _value(value: Any) -> str:
    """A value in one form: ``"5"`` equals ``5``, ``true`` does not equal ``"true"``."""
    if isinstance(value, bool) or value is None:
        return f"<{value}>"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else repr(value)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value[:20])
    return one_line(value if isinstance(value, str) else repr(value), limit=_SHOWN)
