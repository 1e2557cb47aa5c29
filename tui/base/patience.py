"""Saying what is waited for, from the first second on: a silent program looks like one that hangs."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SAID_AFTER = 1.0
"""Seconds of silence at most."""
_THEN = (5, 10, 20, 30)
_EACH = 30


@contextmanager
def saying(say: Callable[[str], object], what: str | Callable[[], str]) -> Iterator[None]:
    """While this lasts, say ``what`` is waited for and how long: after a second, and ever more rarely.

    ``say`` is called from a thread of its own.
    """
    over = threading.Event()
    begun = time.monotonic()

    def tell() -> None:
        for seconds in itertools.chain((SAID_AFTER, *_THEN), itertools.count(_THEN[-1] + _EACH, _EACH)):
            if over.wait(max(begun + seconds - time.monotonic(), 0.0)):
                return
            say(f"{what if isinstance(what, str) else what()} … {seconds:.0f} s")

    telling = threading.Thread(target=tell, daemon=True, name="patience")
    telling.start()
    try:
        yield
    finally:
        over.set()
        telling.join(1.0)  # nothing of it is said afterwards, unless nobody takes what is said
