"""What is known after a create was tried. Imports nothing heavy."""

from dataclasses import dataclass

from tui.campaign.problems import Problem
from tui.kore.causes import Cause
from tui.kore.verdicts import MEANINGS, Verdict

LOOK_FIRST = "The campaign may exist: look for it on the platform before sending it again."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known after one create was tried.

    ``http_status`` is None where nothing was answered; ``campaign_id`` and ``campaign_status`` are what the
    answer named, inert; ``message`` is one sentence or two for a person. ``answer`` is the body that came
    back as text, inert. ``causes`` are what a 401 can be about, the likeliest first; ``problems`` the fields
    that a refusal names, as JSON paths with its words; ``wait`` the seconds that a rate limit asks for.
    """

    verdict: Verdict
    message: str
    http_status: int | None = None
    campaign_id: str | None = None
    campaign_status: str | None = None
    answer: str = ""
    causes: tuple[Cause, ...] = ()
    problems: tuple[Problem, ...] = ()
    wait: float | None = None

    @property
    def exit_code(self) -> int:
        """The exit code that stands for this outcome."""
        return MEANINGS[self.verdict].exit_code
