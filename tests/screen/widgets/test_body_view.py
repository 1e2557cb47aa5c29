"""The view of an answer's body, driven by keys."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tui.screen.widgets.body_view import BodyPane

BODY = json.dumps({"status": "success", "data": {"id": "cd-1", "days": [{"day": "MO"}, {"day": "TU"}]}})


class Shown(App[None]):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.pane = BodyPane(text, note="824 bytes")

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.view.focus()


def screen(app: App[None]) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def drive(text: str, work: Callable[[Pilot[None], Callable[[], str]], Awaitable[None]]) -> None:
    async def run() -> None:
        app = Shown(text)
        async with app.run_test(size=(60, 12)) as pilot:
            for _ in range(1_000):
                if "laying it out" not in screen(app):
                    break
                await pilot.pause(0.01)
            await work(pilot, lambda: screen(app))

    asyncio.run(run())


def test_scrolling_and_searching_by_keys() -> None:
    async def work(pilot: Pilot[None], shown: Callable[[], str]) -> None:
        assert shown().splitlines()[:3] == ["> {", '    "status": "success",', '    "data": {']
        assert "rows 1-11 of 14   824 bytes" in shown()
        await pilot.press("slash", *'"tu', "enter")
        assert '>         "day": "TU"' in shown()
        await pilot.press("n")
        assert '>         "day": "TU"' in shown()
        await pilot.press("home")
        assert shown().startswith("> {")
        await pilot.press("end")
        assert "> }" in shown()

    drive(BODY, work)


def test_what_is_nowhere_is_said_to_be_nowhere() -> None:
    async def work(pilot: Pilot[None], shown: Callable[[], str]) -> None:
        await pilot.press("slash", *"[/nope]", "enter")
        assert "nowhere" in shown()
        await pilot.press("escape")
        assert "nowhere" not in shown()
        await pilot.press("down")
        assert shown().splitlines()[1].startswith(">")

    drive(BODY, work)


def test_markup_and_escapes_are_text() -> None:
    async def work(pilot: Pilot[None], shown: Callable[[], str]) -> None:
        await pilot.press("down")
        assert "[red]␛[31m[/nope]\\u{202e}" in shown()

    drive("<p>[red]\x1b[31m[/nope]\u202e", work)


def test_a_megabyte_keeps_the_keys_alive() -> None:
    async def work(pilot: Pilot[None], shown: Callable[[], str]) -> None:
        assert "of 250,002" in shown()
        for key in ("end", "home", "pagedown", "down"):
            before = time.thread_time()  # not what others take of the machine
            await pilot.press(key)
            assert time.thread_time() - before < 1, key

    drive("[" + "123," * 249_999 + "1]", work)
