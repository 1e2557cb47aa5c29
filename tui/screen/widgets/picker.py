"""What exists, under the field in which a name is typed: rows that the typed text leaves, and what was chosen."""

import time
from typing import Any, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import Piece, line, wrapped
from tui.screen.widgets.picker_view import (
    FEW_ROWS,
    MOST_ROWS,
    ChosenLines,
    Columns,
    mark,
    row_texts,
    typed_text,
)
from tui.workflow.choices import Choice, Offered, by_name, count_words, matching, next_choice

_MARK_AT = 2
"""The column of the mark of a row."""
_IN_ROWS, _IN_CHOSEN = "rows", "chosen"
_ACTIONS = {
    "flip": _IN_ROWS, "page": _IN_ROWS, "ends": _IN_ROWS,
    "remove": _IN_CHOSEN, "beside": _IN_CHOSEN, "shift": _IN_CHOSEN, "onward": _IN_CHOSEN,
}  # fmt: skip
"""Where an action is one; the others are everywhere."""


class Picker(Widget, can_focus=False):
    """Rows of what a field can be picked from, as the text in the field leaves them, and the names that were chosen.

    It holds nothing: what is picked is posted, and shown once ``show_chosen`` says so. Where ``many`` can be chosen,
    Tab comes to the names that were; to the rows leads Down in the field. Else the rows are there only while the
    field or they have the focus.

    | class | meaning |
    | :- | :- |
    | `picker--here` | the row or the name that keys are for |
    | `picker--chosen` | what is chosen, also marked by `[x]` or `(*)` |
    | `picker--hindered`, `picker--caution` | why it can't be used; what is worth a look |
    | `picker--muted` | the row that takes what was typed, and what is said of the reading |
    """

    DEFAULT_CSS = """
    Picker { height: auto; }
    Picker.-one { display: none; }
    Picker.-one.-open { display: block; }
    Picker > .picker--here { text-style: bold reverse; }
    Picker > .picker--chosen { text-style: bold; }
    Picker > .picker--hindered { color: $error; text-style: bold; }
    Picker > .picker--caution { color: $warning; text-style: bold; }
    Picker > .picker--muted { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "picker--here", "picker--chosen", "picker--hindered", "picker--caution", "picker--muted",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Name above", show=False, id="picker.up"),
        Binding("down", "move(1)", "Name below", show=False, id="picker.down"),
        Binding("pageup", "page(-1)", "Page above", show=False, id="picker.page-up"),
        Binding("pagedown", "page(1)", "Page below", show=False, id="picker.page-down"),
        Binding("home", "ends(0)", "First name", show=False, id="picker.home"),
        Binding("end", "ends(1)", "Last name", show=False, id="picker.end"),
        Binding("space", "flip(False)", "Choose, or no longer", show=False, id="picker.flip"),
        Binding("enter", "flip(True)", "Take the name", show=False, id="picker.take"),
        Binding("r,f5", "read", "Read again", show=False, id="picker.read"),
        Binding("left", "beside(-1)", "Name before", show=False, id="picker.left"),
        Binding("right", "beside(1)", "Next name", show=False, id="picker.right"),
        Binding("delete,backspace,x", "remove", "Take off", show=False, id="picker.remove"),
        Binding("less_than_sign,minus", "shift(-1)", "Earlier in the order", show=False, id="picker.earlier"),
        Binding("greater_than_sign,plus", "shift(1)", "Later in the order", show=False, id="picker.later"),
        Binding("enter", "onward", "Next field", show=False, id="picker.onward"),
    ]

    class Event(Message):
        """Something that one wants of the picker of a field."""

        def __init__(self, picker: "Picker") -> None:
            super().__init__()
            self.picker = picker

    class Flipped(Event):
        """``name`` is to be chosen, or no longer; then one ``goes_on`` to the next field. It ``is_typed`` or a row."""

        def __init__(self, picker: "Picker", name: str, *, is_typed: bool, goes_on: bool) -> None:
            super().__init__(picker)
            self.name = name
            self.is_typed = is_typed
            self.goes_on = goes_on

    class Removed(Event):
        """The name ``at`` that place is to be chosen no longer."""

        def __init__(self, picker: "Picker", at: int) -> None:
            super().__init__(picker)
            self.at = at

    class Shifted(Event):
        """The name ``at`` that place is to stand ``by`` one place elsewhere."""

        def __init__(self, picker: "Picker", at: int, by: int) -> None:
            super().__init__(picker)
            self.at = at
            self.by = by

    class Left(Event):
        """The focus went up, back to the field."""

    class Reread(Event):
        """It is all to be read again."""

    class Moved(Event):
        """The keys are for something else now."""

    def __init__(self, title: str, *, many: bool, id: str | None = None) -> None:
        super().__init__(id=id, classes="" if many else "-one")
        self.title = title
        self.many = many
        self.offered = Offered()
        self.found: tuple[Choice, ...] = ()
        self.chosen: tuple[str, ...] = ()
        self.typed = ""
        self.zone = _IN_ROWS
        self.at = self.chosen_at = 0
        self._known: dict[str, Choice] = {}
        self._natural = self._columns = Columns()
        self._lines = ChosenLines((), 0, "")
        self._top = 0
        self._next = -1
        self._is_entered = False

    # --- what it shows

    def show_offered(self, offered: Offered) -> None:
        """Show what can be picked now."""
        self.offered = offered
        self._known = by_name(offered.choices)
        self._natural = Columns.of(offered.choices)
        self._lay(self.size.width)
        self._look()
        self.refresh(layout=True)

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Show what is chosen now."""
        if chosen != self.chosen:
            before = self._height
            self.chosen = chosen
            self.chosen_at = max(min(self.chosen_at, len(chosen) - 1), 0)
            self._lay(self.size.width)
            self._settle()
            self.refresh(layout=self._height != before)

    def look_for(self, typed: str) -> None:
        """Show the rows that ``typed`` leaves; the keys are for the first of them, or for the value one has."""
        if typed == self.typed:
            return
        self.typed = typed
        self._look()
        self.refresh()

    def _look(self) -> None:
        self.found = matching(self.offered.choices, self.typed)
        self._top, self.at = 0, max(self._at_value(), 0)
        self._follow()
        self._settle()

    def _at_value(self) -> int:
        """The row of the one value that is chosen; -1 where there is none."""
        if self.many or not self.chosen:
            return -1
        return next((at for at, choice in enumerate(self.found) if choice.name in self.chosen), -1)

    @property
    def next(self) -> Choice | None:
        """What Enter in the field takes: marked, where something is typed there."""
        return self.found[self._next] if self.typed.strip() and self._next >= 0 else None

    @property
    def is_open(self) -> bool:
        """Whether it has rows to go to."""
        return bool(self._items)

    @property
    def has_lines(self) -> bool:
        """Whether there is anything to be seen of it."""
        return bool(self.offered.choices or self.offered.state(self.title))

    def knows(self, name: str) -> bool:
        """Whether it can be picked."""
        return name in self._known

    def counted(self) -> str:
        """How many are shown and chosen, in words."""
        return count_words(
            len(self.found), len(self.offered.choices), len(self.chosen) if self.many else None
        )

    def read_words(self) -> str:
        """How old the reading is, and which key reads again."""
        return self.offered.read_words(time.monotonic(), "r" if self.has_focus else "F5")

    @property
    def says(self) -> tuple[tuple[str, str], ...]:
        """What its keys do, for the last line."""
        if self.zone == _IN_CHOSEN:
            return (("←→", "choose"), ("x", "takes it off"), ("< >", "order"), ("Enter", "goes on"))
        flips = (("Space", "flips"),) if self.many else (("Enter", "takes the row"),)
        return (*flips, *[("r", "reads again")] * (self.offered.when is not None))

    def _lay(self, width: int) -> None:
        """Find where all stands in ``width`` columns."""
        self._columns = self._natural.within(width)
        self._lines = ChosenLines.of(self.chosen if self.many else (), self._known, max(width, 1))

    def _settle(self) -> None:
        """Mark what Enter would take, and give the focus back where nothing is left for it."""
        self._next = next_choice(self.found, self.chosen if self.many else ())
        if not self.has_focus:
            self._await_tab()
        elif not (self._items if self.zone == _IN_ROWS else self.chosen):
            self.post_message(self.Left(self))

    def _await_tab(self) -> None:
        """Let Tab come to what is chosen, where several can be; to the rows one comes by :meth:`enter` alone."""
        has_chosen = self.many and bool(self.chosen)
        self.can_focus = has_chosen or self._is_entered
        self.zone = _IN_CHOSEN if has_chosen and not self._is_entered else _IN_ROWS

    @property
    def _has_typed(self) -> bool:
        """Whether there is a row that takes what was typed as it is."""
        typed = self.typed
        return bool(self.offered.choices and typed.strip()) and typed not in self._known

    @property
    def _items(self) -> int:
        return len(self.found) + self._has_typed

    # --- lines

    @property
    def _room(self) -> int:
        """Rows in sight: as many as there are at all, so that the page stays as it is while one types."""
        return min(len(self.offered.choices), MOST_ROWS if self.many else FEW_ROWS)

    def _state(self, width: int) -> list[str]:
        said = self.offered.state(self.title)
        return wrapped(said, max(width - 6, 1)) if said else []

    @property
    def _height(self) -> int:
        rows = self._room + 1 if self.offered.choices else 0
        return len(self._state(self.size.width)) + rows + self._lines.height

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        if width != self.size.width:
            self._lay(width)
        rows = self._room + 1 if self.offered.choices else 0
        return len(self._state(width)) + rows + self._lines.height

    def on_resize(self) -> None:
        self._lay(self.size.width)
        self._follow()
        self.refresh(layout=self._height != self.size.height)

    def render_line(self, y: int) -> Strip:
        return line(self.size.width, self._pieces(y), self.rich_style)

    def _pieces(self, y: int) -> list[Piece]:
        state = self._state(self.size.width)
        if y < len(state):
            return [(f"   {state[y]}", self._style("muted"))]
        y -= len(state)
        if self.offered.choices:
            if y < self._room:
                at = self._top + y
                return self._row(at) if at < len(self.found) else self._typed_row(y)
            if y == self._room:
                return self._typed_row(y)
            y -= self._room + 1
        return self._chosen_pieces(y)

    def _row(self, at: int) -> list[Piece]:
        choice = self.found[at]
        is_here = self._is_at(at) or (not self.has_focus and at == self._next and bool(self.typed.strip()))
        is_chosen = choice.name in self.chosen
        text, note = row_texts(
            choice, self._columns, mark(is_chosen=is_chosen, many=self.many), is_here=is_here
        )
        ink = "here" if self._is_at(at) else "chosen" if is_chosen else ""
        return [(text, self._style(ink)), (note, self._style("hindered" if choice.hindrance else "caution"))]

    def _typed_row(self, y: int) -> list[Piece]:
        """The row for what was typed, right behind the last one in sight."""
        shown = min(len(self.found) - self._top, self._room)
        if not self._has_typed or y != shown:
            return []
        at = len(self.found)
        is_here = self._is_at(at) or (not self.has_focus and not self.found)
        text = typed_text(self.typed, self._columns, is_here=is_here, is_whole=self.offered.is_whole)
        return [(text, self._style("here" if self._is_at(at) else "muted"))]

    def _chosen_pieces(self, y: int) -> list[Piece]:
        found: list[Piece] = []
        for at, text in self._lines.text(y, self.size.width) if y < self._lines.height else ():
            if at >= 0:
                is_here = self.has_focus and self.zone == _IN_CHOSEN and at == self.chosen_at
                shown = f">{text[1:]}" if is_here else text
                found.append((shown, self._style("here" if is_here else "")))
            else:
                found.append((text, self._style("muted" if at == -1 else "")))
        return found

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"picker--{name}") if name else self.rich_style

    def _is_at(self, at: int) -> bool:
        return self.has_focus and self.zone == _IN_ROWS and at == self.at

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: at the row or the name that keys are for."""
        return self.content_region.offset + self._here

    @property
    def _here(self) -> Offset:
        """The same, from the picker's own corner."""
        state = len(self._state(self.size.width))
        if self.zone == _IN_ROWS:
            return Offset(_MARK_AT, state + self.at - self._top)
        above = state + (self._room + 1 if self.offered.choices else 0)
        y, x, _ = self._lines.places[self.chosen_at] if self._lines.places else (0, 0, "")
        return Offset(x, above + y)

    def _show_here(self) -> None:
        """Bring that into sight, where the page is higher than its window."""
        if self.has_focus and isinstance(self.parent, Widget):
            here = Region(0, self._here.y, 1, 1).translate(self.virtual_region.offset)
            self.parent.scroll_to_region(here, animate=False)

    # --- moving

    def enter(self) -> None:
        """Go to the rows: to the one value that is chosen, to what Enter in the field would take, else to the first."""
        self._is_entered = True
        self._await_tab()
        at = self._at_value()
        self._go(at if at >= 0 else max(self._next if self.typed.strip() else 0, 0))
        self.focus()

    def on_focus(self) -> None:
        self.refresh()
        self.call_after_refresh(self._show_here)
        self.post_message(self.Moved(self))

    def on_blur(self) -> None:
        self._is_entered = False
        self._await_tab()
        self.refresh()

    def _go(self, at: int) -> None:
        """Put the cursor on row ``at``, and draw the two rows that differ, or all where they move."""
        before, top = self.at, self._top
        self.at = at
        self._follow()
        self._show_here()
        if top == self._top:
            state = len(self._state(self.size.width))
            lines = {state + each - top for each in (before, at)}
            self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))
        else:
            self.refresh()

    def _follow(self) -> None:
        if self.at < len(self.found):
            self._top = max(min(self._top, self.at), self.at - self._room + 1, 0)
        else:
            self._top = max(len(self.found) - self._room, 0)

    def action_move(self, by: int) -> None:
        if self.zone == _IN_CHOSEN:
            self._move_in_chosen(by)
        elif 0 <= self.at + by < self._items:
            self._go(self.at + by)
        elif by < 0:
            self.post_message(self.Left(self))
        elif self.many and self.chosen:
            self._stand(_IN_CHOSEN, self.chosen_at)
        else:
            self.app.action_focus_next()

    def _move_in_chosen(self, by: int) -> None:
        there = self._lines.beside(self.chosen_at, by)
        if there >= 0:
            self._stand(_IN_CHOSEN, there)
        elif by > 0:
            self.app.action_focus_next()
        elif self._items:
            self.at = min(self.at, self._items - 1)
            self._stand(_IN_ROWS, self.chosen_at)
        else:
            self.post_message(self.Left(self))

    def _stand(self, zone: str, at: int) -> None:
        self.zone, self.chosen_at = zone, at
        self._show_here()
        self.refresh()
        self.post_message(self.Moved(self))

    def action_page(self, by: int) -> None:
        self._go(max(min(self.at + by * self._room, self._items - 1), 0))

    def action_ends(self, end: int) -> None:
        self._go((self._items - 1) * end)

    def action_beside(self, by: int) -> None:
        self._stand(_IN_CHOSEN, max(min(self.chosen_at + by, len(self.chosen) - 1), 0))

    # --- what is wanted

    def check_action(self, action: str, parameters: tuple[Any, ...]) -> bool | None:  # noqa: ARG002
        return _ACTIONS.get(action, self.zone) == self.zone

    def action_flip(self, goes_on: bool) -> None:
        is_typed = self.at >= len(self.found)
        name = self.typed if is_typed else self.found[self.at].name
        self.post_message(self.Flipped(self, name, is_typed=is_typed, goes_on=goes_on and not self.many))

    def action_remove(self) -> None:
        self.post_message(self.Removed(self, self.chosen_at))

    def action_shift(self, by: int) -> None:
        if 0 <= self.chosen_at + by < len(self.chosen):
            self.post_message(self.Shifted(self, self.chosen_at, by))
            self.chosen_at += by

    def action_onward(self) -> None:
        self.app.action_focus_next()

    def action_read(self) -> None:
        self.post_message(self.Reread(self))

    def on_click(self, event: Click) -> None:
        event.stop()
        at = event.y - len(self._state(self.size.width)) + self._top
        if self.offered.choices and self._top <= at < min(self._items, self._top + self._room + 1):
            self.enter()
            self._go(at)
            self.action_flip(True)
