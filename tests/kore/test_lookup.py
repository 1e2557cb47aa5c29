"""Which campaigns may be the one that was sent, and what a look is worth."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from tests.fault_server import FaultServer, answer, page, serving
from tests.simulated_time import simulate
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.kore import lookup
from tui.kore.connection import Connection, Host
from tui.kore.lookup import ContentMatch, candidates
from tui.kore.reads import CampaignList, Row
from tui.workflow.calls import call_context

CONTEXT = call_context()
DOCUMENT = model.example(Mode.PROGRESSIVE, Api.V1)
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
        # the newest alone were known: what is older than all of them was there before the send
        ([row("2"), row("1", "Other", seconds=-60), row("3", seconds=-121)], ["1"], ["2"]),
        ([row("2", seconds=-3_000), row("1", "Other", seconds=-3_600)], ["1"], ["2"]),
        ([row("2"), row("3", seconds=-60), row("4", seconds=None)], ["gone"], ["2", "4"]),
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
        known = [each.created for each in rows if each.id in before and each.created]
        since = max(known, default=SENT) if before else datetime.min.replace(tzinfo=UTC)
        missed = [
            each
            for each in rows
            if each.name == NAME and each.id not in before and each.created and each.created >= since
        ]
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
        found = lookup.look(DOCUMENT, at(server), before=["cd-old"], sent=datetime.now(UTC), context=CONTEXT)
    assert found.complete
    assert [(each.row.id, each.content, each.differences) for each in found.candidates] == [
        ("cd-3", ContentMatch.SAME, ()),
        ("cd-2", ContentMatch.NOT_COMPARED, ()),
        ("cd-1", ContentMatch.DIFFERENT, ("priority",)),
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
        found = lookup.look(DOCUMENT, at(server), before=None, sent=datetime.now(UTC), context=CONTEXT)
    assert [each.row.id for each in found.candidates] == ["new"]


def test_a_look_that_is_not_complete_proves_nothing_but_what_it_found() -> None:
    reads = {LIST: [page(listed("cd-1"), more=True), answer(500, b"")], "/campaign/cd-1": [read()]}
    with serving("404", reads=reads) as server:
        found = lookup.look(DOCUMENT, at(server), before=[], sent=datetime.now(UTC), context=CONTEXT)
    assert not found.complete
    assert [each.content for each in found.candidates] == [ContentMatch.SAME]
    assert "could not be read to its end" in found.sentence


def test_nothing_found_is_no_proof() -> None:
    with serving("404") as server:
        found = lookup.look(DOCUMENT, at(server), before=[], sent=datetime.now(UTC), context=CONTEXT)
    assert (found.complete, found.candidates) == (True, ())
    assert "does not prove" in found.sentence


def test_before_sending() -> None:
    reads = {LIST: [page(listed("cd-1", NAME.upper()), listed("cd-2", "Other"))]}
    with serving("404", reads=reads) as server:
        found = lookup.before(DOCUMENT, at(server), context=CONTEXT)
    assert found.ids == {"cd-1", "cd-2"}
    assert [each.id for each in found.same_name] == ["cd-1"]
    (warning,) = found.warnings()
    assert "cd-1" in warning
    assert "Preparing" in warning
    assert f"{datetime.now(UTC):%Y-%m-}" in warning


@pytest.mark.parametrize("broken", [answer(500, b""), answer(401, b"")])
def test_before_sending_a_list_that_can_not_be_had_is_no_drama(broken: bytes) -> None:
    with serving("404", reads={LIST: [broken]}) as server:
        found = lookup.before(DOCUMENT, at(server), context=CONTEXT)
    assert found.ids is None
    assert found.why


def at_minute(number: int) -> datetime:
    return SENT - timedelta(minutes=number)


def test_before_sending_the_newest_page_is_all_that_is_read() -> None:
    rows = [listed(f"cd-{number}", "Other", at_minute(number)) for number in range(50)]
    first = page(*rows, more=True).replace(b'"hasMore"', b'"totalResults": 1200, "hasMore"')
    first = first.replace(b"Content-Length: ", b"X-Was: ")
    with serving("404", reads={LIST: [first, answer(500, b"")]}) as server:
        found = lookup.before(DOCUMENT, at(server), context=CONTEXT)
    assert len(server.received) == 1
    assert found.ids == {f"cd-{number}" for number in range(50)}
    assert found.sentence == "none among the newest 50 of 1,200 campaigns"
    assert "the others were not looked at" in found.unread


def test_before_sending_a_page_that_is_not_the_newest_is_worth_nothing() -> None:
    rows = [listed("cd-2", "Other", at_minute(2)), listed("cd-1", "Other", at_minute(1))]
    with serving("404", reads={LIST: [page(*rows, more=True)]}) as server:
        found = lookup.before(DOCUMENT, at(server), context=CONTEXT)
    assert (found.ids, len(server.received)) == (None, 1)
    assert "does not list the newest first" in found.unread


def test_before_sending_nobody_waits_for_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = simulate(monkeypatch)
    with serving("404") as server:
        for _ in range(30):
            assert lookup.before(DOCUMENT, at(server), context=CONTEXT).ids == frozenset()
    assert (len(server.received), clock.slept) == (30, 0)


# --- a long list, after a send


def long_list(*first: dict[str, Any], pages: int = 3) -> list[bytes]:
    rows = [*first, *(listed(f"cd-{number}", "Other", at_minute(number)) for number in range(1, pages * 50))]
    return [page(*rows[at : at + 50], more=at + 50 < len(rows)) for at in range(0, len(rows), 50)]


def test_newest_first_until_what_was_known_before_the_send() -> None:
    reads = {LIST: long_list(listed("new", created=SENT)), "/campaign/new": [read()]}
    with serving("404", reads=reads) as server:
        found = lookup.look(DOCUMENT, at(server), before=["cd-1", "cd-2"], sent=SENT, context=CONTEXT)
    assert [(each.row.id, each.content) for each in found.candidates] == [("new", ContentMatch.SAME)]
    assert (found.pages, found.complete, found.until_known) == (1, True, True)
    assert len(server.received) == found.requests == 2


def test_without_a_known_one_until_what_is_older_than_the_send() -> None:
    sent = SENT - timedelta(days=2)
    rows = [listed(f"cd-{number}", "Other", sent + timedelta(hours=30 - number)) for number in range(150)]
    pages = [page(*rows[start : start + 50], more=start < 100) for start in (0, 50, 100)]
    with serving("404", reads={LIST: pages}) as server:
        found = lookup.look(DOCUMENT, at(server), before=None, sent=sent, context=CONTEXT)
    assert (found.pages, found.complete, found.candidates) == (2, True, ())
    assert "back to those known before the send" in found.sentence
    assert "does not prove" in found.sentence


def test_where_the_order_can_not_be_trusted_all_of_it_is_read_and_that_is_said() -> None:
    mixed = [listed("cd-2", "Other", at_minute(2)), listed("cd-1", "Other", at_minute(1))]
    reads = {LIST: [page(*mixed, more=True), page(listed("new", created=SENT))], "/campaign/new": [read()]}
    with serving("404", reads=reads) as server:
        found = lookup.look(DOCUMENT, at(server), before=["cd-1"], sent=SENT, context=CONTEXT)
    assert [each.row.id for each in found.candidates] == ["new"]
    assert (found.pages, found.in_order, found.until_known) == (2, False, False)
    assert "not in the order of its times" in found.sentence


@pytest.mark.parametrize("times", [[None, None], [1, None], [None, 1], [2, 1]])
def test_an_order_that_nobody_can_see_is_not_trusted(times: list[int | None]) -> None:
    rows = [row(str(at), seconds=None if time is None else -time) for at, time in enumerate(times)]
    assert not CampaignList(tuple(rows), 1).is_in_order
    assert CampaignList(tuple(rows[:1]), 1).is_in_order


def test_a_fault_of_our_own_is_no_drama_either(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(lookup.reads, "newest", fail)
    with serving("404") as server:
        found = lookup.before(DOCUMENT, at(server), context=CONTEXT)
    assert found.ids is None
    assert "planted" not in found.sentence


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "LOOK_SECONDS", 0.3)
    monkeypatch.setattr(lookup, "PAGE_SECONDS", 0.3)


@pytest.mark.usefixtures("short")
def test_a_look_never_takes_longer_than_it_may() -> None:
    with serving("silent", reads={}) as server:
        found = lookup.before(DOCUMENT, at(server), CONTEXT)
    assert found.ids is None
    assert found.why in {"No whole answer came within 0.3 s.", "It took too long, and was given up."}
