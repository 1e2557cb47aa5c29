"""What must still be typed before a create, as one run stands: the screen and the plain mode ask it here."""

from collections.abc import Collection

from tui.base.text import plural
from tui.campaign.hours import nights
from tui.workflow.confirmations import Confirmation, Reason, confirmations
from tui.workflow.session import Session


def pending(session: Session, met: Collection[Reason] = ()) -> tuple[Confirmation, ...]:
    """What is still to be typed before the campaign may be sent; ``met`` was typed for this very create."""
    week = session.draft.week
    before = session.sent_before(session.document())
    last = session.submissions.all[-1].result if session.submissions.all else None
    found = confirmations(
        week,
        session.access.active_connection(),
        before=before.verdict if before else None,
        unnoted=last.unnoted if last else "",
    )
    allowed = {Reason.NIGHT} if session.campaign.night_allowed == nights(week) else set()
    return tuple(
        confirmation
        for confirmation in found
        if confirmation.key not in allowed and confirmation.key not in met
    )


def remember(session: Session, confirmation: Confirmation) -> None:
    """Its word was typed: the same night hours are not asked about again in this run, all else is."""
    if confirmation.key is Reason.NIGHT:
        session.campaign.night_allowed = nights(session.draft.week)


def why(session: Session, confirmation: Confirmation) -> str:
    """Why it must be typed; beside sending again also what came of it, and how the list was read since."""
    if confirmation.key is not Reason.AGAIN:
        return confirmation.why
    document = session.document()
    before = session.sent_before(document)
    if before is not None and before.campaign_id:
        return f"{confirmation.why} It is {before.campaign_id}."
    looks = [look for each in session.submissions.all if each.document == document for look in each.looks]
    if not looks:
        return f"{confirmation.why} The platform's list was not read since."
    return f"{confirmation.why} The list was read {plural(len(looks), 'time')} since. {looks[-1].sentence}"
