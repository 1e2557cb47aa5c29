"""How a create can end, and the exit code each end stands for. Loaded for --help: imports nothing heavy."""

from enum import StrEnum
from typing import NamedTuple

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
    EXISTS = "exists"
    INTERRUPTED = "interrupted"
    USAGE = "usage"
    INTERNAL = "internal-failure"


class VerdictMeaning(NamedTuple):
    """The exit code of a verdict, and when it is given."""

    exit_code: int
    when: str


MEANINGS: dict[Verdict, VerdictMeaning] = {
    Verdict.ACCEPTED: VerdictMeaning(0, "the platform said success, with a campaign id or without"),
    Verdict.INTERNAL: VerdictMeaning(1, "this program failed"),
    Verdict.INVALID: VerdictMeaning(2, "the campaign has errors; nothing was sent"),
    Verdict.CANCELLED: VerdictMeaning(2, "a person said no; nothing was sent"),
    Verdict.USAGE: VerdictMeaning(2, "the command line is wrong; nothing was sent"),
    Verdict.UNAUTHORISED: VerdictMeaning(3, "the platform said 401, or credentials are missing"),
    Verdict.REFUSED: VerdictMeaning(4, "the platform, or a proxy, refused it (any other 4xx but 408)"),
    Verdict.RATE_LIMITED: VerdictMeaning(4, "too many requests in this minute (429)"),
    Verdict.UNREACHABLE: VerdictMeaning(5, "no request was sent: safe to try again"),
    Verdict.UNKNOWN: VerdictMeaning(
        6, "sent, now or before, and it is not known whether it arrived: look before sending again"
    ),
    Verdict.EXISTS: VerdictMeaning(7, "the same content was accepted there before; nothing was sent"),
    Verdict.INTERRUPTED: VerdictMeaning(130, "Ctrl+C before anything was sent"),
}
"""Every verdict with its exit code: the one table that ``--help``, README's test and the program read."""
