"""The platform's harmless calls: contact lists, campaigns, one campaign, its status, queues.

Each is a function of a :class:`Connection` that gives what was found, or a :class:`Failure` that says why
nothing was. Every text that comes out is inert. None of them changes anything, so all may be repeated; they
count against the account's 60 requests a minute all the same.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tui.base.text import plural
from tui.campaign.modes import VOICE_NAME, Api
from tui.kore import addresses, answer, lenient_json
from tui.kore.addresses import Address
from tui.kore.answered import count, exact, objects, shown, strings, time
from tui.kore.auth_errors import denial, skew
from tui.kore.call_context import CallContext, ask
from tui.kore.causes import Cause
from tui.kore.connection import Connection, Host
from tui.kore.contact_list import ContactList as ContactList
from tui.kore.contact_list import ContactLists as ContactLists
from tui.kore.contact_list import read_lists
from tui.kore.exchange import BODY_LIMIT, Exchange
from tui.kore.judge import verdict_of
from tui.kore.lenient_json import at
from tui.kore.token import TokenError
from tui.kore.verdicts import Verdict

PAGE = 50
"""Campaigns of one page, as in the documented sample."""
MOST_PAGES = 100
"""Pages of campaigns that are read at most: 5,000 campaigns, in some three minutes of the account's budget."""
LISTS_LIMIT = 16 * 2**20
"""Bytes of the contact lists that are read: some 30,000 of them."""
_FALLBACK = {404, 405}


@dataclass(frozen=True, slots=True)
class Failure:
    """Nothing could be read: ``verdict`` and ``why`` for a person, ``exchange`` as it went, secrets hidden.

    ``causes`` are what a 401 can be about, the likeliest first.
    """

    verdict: Verdict
    why: str
    exchange: Exchange = Exchange()  # noqa: RUF009  frozen
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A campaign as a list or a read shows it; ``created`` is aware of its time zone, None if unreadable.

    ``connection`` is its queue or its voice flow. The exact names are not inert: they are sent, and never shown.
    """

    id: str
    name: str
    status: str = ""
    mode: str = ""
    created: datetime | None = None
    connection: str = ""
    contact_lists: tuple[str, ...] = ()
    dnc_list: str = ""
    exact_connection: str = ""
    exact_dnc_list: str = ""


@dataclass(frozen=True, slots=True)
class CampaignList:
    """The campaigns that were read, newest first, of ``pages`` pages.

    Only where ``complete`` it says anything about what is not in it; else ``failure`` says what was missed, or
    there ``is_more`` that was not read yet. ``ahead`` is how far this machine's clock is ahead of the server's,
    None where the server does not say; ``total`` how many campaigns it says there are, None where it does not.
    """

    rows: tuple[Row, ...]
    pages: int
    failure: Failure | None = None
    ahead: timedelta | None = None
    is_more: bool = False
    total: int | None = None

    @property
    def complete(self) -> bool:
        """Whether every campaign was read."""
        return self.failure is None and not self.is_more

    @property
    def is_in_order(self) -> bool:
        """Whether the newest stands first, as was asked for: only then what is not read yet is older."""
        times = [row.created for row in self.rows]
        return all(
            newer is not None and older is not None and newer >= older
            for newer, older in itertools.pairwise(times)
        )

    @property
    def extent(self) -> str:
        """How much of the list was read, such as ``the newest 50 of 1,200 campaigns``."""
        read = len(self.rows)
        if self.complete:
            return plural(read, "campaign")
        of = f" of {self.total:,}" if self.total is not None and self.total > read else ""
        newest = "newest " if self.is_in_order else "first "
        return f"the {newest}{read:,}{of} {'campaign' if read == 1 and not of else 'campaigns'}"


@dataclass(frozen=True, slots=True)
class Found:
    """One campaign: its row, and ``data`` as it was answered (not inert), to be compared."""

    row: Row
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Queues:
    """Agent queues by their ``exact`` names, which are sent and never shown.

    They are ``complete`` where the platform says that there are no more.
    """

    exact: tuple[str, ...]
    complete: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The same, printable."""
        return tuple(map(shown, self.exact))


@dataclass(slots=True)
class Manners:
    """What was learnt about platforms on the way, for as long as somebody keeps this."""

    lists_by_get: set[Host] = field(default_factory=set)


def contact_lists(
    connection: Connection, *, manners: Manners | None = None, context: CallContext
) -> ContactLists | Failure:
    """Every contact list of the account (at most 1,000; not paged), or those of the first 16 MiB of them.

    Documented as POST, while its sample is a GET: a 404 or 405 makes it ask once more by GET, and ``manners``
    remembers that.
    """
    manners = manners or Manners()
    by_get = connection.host in manners.lists_by_get
    found = _lists(connection, "GET" if by_get else "POST", None if by_get else {}, context)
    if isinstance(found, Failure) and not by_get and found.exchange.status in _FALLBACK:
        again = _lists(connection, "GET", None, context)
        if not isinstance(again, Failure) or again.exchange.status not in _FALLBACK:
            manners.lists_by_get.add(connection.host)
            found = again
    return found


def _lists(
    connection: Connection, method: str, document: Mapping[str, Any] | None, context: CallContext
) -> ContactLists | Failure:
    exchange = _call(
        connection, method, addresses.CONTACT_LISTS, document, context=context, limit=LISTS_LIMIT
    )
    if isinstance(exchange, Failure):
        return exchange
    found = read_lists(exchange.body)
    bare = replace(exchange, body=exchange.body[:BODY_LIMIT])
    if found.members.get("status", answer.SUCCESS) != answer.SUCCESS or not (
        found.is_whole or exchange.truncated
    ):
        return _not_understood(bare)
    if found.is_whole:
        return ContactLists(found.lists)
    if not found.lists:
        return Failure(Verdict.UNKNOWN, exchange.error, bare)
    size = f"{LISTS_LIMIT // 2**20} MiB"
    return ContactLists(
        found.lists, f"Only the first {len(found.lists):,} were read: the answer is over {size}."
    )


def campaigns(connection: Connection, *, context: CallContext) -> CampaignList:
    """Every campaign, whatever its status or mode: page by page until the platform says that it was the last."""
    *_, found = growing(connection, context=context)
    return found


def newest(connection: Connection, *, context: CallContext) -> CampaignList:
    """The newest page of the campaigns alone."""
    return next(growing(connection, context=context))


def growing(
    connection: Connection, *, context: CallContext, after: CampaignList = CampaignList((), 0)
) -> Iterator[CampaignList]:
    """The list as it grows, a request a step, until it is complete or fails; ``after`` was read already."""
    found = replace(after, is_more=True, failure=None)
    while found.is_more and found.failure is None:
        found = _grown(connection, found, context)
        yield found


def _grown(connection: Connection, known: CampaignList, context: CallContext) -> CampaignList:
    """``known`` and the page after it."""
    number = known.pages + 1
    if number > MOST_PAGES:
        return _failed(known, f"There are more than {len(known.rows)} campaigns; reading stopped there.")
    answered = _ask(connection, "POST", addresses.CAMPAIGNS, _page(number), context=context)
    if isinstance(answered, Failure):
        return replace(known, failure=answered, ahead=known.ahead or skew(answered.exchange))
    data = at(answered.value, "data")
    rows = {row.id or f"?{at_}": row for at_, row in enumerate(known.rows)}
    new = {row.id or f"?{number}.{at_}": row for at_, row in enumerate(_rows(at(data, "results")))}
    found = CampaignList(
        tuple((rows | new).values()),
        number,
        ahead=skew(answered.exchange) or known.ahead,
        is_more=not _is_last(data, number),
        total=count(at(data, "totalResults")),
    )
    if found.is_more and not new.keys() - rows.keys():
        return _failed(found, "The platform said there were more, and sent none.", answered.exchange)
    return found


def _failed(known: CampaignList, why: str, exchange: Exchange = Exchange()) -> CampaignList:  # noqa: B008  frozen
    return replace(known, failure=Failure(Verdict.UNKNOWN, why, exchange))


def campaign(connection: Connection, campaign_id: str, *, context: CallContext) -> Found | Failure:
    """One campaign with its whole configuration."""
    found = _ask(connection, "GET", addresses.CAMPAIGN, None, context=context, campaign_id=campaign_id)
    if isinstance(found, Failure):
        return found
    data = at(found.value, "data")
    if not isinstance(data, dict):
        return _not_understood(found.exchange)
    return Found(_row(data), data)


def status(connection: Connection, campaign_id: str, *, context: CallContext) -> str | Failure:
    """What the platform calls the campaign's status now: ``Preparing``, ``Ready`` or whatever else it says."""
    found = _ask(connection, "POST", addresses.STATUS, {}, context=context, campaign_id=campaign_id)
    if isinstance(found, Failure):
        return found
    said = shown(at(found.value, "data", "status"))
    return said or _not_understood(found.exchange)


def queues(connection: Connection, *, context: CallContext) -> Queues | Failure:
    """Agent queues. Needs the scope Configuration: expect a refusal, and let names be typed then."""
    found = _ask(connection, "GET", addresses.QUEUES, None, context=context)
    if isinstance(found, Failure):
        return found
    results = at(found.value, "results")
    if not isinstance(results, list):
        return _not_understood(found.exchange)
    names = [name for each in objects(results) if (name := exact(each.get("name"))).strip()]
    return Queues(tuple(dict.fromkeys(names)), at(found.value, "hasMore") is False)


@dataclass(frozen=True, slots=True)
class _Answered:
    value: Any
    exchange: Exchange


def _ask(
    connection: Connection,
    method: str,
    address: Mapping[Api, Address],
    document: Mapping[str, Any] | None,
    *,
    context: CallContext,
    campaign_id: str = "",
) -> _Answered | Failure:
    exchange = _call(connection, method, address, document, context=context, campaign_id=campaign_id)
    if isinstance(exchange, Failure):
        return exchange
    value = lenient_json.parse(exchange.body)
    if not isinstance(value, dict) or value.get("status", answer.SUCCESS) != answer.SUCCESS:
        return _not_understood(exchange)
    return _Answered(value, exchange)


def _call(
    connection: Connection,
    method: str,
    address: Mapping[Api, Address],
    document: Mapping[str, Any] | None,
    *,
    context: CallContext,
    campaign_id: str = "",
    limit: int = BODY_LIMIT,
) -> Exchange | Failure:
    """One call, and its answer where that is a success: whole, or as long as it may be."""
    try:
        exchange = ask(
            connection,
            method,
            address[connection.api],
            document,
            context=context,
            campaign_id=campaign_id,
            limit=limit,
        )
    except TokenError as unusable:
        return Failure(Verdict.UNAUTHORISED, str(unusable))
    if not exchange.started:
        if exchange.cause is Cause.RATE:
            return Failure(Verdict.RATE_LIMITED, exchange.error, exchange)
        if exchange.cancelled:
            return Failure(Verdict.INTERRUPTED, "Stopped.", exchange)
        return Failure(Verdict.UNREACHABLE, exchange.error, exchange)
    is_cut = exchange.truncated and limit > BODY_LIMIT
    if exchange.status is None or not (exchange.complete or is_cut):
        return Failure(Verdict.UNKNOWN, exchange.error or "No whole answer came.", exchange)
    if not 200 <= exchange.status < 300:
        return _refused(replace(exchange, body=exchange.body[:BODY_LIMIT]))
    return exchange


def _refused(exchange: Exchange) -> Failure:
    said = answer.read(exchange.body).text
    tail = f" It says: {said}" if said else ""
    if exchange.status == 401:
        why = denial(said, exchange)
        advice = f" {why.advice}" if why.advice else ""
        return Failure(Verdict.UNAUTHORISED, f"HTTP 401.{advice}{tail}", exchange, why.causes)
    return Failure(verdict_of(exchange), f"HTTP {exchange.status}.{tail}", exchange)


def _not_understood(exchange: Exchange) -> Failure:
    return Failure(Verdict.UNKNOWN, f"HTTP {exchange.status}, but the answer can't be understood.", exchange)


def _page(number: int) -> dict[str, Any]:
    """What asks for a page: never with filters or dates, which could hide a campaign that was just made."""
    return {
        "type": VOICE_NAME, "page": number, "limit": PAGE, "skip": (number - 1) * PAGE,
        "sortBy": {"createdAt": "desc"},
    }  # fmt: skip


def _is_last(data: Any, page: int) -> bool:
    if not isinstance(at(data, "results"), list):
        return False
    more, pages = at(data, "hasMore"), at(data, "totalPages")
    return more is False or (more is None and isinstance(pages, int) and page >= pages)


def _rows(results: Any) -> Iterator[Row]:
    return (_row(each) for each in objects(results))


def _row(found: Mapping[str, Any]) -> Row:
    connection, dnc_list = exact(found.get("connection")), exact(at(found, "dncLists", "name"))
    return Row(
        id=shown(found.get("_id")) or shown(found.get("id")),
        name=shown(found.get("name")),
        status=shown(found.get("status")),
        mode=shown(found.get("dialingMode")),
        created=time(found.get("createdAt")),
        connection=shown(connection),
        contact_lists=tuple(map(shown, strings(found.get("contactLists")))),
        dnc_list=shown(dnc_list),
        exact_connection=connection,
        exact_dnc_list=dnc_list,
    )


def moment(when: datetime | None) -> str:
    """A time of the platform as a person reads it, in UTC."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC") if when else "at an unknown time"
