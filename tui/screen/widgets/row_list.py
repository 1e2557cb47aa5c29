"""A list of rows with a cursor; only the rows in sight are drawn, however long it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding, BindingsMap, BindingType
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line, wrapped

Item = TypeVar("Item")
RowText = tuple[str, str]
"""A text and the name of its style; without a name it is drawn as the cursor is, where the cursor is."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """How an item looks: ``texts`` on one line, or behind them ``message`` on as many as it takes.

    ``end`` stands at the right of a message's first line.
    """

    texts: tuple[RowText, ...]
    message: str = ""
    end: str = ""

    def lines(self, width: int) -> list[tuple[RowText, ...]]:
        """What is drawn of it in ``width`` columns, line by line."""
        if not self.message:
            return [self.texts]
        left = sum(cell_len(text) for text, _ in self.texts)
        first, *more = wrapped(self.message, max(width - left - len(self.end) - 2, 10))
        gap = " " * max(width - left - cell_len(first) - len(self.end) - 1, 0)
        return [
            (*self.texts, (f"{first}{gap}", "text"), (self.end, "")),
            *(((" " * left + text, "text"),) for text in more),
        ]


class RowList(Widget, Generic[Item], can_focus=True):
    """Up and Down move the cursor, ``>`` marks it; past the ends they move to the field before or after.

    It can't be focused while it is empty. ``draw`` says how an item looks; ``keys`` are bindings that this list has
    besides, with the action ``choose`` for the one that takes the row; ``says`` is what the last line says of them.
    Help and menu name a row as ``called`` does.

    | class | meaning |
    | :- | :- |
    | `row--here` | what has no style of its own, on the row of the cursor |
    | `row--text` | what looks the same on every row |
    | `row--hint` | what is shown on the row of the cursor only, while the list has the focus |
    | `row--muted`, `row--warning`, `row--error` | what they say |
    """

    DEFAULT_CSS = """
    RowList { height: auto; }
    RowList:focus > .row--here { text-style: bold reverse; }
    RowList > .row--hint, RowList > .row--muted { color: $text-muted; }
    RowList > .row--warning { color: $warning; text-style: bold; }
    RowList > .row--error { color: $error; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--here", "row--text", "row--hint", "row--muted", "row--warning", "row--error",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", "Page above", show=False, id="rows.page-up"),
        Binding("pagedown", "page(1)", "Page below", show=False, id="rows.page-down"),
        Binding("home", "page(-1000000)", "First line", show=False, id="rows.home"),
        Binding("end", "page(1000000)", "Last line", show=False, id="rows.end"),
    ]

    class Moved(Message):
        """The cursor is on another row."""

    class Chosen(Message):
        """The row of the cursor was chosen, by a key or a click."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

    def __init__(
        self,
        items: Sequence[Item],
        draw: Callable[[Item], ListRow],
        *keys: Binding,
        called: str = "Line",
        says: tuple[tuple[str, str], ...] = (),
        at: int = 0,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        moves = (
            Binding("up", "move(-1)", f"{called} above", show=False, id="rows.up"),
            Binding("down", "move(1)", f"{called} below", show=False, id="rows.down"),
        )
        self._bindings = BindingsMap.merge([BindingsMap(moves), self._bindings, BindingsMap(keys)])
        self.items = items
        self.says = says
        self.at = at
        self._draw = draw
        self._top = 0
        self._mark_empty()

    @property
    def here(self) -> Item:
        """The item on the row of the cursor; there must be one."""
        return self.items[self.at]

    def show(self, items: Sequence[Item]) -> None:
        """Show other items; the cursor stays as far as it can, the height follows."""
        self.items = items
        self.at = max(min(self.at, len(items) - 1), 0)
        self._mark_empty()
        if not items and self.has_focus:
            self.app.action_focus_previous()
        self._follow()
        self.refresh(layout=True)

    def _mark_empty(self) -> None:
        self.can_focus = bool(self.items)
        self.set_class(not self.items, "-empty")

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        return sum(len(self._draw(item).lines(width - 1)) for item in self.items)

    # --- the cursor

    def go(self, at: int) -> None:
        """Put the cursor on row ``at``, and bring that into sight."""
        self.at = at
        self._follow()
        self.refresh()
        self.post_message(self.Moved())

    def action_move(self, by: int) -> None:
        if 0 <= self.at + by < len(self.items):
            self.go(self.at + by)
        elif by > 0:
            self.app.action_focus_next()
        else:
            self.app.action_focus_previous()

    def action_page(self, by: int) -> None:
        self.go(self._paged(by))

    def _paged(self, by: int) -> int:
        at = self.at + by * max(self.size.height - 1, 1)
        return max(min(at, len(self.items) - 1), 0)

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:
        return action != "page" or self._paged(*parameters) != self.at

    def action_choose(self) -> None:
        if self.items:
            self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        event.stop()
        at, _ = self._row_at(event.y)
        if at < len(self.items):
            if at == self.at:
                self.action_choose()
            else:
                self.go(at)

    def on_resize(self) -> None:
        self._follow()
        self.refresh()

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: at the mark."""
        above = sum(len(self._lines(at)) for at in range(self._top, self.at))
        return self.content_region.offset + Offset(0, above)

    # --- what is in sight

    def _lines(self, at: int) -> list[tuple[RowText, ...]]:
        return self._draw(self.items[at]).lines(self.size.width - 1)

    def _first_with(self, at: int) -> int:
        """The first row in sight when row ``at`` is the last one."""
        room = self.size.height - len(self._lines(at))
        while at > 0 and (room := room - len(self._lines(at - 1))) >= 0:
            at -= 1
        return at

    def _follow(self) -> None:
        """Scroll so far that the cursor is in sight, and no further; leave no room below the last row."""
        if self.items and self.size.height:
            top = min(self._top, self.at, self._first_with(len(self.items) - 1))
            self._top = max(top, self._first_with(self.at))

    def _row_at(self, y: int) -> tuple[int, int]:
        """The row that is drawn ``y`` lines below the top, and which of its lines it is."""
        at = self._top
        while at < len(self.items) and y >= (height := len(self._lines(at))):
            at, y = at + 1, y - height
        return at, y

    def render_line(self, y: int) -> Strip:
        at, part = self._row_at(y)
        if at >= len(self.items):
            return Strip.blank(self.size.width, self.rich_style)
        is_here = at == self.at
        mark = ">" if is_here and self.has_focus and not part else " "
        texts = [each for each in self._lines(at)[part] if each[1] != "hint" or (is_here and self.has_focus)]
        styles = [self._style(name, is_here=is_here) for _, name in texts]
        marked = [f"{mark}{texts[0][0]}", *(text for text, _ in texts[1:])]
        return line(self.size.width, zip(marked, styles, strict=True), self.rich_style)

    def _style(self, name: str, *, is_here: bool) -> Style:
        if name or is_here:
            return self.get_component_rich_style(f"row--{name or 'here'}")
        return self.rich_style
