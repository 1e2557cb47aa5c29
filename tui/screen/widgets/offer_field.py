"""A field that offers names for what is typed: those that fit are shown, and which one Enter takes."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.screen.widgets.inputs import TextField

_SHOWN = 3
"""How many names that fit are shown at once; where there are more, they are counted."""


class OfferField(TextField):
    """Up and Down mark another of the names that fit, past the ends they move on; Enter takes the marked one.

    Nothing is taken by itself. Which names fit is for a kind of field to say.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "mark(-1)", "Name before", show=False, id="offer.previous"),
        Binding("down", "mark(1)", "Next name", show=False, id="offer.next"),
        Binding("enter", "take", "Take the marked name", show=False, id="offer.take"),
    ]

    @property
    def says(self) -> tuple[tuple[str, str], ...]:
        """That Enter takes the name in brackets, while there is one."""
        return (("Enter", "takes [..]"), ("↑↓", "others")) if self.fitting else super().says

    class Fitting(Message):
        """Other names fit now; ``said`` shows them, the marked one in brackets."""

        def __init__(self, field: "OfferField", said: str) -> None:
            super().__init__()
            self.field = field
            self.said = said

    class Taken(Message):
        """A name was taken; it is the value now."""

        def __init__(self, field: "OfferField") -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> "OfferField":
            """The field it happened in."""
            return self.field

    def __init__(self, value: str, *, id: str | None = None) -> None:
        super().__init__(value, id=id)
        self.fitting: tuple[str, ...] = ()
        self.marked = 0

    def fits(self, value: str) -> tuple[str, ...]:  # noqa: ARG002
        """The names that fit ``value``, the best first; none where it is a name itself."""
        return ()

    def on_mount(self) -> None:
        self.watch_value(self.value)

    def on_focus(self) -> None:
        if self.fitting:
            self.tell()

    def watch_value(self, value: str) -> None:
        self.fitting = self.fits(value)
        self.marked = 0
        self.tell()

    def action_mark(self, by: int) -> None:
        if not 0 <= self.marked + by < len(self.fitting):
            move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
            move()
            return
        self.marked += by
        self.tell()

    def action_take(self) -> None:
        if self.fitting:
            self.value = self.fitting[self.marked]
            self.cursor_position = len(self.value)
            self.post_message(self.Taken(self))
        else:
            self.post_message(self.Submitted(self, self.value))

    def tell(self) -> None:
        """Say which names fit."""
        count = len(self.fitting)
        place = f" {self.marked + 1} of {count}" if count > _SHOWN else ""
        names = [f"[{name}]{place}" if at == self.marked else name for at, name in enumerate(self.fitting)]
        first = max(self.marked - 1, 0)
        self.post_message(self.Fitting(self, "  ".join(names[first : first + _SHOWN]) + self.remark()))

    def remark(self) -> str:
        """What is said behind the names."""
        return ""
