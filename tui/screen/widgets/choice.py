"""A choice of few values, all of them on the line: ``( ) 1   ( ) 2   (*) 3``."""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import Piece, line
from tui.screen.widgets.inputs import TextField


class ChoiceRow(Widget, can_focus=True):
    """Moved through by Left and Right or by a value's first letter; nothing need be chosen yet.

    | class | meaning |
    | :- | :- |
    | `choice--chosen` | the chosen value, also marked by a star |
    | `choice--other` | the other values |
    """

    DEFAULT_CSS = """
    ChoiceRow > .choice--chosen { text-style: bold; }
    ChoiceRow:focus > .choice--chosen { text-style: bold reverse; }
    ChoiceRow > .choice--other { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen", "choice--other"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Value before", show=False, id="choice.previous"),
        Binding("right,space", "move(1)", "Next value", show=False, id="choice.next"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="choice.field-previous"),
        Binding("down,enter", "app.focus_next", "Next field", show=False, id="choice.field-next"),
    ]

    says = (("Enter", "next field"), ("←→", "choose"))
    """What its keys do, for the last line."""
    value = reactive("")
    """The chosen one, or nothing; set it to show another and tell nobody."""

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, row: "ChoiceRow", value: str) -> None:
            super().__init__()
            self.row = row
            self.value = value

        @property
        def control(self) -> "ChoiceRow":
            """The row it happened in."""
            return self.row

    def __init__(
        self, values: tuple[str, ...], value: str = "", *, titles: tuple[str, ...] = (), id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.values = values
        self.titles = titles or values
        self.value = value

    def choose(self, value: str) -> None:
        """Choose ``value`` and tell whoever listens."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_move(self, by: int) -> None:
        at = self.values.index(self.value) + by if self.value in self.values else 0
        if 0 <= at < len(self.values):
            self.choose(self.values[at])

    def on_key(self, event: events.Key) -> None:
        if not event.character or not event.character.isalnum():
            return
        letter = event.character.casefold()
        fitting = [
            value
            for value, title in zip(self.values, self.titles, strict=True)
            if letter in {title[:1].casefold(), value[:1].casefold()}
        ]
        if fitting:
            event.stop()
            at = fitting.index(self.value) + 1 if self.value in fitting else 0
            self.choose(fitting[at % len(fitting)])

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        wanted = event.text.strip().casefold()
        for value, title in zip(self.values, self.titles, strict=True):
            if wanted in {value.casefold(), title.casefold()}:
                self.choose(value)
                return
        self.post_message(TextField.Said("What was pasted is none of these."))

    def on_click(self, event: events.Click) -> None:
        at = 0
        for value, shown in zip(self.values, self._shown(), strict=True):
            at += cell_len(shown)
            if event.x < at:
                self.choose(value)
                return

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: on the chosen value, else on the first."""
        before = self._shown()[: self.values.index(self.value)] if self.value in self.values else ()
        return self.content_region.offset + Offset(sum(map(cell_len, before)) + 1, 0)

    def _shown(self) -> list[str]:
        """Each value with its mark and the gap behind it, closer together where there is little room."""
        for titles, mark, gap in (
            (self.titles, ") ", "   "),
            (self.titles, ")", " "),
            (self.values, ")", " "),
        ):
            shown = [
                f"({'*' if value == self.value else ' '}{mark}{title}{gap}"
                for value, title in zip(self.values, titles, strict=True)
            ]
            if sum(map(cell_len, shown)) - len(gap) <= self.size.width:
                break
        return shown

    def render_line(self, y: int) -> Strip:
        blank = self.rich_style
        if y:
            return Strip.blank(self.size.width, blank)
        chosen = self.get_component_rich_style("choice--chosen")
        other = self.get_component_rich_style("choice--other")
        pieces: list[Piece] = []
        for value, shown in zip(self.values, self._shown(), strict=True):
            text = shown.rstrip(" ")
            pieces += [(text, chosen if value == self.value else other), (shown[len(text) :], blank)]
        return line(self.size.width, pieces, blank)
