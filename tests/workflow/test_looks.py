"""Looks at the list: how old they are, how long they serve, and what they take of the account's limit."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.counting_platform import CREATED_ID, CountingPlatform, running
from tests.simulated_time import Time, simulate
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.campaign.parse import parse_campaign
from tui.kore.call_context import spend
from tui.kore.reads import CampaignList, Failure, Row
from tui.kore.verdicts import Verdict
from tui.storage import budget
from tui.workflow import polling
from tui.workflow.calls import call_context
from tui.workflow.looks import SERVES, WHOLE, Listing, ListSnapshot, about_name, merged
from tui.workflow.polling import Poller
from tui.workflow.submission import Submission

DOCUMENT = model.example(Mode.PROGRESSIVE, Api.V1)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
BROKEN = Failure(Verdict.UNKNOWN, "HTTP 500.")


def rows(*numbers: int) -> tuple[Row, ...]:
    return tuple(Row(str(at), f"Name {at}", created=NOON + timedelta(minutes=at)) for at in numbers)


def part(*numbers: int, pages: int = 1, more: bool = True, failure: Failure | None = None) -> CampaignList:
    return CampaignList(rows(*numbers), pages, failure, is_more=more, total=9)


# --- what a look says


@pytest.mark.parametrize(
    ("found", "age", "said"),
    [
        (part(2, 1, more=False), 0, "No other campaign bears this name (looked 04:12:31)."),
        (part(2, 1, more=False), 150, "(looked 04:12:31, 2 min ago; l looks again)."),
        (part(2, 1), 0, "No campaign bears this name among the newest 2 of 9 campaigns, reading on (looked"),
        (part(failure=BROKEN), 0, "Whether the name is taken could not be looked up: HTTP 500."),
        (part(2, 1, failure=BROKEN), 0, "HTTP 500. None of the newest 2 of 9 campaigns bears it (looked"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_name(found: CampaignList, age: float, said: str) -> None:
    reading = found.is_more and found.failure is None
    sentence = about_name(ListSnapshot(found, 100, 100, "04:12:31", reading), "Name 7", 100 + age)
    assert said in sentence
    assert not sentence.startswith("!")
    assert found.complete or "No other" not in sentence


def test_a_name_that_is_taken_is_a_warning_also_in_a_part_of_the_list() -> None:
    sentence = about_name(ListSnapshot(part(2, 1, failure=BROKEN), 0, 0, "04:12:31"), " name 2", 0)
    assert sentence.startswith("! 1 campaign bears this name already (looked 04:12:31)")


@pytest.mark.parametrize(
    ("newest", "known", "numbers", "pages"),
    [
        (part(9, 8), part(9, 8, 7, 6, pages=2), "9876", 2),
        (part(10, 9), part(9, 8, 7, 6, pages=2), "10 9876", 1),  # what was on page 2 is on page 3 now
        (part(10, 9), part(9, 8, 7, 6, pages=2, more=False), "10 9876", 2),
        (part(9, 7), part(9, 8, 7, 6, pages=2, more=False), "976", 2),  # 8 was deleted
        (part(12, 11), part(9, 8, 7, pages=2), "12 11", 1),  # they don't join up
        (part(9, 8, more=False), part(9, 8, 7, 6, pages=2), "98", 1),
        (part(8, 9), part(9, 8, 7, 6, pages=2), "89", 1),  # the order can't be trusted
        (part(failure=BROKEN), part(9, 8, pages=1), "98", 1),
    ],
)  # fmt: skip
def test_a_new_page_joins_what_was_known(
    newest: CampaignList, known: CampaignList, numbers: str, pages: int
) -> None:
    found = merged(newest, known)
    assert "".join(f"{row.id} " if len(row.id) > 1 else row.id for row in found.rows).strip() == numbers
    assert (found.pages, found.failure) == (pages, newest.failure)


# --- 1,200 campaigns


class Watched:
    """Somebody at a place with 1,200 campaigns: time passes only where it is let pass."""

    def __init__(self, platform: CountingPlatform, clock: Time) -> None:
        self.platform = platform
        self.clock = clock
        self.listing = Listing(platform.connection.without_secret(), clock=lambda: clock.now)

    def visit(self, *, anew: bool = False) -> str:
        """Come to the page, and stay until nothing is read any more."""
        there = threading.Event()
        if self.listing.look(self.platform.connection, lambda: self._told(there), anew=anew):
            assert there.wait(20)
        return self.listing.about(DOCUMENT["name"])

    def _told(self, there: threading.Event) -> None:
        if not self.listing._looking.locked():
            there.set()

    def create(self) -> Submission:
        before = self.listing.before(DOCUMENT)
        sending = Submission(parse_campaign(DOCUMENT), self.platform.connection, before=before)
        self.listing.overtake()
        sending.start(lambda: None)
        assert sending.wait(20)
        assert sending.wait_for_look(20)
        return sending

    def follow(self, asking: Poller, seconds: float) -> None:
        """Let what goes on after a create go on for ``seconds``."""
        end = self.clock.now + seconds

        def wait(pause: float) -> bool:
            self.clock.now += pause
            if self.clock.now > end:
                asking.stop()
            return False

        asking._clock, asking._wait = (lambda: self.clock.now), wait
        asking.run()

    def spread(self) -> None:
        """No minute had more of them than the account allows, and no create was refused."""
        assert not self.platform.refused
        times = [at for at, _, _ in self.platform.asked]
        assert all(sum(begun <= at < begun + 60 for at in times) <= 45 for begun in times)


@pytest.fixture
def watched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    clock = simulate(monkeypatch)
    with running(CountingPlatform(1_200, lambda: clock.now, **getattr(request, "param", {}))) as platform:
        yield Watched(platform, clock)


def test_a_look_serves_until_it_is_too_old(watched: Watched) -> None:
    said = watched.visit()
    assert "No other campaign bears this name" in said
    assert watched.platform.count() == 24
    watched.visit()
    assert watched.platform.count() == 24
    watched.clock.now += SERVES
    assert "l looks again" in watched.listing.about(DOCUMENT["name"])
    watched.visit()
    watched.visit(anew=True)
    assert watched.platform.count() == 26  # the newest page alone
    watched.clock.now += WHOLE
    watched.visit()
    assert watched.platform.count() == 50


def test_the_newest_page_is_said_at_once_and_the_rest_behind(watched: Watched) -> None:
    told: list[str] = []
    over = threading.Event()

    def tell() -> None:
        told.append(watched.listing.about(DOCUMENT["name"]))
        if "No other" in told[-1]:
            over.set()

    assert watched.listing.look(watched.platform.connection, tell)
    assert over.wait(20)
    assert "among the newest 50 of 1,200 campaigns, reading on" in told[0]
    assert "among the newest 100 of 1,200 campaigns, reading on" in told[1]
    assert watched.clock.slept > 30  # it left some to others all the time


def test_three_visits_and_an_accepted_create_stay_under_forty_requests(watched: Watched) -> None:
    for _ in range(3):
        watched.visit()
        watched.clock.now += SERVES
    begun, before = watched.clock.now, watched.platform.count()
    sending = watched.create()
    assert sending.outcome is not None
    assert sending.outcome.verdict is Verdict.ACCEPTED
    asking = polling.status_of(sending, sending.outcome)
    assert asking is not None
    watched.follow(asking, 300)
    assert watched.platform.count("/status") >= 8
    assert before + watched.platform.count(within=begun + 300) - before < 40
    watched.spread()


@pytest.mark.parametrize(
    "watched",
    [{"answers": False, "keeps": False}, {"answers": False, "keeps": False, "in_order": False}],
    indirect=True,
    ids=["in order", "in no order"],
)
def test_an_unknown_create_stays_under_sixty_requests(watched: Watched) -> None:
    for _ in range(3):
        watched.visit()
        watched.clock.now += SERVES
    begun = watched.clock.now
    sending = watched.create()
    assert sending.outcome is not None
    assert sending.outcome.verdict is Verdict.UNKNOWN
    watched.follow(polling.looks_of(sending), 300)
    assert watched.platform.count(within=begun + 300) < 60
    assert all(look.complete and not look.candidates for look in sending.looks)
    assert all(look.in_order is watched.platform.in_order for look in sending.looks)
    assert "does not prove" in sending.looks[-1].sentence
    watched.spread()


@pytest.mark.parametrize("watched", [{"answers": False}], indirect=True)
def test_an_unknown_create_that_was_made_is_found_with_three_requests(watched: Watched) -> None:
    sending = watched.create()
    assert [each.row.id for each in sending.looks[-1].candidates] == [CREATED_ID]
    assert watched.platform.count() == 4  # the page before, the create, the page after, the campaign itself
    assert "its content is what was sent" in sending.looks[-1].candidates[0].sentence


def test_a_create_is_never_refused_for_looks(watched: Watched) -> None:
    """Somebody looks without pause: the create goes at once all the same."""
    for _ in range(2):
        watched.listing.listed = None
        watched.visit()
    slept = watched.clock.slept
    assert watched.create().outcome.verdict is Verdict.ACCEPTED  # type: ignore[union-attr]
    assert watched.clock.slept == slept
    watched.spread()


def test_that_a_look_waits_for_its_turn_is_said(watched: Watched) -> None:
    told: list[str] = []
    over = threading.Event()

    def tell() -> None:
        told.append(watched.listing.about(DOCUMENT["name"]))
        if watched.listing.listed is not None:
            over.set()

    for _ in range(budget.BURST):
        spend(watched.platform.connection, call_context())
    watched.listing.look(watched.platform.connection, tell)
    assert over.wait(20)
    waits = "Looking whether the name is taken … Waiting for the account's budget of reads: some 2 s."
    assert told[0] == waits
    assert "Waiting" not in watched.listing.about(DOCUMENT["name"])


def test_a_create_overtakes_the_look_before_it(watched: Watched) -> None:
    watched.visit()
    watched.create()
    assert watched.listing.before(DOCUMENT) is None
    assert watched.visit().startswith("! 1 campaign bears this name already")
    assert watched.platform.count("getAll") == 24 + 1


def test_a_look_that_is_stopped_goes_on_where_it_was(watched: Watched) -> None:
    def stop_soon() -> None:
        if watched.platform.count() == 5:
            watched.listing.stop()

    there = threading.Event()
    watched.listing.look(watched.platform.connection, lambda: (stop_soon(), watched._told(there)))
    assert there.wait(20)
    found = watched.listing.listed
    assert found is not None
    assert not found.found.complete
    assert "could not be looked up" in watched.listing.about(DOCUMENT["name"])
    read = watched.platform.count()
    assert "No other campaign" in watched.visit()
    assert watched.platform.count() == 24 + 1
    assert read < 10


def test_a_look_ends_with_its_time(watched: Watched) -> None:
    """An hour passes while the fifth page is read."""
    there = threading.Event()

    def tell() -> None:
        watched.clock.now += 3_600 if watched.platform.count() == 5 else 0
        watched._told(there)

    watched.listing.look(watched.platform.connection, tell)
    assert there.wait(20)
    assert watched.platform.count() == 5
    said = watched.listing.about(DOCUMENT["name"])
    assert (
        "could not be looked up: It took too long, and was given up. None of the newest 250 of 1,200" in said
    )


def test_a_fault_of_its_own_is_said(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("tui.workflow.looks.reads.newest", fail)
    assert "The look failed: RuntimeError." in watched.visit()
