"""A long text to read: an answer's body, scrolled and searched, drawn line by line."""

import re
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.screen.widgets.body_rows import Rows
from tui.screen.widgets.drawing import Piece, line
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField

_MARGIN = 3
"""Cells before and after the text: the cursor, a blank, one to spare."""
_KEY = re.compile(r'("[^"\\]*"(?=:))')


class BodyView(Widget, can_focus=True):
    """Shows one text; ``>`` marks the row one is at.

    | class | meaning |
    | :- | :- |
    | `body--here` | the row one is at |
    | `body--key` | a key of JSON |
    | `body--differs` | a row that the margin marks with `~` |
    | `body--found` | what was searched for |
    | `body--foot` | the last line: where one is |
    """

    DEFAULT_CSS = """
    BodyView { height: 1fr; }
    BodyView > .body--here { text-style: bold; }
    BodyView > .body--key { text-style: bold; }
    BodyView > .body--differs { color: $warning; text-style: bold; }
    BodyView > .body--found { text-style: bold reverse; }
    BodyView > .body--foot { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "body--here",
        "body--key",
        "body--differs",
        "body--found",
        "body--foot",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Row above", show=False, id="body.up"),
        Binding("down,j", "move(1)", "Row below", show=False, id="body.down"),
        Binding("pageup,b", "page(-1)", "Page above", show=False, id="body.page-up"),
        Binding("pagedown,space", "page(1)", "Page below", show=False, id="body.page-down"),
        Binding("home,g", "move(-10000000)", "To the beginning", show=False, id="body.home"),
        Binding("end,G", "move(10000000)", "To the end", show=False, id="body.end"),
        Binding("n", "again(False)", "Next that was searched for", show=False, id="body.next"),
        Binding("N", "again(True)", "The one before", show=False, id="body.before"),
    ]

    def __init__(self, text: str, *, note: str) -> None:
        """Show ``text``, from anywhere; ``note`` is said at the end of the last line."""
        super().__init__()
        self.wanted = ""
        self._raw = text
        self._note = note
        self._rows: Rows | None = None
        self._width = 0
        self._here = 0
        self._top = 0

    def show(self, text: str, note: str) -> None:
        """Show another text."""
        self._note = note
        if text != self._raw:
            self._raw = text
            self._lay_out()

    def on_resize(self, event: Resize) -> None:
        if event.size.width != self._width:
            self._lay_out()
        else:
            self._go(self._here)

    def _lay_out(self) -> None:
        width, raw = self.size.width, self._raw
        self._width = width

        def work() -> None:
            rows = Rows(raw, max(width - _MARGIN, 1))
            self.app.call_from_thread(self._laid_out, rows, raw, width)

        self.run_worker(work, thread=True, group="rows", exit_on_error=False)

    def _laid_out(self, rows: Rows, raw: str, width: int) -> None:
        if raw == self._raw and width == self._width:
            self._rows = rows
            self._here = self._top = 0
            self.refresh()

    def search(self, wanted: str) -> bool:
        """Go to the next place where ``wanted`` stands; tell whether there is one."""
        self.wanted = wanted
        return self.action_again(backwards=False)

    def action_again(self, backwards: bool) -> bool:
        if self._rows is None or not self.wanted:
            return False
        row = self._rows.find(self.wanted, self._here, backwards=backwards)
        if row is not None:
            self._go(row)
        self.refresh()
        return row is not None

    def action_move(self, by: int) -> None:
        self._go(self._here + by)

    def action_page(self, by: int) -> None:
        self._go(self._here + by * max(self._room - 1, 1))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        event.stop()
        self.action_move(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        event.stop()
        self.action_move(-3)

    @property
    def _room(self) -> int:
        return max(self.size.height - 1, 1)

    def _go(self, row: int) -> None:
        """Stand at ``row``, or at the nearest one there is; scroll only where it must."""
        if self._rows is None:
            return
        before, top = self._here, self._top
        self._here = min(max(row, 0), len(self._rows) - 1)
        self._top = min(max(self._top, self._here - self._room + 1), self._here)
        if self._top != top:
            self.refresh()
        else:
            for at in {before, self._here}:
                self.refresh(Region(0, at - top, self.size.width, 1))
            self.refresh(Region(0, self.size.height - 1, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        width, blank = self.size.width, self.rich_style
        if y == self.size.height - 1:
            return line(width, [(self._foot(), self.get_component_rich_style("body--foot"))], blank)
        if self._rows is None or self._top + y >= len(self._rows):
            return Strip.blank(width, blank)
        return line(width, self._pieces(self._rows, self._top + y), blank)

    def _pieces(self, rows: Rows, row: int) -> list[Piece]:
        here = self.has_focus and row == self._here
        style = self.get_component_rich_style("body--here") if here else self.rich_style
        margin, words = (f"{'>' if here else ' '} " + " " * rows.indent(row), style), rows.words(row)
        if words.startswith("~  "):
            style = self.get_component_rich_style("body--differs")
        if not self.wanted:
            return [margin, *with_keys(words, style, self.get_component_rich_style("body--key"))]
        found = self.get_component_rich_style("body--found")
        parts = re.split(f"({re.escape(self.wanted)})", words, flags=re.IGNORECASE)
        return [margin, *((part, found if at % 2 else style) for at, part in enumerate(parts) if part)]

    def _foot(self) -> str:
        if self._rows is None:
            return " laying it out …"
        last = min(self._top + self._room, len(self._rows))
        where = f" rows {self._top + 1:,}-{last:,} of {len(self._rows):,}"
        cut = "cut: it is longer than what is shown" if self._rows.is_cut else ""
        return "   ".join(part for part in (where, self._note, cut) if part)


def with_keys(words: str, style: Style, key: Style) -> list[Piece]:
    """``words`` in ``style``, the keys of JSON in ``key`` besides."""
    return [
        (part, style + Style(bold=key.bold) if at % 2 else style)
        for at, part in enumerate(_KEY.split(words))
        if part
    ]


_HINT = "Type what to search for: Enter finds it, Esc leaves."


class BodyPane(Vertical):
    """A :class:`BodyView` with a line to search in it: ``/`` opens that, Enter searches, Esc leaves it."""

    DEFAULT_CSS = """
    BodyPane { height: 1fr; }
    BodyPane > Input { height: 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Search", show=False, id="body.search"),
    ]

    class _Line(TextField):
        BINDINGS: ClassVar[list[BindingType]] = [
            Binding("escape", "leave", "Leave the search", show=False, id="body.leave-search"),
        ]

        def action_leave(self) -> None:
            if isinstance(self.parent, BodyPane):
                self.parent.close()

    def __init__(self, text: str, *, note: str) -> None:
        super().__init__()
        self.view = BodyView(text, note=note)
        self.field = self._Line(enter="finds")
        self.hint = FixedLine(_HINT)
        self.field.display = self.hint.display = False

    def compose(self) -> ComposeResult:
        yield self.view
        yield self.hint
        yield self.field

    def action_search(self) -> None:
        self.field.display = self.hint.display = True
        self.field.focus()

    def close(self) -> None:
        """Close the line; what was searched for stays for ``n``."""
        self.field.display = self.hint.display = False
        self.hint.show(_HINT)
        self.view.focus()

    @on(Input.Submitted)
    def _search(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        if self.view.search(event.value) or not event.value:
            self.close()
        else:
            self.hint.show(f"It is nowhere: {event.value}. Search for something else, Esc leaves.")
            self.field.value = ""
