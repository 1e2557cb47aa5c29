"""A field for a time zone: type a city, a region or a familiar name, choose among what fits."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.campaign import zones
from tui.widgets.inputs import TextField

_SHOWN = 3
"""How many names that fit are shown at once; where there are more, they are counted."""


class ZoneField(TextField):
    """Up and Down move through the names that fit; Enter takes the one that is marked.

    An empty field offers ``offered``, which is taken by Enter and never by itself.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", "Name before", show=False, id="zone.previous"),
        Binding("down", "mark(1)", "Next name", show=False, id="zone.next"),
        Binding("enter", "take", "Take the marked name", show=False, id="zone.take"),
    ]

    class Fitting(Message):
        """Other names fit now; ``said`` shows them, the marked one in brackets."""

        def __init__(self, field: "ZoneField", said: str) -> None:
            super().__init__()
            self.field = field
            self.said = said

    class Taken(Message):
        """A name was taken; it is the value now."""

        def __init__(self, field: "ZoneField") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "ZoneField":
            """The field it happened in."""
            return self.field

    def __init__(self, value: str, *, offered: str = "", id: str | None = None) -> None:
        super().__init__(value, id=id)
        self.offered = offered
        self.fitting: tuple[str, ...] = ()
        self.marked = 0

    def on_mount(self) -> None:
        """Offer what there is to offer."""
        self.watch_value(self.value)

    def on_focus(self) -> None:
        """Offer it again, where an error stood in its place meanwhile."""
        if self.fitting:
            self._tell()

    def watch_value(self, value: str) -> None:
        """Look again for names that fit."""
        if value:
            self.fitting = () if value in zones.names() else zones.search(value)
        else:
            self.fitting = (self.offered,) if self.offered else ()
        self.marked = 0
        self._tell()

    def action_mark(self, by: int) -> None:
        """Mark another name; where there is no other, move to the field before or after."""
        if len(self.fitting) < 2:
            move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
            move()
            return
        self.marked = (self.marked + by) % len(self.fitting)
        self._tell()

    def action_take(self) -> None:
        """Take the marked name and stay, so that one sees what its clocks do; with a name taken, go on."""
        if self.fitting:
            self.value = self.fitting[self.marked]
            self.cursor_position = len(self.value)
            self.post_message(self.Taken(self))
        else:
            self.post_message(self.Submitted(self, self.value))

    def _tell(self) -> None:
        count = len(self.fitting)
        place = f" {self.marked + 1} of {count}" if count > _SHOWN else ""
        names = [f"[{name}]{place}" if at == self.marked else name for at, name in enumerate(self.fitting)]
        first = max(self.marked - 1, 0)
        machine = ", this machine's zone" if not self.value and names else ""
        self.post_message(self.Fitting(self, "  ".join(names[first : first + _SHOWN]) + machine))
