"""Submit in plain lines: what is sent where, what is like it already, what must be typed first, the create."""

from tui import confirming
from tui.connection import Connection
from tui.kore import addresses
from tui.plain.talk import Talk
from tui.sending import Sending
from tui.session import Place, Session
from tui.text import plural

YES = frozenset({"y", "yes"})
_NOTHING_SENT = "Nothing was sent: back to the review."
_TICK_SECONDS = 0.1


def submit(session: Session, talk: Talk) -> Sending | None:
    """Ask and create; None where nothing was sent and the review comes next.

    Raises:
        EndOfAnswersError: the input ended before the confirmation, and nothing was sent.
    """
    if not session.can_send():
        talk.say("Error: not ready to send yet: the review names what stops it.")
        return None
    from tui.kore import lookup  # loads the network library, not needed until here

    connection = session.active_connection()
    document = session.document()
    _tell(session, talk, connection, len(addresses.body(document)))
    talk.say("Looking whether the name is taken …")
    before = lookup.before(document, connection)
    for sentence in before.warnings():
        talk.say(f"Look: {sentence}")
    if not before.same_name:
        talk.say(before.unread or f"No campaign bears this name, among {plural(before.read, 'campaign')}.")
    to_type = confirming.unmet(session)
    for guard in to_type:
        said = confirming.why(session, guard)
        if not guard.is_met_by(talk.ask(f"Look: {said} To send it all the same, type {guard.word}:")):
            talk.say(_NOTHING_SENT)
            return None
        confirming.remember(session, guard)
    if talk.ask("Create this campaign? Type yes:").casefold() not in YES:
        talk.say(_NOTHING_SENT)
        return None
    sending = Sending(
        document,
        connection,
        timeout=session.timeout,
        practice=session.place is Place.PRACTICE,
        consents=frozenset(guard.key for guard in to_type),
        before=before,
    )
    session.sendings.append(sending)
    _create(talk, sending)
    return sending


def _tell(session: Session, talk: Talk, connection: Connection, size: int) -> None:
    """What is going to be sent, where, and as whom."""
    talk.say(f"This will be sent once, {plural(size, 'byte')}: POST {addresses.create_url(connection)}")
    talk.say(f"App {connection.app_id}, account {connection.account_id}, signed as {connection.client_id}.")
    if session.place is Place.PRACTICE:
        talk.say("PRACTICE: this goes to a practice platform inside this program, and calls nobody.")
    elif connection.host.warning:
        talk.say(f"Look: {connection.host.warning}")


def _create(talk: Talk, sending: Sending) -> None:
    """Send it, once, and say what happens. Ctrl+C gives up; there is an outcome all the same."""
    sending.start(lambda: None)
    said = 0
    while sending.outcome is None or said < len(sending.phases):
        try:
            sending.wait(_TICK_SECONDS)
            for phase in sending.phases[said:]:
                talk.say(f"{phase.seconds:.2f} s: {phase.sentence}")
                said += 1
        except KeyboardInterrupt:
            sending.stop(0)
