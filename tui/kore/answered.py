"""Single values of the platform's answers, whatever stands there instead; what is for a person is inert."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from tui.base.text import inert

_NAME_LIMIT = 300
_MOST_DIGITS = 9


def shown(value: Any) -> str:
    """A text as it is, printable; white space stays, since a name with two blanks is another name."""
    return inert(value, keep="", limit=_NAME_LIMIT) if isinstance(value, str) else ""


def exact(value: Any) -> str:
    """A name character for character, not inert: it is sent, and never shown. A whole number is a name as well."""
    if isinstance(value, str):
        return value
    return str(value) if type(value) is int else ""


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects in a list; none where it is something else."""
    return (each for each in value if isinstance(each, dict)) if isinstance(value, list) else iter(())


def strings(value: Any) -> Iterator[str]:
    """The texts in a list; none where it is something else."""
    return (each for each in value if isinstance(each, str)) if isinstance(value, list) else iter(())


def count(value: Any) -> int | None:
    """How many there are, also where that is a text; None where it is no such number."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS:
        return int(value)
    return value if type(value) is int and 0 <= value < 10**_MOST_DIGITS else None


def time(value: Any) -> datetime | None:
    """A time, aware of its zone (UTC where none stands there); None where it is none."""
    try:
        found = datetime.fromisoformat(value)
    except (ValueError, TypeError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
