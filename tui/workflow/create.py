"""One create, from check to receipt: the screen, ``submit`` and the plain mode all call it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from tui import __version__
from tui.base.text import one_line
from tui.campaign.checked import Checked
from tui.campaign.fingerprint import content_hash
from tui.campaign.model import Campaign
from tui.kore import addresses, lookup, reads
from tui.kore.call_context import CallContext, call, spend
from tui.kore.connection import Connection
from tui.kore.exchange import Exchange
from tui.kore.judge import judge
from tui.kore.lookup import PreCheck, SearchResult
from tui.kore.outcome import LOOK_FIRST, Outcome
from tui.kore.progress import Moment
from tui.kore.rejections import with_values
from tui.kore.token import TokenError
from tui.kore.verdicts import Verdict
from tui.storage import intents, receipts
from tui.storage.processes import this_process
from tui.storage.receipts import Receipt
from tui.workflow.calls import call_context
from tui.workflow.confirmations import Reason

_FRESH = 10.0
"""Seconds for which a page that was read still counts as read right before."""
_GONE = {404, 410}
_NO_NOTE = "Without a note on disk no create is sent: after a crash nobody would know of it."


@dataclass(frozen=True, slots=True)
class CreateResult:
    """What came of one create.

    ``exchange`` is what happened on the line, secrets hidden, None where it did not come to that; ``receipt``
    what is on disk of it, None where nothing was sent. ``before`` is the list as it was read right before.
    ``open`` is an earlier create of the same content of which nobody knows, where that kept this one from being
    sent; ``unnoted`` why no note could be written, where that did.
    """

    outcome: Outcome
    exchange: Exchange | None = None
    receipt: Receipt | None = None
    before: PreCheck | None = None
    open: Receipt | None = None
    unnoted: str = ""


def create(
    checked: Checked,
    connection: Connection,
    context: CallContext | None = None,
    *,
    consents: frozenset[Reason] = frozenset(),
    practice: bool = False,
    before: PreCheck | None = None,
    on_stopped: Callable[[CreateResult], None] | None = None,
) -> CreateResult:
    """Create the campaign of ``checked``: exactly its JSON values, sent at most once.

    One with errors, or for another version of the API, is refused and not sent. The list's newest page is read
    first, unless ``before`` was read just now; neither that nor the create waits for the account's budget of reads.
    A note of it is on disk before its first byte leaves, and a receipt when it is over. Nothing is sent while
    an earlier create of the same content is open (a consent to :attr:`Reason.AGAIN` lets it), where one was
    accepted (:attr:`Reason.ACCEPTED`, or that) or where no note can be written (:attr:`Reason.UNNOTED`).
    ``practice`` says that it goes to a practice platform of this program's own.

    ``context.cancelled`` is asked several times a second: before the request leaves, nothing is sent; after that
    the outcome is unknown at once, unless the answer is already there. With ``on_stopped``, that is told this
    outcome, and what still comes until the time is over is returned.
    """
    if why := _refusal(checked, connection):
        return CreateResult(Outcome(Verdict.INVALID, f"Nothing was sent. {why}"))
    campaign, document = checked.campaign, checked.document
    context = context or call_context()
    if before is None or before.age > _FRESH:
        before = lookup.before(document, connection, context)
    context.course.tell(Moment.LOOKED, before.sentence)
    intent = new_intent(document, connection, practice=practice, before=before)
    if context.cancelled():
        return CreateResult(judge(Exchange(cancelled=True)), before=before)
    spend(connection, context)
    try:
        intents.begin(intent, again=Reason.AGAIN in consents, past_accepted=Reason.ACCEPTED in consents)
        context.course.tell(Moment.NOTED, intent.id)
    except intents.OpenError as earlier:
        return CreateResult(
            Outcome(Verdict.UNKNOWN, _still_open(earlier.intent)), before=before, open=earlier.intent
        )
    except intents.AcceptedError as earlier:
        return CreateResult(exists(earlier.intent, connection, context), before=before)
    except OSError as failed:
        why = f"No note of it can be written ({failed.strerror or failed})."
        if Reason.UNNOTED not in consents:
            stopped = Outcome(Verdict.UNREACHABLE, f"{why} {_NO_NOTE} Nothing was sent.")
            return CreateResult(stopped, before=before, unnoted=why)
    return _send(intent, campaign, connection, context, before, on_stopped)


def _refusal(checked: Checked, connection: Connection) -> str:
    """Why ``checked`` may not be sent over ``connection``, or nothing."""
    if first := next((problem for problem in checked.problems if problem.is_error), None):
        return f"{first.field}: {first.message}"
    if checked.api is not connection.api:
        return f"The campaign is for {checked.api}, and the connection is for {connection.api} of the API."
    return ""


def new_intent(
    document: Mapping[str, Any], connection: Connection, *, practice: bool, before: PreCheck | None = None
) -> Receipt:
    """What is noted of a create before it is sent."""
    now = datetime.now(UTC)
    process = this_process()
    own = f" of {'/'.join(map(str, process))}" if practice else ""  # it ends with the process
    return Receipt(
        id=intents.new_id(now),
        time=now.isoformat(timespec="milliseconds"),
        place=receipts.PRACTICE if practice else connection.host.address,
        url=addresses.create_url(connection),
        app_id=connection.app_id,
        account_id=connection.account_id,
        api=connection.api,
        document=document,
        content=content_hash(document),
        version=__version__,
        process=process.number,
        profile=connection.profile,
        before=None if before is None or before.ids is None else tuple(sorted(before.ids)),
        site=f"{connection.host.site}{own}",
        started=process.started,
        boot=process.boot,
        machine=process.machine,
    )


def exists(accepted: Receipt, connection: Connection, context: CallContext | None = None) -> Outcome:
    """That the campaign of an ``accepted`` create of the same content is there; it is read back, and nothing is sent.

    Where it can't be read, the outcome is the same by what is on disk, and says so.
    """
    campaign_id = accepted.campaign_id
    known = "was accepted" if accepted.outcome == receipts.ACCEPTED else "was found to be created"
    said = (
        f"The same content {known} as {campaign_id or 'a campaign without id'} (sent "
        f"{accepted.time[:16].replace('T', ' ')} UTC, receipt {accepted.id}). Nothing was sent now."
    )
    if not campaign_id:
        return Outcome(
            Verdict.EXISTS, f"{said} Without an id it can't be looked up: this is by the receipt alone."
        )
    found = reads.campaign(
        connection,
        campaign_id,
        context=call_context(context.timeouts, cancelled=context.cancelled) if context else call_context(),
    )
    if isinstance(found, reads.Found):
        status = found.row.status or None
        there = ", ".join(filter(None, (found.row.name, status))) or "no name, no status"
        return Outcome(
            Verdict.EXISTS,
            f"{said} The platform has it: {there}.",
            campaign_id=campaign_id,
            campaign_status=status,
        )
    if found.exchange.status in _GONE:
        seen = f"The platform knows it no more (HTTP {found.exchange.status}): deleted since"
    else:
        seen = f"It could not be looked up, so this is by the receipt alone: {found.why.rstrip('.')}"
    return Outcome(Verdict.EXISTS, f"{said} {seen}.", campaign_id=campaign_id)


def look(intent: Receipt, connection: Connection, context: CallContext | None = None) -> SearchResult:
    """Look whether the platform's list has what a create may have made, and note on disk that it was looked."""
    sent = datetime.fromisoformat(intent.time)
    found = lookup.look(
        intent.document, connection, before=intent.before, sent=sent, context=context or call_context()
    )
    intents.note_look(intent.id, as_noted(found))
    return found


def as_noted(found: SearchResult) -> dict[str, Any]:
    """A look as receipts keep it and ``receipts show --json`` prints it."""
    return {
        "time": found.when.isoformat(timespec="seconds"),
        "complete": found.complete,
        "campaigns": found.read,
        "pages": found.pages,
        "why": found.why,
        "candidates": candidates_json(found),
    }


def candidates_json(found: SearchResult | None) -> list[dict[str, Any]]:
    """The candidates of a look as ``submit --json`` prints them."""
    return [
        {
            "id": each.row.id,
            "name": each.row.name,
            "status": each.row.status,
            "createdAt": each.row.created.isoformat() if each.row.created else None,
            "content": each.content,
            "differences": list(each.differences),
        }
        for each in (found.candidates if found else ())
    ]


def _send(
    intent: Receipt,
    campaign: Campaign,
    connection: Connection,
    context: CallContext,
    before: PreCheck,
    on_stopped: Callable[[CreateResult], None] | None,
) -> CreateResult:
    def stopped(exchange: Exchange) -> None:
        if on_stopped:
            on_stopped(_keep(intent, judge(exchange, connection.api), exchange, before))

    address = addresses.CREATE[connection.api]
    try:
        exchange = call(
            connection,
            "POST",
            address,
            campaign.document,
            context=context,
            on_stopped=stopped if on_stopped else None,
        )
        outcome = judge(exchange, connection.api)
    except TokenError as unusable:
        intents.drop(intent)
        return CreateResult(Outcome(Verdict.UNAUTHORISED, f"{unusable} Nothing was sent."), before=before)
    except Exception as failed:  # a fault of this program's own must not look as if nothing had been sent
        outcome = Outcome(Verdict.UNKNOWN, f"{LOOK_FIRST} Its sending failed: {type(failed).__name__}.")
        return _keep(intent, outcome, None, before)
    if exchange.status is not None:
        context.course.tell(Moment.UNDERSTOOD, outcome.verdict)
    return _keep(intent, outcome, exchange, before)


def _keep(intent: Receipt, outcome: Outcome, exchange: Exchange | None, before: PreCheck) -> CreateResult:
    """Keep the receipt; where the disk refuses, say so: the note stays then, and with it the doubt."""
    outcome = replace(outcome, problems=with_values(outcome.problems, intent.document))
    receipt = replace(
        intent,
        outcome=outcome.verdict,
        message=outcome.message,
        finished=datetime.now(UTC).isoformat(timespec="milliseconds"),
        http_status=outcome.http_status,
        campaign_id=outcome.campaign_id,
        campaign_status=outcome.campaign_status,
        headers=_kept(exchange.headers) if exchange else (),
        answer=exchange.body.decode(errors="replace")[: receipts.KEPT_ANSWER_LIMIT] if exchange else "",
    )
    try:
        intents.finish(receipt)
    except OSError as failed:
        said = f"{outcome.message} Its receipt could not be kept ({failed.strerror or failed})."
        outcome = replace(outcome, message=said)
    return CreateResult(outcome, exchange, receipt, before)


def _kept(headers: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The headers of an answer without cookies: one of those can be a way in."""
    return tuple(each for each in headers if each[0].lower() not in {"set-cookie", "set-cookie2"})


def _still_open(earlier: Receipt) -> str:
    settle = (
        f"Nothing was sent now: look on the platform, then say kore-campaign receipts resolve {earlier.id} "
        "--created or --not-created."
    )
    if not earlier.content:
        said = one_line(earlier.message, limit=600)
        return f"An earlier create is open, and it may have been of this content. {said} {settle}"
    way = (
        "is on its way in another session"
        if intents.is_on_its_way(earlier)
        else "was sent, or may have been, and nobody knows what came of it"
    )
    when = earlier.time[:19].replace("T", " ")
    return f"An earlier create of the same content ({earlier.id}, {when} UTC) {way}. {settle}"
