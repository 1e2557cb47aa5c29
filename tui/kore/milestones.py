"""The course of a create as one short line: what was reached, each with its time."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.kore.progress import Moment, Phase

_TITLES = {
    Moment.LOOKED: "name check",
    Moment.NOTED: "noted",
    Moment.TURN: "waiting its turn",
    Moment.TOKEN: "token",
    Moment.CONNECTING: "connecting",
    Moment.CONNECTED: "connected",
    Moment.SECURED: "{detail}",
    Moment.SENT: "sent {detail}",
    Moment.WAITING: "waiting",
    Moment.FIRST_BYTE: "answer",
}
"""What has no title is told in the timeline alone."""
_UNTIL = {
    Moment.TURN: Moment.TOKEN,
    Moment.CONNECTING: Moment.CONNECTED,
    Moment.WAITING: Moment.FIRST_BYTE,
}
"""What one waits for at a moment; the moment is left out once that came."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """What was reached after ``seconds``, or is waited for since then; ``title`` is inert."""

    title: str
    seconds: float
    is_reached: bool

    @property
    def words(self) -> str:
        """The title and the time, to a hundredth of a second: ``sent 782 B .05``."""
        return f"{self.title} {f'{self.seconds:.2f}'.removeprefix('0')}"


def milestones(phases: Sequence[Phase]) -> tuple[Milestone, ...]:
    """What was reached so far, in order; at the end, where that is so, what is waited for."""
    there = {phase.name for phase in phases}
    return tuple(
        Milestone(_TITLES[phase.name].format(detail=_detail(phase)), phase.seconds, phase.name not in _UNTIL)
        for phase in phases
        if phase.name in _TITLES and _UNTIL.get(phase.name) not in there
    )


def _detail(phase: Phase) -> str:
    """Bytes as ``782 B``; of how a line is secured the version alone: ``TLS 1.3``."""
    if phase.name is Moment.SENT:
        return f"{phase.detail.partition(' ')[0]} B"
    return phase.detail.partition(",")[0].replace("TLSv", "TLS ")
