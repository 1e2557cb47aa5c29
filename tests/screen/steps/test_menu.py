"""The menu: what can be done where one is, done without knowing its key."""

import asyncio

import pytest

from tests.screen.pages.test_receipts import created
from tests.screen.steps.conftest import Wizard, opened, practising
from tests.screen.steps.test_screens import Snapshot
from tests.screen.steps.test_working import drive
from tests.storage.test_drafts import new
from tui.campaign.hours_text import text_of
from tui.screen.steps import STEPS
from tui.screen.widgets.actions import choices, keys
from tui.screen.widgets.hours_grid import HoursGrid
from tui.screen.widgets.menu import Menu
from tui.workflow.session import Session


async def choose(wizard: Wizard, words: str) -> str:
    """Open the menu by F10, go down to the line that ends so, and press Enter."""
    await wizard.press("f10")
    menu = wizard.app.screen
    assert isinstance(menu, Menu)
    at = [each.does for each in menu.choices].index(words)
    screen = await wizard.press(*["down"] * at)
    assert any(line.startswith(" >") and line.endswith(f" {words}") for line in screen.splitlines()), screen
    return await wizard.press("enter")


def test_it_looks_as_it_did(snapshot: Snapshot) -> None:
    async def work(wizard: Wizard) -> None:
        snapshot(await wizard.press("m"), "menu-connection")
        await wizard.press("escape")
        await wizard.go("Calling hours")
        wizard.app.query_one(HoursGrid).focus()
        await wizard.pilot.pause()
        await wizard.press("f10")
        snapshot(await wizard.press("end"), "menu-hours")

    drive(work, practising())


@pytest.mark.parametrize("key", ["f10", "m"])
@pytest.mark.parametrize("away", ["escape", "f10"])
def test_it_opens_and_closes_and_does_nothing(key: str, away: str) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Review")
        before = wizard.screen()
        assert "Menu: " in await wizard.press(key)
        assert await wizard.press(away) == before

    drive(work, practising())


def test_it_steals_no_letter_from_a_text_field() -> None:
    async def work(wizard: Wizard) -> None:
        for title, text in (("Basics", "Summer"), ("Contact lists", "mm"), ("Calling hours", "rome")):
            await wizard.go(title)
            assert "Menu: " not in await wizard.type(text)
        assert wizard.session.draft.name == "Summer"
        await wizard.go("Calling hours")
        assert "Menu: " in await wizard.press("f10")

    drive(work)


def test_what_is_chosen_is_done() -> None:
    async def work(wizard: Wizard) -> None:
        await choose(wizard, "next")
        assert wizard.app.entry.title == "Basics"
        assert "Two campaigns may bear one name" in await choose(wizard, "help")
        await wizard.press("escape")
        await choose(wizard, "Next field")
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "description"
        await choose(wizard, "back")
        assert wizard.app.entry.title == "Connection"
        assert "0 receipts." in await choose(wizard, "Receipts") or await wizard.wait_for("0 receipts.")
        await choose(wizard, "Close")
        assert "Leave? Ctrl+C again leaves" in await choose(wizard, "quit")

    drive(work)


@pytest.mark.parametrize(
    ("title", "called"), [("Connection", "Draft"), ("Contact lists", "Name"), ("Review", "Problem")]
)
def test_the_rows_of_a_list_are_called_by_what_they_are(title: str, called: str) -> None:
    session = practising()
    session.draft.name = ""
    if title == "Connection":
        new()

    async def work(wizard: Wizard) -> None:
        if title == "Connection":
            await wizard.wait_for("1 kept, Tab goes there")
        else:
            await wizard.go(title)
        wizard.app.screen.query("RowList, Picker").first().focus()
        await wizard.pilot.pause()
        does = {each.does for each in choices(wizard.app)}
        assert {f"{called} above", f"{called} below"} <= does
        assert "Line above" not in does

    drive(work, Session() if title == "Connection" else session)


def test_keys_typed_behind_it_are_for_what_it_did() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("f10", *["down"] * 6, "enter", *"Typed ahead")
        assert wizard.app.entry.title == "Basics"
        assert wizard.session.draft.name == "Typed ahead"

    async def sixth(wizard: Wizard) -> None:
        assert [each.does for each in choices(wizard.app)][6] == "next"

    drive(sixth)
    drive(work)


def test_a_range_of_hours_outlives_it() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Calling hours")
        wizard.app.query_one(HoursGrid).focus()
        await choose(wizard, "To the start of the day")
        await wizard.press("v", "right")
        await choose(wizard, "Open the range")
        assert text_of(wizard.session.draft.week).startswith("Mo 00:00-01:00,")
        await choose(wizard, "Undo: opened 00:00-01:00 on Mon.")
        assert text_of(wizard.session.draft.week) == "Mo-Fr 09:00-18:00"

    drive(work, practising())


def test_it_has_all_that_help_has_but_moves_and_itself() -> None:
    """And but the one key that creates: the menu's is Enter."""

    async def work(wizard: Wizard) -> None:
        for entry in STEPS:
            await wizard.at(entry.title, "frequency")  # the grid has keys that no menu can stand for
            offered = choices(wizard.app)
            assert len({(each.node, each.action) for each in offered}) == len(offered)
            named = {each.name for each in offered}
            missing = {name for name, _ in told(wizard)} - {key for each in offered for key in each.keys}
            assert missing == {"F10 m", *(["y"] if entry.title == "Submit" else [])}, entry.title
            assert "app.menu" not in named

    def told(wizard: Wizard) -> list[tuple[str, str]]:
        """Each key that help lists, one at a time."""
        return [
            (key, does)
            for shown, does in keys(wizard.app)
            for key in ([shown] if shown == "F10 m" else shown.split())
        ]

    drive(work, practising())


def test_a_covered_screen_has_none() -> None:
    async def work(wizard: Wizard) -> None:
        from tui.screen.pages.lock_screen import LockScreen

        wizard.app.push_screen(LockScreen(("Nobody was there.",)))
        await wizard.pilot.pause()
        assert "Menu: " not in await wizard.press("f10", "m")
        await wizard.press("enter")
        assert "Menu: " in await wizard.press("f10")

    drive(work)


def test_pages_over_a_wide_step_have_their_usual_order() -> None:
    async def run() -> None:
        async with opened(practising(), size=(120, 30)) as wizard:
            await created(wizard)
            assert (await wizard.press("f10")).splitlines()[1].strip().startswith("Menu: ")
            assert "Menu" not in wizard.screen().splitlines()[2]
            await wizard.press("escape", "r")
            lines = (await wizard.wait_for("1 receipt.")).splitlines()
            assert (lines[0].strip(), lines[2][:3]) == ("1 receipt.", "> 2")
            await wizard.press("enter")
            lines = (await wizard.wait_for("[1 Answer]")).splitlines()
            assert lines[0].startswith(" The platform accepted the campaign as cd-")

    asyncio.run(run())


@pytest.mark.parametrize(("width", "is_named"), [(80, True), (45, False)])
def test_the_last_line_names_it_where_there_is_room_and_always_the_way_out(
    width: int, is_named: bool
) -> None:
    async def run() -> None:
        async with opened(practising(), size=(width, 24)) as wizard:
            for entry in STEPS:
                await wizard.go(entry.title)
                named = wizard.screen().splitlines()[23]
                assert named.endswith("^C quit")
                if entry.title == "Basics":
                    assert ("F10 menu" in named) is is_named

    asyncio.run(run())
