"""A program for a terminal: the wizard at random keys, recording what Textual wrote and what the layer sent.

Run as ``python -m tests.screen.runtime.diff_driver.recorded FILE SEED KEYS BURST``, where up to BURST keys are
typed at once. The record is a line of JSON for each event, in order: ``["asked", data]``, ``["sent", data]``,
``["size", columns, rows]`` and, once all is drawn and sent, ``["key", name, step, keys so far]``.
"""

import asyncio
import fcntl
import json
import os
import random
import struct
import sys
import termios
from typing import Any, TextIO

from textual import constants
from textual.pilot import Pilot

from tests.screen.steps.conftest import key_event, practising, start_practice
from tui.base.terminal import look
from tui.campaign.fields import Api, Mode
from tui.screen.app import WizardApp
from tui.screen.runtime.diff_driver.driver import ThinDriver
from tui.screen.steps import STEPS

_TYPED = [
    *"abcjosxy1290 -:,;?é漢😀", "tab", "tab", "shift+tab", "space", "up", "down", "left", "right", "home", "end",
    "backspace", "delete", "ctrl+u", "plus", "minus", "shift+left", "shift+home", "ctrl+l",
]  # fmt: skip
_ELSEWHERE = ["ctrl+n", "ctrl+p", "ctrl+r", "f1", "f7", "f8", "escape", "enter"]
KEYS = [*_TYPED * 8, *_ELSEWHERE * 2]
SIZES = [(80, 24), (80, 24), (120, 40), (100, 30), (60, 20), (81, 25)]
_STAY = 40
"""Keys pressed before one step is left for the next."""


class RecordingDriver(ThinDriver):
    """Writes down both sides of the layer."""

    record: TextIO
    writes = 0

    def note(self, *event: Any) -> None:
        self.record.write(json.dumps(event) + "\n")

    def write(self, data: str) -> None:
        self.writes += 1
        self.note("asked", data)
        super().write(data)

    def send(self, data: str) -> None:
        self.note("sent", data)
        super().send(data)

    def gave_up(self, sequence: str) -> None:
        self.note("gave up", sequence)

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked for was sent, and all of the screen was asked for."""
        return not self._painter.is_lost and not self._is_late and self._grid.is_whole


def resize(columns: int, rows: int) -> None:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


async def settled(app: WizardApp, driver: RecordingDriver) -> None:
    """Wait until a key is done with, what it changed is drawn, and all of that was sent."""
    quiet = 0
    while quiet < 2:
        assert app.failure is None
        before = driver.writes
        await asyncio.sleep(2 / constants.MAX_FPS)
        is_done = app.key_queue.is_settled and driver.is_settled and driver.writes == before
        quiet = quiet + 1 if is_done else 0


async def play(pilot: Pilot[None], seed: int, count: int, burst: int) -> None:
    pick, app, driver = random.Random(seed), pilot.app, pilot.app._driver
    assert isinstance(app, WizardApp)
    assert isinstance(driver, RecordingDriver)
    await settled(app, driver)
    for number in range(count):
        if number % _STAY == 0:
            app.go(number // _STAY % len(STEPS))
            await settled(app, driver)
        if number % 97 == 96:
            size = pick.choice(SIZES)
            driver.note("size", *size)
            resize(*size)
            for _ in range(pick.choice([0, 0, 9])):  # a storm, that ends as it began
                resize(*pick.choice(SIZES))
            resize(*size)
            await settled(app, driver)
        key = pick.choice(KEYS)
        app.post_message(key_event(key))
        if burst > 1 and pick.randrange(burst):
            continue
        await settled(app, driver)
        driver.note("key", key, app.entry.title, number + 1)
    app.exit()


def main(path: str, seed: int, count: int, burst: int) -> None:
    pick = random.Random(seed)
    session = practising(pick.choice(list(Mode)), pick.choice(list(Api)))
    app = WizardApp(
        session,
        start_practice=start_practice,
        load_rest=lambda: None,
        terminal=look(os.environ, "utf-8"),
    )
    app.driver_class = RecordingDriver
    resize(80, 24)
    with open(path, "w", encoding="utf-8") as RecordingDriver.record:  # noqa: PTH123
        app.run(auto_pilot=lambda pilot: play(pilot, seed, count, burst))
    if session.access.practice:
        session.access.practice.close()
    sys.exit(1 if app.failure else 0)


if __name__ == "__main__":
    main(sys.argv[1], *(int(each) for each in sys.argv[2:]))
