"""Small buttons that take one line: ``[ Next ]``."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line


class PushButton(Widget, can_focus=True):
    """Pressed by Enter, Space or a click; arrows move to the button beside it.

    The brackets show it without colour, ``>`` shows the one that has the focus.
    """

    DEFAULT_CSS = """
    PushButton { height: 1; color: $text-muted; }
    PushButton > .button--here { text-style: bold reverse; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"button--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "Press", show=False, id="button.press"),
        Binding("left,up", "app.focus_previous", "Before", show=False, id="button.previous"),
        Binding("right,down", "app.focus_next", "After", show=False, id="button.next"),
    ]

    class Pressed(Message):
        """The button was pressed."""

        def __init__(self, button: "PushButton") -> None:
            super().__init__()
            self.button = button

        @property
        def control(self) -> "PushButton":
            """The button that was pressed."""
            return self.button

    def __init__(self, title: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.title = title
        self.styles.width = len(title) + 5

    def action_press(self) -> None:
        """Press it."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        """Press it by mouse."""
        event.stop()
        self.action_press()

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands."""
        return self.content_region.offset + Offset(3, 0)

    def on_focus(self) -> None:
        """Show that Enter presses it."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that one left."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the title in brackets."""
        blank = self.rich_style
        style = self.get_component_rich_style("button--here") if self.has_focus else blank
        return line(
            self.size.width,
            [(f"{'>' if self.has_focus else ' '}[ {self.title} ]", style)] if not y else [],
            blank,
        )


class ButtonRow(Horizontal):
    """Buttons beside each other."""

    DEFAULT_CSS = """
    ButtonRow { height: 1; margin: 0 0 0 1; }
    """
