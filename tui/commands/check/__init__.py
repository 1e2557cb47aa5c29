"""``kore-campaign check``: what is wrong or unwise in campaign files; beside the account only where that is asked."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.base.console import LINE_LIMIT, put, say
from tui.base.json_output import put_json
from tui.base.text import one_line, plural
from tui.base.usage import PROGRAM, UsageError
from tui.campaign.checked import Checked
from tui.campaign.fields import AMD, DNC, Api
from tui.campaign.problems import Problem, error, is_valid
from tui.campaign.versions import Decisions
from tui.commands.options import add_connection, add_json
from tui.kore.verdicts import MEANINGS, Verdict
from tui.storage.files import FileError, load_bytes
from tui.workflow.campaign_file import judge_file, placed

_DECIDE = "--dnc-list, --without-dnc-list and --detection"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file: for which version of the API it was read (None where it can't be), its problems, its fingerprint.

    A file that is not valid has no fingerprint: nothing of it would be sent. ``found`` is what it holds, None where
    that can't be read, and ``data`` its bytes. ``findings`` are those of its problems that its account shows.
    """

    file: str
    api: Api | None
    problems: tuple[Problem, ...]
    fingerprint: str | None = None
    found: Checked | None = None
    data: bytes = field(default=b"", repr=False)
    findings: tuple[Problem, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it has no error."""
        return is_valid(self.problems)


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a campaign file; - is standard input")
    parser.add_argument(
        "--fingerprint",
        action="store_true",
        help="print eight characters of what would be sent, for a second person to compare",
    )
    parser.add_argument(
        "--connect", action="store_true", help="look in the account for contact lists and queue too"
    )
    parser.add_argument(
        "--strict", action="store_true", help="with --connect: exit with 2 where that is worth a look"
    )
    add_api(parser)
    add_decisions(parser)
    add_json(parser)
    add_connection(parser, is_below=True)


def run(arguments: argparse.Namespace) -> int:
    """Check the files and print their problems; returns 0 if all are valid, else 2.

    What the account shows besides changes that only where it is asked to, and where no account can be looked into.
    """
    if arguments.strict and not arguments.connect:
        raise UsageError("--strict is for --connect")
    decisions = decisions_of(arguments)
    checked = [check(file, api_of(arguments), decisions) for file in arguments.files]
    more: dict[str, object] = {}
    outcome, said = None if all(each.valid for each in checked) else Verdict.INVALID, ""
    if arguments.connect:
        from tui.commands.check import account  # the network library, only where it is asked for

        try:
            looked = account.look(arguments, [each.found for each in checked if each.found])
        except account.NoTargetError as none:
            outcome, said = none.verdict, str(none)
        else:
            checked = [_beside(each, looked.findings(each.found)) for each in checked]
            more = {"looks": looked.as_json()}
    found = [problem for each in checked for problem in each.findings]
    if arguments.strict and found:
        outcome, said = Verdict.INVALID, _named(found)
    if outcome and said:
        say(f"{outcome}: {said}")
        more |= {"outcome": outcome, "message": said}
    _print(arguments, checked, more)
    return MEANINGS[outcome].exit_code if outcome else 0


def _beside(checked: CheckedFile, findings: Sequence[Problem]) -> CheckedFile:
    """A file beside what its account shows, each with its place."""
    found = placed(findings, checked.data) if findings else ()
    return replace(checked, problems=(*checked.problems, *found), findings=found)


def _named(found: Sequence[Problem]) -> str:
    """What is worth a look, in a sentence or two."""
    more = f" And {len(found) - 1} more." if len(found) > 1 else ""
    return f"{found[0].message}{more}"


def _print(arguments: argparse.Namespace, checked: Sequence[CheckedFile], more: Mapping[str, object]) -> None:
    if arguments.json:
        put_json({"files": [_entry(each) for each in checked], **more})
    else:
        for each in checked:
            said = f"valid for {each.api}" if each.valid else "not valid"
            say(f"{each.file}: {said}, {plural(len(each.problems), 'problem')}.")
        if arguments.api and (hint := how_to_decide(each for one in checked for each in one.problems)):
            say(hint)
        if lines := [as_text(each.file, problem) for each in checked for problem in each.problems]:
            put("\n".join(lines))
        if arguments.fingerprint:
            for each in checked:
                if each.fingerprint:
                    put(one_line(f"{each.file}: {each.fingerprint}", limit=LINE_LIMIT))


def check(file: str, api: Api | None, decisions: Decisions) -> CheckedFile:
    """Check one file; without ``api`` its shape decides for which version it is."""
    try:
        data = load_bytes(file, pipes=True)
        found = judge_file(data, api, decisions)
    except FileError as unreadable:
        return CheckedFile(file, api, (error("", f"The file {unreadable}.", unreadable.place),))
    return CheckedFile(file, found.api, found.problems, found.fingerprint, found, data)


def _entry(checked: CheckedFile) -> dict[str, object]:
    return {
        "file": checked.file,
        "valid": checked.valid,
        "api": checked.api,
        "fingerprint": checked.fingerprint,
        "problems": as_json(checked.problems),
    }


def how_to_decide(problems: Iterable[Problem]) -> str:
    """What decides the errors that a conversion left open; nothing where there are none such."""
    paths = {each.field for each in problems if each.is_error}
    return f"What --api leaves open is decided by {_DECIDE}." if paths & {DNC.path, AMD.path} else ""


def report_failure(verdict: Verdict, message: str) -> None:
    """Say and print, as ``--json`` does, why no file was checked."""
    say(f"{PROGRAM}: {message}")
    put_json({"files": [], "outcome": verdict, "message": message})


def add_api(parser: argparse.ArgumentParser) -> None:
    """Add ``--api`` of a command that reads a campaign file."""
    parser.add_argument(
        "--api",
        choices=[api.value for api in Api],
        help="default: v2 for a file with dncLists, else v1",
    )


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """Add what is to be decided where ``--api`` converts a file of the other version."""
    group = parser.add_argument_group("where --api converts a file of the other version")
    which = group.add_mutually_exclusive_group()
    which.add_argument("--dnc-list", metavar="NAME", default="", help="the do-not-call list that v2 needs")
    which.add_argument(
        "--without-dnc-list", action="store_true", help="v1 has none: call the people on the file's list"
    )
    group.add_argument(
        "--detection", choices=AMD.kind.choices(Api.V2), default="", help="what machine detection becomes"
    )


def decisions_of(arguments: argparse.Namespace) -> Decisions:
    """What was decided on the command line.

    Raises:
        UsageError: nothing is converted.
    """
    made = Decisions(arguments.dnc_list, arguments.without_dnc_list, arguments.detection)
    if made != Decisions() and arguments.api is None:
        raise UsageError(
            "--dnc-list, --without-dnc-list and --detection are for --api, which converts a file"
        )
    return made


def api_of(arguments: argparse.Namespace) -> Api | None:
    """The version that ``--api`` names; None where the file's shape decides."""
    return None if arguments.api is None else Api(arguments.api)


def as_json(problems: Iterable[Problem]) -> list[dict[str, str | int | None]]:
    """Problems as ``check --json`` and ``submit --json`` print them; where no place is known it is null."""
    return [
        {
            "field": each.field,
            "severity": each.severity,
            "message": each.message,
            "line": each.place.line if each.place else None,
            "column": each.place.column if each.place else None,
        }
        for each in problems
    ]


def as_text(file: str, problem: Problem) -> str:
    """A problem as one line: ``draft.json:3:5: error: maxSkips: Skips is missing.``."""
    where = f"{file}:{problem.place.line}:{problem.place.column}" if problem.place else file
    parts = (where, problem.severity, problem.field, problem.message)
    return one_line(": ".join(part for part in parts if part), limit=LINE_LIMIT)
