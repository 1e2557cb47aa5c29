"""One problem of the review, with a way to its field."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line, wrapped

_TITLE_WIDTH = 18


class ProblemRow(Widget, can_focus=True):
    """``!`` for what stops the campaign, ``?`` for what deserves a look; Enter goes to the field."""

    DEFAULT_CSS = """
    ProblemRow { height: auto; }
    ProblemRow > .problem--error { color: $error; text-style: bold; }
    ProblemRow > .problem--here { text-style: bold reverse; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"problem--error", "problem--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Go to the field", show=False, id="problem.jump"),
        Binding("up", "app.focus_previous", "Problem above", show=False, id="problem.up"),
        Binding("down", "app.focus_next", "Problem below", show=False, id="problem.down"),
    ]

    class Chosen(Message):
        """The person wants to go to the field of this problem."""

        def __init__(self, row: "ProblemRow") -> None:
            super().__init__()
            self.row = row

    def __init__(self, title: str, message: str, *, is_error: bool, target: str = "") -> None:
        super().__init__()
        self.title = title
        self.message = message
        self.is_error = is_error
        self.target = target

    def action_choose(self) -> None:
        """Go to the field."""
        self.post_message(self.Chosen(self))

    def on_click(self, event: Click) -> None:
        """Go to the field, by mouse."""
        event.stop()
        self.action_choose()

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands."""
        return self.content_region.offset

    def on_focus(self) -> None:
        """Show which problem Enter goes to."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that one left."""
        self.refresh()

    def _lines(self, width: int) -> list[str]:
        return wrapped(self.message, max(width - _TITLE_WIDTH - 10, 10))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as the message takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Draw the mark, the field, the message, and the way there."""
        width, blank = self.size.width, self.rich_style
        here = self.get_component_rich_style("problem--here") if self.has_focus else blank
        mark = self.get_component_rich_style("problem--error") if self.is_error else blank
        lines = self._lines(width)
        text = lines[y] if y < len(lines) else ""
        if y:
            return line(width, [(" " * (_TITLE_WIDTH + 2) + text, blank)], blank)
        label = f"{'>' if self.has_focus else ' '}{'!' if self.is_error else '?'} {self.title}"
        padded = label[: _TITLE_WIDTH + 1].ljust(_TITLE_WIDTH + 2)
        gap = " " * max(width - _TITLE_WIDTH - 2 - len(text) - 7, 0)
        return line(
            width,
            [(padded, mark if self.is_error else here), (text, blank), (gap, blank), ("[jump]", here)],
            blank,
        )
