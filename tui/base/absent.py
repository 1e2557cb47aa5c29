"""Leaving out a library that another one would load and does without: the one patch of ``sys.modules``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def absent(name: str) -> Iterator[None]:
    """While it is entered, the module ``name`` can't be imported; one that is loaded already is left alone.

    None in its place means "not there", says the language reference, 5.3.1.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
