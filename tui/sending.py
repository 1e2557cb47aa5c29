"""One create on its way, in a thread of its own: a stalled terminal can neither stop it nor lose its outcome."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tui.connection import Connection
from tui.kore.exchange import Timeouts
from tui.kore.outcome import TIMEOUT, Outcome
from tui.kore.phases import Course, Phase


@dataclass(slots=True)
class Sending:
    """A create that was begun. Read it at any time; ``outcome`` is None until it is known."""

    document: dict[str, Any]
    connection: Connection
    timeout: float = TIMEOUT
    outcome: Outcome | None = None
    _course: Course = field(default_factory=Course)
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _done: threading.Event = field(default_factory=threading.Event)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """What really happened so far, in order, with the seconds since the beginning."""
        return self._course.phases

    @property
    def seconds(self) -> float:
        """How long it has been since the beginning."""
        return self._course.seconds

    def start(self, tell: Callable[[], object]) -> None:
        """Send, once. ``tell`` is called from the thread after each phase and at the end; it must not wait."""
        self._course = Course(lambda phase: tell())  # noqa: ARG005
        threading.Thread(target=self._run, args=(tell,), daemon=True, name="create").start()

    def wait(self, seconds: float) -> bool:
        """Wait for the outcome, ``seconds`` at most; tell whether it is there."""
        return self._done.wait(seconds)

    def stop(self, wait: float) -> None:
        """Give up: nothing leaves any more; where it left already the outcome is unknown, unless it is there.

        Waits for that outcome, ``wait`` seconds at most.
        """
        self._cancelled.set()
        self._done.wait(wait)

    def forget_secrets(self) -> None:
        """Forget what it was signed with, once its outcome is known."""
        if self.outcome is not None:
            self.connection = self.connection.without_secret()

    def _run(self, tell: Callable[[], object]) -> None:
        from tui.create import create  # loads the network library, behind the first screen
        from tui.kore.call import Way

        way = Way(Timeouts.within(self.timeout), self._course, self._cancelled.is_set)
        self.outcome = create(self.document, self.connection, way)
        self._done.set()
        tell()
