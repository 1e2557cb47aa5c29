"""The command line: parses, then imports only what the command at hand needs."""

import argparse
import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from tui import __version__
from tui.campaign.fields import Api, Mode
from tui.commands import bundle_options, draft_options, profile_options
from tui.commands.output import put, put_json, say
from tui.commands.usage import UsageError
from tui.credentials.environment import take
from tui.hardening import harden
from tui.idle import MINUTES, MOST_MINUTES
from tui.kore.outcome import MEANINGS, TIMEOUT, Outcome, Verdict
from tui.terminal import ThemeName, look

PROGRAM = "kore-campaign"
_LONGEST_WAIT = 3600
"""Seconds."""
_APIS = [api.value for api in Api]


class _Parser(argparse.ArgumentParser):
    """Reports a mistake to :func:`main`, which knows in which form to print it."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)

    def _print_message(self, message: str, file: Any = None) -> None:  # noqa: ARG002
        """Print help and version like any other data: a reader that leaves early is no failure."""
        put(message.rstrip("\n"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code, as :data:`tui.kore.outcome.MEANINGS` lists them."""
    harden()
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parse(given)
        arguments.environment = take(os.environ)
        _begin_trace(arguments)
        code: int = arguments.run(arguments)
    except UsageError as wrong:
        return _fail(given, Outcome(Verdict.USAGE, f"{wrong}. See {PROGRAM} --help."))
    except KeyboardInterrupt:
        return _fail(given, Outcome(Verdict.INTERRUPTED, "Interrupted."))
    except Exception as failed:  # a traceback could show what nobody must see: the place alone is told
        return _fail(given, Outcome(Verdict.INTERNAL, _place_of(failed)))
    return code


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the command line. ``run`` in the result is what to call with it.

    Raises:
        UsageError: it can't be read.
    """
    profile_options.refuse_secrets(argv)
    arguments = _parser().parse_args(argv)
    if arguments.command in {None, "submit"}:
        arguments.practice = arguments.practice or bool(arguments.fault)
    elif arguments.practice or (arguments.fault and arguments.command != "practice-server"):
        raise UsageError("--practice is for the wizard and for submit")
    if arguments.command is not None and arguments.start_from is not None:
        raise UsageError("--from is for the wizard")
    profile_options.check(arguments)
    return arguments


def _parser() -> _Parser:
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
    _add_trace(parser, None)
    parser.add_argument(
        "--no-thin", dest="thin", action="store_false", help="send all that the toolkit draws"
    )
    parser.set_defaults(run=_wizard)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_check(commands)
    _add_submit(commands)
    _add_example(commands)
    profile_options.add_profile(commands, _add)
    _add_receipts(commands)
    draft_options.add_drafts(commands, _add, _run_wizard)
    bundle_options.add_bundle(commands, _add)
    _add_practice_server(commands)
    _add_doctor(commands)
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


def _add_check(commands: "argparse._SubParsersAction[_Parser]") -> None:
    check = _add(commands, "check", "say what is wrong with campaign files; no network", _check)
    check.add_argument("files", nargs="+", metavar="FILE", help="a campaign file; - is standard input")
    _add_api(check)
    _add_json(check)


def _add_submit(commands: "argparse._SubParsersAction[_Parser]") -> None:
    submit = _add(commands, "submit", "create the campaign of a file", _submit)
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
    submit.add_argument("--allow-night", action="store_true", help="call also between 21:00 and 08:00")
    submit.add_argument(
        "--timeout",
        type=_seconds,
        default=TIMEOUT,
        metavar="SECONDS",
        help="for the whole exchange (%(default)g)",
    )
    _add_json(submit)
    profile_options.add_connection(submit, is_below=True)


def _add_example(commands: "argparse._SubParsersAction[_Parser]") -> None:
    example = _add(commands, "example", "print a valid campaign file to start from", _example)
    example.add_argument("mode", choices=[mode.lower() for mode in Mode])
    example.add_argument("--api", choices=_APIS, default=_APIS[0])


def _add_receipts(commands: "argparse._SubParsersAction[_Parser]") -> None:
    receipts = _add(commands, "receipts", "what was sent, and what came of it", _receipts)
    actions = receipts.add_subparsers(dest="action", metavar="ACTION", required=True)
    every = _add(actions, "list", "every create, the newest first", _receipts)
    one = _add(actions, "show", "one create: what was sent, what came back", _receipts)
    settle = _add(actions, "resolve", "say what became of a create that nobody knew of", _receipts)
    for parser in (one, settle):
        parser.add_argument("id", metavar="ID", help="as `receipts list` shows it")
    which = settle.add_mutually_exclusive_group(required=True)
    which.add_argument("--created", action="store_true", help="the campaign exists")
    which.add_argument("--not-created", action="store_true", help="it does not")
    settle.add_argument("--campaign", metavar="ID", help="with --created: the campaign's id")
    for parser in (every, one, settle):
        _add_json(parser)


def _add_practice_server(commands: "argparse._SubParsersAction[_Parser]") -> None:
    server = _add(commands, "practice-server", "run the practice platform alone", _practice_server)
    server.add_argument("--port", type=_port, default=0, metavar="N", help="default: a free one")
    _add_fault(server, "--fault", "what goes wrong with every create; see README for the names")
    server.add_argument("--log", type=Path, metavar="FILE", help="append a JSON line for each request")


def _add_doctor(commands: "argparse._SubParsersAction[_Parser]") -> None:
    doctor = _add(commands, "doctor", "report on this machine, safe to paste into a ticket", _doctor)
    doctor.add_argument(
        "--connect", action="store_true", help="ask the connection's host for its time as well"
    )
    _add_json(doctor)


def _add(commands: "argparse._SubParsersAction[_Parser]", name: str, about: str, run: Any) -> _Parser:
    parser = commands.add_parser(name, help=about, description=about.capitalize() + ".", allow_abbrev=False)
    parser.set_defaults(run=run)
    _add_trace(parser, argparse.SUPPRESS)
    return parser


def _add_fault(parser: _Parser, option: str, about: str, default: str | None = argparse.SUPPRESS) -> None:
    parser.add_argument(option, dest="fault", type=_fault, default=default, metavar="NAME", help=about)


def _add_trace(parser: _Parser, default: Any) -> None:
    parser.add_argument(
        "--trace",
        metavar="FILE",
        default=default,
        help="append what happens and is decided to a file; no secrets",
    )


def _add_api(parser: _Parser) -> None:
    parser.add_argument("--api", choices=_APIS, help="default: v2 for a file with dncLists, else v1")


def _add_json(parser: _Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


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


def _api(arguments: argparse.Namespace) -> Api | None:
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
        wish=profile_options.wish(arguments),
    )
    return submit.run(order)


def _example(arguments: argparse.Namespace) -> int:
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
    from tui.connection import CONNECTION_FIELDS
    from tui.practice import command

    names = {field.key: field.environment for field in CONNECTION_FIELDS}
    return command.run(arguments.port, arguments.log, names, arguments.fault or "")


def _doctor(arguments: argparse.Namespace) -> int:
    from tui.commands import doctor

    host = doctor.host_of(arguments.environment) if arguments.connect else None
    return doctor.run(arguments.environment, as_object=arguments.json, host=host)


def _begin_trace(arguments: argparse.Namespace) -> None:
    """Begin the trace that is asked for.

    Raises:
        UsageError: its file can't be written.
    """
    if arguments.trace is None:
        return
    from tui import trace  # nothing to note, nothing to load

    try:
        trace.to_file(arguments.trace)
    except (OSError, ValueError) as failed:
        why = getattr(failed, "strerror", None) or "that is no name a file can have"
        raise UsageError(f"--trace {arguments.trace} can't be written: {why}") from None
    trace.note(f"kore-campaign {__version__}, {arguments.command or 'wizard'}.")


def _fail(argv: Sequence[str], outcome: Outcome) -> int:
    """Print why nothing came of the command; an object where one was asked for."""
    command = next((each for each in argv if not each.startswith("-")), "")
    if "--json" in argv and command == "check":
        put_json({"files": [], "outcome": outcome.verdict, "message": outcome.message})
        say(f"{PROGRAM}: {outcome.message}")
    elif "--json" in argv:
        from tui.commands.submit import report

        report(outcome, as_object=True)
    else:
        say(f"{PROGRAM}: {outcome.message}")
    return outcome.exit_code


def _place_of(failed: Exception) -> str:
    """Name what broke and where, and nothing of what was being worked on."""
    at = failed.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    where = f" at {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else ""
    return f"This program failed: {type(failed).__name__}{where}."
