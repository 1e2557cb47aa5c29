"""The menu: everything that can be done where one is, for whoever does not know the keys, or whose keys are eaten."""

from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.base.text import plural
from tui.screen.widgets.actions import Action, choices
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.row_list import ListRow, RowList


class Menu(ModalScreen[Action | None]):
    """A list over the step; closing gives what was chosen, or None. It does nothing that no key does."""

    DEFAULT_CSS = """
    Menu { padding: 1 1 0 1; }
    Menu > RowList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,m,q,f10", "dismiss(None)", "Close", show=False, id="menu.close"),
    ]

    def __init__(self, app: App[None]) -> None:
        super().__init__()
        self.choices = choices(app)

    def compose(self) -> ComposeResult:
        wide = max((len(" ".join(each.keys)) for each in self.choices), default=0)

        def row(each: Action) -> ListRow:
            return ListRow(((f" {' '.join(each.keys):<{wide}}  {each.does}", ""),))

        take = Binding("enter", "choose", "Show this one", show=False, id="rows.take")
        yield FixedLine(
            f"Menu: {plural(len(self.choices), 'thing')} that can be done here", classes="heading"
        )
        yield RowList(self.choices, row, take)
        yield FixedLine(" Enter does it, Esc closes this page.", classes="foot")

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.dismiss(event.rows.here)
