"""How far one is, and which names exist: what ``where`` and ``list`` answer at any question."""

from collections.abc import Iterator

from tui.campaign.fields import Mode, Section
from tui.campaign.kinds.choice import numbering
from tui.plain.questions import CONNECTION, questions
from tui.workflow.session import Session

WHERE_WORD, LIST_WORD = "where", "list"
STEP_TITLES = (CONNECTION, *Section, "Review", "Submit")


def place(step: str) -> str:
    """Which of the steps ``step`` is."""
    return f"Step {STEP_TITLES.index(step) + 1} of {len(STEP_TITLES)}: {step}."


def progress(session: Session, at: int) -> Iterator[str]:
    """Which of the questions of ``session`` the one ``at`` is, and which before it are still wrong.

    How many there are is not known before the dialing mode is.
    """
    asked = questions(session)
    here = [number for number, each in enumerate(asked) if not each.fixed]
    most = "" if session.draft.mode in set(Mode) else "at least "
    yield f"{place(asked[at].part)} Question {here.index(at) + 1} of {most}{len(here)}: {asked[at].title}."
    wrong = [each.title for each in asked[:at] if any(problem.is_error for problem in each.problems())]
    if wrong:
        yield f"Still wrong before it: {', '.join(wrong)}."


def names(session: Session, at: int) -> Iterator[str]:
    """The choices of the question ``at``, or the names that exist for it, one a line; or that there are none."""
    question = questions(session)[at]
    offered = question.choices or question.known or question.offers()
    yield from numbering(offered)
    if not offered:
        yield f"There is nothing to list here. {question.about}"
