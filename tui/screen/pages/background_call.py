"""A call that may take seconds, in a thread of its own, with its questions put on the screen.

The thread is a daemon's: nothing it waits for can keep the program from ending.
"""

import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.app import App

from tui.credentials.store import Prompter, StoreError
from tui.screen.pages.secret_prompt import AskSecret

if TYPE_CHECKING:
    from pydantic import SecretStr

Result = TypeVar("Result")
_POLL = 0.05
"""Seconds between two looks at whether an answer is there, or the person gave up."""


class BackgroundCall(Generic[Result]):
    """One such call. ``done`` is called on the screen's side with what came of it, unless it was given up.

    ``show_status`` hears, on the screen's side too, what is being waited for.
    """

    def __init__(
        self,
        app: App[None],
        work: Callable[[Prompter], Result],
        done: "Callable[[Result | StoreError], None]",
        show_status: Callable[[str], None],
    ) -> None:
        self._app = app
        self._work = work
        self._done = done
        self._show_status = show_status
        self._cancelled = threading.Event()
        threading.Thread(target=self._run, daemon=True, name="secrets").start()

    def give_up(self) -> None:
        """Wait for it no longer; whatever comes of it is not told."""
        self._cancelled.set()

    def _run(self) -> None:
        prompter = Prompter(
            tell=lambda sentence: self._on_screen(lambda: self._show_status(sentence)),
            cancelled=self._cancelled.is_set,
            passphrase=lambda question, new: self._ask(AskSecret(question, twice=new, is_passphrase=True)),
            secret=lambda question: self._ask(AskSecret(question)),
        )
        try:
            result: Result | StoreError = self._work(prompter)
        except StoreError as failed:
            result = failed
        except Exception as failed:  # its words could hold anything
            result = StoreError(f"That failed: {type(failed).__name__}.")
        self._on_screen(lambda: self._done(result))

    def _on_screen(self, call: Callable[[], None]) -> None:
        """Do something on the screen's side, unless nobody waits for it any more."""

        def unless_given_up() -> None:
            if not self._cancelled.is_set():
                call()

        self._app.call_later(unless_given_up)

    def _ask(self, screen: AskSecret) -> "SecretStr | None":
        answers: queue.SimpleQueue[SecretStr | None] = queue.SimpleQueue()
        self._on_screen(lambda: self._push(screen, answers))
        while not self._cancelled.is_set() and self._app.is_running:
            try:
                return answers.get(timeout=_POLL)
            except queue.Empty:
                continue
        return None

    def _push(self, screen: AskSecret, answers: "queue.SimpleQueue[SecretStr | None]") -> None:
        self._app.push_screen(screen, answers.put)
