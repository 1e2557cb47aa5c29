"""What F1 shows: one field explained, and the keys that work there."""

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tui.screen.widgets.actions import keys
from tui.screen.widgets.fixed_line import FixedLine

if TYPE_CHECKING:
    from tui.workflow.help_text import HelpText


class HelpPanel(ModalScreen[None]):
    """A page of help over the step; any of its keys closes it."""

    DEFAULT_CSS = """
    HelpPanel { align: center middle; }
    #help-page { height: 1fr; padding: 1 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q,question_mark,space", "dismiss", "Close", id="help.close"),
    ]

    def __init__(self, said: "HelpText", app: App[None]) -> None:
        super().__init__()
        self.said = said
        self.keys = keys(app)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help-page"):
            yield FixedLine(self.said.title, classes="heading")
            for paragraph in self.said.paragraphs:
                yield FixedLine(paragraph, classes="paragraph")
            yield FixedLine("Keys here", classes="heading")
            yield FixedLine("\n".join(_columns(self.keys)), classes="paragraph")
        yield FixedLine(" Esc closes this page.", classes="foot")

    def on_mount(self) -> None:
        self.query_one("#help-page").focus()


def _columns(keys: list[tuple[str, str]]) -> list[str]:
    """Keys and what they do in two columns, down the first and then down the second."""
    wide = max((len(key) for key, _ in keys), default=0)
    cells = [f"{key:<{wide}} {does}" for key, does in keys]
    half = (len(cells) + 1) // 2
    first = max(map(len, cells[:half]), default=0) + 1
    return [
        f"{left:<{first}}{right}" for left, right in zip_longest(cells[:half], cells[half:], fillvalue="")
    ]
