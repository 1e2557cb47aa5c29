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
    """A step before it is loaded: its title, its name on the rail, what it is for, and where it lives."""

    title: str
    short: str
    says: str
    module: str
    name: str
    part: Section | None = None

    def make(self, session: "Session") -> "Step":
        """Load the step and make it."""
        step: Step = getattr(import_module(f"tui.screen.steps.{self.module}"), self.name)(session)
        return step


STEPS = (
    StepEntry("Connection", "Connection", "Where the campaign goes", "connection", "ConnectionStep"),
    StepEntry(
        "Basics", "Basics", "What it is called, and how it dials", "basics", "BasicsStep", Section.BASICS
    ),
    StepEntry("Contact lists", "Lists", "Who is called", "lists", "ListsStep", Section.LISTS),
    StepEntry(
        "Dialing strategy",
        "Strategy",
        "Who is called by whom, and how often",
        "strategy",
        "StrategyStep",
        Section.STRATEGY,
    ),
    StepEntry("Calling hours", "Hours", "When people may be called", "hours", "HoursStep", Section.HOURS),
    StepEntry("Review", "Review", "All of it, before it is sent", "review", "ReviewStep"),
    StepEntry("Submit", "Submit", "It is created once, and nobody is called yet", "submit", "SubmitStep"),
)
"""The steps in order."""


def number(title: str) -> int:
    """The place of the step called ``title``."""
    return next(at for at, entry in enumerate(STEPS) if entry.title == title)
