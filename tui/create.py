"""One create, from check to outcome: the screen, ``submit`` and the plain mode all call it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from tui.campaign.reading import read
from tui.connection import Connection
from tui.kore import addresses
from tui.kore.client import send
from tui.kore.exchange import Timeouts
from tui.kore.judge import LOOK_FIRST, judge
from tui.kore.outcome import Outcome, Verdict
from tui.kore.token import TokenError, mint


def create(
    document: Mapping[str, Any],
    connection: Connection,
    *,
    timeout: float = Timeouts().total,
    on_phase: Callable[[str], None] = lambda sentence: None,  # noqa: ARG005
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Create the campaign of ``document``: exactly its JSON values, sent at most once.

    A document with errors is refused and not sent. ``timeout`` is in seconds, for the whole exchange.
    ``on_phase`` hears a sentence for each thing that happens, from a thread of its own. ``cancelled`` is
    asked several times a second: before the request leaves, nothing is sent; after that the outcome is
    unknown at once, unless the answer is already there.
    """
    found = read(document, connection.api)
    if not found.is_valid:
        first = next(problem for problem in found.problems if problem.is_error)
        return Outcome(Verdict.INVALID, f"Nothing was sent. {first.field}: {first.message}")
    try:
        token = mint(connection, datetime.now(UTC)).get_secret_value()
    except TokenError as unusable:
        return Outcome(Verdict.UNAUTHORISED, f"{unusable} Nothing was sent.")
    on_phase("Token made, for this request alone.")
    try:
        exchange = send(
            addresses.create_url(connection),
            addresses.headers(connection, token),
            addresses.body(document),
            timeouts=Timeouts.within(timeout),
            on_phase=on_phase,
            cancelled=cancelled,
        )
        return judge(exchange.hiding(token, connection.client_secret.get_secret_value()))
    except Exception as failed:  # a fault of this program's own must not look as if nothing had been sent
        return Outcome(Verdict.UNKNOWN, f"{LOOK_FIRST} Its sending failed: {type(failed).__name__}.")
