"""What comes before the run of every command: the connection of the environment, and the trace."""

import argparse
import os

from tui import __version__
from tui.base import trace
from tui.base.usage import UsageError
from tui.credentials.environment import take


def prepare(arguments: argparse.Namespace) -> None:
    """Put the connection of the environment into ``arguments``, and begin the trace that is asked for.

    Raises:
        UsageError: the file of the trace can't be written.
    """
    arguments.environment = take(os.environ)
    if arguments.trace is None:
        return
    try:
        trace.to_file(arguments.trace)
    except (OSError, ValueError) as failed:
        why = getattr(failed, "strerror", None) or "that is no name a file can have"
        raise UsageError(f"--trace {arguments.trace} can't be written: {why}") from None
    trace.note(f"kore-campaign {__version__}, {arguments.command or 'wizard'}.")
