"""Submit in plain lines: what is sent where, what is like it already, what must be typed first, the create."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.base.patience import saying
from tui.base.text import plural
from tui.kore import addresses
from tui.kore.connection import Connection
from tui.kore.progress import waited_for
from tui.plain import where, words
from tui.plain.console import Console
from tui.workflow import pending
from tui.workflow.access import Destination
from tui.workflow.session import Session
from tui.workflow.submission import Submission

if TYPE_CHECKING:
    from tui.kore.lookup import PreCheck
    from tui.workflow.looks import Listing

YES = frozenset({"y", "yes"})
_CONFIRM = "Create this campaign? Type yes:"
_CONFIRM_HELP = "yes creates it, once; anything else goes back to the review, and nothing is sent."
_NOTHING_SENT = "Nothing was sent: back to the review."
_TICK_SECONDS = 0.1
_LONGEST_LOOK = 40.0
"""Seconds to wait for a look, which bounds itself; this is for one that does not."""


def submit(session: Session, talk: Console) -> Submission | None:
    """Ask and create; None where nothing was sent and the review comes next.

    Raises:
        EndOfAnswersError: the input ended before the confirmation, and nothing was sent.
    """
    if not session.can_send():
        talk.say("Error: not ready to send yet: the review names what stops it.")
        return None
    connection = session.access.active_connection()
    checked = session.checked()
    document = checked.document
    _tell(session, talk, connection, len(addresses.body(document)))
    listing = session.submissions.listing_of(connection)
    talk.say("Looking whether the name is taken …")
    with saying(talk.say, lambda: listing.waits.rstrip(".") or "Reading the platform's list"):
        listing.look(connection, lambda: None)
        listing.wait(_LONGEST_LOOK)
    before = _say_of_name(talk, listing, document)
    to_type = pending.pending(session)
    for guard in to_type:
        said = pending.why(session, guard)
        if not guard.is_met_by(talk.ask(f"Look: {said} To send it all the same, type {guard.word}:")):
            talk.say(_NOTHING_SENT)
            return None
        pending.remember(session, guard)
    _say_of_name(talk, listing, document, before)
    if not _is_confirmed(talk):
        talk.say(_NOTHING_SENT)
        return None
    sending = Submission(
        checked,
        connection,
        timeout=session.timeout,
        practice=session.place is Destination.PRACTICE,
        consents=frozenset(guard.key for guard in to_type),
        before=listing.before(document),
    )
    session.submissions.all.append(sending)
    listing.overtake()
    _create(talk, sending)
    return sending


def _is_confirmed(talk: Console) -> bool:
    """Whether a person wants it sent now."""
    while True:
        answer = talk.ask(_CONFIRM).casefold()
        if answer not in {"?", words.WHERE_WORD}:
            return answer in YES
        talk.say(_CONFIRM_HELP if answer == "?" else where.place("Submit"))


def _tell(session: Session, talk: Console, connection: Connection, size: int) -> None:
    """What is going to be sent, where, and as whom."""
    talk.say(f"This will be sent once, {plural(size, 'byte')}: POST {addresses.create_url(connection)}")
    talk.say(f"App {connection.app_id}, account {connection.account_id}, signed as {connection.client_id}.")
    if session.place is Destination.PRACTICE:
        talk.say("PRACTICE: this goes to a practice platform inside this program, and calls nobody.")
    for sentence in session.access.oddities():
        talk.say(f"Look: {sentence}")


def _say_of_name(
    talk: Console, listing: "Listing", document: Mapping[str, Any], said: "PreCheck | None" = None
) -> "PreCheck | None":
    """Say what the list has of this name, where that is more than was ``said``; it may be being read on."""
    before = listing.before(document)
    if before is None or (said is not None and (said.extent, said.why) == (before.extent, before.why)):
        return before
    for sentence in before.warnings():
        talk.say(f"Look: {sentence}")
    if not before.same_name and listing.listed is not None:
        reading_on = listing.listed.is_reading and not before.why
        unread = (
            f"No campaign bears this name among {before.extent}; reading on." if reading_on else before.unread
        )
        talk.say(unread or f"No campaign bears this name, among {before.extent}.")
    return before


def _create(talk: Console, sending: Submission) -> None:
    """Send it, once, and say what happens. Ctrl+C gives up; there is an outcome all the same."""
    sending.start(lambda: None)
    said = 0
    with saying(talk.say, lambda: waited_for(sending.phases)):
        while sending.outcome is None or said < len(sending.phases):
            try:
                sending.wait(_TICK_SECONDS)
                for phase in sending.phases[said:]:
                    talk.say(f"{phase.seconds:.2f} s: {phase.sentence}")
                    said += 1
            except KeyboardInterrupt:
                sending.stop(0)
