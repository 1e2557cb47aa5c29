"""The list of what another campaign can be begun from; the account's campaigns come behind what lies on this disk."""

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.screen.pages.saving import keep_campaign
from tui.screen.steps import number
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.frame import KeyLine, StatusLine
from tui.screen.widgets.row_list import ListRow, RowList
from tui.workflow.models import Model, ModelError, counted, kept, of_account
from tui.workflow.new_from import Beginning

if TYPE_CHECKING:
    from tui.screen.app import WizardApp
    from tui.workflow.session import Session

_SOURCE, _NAME = 9, 33
"""Cells of what it is, and of its name."""


class NewFrom(Screen[Beginning | None]):
    """A list over the step; gives what another campaign begins with, or None."""

    DEFAULT_CSS = "NewFrom > RowList { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", show=False, id="new-from.close"),
    ]

    def __init__(self, session: "Session", own: Callable[[], Path | None]) -> None:
        super().__init__()
        self.session = session
        self._own = own
        take = Binding("enter", "choose", "Begin another from it", show=False, id="rows.take")
        self.rows = RowList[Model]((), _row, take, id="new-from-list")
        self._models: list[Model] = []
        self._left = threading.Event()

    def compose(self) -> ComposeResult:
        yield FixedLine("Reading …", classes="verdict", id="new-from-heading")
        yield self.rows
        yield StatusLine(id="new-from-status")
        yield KeyLine(id="new-from-keys")

    def on_mount(self) -> None:
        self.query_one(KeyLine).keys = (("Esc", "close"),)
        threading.Thread(target=self._read, daemon=True, name="models").start()

    def on_unmount(self) -> None:
        self._left.set()

    def _read(self) -> None:
        """Read the disk, then the account, in a thread."""
        try:
            self._tell(kept(self._own), "")
        except OSError as failed:
            self._tell([], f"What lies on this disk can't be read: {failed.strerror or failed}.")
        if problems := self.session.access.problems():
            self._tell([], f"Campaigns of the account are not read: {problems[0]}")
        else:
            self._tell(*of_account(self.session.access.active_connection(), self._left.is_set))

    def _tell(self, models: list[Model], said: str) -> None:
        with contextlib.suppress(RuntimeError):  # the wizard has ended
            self.app.call_later(self._show, models, said)

    def _show(self, models: list[Model], said: str) -> None:
        if not self.is_attached:
            return
        self._models += models
        self.query_one("#new-from-heading", FixedLine).show(counted(self._models))
        self.rows.show(self._models)
        if said:
            self.query_one(StatusLine).show_status(said)
        if self._models:
            self.rows.focus()
            self.query_one(KeyLine).keys = (("Enter", "begins another from it"), ("Esc", "close"))

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        here = self.rows.here
        self.query_one(StatusLine).show_status("Reading it …")
        threading.Thread(target=self._begin, args=(here,), daemon=True, name="model").start()

    def _begin(self, model: Model) -> None:
        try:
            found: Beginning | str = model.begin()
        except ModelError as failed:
            found = str(failed)
        with contextlib.suppress(RuntimeError):  # the wizard has ended
            self.app.call_later(self._begun, found)

    def _begun(self, found: Beginning | str) -> None:
        if not self.is_attached or self.app.screen is not self:
            return
        if isinstance(found, str):
            self.query_one(StatusLine).show_status(found, error=True)
        else:
            self.dismiss(found)


def _row(model: Model) -> ListRow:
    return ListRow(((f" {model.source:<{_SOURCE}} {model.name:<{_NAME}} {model.facts}", ""),))


def begin_with(app: "WizardApp", beginning: Beginning) -> None:
    """Keep the campaign one is at as a draft, and begin another one."""
    if keep_campaign(app):
        app.session.begin_with(beginning)
        app.go(number("Basics"), "name", app.session.notice)


def new_from(app: "WizardApp") -> None:
    """Show what another campaign can be begun from, and begin it."""

    def chosen(beginning: Beginning | None) -> None:
        if beginning is not None:
            begin_with(app, beginning)

    app.push_screen(NewFrom(app.session, lambda: app.autosave.path), chosen)
