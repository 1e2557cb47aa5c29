"""The ways out that a person asks for: leaving, which takes a second word, and stopping until a shell goes on."""

import os
from collections.abc import Callable
from typing import Protocol

from textual.app import App
from textual.events import Event, Key

LEAVE_CODE = 130
"""The exit code where a person left."""
_KEYS = frozenset({"ctrl+c", "ctrl+q"})
_NO_JOBS = "There is no shell here that could bring the wizard back: it stays."


class ShowStatus(Protocol):
    """Puts a sentence on the status line."""

    def __call__(self, sentence: str, *, error: bool = False) -> None:
        """Show ``sentence`` until the next one."""


class WaysOut:
    """Ends or stops ``app``.

    ``losses`` says what leaving would lose, ``save`` saves at once, ``show_status`` shows a sentence.
    """

    def __init__(
        self,
        app: App[None],
        *,
        losses: Callable[[], str],
        save: Callable[[], None],
        show_status: ShowStatus,
    ) -> None:
        self._app = app
        self._losses = losses
        self._save = save
        self._show_status = show_status
        self._is_asking = False

    @property
    def is_asking(self) -> bool:
        """Whether it asks whether to leave."""
        return self._is_asking

    def ask(self) -> None:
        """Ask once; asked again, leave."""
        if self._is_asking:
            self._app.exit(return_code=LEAVE_CODE)
            return
        self._is_asking = True
        losses = self._losses()
        self._show_status(f"Leave? Ctrl+C again leaves{losses}; any other key stays.", error=bool(losses))

    def takes(self, event: Event) -> bool:
        """Whether an event goes on: any other key stays, and the one that says so does nothing else."""
        if not self._is_asking or not isinstance(event, Key) or event.key in _KEYS:
            return True
        self._is_asking = False
        self._show_status("Still here.")
        return False

    def pause(self) -> None:
        """Stop as Ctrl+Z stops any program, where a shell can go on with it."""
        if os.getpgrp() == os.getsid(0):
            self._show_status(_NO_JOBS)
            return
        self._save()
        driver = self._app._driver
        if driver is not None and hasattr(driver, "stops_group"):
            driver.stops_group = True
        self._app.action_suspend_process()

    def leave_from_signal(self, code: int) -> bool:
        """Leave with the exit code ``code`` from a signal handler; False where nothing runs yet."""
        if self._app._loop is None or not self._app.is_running:
            return False
        self._app._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=code))
        return True

    def ask_from_signal(self) -> None:
        """Ask whether to leave, from a signal handler."""
        if self._app._loop is not None:
            self._app._loop.call_soon_threadsafe(lambda: self._app.call_later(self.ask))
