"""What an earlier run sent and nobody knows the end of: where a new start begins."""

from textual.widget import Widget

from tui import telling
from tui.kore.lookup import Look
from tui.records import receipts
from tui.records.receipts import Receipt
from tui.session import Session
from tui.text import one_line
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine
from tui.widgets.inputs import TextField


def parts(session: Session, looks: tuple[Look, ...], found: str | None) -> list[Widget]:
    """The page about the first of them; ``found`` is the id of the very campaign, where a look had it."""
    receipt = session.unresolved()[0]
    return [
        FixedLine(telling.IN_DOUBT, classes="verdict unknown", id="headline"),
        FixedLine(telling.doubt(session), classes="paragraph"),
        *([found_line(found)] if found else ()),
        FixedLine(look_words(session, receipt, looks), classes="note-line", id="looks"),
        FieldRow(
            "What became of it",
            TextField(id="resolved"),
            f"Type {telling.CREATED} or {telling.NOT_CREATED} once you know; Enter.",
            id="row-resolved",
        ),
    ]


def found_line(campaign_id: str) -> Widget:
    """That the very campaign was found, and the key that settles it."""
    said = one_line(receipts.found_words(campaign_id), limit=150)
    return FixedLine(f"{said} f settles it: created.", classes="found")


def look_words(session: Session, receipt: Receipt, looks: tuple[Look, ...]) -> str:
    """What was looked up, when and how completely; how to look, or why nothing can be."""
    lines = telling.looked_for(session, receipt, looks)
    if telling.can_look(session, receipt):
        lines.append("l reads it now.")
    return "\n".join(one_line(each) for each in lines)
