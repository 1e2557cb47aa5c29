"""One call of the platform: signed, sent once, and what came back with the secrets taken out of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tui import trace
from tui.connection import Connection
from tui.kore import addresses
from tui.kore.addresses import Address
from tui.kore.client import send
from tui.kore.exchange import Exchange, Timeouts
from tui.kore.phases import Course, Moment
from tui.kore.token import mint


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Way:
    """How a call is made: its time-outs, who hears of its phases, and whether somebody gave it up."""

    timeouts: Timeouts = Timeouts()  # noqa: RUF009  frozen
    course: Course = field(default_factory=Course)
    cancelled: Callable[[], bool] = _never


def call(
    connection: Connection,
    method: str,
    address: Address,
    document: Mapping[str, Any] | None = None,
    *,
    way: Way | None = None,
    on_stopped: Callable[[Exchange], None] | None = None,
    campaign_id: str = "",
) -> Exchange:
    """Make one call with a token of its own; never raises for what a network can do.

    ``document`` is the JSON body, None for a call without one. ``on_stopped`` is that of
    :func:`tui.kore.client.send`. The token and the client secret are replaced wherever the answer echoes them.

    Raises:
        TokenError: the client secret can't sign.
        ValueError: ``document`` holds a number that JSON does not have.
    """
    way = way or Way()
    token = mint(connection, datetime.now(UTC)).get_secret_value()
    trace.note(f"{method} {address.path}, {connection.api} of the API, at {connection.host.address}.")
    way.course.tell(Moment.TOKEN)

    def hidden(exchange: Exchange) -> Exchange:
        """Without secrets; the client secret is held no longer than the connection holds it, which may be wiped."""
        return exchange.hiding(token, connection.client_secret.get_secret_value())

    def stopped(exchange: Exchange) -> None:
        if on_stopped:
            on_stopped(hidden(exchange))

    found = send(
        method,
        address.url(connection, campaign_id),
        addresses.headers(connection, token),
        b"" if document is None else addresses.body(document),
        timeouts=way.timeouts,
        course=way.course,
        cancelled=way.cancelled,
        on_stopped=stopped if on_stopped else None,
    )
    return hidden(found)
