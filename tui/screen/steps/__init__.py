"""One file per step of the wizard, named as the person sees it. This list is the order of the steps.

A step is named here and loaded when it is needed: the first screen starts without the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from tui.campaign.modes import Section

if TYPE_CHECKING:
    from tui.screen.steps.step import Step
    from tui.workflow.session import Session


class StepEntry(NamedTuple):
    """A step before it is loaded: its title, its name on the rail, and where it lives."""

    title: str
    short: str
    module: str
    name: str
    part: Section | None = None

    def make(self, session: "Session") -> "Step":
        """Load the step and make it."""
        step: Step = getattr(import_module(f"tui.screen.steps.{self.module}"), self.name)(session)
        return step


STEPS = (
    StepEntry("Connection", "Connection", "connection", "ConnectionStep"),
    StepEntry("Basics", "Basics", "basics", "BasicsStep", Section.BASICS),
    StepEntry("Contact lists", "Lists", "lists", "ListsStep", Section.LISTS),
    StepEntry("Dialing strategy", "Strategy", "strategy", "StrategyStep", Section.STRATEGY),
    StepEntry("Calling hours", "Hours", "hours", "HoursStep", Section.HOURS),
    StepEntry("Review", "Review", "review", "ReviewStep"),
    StepEntry("Submit", "Submit", "submit", "SubmitStep"),
)
"""The steps in order."""


def number(title: str) -> int:
    """The place of the step called ``title``."""
    return next(at for at, entry in enumerate(STEPS) if entry.title == title)
