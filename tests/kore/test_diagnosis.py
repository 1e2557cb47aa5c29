"""Testing a connection: every cause is told apart, as a table and against real listeners."""

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from tests.certificates import AUTHORITY, issue
from tests.fault_server import answer, closed_port, serving
from tests.simulated_time import simulate
from tui.campaign.fields import Api
from tui.kore.causes import Cause
from tui.kore.connection import Connection, Host
from tui.kore.diagnosis import diagnose, examine
from tui.kore.exchange import Exchange
from tui.kore.progress import Moment, Progress
from tui.practice.server import PracticePlatform, start
from tui.workflow.calls import call_context

CONTEXT = call_context()


def answered(status: int, body: Any, *headers: tuple[str, str], at: float | None = None) -> Exchange:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Exchange(started=True, status=status, headers=headers, body=data, complete=True, answered=at)


def refused(text: str, key: str = "msg") -> dict[str, Any]:
    return {"errors": [{key: text, "code": 4002}]}


NOON = ("Date", "Tue, 24 Nov 2026 12:00:00 GMT")
AT_NOON = 1795521600.0
CASES = [
    (Exchange(cause=Cause.NAME, error="The name of the host was not found."), Cause.NAME),
    (
        Exchange(cause=Cause.UNREACHABLE, error="The connection failed: Connection refused."),
        Cause.UNREACHABLE,
    ),
    (Exchange(cause=Cause.SLOW, error="No connection could be made within 5 s."), Cause.SLOW),
    (Exchange(started=True, cause=Cause.SLOW, error="No whole answer came within 5 s."), Cause.SLOW),
    (Exchange(cause=Cause.CERTIFICATE, error="The host's certificate is not trusted."), Cause.CERTIFICATE),
    (Exchange(cause=Cause.TLS, error="No secure connection (TLS) could be made."), Cause.TLS),
    (Exchange(cause=Cause.PROXY, error="Through the proxy http://p: refused."), Cause.PROXY),
    (Exchange(cause=Cause.SETTINGS, error="SSL_CERT_FILE names a file that is not there."), Cause.SETTINGS),
    (Exchange(started=True, cause=Cause.NOT_KORE, error="What came was no HTTP."), Cause.NOT_KORE),
    (Exchange(cancelled=True), Cause.STOPPED),
    (answered(200, {"status": "success", "data": []}), Cause.NONE),
    (answered(200, {"status": "failed"}), Cause.NOT_KORE),
    (answered(200, b"<html>Welcome</html>"), Cause.NOT_KORE),
    (answered(200, b""), Cause.NOT_KORE),
    (answered(302, b"", ("Location", "https://login.example/")), Cause.NOT_KORE),
    (answered(401, refused("Invalid SDK credentials")), Cause.CREDENTIALS),
    (answered(401, refused("Invalid JWT token")), Cause.SECRET),
    (answered(401, refused("Permission denied. Scope is incorrect!", "message")), Cause.SCOPE),
    (answered(401, refused("error verifying the jwt: possibly a replay")), Cause.REPLAY),
    (answered(401, refused("Invalid SDK credentials"), NOON, at=AT_NOON + 600), Cause.CLOCK),
    (answered(401, refused("Invalid SDK credentials"), NOON, at=AT_NOON + 20), Cause.CREDENTIALS),
    (answered(401, b"<html>Log in</html>"), Cause.NOT_KORE),
    (answered(403, b"<html>Blocked by policy</html>"), Cause.NOT_KORE),
    (answered(404, {"message": "Not Found"}), Cause.ADDRESS),
    (answered(404, b"<html>nginx</html>"), Cause.NOT_KORE),
    (answered(412, refused("Validation errors")), Cause.REFUSED),
    (answered(429, {"error": "You've exceeded the per-minute rate limit."}), Cause.RATE),
    (answered(429, b"slow down"), Cause.RATE),
    (answered(500, refused("Internal error")), Cause.FAILING),
    (answered(502, b"<html>Bad Gateway</html>"), Cause.FAILING),
]


@pytest.mark.parametrize(("exchange", "cause"), CASES)
def test_every_cause_is_told_and_its_sentence(exchange: Exchange, cause: Cause) -> None:
    found = diagnose(exchange)
    assert found.cause is cause
    own, says, quoted = found.sentence.partition(" It says: ")
    assert own.endswith(".")
    assert bool(says) is bool(quoted)
    assert found.sentence.isprintable()
    assert found.is_connected == (cause is Cause.NONE)


def test_every_kind_that_comes_from_an_exchange_is_in_the_table() -> None:
    assert {cause for _, cause in CASES} | {Cause.APP, Cause.TOKEN} == set(Cause)


def test_the_clock_is_named_with_its_distance() -> None:
    found = diagnose(answered(401, refused("Invalid SDK credentials"), NOON, at=AT_NOON + 600))
    assert "10 min ahead" in found.sentence


def test_what_the_answer_says_is_inert() -> None:
    found = diagnose(answered(412, refused("\x1b]52;c;aGk=\x07[@click=x]evil")))
    assert "\x1b" not in found.sentence
    redirected = diagnose(answered(302, b"", ("Location", "\x1b[2Jx")))
    assert "\x1b" not in redirected.sentence


# --- against the practice platform


@pytest.fixture
def platform() -> Iterator[PracticePlatform]:
    with start() as running:
        yield running


@pytest.fixture
def good(platform: PracticePlatform) -> Connection:
    account = platform.account
    host = Host.read(platform.url)
    return Connection(host, account.app_id, account.account_id, account.client_id, account.client_secret)


@pytest.mark.parametrize("api", list(Api))
@pytest.mark.parametrize("algorithm", ["HS256", "HS512"])
def test_connected(good: Connection, api: Api, algorithm: str) -> None:
    found = examine(replace(good, api=api, algorithm=algorithm), context=CONTEXT)
    assert found.sentence == f"Connected: 40 contact lists can be read. {api} answers."
    assert found.answers is api


@pytest.mark.parametrize(
    ("api", "own", "other"), [(Api.V1, "/agentassist/", "/api/v2/"), (Api.V2, "/api/v2/", "/agentassist/")]
)
def test_the_version_that_answers_is_said(connection: Connection, api: Api, own: str, other: str) -> None:
    lists = answer(200, {"status": "success", "data": []})
    reads = {own: [answer(404, {"message": "Not Found"})], other: [lists]}
    with serving("404", reads=reads) as server:
        found = examine(replace(connection, api=api, host=Host.read(server.url)), context=CONTEXT)
    assert found.cause is Cause.ADDRESS
    assert found.answers is not api
    assert found.sentence == (
        f"The host does not have {api} of the API; {found.answers} answers. "
        f"Choose {found.answers} as the API version."
    )


def test_where_neither_version_answers_no_version_is_named(connection: Connection) -> None:
    with serving("404") as server:
        found = examine(replace(connection, host=Host.read(server.url)), context=CONTEXT)
    assert (found.cause, found.answers) == (Cause.ADDRESS, None)
    assert len(server.received) == 4


def test_a_wrong_app_and_a_wrong_secret_are_told_apart(good: Connection) -> None:
    app = examine(replace(good, app_id="st-another"), context=CONTEXT)
    secret = examine(
        replace(good, client_secret=SecretStr("planted-wrong-secret-of-40-characters-xx")),
        context=CONTEXT,
    )
    client = examine(replace(good, client_id="another"), context=CONTEXT)
    assert (app.cause, secret.cause, client.cause) == (Cause.APP, Cause.SECRET, Cause.SECRET)
    assert "client ID usually begins with cs-" in client.advice
    assert "planted" not in secret.sentence


def test_a_token_that_is_called_none_is_the_secrets_fault(connection: Connection) -> None:
    with serving("401") as server:  # a platform that says the same to everything
        found = examine(replace(connection, host=Host.read(server.url)), context=CONTEXT)
    assert found.cause is Cause.SECRET  # it says that the token is no JWT
    assert len(server.received) == 1


def test_a_client_without_the_scope(platform: PracticePlatform, good: Connection) -> None:
    unscoped = platform.unscoped
    found = examine(
        replace(good, client_id=unscoped.client_id, client_secret=unscoped.client_secret),
        context=CONTEXT,
    )
    assert found.cause is Cause.SCOPE
    assert "Campaign Management" in found.sentence


def test_an_expired_ready_token_is_not_even_sent(connection: Connection) -> None:
    expired = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2lnbmVk"
    found = examine(replace(connection, ready_token=SecretStr(expired)), context=CONTEXT)
    assert found.cause is Cause.TOKEN
    assert "expired" in found.sentence


def test_the_rate_limit(good: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    simulate(monkeypatch)
    causes = [examine(good, context=CONTEXT).cause for _ in range(61)]
    assert causes[-1] is Cause.RATE
    assert set(causes) == {Cause.NONE, Cause.RATE}


def test_it_waits_for_the_accounts_budget_and_says_so(
    good: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = simulate(monkeypatch)
    course = Progress()
    while clock.slept == 0:
        assert examine(good, context=call_context(course=course)).is_connected
    (waited,) = (phase for phase in course.phases if phase.name is Moment.TURN)
    assert waited.sentence == "Waiting for the account's budget of reads: some 2 s."


def test_a_budget_that_is_used_up_is_no_slow_platform(
    good: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.kore.diagnosis.TEST_SECONDS", 0.1)
    monkeypatch.setattr("tui.storage.budget.take", lambda key, spare: 60.0)  # noqa: ARG005
    found = examine(good, context=CONTEXT)
    assert found.cause is Cause.RATE
    assert "30 times a minute" in found.sentence
    left = examine(good, context=call_context(cancelled=lambda: True))
    assert not left.is_connected


# --- against other listeners


def of(connection: Connection, url: str) -> Connection:
    return replace(connection, host=Host.read(url))


def test_nobody_listens(connection: Connection) -> None:
    assert (
        examine(of(connection, f"http://127.0.0.1:{closed_port()}"), context=CONTEXT).cause
        is Cause.UNREACHABLE
    )


def test_a_name_that_is_none(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "planted")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert examine(of(connection, "kore-campaign.invalid"), context=CONTEXT).cause is Cause.NAME


def test_a_certificate_nobody_trusts(connection: Connection, tmp_path: Path) -> None:
    with serving("accept", issue(tmp_path).server) as server:
        found = examine(of(connection, f"https://127.0.0.1:{server.port}"), context=CONTEXT)
    assert found.cause is Cause.CERTIFICATE
    assert AUTHORITY in found.found


def test_something_else_answers(connection: Connection) -> None:
    for behaviour, cause in (
        ("no-http", Cause.NOT_KORE),
        ("301", Cause.NOT_KORE),
        ("502-html", Cause.FAILING),
    ):
        with serving(behaviour) as server:
            assert examine(of(connection, server.url), context=CONTEXT).cause is cause, behaviour


def test_no_test_takes_longer_than_its_limit(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.kore.diagnosis.TEST_SECONDS", 0.3)
    with serving("silent") as server:
        found = examine(of(connection, server.url), context=CONTEXT)
    assert found.cause is Cause.SLOW


def test_a_test_can_be_stopped(connection: Connection) -> None:
    stopped = threading.Event()
    threading.Timer(0.1, stopped.set).start()
    with serving("silent") as server:
        found = examine(of(connection, server.url), context=call_context(cancelled=stopped.is_set))
    assert found.cause is Cause.STOPPED
