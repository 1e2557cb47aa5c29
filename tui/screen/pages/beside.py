"""What was sent and what came back as rows of JSON beside each other, with a mark where they differ."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len, set_cell_size

from tui.base.glyphs import CLOSED, CUT, RULE
from tui.base.text import inert
from tui.campaign.json_values import MISSING, value_at
from tui.kore.response_diff import Compared, Match, compare

BESIDE_FROM = 90
"""Columns from which both stand side by side; below that one after the other."""
_MARKS = {Match.SAME: " ", Match.DIFFERENT: "~", Match.NOT_ECHOED: CLOSED}
_NOT_ECHOED = "not echoed"
_MOST_ADDED = 40
"""Fields of the answer that the request does not have; what is beyond is counted."""
_MOST_DEEP = 20
"""Objects inside each other that are opened; a request has four."""
_MOST_LONG = 2_000
"""Characters of one value that are shown."""


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One row of both; ``sent`` and ``came`` are inert and indented, empty where one of them has no such row."""

    sent: str
    came: str
    mark: str = " "


def rows_beside(sent: Mapping[str, Any], came: Mapping[str, Any]) -> tuple[BesideRow, ...]:
    """The request in its own order, each field beside its echo; then what the answer adds. ``came`` is hostile."""
    found = {each.path: each for each in compare(sent, came)}
    return (*_rows(sent, came, (), found), *_added(sent, came))


def beside_title(found: tuple[Compared, ...]) -> str:
    """The counts for a title: ``1 differs, 3 not echoed``, or ``all the same``."""
    differ, missing = (
        sum(each.match is match for each in found) for match in (Match.DIFFERENT, Match.NOT_ECHOED)
    )
    parts = [f"{differ} {'differs' if differ == 1 else 'differ'}"] * bool(differ)
    parts += [f"{missing} {_NOT_ECHOED}"] * bool(missing)
    return ", ".join(parts) or "all the same"


def beside_text(rows: tuple[BesideRow, ...], title: str, width: int) -> str:
    """The rows as lines of at most ``width`` cells under titles: side by side where that is wide enough."""
    if width < BESIDE_FROM:
        sent = [line for row in rows if row.sent for line in _wrapped(row.mark, row.sent, width)]
        came = [line for row in rows if row.came for line in _wrapped(row.mark, row.came, width)]
        return "\n".join((_ruled("sent", "", width), *sent, "", _ruled("came back", title, width), *came))
    half = (width - 2) // 2
    lines = [f"{_ruled('sent', '', half)}  {_ruled('came back', title, half)}"]
    for row in rows:
        left, right = list(_wrapped(row.mark, row.sent, half)), list(_wrapped(row.mark, row.came, half))
        for at in range(max(len(left), len(right))):
            one, other = (side[at] if at < len(side) else "" for side in (left, right))
            lines.append(f"{set_cell_size(one, half)}  {other}".rstrip())
    return "\n".join(lines)


def _rows(
    sent: Mapping[str, Any], came: Mapping[str, Any], above: tuple[str, ...], found: Mapping[str, Compared]
) -> Iterator[BesideRow]:
    indent = "  " * len(above)
    for key, value in sent.items():
        keys = (*above, key)
        name, echo = f"{indent}{_json(key)}: ", value_at(came, keys)
        compared = found.get(".".join(keys))
        if compared is None:
            opened = "{" if isinstance(echo, Mapping) else _NOT_ECHOED if echo is MISSING else _value(echo)
            yield BesideRow(f"{name}{{", f"{name}{opened}")
            yield from _rows(value, came, keys, found)
            yield BesideRow(f"{indent}}}", f"{indent}}}" if opened == "{" else "")
            continue
        same = compared.match is Match.SAME
        right = f"{indent}{_NOT_ECHOED}" if echo is MISSING else f"{name}{_value(echo, is_short=same)}"
        yield BesideRow(f"{name}{_value(value, is_short=same)}", right, _MARKS[compared.match])


def _added(sent: Mapping[str, Any], came: Mapping[str, Any]) -> Iterator[BesideRow]:
    """What the answer has at the top and the request has not."""
    new = [key for key in came if key not in sent]
    for key in new[:_MOST_ADDED]:
        yield BesideRow("", f"{_json(key)}: {_value(came[key])}")
    if len(new) > _MOST_ADDED:
        yield BesideRow("", f"and {len(new) - _MOST_ADDED} more")


def _value(value: Any, *, is_short: bool = False) -> str:
    if is_short and isinstance(value, list) and len(value) > 1 and isinstance(value[0], Mapping):
        return f"[ {CUT} {len(value)} windows ]"
    return _json(value)


def _json(value: Any) -> str:
    """``value`` on one line, inert, cut where it is long."""
    if _is_too_deep(value):
        return CUT
    said = inert(json.dumps(value, ensure_ascii=False, default=str), keep="")
    return said if len(said) <= _MOST_LONG else f"{said[:_MOST_LONG]}{CUT}"


def _is_too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_MOST_DEEP):
        level = [
            inner
            for each in level
            if isinstance(each, Mapping | list)
            for inner in (each.values() if isinstance(each, Mapping) else each)
        ]
        if not level:
            return False
    return True


def _wrapped(mark: str, text: str, width: int) -> Iterator[str]:
    """``text`` behind its mark in lines of at most ``width`` cells, each in the column of its first."""
    begin = len(text) - len(text.lstrip(" "))
    room, left = max(width - begin - 3, 8), text.lstrip(" ")
    while True:
        piece = _fitting(left, room)
        yield f"{mark if left else ' '}  {' ' * begin}{piece}".rstrip()
        left = left[len(piece) :]
        if not left:
            return


def _fitting(text: str, room: int) -> str:
    """As much of ``text`` from its beginning as ``room`` cells take, at least a character."""
    piece = text[:room]
    while len(piece) > 1 and cell_len(piece) > room:
        piece = piece[:-1]
    return piece


def _ruled(title: str, counts: str, width: int) -> str:
    end = f" {counts} {RULE}" if counts else ""
    begin = f"{RULE} {title} "
    return f"{begin}{RULE * max(width - len(begin) - len(end), 0)}{end}"
