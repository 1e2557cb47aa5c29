"""What can be picked, read on demand: refused, hanging or broken, it never stands in the way."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pydantic import SecretStr

from tests.fault_server import FaultServer, answer, closed_port, page, serving
from tests.simulated_time import Time, simulate
from tests.workflow.test_offer_rows import receipt
from tui.campaign.fields import CALLER_ID, DNC, FLOW, LISTS, QUEUE, Api
from tui.kore import reads
from tui.kore.call_context import CallContext
from tui.kore.connection import Connection, Host
from tui.kore.exchange import Timeouts
from tui.kore.progress import Moment, Progress
from tui.kore.reads import CampaignList, Row
from tui.practice.server import PracticePlatform
from tui.practice.world import PracticeSetup, World
from tui.storage import budget
from tui.workflow.choices import PICKED
from tui.workflow.offers import PAGES_OF_NAMES, Offer, OfferedAt, Offers

LIST = "getAllCampaignDetails"


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    return simulate(monkeypatch)


class Counted:
    """The budget of reads, and how many went."""

    A_MINUTE = budget.A_MINUTE

    def __init__(self) -> None:
        self.reads = 0

    def wait(self, key: str, **more: Any) -> bool:
        self.reads += 1
        return budget.wait(key, **more)

    def spend(self, key: str) -> None:
        raise AssertionError(key)


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def context(counted: Counted) -> CallContext:
    return CallContext(counted, Timeouts.within(5))


def connected(platform: PracticePlatform, api: Api = Api.V2) -> Connection:
    account = platform.account
    ids = account.app_id, account.account_id, account.client_id, account.client_secret
    return Connection(Host.read(platform.url), *ids, api)


@pytest.fixture
def platform() -> Iterator[PracticePlatform]:
    with PracticePlatform() as running:
        yield running


def at(server: FaultServer) -> Connection:
    return Connection(Host.read(server.url), "st-1", "acc-1", "cs-1", SecretStr("s" * 40))


def offers_of(connection: Connection) -> Offers:
    return Offers(OfferedAt.of(connection))


# --- what practice has


@pytest.mark.parametrize("api", list(Api))
def test_everything_that_practice_has(
    platform: PracticePlatform, context: CallContext, counted: Counted, api: Api
) -> None:
    connection, world = connected(platform, api), World(PracticeSetup())
    offers = offers_of(connection)
    told: list[str] = []
    found = {key: offers.read(key, connection, context, tell=told.append) for key in PICKED}
    lists, queues = found[LISTS.key], found[QUEUE.key]
    assert [each.name for each in lists.choices] == [each.name for each in world.lists]
    assert (lists.source, lists.is_whole, lists.why) == ("40 contact lists of the account", True, "")
    assert [each.name for each in queues.choices] == list(World.queues)
    assert (queues.source, queues.is_whole) == ("8 queues of the account", True)
    assert {each.name for each in found[FLOW.key].choices} <= set(World.flows)
    assert (found[FLOW.key].source, found[FLOW.key].is_whole) == ("seen in 25 campaigns", False)
    assert bool(found[DNC.key].choices) is (api is Api.V2)
    caller_ids = found[CALLER_ID.key]
    assert caller_ids.source == "seen in the last 10 campaigns"
    sent = [each.sent["dialingStrategy"]["callerId"]["phoneNumber"] for each in world.campaigns[:10]]
    assert [each.name for each in caller_ids.choices] == list(dict.fromkeys(sent))
    assert told == ["page 1 of 1", *(f"campaign {number} of 10" for number in range(1, 11))]
    assert counted.reads == 1 + 1 + 1 + 10
    assert all(each.when is not None and each.clock and not each.why for each in found.values())


def test_what_was_read_is_kept_for_the_session_until_it_is_asked_for_again(
    platform: PracticePlatform, context: CallContext, counted: Counted
) -> None:
    connection = connected(platform)
    offers, clock = Offers(OfferedAt.of(connection), lambda: clock_at[0]), [0.0]
    clock_at = clock
    first = offers.read(LISTS.key, connection, context)
    clock[0] = 200.0
    assert offers.read(LISTS.key, connection, context) is first
    assert (offers.age(LISTS.key), offers.age(QUEUE.key)) == ("read 3 min ago", "")
    again = offers.read(LISTS.key, connection, context, again=True)
    assert (again.choices, again.when, counted.reads) == (first.choices, 200.0, 2)
    assert offers.age(LISTS.key) == "read just now"


def test_running_campaigns_are_named_where_campaigns_were_read(
    platform: PracticePlatform, context: CallContext
) -> None:
    connection = connected(platform)
    offers = offers_of(connection)
    running = {
        name: each.sent["name"]
        for each in World(PracticeSetup()).campaigns
        if each.status == "Active"
        for name in each.sent["contactLists"]
    }
    offers.read(FLOW.key, connection, context)
    cautions = {each.name: each.caution for each in offers.read(LISTS.key, connection, context).choices}
    assert {name for name, said in cautions.items() if said} == set(running)
    assert all(cautions[name] == f'in running "{campaign}"' for name, campaign in running.items())


# --- what does not answer as it should


def test_queues_without_the_scope_are_those_that_were_seen(context: CallContext) -> None:
    with PracticePlatform(setup=PracticeSetup(has_configuration=False)) as platform:
        connection = connected(platform)
        found = offers_of(connection).read(QUEUE.key, connection, context)
    assert {each.name for each in found.choices} <= set(World.queues)
    assert len(found.choices) > 3
    assert (found.source, found.is_whole) == ("seen in 25 campaigns", False)
    assert found.why == (
        "Queues can't be read: the client's API scope lacks Configuration. Seen ones are offered, others typed."
    )


@pytest.mark.parametrize("key", PICKED)
def test_a_refusal_is_said_in_one_line_with_what_to_do(key: str, context: CallContext) -> None:
    with serving(
        "404", reads={"/": [answer(500, {"errors": [{"msg": "No\nwonder \x1b[31m" + "x" * 500}]})]}
    ) as server:
        found = offers_of(at(server)).read(key, at(server), context)
    assert (found.choices, found.when, found.is_whole) == ((), None, False)
    assert "could not be read: HTTP 500" in found.why
    assert found.why.endswith("Type the name, or read again.")
    assert not set(found.why) & {"\n", "\x1b"}
    assert len(found.why) < 300


@pytest.mark.parametrize("key", PICKED)
def test_a_host_that_is_not_there_is_asked_once_a_look(
    key: str, context: CallContext, counted: Counted
) -> None:
    connection = Connection(
        Host.read(f"http://127.0.0.1:{closed_port()}"), "a", "b", "c", SecretStr("s" * 40)
    )
    offers = offers_of(connection)
    assert "could not be read" in offers.read(key, connection, context).why
    assert counted.reads == 1
    offers.read(key, connection, context)
    assert counted.reads == 2


@pytest.mark.parametrize("key", PICKED)
def test_a_look_that_hangs_ends_when_it_is_given_up(key: str, context: CallContext) -> None:
    given_up, waits = threading.Event(), threading.Event()
    course = Progress(lambda phase: waits.set() if phase.name is Moment.WAITING else None)
    with serving("silent", reads={}) as server:
        offers = offers_of(at(server))
        hanging = replace(context, course=course, cancelled=given_up.is_set)
        looking = threading.Thread(target=offers.read, args=(key, at(server), hanging))
        looking.start()
        assert waits.wait(20)
        assert offers.of(key) == Offer()
        given_up.set()
        looking.join(20)
    assert not looking.is_alive()
    assert offers.of(key).why.endswith(
        "were not read: that took too long, or was stopped. Type the name, or read again."
    )


def test_what_was_known_stays_where_another_look_fails(context: CallContext) -> None:
    lists = answer(200, {"status": "success", "data": [{"name": "A", "status": "Ready"}]})
    with serving("404", reads={"getAllListDetails": [lists, answer(500, b"")]}) as server:
        offers = offers_of(at(server))
        first = offers.read(LISTS.key, at(server), context)
        second = offers.read(LISTS.key, at(server), context, again=True)
    assert second.choices == first.choices
    assert (second.when, second.is_whole) == (first.when, True)
    assert "could not be read" in second.why


def test_a_fault_of_its_own_is_said(context: CallContext, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(reads, "contact_lists", broken)
    with serving("404", reads={}) as server:
        found = offers_of(at(server)).read(LISTS.key, at(server), context)
    assert found.why == "The look failed: ZeroDivisionError. Type the name, or read again."


def test_lists_that_were_cut_are_not_all(context: CallContext) -> None:
    lists = [{"name": f"List {number}", "description": "d" * 999_000} for number in range(18)]
    with serving("404", reads={"getAllListDetails": [answer(200, {"data": lists})]}) as server:
        found = offers_of(at(server)).read(LISTS.key, at(server), context)
    assert (len(found.choices), found.is_whole) == (16, False)
    assert found.why == "Only the first 16 were read: the answer is over 16 MiB."
    assert found.absent == "not among the 16 contact lists that were read"


def test_two_who_want_the_same_read_it_once(
    platform: PracticePlatform, context: CallContext, counted: Counted
) -> None:
    connection = connected(platform)
    offers = offers_of(connection)
    both = [
        threading.Thread(target=offers.read, args=(key, connection, context))
        for key in (FLOW.key, DNC.key) * 2
    ]
    for each in both:
        each.start()
    for each in both:
        each.join(20)
    assert counted.reads == 1
    assert offers.of(FLOW.key).choices
    assert offers.of(DNC.key).choices


# --- long lists of campaigns


def row(number: int, **more: object) -> dict[str, object]:
    return {
        "_id": f"cd-{number}",
        "name": f"N {number}",
        "dialingMode": "Preview",
        "connection": f"Q {number}",
        **more,
    }


def test_pages_come_one_by_one_with_how_far_it_is(context: CallContext) -> None:
    pages = [_page(number, more=number < 2) for number in range(3)]
    with serving("404", reads={"/queues": [answer(403, b"")], LIST: pages}) as server:
        offers = offers_of(at(server))
        seen: list[tuple[str, int]] = []
        found = offers.read(
            QUEUE.key, at(server), context,
            tell=lambda said: seen.append((said, len(offers.of(QUEUE.key).choices))),
        )  # fmt: skip
    assert seen == [("page 1 of 3", 0), ("page 2 of 3", 1), ("page 3 of 3", 2)]
    assert [each.name for each in found.choices] == ["Q 0", "Q 1", "Q 2"]
    assert "HTTP 403" in found.why


def _page(number: int, *, more: bool) -> bytes:
    data = {"results": [row(number)], "hasMore": more, "totalResults": 150}
    return answer(200, {"status": "success", "data": data})


def test_a_page_that_fails_leaves_what_came_before(context: CallContext) -> None:
    with serving("404", reads={LIST: [page(row(1), more=True), answer(500, b"")]}) as server:
        found = offers_of(at(server)).read(DNC.key, at(server), context)
        assert "Campaigns could not be read: HTTP 500" in found.why
        assert found.when is not None


def test_it_does_not_read_without_end(context: CallContext, counted: Counted) -> None:
    pages = [page(row(number), more=True) for number in range(PAGES_OF_NAMES + 5)]
    with serving("404", reads={LIST: pages}) as server:
        found = offers_of(at(server)).read(FLOW.key, at(server), context)
    assert counted.reads == PAGES_OF_NAMES
    assert found.source == f"seen in the first {PAGES_OF_NAMES} campaigns"


def test_queues_that_are_not_all_sent_are_completed_from_campaigns(context: CallContext) -> None:
    some = answer(200, {"results": [{"name": "Q 1"}, {"name": "A  \x00"}, {"name": None}], "hasMore": True})
    with serving("404", reads={"/queues": [some], LIST: [page(row(1), row(2))]}) as server:
        found = offers_of(at(server)).read(QUEUE.key, at(server), context)
    assert [each.name for each in found.choices] == ["Q 1", "A  \x00", "Q 2"]
    assert (found.source, found.is_whole) == ("2 queues of the account, or seen in 2 campaigns", False)
    assert found.absent == "not among the 2 queues that were read, and not seen in 2 campaigns"
    assert found.why.startswith("There are more queues than the 2 that the platform sent.")


# --- caller IDs


def test_caller_ids_of_receipts_come_first_and_take_no_request(
    platform: PracticePlatform, context: CallContext, counted: Counted
) -> None:
    connection = connected(platform)
    offers = offers_of(connection)
    here = replace(
        receipt("+499"), site=connection.host.site, app_id="st-practice", account_id="practice-account"
    )
    elsewhere = replace(here, site="other.example:443", document=receipt("+498").document)
    found = offers.take_receipts([here, elsewhere, replace(here, place="practice")])
    assert [each.name for each in found.choices] == ["+499"]
    assert (found.source, found.when, counted.reads) == ("accepted before", None, 0)
    found = offers.read(CALLER_ID.key, connection, context)
    assert found.choices[0].name == "+499"
    assert found.choices[0].facts == ("sent 2026-03-02",)
    assert len(found.choices) > 1


def test_a_campaign_that_was_deleted_since_is_passed_over(context: CallContext) -> None:
    one = answer(200, {"status": "success", "data": {"dialingStrategy": {"callerId": {"phoneNumber": "+1"}}}})
    reading = {
        LIST: [page(row(1), row(2), row(3))],
        "/campaign/cd-1": [answer(404, b"")],
        "/campaign/cd-": [one],
    }
    with serving("404", reads=reading) as server:
        found = offers_of(at(server)).read(CALLER_ID.key, at(server), context)
    assert [each.name for each in found.choices] == ["+1"]
    assert found.why == ""


# --- what others read


def test_campaigns_that_were_read_for_their_names_are_not_read_again(
    platform: PracticePlatform, context: CallContext, counted: Counted
) -> None:
    connection = connected(platform)
    offers = offers_of(connection)
    rows = (Row("1", "a", mode="Agentless", exact_connection="A flow"),)
    offers.learn(CampaignList(rows, 1), replace(connection, app_id="st-other"))
    offers.learn(CampaignList(rows, 1), connection.without_secret())
    assert [each.name for each in offers.read(FLOW.key, connection, context).choices] == ["A flow"]
    assert counted.reads == 0
