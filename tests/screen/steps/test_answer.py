"""The answer on the Submit page: its badge, what came back beside what was sent, the timeline."""

import asyncio

import pytest

from tests.screen.steps.conftest import Wizard, opened, practising
from tests.screen.steps.test_submit import at_submit


async def accepted(wizard: Wizard) -> str:
    await wizard.create()
    await wizard.wait_for("ACCEPTED  in ")
    return await wizard.wait_for("[ Another like it ]")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_accepted_is_one_page(size: tuple[int, int]) -> None:
    async def run() -> None:
        async with opened(practising(), size=size) as wizard:
            await wizard.wait_for("127.0.0.1:")
            await wizard.go("Submit")
            await wizard.wait_for("No other campaign bears this name")
            screen = await accepted(wizard)
            assert " HTTP 200 · " in screen
            assert "   i copies it" in screen
            assert "● noted ." in screen
            assert "○" not in screen
            assert ("─ came back ─" in screen) == (size[0] == 120), screen

    asyncio.run(run())


def test_the_answer_the_timeline_and_saving_have_keys() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await accepted(wizard)
        assert "t timeline  s save" in screen.splitlines()[-1]
        await wizard.press("a")
        await wizard.wait_for("─ sent ─")
        await wizard.press("end")
        await wizard.wait_for('"status": "Preparing"')
        await wizard.press("escape", "t")
        await wizard.wait_for("Token made, for this request alone.")
        await wizard.press("escape", "slash")
        await wizard.wait_for("Type what to search for")
        await wizard.press("escape", "escape", "s")
        screen = await wizard.wait_for("Save as")
        assert "-answer.json" in screen
        await wizard.press("escape", "escape")
        assert "ACCEPTED  in " in wizard.screen()

    at_submit(work)
