"""Testing a connection, as it happens: what goes over the line, then what came of it and what to do about it."""

import threading
import time
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from tui.kore.connection import Connection
from tui.kore.proxy import through
from tui.screen.pages.page import ModalPage
from tui.screen.widgets.fixed_line import FixedLine

if TYPE_CHECKING:
    from tui.kore.diagnosis import Diagnosis
    from tui.kore.progress import Phase


class TestPanel(ModalPage["Diagnosis | None"]):
    """Gives what the test found, or None where the person left before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q", "leave", "Close", id="test.close"),
    ]

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection
        self._begun = time.monotonic()
        self._lines: list[str] = []
        self._requests = 0
        self._left = threading.Event()
        self.found: Diagnosis | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="page"):
            yield FixedLine(
                f"Testing {self._connection.profile or 'this connection'}: reading the contact lists of "
                f"{self._connection.host.address}{through(self._connection.host.url)}",
                classes="verdict",
            )
            yield FixedLine("", classes="course", id="course")
            yield FixedLine("", id="found", classes="verdict")
            yield FixedLine("", id="advice", classes="paragraph")
        yield FixedLine(" Esc stops it.", classes="foot", id="test-foot")

    def on_mount(self) -> None:
        self.query_one(".page").focus()
        threading.Thread(target=self._run, daemon=True, name="test").start()

    def on_unmount(self) -> None:
        self._left.set()

    def action_leave(self) -> None:
        self._left.set()
        self.dismiss(self.found)

    def _run(self) -> None:
        from tui.workflow.connection_check import check_connection  # the network library

        found = check_connection(self._connection, self._heard, self._left.is_set)
        self.app.call_later(self._finish, found)

    def _heard(self, phase: "Phase") -> None:
        self.app.call_later(self._add, phase)

    def _add(self, phase: "Phase") -> None:
        """Show every moment of the first request; of further ones that they are made, so that it all fits."""
        self._requests += phase.name == "token"
        if self._requests > 1 and phase.name != "token":
            return
        sentence = phase.sentence if self._requests < 2 else "Asked once more, to be sure."
        self._lines.append(f"{phase.seconds:6.2f} s  {sentence}")
        if not self._left.is_set():
            self.query_one("#course", FixedLine).show("\n".join(self._lines))

    def _finish(self, found: "Diagnosis") -> None:
        self.found = found
        if self._left.is_set():
            return
        sign = "" if found.is_connected else "! "
        verdict = self.query_one("#found", FixedLine)
        verdict.show(f"{sign}{found.found}")
        verdict.set_class(found.is_connected, "accepted")
        verdict.set_class(not found.is_connected, "refused")
        self.query_one("#advice", FixedLine).show(found.advice)
        self.query_one("#test-foot", FixedLine).show(" Esc closes this page.")
