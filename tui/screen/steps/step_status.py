"""What the rail says of a step."""

from tui.screen.steps import StepEntry
from tui.workflow.access import Destination
from tui.workflow.session import Session


def sign(session: Session, entry: StepEntry, *, is_here: bool) -> str:
    """``+`` where a visited step is done, ``~`` where it deserves a look, ``!`` where something stops it, else a blank.

    Where one ``is_here``, only what was left once is called wrong.
    """
    if entry.title not in session.campaign.visited:
        return " "
    if entry.title == "Connection":
        return "+" if not session.access.problems() else " " if is_here else "!"
    if entry.part is None:
        return " "
    own = list(session.draft.type.of_step(entry.part, session.draft.mode, session.api))
    marks = {problem.mark for field in own for problem in session.problems_of(field)}
    if "!" not in marks:
        return "~" if marks else "+"
    return "!" if not is_here or any(field.key in session.campaign.touched for field in own) else " "


def place_words(session: Session) -> str:
    """Where campaigns go, and what is known of one that is on its way."""
    if session.place is Destination.NOWHERE:
        return "no connection yet"
    host = session.access.host or ("starting" if session.place is Destination.PRACTICE else "no host yet")
    app_id = session.connection.app_id if session.place is Destination.PLATFORM else ""
    return " · ".join(
        part for part in (session.submissions.sending_words(), host, app_id[:14], session.api) if part
    )
