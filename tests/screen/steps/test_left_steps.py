"""A step that was left is forgotten, with all that was on it: walking to and fro costs no memory."""

import asyncio
import gc
import weakref
from collections.abc import Callable

import pytest
from textual.message_pump import MessagePump
from textual.widget import Widget

from tests.screen.steps.conftest import Wizard, opened, practising
from tui.screen.steps import STEPS

MOST_NEW = 3000
"""Objects that one walk to and fro may leave behind: entries of bounded caches. One step alone has more."""


async def to_and_fro(wizard: Wizard) -> "weakref.WeakSet[Widget]":
    """Walk to the last step and back; all widgets of the steps that were left."""
    left: weakref.WeakSet[Widget] = weakref.WeakSet()
    for key in ["ctrl+n"] * (len(STEPS) - 1) + ["ctrl+p"] * (len(STEPS) - 1):
        left.update(wizard.app.step.walk_children(Widget, with_self=True))
        await wizard.press(key)
    assert wizard.app.at == 0
    return left


def test_a_step_that_was_left_is_forgotten() -> None:
    async def run() -> None:
        async with opened(practising()) as wizard:
            await wizard.wait_for("127.0.0.1:")
            walked, objects = [], []
            for _ in range(3):
                walked.append(await to_and_fro(wizard))
                gc.collect()
                objects.append(len(gc.get_objects()))
            kept = [*walked[0], *walked[1]]  # a thread at rest may still hold the step it worked for last
            assert not kept
            assert objects[2] - objects[1] < MOST_NEW, objects

    asyncio.run(run())


def test_what_a_step_wanted_to_do_after_the_next_drawing_is_not_done_once_it_was_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    async def run() -> None:
        async with opened(practising()) as wizard:
            left, later = wizard.app.step, list[Callable[[], object]]()
            with monkeypatch.context() as patched:
                patched.setattr(MessagePump, "call_after_refresh", lambda _, call: later.append(call))
                left.call_after_refresh(done.append, "done")
            later[0]()
            assert done == ["done"]
            await wizard.go("Basics")
            later[0]()
            assert done == ["done"]

    asyncio.run(run())
