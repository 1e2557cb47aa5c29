"""The palette: typed letters find what can be done here and everywhere."""

from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_working import drive
from tui.screen.palette import offered, ranked
from tui.screen.widgets.menu import Menu


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
        assert [each.does for each in ranked(offered(wizard.app), "cei")] == ["Receipts"]
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
