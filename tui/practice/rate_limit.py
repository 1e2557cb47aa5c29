"""The platform's limit: so many requests a minute, for the whole account."""

import threading
import time
from collections import deque
from collections.abc import Callable

REQUESTS = 60
"""Requests of one account in a minute (documented)."""
_MINUTE = 60.0


class RateLimit:
    """Counts the requests of the last minute. ``clock`` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._taken: deque[float] = deque()
        self._lock = threading.Lock()

    def take(self) -> bool:
        """Count a request if the limit leaves room; return whether it did."""
        with self._lock:
            now = self._clock()
            while self._taken and self._taken[0] <= now - _MINUTE:
                self._taken.popleft()
            if len(self._taken) >= REQUESTS:
                return False
            self._taken.append(now)
            return True
