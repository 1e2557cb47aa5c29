"""Every step as a person sees it at 80x24."""

import asyncio
import re
from collections.abc import Callable

import pytest

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.campaign.fields import Api, Mode
from tui.screen.steps import STEPS
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session

Snapshot = Callable[[str, str], None]


def steady(screen: str) -> str:
    """The screen without what differs from run to run: ports, ids, seconds, bytes."""
    screen = re.sub(
        r"127\.0\.0\.1(:| port |, port )\d+", lambda found: "127.0.0.1" + found[1] + "PORT", screen
    )
    screen = re.sub(r"cd-[0-9a-f-]+", "cd-ID", screen)
    screen = re.sub(r"[0-9]{2}:[0-9]{2}:[0-9]{2}", "HH:MM:SS", screen)
    screen = re.sub(r"[0-9]{2}:[0-9]{2} now", "HH:MM now", screen)
    return re.sub(r"^PRACTICE.*$|(?<=PORT)[^\n]*", lambda found: " ".join(found[0].split()), screen)


async def walk(wizard: Wizard, name: str, snapshot: Snapshot) -> None:
    if wizard.session.place is Destination.PRACTICE:
        await wizard.wait_for("127.0.0.1:")
    for entry in STEPS:
        await wizard.go(entry.title)
        if entry.title == "Submit" and wizard.session.can_send():
            await wizard.wait_for("No other campaign bears this name")
        await wizard.names_read()
        snapshot(steady(wizard.screen()), f"{name}-{entry.module}")


@pytest.mark.parametrize(("mode", "api"), [(mode, api) for mode in Mode for api in Api])
def test_each_mode_on_each_step(mode: Mode, api: Api, snapshot: Snapshot) -> None:
    async def run() -> None:
        async with opened(practising(mode, api)) as wizard:
            await walk(wizard, f"{mode.lower()}-{api}", snapshot)

    asyncio.run(run())


def test_an_empty_draft_on_each_step(snapshot: Snapshot) -> None:
    async def run() -> None:
        async with opened() as wizard:
            await walk(wizard, "empty", snapshot)

    asyncio.run(run())


def test_a_connection_to_type(snapshot: Snapshot) -> None:
    async def run() -> None:
        async with opened(Session(access=Access(place=Destination.PLATFORM))) as wizard:
            await wizard.press("tab", *"http://example.org", "tab", "tab")
            snapshot(wizard.screen(), "connection-typed")

    asyncio.run(run())


@pytest.mark.parametrize("size", [(80, 24), (60, 15), (40, 12), (20, 5), (3, 2), (1, 1)])
def test_no_size_breaks_a_step(size: tuple[int, int]) -> None:
    async def run() -> None:
        async with opened(practising(), size=size) as wizard:
            for at in range(len(STEPS)):  # a window that is too small takes no keys
                wizard.app.go(at)
                await wizard.press()
                assert wizard.app.entry is STEPS[at]
                assert len(wizard.screen().splitlines()) <= size[1]

    asyncio.run(run())
