"""What a form says around its fields: the title, what is left to do, edges, errors, the help of one field."""

import asyncio

import pytest

from tests.screen.steps.conftest import opened, practising
from tui.campaign.modes import Mode
from tui.campaign.problems import Problem, error, warning
from tui.screen.steps.step_status import mark
from tui.workflow.session import Session


@pytest.mark.parametrize(
    ("problems", "wanted"),
    [([], "+"), ([warning("a", "odd")], "~"), ([warning("a", "odd"), error("b", "wrong")], "!")],
)
def test_a_mark_says_the_worst(problems: list[Problem], wanted: str) -> None:
    assert mark(problems) == wanted


def test_the_rule_bears_the_title_and_what_is_left_to_do() -> None:
    async def run() -> None:
        async with opened(Session()) as wizard:
            await wizard.go("Basics")
            rule = wizard.screen().splitlines()[2]
            assert "What it is called, and how it dials" in rule
            assert "3 left to do" in rule

    asyncio.run(run())


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40), (160, 45)])
def test_buttons_stand_under_the_form(size: tuple[int, int]) -> None:
    async def run() -> None:
        async with opened(practising(), size=size) as wizard:
            await wizard.go("Basics")
            lines = wizard.screen().splitlines()
            last = next(at for at, line in enumerate(lines) if "Dialing mode" in line)
            assert "[ Next ]" in "".join(lines[last + 1 : last + 7])
            assert "[Renewal calls June" in wizard.screen()

    asyncio.run(run())


def test_only_the_help_of_the_field_that_has_the_focus_is_shown() -> None:
    async def run() -> None:
        async with opened(practising()) as wizard:
            assert "How the campaign appears" in await wizard.go("Basics")
            screen = await wizard.press("tab")
            assert "How the campaign appears" not in screen
            assert "colleagues read this" in screen

    asyncio.run(run())


PAIRED = "Attempts         [3   ]  times, 1-100   Retry period [10   ]  min, 1-1440"


@pytest.mark.parametrize(("size", "is_paired"), [((80, 24), True), ((66, 24), False), ((120, 40), False)])
def test_two_numbers_stand_in_a_row_where_there_is_room(size: tuple[int, int], is_paired: bool) -> None:
    async def run() -> None:
        async with opened(practising(), size=size) as wizard:
            assert (PAIRED in await wizard.go("Dialing strategy")) is is_paired
            await wizard.pilot.resize_terminal(*((66, 24) if is_paired else (80, 24)))
            assert (PAIRED in wizard.screen()) is not is_paired

    asyncio.run(run())


def test_keys_go_through_a_pair_as_one_reads_it_and_an_error_stands_under_its_own_field() -> None:
    async def run() -> None:
        async with opened(practising(Mode.PREVIEW)) as wizard:
            await wizard.at("Dialing strategy", "attempts")
            read = []
            for key in ("tab", "down", "tab", "up", "up", "up"):
                await wizard.press(key)
                read.append(wizard.app.focused and wizard.app.focused.id)
            assert read == ["retry", "ring", "skips", "ring", "retry", "attempts"]
            lines = (await wizard.press("tab", "ctrl+u", *"9999", "tab")).splitlines()
            at = next(at for at, line in enumerate(lines) if "[9999 ]" in line)
            column = lines[at].index("9999")
            assert lines[at + 1][:column].strip() == ""
            said = " ".join(line[column:].strip() for line in lines[at + 1 : at + 3])
            assert said == "! 9999 is out of range: 1 to 1440 min."
            assert "Ring time" in lines[at + 3]

    asyncio.run(run())


@pytest.mark.parametrize("title", ["Basics", "Contact lists", "Dialing strategy", "Calling hours"])
@pytest.mark.parametrize("key", ["", "shift+tab"], ids=["in a field", "on the buttons"])
def test_form_and_buttons_are_one_block(title: str, key: str) -> None:
    """Whatever has the focus, and so whatever help is said."""

    async def run() -> None:
        async with opened(practising(), size=(120, 40)) as wizard:
            await wizard.at(title)
            while key and wizard.app.focused is not wizard.app.query_one("#buttons"):
                await wizard.press(key)
            lines = [line[17:82].strip() for line in wizard.screen().splitlines()[2:]]
            last = next(at for at, line in enumerate(lines) if "[ Help ]" in line)
            blank = "".join("." if line else " " for line in lines[:last])
            assert "    " not in blank, wizard.screen()

    asyncio.run(run())
