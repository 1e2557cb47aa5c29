"""A list of lines of which one is chosen; drawn line by line, however long it is."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line


class RowList(Widget, can_focus=True):
    """Up and Down choose a line, Enter takes it, ``>`` marks it."""

    DEFAULT_CSS = """
    RowList { height: 1fr; }
    RowList > .rows--here { text-style: bold reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="rows.up"),
        Binding("down", "move(1)", "Line below", show=False, id="rows.down"),
        Binding("pageup", "page(-1)", "Page above", show=False, id="rows.page-up"),
        Binding("pagedown", "page(1)", "Page below", show=False, id="rows.page-down"),
        Binding("home", "move(-1000000)", "First line", show=False, id="rows.home"),
        Binding("end", "move(1000000)", "Last line", show=False, id="rows.end"),
        Binding("enter", "take", "Show this one", show=False, id="rows.take"),
    ]

    class Taken(Message):
        """Enter was pressed on a line."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, rows: tuple[str, ...] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = rows
        self.at = 0
        self._top = 0

    def show(self, rows: tuple[str, ...]) -> None:
        """Show other lines."""
        self.rows = rows
        self.at = self._top = 0
        self.refresh()

    def action_move(self, by: int) -> None:
        """Choose another line."""
        before, top = self.at, self._top
        self.at = min(max(self.at + by, 0), max(len(self.rows) - 1, 0))
        self._top = min(max(self._top, self.at - self.size.height + 1), self.at)
        if self._top != top:
            self.refresh()
        else:
            self.refresh(*(Region(0, at - top, self.size.width, 1) for at in {before, self.at}))

    def action_page(self, by: int) -> None:
        """A page on or back."""
        self.action_move(by * max(self.size.height - 1, 1))

    def action_take(self) -> None:
        """Take the line one is at."""
        if self.rows:
            self.post_message(self.Taken(self.at))

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: at the mark."""
        return self.content_region.offset + Offset(0, self.at - self._top)

    def on_click(self, event: Click) -> None:
        """Choose by mouse."""
        if self._top + event.y < len(self.rows):
            self.action_move(self._top + event.y - self.at)

    def on_focus(self) -> None:
        """Show the mark."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the mark."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at = self._top + y
        if at >= len(self.rows):
            return Strip.blank(self.size.width, self.rich_style)
        here = self.has_focus and at == self.at
        style = self.get_component_rich_style("rows--here") if here else self.rich_style
        return line(self.size.width, [(f"{'>' if here else ' '} {self.rows[at]}", style)], self.rich_style)
