"""A button that takes one line, ``[ Next ]``, or several beside each other."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Click, Key
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import Piece, line, wrapped
from tui.screen.widgets.frame import StatusLine

_HELP_LINES = 2
_GAP = " " * 4
"""Between the buttons and what stands beside them."""


class ButtonBar(Widget, can_focus=True):
    """Left and Right choose a button, Enter or Space presses it, a click does both.

    The brackets show the buttons without colour, ``>`` the one that Enter presses. From a single button arrows
    move to the field before or after. It is one widget, since each widget costs the start a millisecond.
    """

    DEFAULT_CSS = """
    ButtonBar { width: auto; height: 1; color: $text-muted; }
    ButtonBar#buttons { width: 1fr; height: auto; padding-left: 1; }
    ButtonBar > .button--here { text-style: bold reverse; color: $foreground; }
    ButtonBar > .button--key { text-style: bold; color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"button--here", "button--key"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Button before", show=False, id="buttons.previous"),
        Binding("right", "move(1)", "Next button", show=False, id="buttons.next"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="buttons.up"),
        Binding("down", "leave(1)", "Next field", show=False, id="buttons.down"),
        Binding("enter,space", "press", "Press the button", show=False, id="buttons.press"),
    ]

    @property
    def says(self) -> tuple[tuple[str, str], ...]:
        """What its keys do, for the last line."""
        return (("Enter", "presses it"), *[("←→", "choose")] * (len(self.titles) > 1))

    titles: reactive[tuple[str, ...]] = reactive(())
    """The buttons, from the left."""
    chosen = reactive("")
    """The one that Enter presses."""
    has_help = reactive(False, layout=True)
    """Whether the help of a field stands above the buttons; its place is kept for two lines of it."""
    air_from = reactive(0, layout=True)
    """Lines of the terminal from which on a blank line stands above it."""
    help = reactive("")
    """The help that stands there."""
    beside: reactive[tuple[str, str]] = reactive(("", ""))
    """A key that stands beside the buttons, where they leave it room, and what it does."""

    class Pressed(Message):
        """A button was pressed."""

        def __init__(self, bar: "ButtonBar", title: str) -> None:
            super().__init__()
            self.bar = bar
            self.title = title

        @property
        def control(self) -> "ButtonBar":
            """The bar it is on."""
            return self.bar

    def __init__(self, *titles: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.titles = titles

    def watch_help(self) -> None:
        self.refresh(layout=self.size.height != self._height(self.size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        return self._height(width)

    def _height(self, width: int) -> int:
        return len(self._help_lines(width)) + 1

    def _help_lines(self, width: int) -> list[str]:
        """The help, where it has a place: with nothing to say it is no wider a gap than three lines."""
        if not self.has_help:
            return []
        said = wrapped(self.help, max(width - 1, 1))
        blank = [""] if self.app.size.height >= self.air_from else []
        return [*blank, *said, *[""] * (_HELP_LINES - len(said))]

    def on_focus(self) -> None:
        self.help = ""

    def watch_titles(self, titles: tuple[str, ...]) -> None:
        self.chosen = "Next" if "Next" in titles else "".join(titles[:1])

    def get_content_width(self, container: object, viewport: object) -> int:  # noqa: ARG002
        return sum(len(title) + 6 for title in self.titles) - 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "leave" or len(self.titles) == 1

    def action_leave(self, by: int) -> None:
        move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
        move()

    def action_move(self, by: int) -> None:
        if len(self.titles) == 1:
            self.action_leave(by)
        else:
            at = self.titles.index(self.chosen) + by
            self.chosen = self.titles[min(max(at, 0), len(self.titles) - 1)]

    def action_press(self) -> None:
        self.post_message(self.Pressed(self, self.chosen))

    def on_key(self, event: Key) -> None:
        if len(self.titles) > 1 and event.is_printable and event.key not in self.screen.active_bindings:
            event.stop()
            for status in self.screen.query(StatusLine):
                status.show_status(
                    "Enter presses the button; the page's own keys work there: Shift+Tab goes back."
                )

    def on_click(self, event: Click) -> None:
        event.stop()
        if event.y < self.content_size.height - 1:
            return
        right = self.gutter.left
        for title in self.titles:
            right += len(title) + 6
            if event.x < right:
                self.chosen = title
                self.action_press()
                return

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: on the chosen button."""
        before = self.titles[: self.titles.index(self.chosen)] if self.chosen in self.titles else ()
        above = self.content_size.height - 1
        return self.content_region.offset + Offset(sum(len(title) + 6 for title in before) + 3, above)

    def render_line(self, y: int) -> Strip:
        blank = self.rich_style
        said = self._help_lines(self.size.width)
        if y < len(said):
            return line(self.size.width, [(f" {said[y]}", blank)], blank)
        pieces: list[Piece] = []
        for title in self.titles if y == len(said) else ():
            here = self.has_focus and title == self.chosen
            style = self.get_component_rich_style("button--here") if here else blank
            pieces += [(f"{'>' if here else ' '}[ {title} ]", style), (" ", blank)]
        if y == len(said) and self.beside != ("", ""):
            pieces += self._beside(self.size.width - sum(cell_len(text) for text, _ in pieces))
        return line(self.size.width, pieces, blank)

    def _beside(self, room: int) -> list[Piece]:
        key, does = self.beside
        if cell_len(f"{_GAP}{key} {does}") > room:
            return []
        return [(f"{_GAP}{key}", self.get_component_rich_style("button--key")), (f" {does}", self.rich_style)]


def say_help(widget: Widget, text: str) -> None:
    """Say ``text`` where the help of the page of ``widget`` stands, if it has such a place."""
    for bar in widget.screen.query("#buttons").results(ButtonBar):
        bar.help = text


class ButtonRow(Horizontal):
    """Buttons beside each other, each with the focus for itself."""

    DEFAULT_CSS = """
    ButtonRow { height: 1; margin: 0 0 0 1; }
    """
