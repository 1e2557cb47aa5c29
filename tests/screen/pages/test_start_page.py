"""The start page: what it offers, what it says by what is on disk, and where each row leads."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.screen.steps.conftest import Wizard, start_practice
from tui.base.terminal import Terminal
from tui.campaign.draft import Draft
from tui.screen.app import WizardApp
from tui.storage import drafts
from tui.storage.draft_text import Content
from tui.workflow import overview
from tui.workflow.autosave import Autosave
from tui.workflow.session import Session


@asynccontextmanager
async def started(
    session: Session | None = None, size: tuple[int, int] = (80, 24), terminal: Terminal = Terminal()
) -> AsyncIterator[Wizard]:
    here = session or Session()
    autosave = Autosave(here)
    app = WizardApp(
        here,
        start_practice=start_practice,
        load_rest=here.submissions.find_earlier,
        terminal=terminal,
        autosave=autosave,
        overview=lambda: overview.read(here, autosave.path),
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Wizard(app, pilot)
        if here.access.practice:
            here.access.practice.close()


def kept(name: str) -> None:
    file = drafts.new(time.time())
    file.save(Content(draft=Draft(name=name), step="Calling hours"))
    file.release()


def test_each_row_leads_where_it_says() -> None:
    async def run() -> None:
        async with started() as wizard:
            screen = await wizard.wait_for("none kept yet")
            assert " > 1  New campaign " in screen
            assert "none sent this week" in screen
            await wizard.press("1")
            assert wizard.app.entry.title == "Connection"
            await wizard.press("f2", "4")
            assert (wizard.app.entry.title, wizard.session.place) == ("Basics", "practice")
            await wizard.type("June")
            screen = await wizard.press("f2")
            assert " > 1  Go on with June" in screen
            await wizard.press("enter")
            assert (wizard.app.entry.title, wizard.session.draft.name) == ("Basics", "June")
            await wizard.press("f2", "2")
            assert wizard.session.draft.name == ""
            assert [each.name for each in drafts.listed()] == ["June"]

    asyncio.run(run())


def test_it_goes_on_with_the_newest_draft() -> None:
    kept("Spring")
    kept("Renewals \x1b[2J June")

    async def run() -> None:
        async with started() as wizard:
            screen = await wizard.wait_for("at Hours")
            assert "Go on with Renewals" in screen
            assert "\x1b" not in screen
            await wizard.press("1")
            assert wizard.app.entry.title == "Calling hours"
            assert wizard.session.draft.name.startswith("Renewals")

    asyncio.run(run())


def test_escape_and_the_keys_of_steps_do_no_harm() -> None:
    async def run() -> None:
        async with started() as wizard:
            assert "Enter or a digit opens a row" in await wizard.press(
                "ctrl+n", "ctrl+p", "ctrl+r", "escape"
            )
            assert wizard.app.start_page is not None
            assert "no secret is read" in await wizard.press("f1")

    asyncio.run(run())


def test_a_narrow_window_says_what_is_known_below_the_rows() -> None:
    async def run() -> None:
        async with started(size=(50, 14)) as wizard:
            screen = await wizard.press("down", "down")
            assert "nobody is called" in screen

    asyncio.run(run())
