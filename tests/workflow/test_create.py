import json
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.fault_server import CAMPAIGN_ID, answer, page, serving
from tests.storage.unresolved import unresolved
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.campaign.fingerprint import content_hash
from tui.campaign.parse import parse_campaign
from tui.kore import addresses, client
from tui.kore.connection import Connection, Host
from tui.kore.exchange import Timeouts
from tui.kore.progress import Moment, Phase, Progress
from tui.kore.verdicts import Verdict
from tui.storage import intents
from tui.storage.receipts import Receipt
from tui.workflow.calls import call_context
from tui.workflow.confirmations import Reason
from tui.workflow.create import CreateResult, create, look

DOCUMENT = model.example(Mode.PROGRESSIVE, Api.V1)
QUICK = call_context(Timeouts(0.4, 0.4))


def connection(url: str) -> Connection:
    return Connection(Host.read(url), "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30))


def test_it_sends_exactly_the_document_once() -> None:
    course = Progress()
    with serving("accept") as server:
        outcome = create(
            parse_campaign(DOCUMENT), connection(server.url), call_context(course=course)
        ).outcome
    assert (outcome.verdict, outcome.campaign_id, outcome.campaign_status) == (
        Verdict.ACCEPTED, CAMPAIGN_ID, "Preparing",
    )  # fmt: skip
    assert [json.loads(each.body) for each in server.creates] == [DOCUMENT]
    names = [phase.name for phase in course.phases]
    assert names[:3] == [Moment.LOOKED, Moment.NOTED, Moment.TOKEN]
    assert names[-1] is Moment.UNDERSTOOD
    assert course.phases[-1].detail == "accepted"


def test_each_create_has_a_token_of_its_own() -> None:
    with serving("accept") as server:
        for _ in range(2):
            create(parse_campaign(DOCUMENT), connection(server.url), consents=frozenset({Reason.ACCEPTED}))
    first, second = (each.headers["auth"] for each in server.creates)
    assert first != second


def test_a_document_with_errors_is_not_sent() -> None:
    with serving("accept") as server:
        outcome = create(parse_campaign(DOCUMENT | {"priority": 5}), connection(server.url)).outcome
        other = create(parse_campaign(DOCUMENT), replace(connection(server.url), api=Api.V2)).outcome
    assert outcome.verdict is other.verdict is Verdict.INVALID
    assert "priority" in outcome.message
    assert server.connections == 0


def test_a_secret_that_can_not_sign_is_not_sent() -> None:
    with serving("accept") as server:
        outcome = create(
            parse_campaign(DOCUMENT), replace(connection(server.url), client_secret=SecretStr(""))
        ).outcome
    assert (outcome.verdict, outcome.http_status) == (Verdict.UNAUTHORISED, None)
    assert server.connections == 0


def test_cancelled_before_it_left() -> None:
    with serving("accept") as server:
        stopped = create(
            parse_campaign(DOCUMENT), connection(server.url), call_context(cancelled=lambda: True)
        ).outcome
    assert stopped.verdict is Verdict.INTERRUPTED
    assert server.connections == 0


def test_an_echoed_token_is_hidden() -> None:
    with serving("echo") as server:
        outcome = create(parse_campaign(DOCUMENT), connection(server.url)).outcome
    assert server.creates[0].headers["auth"] not in outcome.message
    assert "(hidden)" in outcome.message


def test_a_fault_of_our_own_while_sending_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(client, "_wait", fail)
    with serving("accept") as server:
        outcome = create(parse_campaign(DOCUMENT), connection(server.url)).outcome
    assert (outcome.verdict, outcome.exit_code) == (Verdict.UNKNOWN, 6)
    assert "planted" not in outcome.message


# --- what is on disk of it


def test_a_note_is_on_disk_before_the_first_byte_and_a_receipt_afterwards() -> None:
    seen: list[list[str]] = []

    def hear(phase: Phase) -> None:
        if phase.name is Moment.CONNECTING:
            seen.append([each.outcome for each in unresolved()])

    with serving("accept") as server:
        target = replace(connection(server.url), profile="uat")
        made = create(parse_campaign(DOCUMENT), target, call_context(course=Progress(hear)))
    assert seen == [[""]]
    ((receipt,), _) = intents.everything()
    assert receipt == made.receipt
    assert (receipt.outcome, receipt.campaign_id, receipt.http_status) == ("accepted", CAMPAIGN_ID, 200)
    assert (receipt.profile, receipt.place, receipt.url) == (
        "uat", server.url.removeprefix("http://"), addresses.create_url(target)
    )  # fmt: skip
    assert receipt.document == DOCUMENT
    assert receipt.content == content_hash(DOCUMENT)
    assert json.loads(receipt.answer)["data"]["id"] == CAMPAIGN_ID
    assert not receipt.may_exist


def test_no_fault_of_the_counting_keeps_a_create_from_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("tui.storage.budget.spend", fail)
    with serving("accept") as server:
        assert create(parse_campaign(DOCUMENT), connection(server.url)).outcome.verdict is Verdict.ACCEPTED


def test_nothing_is_sent_while_an_earlier_one_is_open() -> None:
    with serving("silent") as server:
        first = create(parse_campaign(DOCUMENT), connection(server.url), QUICK)
        second = create(parse_campaign(DOCUMENT), connection(server.url), QUICK)
        other = create(parse_campaign(DOCUMENT | {"priority": "4"}), connection(server.url), QUICK)
        assert len(server.creates) == 2
        again = create(
            parse_campaign(DOCUMENT), connection(server.url), QUICK, consents=frozenset({Reason.AGAIN})
        )
        assert len(server.creates) == 3
    assert first.receipt is not None
    assert second.open == first.receipt
    assert (second.outcome.verdict, second.outcome.exit_code, second.exchange) == (Verdict.UNKNOWN, 6, None)
    assert f"receipts resolve {first.receipt.id}" in second.outcome.message
    assert "Nothing was sent now" in second.outcome.message
    assert other.open is None
    assert again.outcome.verdict is Verdict.UNKNOWN


def test_what_was_accepted_is_not_created_again_but_by_consent() -> None:
    with serving("accept") as server:
        first = create(parse_campaign(DOCUMENT), connection(server.url))
        second = create(parse_campaign(DOCUMENT), connection(server.url))
        assert len(server.creates) == 1
        for each in (Reason.AGAIN, Reason.ACCEPTED):
            made = create(parse_campaign(DOCUMENT), connection(server.url), consents=frozenset({each}))
            assert made.receipt is not None
        assert len(server.creates) == 3
    assert first.receipt is not None
    assert (second.outcome.verdict, second.outcome.exit_code, second.receipt) == (Verdict.EXISTS, 7, None)
    assert second.outcome.campaign_id == first.outcome.campaign_id
    assert first.receipt.id in second.outcome.message


def test_without_a_note_nothing_is_sent_but_by_consent(home: Path) -> None:
    (home / ".local").write_text("no folder")
    with serving("accept") as server:
        made = create(parse_campaign(DOCUMENT), connection(server.url))
        assert not server.creates
        anyway = create(
            parse_campaign(DOCUMENT), connection(server.url), consents=frozenset({Reason.UNNOTED})
        )
        assert len(server.creates) == 1
    assert (made.outcome.verdict, made.outcome.exit_code) == (Verdict.UNREACHABLE, 5)
    assert "Nothing was sent" in made.outcome.message
    assert made.unnoted in made.outcome.message
    assert anyway.outcome.verdict is Verdict.ACCEPTED
    assert "receipt could not be kept" in anyway.outcome.message


def test_a_receipt_that_can_not_be_kept_leaves_the_note_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Receipt) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(intents, "finish", full)
    with serving("accept") as server:
        made = create(parse_campaign(DOCUMENT), connection(server.url))
    assert made.outcome.verdict is Verdict.ACCEPTED
    assert "No space left" in made.outcome.message
    assert [each.outcome for each in unresolved()] == [""]


def test_a_secret_that_can_not_sign_leaves_nothing_open() -> None:
    with serving("accept", reads={}) as server:
        create(parse_campaign(DOCUMENT), replace(connection(server.url), client_secret=SecretStr("")))
    assert intents.everything() == ([], [])


def test_neither_token_nor_secret_is_on_disk(home: Path) -> None:
    for behaviour in ("echo", "accept", "silent"):
        with serving(behaviour) as server:
            create(parse_campaign(DOCUMENT), connection(server.url), QUICK)
            token = server.creates[0].headers["auth"]
        text = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
        assert text
        assert token.encode() not in text
        assert b"planted-secret" not in text


def test_a_cookie_is_no_part_of_a_receipt(home: Path) -> None:
    body = answer(412, {"message": "No"}, "Set-Cookie: planted-cookie=1", "X-Kept: yes")
    with serving("404", reads={"getAllCampaignDetails": [page()], "campaignType": [body]}) as server:
        made = create(parse_campaign(DOCUMENT), connection(server.url))
    assert made.receipt is not None
    assert ("X-Kept", "yes") in made.receipt.headers
    assert b"planted-cookie" not in b"".join(path.read_bytes() for path in home.rglob("*.json"))


def test_what_was_there_before_is_kept_for_the_look() -> None:
    reads = {"getAllCampaignDetails": [page({"_id": "cd-0", "name": "Other"}), page({"_id": "cd-0"})]}
    with serving("silent", reads=reads) as server:
        made = create(parse_campaign(DOCUMENT), connection(server.url), QUICK)
    assert made.receipt is not None
    assert made.receipt.before == ("cd-0",)


def test_a_look_afterwards_is_noted() -> None:
    row = {"_id": "cd-7", "name": DOCUMENT["name"], "createdAt": "2030-01-01T00:00:00Z"}
    reads = {
        "getAllCampaignDetails": [page(), page(row)],
        "/campaign/cd-7": [answer(200, {"status": "success", "data": DOCUMENT})],
    }
    with serving("silent", reads=reads) as server:
        made = create(parse_campaign(DOCUMENT), connection(server.url), QUICK)
        assert made.receipt is not None
        found = look(made.receipt, connection(server.url))
    assert [each.row.id for each in found.candidates] == ["cd-7"]
    (known,) = unresolved()
    assert known.may_exist
    assert known.looks[0]["candidates"][0]["content"] == "same"


def test_it_judges_nothing_again(judged: list[str]) -> None:
    checked = parse_campaign(DOCUMENT)
    judged.clear()
    with serving("accept") as server:
        assert create(checked, connection(server.url)).outcome.verdict is Verdict.ACCEPTED
    assert judged == []


def test_stopped_while_it_waits_it_is_unknown_and_a_late_answer_settles_it() -> None:
    told: list[CreateResult] = []
    with serving("late") as server:
        way = call_context(cancelled=lambda: bool(server.creates))
        made = create(parse_campaign(DOCUMENT), connection(server.url), way, on_stopped=told.append)
    assert [each.outcome.verdict for each in told] == [Verdict.UNKNOWN]
    assert made.outcome.verdict is Verdict.ACCEPTED
    assert unresolved() == []


def test_an_answer_that_comes_after_giving_up_is_kept_without_the_token_in_it() -> None:
    told: list[CreateResult] = []
    with serving("late-echo") as server:
        way = call_context(cancelled=lambda: bool(server.creates))
        made = create(parse_campaign(DOCUMENT), connection(server.url), way, on_stopped=told.append)
        token = server.creates[0].headers["auth"]
    assert made.outcome.verdict is Verdict.REFUSED
    assert "(hidden)" in made.outcome.message
    assert made.receipt is not None
    assert made.exchange is not None
    assert "(hidden)" in made.receipt.answer
    for where in (
        made.outcome.message,
        made.receipt.answer,
        str(made.receipt.headers),
        str(made.exchange.headers),
    ):
        assert token not in where
    assert token.encode() not in made.exchange.body
