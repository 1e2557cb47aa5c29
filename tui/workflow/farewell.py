"""What is said once the wizard is gone: what it created, and where the receipt of each create is."""

from typing import TYPE_CHECKING

from tui.base.text import one_line
from tui.kore.verdicts import Verdict
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.kore.outcome import Outcome
    from tui.storage.receipts import Receipt
    from tui.workflow.submission import Submission

_NAME_LIMIT = 60


def farewell(session: Session) -> list[str]:
    """A sentence or two for each create of this run that made a campaign or may have, in order."""
    return [said for sending in session.submissions.all for said in _of(sending, session)]


def _of(sending: "Submission", session: Session) -> list[str]:
    outcome = sending.outcome or sending.unheard()
    if outcome.verdict is Verdict.ACCEPTED:
        return [_created(sending, outcome)]
    if outcome.verdict is not Verdict.UNKNOWN:
        return []
    said = [f"kore-campaign: UNKNOWN: {outcome.message}{_kept(sending.receipt)}"]
    doubted = sending.in_doubt
    if doubted is not None and doubted.may_exist and not session.submissions.is_settled(doubted):
        settled = f"kore-campaign receipts resolve {doubted.id} --created, or --not-created"
        said.append(f"Until it is settled, the same is not sent again: {settled}.")
    return said


def _created(sending: "Submission", outcome: "Outcome") -> str:
    name = one_line(str(sending.document.get("name", "")), limit=_NAME_LIMIT)
    place = "in practice" if sending.practice else f"on {sending.connection.host.address}"
    known = f", {outcome.campaign_id}" if outcome.campaign_id else ""
    kept = _kept(sending.receipt) or " No receipt of it could be written."
    return f"Created {place}: “{name}”{known}.{kept}"


def _kept(receipt: "Receipt | None") -> str:
    """Where a receipt is, as a sentence after another one; or nothing where there is none."""
    if receipt is None:
        return ""
    try:
        return f" Receipt: {receipt.path}"
    except OSError:
        return f" Receipt: {receipt.id}"
