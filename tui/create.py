"""One create, from check to outcome: the screen, ``submit`` and the plain mode all call it."""

from collections.abc import Mapping
from typing import Any

from tui.campaign.reading import read
from tui.connection import Connection
from tui.kore import addresses
from tui.kore.call import Way, call
from tui.kore.judge import LOOK_FIRST, judge
from tui.kore.outcome import Outcome, Verdict
from tui.kore.phases import Moment
from tui.kore.token import TokenError


def create(document: Mapping[str, Any], connection: Connection, way: Way | None = None) -> Outcome:
    """Create the campaign of ``document``: exactly its JSON values, sent at most once.

    A document with errors is refused and not sent. ``way.cancelled`` is asked several times a second: before
    the request leaves, nothing is sent; after that the outcome is unknown at once, unless the answer is
    already there.
    """
    found = read(document, connection.api)
    if not found.is_valid:
        first = next(problem for problem in found.problems if problem.is_error)
        return Outcome(Verdict.INVALID, f"Nothing was sent. {first.field}: {first.message}")
    way = way or Way()
    try:
        exchange = call(connection, "POST", addresses.CREATE[connection.api], document, way=way)
        outcome = judge(exchange)
    except TokenError as unusable:
        return Outcome(Verdict.UNAUTHORISED, f"{unusable} Nothing was sent.")
    except Exception as failed:  # a fault of this program's own must not look as if nothing had been sent
        return Outcome(Verdict.UNKNOWN, f"{LOOK_FIRST} Its sending failed: {type(failed).__name__}.")
    if exchange.started:
        way.course.tell(Moment.UNDERSTOOD, outcome.verdict)
    return outcome
