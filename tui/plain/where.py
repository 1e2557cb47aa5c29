"""How far one is, and which names exist: what ``where``, ``list`` and ``find`` answer at a question."""

from collections.abc import Iterator

from tui.campaign.fields import Mode, Section
from tui.campaign.kinds.choice import numbering
from tui.plain.questions import CONNECTION, Question, questions
from tui.plain.words import FIND_WORD, LIST_WORD
from tui.workflow.choices import Choice, matching, note_of, shown_name
from tui.workflow.session import Session

_MOST = 40
"""Names that are listed at once."""
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
    if question.offered.choices:
        yield from _listed(question, question.offered.choices)
        return
    offered = question.choices or question.offers()
    yield from numbering(offered)
    if not offered:
        yield f"There is nothing to list here. {question.about}"


def found(question: Question, wanted: str) -> Iterator[str]:
    """The names that are offered for ``question`` and fit ``wanted``, each with the number it is answered by."""
    if not wanted:
        yield f"{FIND_WORD} and a word looks among {len(question.offered.choices):,} names."
        return
    fitting = matching(question.offered.choices, wanted)
    yield from _listed(question, fitting)
    if not fitting:
        yield f"Nothing of {len(question.offered.choices):,} fits {shown_name(wanted)}."


def _listed(question: Question, choices: tuple[Choice, ...]) -> Iterator[str]:
    """``choices``, some of those of ``question``, one a line; of many the first, and how many more."""
    numbers = {id(choice): number for number, choice in enumerate(question.offered.choices, 1)}
    for choice in choices[:_MOST]:
        said = ", ".join(filter(None, (*choice.facts, note_of(choice))))
        yield f"{numbers[id(choice)]}. {shown_name(choice.name)}{f': {said}' if said else ''}"
    if len(choices) > _MOST:
        yield f"And {len(choices) - _MOST:,} more: {FIND_WORD} and a word looks among them."
    if state := question.offered.state(question.title, LIST_WORD):
        yield state
