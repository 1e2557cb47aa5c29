"""A wizard at the grid of the calling hours, and what all that shows the week agrees on."""

import asyncio
import re
from collections.abc import Awaitable, Callable

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.campaign.hours import Week
from tui.campaign.hours_text import read, text_of
from tui.screen.widgets.hours_grid import HoursGrid
from tui.screen.widgets.inputs import TextField
from tui.workflow.session import Session

WANTED = "Mo-Fr 10:00-13:00,14:00-20:00; Sa 09:05-12:00"


def at_grid(
    work: Callable[[Wizard], Awaitable[None]], *, week: str = "", zone: str = "Asia/Kolkata",
    size: tuple[int, int] = (80, 24),
) -> Session:  # fmt: skip
    session = practising()
    session.draft.weeks = {"WEEKLY": week_of(week)}
    session.draft.zone = zone

    async def run() -> None:
        async with opened(session, size) as wizard:
            await wizard.at("Calling hours")
            wizard.app.query_one(HoursGrid).focus()
            await work(wizard)

    asyncio.run(run())
    return session


def week_of(text: str) -> Week:
    found = read(text).week
    assert found is not None
    return found


def week(wizard: Wizard) -> str:
    """The week that all agree on: draft, grid, and text."""
    draft, grid = wizard.session.draft, wizard.app.query_one(HoursGrid)
    assert grid.edited.week == draft.week
    assert read(wizard.app.query_one("#hours", TextField).value).week == draft.week
    return text_of(draft.week)


def drawn(wizard: Wizard) -> list[str]:
    """The cells of the rows, as drawn at half-hours."""
    found = [re.fullmatch(r" (?:[A-Z][a-z][a-z]|All) (.{48}) +[0-9]+h[0-9]{2}", line) for line in
             wizard.screen().splitlines()]  # fmt: skip
    return [row[1] for row in found if row]
