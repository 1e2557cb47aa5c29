"""What an earlier run sent and nobody knows the end of: where a new start begins."""

from textual.widget import Widget

from tui.kore.lookup import Look
from tui.records.receipts import PRACTICE, Receipt
from tui.session import Session
from tui.text import one_line, plural
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine
from tui.widgets.inputs import TextField

CREATED, NOT_CREATED = "created", "not created"
"""The words that end the doubt."""
_MOST_CANDIDATES = 3


def can_look(session: Session, receipt: Receipt) -> bool:
    """Whether the connection at hand is to the place that it was sent to."""
    if receipt.place == PRACTICE or session.connection_problems():
        return False
    connection = session.active_connection()
    return (connection.host.address, connection.app_id) == (receipt.place, receipt.app_id)


def parts(session: Session, looks: tuple[Look, ...]) -> list[Widget]:
    """The page about the first of them."""
    open_ones = session.unresolved()
    receipt = open_ones[0]
    more = f" {plural(len(open_ones) - 1, 'more')} after this one." if len(open_ones) > 1 else ""
    place = "a practice platform" if receipt.place == PRACTICE else receipt.place
    said = (
        f"{one_line(receipt.name, limit=60)!r} was sent to {place} at {moment_of(receipt)} by an earlier run, or may "
        f"have been, and nobody knows what came of it (receipt {receipt.id}).{more}"
    )
    return [
        FixedLine("UNKNOWN: a campaign may have been created", classes="verdict unknown", id="headline"),
        FixedLine(f"{said} Do not send it again before you know.", classes="paragraph"),
        FixedLine(look_words(session, receipt, looks), classes="note-line", id="looks"),
        FieldRow(
            "What became of it",
            TextField(id="resolved"),
            f"Type {CREATED} or {NOT_CREATED} once you know; Enter.",
            id="row-resolved",
        ),
    ]


def look_words(session: Session, receipt: Receipt, looks: tuple[Look, ...]) -> str:
    """What was looked up, when and how completely; or why nothing can be."""
    if receipt.place == PRACTICE:
        return "That practice platform ended with its run: nothing real can exist."
    times = len(receipt.looks) + len(looks)
    lines = [f"The platform's list was read {plural(times, 'time')} since."]
    if looks:
        lines.append(looks[-1].sentence)
        lines += [f"> {each.sentence}" for each in looks[-1].candidates[:_MOST_CANDIDATES]]
    if can_look(session, receipt):
        lines.append("l reads it now.")
    else:
        lines.append(f"To read it, connect to {receipt.place} with app {receipt.app_id} on the first step.")
    return "\n".join(one_line(each) for each in lines)


def moment_of(receipt: Receipt) -> str:
    """When it was sent, as a person reads it."""
    return one_line(f"{receipt.time[:19].replace('T', ' ')} UTC", limit=40)


def is_created(typed: str) -> bool | None:
    """What a person says became of it; None where it is neither word."""
    return {CREATED: True, NOT_CREATED: False, "not-created": False}.get(typed.strip().casefold())
