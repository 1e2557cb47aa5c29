"""Plain mode runs on standard input and output: it begins, asks, and ends, by a signal too."""

import signal
import sys
from collections.abc import Callable
from types import FrameType

from tui.base.console import UnwrittenError, say, silence
from tui.base.terminal import Terminal, is_utf8
from tui.credentials import profile_file
from tui.credentials.profile_errors import ProfileError
from tui.credentials.prompts import prompter
from tui.credentials.store import NOBODY, StoreError
from tui.kore.verdicts import MEANINGS, Verdict
from tui.plain.console import Console, EndOfAnswersError
from tui.plain.wizard import PlainWizard
from tui.workflow.access import Destination
from tui.workflow.autosave import Autosave
from tui.workflow.session import Session
from tui.workflow.visit import begin, finish, start_practice
from tui.workflow.wizard_options import WizardOptions


class _EndedError(BaseException):
    """A signal ends the process."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def run(options: WizardOptions) -> int:
    """Ask everything.

    Returns the exit code of the last create, 2 where the answers ended before one, 130 for Ctrl+C.
    """
    begun = begin(options)
    if begun is None:
        return MEANINGS[Verdict.USAGE].exit_code
    session, autosave = begun
    session.submissions.find_earlier()
    code = _ask(
        session, autosave, options.terminal, lambda known: start_practice(known.access, options.fault)
    )
    return finish(session, autosave, code)


def _ask(
    session: Session, autosave: Autosave, terminal: Terminal, start_practice: Callable[[Session], None]
) -> int:
    """Ask everything and return the exit code.

    Answers come from standard input, everything said goes to standard output. The caller keeps the draft.
    SIGTERM and SIGHUP end it with 128 and their number; a create that is on its way is waited for.
    """
    if sys.stdin is None or sys.stdout is None:
        say("kore-campaign: the plain questions need standard input and output.")
        return MEANINGS[Verdict.USAGE].exit_code
    talk = Console(
        sys.stdin,
        sys.stdout,
        is_person=sys.stdin.isatty(),
        is_ascii=terminal.is_ascii or not is_utf8(sys.stdout.encoding),
    )
    _read_profiles(session)
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    try:
        code = _walk(session, autosave, talk, start_practice)
    except _EndedError as ended:
        if flying := session.submissions.in_flight():
            flying.wait(flying.timeout)
        code = 128 + ended.number
    if talk.is_heard:
        return code
    silence(sys.stdout)
    if talk.unwritten or session.submissions.all:
        say(f"kore-campaign: {UnwrittenError(talk.unwritten or 'nobody reads it')}")
    return code or MEANINGS[Verdict.INTERNAL].exit_code


def _walk(
    session: Session, autosave: Autosave, talk: Console, start_practice: Callable[[Session], None]
) -> int:
    def keep(step: str, key: str) -> str:
        autosave.at = (step, key)
        return "" if autosave.save() else autosave.trouble

    try:
        PlainWizard(session, talk, lambda chosen: _make_ready(chosen, talk, start_practice), keep).run()
    except EndOfAnswersError:
        if not session.submissions.all:
            talk.say("The answers ended before the confirmation: nothing was sent.")
    except KeyboardInterrupt:
        talk.say("")
        if not session.submissions.all:
            talk.say("Interrupted: nothing was sent.")
            return MEANINGS[Verdict.INTERRUPTED].exit_code
    last = session.submissions.last_outcome()
    return last.exit_code if last else MEANINGS[Verdict.CANCELLED].exit_code


def _end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
    signal.signal(number, signal.SIG_DFL)  # a second one ends it at once
    raise _EndedError(number)


def _read_profiles(session: Session) -> None:
    """Know the profiles, so that one can be chosen by name; a file that can't be read is said."""
    try:
        session.access.profiles = profile_file.load()
    except ProfileError as failed:
        session.notice = f"{session.notice} {failed}".strip()


def _make_ready(session: Session, talk: Console, start_practice: Callable[[Session], None]) -> str:
    """Start the practice platform, or get the secret of the profile; return why that failed, or nothing."""
    if session.place is Destination.PRACTICE and session.access.practice is None:
        start_practice(session)
        return session.access.practice_error
    if (
        session.place is Destination.PLATFORM
        and session.access.profile
        and session.connection.problem("client_secret")
    ):
        try:
            session.connection.client_secret = session.access.secret_places().secret(
                session.access.profile, prompter() if talk.is_person else NOBODY
            )
        except StoreError as failed:
            return str(failed)
    return ""
