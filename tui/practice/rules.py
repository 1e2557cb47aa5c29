"""The small rules that a JSON body is judged by; each says which path breaks it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from tui.base.text import one_line
from tui.campaign.fields import Choice, FieldKind, Phone, Text, Whole

Rule = Callable[[str, Any], Iterator[str]]
"""Takes a JSON path and the value that stands there; yields a sentence for everything wrong with it."""

_NO_MORE: Mapping[str, Rule] = {}


def within(kind: FieldKind) -> Rule:
    """The rule that the limits of a field make.

    Raises:
        TypeError: limits that speak of more than one JSON value.
    """
    match kind:
        case Text(low, high):
            return text(low, high)
        case Phone():
            return text(1, None)  # shapes other than E.164 are accepted since v11.18 (documented)
        case Whole(low, high, unit):
            return whole(low, high, unit)
        case Choice(values):
            return one_of(*values)
    raise TypeError(f"{type(kind).__name__} speaks of more than one JSON value")


def text(low: int, high: int | None) -> Rule:
    """A string of ``low`` to ``high`` characters (code points) that is not blank."""

    def rule(path: str, value: Any) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{path} must be a string"
        elif not value.strip():
            yield f"{path} must not be blank"
        elif len(value) < low or (high is not None and len(value) > high):
            yield f"{path} must have {low} to {high} characters, not {len(value)}"

    return rule


def whole(low: int, high: int | None, unit: str) -> Rule:
    """A JSON integer from ``low`` to ``high``; ``30.0``, ``"30"`` and ``true`` are none."""
    wanted = f"{low} or more" if high is None else f"{low} to {high} {unit}".rstrip()

    def rule(path: str, value: Any) -> Iterator[str]:
        if type(value) is not int:
            yield f"{path} must be an integer"
        elif value < low or (high is not None and value > high):
            yield f"{path} must be {wanted}"

    return rule


def one_of(*values: str) -> Rule:
    """A string among ``values``, spelled exactly so."""

    def rule(path: str, value: Any) -> Iterator[str]:
        if value not in values:
            yield f"{path} must be {' or '.join(values)}, as a string"

    return rule


def boolean(path: str, value: Any) -> Iterator[str]:
    """Rule: ``true`` or ``false``."""
    if not isinstance(value, bool):
        yield f"{path} must be true or false"


def never(path: str, value: Any) -> Iterator[str]:
    """Rule: ``false``, the only value that the documentation shows."""
    if value is not False:
        yield f"{path} must be false"


def existing(what: str, names: Collection[str]) -> Rule:
    """The name of something that exists in the account."""

    def rule(path: str, value: Any) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{path} must be a string"
        elif value not in names:
            yield f"{path} names no {what} of this account"

    return rule


def a_list(of: Rule, low: int = 1) -> Rule:
    """A list of at least ``low`` values, each of which keeps the rule ``of``."""

    def rule(path: str, value: Any) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path} must be a list"
        elif len(value) < low:
            yield f"{path} must have at least {low} in it"
        else:
            for at, each in enumerate(value):
                yield from of(f"{path}[{at}]", each)

    return rule


def an_object(
    required: Mapping[str, Rule], optional: Mapping[str, Rule] = _NO_MORE, what: str = "this object"
) -> Rule:
    """An object that has every ``required`` key, perhaps ``optional`` ones and no other, each by its rule."""

    def rule(path: str, value: Any) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path or 'the body'} must be an object"
            return
        start = f"{path}." if path else ""
        yield from (f"{start}{key} is missing" for key in required if key not in value)
        for key, inner in value.items():
            known = required.get(key) or optional.get(key)
            if known:
                yield from known(start + key, inner)
            else:
                yield f"{start}{one_line(key, limit=60)} is no field of {what}"

    return rule
