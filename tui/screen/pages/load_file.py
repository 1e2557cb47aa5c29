"""The question which file to go on with: a campaign as JSON, or a draft that was kept."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.screen.pages.page import ModalPage
from tui.screen.pages.saving import NAME_ROOM, keep_campaign
from tui.screen.steps import number
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField
from tui.storage.files import FileError
from tui.workflow.campaign_file import file_and_why
from tui.workflow.start_file import FoundFile, begin_with, find

if TYPE_CHECKING:
    from tui.screen.app import WizardApp

_HELP = "The documented JSON, as save writes it, or a draft. What you are at is kept."


class LoadFile(ModalPage[FoundFile | None]):
    """Asks for a file's name until there is a campaign in it; gives what was found, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False, id="load.close"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield FixedLine("Load a campaign file", classes="verdict")
            yield FieldRow("File", TextField(id="file"), _HELP, room=NAME_ROOM, id="row-file")
        yield FixedLine(" Enter loads it, Esc closes this page.", classes="foot")

    def on_mount(self) -> None:
        self.query_one("#file").focus()

    @on(Input.Changed, "#file")
    def _typed(self) -> None:
        self.query_one("#row-file", FieldRow).show_error("")

    @on(Input.Submitted, "#file")
    def _named(self, event: Input.Submitted) -> None:
        name = event.value.strip()
        if name:
            self.run_worker(lambda: self._read(name), thread=True, exclusive=True, group="load")

    def _read(self, name: str) -> None:
        """Read the file, in a thread: the disk may be slow."""
        try:
            found, why = find(name), ""
        except FileError as failed:
            found, why = None, file_and_why(name, failed)
        self.app.call_from_thread(self._found, found, why)

    def _found(self, found: FoundFile | None, why: str) -> None:
        if not self.is_attached:
            return
        if found is None:
            self.query_one("#row-file", FieldRow).show_error(why)
        else:
            self.dismiss(found)


def ask_for_file(app: "WizardApp") -> None:
    """Ask for a file, keep the campaign one is at, and go on with the file's."""

    def load(found: FoundFile | None) -> None:
        if found is None:
            return
        if isinstance(found, Path):
            app.open_draft(found)
            return
        if keep_campaign(app):
            app.go(number("Review"), said=begin_with(app.session, found))

    app.push_screen(LoadFile(), load)
