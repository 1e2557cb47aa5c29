"""What can be said on the command line, and which function a command calls; loads what a command needs when it runs."""

import argparse
import contextlib
import functools
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from tui import __version__
from tui.base.console import put, say
from tui.base.idle import MINUTES, MOST_MINUTES
from tui.base.terminal import ThemeName, look
from tui.base.usage import PROGRAM, UsageError
from tui.commands import bundle_options, draft_options, profile_options
from tui.kore.verdicts import MEANINGS, TIMEOUT

if TYPE_CHECKING:
    from tui.campaign.fields import Api

_LONGEST_WAIT = 3600
"""Seconds."""


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
    profile_options.refuse_secrets(argv)
    arguments = _parser(argv).parse_args(argv)
    if arguments.command in {None, "submit"}:
        arguments.practice = arguments.practice or bool(arguments.fault)
    elif arguments.practice or (arguments.fault and arguments.command != "practice-server"):
        raise UsageError("--practice is for the wizard and for submit")
    if arguments.command is not None and arguments.start_from is not None:
        raise UsageError("--from is for the wizard")
    profile_options.check(arguments)
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
    parser.add_argument("--practice", action="store_true", help="use the practice platform; reads no KORE_*")
    _add_fault(
        parser, "--practice-fault", "practise with something that goes wrong; see README for the names", None
    )
    parser.add_argument("--from", dest="start_from", metavar="FILE", help="start the wizard with a file")
    profile_options.add_connection(parser)
    parser.add_argument(
        "--mouse",
        action=argparse.BooleanOptionalAction,
        help="let the terminal report the mouse (not over SSH)",
    )
    _add_looks(parser)
    parser.add_argument(
        "--lock-after",
        type=_minutes,
        default=MINUTES,
        metavar="MIN",
        help="minutes without a key until the wizard forgets secrets and covers itself (%(default)g; 0: never)",
    )
    _add_timeout(parser, TIMEOUT)
    _add_trace(parser, None)
    parser.add_argument(
        "--no-thin", dest="thin", action="store_false", help="send all that the toolkit draws"
    )
    parser.set_defaults(run=_wizard)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, (about, fill, run) in _COMMANDS.items():
        practice_server = add(commands, name, about, run)
        if name in argv:
            fill(practice_server)
    return parser


def _add_looks(parser: _Parser) -> None:
    parser.add_argument(
        "--plain", action="store_true", help="plain questions: screen readers, pipes, poor terminals"
    )
    looks = parser.add_argument_group("how the wizard looks")
    looks.add_argument(
        "--theme", choices=[name.value for name in ThemeName], help="default: what the terminal can show"
    )
    looks.add_argument("--no-color", action="store_true", help="no colour at all, as with NO_COLOR")
    looks.add_argument("--ascii", action="store_true", help="plain ASCII lines and marks")


def _add_check(check: _Parser) -> None:
    check.add_argument("files", nargs="+", metavar="FILE", help="a campaign file; - is standard input")
    _add_api(check)
    _add_json(check)


def _add_submit(submit: _Parser) -> None:
    submit.add_argument("file", metavar="FILE", help="a campaign file; - is standard input")
    submit.add_argument(
        "--practice", action="store_true", default=argparse.SUPPRESS, help="send it to the practice platform"
    )
    _add_fault(submit, "--practice-fault", "send it there, and let something go wrong")
    _add_api(submit)
    submit.add_argument("--yes", action="store_true", help="do not ask")
    submit.add_argument(
        "--confirm",
        default="",
        metavar="NAME",
        help="the production profile that may be sent to without asking",
    )
    submit.add_argument(
        "--again", action="store_true", help="also where the same content was accepted there before"
    )
    submit.add_argument("--allow-night", action="store_true", help="call also between 21:00 and 08:00")
    _add_timeout(submit, argparse.SUPPRESS)
    _add_json(submit)
    profile_options.add_connection(submit, is_below=True)


def _add_example(example: _Parser) -> None:
    from tui.campaign.fields import Mode

    example.add_argument("mode", choices=[mode.lower() for mode in Mode])
    example.add_argument("--api", choices=_apis(), default=_apis()[0])


def _add_receipts(receipts: _Parser) -> None:
    actions = receipts.add_subparsers(dest="action", metavar="ACTION", required=True)
    every = add(actions, "list", "every create, the newest first", _receipts)
    one = add(actions, "show", "one create: what was sent, what came back", _receipts)
    settle = add(actions, "resolve", "say what became of a create that nobody knew of", _receipts)
    for parser in (one, settle):
        parser.add_argument("id", metavar="ID", help="as `receipts list` shows it")
    which = settle.add_mutually_exclusive_group(required=True)
    which.add_argument("--created", action="store_true", help="the campaign exists")
    which.add_argument("--not-created", action="store_true", help="it does not")
    settle.add_argument("--campaign", metavar="ID", help="with --created: the campaign's id")
    for parser in (every, one, settle):
        _add_json(parser)


def _add_practice_server(server: _Parser) -> None:
    from pathlib import Path

    server.add_argument("--port", type=_port, default=0, metavar="N", help="default: a free one")
    _add_fault(server, "--fault", "what goes wrong with every create; see README for the names")
    server.add_argument("--log", type=Path, metavar="FILE", help="append a JSON line for each request")


def _add_profile(profile: _Parser) -> None:
    profile_options.fill(profile, add)


def _add_drafts(drafts: _Parser) -> None:
    draft_options.fill(drafts, add, _drafts)


def _drafts(arguments: argparse.Namespace) -> int:
    return draft_options.run(arguments, _run_wizard)


def _add_doctor(doctor: _Parser) -> None:
    doctor.add_argument(
        "--connect", action="store_true", help="ask the connection's host for its time as well"
    )
    _add_json(doctor)


def add(commands: "argparse._SubParsersAction[_Parser]", name: str, about: str, run: Any) -> _Parser:
    """Add a command to others."""
    parser = commands.add_parser(name, help=about, description=about.capitalize() + ".", allow_abbrev=False)
    parser.set_defaults(run=run)
    _add_trace(parser, argparse.SUPPRESS)
    return parser


def _add_fault(parser: _Parser, option: str, about: str, default: str | None = argparse.SUPPRESS) -> None:
    parser.add_argument(option, dest="fault", type=_fault, default=default, metavar="NAME", help=about)


def _add_timeout(parser: _Parser, default: Any) -> None:
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=default,
        metavar="SECONDS",
        help=f"for the whole exchange of a create ({TIMEOUT:g})",
    )


def _add_trace(parser: _Parser, default: Any) -> None:
    parser.add_argument(
        "--trace",
        metavar="FILE",
        default=default,
        help="append what happens and is decided to a file; no secrets",
    )


def _add_api(parser: _Parser) -> None:
    parser.add_argument("--api", choices=_apis(), help="default: v2 for a file with dncLists, else v1")


def _add_json(parser: _Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def _apis() -> list[str]:
    from tui.campaign.fields import Api

    return [api.value for api in Api]


def _exit_codes() -> str:
    lines = [
        f"  {meaning.exit_code:>3}  {verdict:<17} {meaning.when}" for verdict, meaning in MEANINGS.items()
    ]
    return "\n".join(["outcomes and exit codes:", *lines])


def _seconds(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 < float(text) <= _LONGEST_WAIT:
            return float(text)
    raise argparse.ArgumentTypeError(f"more than 0 and at most {_LONGEST_WAIT} seconds, not {text!r}")


def _fault(name: str) -> str:
    from tui.practice.faults import FAULTS  # only where one is asked for

    if name not in FAULTS:
        raise argparse.ArgumentTypeError(f"no fault is called {name!r}; there are {', '.join(FAULTS)}")
    return name


def _minutes(text: str) -> float:
    with contextlib.suppress(ValueError):
        if 0 <= float(text) <= MOST_MINUTES:
            return float(text)
    raise argparse.ArgumentTypeError(f"0 to {MOST_MINUTES:g} minutes, not {text!r}")


def _port(text: str) -> int:
    with contextlib.suppress(ValueError):
        if 0 <= int(text) < 65536:
            return int(text)
    raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text!r}")


def _api(arguments: argparse.Namespace) -> "Api | None":
    from tui.campaign.fields import Api

    return None if arguments.api is None else Api(arguments.api)


def _wizard(arguments: argparse.Namespace) -> int:
    return _run_wizard(arguments, arguments.start_from)


def _run_wizard(arguments: argparse.Namespace, start_from: str | None, *, copy: bool = False) -> int:
    from tui.commands import wizard

    terminal = look(
        os.environ,
        sys.stderr.encoding if sys.stderr else None,
        no_color=arguments.no_color,
        ascii_only=arguments.ascii,
        theme=arguments.theme,
    )
    return wizard.run(
        practice=arguments.practice,
        fault=arguments.fault or "",
        start_from=start_from,
        copy=copy,
        terminal=terminal,
        wish=profile_options.wish(arguments),
        lock_after=arguments.lock_after,
        timeout=arguments.timeout,
        plain=arguments.plain,
        mouse=arguments.mouse,
        thin=arguments.thin,
    )


def _check(arguments: argparse.Namespace) -> int:
    from tui.commands import check

    return check.run(arguments.files, _api(arguments), as_object=arguments.json)


def _submit(arguments: argparse.Namespace) -> int:
    from tui.commands import submit

    order = submit.Order(
        file=arguments.file,
        practice=arguments.practice,
        fault=arguments.fault or "",
        api=_api(arguments),
        yes=arguments.yes,
        allow_night=arguments.allow_night,
        timeout=arguments.timeout,
        as_object=arguments.json,
        confirm=arguments.confirm,
        again=arguments.again,
        wish=profile_options.wish(arguments),
    )
    return submit.run(order)


def _example(arguments: argparse.Namespace) -> int:
    from tui.campaign.fields import Api, Mode
    from tui.commands import example

    return example.run(Mode(arguments.mode.capitalize()), Api(arguments.api))


def _receipts(arguments: argparse.Namespace) -> int:
    from tui.commands import receipts

    if arguments.action == "list":
        return receipts.show_all(as_object=arguments.json)
    if arguments.action == "show":
        return receipts.show(arguments.id, as_object=arguments.json)
    if arguments.campaign and arguments.not_created:
        raise UsageError("--campaign is for --created")
    resolution = receipts.Resolution(arguments.created, arguments.campaign)
    return receipts.resolve(arguments.id, resolution, as_object=arguments.json)


def _practice_server(arguments: argparse.Namespace) -> int:
    from tui.commands import practice_server
    from tui.kore.connection import CONNECTION_FIELDS

    names = {field.key: field.environment for field in CONNECTION_FIELDS}
    fault, put_once = arguments.fault or "", functools.partial(put, once=True)
    return practice_server.run(arguments.port, arguments.log, names, fault, put=put_once, say=say)


def _doctor(arguments: argparse.Namespace) -> int:
    from tui.commands import doctor

    host = doctor.host_of(arguments.environment) if arguments.connect else None
    return doctor.run(arguments.environment, as_object=arguments.json, host=host)


_COMMANDS: dict[str, tuple[str, Callable[[_Parser], None], Callable[[argparse.Namespace], int]]] = {
    "check": ("say what is wrong with campaign files; no network", _add_check, _check),
    "submit": ("create the campaign of a file", _add_submit, _submit),
    "example": ("print a valid campaign file to start from", _add_example, _example),
    "profile": (
        "manage named connections and where their secrets live",
        _add_profile,
        profile_options.list_all,
    ),
    "receipts": ("what was sent, and what came of it", _add_receipts, _receipts),
    "drafts": ("list, show, rename, delete and resume kept drafts", _add_drafts, _drafts),
    "bundle": (
        "make one file that installs this where there is no internet",
        bundle_options.fill,
        bundle_options.run,
    ),
    "practice-server": ("run the practice platform alone", _add_practice_server, _practice_server),
    "doctor": ("report on this machine, safe to paste into a ticket", _add_doctor, _doctor),
}
"""What each command is about, what adds its options, and what runs it."""
