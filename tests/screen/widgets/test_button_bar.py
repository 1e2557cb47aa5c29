"""One button, and several beside each other."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.screen.widgets.drawn import drawn
from tui.screen.widgets.button_bar import ButtonBar, ButtonRow


class Shown(App[None]):
    """Two single buttons in a row, and a bar of three; what is pressed is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[tuple[str | None, str]] = []

    def compose(self) -> ComposeResult:
        with ButtonRow():
            yield ButtonBar("Save", id="save")
            yield ButtonBar("Back", id="back")
        yield ButtonBar("Back", "Next", "Help", id="buttons")

    def on_button_bar_pressed(self, event: ButtonBar.Pressed) -> None:
        self.pressed.append((event.bar.id, event.title))


def drive(work: Callable[[Shown, Pilot[None]], Awaitable[None]]) -> None:
    async def run() -> None:
        app = Shown()
        async with app.run_test(size=(40, 4)) as pilot:
            app.query_one("#save").focus()
            await pilot.pause()
            await work(app, pilot)

    asyncio.run(run())


def focus(app: App[None]) -> str | None:
    return app.focused.id if app.focused else None


def test_the_brackets_show_them_and_the_mark_the_one_that_enter_presses() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        assert drawn(app).splitlines()[:2] == [" >[ Save ] [ Back ]", "  [ Back ]  [ Next ]  [ Help ]"]
        await pilot.press("enter", "right", "space", "down")
        assert drawn(app).splitlines()[:2] == ["  [ Save ] [ Back ]", "  [ Back ] >[ Next ]  [ Help ]"]
        await pilot.press("enter", "left", "left", "enter", "right", "right", "right", "space")
        assert app.pressed == [
            ("save", "Save"), ("back", "Back"), ("buttons", "Next"), ("buttons", "Back"), ("buttons", "Help"),
        ]  # fmt: skip

    drive(work)


def test_arrows_leave_a_single_button_and_only_up_leaves_a_bar() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        at = {}
        for key in ("right", "left", "down", "down", "left", "right", "right", "down", "up"):
            await pilot.press(key)
            at[len(at)] = focus(app)
        assert list(at.values()) == ["back", "save", "back", *["buttons"] * 5, "back"]

    drive(work)


def test_a_click_presses_what_it_hits() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        for x in (1, 4, 10, 12, 20, 22):
            await pilot.click("#buttons", offset=(x, 0))
        await pilot.click("#back", offset=(3, 0))
        assert app.pressed == [
            *[("buttons", title) for title in ("Back", "Back", "Back", "Next", "Next", "Help")], ("back", "Back"),
        ]  # fmt: skip

    drive(work)
