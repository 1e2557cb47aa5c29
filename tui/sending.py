"""One create on its way, in a thread of its own: a stalled terminal can neither stop it nor lose its outcome."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tui.connection import Connection
from tui.kore.outcome import Outcome


@dataclass(slots=True)
class Sending:
    """A create that was begun. Read it at any time; ``outcome`` is None until it is known.

    ``phases`` are sentences with the seconds since the beginning, from what really happened on the line.
    """

    document: dict[str, Any]
    connection: Connection
    phases: list[tuple[float, str]] = field(default_factory=list)
    outcome: Outcome | None = None
    _begun: float = field(default_factory=time.monotonic)
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _done: threading.Event = field(default_factory=threading.Event)

    def start(self, tell: Callable[[], object]) -> None:
        """Send, once. ``tell`` is called from the thread after each phase and at the end; it must not wait."""
        threading.Thread(target=self._run, args=(tell,), daemon=True, name="create").start()

    def stop(self, wait: float) -> None:
        """Give up: nothing leaves any more; where it left already the outcome is unknown, unless it is there.

        Waits for that outcome, ``wait`` seconds at most.
        """
        self._cancelled.set()
        self._done.wait(wait)

    def _run(self, tell: Callable[[], object]) -> None:
        from tui.create import create  # loads the network library, behind the first screen

        def on_phase(sentence: str) -> None:
            self.phases.append((time.monotonic() - self._begun, sentence))
            tell()

        self.outcome = create(
            self.document, self.connection, on_phase=on_phase, cancelled=self._cancelled.is_set
        )
        self._done.set()
        tell()
