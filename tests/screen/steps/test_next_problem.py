"""From anywhere to the field of the next problem, and from the review to any step."""

import pytest

from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_working import drive
from tui.workflow.session import Session


def broken() -> Session:
    session = practising()
    session.draft.name, session.draft.queue, session.draft.zone = "", "", "Nowhere"
    return session


@pytest.mark.parametrize("key", ["f4", "ctrl+g", "n"])
def test_it_goes_from_problem_to_problem_and_round(key: str) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        assert "Name: 1 of 3 problems." in await wizard.press(key)
        for said, at in (("2 of 3", "queue"), ("3 of 3", "zone"), ("1 of 3", "name")):
            assert said in await wizard.press("f4")
            assert wizard.app.focused is not None
            assert wizard.app.focused.id == at

    drive(work, broken())


def test_the_one_before_is_the_last_one_on_the_review() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        assert "3 of 3 problems" in await wizard.press("N")
        assert wizard.app.entry.title == "Calling hours"

    drive(work, broken())


@pytest.mark.parametrize("key", ["f4", "n", "N"])
def test_it_says_when_none_is_left(key: str) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        assert "No problem is left." in await wizard.press(key)
        assert wizard.app.entry.title == "Review"

    drive(work, practising())


@pytest.mark.parametrize("at", range(1, 8))
def test_a_digit_on_the_review_goes_to_a_step(at: int) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Review")
        await wizard.press(str(at))
        assert wizard.app.at == at - 1

    drive(work, practising())


def test_the_review_keeps_its_sentence_where_there_are_problems() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.at("Review")
        assert "calls Buyers Q2, oldest first, from" in " ".join(screen.split())

    drive(work, broken())


def beside(screen: str) -> str:
    """What stands beside the buttons."""
    return next(line for line in screen.splitlines() if "[ Help ]" in line).partition("[ Help ]")[2].strip()


def test_its_key_stands_beside_the_buttons_while_there_are_problems() -> None:
    async def work(wizard: Wizard) -> None:
        assert beside(await wizard.at("Connection")) == ""
        for at, title in enumerate(("Basics", "Contact lists", "Dialing strategy", "Calling hours")):
            screen = await wizard.at(title)
            assert beside(screen) == ("F4 next problem (3)" if at else "")
        assert beside(await wizard.at("Review")) == "F4 next problem (3)"
        assert "of 3 problems" in await wizard.press("f4")
        await wizard.press(*"Renewal", "tab")
        assert beside(wizard.screen()) == "F4 next problem (2)"

    drive(work, broken())


def test_the_key_is_the_one_it_has_and_gives_way_where_the_window_is_narrow() -> None:
    async def work(wizard: Wizard) -> None:
        wizard.app.set_keymap({"app.problem": "f9"})
        assert beside(await wizard.at("Review")) == "f9 next problem (3)"
        await wizard.pilot.resize_terminal(44, 24)
        assert beside(wizard.screen()) == ""

    drive(work, broken())
