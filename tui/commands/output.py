"""What the commands print: data to stdout, narration to stderr. All of it inert, none of it able to fail."""

import contextlib
import os
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.marks import prose_in_ascii
from tui.terminal import is_utf8
from tui.text import one_line

if TYPE_CHECKING:
    from tui.campaign.problems import Problem

LINE_LIMIT = 1_000
"""Characters of one line of narration."""
_COLUMNS = 78


def say(sentence: str) -> None:
    """Tell the person one line, on stderr."""
    _tell(one_line(sentence, limit=LINE_LIMIT))


def say_wrapped(text: str, indent: str = "") -> None:
    """Tell the person a text of our own on as many lines as it takes, each behind ``indent``."""
    for each in textwrap.wrap(one_line(text, limit=LINE_LIMIT), _COLUMNS - len(indent)):
        _tell(indent + each)


def put(text: str) -> bool:
    """Write data to stdout; tell whether it is out. A reader that has heard enough is fine."""
    if sys.stdout is None:
        return False
    try:
        poor = not is_utf8(sys.stdout.encoding)
        print(text.encode("ascii", "backslashreplace").decode() if poor else text, flush=True)
    except BrokenPipeError:
        silence()
    except OSError as failed:
        silence()
        say(f"kore-campaign: stdout can't be written: {failed.strerror}.")
        return False
    return True


def put_json(value: Any) -> bool:
    """Write ``value`` to stdout as one JSON object, in ASCII."""
    import json  # 3 ms that the wizard's first screen need not wait for

    return put(json.dumps(value, indent=2))


def as_json(problems: Iterable["Problem"]) -> list[dict[str, str]]:
    """Problems as ``check --json`` and ``submit --json`` print them."""
    return [{"field": each.field, "severity": each.severity, "message": each.message} for each in problems]


def as_text(file: str, problem: "Problem") -> str:
    """A problem as one line: ``draft.json: error: maxSkips: Skips is missing.``."""
    parts = (file, problem.severity, problem.field, problem.message)
    return one_line(": ".join(part for part in parts if part), limit=LINE_LIMIT)


def _tell(line: str) -> None:
    if sys.stderr is not None:
        with contextlib.suppress(OSError):  # nobody listens any more
            print(line if is_utf8(sys.stderr.encoding) else prose_in_ascii(line), file=sys.stderr, flush=True)


def silence() -> None:
    """Let nothing more be written where nobody reads: Python would complain on its way out."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
