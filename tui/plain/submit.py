"""Submit in plain lines: what is sent where, what must be typed first, the create as it happens, the answer."""

from tui.connection import Connection
from tui.guards import guards
from tui.kore import addresses
from tui.kore.outcome import Outcome
from tui.plain.talk import Talk
from tui.sending import Sending
from tui.session import Place, Session
from tui.text import plural

YES = frozenset({"y", "yes"})
_NOTHING_SENT = "Nothing was sent: back to the review."
_TICK_SECONDS = 0.1


def submit(session: Session, talk: Talk) -> Outcome | None:
    """Ask, create, say what came of it; None where nothing was sent and the review comes next.

    Raises:
        EndOfAnswersError: the input ended before the confirmation, and nothing was sent.
    """
    if not session.can_send():
        talk.say("Error: not ready to send yet: the review names what stops it.")
        return None
    connection = session.active_connection()
    document = session.document()
    _tell(session, talk, connection, len(addresses.body(document)))
    before = session.sent_before(document)
    to_type = guards(session.draft.week, connection, before=before.verdict if before else None)
    for guard in to_type:
        answer = talk.ask(f"Look: {guard.why} To send it all the same, type {guard.word}:")
        if not guard.is_met_by(answer):
            talk.say(_NOTHING_SENT)
            return None
    if talk.ask("Create this campaign? Type yes:").casefold() not in YES:
        talk.say(_NOTHING_SENT)
        return None
    sending = Sending(
        document,
        connection,
        practice=session.place is Place.PRACTICE,
        consents=frozenset(guard.key for guard in to_type),
    )
    return _create(session, talk, sending)


def _tell(session: Session, talk: Talk, connection: Connection, size: int) -> None:
    """What is going to be sent, where, and as whom."""
    talk.say(f"This will be sent once, {plural(size, 'byte')}: POST {addresses.create_url(connection)}")
    talk.say(f"App {connection.app_id}, account {connection.account_id}, signed as {connection.client_id}.")
    if session.place is Place.PRACTICE:
        talk.say("PRACTICE: this goes to a practice platform inside this program, and calls nobody.")
    elif connection.host.warning:
        talk.say(f"Look: {connection.host.warning}")


def _create(session: Session, talk: Talk, sending: Sending) -> Outcome:
    """Send it, once. Ctrl+C gives up, and the outcome is said all the same."""
    session.sendings.append(sending)
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
    outcome = sending.outcome
    talk.say(f"{outcome.verdict}: {outcome.message}")
    if outcome.http_status:
        talk.say(f"The answer, HTTP {outcome.http_status}:")
        talk.show(outcome.answer or "(nothing in it)")
    return outcome
