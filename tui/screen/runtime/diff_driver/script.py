"""Sequences that paint stretches of cells, with the fewest moves, colour codes and characters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.screen.runtime.diff_driver.cells import NARROW, Row, cell, drifts, is_sure
from tui.screen.runtime.diff_driver.grid import Grid
from tui.screen.runtime.diff_driver.pens import ANY, PLAIN, Pen, change

_SAVE, _RESTORE = "\x1b7", "\x1b8"
"""DECSC and DECRC: the cursor's place and the pen, put aside and taken up again."""
_INDEX = "\x1bD"
"""IND: down one line in the same column."""
_LONGEST_GAP = 4
"""Cells that are rather written again than jumped over."""


@dataclass(slots=True, eq=False, repr=False)
class Head:
    """Where the terminal's cursor is, None where that is not known, and its pen."""

    y: int | None = None
    x: int | None = None
    pen: Pen = PLAIN


@dataclass(slots=True, eq=False, repr=False)
class Span:
    """Cells of line ``y`` from ``x`` up to ``end`` that can be written with one pen.

    ``is_unsure``: not every terminal agrees on how wide its characters are.
    """

    y: int
    x: int
    end: int
    pen: Pen
    is_unsure: bool = False

    def takes(self, pen: Pen) -> bool:
        """Whether a cell of ``pen`` can be written with it too; a span of blanks takes any pen that suits them."""
        if pen is self.pen or not change(self.pen, pen)[0]:
            return True
        if self.pen.fg == ANY and not change(pen, self.pen)[0]:
            self.pen = pen
            return True
        return False


class Script:
    """Builds what to send, from where ``head`` stands; ``size`` is its length in bytes."""

    def __init__(self, head: Head, grid: Grid, *, fills: bool) -> None:
        self.head = replace(head)
        self.size = 0
        self._grid = grid
        self._fills = fills
        self._parts: list[str] = []
        self._saved: Head | None = None
        self._erased: dict[int, int] = {}
        self._is_adrift = False

    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def write(self, spans: Sequence[Span]) -> None:
        """Paint the spans in this order, and leave the cursor where the grid wants it, if it is to be seen."""
        for span in spans:
            if span.x >= self._erased.get(span.y, self._grid.width):
                continue
            if self._saved is None and self._is_home() and not self.head.pen.link:
                self._saved = replace(self.head)
                self._add(_SAVE)
            self._write(span)
        if self._is_adrift:
            self.head.x = None
        if self._grid.cursor is None or not self._grid.shows_cursor or self._is_home():
            return
        if self._saved:
            self._use(self.head.pen._replace(link=""))
            self._add(_RESTORE)
            self.head = self._saved
        else:
            y, x = self._grid.cursor
            self._go(min(y, self._grid.height - 1), min(x, self._grid.width - 1))

    def _is_home(self) -> bool:
        return self._grid.shows_cursor and (self.head.y, self.head.x) == self._grid.cursor

    def _write(self, span: Span) -> None:
        row, x = self._grid.rows[span.y], span.x
        if (span.y, x) != (self.head.y, self.head.x) and not self._write_up_to(span.y, x, row):
            self._go(span.y, x)
        self._use(span.pen)
        while x < span.end:
            char, pen = row[x] or (" ", PLAIN)
            if pen.fg == ANY and not self._is_adrift and (erased := self._erase(span, x)):
                x += erased
                if x < span.end:
                    self._go(span.y, x)
                continue
            size = 2 if x + 1 < self._grid.width and row[x + 1] == cell("", pen) else 1
            x += size
            sure = char in NARROW or is_sure(char)
            # A terminal may think otherwise of its width: clear both cells first, and place the cursor anew.
            self._add(char if sure or size == 1 or x == self._grid.width else f"  \b\b{char}")
            self._is_adrift = self._is_adrift or drifts(char)
            if self._is_adrift:  # what follows is written right behind it, wherever that is
                self.head.x = x
                continue
            self.head.x = x if sure and x < self._grid.width else None
            if not sure and x < span.end:
                self._go(span.y, x)

    def _erase(self, span: Span, x: int) -> int:
        """Erase the blanks from ``x`` on where that is shorter than writing them; how many were erased."""
        row, width = self._grid.rows[span.y], self._grid.width
        here = row[x]
        if not (self._fills or not self.head.pen.bg):
            return 0
        end = next((at for at in range(x + 1, width) if row[at] != here), width)
        if end == width and end - x > 3:
            self._add("\x1b[K")
            self._erased[span.y] = x
            return end - x
        end = min(end, span.end)
        if end - x > (5 if end == span.end else 10):
            self._add(f"\x1b[{end - x}X")
            return end - x
        return 0

    def _use(self, pen: Pen) -> None:
        if pen != self.head.pen:
            codes, self.head.pen = change(self.head.pen, pen)
            self._add(codes)

    def _write_up_to(self, y: int, x: int, row: Row) -> bool:
        """Cross a small gap by writing its cells again, if that is no longer than a move."""
        if y != self.head.y or self.head.x is None or not 0 < x - self.head.x <= _LONGEST_GAP:
            return False
        gap = [here for here in row[self.head.x : x] if here and not change(self.head.pen, here[1])[0]]
        text = "".join(char for char, _ in gap if char in NARROW)
        if len(text) != x - self.head.x or len(text.encode()) > _LONGEST_GAP:
            return False
        self._add(text)
        self.head.x = x
        return True

    def _go(self, y: int, x: int) -> None:
        if self._is_adrift:
            self.head.y = self.head.x = None
            self._is_adrift = False
        at_y, at_x = self.head.y, self.head.x
        if (y, x) == (at_y, at_x):
            return
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"]
        if at_y is not None:
            ways.append(self._to_line(at_y, y) + _to_column(at_x, x))
        self._add(min(ways, key=len))
        self.head.y, self.head.x = y, x

    def _to_line(self, at: int, y: int) -> str:
        """Up or down in the same column; IND never into the last line, below which a terminal would scroll."""
        if y == at + 1 < self._grid.height - 1:
            return _INDEX
        return f"\x1b[{_count(at - y)}A" if y < at else f"\x1b[{_count(y - at)}B" if y > at else ""

    def _add(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self.size += len(text.encode())


def _to_column(at: int | None, x: int) -> str:
    """Left or right in the same line; ``at`` is None where the column is not known."""
    if x == at:
        return ""
    ways = [f"\x1b[{x + 1}G" if x else "\r"]
    if at is not None:
        ways += [f"\x1b[{_count(x - at)}C"] if x > at else ["\b" * (at - x), f"\x1b[{_count(at - x)}D"]
    return min(ways, key=len)


def _count(number: int) -> str:
    return "" if number == 1 else str(number)
