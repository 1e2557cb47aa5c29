"""What makes a start of the wizard short: the first screen does not wait for what only later ones need."""

import gc
import sys


def hasten() -> None:
    """Begin; again, nothing happens.

    Nothing that a start makes is garbage, and looking for it takes a tenth of the time. asyncio is loaded as on
    a Python without ssl, which it provides for: only its own TLS is missing then. The library of ssl is a thirtieth
    of the time and is not needed for it, since all that is sent is sent by threads, without asyncio.
    """
    gc.disable()
    if "ssl" not in sys.modules and "asyncio" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # "not there", says the language reference, 5.3.1
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]


def settle() -> None:
    """Look for garbage from now on, and no longer at what is there for good."""
    gc.freeze()
    gc.enable()
