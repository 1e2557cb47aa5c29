"""The parser of the command line: the wizard's options, and for the command that is named its own."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from tui import __version__
from tui.base.console import put
from tui.base.usage import PROGRAM, UsageError
from tui.commands import options
from tui.commands.registry import COMMANDS, load
from tui.kore.verdicts import MEANINGS


class _Parser(argparse.ArgumentParser):
    """Reports a mistake to :func:`main`, which knows in which form to print it."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ARG002
        """Print help and version like any other data: a reader that leaves early is no failure."""
        put(message.rstrip("\n"))


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line. ``run`` in the result is what to call with it.

    Raises:
        UsageError: it can't be read.
    """
    options.refuse_secrets(argv)
    arguments = _parser(argv).parse_args(argv)
    arguments.setup = options.practice_setup(arguments)
    if arguments.command in {None, "submit"}:
        arguments.practice = arguments.practice or bool(arguments.fault) or arguments.setup is not None
    elif arguments.practice or (arguments.fault and arguments.command != "practice-server"):
        raise UsageError("--practice is for the wizard and for submit")
    for option, given in (("--from", arguments.start_from), ("--template", arguments.template)):
        if arguments.command is not None and given is not None:
            raise UsageError(f"{option} is for the wizard")
    options.check_connection(arguments)
    return arguments


def _parser(argv: Sequence[str]) -> _Parser:
    """The parser of ``argv``: commands that are not in it have their name and nothing more."""
    parser = _Parser(
        prog=PROGRAM,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Create outbound voice campaigns on Kore.ai. Without a command: the wizard.",
        epilog=_exit_codes(),
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    wizard = load("wizard")
    wizard.fill(parser)
    parser.set_defaults(run=wizard.run)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        below = options.add(commands, command.name, command.about)
        if command.name in argv:
            module = load(command.module)
            below.set_defaults(run=module.run)
            module.fill(below)
    return parser


def _exit_codes() -> str:
    lines = [
        f"  {meaning.exit_code:>3}  {verdict:<17} {meaning.when}" for verdict, meaning in MEANINGS.items()
    ]
    return "\n".join(["outcomes and exit codes:", *lines])
