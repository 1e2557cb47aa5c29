"""Testing a connection: one harmless read, and what came of it told as what to put right."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from pydantic import SecretStr

from tui.base import trace
from tui.base.text import one_line, plural
from tui.kore import addresses, answer, lenient_json
from tui.kore.auth_errors import denial
from tui.kore.call_context import CallContext, ask
from tui.kore.connection import Connection
from tui.kore.exchange import Exchange, Fault, Timeouts
from tui.kore.outcome import Cause
from tui.kore.reads import Failure, contact_lists


class Kind(StrEnum):
    """What a test can find."""

    CONNECTED = "connected"
    NAME = "name not found"
    UNREACHABLE = "not reachable"
    SLOW = "no answer in time"
    CERTIFICATE = "certificate"
    TLS = "no TLS"
    PROXY = "proxy"
    SETTINGS = "settings"
    APP = "wrong app"
    SECRET = "wrong secret"  # noqa: S105  no password
    CREDENTIALS = "wrong app or secret"
    TOKEN = "token can't be used"  # noqa: S105  no password
    REPLAY = "token used before"
    SCOPE = "scope missing"
    CLOCK = "clock"
    RATE = "too many requests"
    NOT_KORE = "not Kore.ai"
    ADDRESS = "unknown address"
    REFUSED = "refused"
    FAILING = "platform fails"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a test found: ``found`` in a sentence, and in another what to do about it, or nothing. Both inert."""

    kind: Kind
    found: str
    advice: str = ""

    @property
    def is_connected(self) -> bool:
        """Whether the platform answered as it should."""
        return self.kind is Kind.CONNECTED

    @property
    def sentence(self) -> str:
        """All of it."""
        return f"{self.found} {self.advice}".rstrip()


TEST_SECONDS = 5.0
"""Seconds that a test may take in all."""
_NO_TOKEN = "no-token"  # noqa: S105  no password
_NO_APP = "st-00000000-0000-0000-0000-000000000000"
_GATEWAYS = {502, 503, 504}
_FAULTS = {
    Fault.NAME: Kind.NAME,
    Fault.REFUSED: Kind.UNREACHABLE,
    Fault.SLOW: Kind.SLOW,
    Fault.CERTIFICATE: Kind.CERTIFICATE,
    Fault.TLS: Kind.TLS,
    Fault.PROXY: Kind.PROXY,
    Fault.SETTINGS: Kind.SETTINGS,
    Fault.PROTOCOL: Kind.NOT_KORE,
}
_CAUSES = {
    Cause.SECRET: Kind.SECRET,
    Cause.SCOPE: Kind.SCOPE,
    Cause.APP: Kind.APP,
    Cause.CLOCK: Kind.CLOCK,
    Cause.REPLAY: Kind.REPLAY,
}
_FOUND = {
    Kind.APP: "The platform does not know the app ID",
    Kind.SECRET: "The platform knows the app, and does not accept the token",
    Kind.CREDENTIALS: "The platform does not accept the app ID, the client ID or the secret",
    Kind.REPLAY: "The platform saw this token before",
    Kind.SCOPE: "Signed in, but without the right to campaigns",
    Kind.CLOCK: "The platform refused the token's times",
    Kind.RATE: "Too many requests of this account in a minute",
    Kind.NOT_KORE: "Something that is not Kore.ai answered",
    Kind.ADDRESS: "The host answers, but does not have this address",
    Kind.REFUSED: "The platform refused the request",
    Kind.FAILING: "The platform, or a gateway before it, fails at the moment",
}
_ADVICE = {
    Kind.NAME: "Check the host's spelling, and that this machine has a name server.",
    Kind.UNREACHABLE: "Check host and port; a firewall may be between, or a proxy be needed (HTTPS_PROXY).",
    Kind.SLOW: "The host may be behind a firewall, or a proxy be needed (HTTPS_PROXY).",
    Kind.CERTIFICATE: (
        "If that is your company's proxy, have its CA added to the system's trust store, or name its file in "
        "SSL_CERT_FILE. If not, somebody is in between: go no further."
    ),
    Kind.TLS: "What listens there does not speak https: check host and port.",
    Kind.PROXY: "Check HTTPS_PROXY and NO_PROXY, and whether the proxy wants a name and password.",
    Kind.APP: "Copy it again from App Settings > App Profile; it must be of the same host and account.",
    Kind.SECRET: (
        "Copy client ID and client secret again from the app's JWT app, and check that the algorithm is the "
        "app's (HS256 or HS512)."
    ),
    Kind.RATE: "Wait a minute, then test again: the limit is shared by everybody in the account.",
    Kind.NOT_KORE: "Check the host: a sign-in page, a company proxy or another site answers there.",
    Kind.ADDRESS: "Check the host and the API version.",
    Kind.REFUSED: "Check the account ID.",
    Kind.FAILING: "Try again later.",
}
"""What to do; for what a 401 says, :mod:`tui.kore.auth_errors` knows better."""


def examine(connection: Connection, *, way: CallContext | None = None) -> Diagnosis:
    """Read the contact lists of ``connection``, and say what that shows.

    Where the platform's refusal fits a wrong app and a wrong secret alike, up to two more reads tell them
    apart: they carry no token, and are refused. All of it takes :data:`LIMIT` seconds at most.
    """
    begun, asked = time.monotonic(), way or CallContext()
    limited = replace(
        asked,
        timeouts=Timeouts.within(TEST_SECONDS),
        cancelled=lambda: asked.cancelled() or time.monotonic() - begun >= TEST_SECONDS,
    )
    found = _examine(connection, limited)
    if found.kind is Kind.STOPPED and not asked.cancelled():
        found = Diagnosis(Kind.SLOW, f"No whole answer came within {TEST_SECONDS:g} s.", _ADVICE[Kind.SLOW])
    trace.note(f"Test of the connection: {found.kind}.")
    return found


def _examine(connection: Connection, way: CallContext) -> Diagnosis:
    found = contact_lists(connection, way=way)
    if not isinstance(found, Failure):
        return Diagnosis(Kind.CONNECTED, f"Connected: {plural(len(found), 'contact list')} can be read.")
    if found.exchange == Exchange():
        return Diagnosis(Kind.TOKEN, found.why)
    diagnosis = diagnose(found.exchange)
    if diagnosis.kind is Kind.CREDENTIALS:
        diagnosis = _told_apart(diagnosis, connection, way)
    return replace(diagnosis, advice=f"{diagnosis.advice} {_odd_ids(diagnosis, connection)}".strip())


def diagnose(exchange: Exchange) -> Diagnosis:
    """What one read of the platform shows, from what was sent and what came back."""
    if exchange.fault is Fault.BUDGET:
        return Diagnosis(Kind.RATE, exchange.error, _ADVICE[Kind.RATE])
    if exchange.cancelled:
        return Diagnosis(Kind.STOPPED, "Stopped.")
    if not exchange.started or exchange.status is None:
        kind = _FAULTS.get(exchange.fault, Kind.UNREACHABLE)
        return Diagnosis(kind, exchange.error or "No answer came.", _ADVICE.get(kind, ""))
    said = answer.read(exchange.body, complete=exchange.complete)
    body = lenient_json.parse(exchange.body)
    status, quoted = exchange.status, f" It says: {said.text}" if said.text else ""
    if not isinstance(body, Mapping):
        return _foreign(exchange, quoted)
    match status:
        case 401:
            return _denied(exchange, said.text)
        case 404 | 405:
            kind = Kind.ADDRESS
        case 429:
            kind = Kind.RATE
        case int() if 200 <= status < 300:
            if body.get("status") == answer.SUCCESS and exchange.complete:
                return Diagnosis(Kind.CONNECTED, "Connected.")
            kind, quoted = Kind.NOT_KORE, f" {exchange.error}".rstrip() + quoted
        case int() if status >= 500:
            kind = Kind.FAILING
        case _:
            kind = Kind.REFUSED
    return Diagnosis(kind, f"{_FOUND[kind]} (HTTP {status}).{quoted}", _ADVICE.get(kind, ""))


def _foreign(exchange: Exchange, quoted: str) -> Diagnosis:
    """An answer that is no JSON object: the platform gives none such."""
    status = exchange.status or 0
    if 300 <= status < 400:
        where = one_line(exchange.header("Location"), limit=100)
        return Diagnosis(
            Kind.NOT_KORE, f"The host sends one elsewhere (HTTP {status}): {where}.", _ADVICE[Kind.NOT_KORE]
        )
    kind = Kind.FAILING if status in _GATEWAYS else Kind.RATE if status == 429 else Kind.NOT_KORE
    return Diagnosis(kind, f"{_FOUND[kind]} (HTTP {status}).{quoted}", _ADVICE.get(kind, ""))


def _denied(exchange: Exchange, text: str) -> Diagnosis:
    why = denial(text, exchange)
    quoted = f" It says: {text}" if text else ""
    kind = _CAUSES[why.causes[0]] if len(why.causes) == 1 else Kind.CREDENTIALS
    return Diagnosis(kind, f"{_FOUND[kind]} (HTTP 401).{quoted}", why.advice)


def _told_apart(either: Diagnosis, connection: Connection, way: CallContext) -> Diagnosis:
    """Whether it is the app or the secret, from the order in which the platform looks at them.

    Something that is no token is refused as one where the app is known (from the vendor's own tests), and so
    it is for an app that can't exist where the platform looks at the token first: then nothing is known.
    """
    minds = _minds_the_app(connection, way)
    if minds:
        return Diagnosis(Kind.APP, _FOUND[Kind.APP] + ".", _ADVICE[Kind.APP])
    if minds is False and _minds_the_app(replace(connection, app_id=_NO_APP), way):
        return Diagnosis(Kind.SECRET, _FOUND[Kind.SECRET] + ".", _ADVICE[Kind.SECRET])
    return either


def _minds_the_app(connection: Connection, way: CallContext) -> bool | None:
    """Whether something that is no token is refused for another reason than being none; None if nobody says."""
    bare = replace(connection, ready_token=SecretStr(_NO_TOKEN))
    exchange = ask(bare, "POST", addresses.CONTACT_LISTS[connection.api], {}, way=way)
    if exchange.status != 401:
        return None
    return "jwt" not in answer.read(exchange.body).text.casefold()


def _odd_ids(diagnosis: Diagnosis, connection: Connection) -> str:
    """What is odd about the ids, where they may be the cause."""
    if diagnosis.kind not in {Kind.APP, Kind.SECRET, Kind.CREDENTIALS}:
        return ""
    odd = [
        f"The {title} usually begins with {start}-."
        for title, value, start in (
            ("app ID", connection.app_id, "st"),
            ("client ID", connection.client_id, "cs"),
        )
        if not value.startswith(f"{start}-")
    ]
    return " ".join(odd)
