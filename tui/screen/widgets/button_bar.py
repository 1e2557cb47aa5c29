"""Back, Next and Help on one line; one widget, since each widget costs the start a millisecond."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Key
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import Piece, line
from tui.screen.widgets.frame import StatusLine


class ButtonBar(Widget, can_focus=True):
    """Left and Right choose a button, Enter or Space presses it, a click does both.

    The brackets show the buttons without colour, ``>`` the one that Enter presses.
    """

    DEFAULT_CSS = """
    ButtonBar { height: 1; color: $text-muted; }
    ButtonBar > .buttons--here { text-style: bold reverse; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"buttons--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Button before", show=False, id="buttons.previous"),
        Binding("right", "move(1)", "Next button", show=False, id="buttons.next"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="buttons.up"),
        Binding("enter,space", "press", "Press the button", show=False, id="buttons.press"),
    ]

    titles: reactive[tuple[str, ...]] = reactive(())
    """The buttons, from the left."""
    chosen = reactive("")
    """The one that Enter presses."""

    class Pressed(Message):
        """A button was pressed."""

        def __init__(self, title: str) -> None:
            super().__init__()
            self.title = title

    def watch_titles(self, titles: tuple[str, ...]) -> None:
        """Choose the button that leads on, where there is one."""
        self.chosen = "Next" if "Next" in titles else "".join(titles[:1])

    def action_move(self, by: int) -> None:
        """Choose the button before or after."""
        at = self.titles.index(self.chosen) + by
        self.chosen = self.titles[min(max(at, 0), len(self.titles) - 1)]

    def action_press(self) -> None:
        """Press the chosen button."""
        self.post_message(self.Pressed(self.chosen))

    def on_key(self, event: Key) -> None:
        """Say where the keys of the page work, where one of them is pressed here."""
        if event.is_printable and event.key not in self.screen.active_bindings:
            event.stop()
            for status in self.screen.query(StatusLine):
                status.show_status(
                    "Enter presses the button; the page's own keys work there: Shift+Tab goes back."
                )

    def on_click(self, event: Click) -> None:
        """Press what was clicked."""
        right = 1
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
        return self.content_region.offset + Offset(sum(len(title) + 6 for title in before) + 4, 0)

    def on_focus(self) -> None:
        """Show what Enter presses."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that one left."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the titles in brackets."""
        blank = self.rich_style
        pieces: list[Piece] = [(" ", blank)]
        for title in self.titles if not y else ():
            here = self.has_focus and title == self.chosen
            style = self.get_component_rich_style("buttons--here") if here else blank
            pieces += [(f"{'>' if here else ' '}[ {title} ]", style), (" ", blank)]
        return line(self.size.width, pieces, blank)
