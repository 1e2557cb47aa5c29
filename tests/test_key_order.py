"""Keys typed ahead reach what they are for, however slow the machine is over the one before."""

import asyncio

from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from tui.key_order import _LOST_SECONDS, OrderedKeysApp


class SlowField(Input):
    """A field that a busy machine takes long to leave."""

    async def on_key(self, event: Key) -> None:
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            await asyncio.sleep(2 * _LOST_SECONDS)
            self.screen.focus_next()


class TwoFields(OrderedKeysApp):
    def compose(self) -> ComposeResult:
        yield SlowField(id="host")
        yield Input(id="secret")


def test_what_is_typed_behind_a_slow_tab_is_for_the_next_field() -> None:
    async def run() -> None:
        app = TwoFields()
        async with app.run_test() as pilot:
            for key in ("h", "tab", "s", "3"):
                app.post_message(Key(key, key if len(key) == 1 else "\t"))
            while not app.is_settled or not app.query_one("#secret", Input).value:
                await pilot.pause(0.01)
            assert app.query_one("#host", Input).value == "h"
            assert app.query_one("#secret", Input).value == "s3"

    asyncio.run(asyncio.wait_for(run(), 20))


def test_a_key_in_front_of_the_focus_that_a_step_asks_for_is_not_lost() -> None:
    async def run() -> None:
        app = TwoFields()
        async with app.run_test() as pilot:
            app.screen.set_focus(None)
            app.hold_keys()
            app.post_message(Key("s", "s"))
            app.query_one("#secret").focus()
            app.release_keys()
            await pilot.pause()
            while not app.is_settled:
                await pilot.pause(0.01)
            assert app.query_one("#secret", Input).value == "s"

    asyncio.run(asyncio.wait_for(run(), 20))
