"""Receipts: every create that was sent from here, what came of it, and a new campaign with the same content."""

import json
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.base.text import one_line, plural
from tui.campaign.draft import Draft
from tui.kore.curl import command
from tui.screen.pages.documents import Document, DocumentsScreen
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.frame import KeyLine, StatusLine
from tui.screen.widgets.row_list import ListRow, RowList
from tui.storage import intents
from tui.storage.receipts import Receipt
from tui.workflow.saving import file_name
from tui.workflow.session import Session

_OPEN = "not known"


class ReceiptsScreen(Screen[Receipt | None]):
    """A list over the step; closing gives the receipt from which a new campaign is to begin, or None."""

    DEFAULT_CSS = "ReceiptsScreen > RowList { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", show=False, id="receipts.close"),
        Binding("n", "begin", "New campaign with this content", show=False, id="receipts.begin"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        take = Binding("enter", "choose", "Show this one", show=False, id="rows.take")
        self.rows = RowList[Receipt]((), _row, take, id="receipts-list")
        self._asked_for = ""

    def compose(self) -> ComposeResult:
        yield FixedLine("Reading the receipts …", classes="verdict", id="receipts-heading")
        yield self.rows
        yield StatusLine(id="receipts-status")
        yield KeyLine(id="receipts-keys")

    def on_mount(self) -> None:
        self.query_one(KeyLine).keys = (("Esc", "close"),)
        self.run_worker(self._read, thread=True, exit_on_error=False)

    def _read(self) -> None:
        try:
            found, bad = intents.everything()
        except OSError as failed:
            self.app.call_from_thread(self._show, [], f"They can't be read: {failed.strerror or failed}.")
            return
        unreadable = f" {plural(len(bad), 'file')} can't be read." if bad else ""
        nothing = "" if found else " Every create that is sent from here will stand here."
        self.app.call_from_thread(
            self._show, found, f"{plural(len(found), 'receipt')}.{unreadable or nothing}"
        )

    def _show(self, found: list[Receipt], said: str) -> None:
        self.query_one("#receipts-heading", FixedLine).show(said)
        self.rows.show(found)
        self.rows.focus()
        if found:
            self.query_one(KeyLine).keys = (
                ("Enter", "show"), ("n", "new campaign with this content"), ("Esc", "close"),
            )  # fmt: skip

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        receipt = self.rows.here
        self.app.push_screen(
            DocumentsScreen(meaning_of(receipt), documents_of(receipt), receipt.campaign_id or "")
        )

    def action_begin(self) -> None:
        if not self.rows.items:
            return
        receipt = self.rows.here
        if not receipt.content:
            self.query_one(StatusLine).show_status("What was sent can't be read.", error=True)
            return
        if self.session.draft != Draft() and self._asked_for != receipt.id:
            self._asked_for = receipt.id
            said = "The draft you are at would be replaced: n again does it, the review (^R) saves it first."
            self.query_one(StatusLine).show_status(said, error=True)
            return
        self.dismiss(receipt)


def meaning_of(receipt: Receipt) -> str:
    """What became of it, in one sentence or two."""
    said = receipt.message or "It was begun, and nobody knows what came of it: the campaign may exist."
    found_out = f" A person noted: {receipt.resolved}." if receipt.resolved else ""
    return one_line(f"{said}{found_out}", limit=220)


def documents_of(receipt: Receipt) -> tuple[Document, ...]:
    """The answer, the JSON and the curl command of a receipt."""
    name = file_name(receipt.name)
    status = f"HTTP {receipt.http_status}" if receipt.http_status else "No answer."
    head = one_line(f"{receipt.id}, {_when(receipt)}, {receipt.place}. {status}{_marked(receipt)}", limit=200)
    return (
        Document("Answer", receipt.answer, f"{name}-answer.json", head),
        Document("JSON sent", json.dumps(receipt.document, indent=2) + "\n", f"{name}.json", head),
        Document("curl", command(receipt.document, receipt.url, receipt), f"{name}.sh", head),
    )


def _marked(receipt: Receipt) -> str:
    return f" Fingerprint {receipt.fingerprint}." if receipt.fingerprint else ""


def _row(receipt: Receipt) -> ListRow:
    outcome = one_line(receipt.resolved or receipt.outcome or _OPEN, limit=12)
    name, place = one_line(receipt.name, limit=26), one_line(receipt.place, limit=60)
    return ListRow(((f" {_when(receipt)}  {outcome:<12} {name:<26} {place}", ""),))


def _when(receipt: Receipt) -> str:
    return one_line(f"{receipt.time[:16].replace('T', ' ')} UTC", limit=20)
