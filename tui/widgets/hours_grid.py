"""The week as a grid: seven days by forty-eight half-hours, drawn line by line."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.campaign.hours import DAY_MINUTES, DAY_NAMES, DAYS, Week, Window, duration
from tui.widgets.drawing import Piece, line

CELL = 30
"""Minutes of one cell."""
CELLS = 48
_LEFT = 5
_RULER = "".join(f"{hour:<4}" for hour in range(0, 24, 2))
_SHAPES = {"open": "█", "closed": "·", "partly": "▒"}


class HoursGrid(Widget, can_focus=True):
    """Move by arrows, flip a half-hour with Space, or start a range with Enter and open or close it.

    Shows and asks, and decides nothing: the week is given to it, and every change is posted.

    | class | meaning |
    | :- | :- |
    | `grid--open` | open half-hours |
    | `grid--here` | the cursor, also reversed without colour |
    | `grid--range` | the range that o opens and x closes |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid--open", "grid--here", "grid--range", "grid--label"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(0, -1)", "Half-hour before", show=False, id="grid.left"),
        Binding("right", "move(0, 1)", "Next half-hour", show=False, id="grid.right"),
        Binding("up", "move(-1, 0)", "Day before", show=False, id="grid.up"),
        Binding("down", "move(1, 0)", "Next day", show=False, id="grid.down"),
        Binding("home", "move(0, -48)", "Start of the day", show=False, id="grid.home"),
        Binding("end", "move(0, 48)", "End of the day", show=False, id="grid.end"),
        Binding("space", "flip", "Open or close this half-hour", show=False, id="grid.flip"),
        Binding("enter,v", "range", "Start a range", show=False, id="grid.range"),
        Binding("o", "paint(True)", "Open the range", show=False, id="grid.open"),
        Binding("x", "paint(False)", "Close the range", show=False, id="grid.close"),
        Binding("escape", "cancel", "Give the range up", show=False, id="grid.cancel"),
    ]

    class Edited(Message):
        """The person changed the week; ``said`` says what changed."""

        def __init__(self, week: Week, said: str) -> None:
            super().__init__()
            self.week = week
            self.said = said

    class Moved(Message):
        """The cursor stands elsewhere; ``said`` says on what."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    def __init__(self, week: Week, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.week = week
        self.day = 0
        self.cell = 18
        self.corner: tuple[int, int] | None = None

    def show(self, week: Week) -> None:
        """Show another week."""
        if week != self.week:
            changed = [day for day in DAYS if week.days[day] != self.week.days[day]]
            self.week = week
            for day in changed:
                self._refresh_day(day)
            self.refresh(Region(0, 8, self.size.width, 1))

    def words(self) -> str:
        """What the cursor stands on, or the range that was begun."""
        if self.corner is None:
            window = _cells(self.day, self.cell, self.cell)
            return f"{DAY_NAMES[self.day]} {window} {_state(self.week, window)}"
        days, first, last = self._rectangle()
        window = _cells(days[0], first, last)
        hours = duration(window.end - window.start)
        return (
            f"RANGE {_day_range(days)} {window}, {hours} on {len(days)} days: o opens, x closes, Esc gives up"
        )

    def action_move(self, days: int, cells: int) -> None:
        """Move the cursor, staying in the week."""
        before = self.day
        self.day = min(max(self.day + days, 0), 6)
        self.cell = min(max(self.cell + cells, 0), CELLS - 1)
        if self.corner is None:
            self._refresh_day(before)
            self._refresh_day(self.day)
        else:
            self.refresh()
        self.post_message(self.Moved(self.words()))

    def action_range(self) -> None:
        """Begin a range here; begun already, open it."""
        if self.corner is not None:
            self.action_paint(True)
            return
        self.corner = (self.day, self.cell)
        self._refresh_day(self.day)
        self.post_message(self.Moved(self.words()))

    def action_cancel(self) -> None:
        """Give the range up; without one, go back a step as Esc does elsewhere."""
        if self.corner is None:
            self.app.call_later(self.app.run_action, "previous_step")
            return
        self.corner = None
        self.refresh()
        self.post_message(self.Moved(self.words()))

    def action_flip(self) -> None:
        """Open this half-hour where it is not fully open, else close it."""
        if self.corner is not None:
            self.action_paint(True)
            return
        window = _cells(self.day, self.cell, self.cell)
        self._paint([self.day], window, is_open=_state(self.week, window) != "open")

    def action_paint(self, is_open: bool) -> None:
        """Open or close the range, or the half-hour of the cursor where none was begun."""
        days, first, last = self._rectangle()
        self.corner = None
        self._paint(days, _cells(days[0], first, last), is_open=is_open)

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()
        self.post_message(self.Moved(self.words()))

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the ruler, a day, or the total."""
        width, blank = self.size.width, self.rich_style
        label = self.get_component_rich_style("grid--label")
        if y == 0:
            return line(width, [(" " * _LEFT + _RULER, label)], blank)
        if y == 8:
            total = f"{'week':>{_LEFT + CELLS + 4}} {duration(self.week.total()):>7}"
            return line(width, [(total, label)], blank)
        if y > 8:
            return Strip.blank(width, blank)
        return line(width, self._day_pieces(y - 1), blank)

    def _day_pieces(self, day: int) -> list[Piece]:
        blank = self.rich_style
        opened = self.get_component_rich_style("grid--open")
        here = self.get_component_rich_style("grid--here")
        ranged = self.get_component_rich_style("grid--range")
        days, first, last = self._rectangle()
        pieces: list[Piece] = [(f" {DAY_NAMES[day]} ", self.get_component_rich_style("grid--label"))]
        for cell in range(CELLS):
            state = _state(self.week, _cells(day, cell, cell))
            style = opened if state != "closed" else blank
            if self.corner is not None and day in days and first <= cell <= last:
                style = ranged
            if self.has_focus and day == self.day and cell == self.cell:
                style = here
            pieces.append((_SHAPES[state], style))
        return [*pieces, (f"     {duration(self.week.open_minutes(day)):>7}", blank)]

    def _rectangle(self) -> tuple[list[int], int, int]:
        day, cell = self.corner or (self.day, self.cell)
        first_day, last_day = sorted((day, self.day))
        first, last = sorted((cell, self.cell))
        return list(range(first_day, last_day + 1)), first, last

    def _paint(self, days: list[int], window: Window, *, is_open: bool) -> None:
        week = self.week
        for day in days:
            week = (week.opened if is_open else week.closed)(day, window.start, window.end)
        did = "opened" if is_open else "closed"
        midnight = (
            " A day ends at 23:59: its last minute can't be open."
            if is_open and window.end == DAY_MINUTES
            else ""
        )
        said = f"{did} {window} on {_day_range(days)}.{midnight}"
        self.show(week)
        self.refresh()
        self.post_message(self.Edited(week, said))
        self.post_message(self.Moved(self.words()))

    def _refresh_day(self, day: int) -> None:
        self.refresh(Region(0, day + 1, self.size.width, 1))


def _cells(day: int, first: int, last: int) -> Window:
    return Window(day, first * CELL, min((last + 1) * CELL, DAY_MINUTES))


def _state(week: Week, window: Window) -> str:
    minutes = week.open_minutes(window.day, window.start, window.end)
    return "closed" if not minutes else "open" if minutes == window.end - window.start else "partly"


def _day_range(days: list[int]) -> str:
    return DAY_NAMES[days[0]] if len(days) == 1 else f"{DAY_NAMES[days[0]]}-{DAY_NAMES[days[-1]]}"
