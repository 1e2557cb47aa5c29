"""The wizard as plain questions on standard input and output."""

import sys
from collections.abc import Callable

from tui.commands.output import say, silence
from tui.kore.outcome import MEANINGS, Verdict
from tui.plain.talk import EndOfAnswersError, Talk
from tui.plain.walk import Walk
from tui.session import Session
from tui.terminal import Terminal, is_utf8


def run(session: Session, terminal: Terminal, start_practice: Callable[[Session], None]) -> int:
    """Ask everything; returns the exit code of the last create, 2 where the answers ended before one, 130 for Ctrl+C.

    Answers come from standard input, everything said goes to standard output. Whoever calls keeps the draft.
    """
    if sys.stdin is None or sys.stdout is None:
        say("kore-campaign: the plain questions need standard input and output.")
        return MEANINGS[Verdict.USAGE].exit_code
    talk = Talk(
        sys.stdin,
        sys.stdout,
        is_person=sys.stdin.isatty(),
        is_ascii=terminal.is_ascii or not is_utf8(sys.stdout.encoding),
    )
    try:
        return _walk(session, talk, start_practice)
    finally:
        if not talk.is_heard:
            silence()


def _walk(session: Session, talk: Talk, start_practice: Callable[[Session], None]) -> int:
    try:
        Walk(session, talk, start_practice).run()
    except EndOfAnswersError:
        if not session.sendings:
            talk.say("The answers ended before the confirmation: nothing was sent.")
    except KeyboardInterrupt:
        talk.say("")
        if not session.sendings:
            talk.say("Interrupted: nothing was sent.")
            return MEANINGS[Verdict.INTERRUPTED].exit_code
    last = session.last_outcome()
    return last.exit_code if last else MEANINGS[Verdict.CANCELLED].exit_code
