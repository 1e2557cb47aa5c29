"""The cells that Textual asked for."""

from tui.screen.runtime.diff_driver.cells import Row, cell
from tui.screen.runtime.diff_driver.reader import PaintedFrame, Put


class Grid:
    """``rows`` of cells, the lines in which something was put since they were last ``taken``, and the cursor."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows: list[Row] = [[None] * width for _ in range(height)]
        self.touched: set[int] = set()
        self.cursor: tuple[int, int] | None = None
        self.shows_cursor = False

    @property
    def is_whole(self) -> bool:
        """Whether every cell is known."""
        return not any(None in row for row in self.rows)

    def resize(self, width: int, height: int) -> None:
        """Take a new size; what lies in both stays."""
        old = self.rows
        self.rows = [[None] * width for _ in range(height)]
        for new, row in zip(self.rows, old, strict=False):
            new[:] = (row + new)[:width]
            if len(row) > width and (cut := row[width]) and not cut[0]:
                new[-1] = cell(" ", cut[1])
        self.width, self.height = width, height
        self.touched = set(range(height))

    def holds(self, frame: PaintedFrame) -> bool:
        """Whether the frame is for a terminal that is no larger."""
        return all(put.y < self.height and put.x + len(put.cells) <= self.width for put in frame.puts)

    def take(self, frame: PaintedFrame) -> None:
        """Paint a frame; what lies outside is lost, as it is in a terminal."""
        self.cursor = frame.cursor
        for put in frame.puts:
            if put.cells and put.y < self.height and put.x < self.width:
                self._put(put)

    def _put(self, put: Put) -> None:
        row, x, cells = self.rows[put.y], put.x, put.cells
        end = x + len(cells)
        if end > self.width:
            # Without wrapping, what is too long is written over the last column.
            char, pen = cells[-1]
            kept, cut = cells[: self.width - x - 1], cells[self.width - x - 1]
            if kept and not cut[0]:  # a wide character of which it takes the second half goes
                kept[-1] = cell(" ", cut[1])
            cells, end = [*kept, cell(char or " ", pen)], self.width
        if row[x:end] == cells:
            return
        if (old := row[x]) and not old[0] and x:  # half of a wide character goes: blank the other half
            row[x - 1] = cell(" ", old[1])
        if end < self.width and (old := row[end]) and not old[0]:
            row[end] = cell(" ", old[1])
        row[x:end] = cells
        self.touched.add(put.y)
