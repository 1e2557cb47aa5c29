"""The command line: it looks a command up in the registry, which imports that one alone, and calls it."""

import os
import sys
from collections.abc import Sequence

from tui.base.console import UnwrittenError, say
from tui.base.given_locale import take_back
from tui.base.hardening import harden
from tui.base.usage import PROGRAM, UsageError
from tui.commands.registry import load
from tui.kore.verdicts import MEANINGS, Verdict


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code, as :data:`tui.kore.verdicts.MEANINGS` lists them."""
    take_back(os.environ)
    harden()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run_or_explain(given)
    except UnwrittenError as failed:
        say(f"{PROGRAM}: {failed}")
        return MEANINGS[Verdict.INTERNAL].exit_code


def _run_or_explain(given: Sequence[str]) -> int:
    """Run it; where nothing came of it, say why. Raises UnwrittenError."""
    try:
        return _run(given) if given else load("start").run_without_options()
    except UnwrittenError:
        raise
    except UsageError as wrong:
        return _fail(given, Verdict.USAGE, f"{wrong}. See {PROGRAM} --help.")
    except KeyboardInterrupt:
        return _fail(given, Verdict.INTERRUPTED, "Interrupted.")
    except Exception as failed:  # a traceback could show what nobody must see: the place alone is told
        return _fail(given, Verdict.INTERNAL, _place_of(failed))


def _run(given: Sequence[str]) -> int:
    arguments = load("parser").parse(given)  # --help and --version end in it
    load("preparation").prepare(arguments)
    code: int = arguments.run(arguments)
    return code


def _fail(argv: Sequence[str], verdict: Verdict, message: str) -> int:
    """Print why nothing came of the command; an object where one was asked for."""
    command = next((each for each in argv if not each.startswith("-")), "")
    if "--json" in argv:
        load("check" if command == "check" else "submit").report_failure(verdict, message)
    else:
        say(f"{PROGRAM}: {message}")
    return MEANINGS[verdict].exit_code


def _place_of(failed: Exception) -> str:
    """Name what broke and where, and nothing of what was being worked on."""
    at = failed.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f" at {at.tb_frame.f_code.co_filename.rpartition(os.sep)[2]}:{at.tb_lineno}" if at else ""
    return f"This program failed: {type(failed).__name__}{where}."
