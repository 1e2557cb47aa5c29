"""Contact lists as hostile platforms tell of them: shown safely, named exactly, and read in one piece or cut."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from tests.fault_server import FaultServer, answer, serving
from tests.kore.test_long_json import VALUES
from tests.simulated_time import simulate
from tui.base.text import inert
from tui.kore import reads
from tui.kore.connection import Connection, Host
from tui.kore.contact_list import ContactList, read_lists
from tui.kore.exchange import BODY_LIMIT
from tui.kore.reads import LISTS_LIMIT, ContactLists, Failure
from tui.workflow.calls import call_context

CONTEXT = call_context()
LISTS = "getAllListDetails"
ODD = st.text(max_size=30) | st.sampled_from(
    [
        "[b]x[/b]",
        "\x1b]52;c;x\x07",
        "\u202eabc",
        "A  B",
        " A ",
        "e\u0301",
        "\u200b",
        "日本",
        "x" * 10_000,
        "\ud800",
    ]
)
KEYS = (
    "_id", "id", "name", "status", "totalRecordCount", "source", "campaignInUse", "mapping", "updatedAt", "isListInUse",
)  # fmt: skip
HOSTILE = st.dictionaries(st.sampled_from(KEYS), VALUES | ODD, max_size=5)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    simulate(monkeypatch)


def parsed(*rows: Any) -> tuple[ContactList, ...]:
    return read_lists(json.dumps({"status": "success", "data": rows}).encode()).lists


def at(server: FaultServer) -> Connection:
    return Connection(Host.read(server.url), "st-1", "acc-1", "cs-1", SecretStr("s" * 40))


def test_everything_that_is_said_of_a_list() -> None:
    (found,) = parsed(
        {
            "_id": "cl-1", "name": "A", "status": "Ready", "totalRecordCount": 1204, "source": "localDrive",
            "campaignInUse": [{"name": "May calls", "id": "cd-1"}, None, {"id": 5}], "isListInUse": True,
            "mapping": {"timeZone": "timezone"}, "updatedAt": "2025-12-05T09:34:12.449Z",
        }
    )  # fmt: skip
    assert found == ContactList(
        "A", "Ready", 1204, "localDrive", ("May calls", ""), own_time_zones=True, exact="A", id="cl-1",
        changed=datetime(2025, 12, 5, 9, 34, 12, 449_000, UTC), is_in_use=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "attribute", "value"),
    [
        ({"id": "cl-2"}, "id", "cl-2"), ({"_id": None, "id": "cl-2"}, "id", "cl-2"), ({"_id": 5}, "id", ""),
        ({"name": 5}, "exact", "5"), ({"name": None}, "exact", ""), ({"name": True}, "exact", ""),
        ({"name": ["A"]}, "exact", ""), ({"totalRecordCount": "1204"}, "records", 1204),
        ({"totalRecordCount": "1,204"}, "records", None), ({"totalRecordCount": -1}, "records", None),
        ({"totalRecordCount": 10**40}, "records", None), ({"totalRecordCount": 2.5}, "records", None),
        ({"totalRecordCount": True}, "records", None), ({"totalRecordCount": "٣"}, "records", None),
        ({"status": "Dreaming"}, "status", "Dreaming"), ({"status": 5}, "status", ""),
        ({"mapping": "timeZone"}, "own_time_zones", False), ({"mapping": {"timeZone": ""}}, "own_time_zones", False),
        ({"updatedAt": 99}, "changed", None), ({"updatedAt": "soon"}, "changed", None),
        ({"updatedAt": "2025-12-05T09:34:12"}, "changed", datetime(2025, 12, 5, 9, 34, 12, tzinfo=UTC)),
        ({"isListInUse": "yes"}, "is_in_use", False), ({"campaignInUse": {"name": "A"}}, "in_use_by", ()),
        ({"campaignInUse": [{"name": "A"}] * 5_000}, "in_use_by", ("A",) * 50),
    ],
)  # fmt: skip
def test_odd_shapes(row: dict[str, Any], attribute: str, value: object) -> None:
    (found,) = parsed(row)
    assert getattr(found, attribute) == value


@settings(max_examples=25)
@given(st.lists(HOSTILE | st.none() | st.text(max_size=3), max_size=3))
def test_whatever_comes_is_printable_and_breaks_nothing(rows: list[Any]) -> None:
    found = parsed(*rows)
    assert len(found) == sum(isinstance(each, dict) for each in rows)
    for each in found:
        for text in (each.name, each.status, each.source, each.id, *each.in_use_by):
            assert inert(text, keep="") == text
            assert len(text) < 400 * 10
        assert each.records is None or each.records >= 0


@given(ODD)
def test_a_name_is_sent_as_it_came_and_shown_inert(name: str) -> None:
    (found,) = parsed({"name": name})
    assert found.exact == name
    assert found.name == inert(name, keep="", limit=300)
    assert found.is_exact is (bool(name) and found.name == name)
    assert json.loads(json.dumps([found.exact])) == [name]


def test_two_lists_of_one_name_are_two() -> None:
    assert [each.id for each in parsed({"name": "A", "_id": "1"}, {"name": "A", "_id": "2"})] == ["1", "2"]


def big(rows: int, length: int) -> bytes:
    """An answer of ``rows`` lists, each with a description of ``length`` characters."""
    row = {"status": "Ready", "totalRecordCount": 5, "description": "d" * length}
    lists = [{"name": f"List {number}", **row} for number in range(rows)]
    return answer(200, {"status": "success", "data": lists})


def test_lists_beyond_what_a_create_may_answer_are_read() -> None:
    whole = big(3_000, 900)
    assert len(whole) > 2 * BODY_LIMIT
    with serving("404", reads={LISTS: [whole]}) as server:
        found = reads.contact_lists(at(server), context=CONTEXT)
    assert isinstance(found, ContactLists)
    assert (len(found.lists), found.lists[-1].name, found.cut) == (3_000, "List 2999", "")


def test_lists_beyond_the_bound_are_cut_and_that_is_said() -> None:
    with serving("404", reads={LISTS: [big(18, 999_000)]}) as server:
        found = reads.contact_lists(at(server), context=CONTEXT)
    assert isinstance(found, ContactLists)
    assert len(found.lists) == LISTS_LIMIT // 999_100
    assert found.cut == "Only the first 16 were read: the answer is over 16 MiB."


def test_a_bound_that_is_met_before_the_first_list_is_a_failure() -> None:
    body = answer(200, {"status": "success", "message": "m" * (LISTS_LIMIT + 1), "data": [{"name": "A"}]})
    with serving("404", reads={LISTS: [body]}) as server:
        found = reads.contact_lists(at(server), context=CONTEXT)
    assert isinstance(found, Failure)
    assert found.why == "It is longer than 16,777,216 bytes and was cut."
    assert len(found.exchange.body) <= BODY_LIMIT


@pytest.mark.parametrize(
    "body", [b"[" * 10_000, b"\xff\xfe", b"", b"null", b'{"data": [{}]', b'{"data": [{}]} x']
)
def test_a_body_that_is_no_answer_is_a_failure(body: bytes) -> None:
    with serving("404", reads={LISTS: [answer(200, body)]}) as server:
        found = reads.contact_lists(at(server), context=CONTEXT)
    assert isinstance(found, Failure)
    assert "can't be understood" in found.why


def test_an_answer_that_breaks_off_is_a_failure() -> None:
    with serving("404", reads={LISTS: [answer(200, b'{"data": [{}, ', length=500)]}) as server:
        assert isinstance(reads.contact_lists(at(server), context=CONTEXT), Failure)
