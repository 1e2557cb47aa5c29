"""What an earlier run sent and nobody knows the end of: where a new start begins."""

from textual.widget import Widget

from tui.base.text import one_line
from tui.kore.lookup import SearchResult
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField
from tui.storage import receipts
from tui.storage.receipts import Receipt
from tui.workflow import messages
from tui.workflow.session import Session


def parts(session: Session, looks: tuple[SearchResult, ...], found: str | None) -> list[Widget]:
    """The page about the first of them; ``found`` is the id of the very campaign, where a look had it."""
    receipt = session.submissions.unresolved()[0]
    return [
        FixedLine(messages.IN_DOUBT, classes="verdict unknown", id="headline"),
        FixedLine(messages.doubt(session), classes="paragraph"),
        *([found_line(found)] if found else ()),
        FixedLine(look_words(session, receipt, looks), classes="note-line", id="looks"),
        FieldRow(
            "What became of it",
            TextField(id="resolved", enter="notes it"),
            f"Type {messages.CREATED} or {messages.NOT_CREATED} once you know; Enter.",
            id="row-resolved",
        ),
    ]


def found_line(campaign_id: str) -> Widget:
    """That the very campaign was found, and the key that settles it."""
    said = one_line(receipts.found_words(campaign_id), limit=150)
    return FixedLine(f"{said} f settles it: created.", classes="found")


def look_words(session: Session, receipt: Receipt, looks: tuple[SearchResult, ...]) -> str:
    """What was looked up, when and how completely; how to look, or why nothing can be."""
    lines = messages.looked_for(session, receipt, looks)
    if session.leads_to(receipt):
        lines.append("l reads it now.")
    return "\n".join(one_line(each) for each in lines)
