"""The harmless calls, against the practice platform and against answers that are not what they should be."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from tests.fault_server import FaultServer, answer, closed_port, page, serving
from tests.simulated_time import Time, simulate
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.campaign.parse import parse_campaign
from tui.kore import reads
from tui.kore.causes import Cause
from tui.kore.connection import Connection, Host
from tui.kore.reads import Failure, Found, Queues
from tui.kore.verdicts import Verdict
from tui.practice.campaigns import PREPARING_SECONDS
from tui.practice.rate_limit import REQUESTS
from tui.practice.server import PracticePlatform
from tui.practice.world import PracticeSetup, World
from tui.workflow.calls import call_context
from tui.workflow.create import create

CONTEXT = call_context()
LISTS = "getAllListDetails"
LIST = "getAllCampaignDetails"


class Clock:
    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> Time:
    """Nobody has minutes to wait for the account's budget here."""
    return simulate(monkeypatch)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def platform(clock: Clock) -> Iterator[PracticePlatform]:
    with PracticePlatform(clock=clock, setup=PracticeSetup(campaigns=0)) as running:
        yield running


@pytest.fixture(params=list(Api))
def account(request: pytest.FixtureRequest, platform: PracticePlatform) -> Connection:
    owner = platform.account
    ids = owner.app_id, owner.account_id, owner.client_id, owner.client_secret
    return Connection(Host.read(platform.url), *ids, request.param)


def made(account: Connection, name: str, mode: Mode = Mode.PROGRESSIVE) -> str:
    outcome = create(parse_campaign(model.example(mode, account.api) | {"name": name}), account).outcome
    assert outcome.campaign_id
    return outcome.campaign_id


def at(server: FaultServer) -> Connection:
    return Connection(Host.read(server.url), "st-1", "acc-1", "cs-1", SecretStr("s" * 40))


def failed(found: object) -> Failure:
    assert isinstance(found, Failure)
    return found


# --- what there is


def test_contact_lists(account: Connection) -> None:
    found = reads.contact_lists(account, context=CONTEXT)
    assert not isinstance(found, Failure)
    there = World(PracticeSetup(campaigns=0)).lists
    assert [
        (each.name, each.records, each.status, each.own_time_zones, each.source) for each in found.lists
    ] == [(each.name, each.people, each.status, each.own_time_zones, each.source) for each in there]
    assert [each.is_usable for each in found.lists] == [
        each.status in {"Ready", "Validated"} for each in there
    ]
    assert all(each.is_exact and each.id.startswith("cl-") and each.changed for each in found.lists)
    assert not found.cut


def test_queues(account: Connection) -> None:
    assert reads.queues(account, context=CONTEXT) == Queues(World.queues, complete=True)


def test_campaigns_are_read_page_by_page(account: Connection, clock: Clock) -> None:
    for number in range(reads.PAGE + 1):
        clock.seconds += 4
        made(account, f"Number {number}")
    found = reads.campaigns(account, context=CONTEXT)
    assert found.complete
    assert found.pages == 2
    assert [row.name for row in found.rows] == [f"Number {number}" for number in range(reads.PAGE, -1, -1)]
    assert found.rows[-1].status == "Ready"
    assert found.rows[0].created is not None
    assert found.ahead is not None
    assert abs(found.ahead.total_seconds()) < 60


def test_an_account_without_campaigns(account: Connection) -> None:
    found = reads.campaigns(account, context=CONTEXT)
    assert (found.rows, found.complete, found.pages) == ((), True, 1)


@pytest.mark.parametrize("mode", list(Mode))
def test_one_campaign_and_its_way_to_ready(account: Connection, clock: Clock, mode: Mode) -> None:
    campaign_id = made(account, "Odd / näme", mode)
    assert reads.status(account, campaign_id, context=CONTEXT) == "Preparing"
    clock.seconds += PREPARING_SECONDS
    assert reads.status(account, campaign_id, context=CONTEXT) == "Ready"
    found = reads.campaign(account, campaign_id, context=CONTEXT)
    assert isinstance(found, Found)
    assert (found.row.id, found.row.name, found.row.mode) == (campaign_id, "Odd / näme", mode)
    assert found.data["dialingStrategy"]["maxRingTime"] == 30


def test_a_campaign_that_is_not_there(account: Connection) -> None:
    for found in (
        reads.campaign(account, "../x?y", context=CONTEXT),
        reads.status(account, "../x?y", context=CONTEXT),
    ):
        assert (failed(found).verdict, failed(found).exchange.status) == (Verdict.REFUSED, 404)


def test_a_client_without_the_scope(account: Connection, platform: PracticePlatform) -> None:
    other = platform.unscoped
    found = failed(
        reads.queues(
            replace(account, client_id=other.client_id, client_secret=other.client_secret),
            context=CONTEXT,
        )
    )
    assert found.verdict is Verdict.UNAUTHORISED
    assert found.causes == (Cause.SCOPE,)
    assert "publish" in found.why


def test_the_limit_of_a_minute(account: Connection, clock: Clock) -> None:
    for _ in range(REQUESTS):
        assert not isinstance(reads.queues(account, context=CONTEXT), Failure)
    assert failed(reads.queues(account, context=CONTEXT)).verdict is Verdict.RATE_LIMITED
    clock.seconds += 61
    assert not isinstance(reads.queues(account, context=CONTEXT), Failure)


# --- what a platform may do instead


def test_contact_lists_are_asked_for_by_get_where_post_is_refused() -> None:
    lists = answer(
        200, {"status": "success", "data": [{"name": "A", "totalRecordCount": 2, "status": "Invalid"}]}
    )
    manners = reads.Manners()
    with serving("404", reads={f"GET {_PATH_OF_LISTS}": [lists], LISTS: [answer(405, b"")]}) as server:
        for _ in range(2):
            found = reads.contact_lists(at(server), manners=manners, context=CONTEXT)
            assert not isinstance(found, Failure)
            assert [(each.name, each.records, each.is_usable) for each in found.lists] == [("A", 2, False)]
    assert [each.line.split()[0] for each in server.received] == ["POST", "GET", "GET"]
    assert server.received[0].body == b"{}"


_PATH_OF_LISTS = "/agentassist/api/v1/public/st-1/campaign/contactList/getAllListDetails?type=call"


def test_contact_lists_that_can_be_had_by_neither_are_asked_for_twice() -> None:
    with serving("404", reads={LISTS: [answer(404, b"")]}) as server:
        assert failed(reads.contact_lists(at(server), context=CONTEXT)).exchange.status == 404
    assert [each.line.split()[0] for each in server.received] == ["POST", "GET"]


def test_the_call_for_campaigns_never_filters() -> None:
    with serving("404") as server:
        reads.campaigns(at(server), context=CONTEXT)
    assert json.loads(server.received[0].body) == {
        "type": "voice", "page": 1, "limit": 50, "skip": 0, "sortBy": {"createdAt": "desc"},
    }  # fmt: skip


@pytest.mark.parametrize(
    "last",
    [
        answer(500, b""),
        answer(200, b"<html>"),
        answer(200, {"status": "failed"}),
        answer(200, {"status": "success"}),
        page({"_id": "1"}, more=True),
        page({"_id": "1"}, more="no"),
        page({"_id": "2"})[:-20],
    ],
)
def test_what_is_not_read_to_its_end_is_not_complete(last: bytes) -> None:
    with serving("404", reads={LIST: [page({"_id": "1", "name": "A"}, more=True), last]}) as server:
        found = reads.campaigns(at(server), context=CONTEXT)
    assert not found.complete
    assert found.failure is not None
    assert found.failure.why
    assert "1" in {row.id for row in found.rows}


def test_reading_stops_at_some_page() -> None:
    pages = [page({"_id": str(number)}, more=True) for number in range(reads.MOST_PAGES + 5)]
    with serving("404", reads={LIST: pages}) as server:
        found = reads.campaigns(at(server), context=CONTEXT)
    assert not found.complete
    assert len(server.received) == found.pages == reads.MOST_PAGES


def test_pages_are_counted_where_no_more_is_said() -> None:
    one = answer(200, {"status": "success", "data": {"results": [{"id": "1"}], "totalPages": 1}})
    with serving("404", reads={LIST: [one]}) as server:
        assert reads.campaigns(at(server), context=CONTEXT).complete


def test_nothing_of_an_answer_comes_out_raw_or_breaks_it() -> None:
    row = {
        "_id": {"x": 1}, "id": 5, "name": "\x1b]52;c;x\x07\u202e[b]A  B", "createdAt": "99", "contactLists": [1, "x\0"],
        "dncLists": "none", "status": None,
    }  # fmt: skip
    with serving("404", reads={LIST: [page(row, "no row", None)]}) as server:
        (found,) = reads.campaigns(at(server), context=CONTEXT).rows
    assert found.name == "␛]52;c;x␇\\u{202e}[b]A  B"
    assert (found.id, found.created, found.contact_lists, found.status) == ("", None, ("x␀",), "")


def test_a_name_that_can_not_be_shown_as_it_is_says_so() -> None:
    rows = {"status": "success", "data": [{"name": "A  B"}, {"name": "A\x00"}, {"name": "x" * 5_000}, {}]}
    with serving("404", reads={LISTS: [answer(200, rows)]}) as server:
        found = reads.contact_lists(at(server), context=CONTEXT)
    assert not isinstance(found, Failure)
    assert [each.is_exact for each in found.lists] == [True, False, False, False]


@pytest.mark.parametrize("body", [b"[" * 10_000, b'{"data":1e999}', b"\xff\xfe", b"", b"null"])
def test_a_body_that_is_no_answer_is_a_failure(body: bytes) -> None:
    with serving("404", reads={"/": [answer(200, body)]}) as server:
        found = [
            failed(each)
            for each in (
                reads.queues(at(server), context=CONTEXT),
                reads.campaign(at(server), "c", context=CONTEXT),
                reads.status(at(server), "c", context=CONTEXT),
            )
        ]
    assert {each.verdict for each in found} == {Verdict.UNKNOWN}


def test_a_platform_that_can_not_be_reached_and_a_secret_that_can_not_sign() -> None:
    nowhere = Connection(Host.read(f"http://127.0.0.1:{closed_port()}"), "a", "b", "c", SecretStr("s" * 40))
    assert failed(reads.queues(nowhere, context=CONTEXT)).verdict is Verdict.UNREACHABLE
    unsigned = failed(reads.queues(replace(nowhere, client_secret=SecretStr("")), context=CONTEXT))
    assert (unsigned.verdict, unsigned.exchange.started) == (Verdict.UNAUTHORISED, False)


def test_a_token_that_comes_back_is_hidden() -> None:
    with serving("echo", reads={}) as server:
        found = failed(reads.queues(at(server), context=CONTEXT))
        assert server.received[0].headers["auth"] not in repr(found)
    assert "(hidden)" in found.why
