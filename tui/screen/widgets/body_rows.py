"""An answer's body laid out in rows: JSON indented, anything else as it is; inert. Draws nothing.

It has no parser that hostile text could break: tokens are found one after the other, so that a body which is cut,
nested ten thousand deep or no JSON at all is laid out as far as it goes, a megabyte of it in about a second.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len

from tui.base.text import inert

BODY_ROWS_LIMIT = 2_000_000
"""Characters that are laid out; what is longer is cut, and the cut is said."""
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_BYTE_ORDER_MARK = chr(0xFEFF)
_STEP = 65_536
_LEAST_ROOM = 12


class Rows:
    """Rows of at most ``width`` cells: text and indent.

    Held in arrays: a megabyte of ``[1,1,1,…`` has half a million rows.
    """

    def __init__(self, raw: str, width: int) -> None:
        """Lay ``raw`` out; takes up to a second, so call it in a thread where a screen is waiting."""
        self.is_cut = len(raw) > BODY_ROWS_LIMIT
        self._width = max(width, _LEAST_ROOM)
        self._starts, self._indents = array("I"), array("H")
        text = _inert(raw[:BODY_ROWS_LIMIT])
        out = StringIO()
        for depth, line in (
            _json(text) if text.lstrip()[:1] in {"{", "["} else ((0, row) for row in text.split("\n"))
        ):
            self._add(out, depth, line)
        self.text = out.getvalue()

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._starts)

    def words(self, row: int) -> str:
        """The text of ``row``, without its indent."""
        start = self._starts[row]
        end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\n")

    def indent(self, row: int) -> int:
        """Cells before the text of ``row``."""
        return self._indents[row]

    def find(self, wanted: str, row: int, *, backwards: bool = False) -> int | None:
        """The next row below ``row`` (above it: ``backwards``) in which ``wanted`` begins, in capitals or not.

        Goes on at the other end. None where it is nowhere.
        """
        if not wanted or not self._starts:
            return None
        pattern = re.compile(re.escape(wanted), re.IGNORECASE)
        if backwards:
            start = _last(pattern, self.text, self._starts[row])
            start = _last(pattern, self.text, len(self.text)) if start is None else start
        else:
            below = self._starts[row + 1] if row + 1 < len(self._starts) else len(self.text)
            found = pattern.search(self.text, below) or pattern.search(self.text)
            start = found.start() if found else None
        return None if start is None else bisect_right(self._starts, start) - 1

    def _add(self, out: StringIO, depth: int, line: str) -> None:
        indent = min(2 * depth, self._width // 2)
        for piece in _chopped(line, self._width - indent):
            self._starts.append(out.tell())
            self._indents.append(indent)
            out.write(piece)
        out.write("\n")


def _last(pattern: re.Pattern[str], text: str, end: int) -> int | None:
    """Where the last match begins that begins before ``end``."""
    start = None
    for found in pattern.finditer(text):
        if found.start() >= end:
            break
        start = found.start()
    return start


def _json(text: str) -> Iterator[tuple[int, str]]:
    """Each line with its depth."""
    line, opens, depth = "", False, 0
    for found in _TOKEN.finditer(text):
        sign = found[0].replace("\n", inert("\n", keep=""))  # in a broken string; a row is one line
        if opens and sign not in {"}", "]"}:  # not empty: what is inside stands on lines of its own
            yield depth, line
            line, opens, depth = "", False, depth + 1
        if sign in {"{", "["}:
            if line.endswith(("}", "]")):
                yield depth, line
                line = ""
            line, opens = line + sign, True
        elif sign in {"}", "]"} and opens:
            line, opens = line + sign, False
        elif sign in {"}", "]"}:
            if line:
                yield depth, line
            line, depth = sign, max(depth - 1, 0)
        elif sign == ",":
            yield depth, line + sign
            line = ""
        else:
            line += ": " if sign == ":" else sign if line.endswith(": ") or not line else f" {sign}"
    if line:
        yield depth, line


def _inert(raw: str) -> str:
    """``raw`` inert, line breaks kept; piece by piece, since most pieces need nothing."""
    text = raw.lstrip(_BYTE_ORDER_MARK).replace("\r\n", "\n").expandtabs(4)
    pieces = (text[at : at + _STEP] for at in range(0, len(text), _STEP))
    return "".join(
        piece if piece.replace("\n", "").isprintable() else inert(piece, keep="\n") for piece in pieces
    )


def _chopped(line: str, room: int) -> Iterator[str]:
    """``line`` in pieces of at most ``room`` cells; a character that takes none counts as one."""
    if line.isascii():
        yield from (line[at : at + room] for at in range(0, max(len(line), 1), room))
        return
    start = cells = 0
    for at, char in enumerate(line):
        size = max(cell_len(char), 1)
        if cells + size > room:
            yield line[start:at]
            start, cells = at, 0
        cells += size
    yield line[start:]
