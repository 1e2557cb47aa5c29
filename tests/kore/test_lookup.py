"""Which campaigns may be the one that was sent, and what a look is worth."""

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from tests.fault_server import FaultServer, answer, page, serving
from tui.campaign import wire
from tui.campaign.fields import Api, Mode
from tui.connection import Connection, Host
from tui.kore import lookup
from tui.kore.call import Way
from tui.kore.lookup import Content, candidates
from tui.kore.reads import Row

DOCUMENT = wire.example(Mode.PROGRESSIVE, Api.V1)
NAME = DOCUMENT["name"]
SENT = datetime(2026, 11, 24, 4, 0, 0, tzinfo=UTC)
LIST = "getAllCampaignDetails"


def row(row_id: str, name: str = NAME, seconds: float | None = 1.0) -> Row:
    return Row(row_id, name, created=None if seconds is None else SENT + timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("rows", "before", "found"),
    [
        ([], [], []),
        ([row("1")], [], ["1"]),
        ([row("1")], ["1"], []),
        ([row("1"), row("2")], ["1"], ["2"]),
        ([row("1", "Other")], [], []),
        ([row("1", NAME.upper()), row("2", f" {NAME} ")], [], ["1", "2"]),
        ([row("1", seconds=-3_600)], [], ["1"]),  # not listed before, so the clock is not asked
        ([row("", seconds=1)], [""], [""]),
        (
            [row("1"), row("2", seconds=-60), row("3", seconds=None), row("4", seconds=-1)],
            None,
            ["1", "3", "4"],
        ),
        ([row("1", "Other")], None, []),
    ],
)
def test_who_may_be_the_one(rows: list[Row], before: list[str] | None, found: list[str]) -> None:
    assert [each.id for each in candidates(rows, DOCUMENT, before=before, sent=SENT)] == found


@given(
    st.lists(st.builds(row, st.sampled_from("abcdef"), st.sampled_from([NAME, "x"]), st.floats(-1e6, 1e6))),
    st.none() | st.lists(st.sampled_from("abcdef")),
)
def test_nothing_that_was_there_before_or_is_called_otherwise_is_one(
    rows: list[Row], before: list[str] | None
) -> None:
    found = candidates(rows, DOCUMENT, before=before, sent=SENT)
    assert all(each.name == NAME for each in found)
    if before is None:
        assert all(each.created and each.created >= SENT - timedelta(seconds=2) for each in found)
        missed = [each for each in rows if each.name == NAME and each.created and each.created >= SENT]
    else:
        assert all(each.id not in before for each in found)
        missed = [each for each in rows if each.name == NAME and each.id not in before]
    assert set(missed) <= set(found)


def at(server: FaultServer) -> Connection:
    return Connection(Host.read(server.url), "st-1", "acc-1", "cs-1", SecretStr("s" * 40))


def listed(row_id: str, name: str = NAME, created: datetime | None = None) -> dict[str, Any]:
    when = (created or datetime.now(UTC)).isoformat().replace("+00:00", "Z")
    return {"_id": row_id, "name": name, "status": "Preparing", "createdAt": when}


def read(**changed: Any) -> bytes:
    return answer(200, {"status": "success", "data": DOCUMENT | changed})


def test_candidates_are_compared_by_content_the_likeliest_first() -> None:
    reads = {
        LIST: [page(listed("cd-1"), listed("cd-2"), listed("cd-3"), listed("cd-old"))],
        "/campaign/cd-1": [read(priority="1")],
        "/campaign/cd-2": [answer(500, b"")],
        "/campaign/cd-3": [read()],
    }  # fmt: skip
    with serving("404", reads=reads) as server:
        found = lookup.look(DOCUMENT, at(server), before=["cd-old"], sent=datetime.now(UTC))
    assert found.complete
    assert [(each.row.id, each.content, each.differences) for each in found.candidates] == [
        ("cd-3", Content.SAME, ()),
        ("cd-2", Content.NOT_COMPARED, ()),
        ("cd-1", Content.DIFFERENT, ("priority",)),
    ]
    assert "3 new campaigns" in found.sentence
    assert "differs in priority" in found.candidates[2].sentence


def test_the_servers_clock_counts_and_not_ours() -> None:
    """The server is an hour behind us: what it made after the send is old by our clock, and found."""
    there = datetime.now(UTC) - timedelta(hours=1)
    rows = [
        listed("new", created=there + timedelta(seconds=1)),
        listed("old", created=there - timedelta(minutes=5)),
    ]
    body = page(*rows).replace(
        b"Connection", f"Date: {format_datetime(there, usegmt=True)}\r\nConnection".encode(), 1
    )
    with serving("404", reads={LIST: [body]}) as server:
        found = lookup.look(DOCUMENT, at(server), before=None, sent=datetime.now(UTC))
    assert [each.row.id for each in found.candidates] == ["new"]


def test_a_look_that_is_not_complete_proves_nothing_but_what_it_found() -> None:
    reads = {LIST: [page(listed("cd-1"), more=True), answer(500, b"")], "/campaign/cd-1": [read()]}
    with serving("404", reads=reads) as server:
        found = lookup.look(DOCUMENT, at(server), before=[], sent=datetime.now(UTC))
    assert not found.complete
    assert [each.content for each in found.candidates] == [Content.SAME]
    assert "could not be read to its end" in found.sentence


def test_nothing_found_is_no_proof() -> None:
    with serving("404") as server:
        found = lookup.look(DOCUMENT, at(server), before=[], sent=datetime.now(UTC))
    assert (found.complete, found.candidates) == (True, ())
    assert "does not prove" in found.sentence


def test_before_sending() -> None:
    reads = {LIST: [page(listed("cd-1", NAME.upper()), listed("cd-2", "Other"))]}
    with serving("404", reads=reads) as server:
        found = lookup.before(DOCUMENT, at(server))
    assert found.ids == {"cd-1", "cd-2"}
    assert [each.id for each in found.same_name] == ["cd-1"]
    (warning,) = found.warnings()
    assert "cd-1" in warning
    assert "Preparing" in warning
    assert f"{datetime.now(UTC):%Y-%m-}" in warning


@pytest.mark.parametrize("broken", [answer(500, b""), answer(401, b""), page(listed("cd-1"), more=True)])
def test_before_sending_a_list_that_can_not_be_had_is_no_drama(broken: bytes) -> None:
    with serving("404", reads={LIST: [broken]}) as server:
        found = lookup.before(DOCUMENT, at(server))
    assert found.ids is None
    assert found.why


def test_a_fault_of_our_own_is_no_drama_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(lookup.reads, "campaigns", fail)
    with serving("404") as server:
        found = lookup.before(DOCUMENT, at(server))
    assert found.ids is None
    assert "planted" not in found.sentence


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "LONGEST", 0.3)


@pytest.mark.usefixtures("short")
def test_a_look_never_takes_longer_than_it_may() -> None:
    begun = time.monotonic()
    with serving("silent", reads={}) as server:
        found = lookup.before(DOCUMENT, at(server), Way())
    assert time.monotonic() - begun < 3
    assert found.ids is None
