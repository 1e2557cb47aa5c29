"""The week of calling hours drawn line by line: the ruler, a row for each day, words, and what is below."""

from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.campaign.edits import EditedWeek
from tui.campaign.hours import DAY_NAMES, MIDNIGHT, duration, hhmm
from tui.screen.widgets import hours_view as view
from tui.screen.widgets.drawing import Piece, line
from tui.screen.widgets.hours_cursor import ZOOMS, Cursor, Position

TOP = 1
"""The line of the first row: the ruler is above."""


class HoursLines(Widget):
    """Shows the week of a :class:`History`, which it is given, and where one stands in it.

    | class | meaning |
    | :- | :- |
    | `grid--open` | open cells |
    | `grid--night` | cells that are open at night, also drawn as ! |
    | `grid--here` | the cursor |
    | `grid--range` | the range that o opens and x closes |
    | `grid--label` | days and the ruler |
    """

    DEFAULT_CSS = """
    HoursLines { height: auto; }
    HoursLines > .grid--open { color: $success; }
    HoursLines > .grid--night { color: $warning; text-style: bold; }
    HoursLines > .grid--here { text-style: bold reverse; }
    HoursLines > .grid--range { color: $primary; text-style: reverse; }
    HoursLines > .grid--label { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--open", "grid--night", "grid--here", "grid--range", "grid--label",
    }  # fmt: skip

    def __init__(
        self,
        edited: EditedWeek,
        *,
        is_daily: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.edited = edited
        self.is_daily = is_daily
        self.cursor = Cursor()
        self.clock = ""
        self.times: tuple[str, ...] = ()

    # --- what it stands on

    @property
    def rows(self) -> tuple[tuple[int, ...], ...]:
        """The days each row stands for."""
        return view.rows_of(self.edited.week, is_daily=self.is_daily)

    @property
    def days(self) -> tuple[int, ...]:
        """The days of the cursor's row."""
        return self.rows[self.cursor.place.row]

    @property
    def range_days(self) -> tuple[int, ...]:
        """The days of the range; of the cursor's row where none was begun."""
        rows = self.rows
        return tuple(day for row in self.cursor.rows for day in rows[row])

    def words(self) -> str:
        """What the cursor stands on, or the range that was begun."""
        start, end = self.cursor.minutes
        if self.cursor.corner is None:
            return view.cell_words(self.edited.week, self.days, start, end)
        return view.range_words(self.range_days, start, end)

    # --- showing

    def show(self, edited: EditedWeek, *, is_daily: bool) -> None:
        """Show another week, or the same one after a change made elsewhere."""
        rows = len(self.rows)
        self.edited = edited
        self.is_daily = is_daily
        self.cursor.end_range()
        self.redraw(rows)

    def show_notes(self, clock: str, times: tuple[str, ...]) -> None:
        """Show the cursor's time and that elsewhere; where there is room beside, what the clocks do as well."""
        before = self._notes(self.size.width)
        self.clock, self.times = clock, times
        after = self._notes(self.size.width)
        if self.side is None and len(before) != len(after):
            self.refresh(layout=True)
        else:
            self._refresh_lines(*(y for y in {**before, **after} if before.get(y) != after.get(y)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        beside = self._side(width) is not None
        return self._words_line + 1 + (0 if beside else len(self._notes(width)))

    @property
    def side(self) -> int | None:
        """The column from which there is room beside the grid, None where there is none."""
        return self._side(self.size.width)

    def _side(self, width: int) -> int | None:
        at = view.DAY_WIDTH + self.cursor.cells + view.TOTAL_WIDTH + 1
        has_room = self.app.size.width >= view.SIDE_FROM and width - at > view.SIDE_WIDTH
        return at if has_room else None

    def _notes(self, width: int) -> dict[int, tuple[int, str]]:
        """Lines beside or under the grid: for each line its column and text."""
        side = self._side(width)
        if side is None:
            first = self._words_line + 1
            return dict(enumerate(((1, text) for text in view.below(self.times, width - 2)), first))
        clock = self.clock if self.has_clock else ""
        return dict(enumerate((side, text) for text in view.beside(clock, self.times, width - side - 1)))

    @property
    def has_clock(self) -> bool:
        """Whether there is room beside the grid for all that the zone's clocks do."""
        if self.side is None:
            return False
        lines = view.beside(self.clock, self.times, self.size.width - self.side - 1)
        return len(lines) <= self._words_line

    def room_for_cells(self) -> int:
        """How many cells fit beside label and total."""
        return self.size.width - view.DAY_WIDTH - view.TOTAL_WIDTH

    # --- lines

    @property
    def _words_line(self) -> int:
        return TOP + len(self.rows)

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: on the cell one is at."""
        return self.content_region.offset + self._cell_of(self.cursor.place)

    def render_line(self, y: int) -> Strip:
        pieces = self._pieces(y)
        if note := self._notes(self.size.width).get(y):
            column, text = note
            gap = column - sum(cell_len(shown) for shown, _ in pieces)
            label = self.get_component_rich_style("grid--label")
            pieces += [(" " * gap, self.rich_style), (text, label)]
        return line(self.size.width, pieces, self.rich_style)

    def _pieces(self, y: int) -> list[Piece]:
        label = self.get_component_rich_style("grid--label")
        cursor, row = self.cursor, y - TOP
        if y == 0:
            return [(" " * view.DAY_WIDTH + view.ruler(cursor.left, cursor.cells, cursor.zoom), label)]
        if row < len(self.rows):
            return self._row_pieces(row)
        if y == self._words_line:
            return [(self._words_text(), self.rich_style)]
        return []

    def _words_text(self) -> str:
        """The words, with the week's total at the right where there is room for both."""
        total = f"week {duration(self.edited.week.total())} "
        if self.cursor.zoom != ZOOMS[0]:
            part = f"{hhmm(self.cursor.left)}-{hhmm(self.cursor.right)} "
            is_whole = self.cursor.right - self.cursor.left == MIDNIGHT
            total = f"{'' if is_whole else part}by {self.cursor.zoom} min  {total}"
        words = f" {self.words()}"
        gap = self.size.width - len(words) - len(total)
        return words + " " * gap + total if gap > 1 else words

    def _row_pieces(self, row: int) -> list[Piece]:
        rows = self.rows
        label = self.get_component_rich_style("grid--label")
        name = DAY_NAMES[rows[row][0]] if len(rows[row]) == 1 else "All"
        pieces: list[Piece] = [(f" {name} ", label)]
        cells = zip(self._states(rows[row][0]), self._inks(row, len(rows)), strict=True)
        styles = {
            ink: self.get_component_rich_style(f"grid--{ink}") for ink in ("open", "night", "here", "range")
        }
        styles |= {"partly": styles["open"], "closed": self.rich_style}
        drawn = [(view.SHAPES[state], styles[ink or state]) for state, ink in cells]
        for style, run in groupby(drawn, key=lambda cell: cell[1]):
            pieces.append(("".join(shape for shape, _ in run), style))
        total = self.edited.week.open_minutes(rows[row][0])
        return [*pieces, (f"{duration(total):>{view.TOTAL_WIDTH - 1}}", self.rich_style)]

    def _starts(self) -> range:
        """The minutes at which the cells in sight begin."""
        return range(self.cursor.left, self.cursor.right, self.cursor.zoom)

    def _states(self, day: int) -> list[str]:
        week, zoom = self.edited.week, self.cursor.zoom
        return [view.state(week, day, start, start + zoom) for start in self._starts()]

    def _inks(self, row: int, of_rows: int) -> list[str]:
        """For each cell of a row ``here`` or ``range``, or nothing where its state says how it is drawn.

        A range may go on into the day after it began.
        """
        cursor, inks = self.cursor, [""] * self.cursor.cells
        if cursor.corner is not None:
            start, end = cursor.minutes
            today, from_before = row in cursor.rows, (row - 1) % of_rows in cursor.rows
            for at, minute in enumerate(self._starts()):
                if (today and start <= minute < end) or (from_before and start <= minute + MIDNIGHT < end):
                    inks[at] = "range"
        shown = self._shown_at(cursor.place)
        at = (shown.minute - cursor.left) // cursor.zoom
        if self.has_focus and shown.row == row and 0 <= at < cursor.cells:
            inks[at] = "here"
        return inks

    def _shown_at(self, place: Position) -> Position:
        """The cell at which a place is drawn: past midnight, in the row of the next day."""
        past, minute = divmod(place.minute, MIDNIGHT)
        return Position((place.row + past) % len(self.rows), minute)

    def _cell_of(self, place: Position) -> Offset:
        shown = self._shown_at(place)
        x = view.DAY_WIDTH + (shown.minute - self.cursor.left) // self.cursor.zoom
        return Offset(x, TOP + shown.row)

    def _refresh_lines(self, *lines: int) -> None:
        if lines:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))

    def refresh_rows(self, *places: Position) -> None:
        """Draw the rows of ``places`` and the words again: a whole grid would take an arrow half as long again."""
        self._refresh_lines(self._words_line, *(self._cell_of(place).y for place in places))

    def redraw(self, rows: int) -> None:
        """Draw the week again, which had ``rows`` rows before."""
        if len(self.rows) != rows:
            place = self.cursor.place
            self.cursor.stand(Position(min(place.row, len(self.rows) - 1), place.minute))
        self.refresh(layout=len(self.rows) != rows)
