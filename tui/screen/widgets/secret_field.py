"""A field for a secret, which has no way out but one.

Not built on the toolkit's password field: that one copies in clear on Ctrl+C, sends the copy to the
terminal, and shows the secret's length.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.base import secret_text, typed
from tui.screen.widgets.drawing import line
from tui.screen.widgets.inputs import TextField

if TYPE_CHECKING:
    from pydantic import SecretStr

SECRET_LIMIT = 4096
"""The longest secret taken, in characters."""


class SecretField(Widget, can_focus=True):
    """Eight dots however long the secret is; no cursor to move, nothing to select, copy or cut.

    Typing and pasting add to the end, Backspace takes the last character, Ctrl+U takes all.
    """

    DEFAULT_CSS = """
    SecretField { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "delete", "Take back", show=False, id="secret.delete"),
        Binding("ctrl+u,delete", "clear", "Empty", show=False, id="secret.clear"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="secret.previous"),
        Binding("down,enter", "app.focus_next", "Next field", show=False, id="secret.next"),
    ]

    TAKES_SECRETS: ClassVar[bool] = True
    """A paste that holds a secret may go here, and nowhere else."""

    class Changed(Message):
        """The secret is another."""

        def __init__(self, field: "SecretField") -> None:
            super().__init__()
            self.field = field

    def __init__(self, *, keeps_blanks: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._typed: list[str] = []
        self._keeps_blanks = keeps_blanks

    def secret(self) -> "SecretStr":
        """What was typed so far, wrapped so that nothing prints it."""
        return secret_text.wrapped("".join(self._typed))

    def forget(self) -> None:
        """Forget what was typed, and tell nobody."""
        self._typed = []
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        if event.character and typed.stands(event.character):
            event.stop()
            event.prevent_default()
            self._add(event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        text = "".join(filter(typed.stands, event.text.strip())) if self._keeps_blanks else event.text
        self._add(text)

    def action_delete(self) -> None:
        self._set(self._typed[:-1])

    def action_clear(self) -> None:
        self._set([])

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        return character is not None and typed.stands(character)

    @property
    def cursor_place(self) -> Offset:
        """The terminal's cursor stands behind the dots."""
        return self.content_region.offset + Offset(len(self._dots()), 0)

    def render_line(self, y: int) -> Strip:
        return line(self.size.width, [] if y else [(self._dots(), self.rich_style)], self.rich_style)

    def _dots(self) -> str:
        return "********" if self._typed else ""

    def _add(self, text: str) -> None:
        whole = [*self._typed, *text]
        self._set(whole[:SECRET_LIMIT])
        if len(whole) > SECRET_LIMIT:
            self.post_message(
                TextField.Said(f"Too long: the field holds {SECRET_LIMIT:,} characters at most.")
            )

    def _set(self, given: list[str]) -> None:
        self._typed = given
        self.refresh()
        self.post_message(self.Changed(self))
