"""Keys typed ahead reach what they are for, however slow the machine is over the one before."""

import asyncio
from types import SimpleNamespace
from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.events import Event, Key, Paste
from textual.widgets import Input

from tui.screen.runtime.key_queue import _LOST_SECONDS, KeyQueue


class SlowField(Input):
    """A field that a busy machine takes long to leave."""

    async def on_key(self, event: Key) -> None:
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            await asyncio.sleep(2 * _LOST_SECONDS)
            self.screen.focus_next()


class TwoFields(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.key_queue = KeyQueue(self, super().on_event)

    async def on_event(self, event: Event) -> None:
        await self.key_queue.take(event)

    @on(KeyQueue.Settled)
    async def settled(self, message: KeyQueue.Settled) -> None:
        await self.key_queue.settled(message)

    def compose(self) -> ComposeResult:
        yield SlowField(id="host")
        yield Input(id="secret")


def test_what_is_typed_behind_a_slow_tab_is_for_the_next_field() -> None:
    async def run() -> None:
        app = TwoFields()
        async with app.run_test() as pilot:
            for key in ("h", "tab", "s", "3"):
                app.post_message(Key(key, key if len(key) == 1 else "\t"))
            while not app.key_queue.is_settled or not app.query_one("#secret", Input).value:
                await pilot.pause(0.01)
            assert app.query_one("#host", Input).value == "h"
            assert app.query_one("#secret", Input).value == "s3"

    asyncio.run(asyncio.wait_for(run(), 20))


def test_a_key_in_front_of_the_focus_that_a_step_asks_for_is_not_lost() -> None:
    async def run() -> None:
        app = TwoFields()
        async with app.run_test() as pilot:
            app.screen.set_focus(None)
            app.key_queue.hold()
            app.post_message(Key("s", "s"))
            app.query_one("#secret").focus()
            app.key_queue.release()
            await pilot.pause()
            while not app.key_queue.is_settled:
                await pilot.pause(0.01)
            assert app.query_one("#secret", Input).value == "s"

    asyncio.run(asyncio.wait_for(run(), 20))


def test_keys_wait_for_the_one_before_for_what_is_held_and_where_none_is_taken() -> None:
    """Without an app: what it needs of one is little."""
    later: list[Any] = []
    posted: list[KeyQueue.Settled] = []
    given: list[Event] = []
    field = SimpleNamespace(is_attached=True, is_running=True, post_message=posted.append)
    app: Any = SimpleNamespace(
        focused=field, call_later=later.append, set_timer=lambda _, call: later.append(call)
    )

    async def deliver(event: Event) -> None:
        given.append(event)

    queue = KeyQueue(app, deliver, takes=lambda event: not isinstance(event, Paste))

    async def run() -> None:
        first, dropped, second, third = Key("a", "a"), Paste("no"), Key("b", "b"), Key("c", "c")
        for event in (first, dropped, second):
            await queue.take(event)
        assert given == [first]
        while posted and len(given) == 1:
            await queue.settled(posted.pop())
        assert given == [first, second]
        while posted:
            await queue.settled(posted.pop())
        assert queue.is_settled
        queue.hold()
        await queue.take(third)
        assert given == [first, second]
        assert not queue.is_settled
        queue.release()
        await later.pop()()
        assert given == [first, second, third]

    asyncio.run(run())
