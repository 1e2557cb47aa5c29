"""Errors of a file beside its fields: on the review, to be dropped one by one; until then nothing can be sent."""

import asyncio
import json
from pathlib import Path

from tests.screen.steps.conftest import opened
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.workflow import start_file
from tui.workflow.access import Access, Destination
from tui.workflow.autosave import Autosave
from tui.workflow.session import Session


def session_of(tmp_path: Path, **changes: object) -> Session:
    path = tmp_path / "june.json"
    path.write_text(json.dumps({**example(Mode.PREVIEW, Api.V1), **changes}, indent=1))
    session = Session(access=Access(place=Destination.PRACTICE))
    assert start_file.load(session, Autosave(session), str(path), copy=False)
    return session


def test_each_is_dropped_by_itself(tmp_path: Path) -> None:
    async def scenario() -> None:
        session = session_of(tmp_path, campaignType="sms", dailingMode="x", priority=5)
        async with opened(session) as wizard:
            await wizard.wait_for("127.0.0.1:")
            screen = await wizard.press("ctrl+r")
            assert "3 problems stop this campaign" in screen
            assert "dailingMode" in screen
            assert "(line " in screen
            assert "x drops it: it is not sent then" in await wizard.press("enter")
            assert not session.can_send()
            for left in (2, 1):
                screen = await wizard.press("x", "x", "x")  # a key that is held down
                assert f"{left} problem{'s' * (left > 1)} " in screen
                await wizard.press("tab")
            assert "Nothing stops this campaign" in await wizard.press("delete")
            assert session.can_send()
            assert session.document() == example(Mode.PREVIEW, Api.V1)

    asyncio.run(scenario())


def test_one_that_stands_in_a_field_leads_there_too(tmp_path: Path) -> None:
    async def scenario() -> None:
        session = session_of(tmp_path, priority=5)
        async with opened(session) as wizard:
            await wizard.wait_for("127.0.0.1:")
            await wizard.press("ctrl+r", "enter")
            assert wizard.app.focused is not None
            assert wizard.app.focused.id == "priority"
            await wizard.press("left", "ctrl+r")
            assert "Nothing stops this campaign" in wizard.screen()

    asyncio.run(scenario())
