"""The time without a key after which the wizard forgets its secrets and covers the screen. Pure."""

import time
from collections.abc import Callable

MINUTES = 15.0
"""Minutes without a key after which the wizard locks, unless an option sets another number."""
MOST_MINUTES = 24 * 60.0


class Idle:
    """Measures the time since the last key. ``minutes`` 0 never locks; ``clock`` gives monotonic seconds."""

    def __init__(self, minutes: float = MINUTES, clock: Callable[[], float] = time.monotonic) -> None:
        self.minutes = minutes
        self._clock = clock
        self._last = clock()

    def key(self) -> None:
        """Start the time again: a key was pressed."""
        self._last = self._clock()

    @property
    def seconds_left(self) -> float | None:
        """Seconds until the wizard locks, 0 once the time is over; None where it never locks."""
        if not self.minutes:
            return None
        return max(self._last + self.minutes * 60 - self._clock(), 0.0)

    @property
    def sentence(self) -> str:
        """The time without a key, as a sentence for the screen."""
        count = f"{self.minutes:g}"
        return f"No key was pressed for {count} minute{'' if count == '1' else 's'}."
