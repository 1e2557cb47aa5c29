"""The field above a picker: what is typed there filters its rows, and is a name itself."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Paste
from textual.message import Message

from tui.base import typed
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.picker import Picker


class PickField(TextField):
    """Enter takes the row that is marked, or goes on; Down goes to the rows.

    Where several can be chosen it is emptied for the next name, and lines or cells of a table that are pasted are many
    names. Else what stands in it is the value.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "rows", "To the names", show=False, id="pick.rows"),
        Binding("enter", "take", "Take the marked name, or go on", show=False, id="pick.take"),
        Binding("f5", "read", "Read the names again", show=False, id="pick.read"),
    ]

    class Pasted(Message):
        """Many names were pasted; what stood in the field belongs to the first or the last. ``said`` is to be said."""

        def __init__(self, names: tuple[str, ...], said: list[str]) -> None:
            super().__init__()
            self.names = names
            self.said = said

    def __init__(self, value: str, picker: Picker, *, id: str | None = None) -> None:
        self.picker = picker  # looked at as soon as there is a value
        self.is_filter = False
        """Whether what stands here was only to find a row, in which one was since."""
        super().__init__(value, id=id)

    @property
    def says(self) -> tuple[tuple[str, str], ...]:
        """What Enter does now, and how one comes to the rows."""
        picker = self.picker
        takes = ("Enter", "takes the row" if picker.next else "takes it as typed")
        if self._taken() is None:
            takes = super().says[0]
        return (takes, *[("↓", "rows")] * picker.is_open)

    def _taken(self) -> str | None:
        """The name that Enter takes; None where it goes on."""
        if not self.value.strip() or (not self.picker.many and self.picker.knows(self.value)):
            return None
        if self.picker.next is not None:
            return self.picker.next.name
        return self.value if self.picker.many else None

    @property
    def typed_name(self) -> str:
        """What stands here, where that is a name: that of a row, or one that no row fits; else nothing."""
        is_name = not self.is_filter and (self.picker.knows(self.value) or not self.picker.found)
        return self.value if is_name and self.value.strip() else ""

    def watch_value(self) -> None:
        self.is_filter = False
        self.look()

    def look(self) -> None:
        """Let the picker show what the text here leaves: all, where it is the value that one has."""
        is_value = not self.picker.many and self.value in self.picker.chosen
        self.picker.look_for("" if is_value and self.picker.knows(self.value) else self.value)

    def action_rows(self) -> None:
        if self.picker.is_open:
            self.picker.add_class("-open")
            self.is_filter = self.picker.many
            self.picker.enter()
        else:
            self.app.action_focus_next()

    def action_take(self) -> None:
        taken = self._taken()
        if taken is None:
            self.post_message(self.Submitted(self, self.value))
        else:
            is_typed = self.picker.next is None
            self.post_message(
                Picker.Flipped(self.picker, taken, is_typed=is_typed, goes_on=not self.picker.many)
            )

    def action_read(self) -> None:
        self.post_message(Picker.Reread(self.picker))

    def on_paste(self, event: Paste) -> None:
        if not self.picker.many or len(typed.cells(event.text)) < 2:
            return
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        found = typed.cells(f"{self.value[:start]}{event.text}{self.value[end:]}")
        names = [typed.without_controls(each) for each in found]
        said = [sentence for _, sentences in names for sentence in sentences]
        self.value = ""
        self.post_message(self.Pasted(tuple(name for name, _ in names if name.strip()), said[:1]))
