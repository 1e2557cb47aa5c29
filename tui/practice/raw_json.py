"""Strict JSON: refuses what the standard library accepts in silence."""

import json
import math
from typing import Any

DEEPEST = 32
"""Levels of nesting that are read; the documented bodies have five."""
_TOO_DEEP = f"more than {DEEPEST} levels of nesting"
_TOO_LARGE = "a number too large to hold"
_MOST_DIGITS = 300


def parse(raw: bytes) -> Any:
    """The value of ``raw``.

    Raises:
        ValueError: no UTF-8, no JSON, a key that stands twice in one object, NaN, infinity, a number too
            large to hold, or too deep; the message says which.
    """
    try:
        value = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_int=_integer,
            parse_float=_finite,
            parse_constant=_no_constant,
        )
    except UnicodeDecodeError as broken:
        raise ValueError(f"no UTF-8 at byte {broken.start}") from None
    except json.JSONDecodeError as broken:
        raise ValueError(f"no JSON at line {broken.lineno}, column {broken.colno}") from None
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    if _is_deep(value):
        raise ValueError(_TOO_DEEP)
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = dict(pairs)
    if len(whole) < len(pairs):
        raise ValueError("a key that stands twice in one object")
    return whole


def _integer(text: str) -> int:
    if len(text) > _MOST_DIGITS:
        raise ValueError(_TOO_LARGE)
    return int(text)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(_TOO_LARGE)
    return number


def _no_constant(name: str) -> float:
    raise ValueError(f"{name}, which JSON does not have")


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(level)
