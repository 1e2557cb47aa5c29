"""A field for a time zone: type a city, a region or a familiar name, choose among what fits."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.campaign import zones
from tui.widgets.inputs import TextField


class ZoneField(TextField):
    """Up and Down move through the names that fit; Enter takes the one that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", "Name before", show=False, id="zone.previous"),
        Binding("down", "mark(1)", "Next name", show=False, id="zone.next"),
        Binding("enter", "take", "Take the marked name", show=False, id="zone.take"),
    ]

    class Fitting(Message):
        """Other names fit now; ``said`` shows them, the marked one in brackets."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    def __init__(self, value: str, *, id: str | None = None) -> None:
        super().__init__(value, id=id)
        self.fitting: tuple[str, ...] = ()
        self.marked = 0

    def watch_value(self, value: str) -> None:
        """Look again for names that fit."""
        self.fitting = () if value in zones.names() else zones.search(value, 6)
        self.marked = 0
        self._tell()

    def action_mark(self, by: int) -> None:
        """Mark another name; with none to mark, move to the field before or after."""
        if not self.fitting:
            move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
            move()
            return
        self.marked = (self.marked + by) % len(self.fitting)
        self._tell()

    def action_take(self) -> None:
        """Take the marked name; with a name taken, move on."""
        if self.fitting:
            self.value = self.fitting[self.marked]
            self.cursor_position = len(self.value)
        else:
            self.app.action_focus_next()

    def _tell(self) -> None:
        names = [f"[{name}]" if at == self.marked else name for at, name in enumerate(self.fitting)]
        first = max(self.marked - 1, 0)
        self.post_message(self.Fitting("  ".join(names[first : first + 3])))
