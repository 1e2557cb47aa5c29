"""The palette: typed letters find what can be done here and everywhere."""

import asyncio
from pathlib import Path

import pytest

from tests.screen.pages.test_start_page import kept, started
from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_working import drive
from tui.credentials import profile_file
from tui.credentials.profiles import Profile, SecretPlace
from tui.screen.palette import offered, ranked
from tui.screen.steps import STEPS
from tui.screen.widgets.menu import Menu
from tui.screen.widgets.row_list import RowList
from tui.workflow.access import Destination


def test_letters_find_and_a_number_is_a_step() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        await wizard.press("f10")
        screen = await wizard.type("mq")
        assert "Find mq" in screen
        assert "Nothing is called so" in screen
        await wizard.press("ctrl+u")
        await wizard.type("4")
        await wizard.press("enter")
        assert wizard.app.entry.title == "Dialing strategy"
        await wizard.press("f10")
        await wizard.type("step 2")
        await wizard.press("enter")
        assert wizard.app.entry.title == "Basics"

    drive(work, practising())


def test_words_that_begin_so_come_before_what_holds_it() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        said = [each.does for each in ranked(offered(wizard.app), "st")]
        assert said[0].startswith("Step 1")
        assert said.index("Step 3: Contact lists") > said.index("Step 2: Basics")
        assert [each.does for each in ranked(offered(wizard.app), "eceipts")] == ["Receipts"]
        assert ranked(offered(wizard.app), "7")[0].does.startswith("Step 7")

    drive(work, practising())


def test_what_cannot_be_done_is_not_offered() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Basics", "name")
        assert not {"undo", "redo", "problem(1)"} & {each.action for each in offered(wizard.app)}
        await wizard.type("1")
        assert "undo" in {each.action for each in offered(wizard.app)}

    drive(work, practising())


def test_a_theme_is_shown_while_the_cursor_is_on_it() -> None:
    async def work(wizard: Wizard) -> None:
        before = wizard.app.theme
        await wizard.press("f10")
        assert isinstance(wizard.app.screen, Menu)
        await wizard.type("theme light")
        assert wizard.app.theme == "light"
        await wizard.press("escape")
        assert wizard.app.theme == before
        await wizard.press("f10")
        await wizard.type("theme light")
        await wizard.press("enter")
        assert wizard.app.theme == "light"

    drive(work, practising())


def does(wizard: Wizard) -> list[str]:
    return [each.does for each in offered(wizard.app)]


async def do(wizard: Wizard, words: str) -> str:
    await wizard.press("f10")
    await wizard.wait_for(lambda _: words in [each.does for each in menu(wizard).choices])
    await wizard.type(words)
    return await wizard.press("enter")


def menu(wizard: Wizard) -> Menu:
    assert isinstance(wizard.app.screen, Menu)
    return wizard.app.screen


EVERYWHERE = {
    "Save as a file", "Show the JSON", "Load a campaign file", "New campaign", "Receipts",
    "Connection: another one, typed", "Calling hours: with lunch", "Calling hours: clear", "Theme light",
}  # fmt: skip


def test_from_every_step_the_same_can_be_done_and_each_thing_once() -> None:
    async def work(wizard: Wizard) -> None:
        for at, entry in enumerate(STEPS, 1):
            await wizard.at(entry.title)
            said = does(wizard)
            assert not EVERYWHERE - set(said), entry.title
            assert {
                each for each in range(1, 8) if any(one.startswith(f"Step {each}: ") for one in said)
            } == (set(range(1, 8)) - {at})
            assert not [each for each in EVERYWHERE if said.count(each) > 1], entry.title
            assert "Practise" not in said  # one does already

    drive(work, practising())


def test_a_page_over_a_step_leads_nowhere_else() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        await wizard.press("j")
        assert not [
            each for each in does(wizard) if each.startswith("Step ") or each in EVERYWHERE - {"Theme light"}
        ]
        assert "Save this text" in does(wizard)

    drive(work, practising())


def test_a_preset_is_chosen_from_another_step_and_undone() -> None:
    async def work(wizard: Wizard) -> None:
        week = wizard.session.draft.week
        await wizard.at("Basics")
        assert "with lunch: Mo-Fr 09:00-13:00,14:00-18:00." in await do(wizard, "Calling hours: with lunch")
        assert wizard.app.entry.title == "Calling hours"
        assert wizard.session.draft.week != week
        assert "Undone: with lunch" in await do(wizard, "Undo: with lunch: Mo-Fr 09:00-13:00,14:00-18:00.")
        assert wizard.session.draft.week == week
        assert "daily 8-21: Mo-Su" in await do(wizard, "Calling hours: daily 8-21")
        assert "Calling hours: daily 8-21" not in does(wizard)

    drive(work, practising())


def test_a_campaign_is_saved_from_another_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def work(wizard: Wizard) -> None:
        await wizard.at("Basics")
        await do(wizard, "Save as a file")
        await wizard.press("enter")
        await wizard.wait_for("Saved as")
        assert (tmp_path / "renewal-calls-june.json").exists()
        assert "The JSON of this campaign" in await do(wizard, "Show the JSON")

    drive(work, practising())


def test_nothing_is_saved_where_nothing_was_typed() -> None:
    async def work(wizard: Wizard) -> None:
        assert not {"Save as a file", "Show the JSON"} & set(does(wizard))
        assert "Practise" in does(wizard)
        await do(wizard, "Practise")
        assert (wizard.app.entry.title, wizard.session.place) == ("Basics", Destination.PRACTICE)

    drive(work)


def test_drafts_and_connections_are_found_on_the_disk_and_the_cursor_stays() -> None:
    kept("Spring \x1b[2J")
    for name in ("uat", "prod-eu"):
        profile_file.add(Profile(name, "h.example", "st-1", "a", "cs-1", secret_place=SecretPlace.THIS_RUN))

    async def work(wizard: Wizard) -> None:
        await wizard.at("Dialing strategy")
        await wizard.press("f10", "down", "down")
        here = menu(wizard).query_one(RowList).here
        await wizard.wait_for(lambda _: any(each.does.startswith("Draft: ") for each in menu(wizard).choices))
        assert menu(wizard).query_one(RowList).here is here
        await wizard.type("draft spr")
        assert "at Calling hours" in await wizard.press("home")
        await wizard.press("enter")
        assert wizard.session.draft.name.startswith("Spring")
        await do(wizard, "Connection: uat, h.example")
        assert wizard.session.access.profile is not None
        assert (wizard.session.access.profile.name, wizard.app.entry.title) == ("uat", "Connection")
        await wizard.press("f10")
        await wizard.type("connection: ")
        await wizard.wait_for("Connection: prod-eu, h.example")
        assert "Connection: uat" not in wizard.screen()

    drive(work, practising())


def test_the_start_page_has_a_palette_of_its_own_rows_and_the_steps() -> None:
    async def run() -> None:
        async with started() as wizard:
            said = does(wizard)
            assert {"New campaign", "Practise", "Campaigns and receipts …", "Step 2: Basics"} <= set(said)
            assert len(said) == len(set(said))
            await do(wizard, "Step 2: Basics")
            assert wizard.app.entry.title == "Basics"

    asyncio.run(run())
