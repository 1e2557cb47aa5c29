"""What the rail and the title's rule say of a step."""

from collections.abc import Iterable

from tui.campaign.problems import Problem
from tui.screen.steps import StepEntry
from tui.workflow.access import Destination
from tui.workflow.session import Session


def sign(session: Session, entry: StepEntry, *, is_here: bool) -> str:
    """``+`` where a visited step is done, ``!`` where something stops it, ``~`` where something is worth a look.

    A blank where nothing is known. Where one ``is_here``, only what was left once is called wrong.
    """
    if entry.title not in session.campaign.visited:
        return " "
    if entry.title == "Connection":
        return "+" if not session.access.problems() else " " if is_here else "!"
    if entry.part is None:
        return " "
    own = list(session.draft.type.of_step(entry.part, session.draft.mode, session.api))
    found = mark([problem for field in own for problem in session.problems_of(field)])
    if found != "!":
        return found
    return "!" if not is_here or any(field.key in session.campaign.touched for field in own) else " "


def mark(problems: Iterable[Problem]) -> str:
    """``!`` where one of the ``problems`` stops it, ``~`` where one is worth a look, ``+`` where there is none."""
    return min((problem.mark for problem in problems), default="+")


def left_words(session: Session, entry: StepEntry) -> str:
    """How much is left to do in a step, or to look at; nothing where all is done."""
    if entry.part is None:
        return ""
    own = session.draft.type.of_step(entry.part, session.draft.mode, session.api)
    marks = [mark(session.problems_of(field)) for field in own]
    if "!" in marks:
        return f"{marks.count('!')} left to do"
    return f"{marks.count('~')} to look at" if "~" in marks else ""


def place_words(session: Session) -> str:
    """Where campaigns go, and what is known of one that is on its way."""
    if session.place is Destination.NOWHERE:
        return "no connection yet"
    host = session.access.host or ("starting" if session.place is Destination.PRACTICE else "no host yet")
    app_id = session.connection.app_id if session.place is Destination.PLATFORM else ""
    return " · ".join(
        part for part in (session.submissions.sending_words(), host, app_id[:14], session.api) if part
    )
