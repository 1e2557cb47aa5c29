"""Options that several commands share, and what is common to all of their parsers."""

import argparse
import contextlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui.base.idle import MOST_MINUTES
from tui.base.usage import UsageError
from tui.kore.verdicts import TIMEOUT

if TYPE_CHECKING:
    from tui.practice.world import PracticeSetup

_LONGEST_WAIT = 3600
"""Seconds."""
_CONNECTION = ("profile", "secret_fd", "secret_file", "passphrase_fd")


def add(commands: Any, name: str, about: str) -> argparse.ArgumentParser:
    """Add a command to others: by name, with what it is about."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about.capitalize() + ".", allow_abbrev=False
    )
    add_trace(parser, argparse.SUPPRESS)
    return parser


def add_fault(
    parser: argparse.ArgumentParser, option: str, about: str, default: str | None = argparse.SUPPRESS
) -> None:
    """Add the option that names what goes wrong on the practice platform."""
    parser.add_argument(option, dest="fault", type=_fault, default=default, metavar="NAME", help=about)


def add_practice_setup(
    parser: argparse.ArgumentParser, prefix: str, default: Any = argparse.SUPPRESS
) -> None:
    """Add the options that say what exists in the practice account; each begins with ``prefix``."""
    parser.add_argument(
        f"--{prefix}lists", dest="practice_lists", type=_number, default=default, metavar="N",
        help="how many contact lists the practice account has (40)",
    )  # fmt: skip
    parser.add_argument(
        f"--{prefix}seed", dest="practice_seed", type=_number, default=default, metavar="N",
        help="another account for another number",
    )  # fmt: skip
    parser.add_argument(
        f"--{prefix}without-configuration", dest="practice_unscoped", action="store_true", default=default,
        help="refuse queues, as where the scope Configuration is missing",
    )  # fmt: skip


def practice_setup(arguments: argparse.Namespace) -> "PracticeSetup | None":
    """What is asked of the practice account; None where nothing is.

    Raises:
        UsageError: there is no such account.
    """
    given = {
        "lists": getattr(arguments, "practice_lists", None),
        "seed": getattr(arguments, "practice_seed", None),
        "has_configuration": False if getattr(arguments, "practice_unscoped", None) else None,
    }
    asked = {key: value for key, value in given.items() if value is not None}
    if not asked:
        return None
    from tui.practice.world import PracticeSetup  # only where one is asked for

    try:
        return PracticeSetup(**asked)
    except ValueError as impossible:
        raise UsageError(str(impossible)) from None


def _number(text: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError(f"a number of up to nine digits, not {text!r}")
    return int(text)


def add_timeout(parser: argparse.ArgumentParser, default: Any) -> None:
    """Add ``--timeout``, in seconds."""
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=default,
        metavar="SECONDS",
        help=f"for the whole exchange of a create ({TIMEOUT:g})",
    )


def add_trace(parser: argparse.ArgumentParser, default: Any) -> None:
    """Add ``--trace``."""
    parser.add_argument(
        "--trace",
        metavar="FILE",
        default=default,
        help="append what happens and is decided to a file; no secrets",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add ``--json`` of a command that prints one object."""
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def _fault(name: str) -> str:
    from tui.practice.faults import FAULTS  # only where one is asked for

    if name not in FAULTS:
        raise argparse.ArgumentTypeError(f"no fault is called {name!r}; there are {', '.join(FAULTS)}")
    return name


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < float(text) <= _LONGEST_WAIT:
            return float(text)
    raise argparse.ArgumentTypeError(f"more than 0 and at most {_LONGEST_WAIT} seconds, not {text!r}")


def minutes(text: str) -> float:
    """Read the minutes of ``--lock-after``; 0 is one of them."""
    with contextlib.suppress(ValueError):
        if 0 <= float(text) <= MOST_MINUTES:
            return float(text)
    raise argparse.ArgumentTypeError(f"0 to {MOST_MINUTES:g} minutes, not {text!r}")


def add_connection(parser: argparse.ArgumentParser, *, is_below: bool = False) -> None:
    """Which connection, and its secret from the caller. ``is_below``: the options stand higher up as well."""
    default = argparse.SUPPRESS if is_below else None
    group = parser.add_argument_group("connection (a named profile, else KORE_…, else the default profile)")
    group.add_argument("--profile", metavar="NAME", default=default, help="the profile to use")
    add_secret(group, default)


def add_secret(group: Any, default: Any = argparse.SUPPRESS) -> None:
    """A secret and a passphrase from the caller; never as an argument, which every process can read."""
    group.add_argument(
        "--secret-fd", type=_descriptor, metavar="N", default=default,
        help="read the client secret from descriptor N",
    )  # fmt: skip
    group.add_argument(
        "--secret-file", metavar="FILE", default=default,
        help="read it from a file that only you can read; - is standard input",
    )  # fmt: skip
    group.add_argument(
        "--passphrase-fd", type=_descriptor, metavar="N", default=default,
        help="read the passphrase of a sealed file from descriptor N",
    )  # fmt: skip


def _descriptor(text: str) -> int:
    """The number of a descriptor; what stands there instead may be a secret, and is not repeated."""
    if not re.fullmatch("[0-9]{1,9}", text):
        raise argparse.ArgumentTypeError("a descriptor is a number, such as 3")
    return int(text)


def refuse_secrets(argv: Sequence[str]) -> None:
    """Refuse a secret as an argument, without repeating it.

    Raises:
        UsageError: the message names the ways there are.
    """
    for each in argv:
        if re.match(r"--(client-?)?(secret|token|password|passphrase)(=|$)", each):
            raise UsageError(
                "a secret is never an argument, which others can see: use --secret-fd or --secret-file"
            )


def check_connection(arguments: argparse.Namespace) -> None:
    """Refuse options of a connection where there is none to choose.

    Raises:
        UsageError: the message says which, and why.
    """
    given = [f"--{key.replace('_', '-')}" for key in _CONNECTION if getattr(arguments, key) is not None]
    connects = arguments.command in {None, "submit", "profile"} or getattr(arguments, "connect", False)
    if given and not connects:
        raise UsageError(f"{given[0]} is for commands that talk to the platform")
    if given and arguments.practice:
        raise UsageError(f"{given[0]} is not for practice, which has a connection of its own")
    if arguments.command == "profile" and arguments.profile is not None:
        raise UsageError("profile takes the name without --profile")
    if arguments.secret_fd is not None and arguments.secret_file is not None:
        raise UsageError("--secret-fd and --secret-file are two ways for one secret: use one")
