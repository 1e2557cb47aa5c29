"""The version of the API on the Connection step: chosen there, or by the test that finds which one answers."""

import asyncio

import pytest
from pydantic import SecretStr

from tests.screen.steps.conftest import opened, practising
from tui.campaign.fields import Api
from tui.kore.causes import Cause
from tui.kore.connection import ConnectionDraft
from tui.kore.diagnosis import Diagnosis
from tui.workflow import connection_check
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session


def test_what_another_version_changes_is_said() -> None:
    async def run() -> None:
        async with opened(practising()) as wizard:
            await wizard.at("Connection", "api")
            screen = " ".join((await wizard.press("right")).split())
            assert (
                "The campaign is made for v2 of the API now. v2 needs a DNC list, and v1 has none" in screen
            )
            assert wizard.session.api is Api.V2

    asyncio.run(run())


def test_the_version_that_answers_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Diagnosis(Cause.ADDRESS, "v2 answers.", "Choose v2 as the API version.", Api.V2)
    monkeypatch.setattr(connection_check, "check_connection", lambda *_: found)
    secret = SecretStr("planted-secret-" + "x" * 30)

    async def run() -> None:
        access = Access(place=Destination.PLATFORM)
        access.type_connection()
        access.connection = ConnectionDraft("platform.kore.ai", "st-1", "acc-1", "cs-1", secret)
        async with opened(Session(access=access)) as wizard:
            await wizard.at("Connection", "test")
            await wizard.press("enter")
            await wizard.wait_for("v2 answers.")
            await wizard.press("escape")
            await wizard.wait_for("The campaign is made for v2")
            assert wizard.session.api is Api.V2

    asyncio.run(run())
