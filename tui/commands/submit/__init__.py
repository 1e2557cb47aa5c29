"""``kore-campaign submit``: check a file, show it, ask, create the campaign, say what came of it."""

import argparse
import contextlib
import signal
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from tui.base.console import UnwrittenError, put, say
from tui.base.json_output import put_json
from tui.base.text import one_line, plural
from tui.base.usage import PROGRAM
from tui.campaign import fingerprint, summary
from tui.campaign.checked import Checked
from tui.campaign.fields import AMD, Api
from tui.campaign.kinds.choice import numbered, of_number, one_of
from tui.campaign.problems import Problem, error
from tui.campaign.versions import Decisions
from tui.commands import target
from tui.commands.check import add_api, add_decisions, api_of, as_json, as_text, decisions_of, how_to_decide
from tui.commands.options import add_connection, add_fault, add_json, add_timeout
from tui.commands.target import NoTargetError, Target
from tui.credentials import prompts
from tui.credentials.request import connection_request
from tui.credentials.resolve import ConnectionRequest
from tui.kore import addresses
from tui.kore.connection import Connection, ConnectionDraft
from tui.kore.outcome import Outcome
from tui.kore.proxy import through
from tui.kore.verdicts import MEANINGS, Verdict
from tui.storage.files import STDIN, FileError, load_bytes, parse_json
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_file import converted, file_and_why, judge_file
from tui.workflow.confirmations import Confirmation, Reason, confirmations
from tui.workflow.visit import start_practice

_BESIDES_YES = {Reason.NIGHT: "--allow-night", Reason.PRODUCTION: "--confirm and the profile's name"}
"""What allows without typing what a guard wants typed."""
_NOBODY = "There is no terminal to ask on: --yes creates without asking."


class _StopError(Exception):
    """Nothing is sent, for a reason that is an outcome."""

    def __init__(self, verdict: Verdict, why: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(why)
        self.outcome = Outcome(verdict, f"{why} Nothing was sent.")
        self.problems = problems


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("file", metavar="FILE", help="a campaign file; - is standard input")
    parser.add_argument(
        "--practice", action="store_true", default=argparse.SUPPRESS, help="send it to the practice platform"
    )
    add_fault(parser, "--practice-fault", "send it there, and let something go wrong")
    add_api(parser)
    add_decisions(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument(
        "--confirm",
        default="",
        metavar="NAME",
        help="the production profile that may be sent to without asking",
    )
    parser.add_argument(
        "--again", action="store_true", help="also where the same content was accepted there before"
    )
    parser.add_argument(
        "--fingerprint",
        type=_fingerprint,
        metavar="XXXX-XXXX",
        help="refuse any other content than the one that `check --fingerprint` printed this for",
    )
    parser.add_argument("--allow-night", action="store_true", help="call also between 21:00 and 08:00")
    add_timeout(parser, argparse.SUPPRESS)
    add_json(parser)
    add_connection(parser, is_below=True)


def _fingerprint(text: str) -> str:
    try:
        return fingerprint.read(text)
    except ValueError as none:
        raise argparse.ArgumentTypeError(str(none).rstrip(".")) from None


def run(arguments: argparse.Namespace) -> int:
    """Create the campaign of a file; returns the exit code of the outcome, which is printed.

    An acceptance that can't be printed is none for a script: 1.
    """
    request = connection_request(arguments)
    usual = signal.getsignal(signal.SIGINT)
    candidates: list[dict[str, Any]] = []
    try:
        outcome, problems, candidates = _submit(arguments, request)
    except _StopError as stopped:
        outcome, problems = stopped.outcome, stopped.problems
    except NoTargetError as none:
        outcome, problems = Outcome(none.verdict, f"{none} Nothing was sent."), ()
    except KeyboardInterrupt:  # can't come once the create has begun
        outcome, problems = Outcome(Verdict.INTERRUPTED, "Interrupted. Nothing was sent."), ()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the outcome must come out
    try:
        report(outcome, problems, candidates, as_object=arguments.json)
    except UnwrittenError as failed:
        say(f"{PROGRAM}: {failed}")
        return outcome.exit_code or MEANINGS[Verdict.INTERNAL].exit_code
    finally:
        signal.signal(signal.SIGINT, usual)
    return outcome.exit_code


def report(
    outcome: Outcome,
    problems: Sequence[Problem] = (),
    candidates: Sequence[dict[str, Any]] = (),
    *,
    as_object: bool,
) -> None:
    """Print what came of it: the id, or all of it as an object, to stdout; a sentence to stderr.

    Raises:
        UnwrittenError: the object or the id is not out; the sentence is.
    """
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
                "candidates": list(candidates),
            },
            once=True,
        )
    elif outcome.verdict in {Verdict.ACCEPTED, Verdict.EXISTS} and outcome.campaign_id:
        put(outcome.campaign_id, once=True)


def report_failure(verdict: Verdict, message: str) -> None:
    """Print why nothing was tried, as an object. Raises UnwrittenError as :func:`report`."""
    report(Outcome(verdict, message), as_object=True)


def _submit(
    arguments: argparse.Namespace, request: ConnectionRequest
) -> tuple[Outcome, Sequence[Problem], list[dict[str, Any]]]:
    found = _load(arguments)
    document = found.document
    with _place(arguments, found.api, request) as place:
        connection = place.connection
        if connection.api is not found.api:
            why = (
                f"The file is for {found.api}, and the connection is for {connection.api} of the API: "
                f"--api {connection.api} converts it."
            )
            raise _StopError(Verdict.INVALID, why, found.problems)
        to_type = _unmet(arguments, found, connection)
        if arguments.yes and to_type:
            why = f"{to_type[0].why} That needs {_BESIDES_YES[to_type[0].key]} besides --yes."
            raise _StopError(Verdict.USAGE, why, found.problems)
        connection = connection.with_secret(place.secret())
        _show(arguments, found, connection)
        from tui.commands.submit import submission  # the network library, not needed until here

        known = (
            None
            if arguments.again
            else submission.accepted_before(
                document, connection, timeout=arguments.timeout, practice=arguments.practice
            )
        )
        if known:
            return known, found.problems, []
        if not arguments.yes:
            _require_terminal(arguments)
        before = submission.look_before(document, connection, timeout=arguments.timeout)
        if not arguments.yes:
            _ask(arguments, connection, to_type)
        outcome, more, candidates = submission.send(
            found,
            connection,
            before,
            timeout=arguments.timeout,
            practice=arguments.practice,
            again=arguments.again,
        )
        return outcome, [*found.problems, *more], candidates


def _unmet(arguments: argparse.Namespace, found: Checked, connection: Connection) -> list[Confirmation]:
    """What stands before the create and was not allowed on the command line."""
    if arguments.confirm and arguments.confirm != connection.profile:
        why = f"--confirm names {arguments.confirm}, and the connection is {connection.profile or 'no profile'}."
        raise _StopError(Verdict.USAGE, why, found.problems)
    allowed = {Reason.NIGHT: arguments.allow_night, Reason.PRODUCTION: bool(arguments.confirm)}
    return [each for each in confirmations(found.draft.week, connection) if not allowed.get(each.key)]


def _load(arguments: argparse.Namespace) -> Checked:
    try:
        data = load_bytes(arguments.file, pipes=True)
        found = judge_file(data, api_of(arguments), _decided(arguments, data))
    except FileError as unreadable:
        problem = error("", f"The file {unreadable}.", unreadable.place)
        raise _StopError(
            Verdict.INVALID, one_line(file_and_why(arguments.file, unreadable)), [problem]
        ) from None
    for problem in found.problems:
        say(as_text(arguments.file, problem))
    if not found.is_valid:
        count = plural(sum(problem.is_error for problem in found.problems), "error")
        hint = how_to_decide(found.problems) if arguments.api else ""
        raise _StopError(Verdict.INVALID, f"The file has {count}. {hint}".rstrip(), found.problems)
    if arguments.fingerprint and arguments.fingerprint != found.fingerprint:
        why = f"The fingerprint of the file is {found.fingerprint}, not {arguments.fingerprint}: it is other content."
        raise _StopError(Verdict.INVALID, why, found.problems)
    return found


def _decided(arguments: argparse.Namespace, data: bytes) -> Decisions:
    """What was decided of a file of the other version, and what a person answers now; where none can, it stays open."""
    made, api = decisions_of(arguments), api_of(arguments)
    conversion = converted(parse_json(data), api, made)
    if conversion is None or arguments.yes or not prompts.can_ask(arguments.file != STDIN):
        return made
    for effect in conversion.open:
        said = one_line(effect.said)
        if effect.field is AMD:
            words = numbered(AMD.kind.choices(api or Api.V1))
            made = replace(made, detection=_word(arguments, f"{said} {words}: "))
        elif api is Api.V2:
            made = replace(made, dnc_list=_answer(arguments, f"{said} Its name: ").strip())
        else:
            name = conversion.checked.draft.dnc_list
            agreed = _answer(arguments, f"{said} Type its name to leave it out: ").strip()
            made = replace(made, without_dnc_list=bool(name) and agreed == name)
    return made


def _word(arguments: argparse.Namespace, question: str) -> str:
    words = AMD.kind.choices(api_of(arguments) or Api.V1)
    word = one_of(words, of_number(words, _answer(arguments, question).strip()))
    return word if word in words else ""


@contextlib.contextmanager
def _place(arguments: argparse.Namespace, api: Api, request: ConnectionRequest) -> Iterator[Target]:
    """Where it goes: a practice platform of its own for as long as this lasts, or a profile, or KORE_…."""
    if not arguments.practice:
        yield target.chosen(request)
        return
    access = Access(place=Destination.PRACTICE, connection=ConnectionDraft(api=api))
    start_practice(access, arguments.fault or "")
    if access.practice is None:
        raise _StopError(Verdict.UNREACHABLE, access.practice_error)
    with access.practice:
        connection = access.active_connection()
        yield Target(connection, lambda: connection.client_secret)


def _show(arguments: argparse.Namespace, found: Checked, connection: Connection) -> None:
    """Say what is going to be sent, where, and as whom."""
    for sentence in summary.sentences(found.draft, found.api):
        say(sentence)
    say(f"Fingerprint {found.fingerprint}.")
    say(f"POST {addresses.create_url(connection)}{through(connection.host.url)}")
    say(f"App {connection.app_id}, account {connection.account_id}, signed as {connection.client_id}.")
    if arguments.practice:
        say("PRACTICE: this goes to a practice platform inside this program, and calls nobody.")
    else:
        for sentence in connection.oddities:
            say(f"Warning: {sentence}")


def _require_terminal(arguments: argparse.Namespace) -> None:
    """Where nobody can be asked, nothing is done either."""
    if not prompts.can_ask(arguments.file != STDIN):
        raise _StopError(Verdict.USAGE, _NOBODY)


def _ask(arguments: argparse.Namespace, connection: Connection, to_type: Sequence[Confirmation]) -> None:
    """Go on only after each word was typed, or a yes; stdin is no place to ask where the file came from it."""
    question = f"Create this campaign on {connection.host.address}?"
    for guard in to_type:
        if not guard.is_met_by(
            _answer(arguments, f"{one_line(guard.why)} {question} Type {guard.word} to go on: ")
        ):
            raise _StopError(Verdict.CANCELLED, "You did not say yes.")
    if not to_type and _answer(arguments, f"{question} [y/N] ").strip().casefold() not in {"y", "yes"}:
        raise _StopError(Verdict.CANCELLED, "You did not say yes.")


def _answer(arguments: argparse.Namespace, question: str) -> str:
    try:
        return (
            prompts.answer_of_terminal(question)
            if arguments.file == STDIN
            else prompts.answer_of_stdin(question)
        )
    except OSError:  # the terminal went, or the question can't be written
        raise _StopError(Verdict.USAGE, _NOBODY) from None
