"""The causes of a 401: which part of the credentials the platform did not accept."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from tui.kore.causes import Cause
from tui.kore.exchange import Exchange

TOLERANCE = timedelta(seconds=60)
"""How far two clocks may be apart before that is called the cause: tokens are good for minutes."""


@dataclass(frozen=True, slots=True)
class Denial:
    """The causes that fit, the likeliest first (none where nothing is known), and what to do, in a sentence."""

    causes: tuple[Cause, ...]
    advice: str


def denial(text: str, exchange: Exchange) -> Denial:
    """Tell by the answer's ``text``, and by the server's clock beside ours, what the platform refused.

    The texts are those of neighbouring APIs of the same platform (from the vendor's own tests, and documented).
    """
    said = text.casefold()
    if "scope" in said:
        return _advised(Cause.SCOPE)
    if "replay" in said:
        return _advised(Cause.REPLAY)
    ahead = skew(exchange)
    off = ahead is not None and abs(ahead) > TOLERANCE
    if off or "exp" in said.split() or '"exp"' in said or "expired" in said:
        return Denial((Cause.CLOCK,), clock_advice(ahead) if off else _ADVICE[Cause.CLOCK])
    if "signature" in said or "invalid jwt" in said:
        return _advised(Cause.SECRET)
    if "credentials" in said:
        return Denial((Cause.SECRET, Cause.APP), _CREDENTIALS)
    return Denial((), "")


def skew(exchange: Exchange) -> timedelta | None:
    """How far the clock of this machine was ahead of the server's ``Date``; None where it says none."""
    date = server_time(exchange)
    if date is None or exchange.answered is None:
        return None
    return datetime.fromtimestamp(exchange.answered, UTC) - date


def server_time(exchange: Exchange) -> datetime | None:
    """The server's clock when it answered, to the second; None where it says none that can be read."""
    return http_date(exchange.header("Date"))


def http_date(text: str) -> datetime | None:
    """The time that a header names, aware of its time zone; None where ``text`` is no date."""
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def clock_advice(ahead: timedelta | None) -> str:
    """The sentence about a clock that is ``ahead`` (or behind, where negative) of the platform's."""
    if ahead is None:
        return _ADVICE[Cause.CLOCK]
    minutes = abs(ahead).total_seconds() / 60
    way = "ahead of" if ahead > timedelta(0) else "behind"
    return f"This machine's clock is {minutes:,.0f} min {way} the platform's: set it right."


def _advised(cause: Cause) -> Denial:
    return Denial((cause,), _ADVICE[cause])


_CREDENTIALS = "Check the client ID and secret, and that the app ID is that of the same app."
_ADVICE = {
    Cause.SECRET: "The token is not one of this app: copy the client secret again.",
    Cause.SCOPE: "The app lacks the scope Campaign Management: tick it under API Scope, then publish.",
    Cause.APP: "The app ID is not that of an app the client ID belongs to.",
    Cause.CLOCK: "The token's times were refused: check this machine's clock.",
    Cause.REPLAY: "The platform saw this token before; each request has one of its own, so try again.",
}
