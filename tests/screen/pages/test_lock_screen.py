"""Nobody there for too long: secrets forgotten, screen covered, and all there again afterwards."""

import asyncio
import functools
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import pytest
from pydantic import SecretStr

from tests.screen.steps.conftest import Wizard
from tui.base.idle import Idle
from tui.campaign.parse import parse_campaign
from tui.credentials.os_keyring import OsKeyring
from tui.credentials.profiles import Profile, SecretPlace
from tui.kore.connection import Connection, ConnectionDraft
from tui.kore.outcome import Outcome
from tui.kore.schedule import STATUS_PACE
from tui.kore.verdicts import Verdict
from tui.screen.app import WizardApp
from tui.workflow.access import Access, Destination
from tui.workflow.polling import FollowUp, Poller
from tui.workflow.session import Session
from tui.workflow.submission import Submission

SECRET = "planted-secret-of-the-idle-test"


def on_a_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    @functools.wraps(test)
    def run(*given: Any, **named: Any) -> None:
        asyncio.run(test(*given, **named))

    return run


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@asynccontextmanager
async def idling(session: Session) -> AsyncIterator[tuple[Wizard, Clock]]:
    clock = Clock()
    app = WizardApp(session, start_practice=lambda _: None, load_rest=lambda: None, idle=Idle(15, clock))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Wizard(app, pilot), clock


def typed() -> Session:
    draft = ConnectionDraft("platform.kore.ai", "st-1", "acc", "cs-1", SecretStr(SECRET))
    return Session(access=Access(place=Destination.PLATFORM, connection=draft, typing=True))


@on_a_loop
async def test_the_screen_is_covered_and_the_secret_forgotten() -> None:
    session = typed()
    async with idling(session) as (wizard, clock):
        await wizard.press("ctrl+n", "x")
        clock.now += 14 * 60
        wizard.app.look_whether_idle()
        assert "kore-campaign is covered" not in await wizard.press("y")
        clock.now += 15 * 60
        wizard.app.look_whether_idle()
        screen = await wizard.wait_for("kore-campaign is covered.")
        assert "No key was pressed for 15 minutes." in screen
        assert "platform.kore.ai" not in screen
        assert "xy" not in screen
        assert session.connection.client_secret is None
        for key in ("ctrl+n", "ctrl+p", "ctrl+r", "f1", "escape", "z", "question_mark"):
            assert "is covered" in await wizard.press(key)
        await wizard.press("enter")
        await wizard.wait_for("Client secret (what was given for this run is forgotten)")
        await wizard.type(SECRET)
        assert SECRET not in await wizard.press("enter")
        screen = await wizard.wait_for("The secret is here again.")
        assert "xy" in screen
        assert not session.access.problems()


async def left_alone_and_asked(wizard: Wizard, clock: Clock) -> None:
    """Nobody is there for too long; then somebody goes on, and is asked for the secret."""
    clock.now += 15 * 60
    wizard.app.look_whether_idle()
    await wizard.press("enter")
    await wizard.wait_for("is forgotten")


@on_a_loop
async def test_going_on_without_a_secret_says_where_it_is_given() -> None:
    session = typed()
    async with idling(session) as (wizard, clock):
        await left_alone_and_asked(wizard, clock)
        await wizard.press("escape")
        await wizard.wait_for("No secret was given: the Connection step takes it.")
        assert session.access.problems() == ["The client secret is missing."]


@on_a_loop
async def test_a_profiles_secret_comes_from_its_place_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def read(self: OsKeyring, profile: str, prompter: Any) -> SecretStr:  # noqa: ARG001
        asked.append(profile)
        return SecretStr(SECRET)

    monkeypatch.setattr(OsKeyring, "read", read)
    session = Session()
    profile = Profile("uat", "h.example", "st-1", "a", "cs-1", secret_place=SecretPlace.KEYRING)
    session.access.use_profile(profile)
    session.connection.client_secret = SecretStr(SECRET)
    async with idling(session) as (wizard, clock):
        clock.now += 15 * 60
        wizard.app.look_whether_idle()
        await wizard.wait_for("is covered")
        assert session.connection.client_secret is None
        await wizard.press("enter")
        await wizard.wait_for("The secret is here again.")
    assert asked == ["uat"]
    assert session.connection.client_secret == SecretStr(SECRET)


@on_a_loop
async def test_a_create_in_flight_is_waited_for(connection: Connection) -> None:
    session = typed()
    sending = Submission(parse_campaign({}), connection)
    session.submissions.all.append(sending)
    async with idling(session) as (wizard, clock):
        clock.now += 15 * 60
        wizard.app.look_whether_idle()
        await wizard.pilot.pause()
        assert "is covered" not in wizard.screen()
        assert session.connection.client_secret is not None
        sending.outcome = Outcome(Verdict.UNKNOWN, "Nobody knows.")
        wizard.app.look_whether_idle()
        await wizard.wait_for("is covered")
        assert sending.connection.client_secret.get_secret_value() == ""
        screen = await wizard.press("ctrl+c")
        assert "Leave? Ctrl+C again leaves" in screen
        assert "Still here." in await wizard.press("enter")
        await wizard.press("enter")
        await wizard.wait_for("is forgotten")
        await wizard.type(SECRET)
        await wizard.press("enter")
        await wizard.wait_for("The secret is here again.")
    assert sending.connection == connection


@on_a_loop
async def test_following_a_status_stops_and_says_so() -> None:
    session = typed()
    waiting = threading.Event()
    status = Poller(lambda known: known, STATUS_PACE, wait=lambda _: waiting.wait(5))
    session.submissions.follow_up = FollowUp(
        Outcome(Verdict.ACCEPTED, "Accepted.", campaign_id="cd-1"), status
    )
    of_others = set(threading.enumerate())
    status.start(lambda: None)
    async with idling(session) as (wizard, clock):
        await wizard.wait_for(lambda _: status.until is not None)
        clock.now += 15 * 60
        wizard.app.look_whether_idle()
        await wizard.wait_for("Asking the platform what became of the campaign was stopped.")
    waiting.set()
    for thread in set(threading.enumerate()) - of_others:
        if thread.name == "asking":
            thread.join(3)
            assert not thread.is_alive()


@on_a_loop
async def test_what_was_half_typed_into_a_question_is_gone() -> None:
    session = typed()
    async with idling(session) as (wizard, clock):
        await left_alone_and_asked(wizard, clock)
        await wizard.type(SECRET)
        clock.now += 15 * 60
        wizard.app.look_whether_idle()
        await wizard.wait_for("is covered")
        assert session.connection.client_secret is None
        await wizard.press("enter")
        await wizard.wait_for("is forgotten")
        await wizard.press("enter")
        assert "Nothing was typed yet." in wizard.screen()


@on_a_loop
async def test_practice_has_nothing_to_forget() -> None:
    async with idling(Session(access=Access(place=Destination.PRACTICE))) as (wizard, clock):
        clock.now += 15 * 60
        wizard.app.look_whether_idle()
        assert "secrets" not in await wizard.wait_for("is covered")
        assert "covered" not in await wizard.press("enter")


@pytest.fixture
def connection() -> Connection:
    return typed().connection.connection()
