"""The line in which a week of calling hours is typed: a paste is a rule a line; readings to take."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.screen.widgets.inputs import TextField


class HoursField(TextField):
    """A key takes a reading of what can be read in several ways; again, it takes the next one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "take", "Take a reading", show=False, id="hours.take", key_display="^T"),
    ]

    class Taken(Message):
        """The reading ``name`` was taken, or there was none."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, value: str, *, id: str | None = None) -> None:
        super().__init__(value, id=id, joint="; ")
        self.cursor_position = len(value)
        self._offered: dict[str, str] = {}

    def on_mount(self) -> None:
        self.call_after_refresh(self.show_beginning)

    def show_text(self, text: str) -> None:
        """Show another text; from its beginning, unless one is in it."""
        self.value = text
        self.cursor_position = len(text)
        self.show_beginning()

    def show_beginning(self) -> None:
        """Show how the text begins, unless one is in it."""
        if not self.has_focus:
            self.scroll_to(x=0, animate=False, force=True)

    def offer(self, readings: dict[str, str]) -> None:
        """Offer ``readings``, each with the text that takes it; earlier ones stay while one of them is taken."""
        if readings or self.value not in self._offered.values():
            self._offered = readings

    @property
    def offered(self) -> list[str]:
        """The readings that can be taken, in the order in which the key takes them."""
        names, texts = list(self._offered), list(self._offered.values())
        if self.value not in texts:
            return names
        at = texts.index(self.value)
        return [*names[at + 1 :], *names[:at]]

    def action_take(self) -> None:
        name = self.offered[0] if self.offered else ""
        if name:
            self.value = self._offered[name]
            self.cursor_position = len(self.value)
        self.post_message(self.Taken(name))
