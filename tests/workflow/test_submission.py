"""A create in its own thread: what can be read of it, and when."""

import threading
import time
from collections.abc import Callable

import pytest
from pydantic import SecretStr

from tests.fault_server import CAMPAIGN_ID, answer, page, serving
from tests.storage.unresolved import unresolved
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.campaign.parse import parse_campaign
from tui.kore.connection import Connection, Host
from tui.kore.progress import Moment
from tui.kore.verdicts import Verdict
from tui.workflow import create as creating
from tui.workflow.submission import Submission

DOCUMENT = model.example(Mode.PROGRESSIVE, Api.V1)
FOUND = {"_id": "cd-7", "name": DOCUMENT["name"], "createdAt": "2030-01-01T00:00:00Z"}


def target(url: str) -> Connection:
    return Connection(Host.read(url), "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30))


def begun(url: str, timeout: float = 10.0) -> Submission:
    sending = Submission(parse_campaign(DOCUMENT), target(url), timeout)
    sending.start(lambda: None)
    return sending


def until(there: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not there():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_create_from_beginning_to_end() -> None:
    told = threading.Semaphore(0)
    with serving("accept") as server:
        sending = Submission(parse_campaign(DOCUMENT), target(server.url))
        sending.start(told.release)
        assert sending.wait(10)
        until(lambda: not sending.is_listening)
    assert sending.outcome is not None
    assert (sending.outcome.verdict, sending.outcome.campaign_id) == (Verdict.ACCEPTED, CAMPAIGN_ID)
    assert sending.exchange is not None
    assert sending.exchange.status == 200
    assert sending.receipt is not None
    assert sending.looks == ()
    assert [told.acquire(timeout=1) for _ in sending.phases] == [True] * len(sending.phases)


def test_stopped_while_it_waits() -> None:
    """Unknown at once; the list is looked at; the answer that still comes replaces it."""
    with serving("late") as server:
        sending = begun(server.url)
        until(lambda: any(phase.name is Moment.WAITING for phase in sending.phases))
        sending.stop(wait=5)
        assert sending.outcome is not None
        assert sending.outcome.verdict is Verdict.UNKNOWN
        assert sending.is_listening
        assert len(unresolved()) == 1
        until(lambda: not sending.is_listening)
        assert sending.outcome.verdict is Verdict.ACCEPTED
        until(lambda: sending.looks)
    assert unresolved() == []
    assert len(server.creates) == 1


def test_unknown_looks_once_by_itself_and_again_when_asked() -> None:
    reads = {
        "getAllCampaignDetails": [page(), page(), page(FOUND)],
        "/campaign/cd-7": [answer(200, {"status": "success", "data": DOCUMENT})],
    }
    with serving("silent", reads=reads) as server:
        sending = begun(server.url, timeout=0.4)
        until(lambda: sending.looks)
        assert [look.candidates for look in sending.looks] == [()]
        until(lambda: not sending.is_looking)
        assert sending.look()
        until(lambda: len(sending.looks) == 2)
        assert [each.row.id for each in sending.looks[1].candidates] == ["cd-7"]
    assert sending.outcome is not None
    assert sending.outcome.verdict is Verdict.UNKNOWN


def test_what_an_earlier_one_keeps_from_being_sent_is_looked_for() -> None:
    with serving("silent") as server:
        first = begun(server.url, timeout=0.4)
        assert first.wait(10)
        assert first.wait_for_look(10)
        second = begun(server.url)
        assert second.wait(10)
        assert second.wait_for_look(10)
        assert len(server.creates) == 1
    assert second.receipt is None
    assert first.receipt is not None
    assert second.in_doubt is not None
    assert second.in_doubt.id == first.receipt.id
    assert second.in_doubt.looks  # of the first one
    assert [look.complete for look in second.looks] == [True]


def test_a_failure_of_our_own_is_heard_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(creating, "new_intent", fail)
    with serving("accept") as server:
        sending = begun(server.url)
        assert sending.wait(10)
    assert sending.outcome is not None
    assert sending.outcome.verdict is Verdict.UNKNOWN
    assert "planted" not in sending.outcome.message
    assert not sending.look()
