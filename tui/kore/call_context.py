"""One call of the platform: signed, sent once, and what came back with the secrets taken out of it."""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Protocol

from tui.base import trace
from tui.kore import addresses
from tui.kore.addresses import Address
from tui.kore.causes import Cause
from tui.kore.client import send
from tui.kore.connection import Connection
from tui.kore.exchange import BODY_LIMIT, Exchange, Timeouts
from tui.kore.progress import Moment, Progress
from tui.kore.token import mint

_LEFT_TO_PEOPLE = 4
"""Reads at once that are left to those who wait for them."""
_NO_TURN = (
    "It did not come to its turn: this program reads an account at most {} times a minute, from all its sessions "
    "together."
)


def _never() -> bool:
    return False


class ReadBudget(Protocol):
    """How many reads of an account are left. ``key`` is the account's; ``A_MINUTE`` is how many there are a minute."""

    A_MINUTE: int

    def wait(
        self, key: str, *, spare: int, cancelled: Callable[[], bool], tell: Callable[[float], object]
    ) -> bool:
        """Wait for a read beyond ``spare`` and count it; False where it never came to it.

        ``tell`` hears how many seconds there are to wait, ``cancelled`` ends that.
        """

    def spend(self, key: str) -> None:
        """Count a request that waits for nobody."""


class Turn(Enum):
    """When a read may go, of the account's budget of reads."""

    WAITED_FOR = "waited for"
    BEHIND = "behind"
    """Nobody waits for it: some are left to those who do."""
    AT_ONCE = "at once"
    """A create waits for it: what comes after it waits the longer."""


@dataclass(frozen=True, slots=True)
class CallContext:
    """How a call is made: the budget it counts in, its time-outs, who hears of its phases, whether it was given up.

    ``turn`` is for reads alone.
    """

    budget: ReadBudget
    timeouts: Timeouts = Timeouts()  # noqa: RUF009  frozen
    course: Progress = field(default_factory=Progress)
    cancelled: Callable[[], bool] = _never
    turn: Turn = Turn.WAITED_FOR


def ask(
    connection: Connection,
    method: str,
    address: Address,
    document: Mapping[str, Any] | None = None,
    *,
    context: CallContext,
    campaign_id: str = "",
    limit: int = BODY_LIMIT,
) -> Exchange:
    """Make one call that changes nothing, in its turn: the account's other users need its limit too.

    ``limit`` is how many bytes of the answer's body are read. Raises as :func:`call`.
    """
    if not _in_turn(connection, context):
        return Exchange(cancelled=True, error=_NO_TURN.format(context.budget.A_MINUTE), cause=Cause.RATE)
    return call(connection, method, address, document, context=context, campaign_id=campaign_id, limit=limit)


def spend(connection: Connection, context: CallContext) -> None:
    """Count a request that waits for nobody's turn; no fault of the counting keeps it from leaving."""
    with contextlib.suppress(Exception):
        context.budget.spend(_bucket(connection))


def _in_turn(connection: Connection, context: CallContext) -> bool:
    if context.turn is Turn.AT_ONCE:
        spend(connection, context)
        return True
    spare = _LEFT_TO_PEOPLE if context.turn is Turn.BEHIND else 0
    return context.budget.wait(
        _bucket(connection),
        spare=spare,
        cancelled=context.cancelled,
        tell=lambda seconds: context.course.tell(Moment.TURN, f"some {max(seconds, 1):.0f} s"),
    )


def _bucket(connection: Connection) -> str:
    """The account's bucket, however its host is spelled."""
    return f"{connection.host.site} {connection.account_id}"


def call(
    connection: Connection,
    method: str,
    address: Address,
    document: Mapping[str, Any] | None = None,
    *,
    context: CallContext,
    on_stopped: Callable[[Exchange], None] | None = None,
    campaign_id: str = "",
    limit: int = BODY_LIMIT,
) -> Exchange:
    """Make one call with a token of its own; never raises for what a network can do.

    ``document`` is the JSON body, None for a call without one. ``on_stopped`` and ``limit`` are those of
    :func:`tui.kore.client.send`. The token and the client secret are replaced wherever the answer echoes them.

    Raises:
        TokenError: the client secret can't sign.
        ValueError: ``document`` holds a number that JSON does not have.
    """
    token = mint(connection, datetime.now(UTC)).get_secret_value()
    trace.note(f"{method} {address.path}, {connection.api} of the API, at {connection.host.address}.")
    context.course.tell(Moment.TOKEN)

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
        timeouts=context.timeouts,
        course=context.course,
        cancelled=context.cancelled,
        on_stopped=stopped if on_stopped else None,
        limit=limit,
    )
    return hidden(found)
