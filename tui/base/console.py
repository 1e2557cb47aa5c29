"""Commands print data to stdout and narration to stderr. Every text is made inert."""

import contextlib
import os
import sys
import textwrap
from typing import TextIO

from tui.base.glyphs import prose_in_ascii
from tui.base.terminal import is_utf8
from tui.base.text import one_line

LINE_LIMIT = 1_000
"""Characters of one line of narration."""
_COLUMNS = 78


class UnwrittenError(Exception):
    """Standard output can't be written; the message says why in a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(f"stdout can't be written: {why}.")


def say(sentence: str) -> None:
    """Tell the person one line, on stderr; where that can't be written, nothing is left to tell it by."""
    _tell(one_line(sentence, limit=LINE_LIMIT))


def say_wrapped(text: str, indent: str = "") -> None:
    """Tell the person a text of our own on as many lines as it takes, each behind ``indent``."""
    for each in textwrap.wrap(one_line(text, limit=LINE_LIMIT), _COLUMNS - len(indent)):
        _tell(indent + each)


def put(text: str, *, once: bool = False) -> None:
    """Write data to stdout. A reader that closes the pipe is no error, but for what can be had only ``once``.

    Raises:
        UnwrittenError: it is not out.
    """
    if sys.stdout is None:
        raise UnwrittenError("it is closed")
    try:
        poor = not is_utf8(sys.stdout.encoding)
        print(text.encode("ascii", "backslashreplace").decode() if poor else text, flush=True)
    except (OSError, ValueError) as failed:
        silence(sys.stdout)
        if once or not isinstance(failed, BrokenPipeError):
            raise UnwrittenError(getattr(failed, "strerror", None) or "it is closed") from None


def _tell(line: str) -> None:
    if sys.stderr is not None:
        try:
            print(line if is_utf8(sys.stderr.encoding) else prose_in_ascii(line), file=sys.stderr, flush=True)
        except (OSError, ValueError):  # nobody listens any more
            silence(sys.stderr)


def silence(stream: TextIO) -> None:
    """Send what ``stream`` still holds to nowhere: Python would write it at exit, and end with 120."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
