"""What came back of a campaign, beside what was sent: field by field, as values and not as text.

The documented samples themselves do not echo exactly: keys stand in another order, some are left out or come
back under another name, v2 answers ``"no"`` with ``false``. Only a value that contradicts deserves a warning.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tui.campaign.fields import FIELDS, Text, for_path
from tui.campaign.json_values import MISSING, shown, value_at

_KINDS = {field.path: field.kind for field in FIELDS}
_OTHER = Text()
"""What is no field is compared as text is."""


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
    return tuple(_compared(".".join(keys), value, value_at(came, keys)) for keys, value in _leaves(sent, ()))


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
        if isinstance(value, Mapping) and value and ".".join(keys) not in _KINDS:
            yield from _leaves(value, keys)
        else:
            yield keys, value


def _compared(path: str, sent: Any, came: Any) -> Compared:
    if came is MISSING:
        return Compared(path, Match.NOT_ECHOED, shown(sent))
    kind = _KINDS.get(path, _OTHER)
    same = kind.matches(sent, came)
    match = Match.NOT_ECHOED if same is None else Match.SAME if same else Match.DIFFERENT
    return Compared(path, match, *kind.compared(sent, came))
