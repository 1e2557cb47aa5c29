"""Fields that take typed text: compact, with the terminal's own cursor, with keys that move between fields."""

from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from tui.base import secret_text, typed


class TextField(Input):
    """A line of text. Up and Down move to the field before or after it; Enter is left to the step.

    What is typed stands as typed. The lines of a paste become one, joined by ``joint``; what of it has no room
    (``max_length`` characters) or stands in no line is said. A secret that ends up here is taken out before anything
    hears of it; what is typed right behind it belongs to it, up to the next key that types nothing.

    Private names of the toolkit that are used: ``_value`` and ``_position_to_cell``, kept right by tests.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", "Field before", show=False, id="field.previous"),
        Binding("down", "app.focus_next", "Next field", show=False, id="field.next"),
        Binding("ctrl+c,super+c", "app.ask_leave", show=False, id="app.leave-field"),
    ]

    @property
    def says(self) -> tuple[tuple[str, str], ...]:
        """What its keys do, for the last line."""
        return (("Enter", self._enter),)

    virtual_size = Reactive(Size(0, 0))
    """As the toolkit's own, but laying out nothing: a key would lay the whole screen out, and no field grows."""

    class Said(Message):
        """Something is to be said of what was typed or pasted."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self,
        value: str = "",
        *,
        id: str | None = None,
        max_length: int = 100_000,
        joint: str = " ",
        enter: str = "next field",
    ) -> None:
        """``enter`` is what Enter does in it, as the last line says it."""
        super().__init__(value, id=id, compact=True, select_on_focus=False, max_length=max_length)
        self.cursor_blink = False
        self._joint = joint
        self._enter = enter
        self._passes_over = False

    def on_unmount(self) -> None:
        self.screen.text_selection_started_signal.unsubscribe(self)

    def on_focus(self) -> None:
        self.call_after_refresh(self._show_cursor)

    def on_blur(self) -> None:
        self._passes_over = False
        self.scroll_to(x=0, animate=False, force=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        return character is not None and typed.stands(character)

    def validate_value(self, value: str) -> str:
        what = secret_text.stray(value)
        if not what:
            return value
        self._passes_over = True
        self.post_message(self.Said(f"{secret_text.not_here(what)} Backspace, then type on."))
        return ""

    def on_key(self, event: events.Key) -> None:
        if self._passes_over and event.character and typed.stands(event.character):
            event.stop()
            event.prevent_default()
            return
        self._passes_over = False
        if event.character and not event.is_printable and typed.stands(event.character):
            event.stop()
            event.prevent_default()
            self.put_in(event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        line, said = typed.one_line(event.text, self._joint)
        self.put_in(line, said)

    def put_in(self, text: str, said: list[str] | None = None) -> None:
        """Put ``text`` where the cursor is, as far as there is room; say that, and ``said``."""
        start, end = self.selection
        room = (self.max_length or 0) - len(self.value) + abs(end - start)
        self.replace(text[:room], start, end)
        said = list(said or ())
        if len(text) > room:
            said.insert(0, f"{max(room, 0):,} of {len(text):,} characters were put in: {self._full()}")
        if said:
            self.post_message(self.Said(" ".join(said)))

    def restricted(self) -> None:
        """Say that a character has no room."""
        self.post_message(self.Said(self._full().capitalize()))

    def _full(self) -> str:
        return f"the field holds {self.max_length:,} at most."

    def _show_cursor(self) -> None:
        if self.has_focus:
            before = self._position_to_cell(self.cursor_position)
            self.scroll_to_region(Region(before, 0, 1, 1), animate=False, force=True)

    @property
    def _value(self) -> Text:
        return Text(_apart(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(_apart(self.value[:position]))

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands."""
        before = self._position_to_cell(self.cursor_position)
        return self.content_region.offset + Offset(before - self.scroll_offset.x, 0)

    def get_component_rich_style(
        self, *names: str, partial: bool = False, default: Style | None = None
    ) -> Style:
        if names == ("input--cursor",):
            return Style.null()
        return super().get_component_rich_style(*names, partial=partial, default=default)


def _apart(text: str) -> str:
    """``text`` as it is shown: no joiner hides the letter behind it, as long and with its cells added up."""
    return text.replace("\u200d", "\u200c")


class NumberField(TextField):
    """A whole number: digits, or + and - to step it by one. Up, Down, Enter and Tab move on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "step(1)", "One more", show=False, id="number.more"),
        Binding("minus", "step(-1)", "One less", show=False, id="number.less"),
    ]

    @property
    def says(self) -> tuple[tuple[str, str], ...]:
        """That a number can be stepped."""
        return (*super().says, ("+ -", "step  "))

    def __init__(self, value: str, low: int, high: int | None, *, id: str | None = None) -> None:
        super().__init__(value, id=id, max_length=12)
        self.low = low
        self.high = high

    def on_key(self, event: events.Key) -> None:
        if event.character and typed.stands(event.character):
            event.prevent_default()
            if event.character not in "+-":  # those are the keys that step
                event.stop()
                self._take(event.character)

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text.strip())

    def _take(self, text: str) -> None:
        if text.isdecimal():
            self.put_in("".join(str(int(char)) for char in text))
        elif text:
            self.post_message(self.Said("Only digits are taken here; + and - step the number."))

    def action_step(self, by: int) -> None:
        number = typed.whole_number(self.value)
        stepped = self.low if number is None else max(number + by, self.low)
        self.value = str(stepped if self.high is None else min(stepped, self.high))
        self.cursor_position = len(self.value)
