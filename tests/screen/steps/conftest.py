"""The wizard without a terminal, driven by the toolkit's pilot; its screen read as text."""

import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from tui.base.terminal import Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.practice.server import start
from tui.screen.app import WizardApp
from tui.screen.steps import number
from tui.workflow import week_ahead
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS"
READY, ASKED = "Enter asks whether to create it", "Create it now? It is sent once."
"""What Submit shows where nothing more stands before the question, and once it is put."""
SETTLED_SECONDS = 60
"""How long keys that were pressed may take."""


WEDNESDAY = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def at_a_fixed_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clocks of time zones stand still."""
    monkeypatch.setattr(week_ahead, "now", lambda: WEDNESDAY)


class Wizard:
    """A running wizard: press keys, wait for what must come, read the screen."""

    def __init__(self, app: WizardApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.session = app.session
        self.pilot = pilot

    def screen(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    async def press(self, *keys: str) -> str:
        """Press keys as a fast typist or a slow line gives them: all at once; then wait till all are done with."""
        return await self._give(*map(key_event, keys))

    async def paste(self, text: str) -> str:
        return await self._give(events.Paste(text))

    async def _give(self, *given: events.Event) -> str:
        for event in given:
            self.app.post_message(event)
        await self.pilot.pause(0)
        end = time.monotonic() + SETTLED_SECONDS
        while not self.app.key_queue.is_settled:
            assert self.app.is_running, "the wizard has ended"
            assert time.monotonic() < end, f"never done with {given}\n{self.screen()}"
            await self.pilot.pause(0)
        await self.pilot.pause()
        return self.screen()

    async def type(self, text: str) -> str:
        return await self.press(*text)

    async def wait_for(self, wanted: str | Callable[[str], bool], *, tries: int = 400) -> str:
        shows = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted
        for _ in range(tries):
            if shows(self.screen()):
                return self.screen()
            await self.pilot.pause(0.01)
        raise AssertionError(f"never shown: {wanted!r}\n{self.screen()}")

    async def create(self) -> None:
        """Let Enter put the question on the page of Submit, and say yes to it."""
        await self.wait_for(READY)
        await self.press("enter")
        await self.wait_for(ASKED)
        await self.press("y")

    async def at(self, title: str, key: str = "") -> str:
        """Show the step called ``title`` anew by what the session has now, with the focus on the field ``key``."""
        self.app.go(number(title), key)
        return await self.press()

    async def names_read(self) -> None:
        """Wait until nothing is being read of what can be picked, and all of it is shown."""
        await self.wait_for(lambda _: not self.session.access.reading)
        for _ in range(3):
            await self.pilot.pause()

    async def go(self, title: str) -> str:
        """Step forward until the step called ``title`` is shown."""
        if steps := number(title) - self.app.at:
            await self.press(*["ctrl+n"] * steps)
        assert self.app.entry.title == title
        return self.screen()


def key_event(key: str) -> events.Key:
    """The event of a key, named or as one character."""
    if len(key) == 1:
        return events.Key(key if key.isalnum() else _character_to_key(key), key)
    return events.Key(key, {"space": " ", "question_mark": "?", "plus": "+", "minus": "-"}.get(key))


@asynccontextmanager
async def opened(
    session: Session | None = None, size: tuple[int, int] = (80, 24), terminal: Terminal = Terminal()
) -> AsyncIterator[Wizard]:
    app = WizardApp(
        session or Session(), start_practice=start_practice, load_rest=lambda: None, terminal=terminal
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        try:
            yield Wizard(app, pilot)
        finally:
            if app.session.access.practice:
                app.session.access.practice.close()


def start_practice(session: Session) -> None:
    session.access.practice = start()


def practising(mode: Mode = Mode.PROGRESSIVE, api: Api = Api.V1) -> Session:
    """A session in practice with a campaign that nothing is wrong with."""
    session = Session(
        campaign=CampaignEditor(parse_campaign(example(mode, api), api).draft),
        access=Access(place=Destination.PRACTICE),
    )
    session.connection.api = api
    return session


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a screen with the kept one; with UPDATE_SNAPSHOTS set, keep it instead."""

    def compare(screen: str, name: str) -> None:
        path = SNAPSHOTS / f"{name}.txt"
        if os.environ.get(UPDATE):
            path.write_text(screen + "\n", encoding="utf-8")
        assert screen + "\n" == path.read_text(encoding="utf-8"), f"{request.node.name}: {name}"

    return compare
