"""What the rail says of a step."""

from tui.campaign.problems import is_valid
from tui.screen.steps import StepEntry
from tui.workflow.session import Destination, Session


def sign(session: Session, entry: StepEntry, *, is_here: bool) -> str:
    """``+`` where a visited step has no errors, ``!`` where it has, a blank where nothing is known.

    Where one ``is_here``, only what was left once is called wrong.
    """
    if entry.title not in session.visited:
        return " "
    if entry.title == "Connection":
        return "+" if not session.connection_problems() else " " if is_here else "!"
    if entry.part is None:
        return " "
    own = list(session.draft.type.of_step(entry.part, session.draft.mode, session.api))
    if is_valid([each for field in own for each in session.draft.problems_of(field, session.api)]):
        return "+"
    return "!" if not is_here or any(field.key in session.touched for field in own) else " "


def place_words(session: Session) -> str:
    """Where campaigns go, and what is known of one that is on its way."""
    if session.place is Destination.NOWHERE:
        return "no connection yet"
    host = session.host or ("starting" if session.place is Destination.PRACTICE else "no host yet")
    app_id = session.connection.app_id if session.place is Destination.PLATFORM else ""
    return " · ".join(part for part in (session.sending_words(), host, app_id[:14], session.api) if part)
