"""Windows of any size, and windows that change theirs."""

import asyncio

import pytest
from pydantic import SecretStr
from textual.geometry import Size

from tests.screen.steps.conftest import Wizard, key_event, opened, practising
from tui.base.terminal import Depth, Terminal, ThemeName
from tui.screen.pages.secret_prompt import AskSecret
from tui.screen.runtime.ways_out import LEAVE_CODE
from tui.screen.steps import STEPS
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session

POOR = Terminal(Depth.NONE, is_ascii=True, theme=ThemeName.TERMINAL)


async def resized(wizard: Wizard, width: int, height: int) -> str:
    await wizard.pilot.resize_terminal(width, height)
    await wizard.pilot.pause()
    assert wizard.app.size == Size(width, height)
    return wizard.screen()


@pytest.mark.parametrize("size", [(80, 20), (63, 20), (40, 12)])
def test_a_smaller_window_scrolls_and_reaches_every_field(size: tuple[int, int]) -> None:
    async def run() -> None:
        async with opened(practising(), size=size) as wizard:
            for entry in STEPS[1:5]:
                await wizard.go(entry.title)
                titles = {widget.id for widget in wizard.app.step.query("*") if widget.focusable}
                seen = set()
                for _ in {*titles, "buttons"}:
                    focused = wizard.app.focused
                    assert focused is not None
                    assert wizard.app.cursor.place() is not None, (
                        f"{focused} is out of sight\n{wizard.screen()}"
                    )
                    seen.add(focused.id)
                    await wizard.press("tab")
                assert seen == {*titles, "buttons"}
                assert all(len(line) <= size[0] for line in wizard.screen().splitlines())
                assert "[ Next ]" in wizard.screen()

    asyncio.run(run())


@pytest.mark.parametrize("size", [(39, 24), (80, 11), (10, 3), (1, 1), (200, 2)])
def test_too_small_is_said_and_nothing_is_lost(size: tuple[int, int]) -> None:
    async def run() -> None:
        async with opened(Session(access=Access(place=Destination.PRACTICE)), terminal=POOR) as wizard:
            await wizard.go("Basics")
            await wizard.type("Ren")
            said = " ".join((await resized(wizard, *size)).split())
            whole = f"{size[0]}x{size[1]} is too small: make this window 40x12 or larger. "
            whole += "Nothing is lost. Ctrl+C leaves."
            assert said or size == (1, 1)
            assert whole.replace(" ", "").startswith(said.replace(" ", "").rstrip("~"))
            await wizard.press(*"xyz", "tab", "ctrl+n", "escape", "f1")
            await wizard.paste("pasted")
            assert "is too small" not in await resized(wizard, 80, 24)
            assert "Renewal" in await wizard.type("ewal")
            assert wizard.session.draft.name == "Renewal"
            assert wizard.app.focused is not None
            assert wizard.app.focused.id == "name"

    asyncio.run(run())


def test_a_secret_is_not_typed_where_one_can_not_see_it() -> None:
    """Also a question over the step is covered, one that comes meanwhile too, and goes on when it is seen."""

    async def run() -> None:
        async with opened(Session(access=Access(place=Destination.PRACTICE))) as wizard:
            given: list[object] = []
            wizard.app.push_screen(AskSecret("First?"), given.append)
            await wizard.wait_for("First?")
            assert "is too small" in await resized(wizard, 39, 11)
            wizard.app.push_screen(AskSecret("Second?"), given.append)
            await wizard.press(*"unseen", "enter", "escape")
            assert not given
            assert "is too small" in wizard.screen()
            assert "Second?" in await resized(wizard, 80, 24)
            await wizard.press(*"seen", "enter")
            await wizard.wait_for("First?")
            assert [each.get_secret_value() for each in given if isinstance(each, SecretStr)] == ["seen"]

    asyncio.run(run())


def test_leaving_is_asked_for_on_the_cover() -> None:
    async def run() -> None:
        async with opened(Session(access=Access(place=Destination.PRACTICE)), size=(39, 11)) as wizard:
            for key, said in (
                ("x", "Ctrl+C leaves."),
                ("ctrl+c", "Leave? Ctrl+C again leaves; any other key stays."),
                ("x", "Still here."),
            ):
                await wizard.press(key)
                await wizard.wait_for(lambda screen, said=said: said in " ".join(screen.split()))
            await wizard.press("ctrl+c")
            wizard.app.post_message(key_event("ctrl+c"))
            await wizard.wait_for(lambda _: not wizard.app.is_running, tries=2000)
            assert wizard.app.return_code == LEAVE_CODE

    asyncio.run(run())


def test_a_storm_of_sizes() -> None:
    sizes = [(1, 1), (120, 40), (40, 12), (3, 90), (39, 11), (250, 1), (80, 24)]

    async def run() -> None:
        async with opened(practising()) as wizard:
            await wizard.wait_for("127.0.0.1:")
            for title in ("Basics", "Calling hours"):
                await wizard.go(title)
                before = wizard.screen()
                for width, height in sizes:
                    await wizard.pilot.resize_terminal(width, height)
                await wizard.pilot.pause()
                assert wizard.screen() == before

    asyncio.run(run())


@pytest.mark.parametrize(
    ("keys", "character"),
    [((), "*"), (("k",), "*"), (("tab",), "*"), (("tab", "tab"), "N"), (("tab", "tab", "left"), "N")],
)
def test_it_stands_on_what_is_chosen(keys: tuple[str, ...], character: str) -> None:
    async def run() -> None:
        async with opened(Session(access=Access(place=Destination.PRACTICE))) as wizard:
            await wizard.press(*keys)
            place = wizard.app.cursor.place()
            assert place is not None
            assert wizard.screen().splitlines()[place.y][place.x] == character

    asyncio.run(run())
