"""Leaving is asked for once; stopping takes a shell that goes on with it."""

import os
from types import SimpleNamespace
from typing import Any

import pytest
from textual.events import Key

from tui.screen.runtime.ways_out import LEAVE_CODE, WaysOut


class App:
    """What the ways out need of an app."""

    def __init__(self, *, is_running: bool = True) -> None:
        self.is_running = is_running
        self.done: list[object] = []
        self._loop = SimpleNamespace(call_soon_threadsafe=lambda call: call())
        self._driver = SimpleNamespace(stops_group=False)

    def exit(self, *, return_code: int) -> None:
        self.done.append(return_code)

    def action_suspend_process(self) -> None:
        self.done.append("stopped")

    def call_later(self, call: Any) -> None:
        call()


def ways_out(app: Any, *, losses: str = "") -> tuple[WaysOut, list[tuple[str, bool]]]:
    said: list[tuple[str, bool]] = []
    return WaysOut(
        app,
        losses=lambda: losses,
        save=lambda: app.done.append("saved"),
        show_status=lambda sentence, *, error=False: said.append((sentence, error)),
    ), said


def test_the_second_time_leaves() -> None:
    app = App()
    out, said = ways_out(app)
    out.ask()
    assert said == [("Leave? Ctrl+C again leaves; any other key stays.", False)]
    assert out.takes(Key("ctrl+c", None))
    out.ask()
    assert app.done == [LEAVE_CODE]


def test_any_other_key_stays() -> None:
    app = App()
    out, said = ways_out(app, losses=", and much is lost")
    assert out.takes(Key("x", "x"))
    assert not said
    out.ask()
    assert said == [("Leave? Ctrl+C again leaves, and much is lost; any other key stays.", True)]
    assert not out.takes(Key("x", "x"))
    assert said[-1] == ("Still here.", False)
    out.ask()
    assert not app.done


@pytest.mark.parametrize(("session", "done"), [(1, ["saved", "stopped"]), (2, [])])
def test_it_stops_where_a_shell_goes_on(
    session: int, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getpgrp", lambda: 2)
    monkeypatch.setattr(os, "getsid", lambda _: session)
    app = App()
    out, said = ways_out(app)
    out.pause()
    assert app.done == done
    assert bool(said) is not bool(done)


def test_a_signal_leaves_what_runs_and_asks() -> None:
    assert not ways_out(App(is_running=False))[0].leave_from_signal(143)
    app = App()
    out, said = ways_out(app)
    assert out.leave_from_signal(143)
    assert app.done == [143]
    out.ask_from_signal()
    assert len(said) == 1
