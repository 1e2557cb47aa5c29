"""Saving by itself: once in a moment, in a thread, and never two at a time."""

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

from tui.screen.runtime.save_timer import SaveTimer


class App:
    """What the timer needs of an app; a test lets the time pass."""

    is_running = True

    def __init__(self) -> None:
        self.timers: list[Callable[[], None]] = []
        self.calls: list[tuple[Any, ...]] = []

    def set_timer(self, _: float, call: Callable[[], None]) -> object:
        self.timers.append(call)
        return SimpleNamespace(stop=lambda: self.timers.remove(call))

    def call_later(self, call: Callable[..., None], *given: object) -> None:
        call(*given)


class Disk:
    """In the place of an autosave: takes a number, and writes it once it may."""

    def __init__(self) -> None:
        self.at = ("", "")
        self.trouble = ""
        self.fails = ""
        self.written: list[Any] = []
        self.may_write = threading.Event()
        self.may_write.set()

    def take(self) -> object:
        return (len(self.written), self.at)

    def write(self, taken: object) -> None:
        assert self.may_write.wait(20)
        self.written.append(taken)
        self.trouble = self.fails

    def save(self) -> None:
        self.written.append("at once")


def timer() -> tuple[SaveTimer, App, Disk, list[str]]:
    app, disk, said = App(), Disk(), list[str]()
    where = ("Basics", "name")
    return (
        SaveTimer(cast("Any", app), cast("Any", disk), where=lambda: where, trouble_changed=said.append),
        app,
        disk,
        said,
    )


def finish() -> None:
    for thread in threading.enumerate():
        if thread.name == "keep":
            thread.join(20)


def test_what_follows_in_a_moment_is_saved_once_with_where_one_is() -> None:
    saves, app, disk, said = timer()
    saves.soon()
    saves.soon()
    (fire,) = app.timers
    fire()
    finish()
    assert disk.written == [(0, ("Basics", "name"))]
    assert not said
    saves.soon()
    assert len(app.timers) == 2


def test_a_slow_disk_is_waited_for() -> None:
    saves, app, disk, _ = timer()
    disk.may_write.clear()
    saves.soon()
    app.timers[-1]()
    saves.soon()
    app.timers[-1]()
    assert len(app.timers) == 3, "it looks again later"
    disk.may_write.set()
    finish()
    app.timers[-1]()
    finish()
    assert len(disk.written) == 2


def test_trouble_is_told_when_it_comes_and_when_it_goes() -> None:
    saves, app, disk, said = timer()
    for disk.fails in ("No space left on device", "No space left on device", ""):
        saves.soon()
        app.timers[-1]()
        finish()
    assert said == ["No space left on device", ""]


def test_after_a_write_that_failed_it_tries_again_by_itself_and_a_key_is_sooner() -> None:
    saves, app, disk, said = timer()
    disk.fails = "No space left on device"
    saves.soon()
    app.timers.pop()()
    finish()
    assert len(app.timers) == 1, "it tries again"
    saves.soon()
    assert len(app.timers) == 1, "sooner, in place of that"
    disk.fails = ""
    app.timers.pop()()
    finish()
    assert (said, app.timers) == (["No space left on device", ""], [])


def test_at_once_is_without_a_timer_and_nothing_is_begun_where_nothing_runs() -> None:
    saves, app, disk, _ = timer()
    saves.now()
    assert disk.written == ["at once"]
    assert disk.at == ("Basics", "name")
    app.is_running = False
    saves.soon()
    assert not app.timers
