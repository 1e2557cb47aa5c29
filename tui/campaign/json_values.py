"""JSON values from outside, in words and in one form."""

from collections.abc import Iterable, Mapping
from typing import Any

from tui.base.text import one_line

SHOWN = 60
"""Characters of a value that are shown."""
_LIKENESS = 0.6
"""From 0 to 1: what is less like a word is not suggested for it."""
MISSING = object()
"""Stands where JSON has no value."""


def value_at(value: Any, keys: Iterable[str | int]) -> Any:
    """What stands inside ``value`` at the path of ``keys``, numbers from 0 in lists, or :data:`MISSING`."""
    for key in keys:
        if isinstance(key, int):
            if not isinstance(value, list) or key >= len(value):
                return MISSING
        elif not isinstance(value, Mapping) or key not in value:
            return MISSING
        value = value[key]
    return value


def describe(value: Any) -> str:
    """A JSON value in a few words, for an error: ``the text "30"``, ``the number 5``, ``a list``."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'the text "{value[:30]}"'
        case int() | float():
            return f"the number {str(value)[:30]}"
        case list():
            return "a list"
        case _:
            return "an object"


def as_typed(value: Any) -> str:
    """Text or a number as if it had been typed; anything else is nothing."""
    if isinstance(value, str):
        return value
    return str(value)[:30] if isinstance(value, int | float) and not isinstance(value, bool) else ""


def in_one_form(value: Any) -> str:
    """A value in one form: ``"5"`` and ``5`` are one, ``true`` and ``"true"`` are not."""
    if isinstance(value, bool) or value is None:
        return f"<{value}>"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else repr(value)


def shown(value: Any) -> str:
    """A value as screens show it: inert, on one line, cut where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value[:20])
    return one_line(value if isinstance(value, str) else repr(value), limit=SHOWN)


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that ``word`` was probably meant to be; nothing where none is much like it."""
    import difflib  # only where something is misspelt

    folded = {each.casefold(): each for each in reversed(known)}
    found = difflib.get_close_matches(word[:80].casefold(), folded, n=1, cutoff=_LIKENESS)
    return folded[found[0]] if found else ""


def suggestion(word: str, known: tuple[str, ...]) -> str:
    """``; the nearest is maxSkips``, or nothing where no known word is much like it."""
    found = nearest(word, known)
    return f"; the nearest is {found}" if found else ""
