"""What a form says around its fields: the title, what is left to do, edges, errors, the help of one field."""

import asyncio

import pytest

from tests.screen.steps.conftest import opened, practising
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
