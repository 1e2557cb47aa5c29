"""Fields that take typed text: compact, with the terminal's own cursor, with keys that move between fields."""

from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.campaign.check import whole_number


class TextField(Input):
    """A line of text. Up and Down move to the field before or after it; Enter is left to the step."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", "Field before", show=False, id="field.previous"),
        Binding("down", "app.focus_next", "Next field", show=False, id="field.next"),
        Binding("ctrl+c,super+c", "app.ask_leave", "Leave", show=False, id="app.leave-field"),
    ]

    virtual_size = Reactive(Size(0, 0))
    """As the toolkit's own, but laying out nothing: a key would lay the whole screen out, and no field grows."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, max_length: int = 100_000
    ) -> None:
        super().__init__(
            value, placeholder=placeholder, id=id, compact=True, select_on_focus=False, max_length=max_length
        )
        self.cursor_blink = False

    def on_unmount(self) -> None:
        """Be forgotten: the toolkit's screen would keep every field that was ever on it."""
        self.screen.text_selection_started_signal.unsubscribe(self)

    def on_focus(self) -> None:
        """Bring the cursor of a text that is longer than the field into sight."""
        self.call_after_refresh(self._show_cursor)

    def on_blur(self) -> None:
        """Show how the text begins."""
        self.scroll_to(x=0, animate=False, force=True)

    def _show_cursor(self) -> None:
        if self.has_focus:
            before = cell_len(self.value[: self.cursor_position])
            self.scroll_to_region(Region(before, 0, 1, 1), animate=False, force=True)

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands."""
        before = cell_len(self.value[: self.cursor_position])
        return self.content_region.offset + Offset(before - self.scroll_offset.x, 0)

    def get_component_rich_style(
        self, *names: str, partial: bool = False, default: Style | None = None
    ) -> Style:
        """Draw no cursor: the terminal's own stands there."""
        if names == ("input--cursor",):
            return Style.null()
        return super().get_component_rich_style(*names, partial=partial, default=default)


class NumberField(TextField):
    """A whole number: digits, or Up, Down, + and - to step it by one. Enter and Tab move on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,plus", "step(1)", "One more", show=False, id="number.more"),
        Binding("down,minus", "step(-1)", "One less", show=False, id="number.less"),
    ]

    def __init__(self, value: str, low: int, high: int | None, *, id: str | None = None) -> None:
        super().__init__(value, id=id, max_length=12)
        self.low = low
        self.high = high

    def action_step(self, by: int) -> None:
        """Step the number, staying in its range; from nothing to the lowest."""
        number = whole_number(self.value)
        stepped = self.low if number is None else max(number + by, self.low)
        self.value = str(stepped if self.high is None else min(stepped, self.high))
        self.cursor_position = len(self.value)
