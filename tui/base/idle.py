"""When nobody has pressed a key for too long: then secrets are forgotten and the screen is covered. Pure."""

import time
from collections.abc import Callable

MINUTES = 15.0
"""How long nobody need press a key, where nothing else is set."""
MOST_MINUTES = 24 * 60.0


class Idle:
    """Counts from the last key. ``minutes`` 0 means never; ``clock`` gives seconds and never goes back."""

    def __init__(self, minutes: float = MINUTES, clock: Callable[[], float] = time.monotonic) -> None:
        self.minutes = minutes
        self._clock = clock
        self._last = clock()

    def key(self) -> None:
        """Somebody pressed a key."""
        self._last = self._clock()

    @property
    def seconds_left(self) -> float | None:
        """Seconds until it is too long, 0 where it is; None where it never is."""
        if not self.minutes:
            return None
        return max(self._last + self.minutes * 60 - self._clock(), 0.0)

    @property
    def sentence(self) -> str:
        """How long it was, for a person."""
        count = f"{self.minutes:g}"
        return f"No key was pressed for {count} minute{'' if count == '1' else 's'}."
