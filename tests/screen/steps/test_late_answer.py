"""How long an answer is waited for, and an answer that comes after it was called unknown."""

import asyncio

import pytest

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.practice.server import start
from tui.workflow.session import Session


def meeting(fault: str, session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """Let the practice platform of ``session`` meet every create with ``fault``."""

    def start_so(known: Session) -> None:
        known.access.practice = start(fault=fault)

    monkeypatch.setattr("tests.screen.steps.conftest.start_practice", start_so)
    return session


async def create(wizard: Wizard) -> None:
    await wizard.wait_for("127.0.0.1:")
    await wizard.go("Submit")
    await wizard.create()


def test_the_time_limit_of_the_session_ends_the_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    session = meeting("accepted-silent", practising(), monkeypatch)
    session.timeout = 0.5

    async def run() -> None:
        async with opened(session) as wizard:
            await create(wizard)
            await wizard.wait_for("\n  UNKNOWN")
            (sending,) = session.submissions.all
            assert sending.timeout == 0.5
            assert not sending.is_listening

    asyncio.run(run())


@pytest.mark.parametrize("elsewhere", [False, True], ids=["there", "elsewhere"])
def test_an_answer_that_still_comes_replaces_unknown(
    elsewhere: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person stopped waiting; the screen says unknown, and then what the answer says, wherever one is."""
    session = meeting("late", practising(), monkeypatch)

    async def run() -> None:
        async with opened(session) as wizard:
            await create(wizard)
            await wizard.wait_for("The request has left")
            await wizard.press("escape")
            await wizard.wait_for("\n  UNKNOWN")
            if elsewhere:
                await wizard.press("ctrl+p")
                assert "UNKNOWN" in wizard.screen()
            (sending,) = session.submissions.all
            assert sending.is_listening
            await wizard.wait_for(lambda _: not sending.is_listening, tries=2000)
            if elsewhere:
                await wizard.press("ctrl+n")
            screen = await wizard.wait_for("\n  ACCEPTED")
            assert "UNKNOWN" not in screen
            assert len(session.submissions.all) == 1

    asyncio.run(run())
