"""JSON from outside as plain values: no deep, huge or infinite value breaks the reader."""

import json
import math
from typing import Any

_MOST_DIGITS = 30
"""A longer number stays text: nothing in this API is that large, and long numbers take long to read."""


def parse(data: bytes | str) -> Any:
    """The JSON value of ``data``; None where it is none, or is nested too deep.

    Whole numbers of up to 30 digits and finite decimal numbers are numbers; every other number, NaN and infinity
    stay the text they are.
    """
    text = data if isinstance(data, str) else data.decode("utf-8-sig", errors="replace")
    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def at(value: Any, *path: str) -> Any:
    """What stands at ``path`` inside ``value``, or None."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _whole(text: str) -> int | str:
    return int(text) if len(text) <= _MOST_DIGITS else text


def _decimal(text: str) -> float | str:
    number = float(text)
    return number if math.isfinite(number) else text


DECODER = json.JSONDecoder(parse_int=_whole, parse_float=_decimal, parse_constant=str)
"""Reads a value as :func:`parse` does.

Raises:
    ValueError, RecursionError: there is none, or it is nested too deep.
"""
