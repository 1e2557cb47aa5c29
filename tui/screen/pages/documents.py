"""What one takes along of a create: the answer, the JSON that was sent, the request as a curl command."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Input

from tui.screen.pages.saving import NAME_ROOM, copy_id, propose
from tui.screen.widgets.body_view import BodyPane
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.frame import KeyLine, StatusLine
from tui.screen.widgets.inputs import TextField
from tui.workflow.saving import Saver


@dataclass(frozen=True, slots=True)
class Document:
    """One text: ``title`` on its tab, ``head`` above it, ``note`` at its end, ``file_name`` to save it as."""

    title: str
    text: str
    file_name: str
    head: str = ""
    note: str = ""


class DocumentsScreen(Screen[None]):
    """Read, search and save; one text at a time, each by its number."""

    DEFAULT_CSS = """
    #papers-meaning { margin: 0 1; }
    #papers-tabs { margin: 0 1; text-style: bold; }
    #papers-head { margin: 0 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", show=False, id="papers.close"),
        Binding("1", "show(0)", "The first text", show=False, id="papers.first"),
        Binding("2", "show(1)", "The second text", show=False, id="papers.second"),
        Binding("3", "show(2)", "The third text", show=False, id="papers.third"),
        Binding("4", "show(3)", "The fourth text", show=False, id="papers.fourth"),
        Binding("5", "show(4)", "The fifth text", show=False, id="papers.fifth"),
        Binding("s", "save", "Save this text", show=False, id="papers.save"),
        Binding("i", "copy", "Copy the id", show=False, id="papers.copy"),
    ]

    def __init__(
        self,
        meaning: str,
        papers: tuple[Document, ...],
        campaign_id: str = "",
        *,
        at: int = 0,
        then: str = "",
    ) -> None:
        """``meaning`` is one sentence about it all; there are one to five ``papers``, the one ``at`` is shown.

        ``then`` is what is opened at once: ``save``, ``search`` or nothing.
        """
        super().__init__()
        self.meaning = meaning
        self.papers = papers
        self.campaign_id = campaign_id
        self.at = at
        self._then = then
        self._saver = Saver()
        self._pane = BodyPane(papers[at].text, note=papers[at].note)

    def compose(self) -> ComposeResult:
        yield FixedLine(self.meaning, classes="verdict", id="papers-meaning")
        yield FixedLine(self._tabs(), id="papers-tabs")
        yield FixedLine(self.papers[self.at].head, id="papers-head")
        yield self._pane
        yield FieldRow(
            "Save as",
            TextField(id="papers-name", enter="saves"),
            "Enter saves it, Esc does not.",
            room=NAME_ROOM,
            id="papers-save",
        )
        yield StatusLine(id="papers-status")
        yield KeyLine(id="papers-keys")

    def on_mount(self) -> None:
        self.query_one("#papers-save").display = False
        self.query_one("#papers-tabs").display = len(self.papers) > 1
        self._pane.view.focus()
        match self._then:
            case "save":
                self.action_save()
            case "search":
                self._pane.action_search()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        # The last line speaks of what has the focus: in a field letters are typed.
        at = event.widget
        self.query_one(KeyLine).keys = (
            (*at.says, ("Esc", "back")) if isinstance(at, TextField) else self._keys()
        )

    def _keys(self) -> tuple[tuple[str, str], ...]:
        choose = ((f"1-{len(self.papers)}", "choose"),) * (len(self.papers) > 1)
        again = (("n", "next"),) * bool(self._pane.view.wanted)
        copy = (("i", "copy id"),) * bool(self.campaign_id)
        return (*choose, ("/", "search"), *again, ("s", "save"), *copy, ("Esc", "close"))

    def _tabs(self) -> str:
        titles = [f"{at} {paper.title}" for at, paper in enumerate(self.papers, 1)]
        return "  ".join(f"[{title}]" if at == self.at else f" {title} " for at, title in enumerate(titles))

    def action_show(self, at: int) -> None:
        if at < len(self.papers) and at != self.at:
            self.at = at
            paper = self.papers[at]
            self.query_one("#papers-tabs", FixedLine).show(self._tabs())
            self.query_one("#papers-head", FixedLine).show(paper.head)
            self._pane.view.show(paper.text, paper.note)
            self._show_status("")

    def action_copy(self) -> None:
        if self.campaign_id:
            self._show_status(copy_id(self.app, self.campaign_id))

    def action_save(self) -> None:
        field = self.query_one("#papers-name", TextField)
        self.query_one("#papers-save").display = True
        propose(field, self.papers[self.at].file_name)

    def action_close(self) -> None:
        if self.query_one("#papers-save").display:
            self._leave_field()
        else:
            self.dismiss()

    def _leave_field(self) -> None:
        self.query_one("#papers-save").display = False
        self._pane.view.focus()

    @on(Input.Submitted, "#papers-name")
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        name, paper = event.value.strip(), self.papers[self.at]

        def work() -> None:
            said, failed = self._saver.save(name, paper.text, paper.file_name)
            self.app.call_from_thread(self._saved, said, failed)

        self.run_worker(work, thread=True, exclusive=True, group="save")

    def _saved(self, said: str, failed: bool) -> None:
        self._show_status(said, error=failed)
        if not failed:
            self._leave_field()

    def _show_status(self, said: str, *, error: bool = False) -> None:
        self.query_one(StatusLine).show_status(said, error=error)
