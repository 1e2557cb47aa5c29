"""A secret that is typed or pasted where none belongs is gone at once; a connection that is pasted fills its fields."""

import asyncio
from typing import Any

import pytest
from textual import events

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.kore.connection import ConnectionDraft
from tui.screen.widgets.inputs import TextField
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session

SECRET = "planted0123456789abcdefXYZ"
TOKEN = f"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIx{SECRET}In0.c2lnbmF0{SECRET}"
BLOCK = (
    "export KORE_HOST=eu-platform.kore.ai\nexport KORE_APP_ID=st-1\nexport KORE_ACCOUNT_ID=6331\n"
    f"export KORE_CLIENT_ID=cs-1\nexport KORE_CLIENT_SECRET='{SECRET}'\nexport KORE_API=v2\n"
)


def everything_of(session: Session) -> str:
    draft = session.draft
    return repr({name: getattr(draft, name) for name in draft.__slots__}) + repr(session.document())


async def paste(wizard: Wizard, text: str) -> str:
    await wizard.app.on_event(events.Paste(text))
    return await wizard.press()


@pytest.mark.parametrize(
    "text", [f"KORE_CLIENT_SECRET={SECRET}", f"auth: {TOKEN}", f'"clientSecret": "{SECRET}']
)
@pytest.mark.parametrize("step", ["Basics", "Contact lists", "Dialing strategy", "Calling hours"])
@pytest.mark.parametrize("pasted", [True, False])
def test_a_stray_secret_is_gone_and_said(text: str, step: str, pasted: bool) -> None:
    async def scenario() -> None:
        session = practising()
        async with opened(session) as wizard:
            await wizard.go(step)
            field = next(
                each for each in wizard.app.step.query(TextField) if type(each).__name__ != "NumberField"
            )
            field.focus()
            await wizard.press()
            if pasted:
                screen = await paste(wizard, text)
            else:
                screen = await wizard.press(*("space" if char == " " else char for char in text))
                assert field.value == ""
                await wizard.press("backspace", "o", "k")
                assert field.value == "ok"
            assert "goes into its own field." in screen
            await wizard.press("tab")
            for planted in (SECRET, SECRET[:10], SECRET[-10:]):
                assert planted not in everything_of(session)
                assert planted not in screen + wizard.screen()

    asyncio.run(scenario())


def typing() -> Session:
    return Session(access=Access(place=Destination.PLATFORM, connection=ConnectionDraft(), typing=True))


@pytest.mark.parametrize("session", [Session, typing])
@pytest.mark.parametrize("focus", ["", "#host", "#client_secret"])
def test_a_connection_that_is_pasted_fills_every_field(session: Any, focus: str) -> None:
    async def scenario() -> None:
        known = session()
        async with opened(known) as wizard:
            if focus and wizard.app.step.query(focus):
                wizard.app.step.query_one(focus).focus()
            screen = await paste(wizard, BLOCK)
            given = known.connection
            assert (given.host, given.app_id, given.account_id) == ("eu-platform.kore.ai", "st-1", "6331")
            assert (given.client_id, given.api) == ("cs-1", "v2")
            assert given.client_secret is not None
            assert given.client_secret.get_secret_value() == SECRET
            assert known.place is Destination.PLATFORM
            for shown in ("eu-platform.kore.ai", "st-1", "6331", "cs-1", "Taken from what was pasted: Host"):
                assert shown in screen
            assert SECRET not in screen

    asyncio.run(scenario())


def test_the_secret_alone_goes_into_its_field_from_every_field() -> None:
    async def scenario() -> None:
        known = typing()
        async with opened(known) as wizard:
            wizard.app.step.query_one("#host").focus()
            await paste(wizard, f"export KORE_CLIENT_SECRET={SECRET}\n")
            assert known.connection.host == ""
            assert known.connection.client_secret is not None
            assert known.connection.client_secret.get_secret_value() == SECRET

    asyncio.run(scenario())


def test_practice_takes_no_connection() -> None:
    async def scenario() -> None:
        known = Session(access=Access(place=Destination.PRACTICE))
        async with opened(known) as wizard:
            assert "practice has a connection of its own" in await paste(wizard, BLOCK)
            assert known.place is Destination.PRACTICE
            assert known.connection.host == ""

    asyncio.run(scenario())
