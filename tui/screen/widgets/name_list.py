"""Names that were entered one by one, each of which can be taken off again."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.base import typed
from tui.screen.widgets.drawing import line
from tui.screen.widgets.offer_field import KnownField


class NamesField(KnownField):
    """A field for one name after the other; several lines or cells of a table that are pasted are many names."""

    class Pasted(Message):
        """Many names were pasted; what stood in the field belongs to the first or the last. ``said`` is to be said."""

        def __init__(self, names: tuple[str, ...], said: list[str]) -> None:
            super().__init__()
            self.names = names
            self.said = said

    def __init__(self, known: tuple[str, ...], *, id: str | None = None) -> None:
        super().__init__("", known, id=id)

    def on_paste(self, event: Paste) -> None:
        """Take several names at once; a single one goes into the field."""
        if len(typed.cells(event.text)) < 2:
            return
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        found = typed.cells(f"{self.value[:start]}{event.text}{self.value[end:]}")
        names = [typed.without_controls(each) for each in found]
        said = [sentence for _, sentences in names for sentence in sentences]
        self.value = ""
        self.post_message(self.Pasted(tuple(name for name, _ in names if name.strip()), said[:1]))


class NameList(Widget, can_focus=True):
    """Up and Down choose a name, Delete takes it off. It can't be focused while it is empty."""

    DEFAULT_CSS = """
    NameList { height: auto; margin: 0 1 1 19; }
    NameList > .names--here { text-style: bold reverse; }
    NameList > .names--help { color: $text-muted; }
    Screen.-narrow NameList { margin-left: 1; }
    """
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"names--here", "names--help"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Name above", show=False, id="names.up"),
        Binding("down", "move(1)", "Name below", show=False, id="names.down"),
        Binding("delete,backspace,x", "remove", "Take off", show=False, id="names.remove"),
        Binding("enter", "app.focus_next", "Next field", show=False, id="names.next"),
    ]

    class Removed(Message):
        """A name is to be taken off."""

        def __init__(self, at: int, name: str) -> None:
            super().__init__()
            self.at = at
            self.name = name

    def __init__(self, names: tuple[str, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.names = names
        self.at = 0
        self.can_focus = bool(names)

    def show(self, names: tuple[str, ...]) -> None:
        """Show other names; the height follows."""
        if names != self.names:
            self.names = names
            self.at = max(min(self.at, len(names) - 1), 0)
            self.can_focus = bool(names)
            if not names and self.has_focus:
                self.app.action_focus_previous()
            self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """One line a name, and one more below."""
        return len(self.names) + 1 if self.names else 0

    def action_move(self, by: int) -> None:
        """Move to the name above or below; past the ends to the next field."""
        if not 0 <= self.at + by < len(self.names):
            move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
            move()
            return
        self.at += by
        self.refresh()

    def action_remove(self) -> None:
        """Ask for the name to be taken off."""
        if self.names:
            self.post_message(self.Removed(self.at, self.names[self.at]))

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: on the name that Delete takes off."""
        return self.content_region.offset + Offset(0, self.at)

    def on_focus(self) -> None:
        """Show which name Delete takes off."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that one left."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one name."""
        blank = self.rich_style
        if y >= len(self.names):
            return Strip.blank(self.size.width, blank)
        here = self.has_focus and y == self.at
        style = self.get_component_rich_style("names--here") if here else blank
        pieces = [(f"{'>' if here else ' '}{y + 1:2}  {self.names[y]}", style)]
        if here:
            pieces.append(("   Delete takes it off", self.get_component_rich_style("names--help")))
        return line(self.size.width, pieces, blank)
