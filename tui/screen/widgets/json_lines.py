"""JSON laid out in few narrow lines, each of which knows which values it shows. Draws nothing.

Brackets close on the line of what they hold; what is in a list goes on while there is room. A gap, ``...`` in the
document, is written as ``…``; it takes the lines that a value takes, so that little moves when one is typed.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size

from tui.base.glyphs import CUT
from tui.base.text import inert

_LEAST_ROOM = 12
_LONGEST = 600
"""Characters of one value; the longest documented one has 256."""
_DEEPEST = 9
"""Levels that are laid out; what is deeper stands on in one text."""


class Part(NamedTuple):
    """A piece of a line, blanks behind it included, and the path of the value that it belongs to."""

    text: str
    path: str
    is_key: bool = False


_Unit = tuple[Part, ...]
"""What stands on one line where it fits on one."""


@dataclass(frozen=True, slots=True)
class JsonLine:
    """``parts``, one behind the other, after ``indent`` cells."""

    indent: int
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """All of it."""
        return " " * self.indent + "".join(part.text for part in self.parts)

    @property
    def paths(self) -> frozenset[str]:
        """The paths of the values that it shows something of."""
        return frozenset(part.path for part in self.parts)


def fitted(document: Mapping[str, Any], width: int, height: int, *, is_whole: bool = True) -> list[JsonLine]:
    """``document`` in lines of ``width`` cells: whole, or with its lists as long as ``height`` lines have room for.

    There are more lines where even lists of one do not make it short enough. Texts go on on further lines where it
    ``is_whole``; else each has one, and is cut.
    """

    def shortened(most: int) -> list[JsonLine]:
        return laid_out(document, width, most, is_whole=is_whole)

    return shortened(
        max(bisect_right(range(1, height + 1), height, key=lambda most: len(shortened(most))), 1)
    )


def laid_out(document: Mapping[str, Any], width: int, most: int, *, is_whole: bool = True) -> list[JsonLine]:
    """``document`` in lines of at most ``width`` cells, of each list at most ``most`` members."""
    layout = _Layout(max(width, _LEAST_ROOM), most, is_whole=is_whole)
    return [each for block in layout.blocks((), document, "", 0) for each in layout.filled(block)]


def top_of(marked: Iterable[int], top: int, height: int, count: int) -> int:
    """The first line in sight of ``count``, where ``height`` are: ``top``, or the nearest that shows what is marked."""
    lines = [*marked]
    if lines and lines[-1] >= top + height:
        top = lines[-1] - height + 1
    if lines and lines[0] < top:
        top = lines[0]
    return max(min(top, count - height), 0)


class _Block(NamedTuple):
    """What begins a line of its own."""

    indent: int
    units: tuple[_Unit, ...]

    def begun(self, *parts: Part) -> "_Block":
        """With ``parts`` in front."""
        return self._replace(units=((*parts, *self.units[0]), *self.units[1:]))

    def ended(self, text: str, path: str) -> "_Block":
        """With ``text`` behind."""
        *others, (*rest, last) = self.units
        behind = (last._replace(text=last.text.rstrip()), Part(text, path)) if text else (last,)
        return self._replace(units=(*others, (*rest, *behind)))


class _Layout:
    """Lays one document out: ``width`` cells, ``most`` members of a list."""

    def __init__(self, width: int, most: int, *, is_whole: bool) -> None:
        self._width = width
        self._most = most
        self._is_whole = is_whole

    def blocks(self, key: _Unit, value: Any, path: str, indent: int) -> list[_Block]:
        """The blocks of ``value``, the first of which begins with ``key``; the members of a list are not indented."""
        if indent >= _DEEPEST or not isinstance(value, Mapping | list) or not value:
            return [self._value(key, value, path, indent)]
        is_member = isinstance(value, list) or not key
        if is_member and not any(isinstance(each, Mapping | list) for each in _inside(value)):
            ways = [self._row(key, value, path, indent, blank) for blank in (" ", "")[: 1 if key else 2]]
            return [min(ways, key=lambda block: len([*self.filled(block)]))]
        opens, closes = _BRACKETS[isinstance(value, list)]
        inner = 1 if isinstance(value, list) else indent + 1
        found: list[_Block] = []
        for at, (name, member, where) in enumerate(self._members(value, path)):
            inside = self.blocks(_key(name, where, " "), member, where, inner)
            found += [*inside[:-1], inside[-1].ended("," * (at + 1 < len(value)), path)]
        found += [_Block(inner, (unit,)) for unit in self._rest(value, path)]
        if key:
            found.insert(0, _Block(indent, ((*key, Part(opens, path)),)))
        else:
            found[0] = found[0]._replace(indent=inner - 1).begun(Part(opens, path))
        return [*found[:-1], found[-1].ended(closes, path)]

    def _value(self, key: _Unit, value: Any, path: str, indent: int) -> _Block:
        """A value that has no members; cut to what is left of the line, where texts do not go on."""
        words, room = _words(value), self._width - indent - _size(key) - len("}},")
        if not self._is_whole and cell_len(words) > room:
            words = set_cell_size(words, max(room - 1, 0)).rstrip() + CUT
        return _Block(indent, ((*key, Part(words, path)),))

    def _row(self, key: _Unit, value: Any, path: str, indent: int, blank: str) -> _Block:
        """What has no list or object in it, with ``blank`` behind each colon and comma."""
        units = [
            (
                *_key(name, where, blank),
                Part(_words(member), where),
                Part(f",{blank}" * (at + 1 < len(value)), path),
            )
            for at, (name, member, where) in enumerate(self._members(value, path))
        ]
        opens, closes = _BRACKETS[isinstance(value, list)]
        block = _Block(indent, (*units, *self._rest(value, path)))
        return block.begun(*key, Part(opens, path)).ended(closes, path)

    def _members(self, value: Any, path: str) -> list[tuple[str, Any, str]]:
        """The members that are shown: the name, where there is one, the value, the path."""
        if isinstance(value, list):
            return [("", each, f"{path}[{at}]") for at, each in enumerate(value[: self._most])]
        return [(name, each, f"{path}.{name}" if path else name) for name, each in value.items()]

    def _rest(self, value: Any, path: str) -> list[_Unit]:
        """How many members of a list are not shown, where there are such."""
        more = len(value) - self._most if isinstance(value, list) else 0
        return [(Part(f"{CUT} {more} more", path),)] if more > 0 else []

    def filled(self, block: _Block) -> Iterator[JsonLine]:
        """``block`` in lines; all but the first are indented by a cell more."""
        indent, line = min(block.indent, self._width // 3), list[Part]()
        for piece in self._pieces(block.units, self._width - indent):
            if line and indent + _size((*line, *piece)) > self._width:
                yield _line(indent, line)
                indent, line = min(block.indent, self._width // 3) + 1, []
            line += piece
        yield _line(indent, line)

    def _pieces(self, units: Iterable[_Unit], room: int) -> Iterator[_Unit]:
        """The units; one that is longer than ``room`` is cut behind its key, at blanks, else anywhere."""
        for unit in units:
            behind_key = len(unit) if _size(unit) < room else 1 + max(_keys(unit), default=-1)
            for piece in filter(None, (unit[:behind_key], unit[behind_key:])):
                yield from [piece] if _size(piece) < room else _cut(piece, room - 1)


def _line(indent: int, parts: list[Part]) -> JsonLine:
    return JsonLine(indent, (*parts[:-1], parts[-1]._replace(text=parts[-1].text.rstrip())))


_BRACKETS = {True: ("[", "]"), False: ("{", "}")}


def _inside(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else value.values()


def _key(name: str, path: str, blank: str) -> _Unit:
    return (Part(f"{_words(name)}:{blank}", path, is_key=True),) if name else ()


def _keys(unit: _Unit) -> Iterator[int]:
    return (at for at, part in enumerate(unit) if part.is_key)


def _cut(unit: _Unit, room: int) -> Iterator[_Unit]:
    for part in unit:
        for word in re.findall(r"\S+ *| +", part.text):
            yield from ((part._replace(text=text),) for text in chop_cells(word, room))


def _words(value: Any) -> str:
    """``value`` as JSON, inert and cut; a gap as ``…``."""
    if value is ...:
        return CUT
    shown = value[:_LONGEST] if isinstance(value, str) else value
    text = inert(json.dumps(shown, ensure_ascii=False, default=lambda _: CUT), keep="", limit=2 * _LONGEST)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + CUT


def _size(unit: _Unit) -> int:
    """The cells of a unit, blanks behind it left out."""
    return cell_len("".join(part.text for part in unit).rstrip())
