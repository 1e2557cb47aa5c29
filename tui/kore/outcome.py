"""What the outcome of a create can be, and the exit code each stands for. Imports nothing heavy."""

from dataclasses import dataclass
from enum import StrEnum

from tui.campaign.problems import Problem

TIMEOUT = 60.0
"""Seconds that a whole exchange may take; the network library has no such limit of its own."""


class Verdict(StrEnum):
    """The outcomes of one create, as ``submit --json`` names them."""

    ACCEPTED = "accepted"
    INVALID = "invalid"
    CANCELLED = "cancelled"
    UNAUTHORISED = "unauthorised"
    REFUSED = "refused"
    RATE_LIMITED = "rate-limited"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    INTERRUPTED = "interrupted"
    USAGE = "usage"
    INTERNAL = "internal-failure"


class Cause(StrEnum):
    """What a 401 can be about."""

    SECRET = "secret"  # noqa: S105  no password
    SCOPE = "scope"
    APP = "app"
    CLOCK = "clock"
    REPLAY = "replay"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The exit code of a verdict, and when it is given."""

    exit_code: int
    when: str


MEANINGS: dict[Verdict, Meaning] = {
    Verdict.ACCEPTED: Meaning(0, "the platform said success, with a campaign id or without"),
    Verdict.INTERNAL: Meaning(1, "this program failed"),
    Verdict.INVALID: Meaning(2, "the campaign has errors; nothing was sent"),
    Verdict.CANCELLED: Meaning(2, "a person said no; nothing was sent"),
    Verdict.USAGE: Meaning(2, "the command line is wrong; nothing was sent"),
    Verdict.UNAUTHORISED: Meaning(3, "the platform said 401, or credentials are missing"),
    Verdict.REFUSED: Meaning(4, "the platform, or a proxy, refused it (any other 4xx but 408)"),
    Verdict.RATE_LIMITED: Meaning(4, "too many requests in this minute (429)"),
    Verdict.UNREACHABLE: Meaning(5, "no request was sent: safe to try again"),
    Verdict.UNKNOWN: Meaning(6, "sent, and it is not known whether it arrived: look before sending again"),
    Verdict.INTERRUPTED: Meaning(130, "Ctrl+C before anything was sent"),
}
"""Every verdict with its exit code: the one table that ``--help``, README's test and the program read."""


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
