"""What Submit says of the platform's list, how old that is, and what it takes of the account's limit."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from tests.counting_platform import CountingPlatform, running
from tests.screen.steps.conftest import Wizard, opened
from tests.screen.steps.test_late_answer import create
from tests.simulated_time import Time, simulate
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.kore.connection import ConnectionDraft
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session

DOCUMENT = example(Mode.PROGRESSIVE, Api.V1)
LISTS = "getAllCampaignDetails"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    return simulate(monkeypatch)


def drive(platform: CountingPlatform, work: Callable[[Wizard], Awaitable[Any]]) -> None:
    async def run() -> None:
        draft = ConnectionDraft(
            platform.url, "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30)
        )
        session = Session(
            campaign=CampaignEditor(parse_campaign(DOCUMENT, Api.V1).draft),
            access=Access(connection=draft, place=Destination.PLATFORM, from_environment=True),
        )
        of_others = set(threading.enumerate())
        async with opened(session) as wizard:
            await work(wizard)
            session.submissions.turn_away()
            while {thread.name for thread in set(threading.enumerate()) - of_others} & {"asking", "list"}:
                await wizard.pilot.pause(0.01)

    with running(platform):
        asyncio.run(run())


def test_three_visits_and_a_create_share_one_look(clock: Time) -> None:
    platform = CountingPlatform(1_200, lambda: clock.now)

    async def work(wizard: Wizard) -> None:
        for _ in range(3):
            await wizard.go("Submit")
            await wizard.wait_for("No other campaign bears this name (looked")
            await wizard.press("ctrl+p")
        assert platform.count(LISTS) == 24
        await create(wizard)
        await wizard.wait_for("\n  ACCEPTED")
        assert platform.count(LISTS) <= 25
        assert platform.count() < 40
        assert not platform.refused

    drive(platform, work)


def test_a_part_is_called_a_part_and_nobody_waits_for_the_rest(
    clock: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The budget gives the newest page and no other: the create goes all the same."""
    platform = CountingPlatform(1_200, lambda: clock.now)
    monkeypatch.setattr("tui.kore.call_context._LEFT_TO_PEOPLE", 1_000)
    monkeypatch.setattr(clock, "sleep", lambda seconds: over.wait(seconds))
    over = threading.Event()

    async def work(wizard: Wizard) -> None:
        await wizard.go("Submit")
        said = "No campaign bears this name among the newest 50 of 1,200 campaigns, reading on (looked"
        screen = await wizard.wait_for(lambda screen: said in " ".join(screen.split()))
        assert "No other" not in screen
        await create(wizard)
        await wizard.wait_for("\n  ACCEPTED")
        assert platform.count(LISTS) <= 2
        wizard.session.forget_secrets()
        over.set()

    drive(platform, work)


def test_l_looks_again_and_a_list_that_can_not_be_read_is_no_free_name(clock: Time) -> None:
    platform = CountingPlatform(3, lambda: clock.now)

    async def work(wizard: Wizard) -> None:
        await wizard.go("Submit")
        await wizard.wait_for("No other campaign bears this name")
        assert platform.count(LISTS) == 1
        platform.rows.insert(0, platform.row("cd-x", DOCUMENT["name"].upper(), platform.begun))
        await wizard.press("l")
        await wizard.wait_for("! 1 campaign bears this name already")
        assert platform.count(LISTS) == 2
        platform.rows = []
        platform.status_of_lists = 500
        wizard.session.submissions.listing = None
        await wizard.press("l")
        screen = await wizard.wait_for("Whether the name is taken could not be looked up: HTTP 500")
        assert "No other" not in screen

    drive(platform, work)


def test_what_is_known_of_a_list_holds_no_secret_and_is_of_one_place() -> None:
    session = Session(access=Access(place=Destination.PLATFORM))
    draft = ConnectionDraft("platform.kore.ai", "st-1", "acc-1", "cs-1", SecretStr("planted-secret"))
    first = session.submissions.listing_of(draft.connection())
    assert first.where.client_secret.get_secret_value() == ""
    assert session.submissions.listing_of(draft.connection()) is first
    draft.account_id = "acc-2"
    assert session.submissions.listing_of(draft.connection()) is not first
    assert first._stopped.is_set()
    session.forget_secrets()
    assert session.submissions.listing is not None
    assert session.submissions.listing._stopped.is_set()
