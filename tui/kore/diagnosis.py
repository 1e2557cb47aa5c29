"""The test of a connection: a harmless read, and what to put right by its result."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import SecretStr

from tui.base import trace
from tui.base.text import one_line, plural
from tui.campaign.modes import Api
from tui.kore import addresses, answer, lenient_json
from tui.kore.auth_errors import denial
from tui.kore.call_context import CallContext, ask
from tui.kore.causes import Cause
from tui.kore.connection import Connection
from tui.kore.exchange import Exchange, Timeouts
from tui.kore.reads import Failure, contact_lists
from tui.kore.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What a test found: ``found`` in a sentence, and in another what to do about it, or nothing. Both inert.

    ``answers`` is the version of the API that has the address, None where none was found.
    """

    cause: Cause
    found: str
    advice: str = ""
    answers: Api | None = None

    @property
    def is_connected(self) -> bool:
        """Whether the platform answered as it should."""
        return self.cause is Cause.NONE

    @property
    def word(self) -> str:
        """The cause in a word or two, or ``connected``."""
        return self.cause or "connected"

    @property
    def verdict(self) -> Verdict:
        """What it means for a command that only tests."""
        return _VERDICTS.get(self.cause, Verdict.UNREACHABLE)

    @property
    def sentence(self) -> str:
        """What was found and what to do, as a text."""
        return f"{self.found} {self.advice}".rstrip()


TEST_SECONDS = 5.0
"""Seconds that a test may take in all."""
_NO_TOKEN = "no-token"  # noqa: S105  no password
_NO_APP = "st-00000000-0000-0000-0000-000000000000"
_NO_ADDRESS = {404, 405}
_GATEWAYS = {502, 503, 504}
_VERDICTS = {
    Cause.NONE: Verdict.ACCEPTED,
    Cause.RATE: Verdict.RATE_LIMITED,
    **dict.fromkeys((Cause.NOT_KORE, Cause.ADDRESS, Cause.REFUSED), Verdict.REFUSED),
    **dict.fromkeys(
        (Cause.APP, Cause.SECRET, Cause.CREDENTIALS, Cause.TOKEN, Cause.REPLAY, Cause.SCOPE, Cause.CLOCK),
        Verdict.UNAUTHORISED,
    ),
}
_FOUND = {
    Cause.APP: "The platform does not know the app ID",
    Cause.SECRET: "The platform knows the app, and does not accept the token",
    Cause.CREDENTIALS: "The platform does not accept the app ID, the client ID or the secret",
    Cause.REPLAY: "The platform saw this token before",
    Cause.SCOPE: "Signed in, but without the right to campaigns",
    Cause.CLOCK: "The platform refused the token's times",
    Cause.RATE: "Too many requests of this account in a minute",
    Cause.NOT_KORE: "Something that is not Kore.ai answered",
    Cause.ADDRESS: "The host answers, but does not have this address",
    Cause.REFUSED: "The platform refused the request",
    Cause.FAILING: "The platform, or a gateway before it, fails at the moment",
}
_ADVICE = {
    Cause.NAME: "Check the host's spelling, and that this machine has a name server.",
    Cause.UNREACHABLE: "Check host and port; a firewall may be between, or a proxy be needed (HTTPS_PROXY).",
    Cause.SLOW: "The host may be behind a firewall, or a proxy be needed (HTTPS_PROXY).",
    Cause.CERTIFICATE: (
        "If that is your company's proxy, have its CA added to the system's trust store, or name its file in "
        "SSL_CERT_FILE. If not, somebody is in between: go no further."
    ),
    Cause.TLS: "What listens there does not speak https: check host and port.",
    Cause.PROXY: "Check HTTPS_PROXY and NO_PROXY, and whether the proxy wants a name and password.",
    Cause.APP: "Copy it again from App Settings > App Profile; it must be of the same host and account.",
    Cause.SECRET: (
        "Copy client ID and client secret again from the app's JWT app, and check that the algorithm is the "
        "app's (HS256 or HS512)."
    ),
    Cause.RATE: "Wait a minute, then test again: the limit is shared by everybody in the account.",
    Cause.NOT_KORE: "Check the host: a sign-in page, a company proxy or another site answers there.",
    Cause.ADDRESS: "Check the host and the API version.",
    Cause.REFUSED: "Check the account ID.",
    Cause.FAILING: "Try again later.",
}
"""What to do; for what a 401 says, :mod:`tui.kore.auth_errors` knows better."""


def examine(connection: Connection, *, context: CallContext) -> Diagnosis:
    """Read the contact lists of ``connection``, and say what that shows.

    Where the platform's refusal fits a wrong app and a wrong secret alike, up to two more reads tell them
    apart: they carry no token, and are refused. Where the host does not have the address of the chosen version, the
    other one's is read. All of it takes :data:`TEST_SECONDS` seconds at most.
    """
    begun = time.monotonic()
    limited = replace(
        context,
        timeouts=Timeouts.within(TEST_SECONDS),
        cancelled=lambda: context.cancelled() or time.monotonic() - begun >= TEST_SECONDS,
    )
    found = _examine(connection, limited)
    if found.cause is Cause.STOPPED and not context.cancelled():
        found = Diagnosis(Cause.SLOW, f"No whole answer came within {TEST_SECONDS:g} s.", _ADVICE[Cause.SLOW])
    trace.note(f"Test of the connection: {found.word}.")
    return found


def _examine(connection: Connection, context: CallContext) -> Diagnosis:
    found = contact_lists(connection, context=context)
    if not isinstance(found, Failure):
        said = f"Connected: {plural(len(found.lists), 'contact list')} can be read. {connection.api} answers."
        return Diagnosis(Cause.NONE, said, answers=connection.api)
    if found.exchange == Exchange():
        return Diagnosis(Cause.TOKEN, found.why)
    diagnosis = diagnose(found.exchange)
    if diagnosis.cause is Cause.CREDENTIALS:
        diagnosis = _told_apart(diagnosis, connection, context)
    if found.exchange.status in _NO_ADDRESS and (other := _other_version(connection, context)):
        return other
    return replace(diagnosis, advice=f"{diagnosis.advice} {_odd_ids(diagnosis, connection)}".strip())


def _other_version(connection: Connection, context: CallContext) -> Diagnosis | None:
    """What is found where the other version of the API answers at the same host; None where it does not."""
    (other,) = (each for each in Api if each is not connection.api)
    if context.cancelled() or isinstance(
        contact_lists(replace(connection, api=other), context=context), Failure
    ):
        return None
    found = f"The host does not have {connection.api} of the API; {other} answers."
    return Diagnosis(Cause.ADDRESS, found, f"Choose {other} as the API version.", other)


def diagnose(exchange: Exchange) -> Diagnosis:
    """What one read of the platform shows, from what was sent and what came back."""
    if exchange.cancelled and exchange.cause is not Cause.RATE:
        return Diagnosis(Cause.STOPPED, "Stopped.")
    if not exchange.started or exchange.status is None:
        cause = exchange.cause or Cause.UNREACHABLE
        return Diagnosis(cause, exchange.error or "No answer came.", _ADVICE.get(cause, ""))
    said = answer.read(exchange.body, complete=exchange.complete)
    body = lenient_json.parse(exchange.body)
    status, quoted = exchange.status, f" It says: {said.text}" if said.text else ""
    if not isinstance(body, Mapping):
        return _foreign(exchange, quoted)
    match status:
        case 401:
            return _denied(exchange, said.text)
        case 404 | 405:
            cause = Cause.ADDRESS
        case 429:
            cause = Cause.RATE
        case int() if 200 <= status < 300:
            if body.get("status") == answer.SUCCESS and exchange.complete:
                return Diagnosis(Cause.NONE, "Connected.")
            cause, quoted = Cause.NOT_KORE, f" {exchange.error}".rstrip() + quoted
        case int() if status >= 500:
            cause = Cause.FAILING
        case _:
            cause = Cause.REFUSED
    return Diagnosis(cause, f"{_FOUND[cause]} (HTTP {status}).{quoted}", _ADVICE.get(cause, ""))


def _foreign(exchange: Exchange, quoted: str) -> Diagnosis:
    """An answer that is no JSON object: the platform gives none such."""
    status = exchange.status or 0
    if 300 <= status < 400:
        where = one_line(exchange.header("Location"), limit=100)
        return Diagnosis(
            Cause.NOT_KORE, f"The host sends one elsewhere (HTTP {status}): {where}.", _ADVICE[Cause.NOT_KORE]
        )
    cause = Cause.FAILING if status in _GATEWAYS else Cause.RATE if status == 429 else Cause.NOT_KORE
    return Diagnosis(cause, f"{_FOUND[cause]} (HTTP {status}).{quoted}", _ADVICE.get(cause, ""))


def _denied(exchange: Exchange, text: str) -> Diagnosis:
    why = denial(text, exchange)
    quoted = f" It says: {text}" if text else ""
    cause = why.causes[0] if len(why.causes) == 1 else Cause.CREDENTIALS
    return Diagnosis(cause, f"{_FOUND[cause]} (HTTP 401).{quoted}", why.advice)


def _told_apart(either: Diagnosis, connection: Connection, context: CallContext) -> Diagnosis:
    """Whether it is the app or the secret, from the order in which the platform looks at them.

    Something that is no token is refused as one where the app is known (from the vendor's own tests), and so
    it is for an app that can't exist where the platform looks at the token first: then nothing is known.
    """
    minds = _minds_the_app(connection, context)
    if minds:
        return Diagnosis(Cause.APP, _FOUND[Cause.APP] + ".", _ADVICE[Cause.APP])
    if minds is False and _minds_the_app(replace(connection, app_id=_NO_APP), context):
        return Diagnosis(Cause.SECRET, _FOUND[Cause.SECRET] + ".", _ADVICE[Cause.SECRET])
    return either


def _minds_the_app(connection: Connection, context: CallContext) -> bool | None:
    """Whether something that is no token is refused for another reason than being none; None if nobody says."""
    bare = replace(connection, ready_token=SecretStr(_NO_TOKEN))
    exchange = ask(bare, "POST", addresses.CONTACT_LISTS[connection.api], {}, context=context)
    if exchange.status != 401:
        return None
    return "jwt" not in answer.read(exchange.body).text.casefold()


def _odd_ids(diagnosis: Diagnosis, connection: Connection) -> str:
    """What is odd about the ids, where they may be the cause."""
    if diagnosis.cause not in {Cause.APP, Cause.SECRET, Cause.CREDENTIALS}:
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
