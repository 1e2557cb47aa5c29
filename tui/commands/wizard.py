"""``kore-campaign`` without a command: the wizard, with options."""

import argparse

from tui.base.idle import MINUTES
from tui.base.terminal import ThemeName
from tui.commands import options
from tui.commands.registry import load
from tui.kore.verdicts import TIMEOUT


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the wizard's options."""
    parser.add_argument("--practice", action="store_true", help="use the practice platform; reads no KORE_*")
    options.add_fault(
        parser, "--practice-fault", "practise with something that goes wrong; see README for the names", None
    )
    options.add_practice_setup(parser, "practice-", None)
    begin = parser.add_mutually_exclusive_group()
    begin.add_argument("--from", dest="start_from", metavar="FILE", help="start the wizard with a file")
    begin.add_argument("--template", metavar="NAME", help="start the wizard with a template")
    options.add_connection(parser)
    parser.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        help="let the terminal report the mouse (not over SSH)",
    )
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        help="plain questions: screen readers, pipes, poor terminals",
    )
    looks = parser.add_argument_group("how the wizard looks")
    looks.add_argument(
        "--theme", choices=[name.value for name in ThemeName], help="default: what the terminal can show"
    )
    looks.add_argument("--no-color", action="store_true", help="no colour at all, as with NO_COLOR")
    looks.add_argument("--ascii", action="store_true", help="plain ASCII lines and marks")
    parser.add_argument(
        "--lock-after",
        type=options.minutes,
        metavar="MIN",
        help=f"minutes without a key until the wizard forgets secrets and covers itself ({MINUTES:g}; 0: never)",
    )
    options.add_timeout(parser, TIMEOUT)
    options.add_trace(parser, None)
    parser.add_argument(
        "--no-thin", dest="thin", action="store_false", help="send all that the toolkit draws"
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the wizard as the command line asks for it; returns its exit code."""
    code: int = load("start").run_with_options(arguments, arguments.start_from)
    return code
