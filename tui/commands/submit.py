"""``kore-campaign submit``: check a file, show it, ask, create the campaign, say what came of it."""

import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.campaign import summary
from tui.campaign.fields import Api
from tui.campaign.hours import nights
from tui.campaign.problems import Problem, error
from tui.campaign.reading import Read, read
from tui.commands.output import as_json, as_text, put, put_json, say
from tui.connection import Connection, ConnectionDraft
from tui.kore import addresses
from tui.kore.exchange import Timeouts
from tui.kore.outcome import Outcome, Verdict
from tui.kore.phases import Course
from tui.records.files import STDIN, FileError, load
from tui.session import Place, Session
from tui.text import one_line, plural

_TERMINAL = Path("/dev/tty")
_TURN = 0.2
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line asks for. ``timeout`` is in seconds; without ``api`` the file's shape decides."""

    file: str
    practice: bool
    api: Api | None
    yes: bool
    allow_night: bool
    timeout: float
    as_object: bool


class _StopError(Exception):
    """Nothing is sent, for a reason that is an outcome."""

    def __init__(self, verdict: Verdict, why: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(why)
        self.outcome = Outcome(verdict, f"{why} Nothing was sent.")
        self.problems = problems


def run(order: Order) -> int:
    """Create the campaign of a file; returns the exit code of the outcome, which is printed."""
    usual = signal.getsignal(signal.SIGINT)
    try:
        outcome, problems = _submit(order)
    except _StopError as stopped:
        outcome, problems = stopped.outcome, stopped.problems
    except KeyboardInterrupt:  # can't come once the create has begun
        outcome, problems = Outcome(Verdict.INTERRUPTED, "Interrupted. Nothing was sent."), ()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the outcome must come out
    try:
        report(outcome, problems, as_object=order.as_object)
    finally:
        signal.signal(signal.SIGINT, usual)
    return outcome.exit_code


def report(outcome: Outcome, problems: Sequence[Problem] = (), *, as_object: bool) -> None:
    """Print what came of it: the id, or all of it as an object, to stdout; a sentence to stderr."""
    say(f"{outcome.verdict}: {outcome.message}")
    if as_object:
        put_json(
            {
                "outcome": outcome.verdict,
                "httpStatus": outcome.http_status,
                "campaignId": outcome.campaign_id,
                "campaignStatus": outcome.campaign_status,
                "message": outcome.message,
                "problems": as_json(problems),
            }
        )
    elif outcome.verdict is Verdict.ACCEPTED and outcome.campaign_id:
        put(outcome.campaign_id)


def _submit(order: Order) -> tuple[Outcome, Sequence[Problem]]:
    document, found = _load(order)
    with _place(order, found.api) as connection:
        if connection.api is not found.api:
            why = f"The file is for {found.api}, and the connection is for {connection.api} of the API."
            raise _StopError(Verdict.INVALID, why, found.problems)
        _show(order, found, connection)
        at_night = bool(nights(found.draft.week)) and not order.allow_night
        if at_night and order.yes:
            why = "People would be called at night: that needs --allow-night besides --yes."
            raise _StopError(Verdict.USAGE, why, found.problems)
        if not order.yes:
            _ask(order, connection, "NIGHT" if at_night else "y")
        return _create(order, document, connection), found.problems


def _load(order: Order) -> tuple[dict[str, Any], Read]:
    try:
        document = load(order.file)
    except FileError as unreadable:
        problem = error("", f"The file {unreadable}.")
        raise _StopError(Verdict.INVALID, one_line(f"{order.file} {unreadable}."), [problem]) from None
    found = read(document, order.api)
    for problem in found.problems:
        say(as_text(order.file, problem))
    if not found.is_valid:
        count = plural(sum(problem.is_error for problem in found.problems), "error")
        raise _StopError(Verdict.INVALID, f"The file has {count}.", found.problems)
    return document, found


@contextlib.contextmanager
def _place(order: Order, api: Api) -> Iterator[Connection]:
    """Where it goes: a practice platform of its own for as long as this lasts, or what the environment names."""
    if not order.practice:
        yield _from_environment()
        return
    from tui.practice.server import start  # no practice, no server

    try:
        platform = start()
    except OSError as failed:
        why = f"The practice platform can't start here: {failed.strerror or failed}."
        raise _StopError(Verdict.UNREACHABLE, why) from None
    with platform:
        yield Session(
            place=Place.PRACTICE, practice=platform, connection=ConnectionDraft(api=api)
        ).active_connection()


def _from_environment() -> Connection:
    from tui.credentials import environment  # --practice reads none of it

    missing = environment.missing(os.environ)
    if missing is None or missing:
        absent = ", ".join(missing or environment.NEEDED)
        raise _StopError(Verdict.UNAUTHORISED, f"Credentials are missing from the environment: {absent}.")
    draft = environment.read(os.environ)
    if problems := draft.problems():
        raise _StopError(Verdict.USAGE, f"The connection in the environment is wrong: {' '.join(problems)}")
    return draft.connection()


def _show(order: Order, found: Read, connection: Connection) -> None:
    """Say what is going to be sent, where, and as whom."""
    for sentence in summary.sentences(found.draft, found.api):
        say(sentence)
    say(f"POST {addresses.create_url(connection)}")
    say(f"App {connection.app_id}, account {connection.account_id}, signed as {connection.client_id}.")
    if order.practice:
        say("PRACTICE: this goes to a practice platform inside this program, and calls nobody.")
    elif connection.host.warning:
        say(f"Warning: {connection.host.warning}")


def _ask(order: Order, connection: Connection, yes: str) -> None:
    """Go on only after a ``yes`` on the terminal; stdin is no place to ask where the file came from it."""
    choices = "[y/N]" if yes == "y" else f"It calls at night. Type {yes} to go on:"
    question = f"Create this campaign on {connection.host.address}? {choices} "
    try:
        answer = _answer_of_terminal(question) if order.file == STDIN else _answer_of_stdin(question)
    except OSError:
        raise _StopError(
            Verdict.USAGE, "There is no terminal to ask on: --yes creates without asking."
        ) from None
    if answer.strip() not in ({"y", "Y", "yes", "Yes", "YES"} if yes == "y" else {yes}):
        raise _StopError(Verdict.CANCELLED, "You did not say yes.")


def _answer_of_terminal(question: str) -> str:
    with _TERMINAL.open("r+b", buffering=0) as terminal:
        terminal.write(question.encode())
        _wait_for_line(terminal.fileno())
        return terminal.readline().decode(errors="replace")


def _answer_of_stdin(question: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise OSError("stdin is no terminal")
    print(question, end="", file=sys.stderr, flush=True)
    _wait_for_line(sys.stdin.fileno())
    return sys.stdin.readline()


def _wait_for_line(descriptor: int) -> None:
    """Wait in short turns: a Ctrl+C that comes just before a read begins is seen only after it."""
    while os.name == "posix" and not select.select([descriptor], [], [], _TURN)[0]:
        pass


def _create(order: Order, document: dict[str, Any], connection: Connection) -> Outcome:
    """Send it. From here on Ctrl+C is only noted, so that it can't hide what became of the request."""
    from tui.create import create  # the network library, not needed until here
    from tui.kore.call import Way

    pressed = threading.Event()
    signal.signal(signal.SIGINT, lambda *_: pressed.set())
    course = Course(lambda phase: say(phase.sentence))
    return create(document, connection, Way(Timeouts.within(order.timeout), course, pressed.is_set))
