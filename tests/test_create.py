import json
from dataclasses import replace

import pytest
from pydantic import SecretStr

from tests.fault_server import CAMPAIGN_ID, serving
from tui.campaign import wire
from tui.campaign.fields import Api, Mode
from tui.connection import Connection, Host
from tui.create import create
from tui.kore import client
from tui.kore.call import Way
from tui.kore.outcome import Verdict
from tui.kore.phases import Course, Moment

DOCUMENT = wire.example(Mode.PROGRESSIVE, Api.V1)


def connection(url: str) -> Connection:
    return Connection(Host.read(url), "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30))


def test_it_sends_exactly_the_document_once() -> None:
    course = Course()
    with serving("accept") as server:
        outcome = create(DOCUMENT, connection(server.url), Way(course=course))
    assert (outcome.verdict, outcome.campaign_id, outcome.campaign_status) == (
        Verdict.ACCEPTED, CAMPAIGN_ID, "Preparing",
    )  # fmt: skip
    assert [json.loads(each.body) for each in server.creates] == [DOCUMENT]
    names = [phase.name for phase in course.phases]
    assert (names[0], names[-1]) == (Moment.TOKEN, Moment.UNDERSTOOD)
    assert course.phases[-1].detail == "accepted"


def test_each_create_has_a_token_of_its_own() -> None:
    with serving("accept") as server:
        for _ in range(2):
            create(DOCUMENT, connection(server.url))
    first, second = (each.headers["auth"] for each in server.creates)
    assert first != second


def test_a_document_with_errors_is_not_sent() -> None:
    with serving("accept") as server:
        outcome = create(DOCUMENT | {"priority": 5}, connection(server.url))
        other = create(DOCUMENT, replace(connection(server.url), api=Api.V2))
    assert outcome.verdict is other.verdict is Verdict.INVALID
    assert "priority" in outcome.message
    assert server.connections == 0


def test_a_secret_that_can_not_sign_is_not_sent() -> None:
    with serving("accept") as server:
        outcome = create(DOCUMENT, replace(connection(server.url), client_secret=SecretStr("")))
    assert (outcome.verdict, outcome.http_status) == (Verdict.UNAUTHORISED, None)
    assert server.connections == 0


def test_cancelled_before_it_left() -> None:
    with serving("accept") as server:
        assert create(DOCUMENT, connection(server.url), Way(cancelled=lambda: True)).verdict is (
            Verdict.INTERRUPTED
        )
    assert server.connections == 0


def test_an_echoed_token_is_hidden() -> None:
    with serving("echo") as server:
        outcome = create(DOCUMENT, connection(server.url))
    assert server.creates[0].headers["auth"] not in outcome.message
    assert "(hidden)" in outcome.message


def test_a_fault_of_our_own_while_sending_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(client, "_wait", fail)
    with serving("accept") as server:
        outcome = create(DOCUMENT, connection(server.url))
    assert (outcome.verdict, outcome.exit_code) == (Verdict.UNKNOWN, 6)
    assert "planted" not in outcome.message
