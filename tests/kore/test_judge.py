"""The table of outcomes, case by case."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.fields import Api
from tui.kore.answer import read
from tui.kore.exchange import Exchange
from tui.kore.judge import judge
from tui.kore.outcome import Outcome
from tui.kore.verdicts import MEANINGS, Verdict

SAMPLES = Path(__file__).parents[1] / "samples"
OK = {"status": "success", "data": {"id": "cd-1", "status": "Preparing"}}


def answered(status: int, body: Any, **more: Any) -> Outcome:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return judge(Exchange(**{"started": True, "status": status, "body": data, "complete": True} | more))


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (200, OK, Verdict.ACCEPTED),
        (201, {"status": "success"}, Verdict.ACCEPTED),
        (299, b"\xef\xbb\xbf" + json.dumps(OK).encode(), Verdict.ACCEPTED),
        (200, {"status": "Success"}, Verdict.UNKNOWN),
        (200, {"status": ["success"]}, Verdict.UNKNOWN),
        (200, {"data": OK}, Verdict.UNKNOWN),
        (200, [OK], Verdict.UNKNOWN),
        (200, b"success", Verdict.UNKNOWN),
        (204, b"", Verdict.UNKNOWN),
        (200, b"[" * 10_000, Verdict.UNKNOWN),
        (200, b'{"status":"success","n":' + b"9" * 5_000 + b"}", Verdict.ACCEPTED),
        (200, b'{"status":"success","n":[NaN,1e999]}', Verdict.ACCEPTED),
        (200, b'{"status":"success","x":"\xff\xfe"}', Verdict.ACCEPTED),
        (101, b"", Verdict.UNKNOWN),
        (301, OK, Verdict.UNKNOWN),
        (304, b"", Verdict.UNKNOWN),
        (400, OK, Verdict.REFUSED),
        (401, b"", Verdict.UNAUTHORISED),
        (403, b"", Verdict.REFUSED),
        (404, b"", Verdict.REFUSED),
        (407, b"", Verdict.REFUSED),
        (408, OK, Verdict.UNKNOWN),
        (409, b"", Verdict.REFUSED),
        (429, b"", Verdict.RATE_LIMITED),
        (499, b"", Verdict.REFUSED),
        (500, OK, Verdict.UNKNOWN),
        (503, b"<html>", Verdict.UNKNOWN),
        (599, b"", Verdict.UNKNOWN),
        (999, OK, Verdict.UNKNOWN),
    ],
)
def test_the_status_and_the_body_decide(status: int, body: Any, verdict: Verdict) -> None:
    outcome = answered(status, body)
    assert outcome.verdict is verdict
    assert outcome.http_status == status
    assert outcome.message


def test_nothing_sent_is_unreachable_whatever_broke() -> None:
    outcome = judge(Exchange(error="No connection."))
    assert (outcome.verdict, outcome.http_status, outcome.exit_code) == (Verdict.UNREACHABLE, None, 5)
    assert outcome.message.startswith("No connection.")


def test_stopped_before_anything_was_sent() -> None:
    assert judge(Exchange(cancelled=True)).exit_code == 130


@pytest.mark.parametrize("cancelled", [True, False])
def test_sent_without_an_answer_is_unknown(cancelled: bool) -> None:
    outcome = judge(Exchange(started=True, cancelled=cancelled, error="Reset."))
    assert (outcome.verdict, outcome.exit_code) == (Verdict.UNKNOWN, 6)
    assert "may exist" in outcome.message


@pytest.mark.parametrize("more", [{"complete": False}, {"complete": False, "truncated": True}])
def test_a_success_that_broke_off_is_unknown_with_what_it_named(more: dict[str, bool]) -> None:
    outcome = answered(200, json.dumps(OK).encode()[:-1], error="Closed.", **more)
    assert (outcome.verdict, outcome.campaign_id, outcome.campaign_status) == (
        Verdict.UNKNOWN, "cd-1", "Preparing",
    )  # fmt: skip


def test_a_refusal_that_broke_off_is_a_refusal() -> None:
    assert answered(412, b'{"err', complete=False).verdict is Verdict.REFUSED
    assert answered(401, b'{"err', complete=False).verdict is Verdict.UNAUTHORISED


@pytest.mark.parametrize(
    ("body", "campaign_id"),
    [
        ({"id": "a", "data": {"campId": "b", "_id": "c", "id": "d"}}, "d"),
        ({"id": "a", "data": {"campId": "b", "_id": "c", "id": ""}}, "c"),
        ({"id": "a", "data": {"campId": "b"}}, "b"),
        ({"id": "a", "data": "x"}, "a"),
        ({"id": "a", "data": {"id": {"x": 1}}}, "a"),
        ({"id": " ", "data": None}, None),
    ],
)
def test_the_first_id_that_is_not_empty_counts(body: dict[str, Any], campaign_id: str | None) -> None:
    assert answered(200, {"status": "success"} | body).campaign_id == campaign_id


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"errors": [{"code": 1}, {"message": "m1"}, {"msg": "m2"}], "message": "m3"}, "m2"),
        ({"errors": [{"message": "m1"}], "message": "m3"}, "m1"),
        ({"errors": [], "message": "m3", "error": "m4"}, "m3"),
        ({"errors": "x", "message": {"no": 1}, "error": "m4"}, "m4"),
        ({"errors": {"msg": "m5"}}, "m5"),
        (b"<html>Blocked\nhere</html>", "<html>Blocked here</html>"),
        (b"\xff\x1b[2Jx", "\ufffd␛[2Jx"),
    ],
)
def test_the_words_come_from_any_documented_place(body: Any, text: str) -> None:
    assert answered(412, body).message.endswith(f"It says: {text}")


@pytest.mark.parametrize("status", [403, 407])
def test_a_proxy_may_have_answered(status: int) -> None:
    assert "proxy" in answered(status, b"").message
    assert "proxy" not in answered(404, b"").message


@pytest.mark.parametrize("name", [path.name for path in SAMPLES.glob("*_response.json")])
def test_every_documented_answer_is_accepted_with_its_id(name: str) -> None:
    outcome = answered(200, (SAMPLES / name).read_bytes())
    assert outcome.verdict is Verdict.ACCEPTED
    assert outcome.campaign_id
    assert outcome.campaign_id.startswith("cd-")


@given(st.integers(min_value=0))
def test_every_cut_of_an_answer_names_the_id_whole_or_not_at_all(at: int) -> None:
    whole = (
        b'{"status":"success","x":{"id":"other","y":[1,"a,{"]},'
        b'"data":{"n":12,"id":"cd-1\\"2","status":"Preparing"}}'
    )
    found = read(whole[: at % len(whole)], complete=False)
    assert found.campaign_id in {None, 'cd-1"2'}
    assert found.campaign_status in {None, "Preparing"}
    assert (found.campaign_id is None) == (at % len(whole) < whole.index(b'","status":"Prep') + 1)


@given(st.binary() | st.text().map(str.encode), st.integers(100, 999), st.booleans())
def test_no_body_breaks_it_and_nothing_comes_out_raw(body: bytes, status: int, complete: bool) -> None:
    outcome = answered(status, body, complete=complete)
    assert outcome.message.isprintable()
    assert outcome.verdict in MEANINGS
    assert (outcome.verdict is Verdict.ACCEPTED) <= (200 <= status < 300 and complete)


@pytest.mark.parametrize(
    ("api", "text", "is_named"),
    [
        (Api.V1, "dncLists is required", True),
        (Api.V1, "A do-not-call list is mandatory for voice campaigns", True),
        (Api.V1, "queue_name is required", False),
        (Api.V2, "dncLists is required", False),
        (None, "dncLists is required", False),
    ],
)
def test_a_create_by_v1_that_lacks_a_dnc_list_names_v2(api: Api | None, text: str, is_named: bool) -> None:
    body = json.dumps({"errors": [{"msg": text}]}).encode()
    outcome = judge(Exchange(started=True, status=412, body=body, complete=True), api)
    assert outcome.verdict is Verdict.REFUSED
    assert ("Choose v2." in outcome.message) is is_named
