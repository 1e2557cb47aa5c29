"""What the terminal shows, and what to send so that it shows a grid."""

from collections.abc import Iterator

from tui.screen.runtime.diff_driver.cells import NARROW, Row, cell, drifts, is_sure, reach
from tui.screen.runtime.diff_driver.grid import Grid
from tui.screen.runtime.diff_driver.pens import ANY, CLOSE_LINK, PLAIN, Pen, change
from tui.screen.runtime.diff_driver.script import Head, Script, Span

_HEAL = "\x1b[m\x1b(B\x0f\x1b[r\x1b[?6l\x1b[?7l\x1b[4l"
"""What foreign output may have left behind: pen, character set, margins, origin, wrapping, inserting."""
_SHOW_CURSOR, _HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"


class Painter:
    """Knows what the terminal shows, as far as it does.

    ``fills`` says that the terminal erases with the pen's background (bce): shorter, but not so in GNU screen.
    """

    def __init__(self, *, fills: bool = False) -> None:
        self.fills = fills
        self.is_lost = True
        self._head = Head()
        self._shown: list[Row] = []
        self._shows_cursor: bool | None = None

    def forget(self) -> None:
        """Know nothing any more: the next painting is of the whole screen.

        May be called at any moment, even from a signal handler in the middle of a painting.
        """
        self.is_lost = True

    def paint(self, grid: Grid) -> str:
        """What makes the terminal show ``grid``, with the cursor where it is wanted."""
        before = ""
        if self.is_lost or len(self._shown) != grid.height or len(self._shown[0]) != grid.width:
            before = self._start_anew(grid)
        lines = [y for y in sorted(grid.touched) if grid.rows[y] != self._shown[y]]
        spans = [span for y in lines for span in _spans(y, grid.rows[y], self._shown[y])]
        for y in lines:
            self._shown[y] = grid.rows[y].copy()
        grid.touched.clear()
        script = self._shortest(spans, grid)
        self._head = script.head
        after = ""
        if grid.shows_cursor is not self._shows_cursor:
            after = _SHOW_CURSOR if grid.shows_cursor else _HIDE_CURSOR
            self._shows_cursor = grid.shows_cursor
        return before + script.text() + after

    def _start_anew(self, grid: Grid) -> str:
        self.is_lost = False
        self._shows_cursor = None
        self._head = Head()
        start, fill = CLOSE_LINK + _HEAL, None
        blanks = [here for row in grid.rows for here in row if here and here[1].fg == ANY]
        if blanks and grid.is_whole:
            most = max(set(blanks), key=blanks.count)
            if self.fills or not most[1].bg:
                fill = most
                codes, self._head.pen = change(PLAIN, most[1])
                start += codes + "\x1b[2J"
        self._shown = [[fill] * grid.width for _ in range(grid.height)]
        grid.touched = set(range(grid.height))
        return start

    def _shortest(self, spans: list[Span], grid: Grid) -> Script:
        """Line by line, or one pen after the other, whichever takes fewer bytes."""
        by_line = Script(self._head, grid, fills=self.fills)
        by_line.write(spans)
        if len(spans) < 3 or any(span.is_unsure for span in spans):
            return by_line
        by_pen = Script(self._head, grid, fills=self.fills)
        by_pen.write(_by_pen(spans, self._head.pen))
        return min(by_line, by_pen, key=lambda script: script.size)


def _spans(y: int, want: Row, shown: Row) -> Iterator[Span]:
    """The stretches of a line that differ and can be written with one pen."""
    span: Span | None = None
    overdrawn, anew = 0, _adrift_from(want, shown)
    for x, here in enumerate(want):
        if x == anew:
            overdrawn = len(want)
        if here is None or not here[0] or (x >= overdrawn and (here is shown[x] or here == shown[x])):
            continue
        char, pen = here
        size = 2 if x + 1 < len(want) and want[x + 1] == cell("", pen) else 1
        sure = char in NARROW or is_sure(char)
        if not sure:  # a terminal that draws it wider paints over what stands behind it
            overdrawn = max(overdrawn, x + reach(char))
        if span and (span.end == x or _is_blank_between(want, span, x)) and span.takes(pen):
            span.end, span.is_unsure = x + size, span.is_unsure or not sure
            continue
        if span:
            yield span
        span = Span(y, x, x + size, pen, not sure)
    if span:
        yield span


def _adrift_from(want: Row, shown: Row) -> int | None:
    """From where on a line is written anew, since nobody knows where its cells are; None where that is known."""
    first = next(
        (
            x
            for x, cells in enumerate(zip(want, shown, strict=True))
            if any(each and drifts(each[0]) for each in cells)
        ),
        None,
    )
    return None if first is None or want[first:] == shown[first:] else first


def _is_blank_between(want: Row, span: Span, x: int) -> bool:
    """Whether ``x`` goes on with the blanks at the end of the span: erasing all is shorter than jumping over some."""
    here = want[x]
    return here is not None and here[1].fg == ANY and all(each == here for each in want[span.end - 1 : x])


def _by_pen(spans: list[Span], pen: Pen) -> list[Span]:
    """The spans in groups of one pen, from each to the one that is nearest."""
    groups: dict[Pen, list[Span]] = {}
    for span in spans:
        if span.pen.fg != ANY:
            groups.setdefault(span.pen, []).append(span)
    for span in spans:
        if span.pen.fg == ANY:
            fits = next((each for each in groups if not change(each, span.pen)[0]), span.pen)
            groups.setdefault(fits, []).append(span)
    ordered: list[Span] = []
    while groups:
        pen = min(groups, key=lambda each: len(change(pen, each)[0]))
        ordered += sorted(groups.pop(pen), key=lambda span: (span.y, span.x))
    return ordered
