"""What an earlier run sent and nobody knows the end of, in plain lines: said before anything else.

Piped answers are for the questions of the campaign, so that only a person is asked about it.
"""

from typing import TYPE_CHECKING

from tui.base.patience import saying
from tui.plain.console import Console
from tui.storage import intents
from tui.storage.receipts import Receipt, found_campaign, found_words
from tui.workflow import messages
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.kore.lookup import SearchResult

_HELP = (
    f"{messages.CREATED} or {messages.NOT_CREATED} notes what became of it, once you know; l reads the platform's "
    "list, where the connection is to the place it was sent to; Enter leaves it open for now."
)


def tell_doubts(session: Session, talk: Console, *, can_wait: bool) -> None:
    """Say what is in doubt; ask a person about each, until it is settled or put off.

    ``can_wait``: one that can't be looked up over the connection at hand is asked about once more before the
    create, when there is another one.

    Raises:
        EndOfAnswersError: the input has ended.
    """
    looks: tuple[SearchResult, ...] = ()
    told = ""
    while (open_ones := session.submissions.unresolved()) and not session.submissions.doubt_put_off:
        receipt = open_ones[0]
        if receipt.id != told:
            told, looks = receipt.id, ()
            talk.say(f"{messages.IN_DOUBT}.")
            talk.say(messages.doubt(session))
            _say_looks(session, talk, receipt, looks)
        if not talk.is_person:
            talk.say(f"Once you know what became of it: kore-campaign receipts resolve {receipt.id}")
            session.submissions.doubt_put_off = True
            return
        answer = talk.ask("What became of it? created, not created, l, ?, or Enter for later:")
        if not answer:
            is_clear = not receipt.content or session.leads_to(receipt)
            session.submissions.doubt_put_off = is_clear or not can_wait
            return
        if answer.casefold() == "l":
            if session.leads_to(receipt):
                looks = (*looks, _look(session, talk, receipt))
            _say_looks(session, talk, receipt, looks)
        elif (created := messages.is_created(answer)) is not None:
            resolve(session, talk, receipt, created=created)
        else:
            talk.say(_HELP if answer == "?" else f"Error: {answer} is none of these. {_HELP}")


def _say_looks(session: Session, talk: Console, receipt: Receipt, looks: "tuple[SearchResult, ...]") -> None:
    for sentence in messages.looked_for(session, receipt, looks):
        talk.say(sentence)
    if campaign_id := found_campaign(intents.as_kept(receipt)):
        talk.say(f"{found_words(campaign_id)} {messages.CREATED} notes it.")


def _look(session: Session, talk: Console, receipt: Receipt) -> "SearchResult":
    from tui.workflow.create import look  # loads the network library, not needed until here

    talk.say("Reading the platform's list …")
    with saying(talk.say, "Reading the platform's list"):
        return look(receipt, session.access.active_connection())


def resolve(session: Session, talk: Console, receipt: Receipt, *, created: bool) -> None:
    """Note what became of ``receipt``, as the campaign that the looks found where it was ``created``."""
    campaign_id = found_campaign(intents.as_kept(receipt)) if created else None
    try:
        session.submissions.resolve(receipt.id, created=created, campaign_id=campaign_id)
    except (KeyError, OSError) as failed:
        talk.say(f"Error: it could not be noted: {failed}.")
    else:
        named = f" as {campaign_id}" if campaign_id else ""
        talk.say(f"Noted: {messages.CREATED if created else messages.NOT_CREATED}{named}.")
