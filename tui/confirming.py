"""What must still be typed before a create, as one run stands: the screen and the plain mode ask it here."""

from collections.abc import Collection

from tui.campaign.hours import nights
from tui.guards import Danger, Guard, guards
from tui.session import Session
from tui.text import plural


def unmet(session: Session, met: Collection[Danger] = ()) -> tuple[Guard, ...]:
    """What is still to be typed before the campaign may be sent; ``met`` was typed for this very create."""
    week = session.draft.week
    before = session.sent_before(session.document())
    last = session.sendings[-1].made if session.sendings else None
    found = guards(
        week,
        session.active_connection(),
        before=before.verdict if before else None,
        unnoted=last.unnoted if last else "",
    )
    allowed = {Danger.NIGHT} if session.night_allowed == nights(week) else set()
    return tuple(guard for guard in found if guard.key not in allowed and guard.key not in met)


def remember(session: Session, guard: Guard) -> None:
    """Its word was typed: the same night hours are not asked about again in this run, all else is."""
    if guard.key is Danger.NIGHT:
        session.night_allowed = nights(session.draft.week)


def why(session: Session, guard: Guard) -> str:
    """Why a guard stands there; beside sending again also what came of it, and how the list was read since."""
    if guard.key is not Danger.AGAIN:
        return guard.why
    document = session.document()
    before = session.sent_before(document)
    if before is not None and before.campaign_id:
        return f"{guard.why} It is {before.campaign_id}."
    looks = [look for sending in session.sendings if sending.document == document for look in sending.looks]
    if not looks:
        return f"{guard.why} The platform's list was not read since."
    return f"{guard.why} The list was read {plural(len(looks), 'time')} since. {looks[-1].sentence}"
