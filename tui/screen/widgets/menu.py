"""The palette: everything that can be done, found by typing, for whoever does not know the keys, or whose are eaten."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.screen import ModalScreen

from tui.base import typed
from tui.base.text import plural
from tui.screen.widgets.actions import Action
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.row_list import ListRow, RowList


class Menu(ModalScreen[Action | None]):
    """A list over the step; letters find in it, closing gives what was chosen, or None.

    ``find`` ranks the ``choices`` by what was typed; ``theme_of`` names the theme that a choice is, which is shown
    while the cursor is on it. ``look`` gives more choices, in a thread.
    """

    DEFAULT_CSS = """
    Menu { padding: 1 1 0 1; }
    Menu > RowList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f10", "dismiss(None)", "Close", show=False, id="menu.close"),
        Binding("backspace", "erase(1)", "Erase a letter", show=False, id="menu.erase"),
        Binding("ctrl+u", "erase(1000)", "Erase all", show=False, id="menu.erase-all"),
    ]

    def __init__(
        self,
        choices: Sequence[Action],
        find: Callable[[Sequence[Action], str], list[Action]],
        theme_of: Callable[[Action], str],
        look: Callable[[], Sequence[Action]],
    ) -> None:
        super().__init__()
        self.choices = choices
        self._look = look
        self._find = find
        self._theme_of = theme_of
        self._typed = ""
        self._theme = ""

    def compose(self) -> ComposeResult:
        wide = max((len(" ".join(each.keys)) for each in self.choices), default=0)

        def row(each: Action) -> ListRow:
            return ListRow(((f" {' '.join(each.keys):<{wide}}  {each.does}", ""),))

        take = Binding("enter", "choose", "Show this one", show=False, id="rows.take")
        yield FixedLine(self._title, classes="heading", id="menu-title")
        yield FixedLine(_FIND, id="find")
        yield RowList(self.choices, row, take)
        yield FixedLine(" Enter does it, Esc closes this page.", classes="foot")

    def on_mount(self) -> None:
        self._theme = self.app.theme
        self.query_one(RowList).focus()
        self.run_worker(self._look_behind, thread=True, exit_on_error=False)

    @property
    def _title(self) -> str:
        return f"Menu: {plural(len(self.choices), 'thing')} that can be done now"

    def _look_behind(self) -> None:
        """Look for more, in a thread: the disk may be slow."""
        if more := self._look():
            self.app.call_from_thread(self._add, more)

    def _add(self, more: Sequence[Action]) -> None:
        """Offer ``more``; the cursor stays on what it is on."""
        if not self.is_attached:
            return
        rows = self.query_one(RowList)
        here = rows.here if rows.items else None
        self.choices = [*self.choices, *more]
        self.query_one("#menu-title", FixedLine).show(self._title)
        found = self._find(self.choices, self._typed)
        rows.at = found.index(here) if here is not None else 0
        self._show(found)

    def on_unmount(self) -> None:
        if self.app.theme != self._theme:
            self.app.theme = self._theme

    def on_key(self, event: Key) -> None:
        if event.character and event.is_printable and typed.stands(event.character):
            event.stop()
            event.prevent_default()
            self._look_for(self._typed + event.character)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._look_for(self._typed + typed.one_line(event.text, " ")[0])

    def action_erase(self, count: int) -> None:
        self._look_for(self._typed[:-count])

    def _look_for(self, text: str) -> None:
        self._typed = text[:_LONGEST].lstrip()
        self.query_one("#find", FixedLine).show(f"Find {self._typed}" if self._typed else _FIND)
        self.query_one(RowList).at = 0
        self._show(self._find(self.choices, self._typed))

    def _show(self, found: Sequence[Action]) -> None:
        rows = self.query_one(RowList)
        rows.show(found)
        if found:
            rows.focus()
        self._preview()
        foot = "Enter does it" if found else "Nothing is called so, Backspace erases"
        self.query(FixedLine).last().show(f" {foot}, Esc closes this page.")

    @on(RowList.Moved)
    def _preview(self) -> None:
        rows = self.query_one(RowList)
        wanted = (self._theme_of(rows.here) if rows.items else "") or self._theme
        if self.app.theme != wanted:
            self.app.theme = wanted

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self._theme = self._theme_of(event.rows.here) or self._theme
        self.dismiss(event.rows.here)


_FIND = "Find (type): a word, or the number of a step"
_LONGEST = 40
"""Characters that are looked for at most."""
