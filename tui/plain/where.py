"""How far one is, and which names exist: what ``where`` and ``list`` answer at any question."""

from collections.abc import Iterator

from tui.base.text import plural
from tui.campaign import zone_names, zones
from tui.campaign.fields import MODE, ZONE, Section
from tui.campaign.kinds.choice import numbering
from tui.plain.questions import CONNECTION, Question

WHERE, LIST = "where", "list"
STEPS = (CONNECTION, *Section, "Review", "Submit")


def place(step: str) -> str:
    """Which of the steps ``step`` is."""
    return f"Step {STEPS.index(step) + 1} of {len(STEPS)}: {step}."


def progress(asked: list[Question], at: int) -> Iterator[str]:
    """Which of the questions ``asked`` the one ``at`` is, and which before it are still wrong.

    How many there are is not known before the dialing mode is.
    """
    here = [number for number, each in enumerate(asked) if not each.fixed]
    most = "at least " if any(each.key == MODE.key and not each.held for each in asked) else ""
    yield f"{place(asked[at].part)} Question {here.index(at) + 1} of {most}{len(here)}: {asked[at].title}."
    wrong = [each.title for each in asked[:at] if any(problem.is_error for problem in each.problems())]
    if wrong:
        yield f"Still wrong before it: {', '.join(wrong)}."


def names(question: Question) -> Iterator[str]:
    """The choices of ``question``, or the names that exist for it, one a line; or that there are none to list."""
    is_zone = question.key == ZONE.key
    offered = question.choices or question.known or (zones.choices(question.held) if is_zone else ())
    yield from numbering(offered)
    if not offered and is_zone:
        count = plural(len(zone_names.names()), "time zone")
        yield f"There are {count}: type a city, a state or a country, and those that fit are numbered."
    elif not offered:
        yield "There is nothing to list here; ? explains."
