"""``--trace FILE``: what happened and what was decided, in order; no bodies, no secrets. Imports nothing of ours.

Code that talks to a host or decides something calls :func:`note`; without the switch that does nothing. A note
is a sentence that a person may see anyway.
"""

import logging
import os
import time

_LOG = logging.getLogger("kore-campaign")
_LOG.propagate = False
_LOG.addHandler(logging.NullHandler())  # without one the library would write to the terminal
_LOG.setLevel(logging.CRITICAL)


def note(sentence: str) -> None:
    """Write one line to the trace, if there is one. Never fails."""
    _LOG.info("%s", sentence)


def to_file(name: str) -> None:
    """Write everything noted from now on to the file ``name``: made for its owner alone (0600), else appended to.

    What was there keeps its mode. A pipe is written to while somebody reads it; nothing is waited for.

    Raises:
        OSError: the file can't be written, is a link, or is a pipe that nobody reads.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(name, flags | getattr(os, "O_NONBLOCK", 0), 0o600)
    file = os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace")
    handler = logging.StreamHandler(file)
    handler.setFormatter(_Line())
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a full disk must not write a traceback over the screen


class _Line(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One line: the time in UTC to the millisecond, the thread, the sentence."""
        when = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        said = "".join(char if char.isprintable() else " " for char in record.getMessage())
        return f"{when}.{int(record.msecs):03}Z {record.threadName}: {said}"
