"""The question under which name the campaign at hand is kept as a template."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from tui.base.text import one_line
from tui.screen.pages.page import ModalPage
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField
from tui.storage import templates
from tui.storage.templates import LONGEST_NAME, TemplateError

if TYPE_CHECKING:
    from tui.screen.app import WizardApp

_HELP = "All of it but its name and contact lists. --template NAME begins with it too."


class KeepTemplate(ModalPage[str]):
    """Asks for a name until ``keep`` takes it: that gives why it does not, or nothing. Gives the name, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", "Close", show=False, id="template.close"),
    ]

    def __init__(self, keep: Callable[[str], str]) -> None:
        super().__init__()
        self._keep = keep

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield FixedLine("Keep this campaign as a template", classes="verdict")
            name = TextField(id="template", max_length=LONGEST_NAME)
            yield FieldRow("Name", name, _HELP, room=LONGEST_NAME + 1, id="row-template")
        yield FixedLine(" Enter keeps it, Esc closes this page.", classes="foot")

    def on_mount(self) -> None:
        self.query_one("#template").focus()

    @on(Input.Changed, "#template")
    def _typed(self) -> None:
        self.query_one("#row-template", FieldRow).show_error("")

    @on(Input.Submitted, "#template")
    def _named(self, event: Input.Submitted) -> None:
        name = event.value
        self.run_worker(lambda: self._write(name), thread=True, exclusive=True, group="template")

    def _write(self, name: str) -> None:
        """Write it, in a thread: the disk may be slow."""
        self.app.call_from_thread(self._kept, name, self._keep(name))

    def _kept(self, name: str, why: str) -> None:
        if not self.is_attached:
            return
        if why:
            self.query_one("#row-template", FieldRow).show_error(why)
        else:
            self.dismiss(name)


def ask_for_name(app: "WizardApp") -> None:
    """Ask for a name, and keep the campaign one is at under it."""
    draft, api = app.session.draft, app.session.api

    def keep(name: str) -> str:
        try:
            templates.save(name, draft, api)
        except TemplateError as refused:
            return str(refused)
        except OSError as failed:
            return f"It can't be written: {failed.strerror or failed}."
        return ""

    def kept(name: str | None) -> None:
        if name:
            app.show_status(f"Kept as the template {one_line(name.strip(), limit=LONGEST_NAME)}.")

    app.push_screen(KeepTemplate(keep), kept)
