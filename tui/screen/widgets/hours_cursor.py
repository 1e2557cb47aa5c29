"""Where one stands on the grid of calling hours: cell, range, zoom, and the part that is in sight. Pure, no widget."""

from dataclasses import dataclass

from tui.campaign.hours import MIDNIGHT

ZOOMS = (30, 15, 60)
"""Minutes of a cell, in the order in which z goes through them."""


@dataclass(frozen=True, slots=True)
class Position:
    """A cell: its row, and the minute at which it begins; from 1440 on it lies in the next day."""

    row: int
    minute: int


@dataclass(slots=True)
class Cursor:
    """The cell one stands on, the cell a range was begun at, and what of the day is in sight.

    ``left`` is the first minute in sight, ``cells`` how many cells of ``zoom`` minutes are. ``fine`` is how many
    minutes the range begins after its first cell's start and ends after its last cell; earlier where negative.
    """

    place: Position = Position(0, 9 * 60)
    corner: Position | None = None
    zoom: int = ZOOMS[0]
    left: int = 0
    cells: int = MIDNIGHT // ZOOMS[0]
    fine: tuple[int, int] = (0, 0)

    @property
    def right(self) -> int:
        """The minute at which what is in sight ends."""
        return self.left + self.cells * self.zoom

    @property
    def rows(self) -> range:
        """The rows of the range, or of the cell."""
        first, last = sorted(((self.corner or self.place).row, self.place.row))
        return range(first, last + 1)

    @property
    def minutes(self) -> tuple[int, int]:
        """The minutes of the range, or of the cell: start, and end exclusive, which may be over 1440."""
        start, end = sorted(((self.corner or self.place).minute, self.place.minute))
        return start + self.fine[0], end + self.zoom + self.fine[1]

    def move(self, rows: int, cells: int, *, of_rows: int) -> None:
        """Move by rows and cells; only a range goes past midnight, and only cell by cell."""
        self.fine = (0, 0)
        past = self.corner is not None and abs(cells) <= 1
        furthest = (2 if past else 1) * MIDNIGHT - self.zoom
        row = min(max(self.place.row + rows, 0), of_rows - 1)
        self.place = Position(row, min(max(self.place.minute + cells * self.zoom, 0), furthest))
        self.scroll()

    def begin_range(self) -> None:
        """Begin a range at the cell, where none was begun."""
        self.corner = self.corner or self.place

    def stretch_finely(self, by: int, *, is_end: bool) -> None:
        """Move an edge of the range by minutes, as long as something is left of it and of two days."""
        by_start, by_end = (0, by) if is_end else (by, 0)
        start, end = self.minutes
        if 0 <= start + by_start < end + by_end <= 2 * MIDNIGHT:
            self.fine = (self.fine[0] + by_start, self.fine[1] + by_end)

    def end_range(self) -> None:
        """Have no range, and stand within the day."""
        self.corner, self.fine = None, (0, 0)
        self.place = Position(self.place.row, min(self.place.minute, MIDNIGHT - self.zoom))

    def stand(self, place: Position, *, corner: Position | None = None) -> None:
        """Stand on ``place``, with a range begun at ``corner`` or none."""
        self.place, self.corner, self.fine = place, corner, (0, 0)
        self.scroll()

    def zoom_to(self, zoom: int, cells: int) -> None:
        """Have cells of ``zoom`` minutes, ``cells`` of them in sight; only finer ones keep a range that was begun."""
        if zoom < self.zoom:
            self._end_later(self.zoom - zoom)
        else:
            self.end_range()
        self.zoom, self.cells = zoom, min(cells, MIDNIGHT // zoom)
        self.place = Position(self.place.row, self.place.minute // zoom * zoom)
        self.scroll()

    def _end_later(self, by: int) -> None:
        """Let the last cell of a range begin ``by`` minutes later, so that the range ends where it did."""
        if self.corner is None:
            return
        if self.corner.minute > self.place.minute:
            self.corner = Position(self.corner.row, self.corner.minute + by)
        else:
            self.place = Position(self.place.row, self.place.minute + by)

    def show_cells(self, cells: int) -> None:
        """Have ``cells`` cells in sight, as far as the day has so many."""
        self.cells = max(min(cells, MIDNIGHT // self.zoom), 1)
        self.scroll()

    def scroll(self) -> None:
        """Keep the cell one stands on in sight."""
        shown = self.cells * self.zoom
        minute = self.place.minute % MIDNIGHT
        if not self.left <= minute < self.left + shown:
            self.left = minute - self.cells // 2 * self.zoom
        self.left = max(min(self.left, MIDNIGHT - shown), 0) // self.zoom * self.zoom

    def next_zoom(self) -> int:
        """The size of cells that z goes on to."""
        return ZOOMS[(ZOOMS.index(self.zoom) + 1) % len(ZOOMS)]
