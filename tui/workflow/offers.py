"""What exists on the platform and can be picked, as one run has read it: kept for the session, read on demand.

Nobody waits for it: whatever is not read, refused or hanging is said in one line, and the name is typed.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from tui.base.text import age, one_line, plural
from tui.campaign.fields import CALLER_ID, DNC, FLOW, LISTS, QUEUE
from tui.campaign.modes import Api
from tui.kore import reads
from tui.kore.answered import exact
from tui.kore.call_context import CallContext, Turn
from tui.kore.causes import Cause
from tui.kore.connection import Connection
from tui.kore.lenient_json import at
from tui.kore.reads import CampaignList, Failure
from tui.kore.verdicts import Verdict
from tui.storage.receipts import Receipt
from tui.workflow.choices import Choice
from tui.workflow.offer_rows import CALLER_ID_PATH, list_choices, merged, seen_choices, sent_caller_ids

PAGES_OF_NAMES = 12
"""Pages of campaigns that are looked through for names: the newest 600 campaigns."""
LOOKED_INTO = 10
"""The newest campaigns that are read one by one for their caller IDs."""
SENT_BEFORE = "accepted before"
_TICK = 0.05
_MOST_SAID = 160
_TYPE = "Type the name, or read again."
_CAMPAIGNS = "Campaigns"
_TITLES = {
    LISTS.key: "Contact lists", QUEUE.key: "Queues", FLOW.key: _CAMPAIGNS, DNC.key: _CAMPAIGNS,
    CALLER_ID.key: _CAMPAIGNS,
}  # fmt: skip
"""What is read for a field."""
_OF_CAMPAIGNS = frozenset(_TITLES) - {LISTS.key}
_NO_SCOPE = (
    "Queues can't be read: the client's API scope lacks Configuration. Seen ones are offered, others typed."
)


class OfferedAt(NamedTuple):
    """An account as one version of the API shows it. ``site`` is its host in a single spelling."""

    site: str
    app_id: str
    account_id: str
    api: Api
    is_practice: bool = False

    @classmethod
    def of(cls, connection: Connection, *, is_practice: bool = False) -> "OfferedAt":
        """Where ``connection`` leads."""
        site = connection.host.site
        return cls(site, connection.app_id, connection.account_id, connection.api, is_practice)


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be picked for a field.

    ``source`` says where it is from, such as ``seen in 25 campaigns``. It was read at ``when``, in seconds of the
    keeper's clock, and at ``clock`` of the day; before the platform was asked, ``when`` is None. Only where it
    ``is_whole`` it says anything about what is not in it; else ``absent`` are the words for that, such as ``not seen
    in 25 campaigns``. ``why`` says in one line why not all could be read, and what to do.
    """

    choices: tuple[Choice, ...] = ()
    source: str = ""
    when: float | None = None
    clock: str = ""
    is_whole: bool = False
    why: str = ""
    absent: str = ""


class Offers:
    """What was read of one place. It holds no secret: who reads hands over the connection.

    ``by_key`` holds the offers by the keys of the fields, ``reading`` the keys of those that are being read, and
    ``tried`` of those that once were; they are replaced, never changed. ``clock`` gives seconds that
    never go back.
    """

    def __init__(self, where: OfferedAt, clock: Callable[[], float] = time.monotonic) -> None:
        self.where = where
        self.by_key: Mapping[str, Offer] = {}
        self.reading: frozenset[str] = frozenset()
        self.tried: frozenset[str] = frozenset()
        self._clock = clock
        self._campaigns = CampaignList((), 0)
        self._campaigns_read = Offer()
        self._sent: tuple[Choice, ...] = ()
        self._manners = reads.Manners()
        self._looks = {
            LISTS.key: self._lists,
            QUEUE.key: self._queues,
            CALLER_ID.key: self._caller_ids,
        }
        self._keeping = threading.Lock()
        self._reading = {title: threading.Lock() for title in _TITLES.values()}

    def of(self, key: str) -> Offer:
        """What can be picked for the field ``key`` as far as it was read."""
        return self.by_key.get(key, Offer())

    def age(self, key: str) -> str:
        """How old what was read for the field ``key`` is, such as ``read 3 min ago``; nothing where nothing was."""
        when = self.of(key).when
        return "" if when is None else f"read {age(self._clock() - when)}"

    def learn(self, campaigns: CampaignList, where: Connection) -> None:
        """Take campaigns that were read for something else, so that nobody reads them again, if they are of here."""
        is_here = OfferedAt.of(where, is_practice=self.where.is_practice) == self.where
        if is_here and len(campaigns.rows) > len(self._campaigns.rows):
            self._campaigns, self._campaigns_read = replace(campaigns, failure=None), self._now(Offer())

    def take_receipts(self, receipts: Iterable[Receipt]) -> Offer:
        """Offer the caller IDs that were accepted here before, of ``receipts``, the newest first. Nothing is read."""
        self._sent = sent_caller_ids(each for each in receipts if self._is_here(each))
        known = self.of(CALLER_ID.key)
        source = SENT_BEFORE if known.when is None else known.source
        return self._keep(
            CALLER_ID.key, replace(known, choices=merged(self._sent, known.choices), source=source)
        )

    def read(
        self,
        key: str,
        connection: Connection,
        context: CallContext,
        *,
        tell: Callable[[str], object] = lambda said: None,  # noqa: ARG005
        again: bool = False,
    ) -> Offer:
        """Read what can be picked for the field ``key``, unless it was read in this run; ``again``: in any case.

        It takes as long as ``context`` allows and never raises; what is read meanwhile is in :meth:`of` at once.
        ``tell`` hears how far it is, such as ``page 3 of 12``. Where it fails, what was known stays, and why is said.
        """
        with self._alone(_TITLES[key], context) as is_alone:
            known = self.of(key)
            if not is_alone or (known.when is not None and not again):
                return known
            try:
                return self._keep(key, self._read(key, connection, context, tell, again))
            except Exception as failed:  # a fault of this program's own must not end the look unseen
                return self._keep(
                    key, replace(known, why=f"The look failed: {type(failed).__name__}. {_TYPE}")
                )

    def _read(
        self,
        key: str,
        connection: Connection,
        context: CallContext,
        tell: Callable[[str], object],
        again: bool,
    ) -> Offer:
        if again and key in _OF_CAMPAIGNS:
            self._campaigns = CampaignList((), 0)
        if look := self._looks.get(key):
            return look(connection, context, tell)
        return self._seen(key, connection, context, tell)

    def _lists(self, connection: Connection, context: CallContext, _tell: Callable[[str], object]) -> Offer:
        found = reads.contact_lists(connection, manners=self._manners, context=context)
        if isinstance(found, Failure):
            return self._failed(LISTS.key, found)
        choices = list_choices(found.lists, self._campaigns.rows)
        read = plural(len(choices), "contact list")
        absent = f"not among the {read} that were read"
        return self._now(
            Offer(choices, f"{read} of the account", is_whole=not found.cut, why=found.cut, absent=absent)
        )

    def _queues(self, connection: Connection, context: CallContext, tell: Callable[[str], object]) -> Offer:
        found = reads.queues(connection, context=context)
        if isinstance(found, Failure):
            failed = self._failed(QUEUE.key, found)
            if found.exchange.status is None:  # nobody answers: campaigns are not asked for either
                return failed
            why = _NO_SCOPE if Cause.SCOPE in found.causes else failed.why
            return replace(self._queues_seen(connection, context, tell), why=why)
        read = tuple(Choice(name) for name in found.exact)
        some = plural(len(read), "queue")
        source, absent = f"{some} of the account", f"not among the {some} that were read"
        if found.complete:
            return self._now(Offer(read, source, is_whole=True))
        self._keep(QUEUE.key, self._now(Offer(read, source, absent=absent)))
        seen = self._queues_seen(connection, context, tell)
        why = f"There are more queues than the {len(read):,} that the platform sent. {_TYPE}"
        return replace(
            seen,
            choices=merged(read, seen.choices),
            source=f"{source}, or {seen.source}",
            absent=f"{absent}, and {seen.absent}",
            why=why,
        )

    def _queues_seen(
        self, connection: Connection, context: CallContext, tell: Callable[[str], object]
    ) -> Offer:
        with self._alone(_CAMPAIGNS, context) as is_alone:
            return self._seen(QUEUE.key, connection, context, tell) if is_alone else self._of_rows(QUEUE.key)

    def _seen(
        self, key: str, connection: Connection, context: CallContext, tell: Callable[[str], object]
    ) -> Offer:
        """The names that campaigns have for the field, read page by page; kept as they come."""
        offer = self._of_rows(key)
        for _ in self._pages(connection, context, PAGES_OF_NAMES, tell):
            offer = self._keep(key, self._of_rows(key))
        failure = self._campaigns.failure
        if failure is not None and not self._campaigns.rows:
            return self._failed(key, failure)
        return replace(offer, why=_why(key, failure) if failure else "")

    def _of_rows(self, key: str) -> Offer:
        found = self._campaigns
        choices, seen = seen_choices(key, found.rows), f"seen in {found.extent}"
        return replace(self._campaigns_read, choices=choices, source=seen, absent=f"not {seen}")

    def _pages(
        self, connection: Connection, context: CallContext, most: int, tell: Callable[[str], object]
    ) -> Iterator[CampaignList]:
        """Read campaigns on until all are there, or ``most`` pages; those after the first leave reads to others."""
        turn = context.turn
        while self._campaigns.pages < most and (self._campaigns.pages == 0 or not self._campaigns.complete):
            behind = replace(context, turn=Turn.BEHIND if self._campaigns.pages else turn)
            if self._campaigns.pages == 0:
                self._campaigns_read = self._now(Offer())
            self._campaigns = next(reads.growing(connection, context=behind, after=self._campaigns))
            if self._campaigns.failure is not None:
                return
            tell(_page(self._campaigns, most))
            yield self._campaigns

    def _caller_ids(
        self, connection: Connection, context: CallContext, tell: Callable[[str], object]
    ) -> Offer:
        """The caller IDs of the newest campaigns, each read by a request of its own; kept as they come."""
        for _ in self._pages(connection, context, 1, lambda said: None):  # noqa: ARG005
            pass
        if self._campaigns.failure is not None and not self._campaigns.rows:
            return self._failed(CALLER_ID.key, self._campaigns.failure)
        newest = [row for row in self._campaigns.rows if row.id][:LOOKED_INTO]
        seen: list[str] = []
        offer = self._of_numbers(seen, 0)
        for number, row in enumerate(newest, 1):
            tell(f"campaign {number} of {len(newest)}")
            found = reads.campaign(connection, row.id, context=context)
            if isinstance(found, Failure):
                if found.exchange.status == 404:
                    continue  # deleted since
                return replace(offer, why=_why(CALLER_ID.key, found))
            seen.append(exact(at(found.data, *CALLER_ID_PATH)))
            offer = self._keep(CALLER_ID.key, self._of_numbers(seen, number))
        return offer

    def _of_numbers(self, seen: list[str], campaigns: int) -> Offer:
        choices = tuple(Choice(each) for each in dict.fromkeys(seen) if each.strip())
        newest = f"the last {plural(campaigns, 'campaign')}" if campaigns != 1 else "the last campaign"
        return self._now(Offer(merged(self._sent, choices), f"seen in {newest}"))

    def _now(self, offer: Offer) -> Offer:
        return replace(offer, when=self._clock(), clock=time.strftime("%H:%M:%S"))

    def _failed(self, key: str, failure: Failure) -> Offer:
        return replace(self.of(key), why=_why(key, failure))

    def _keep(self, key: str, offer: Offer) -> Offer:
        with self._keeping:
            self.by_key = {**self.by_key, key: offer}
        return offer

    @contextlib.contextmanager
    def _alone(self, title: str, context: CallContext) -> Iterator[bool]:
        """Whether nobody else reads the same now; waits for that as long as ``context`` does."""
        lock = self._reading[title]
        while not lock.acquire(timeout=_TICK):
            if context.cancelled():
                yield False
                return
        try:
            yield True
        finally:
            lock.release()

    def _is_here(self, receipt: Receipt) -> bool:
        if receipt.is_practice or self.where.is_practice:
            return receipt.is_practice and self.where.is_practice
        return (receipt.site, receipt.app_id, receipt.account_id) == self.where[:3]


def _page(found: CampaignList, most: int) -> str:
    """How far a list of campaigns is read, such as ``page 3 of 12``."""
    if not found.is_more:
        return f"page {found.pages} of {found.pages}"
    if found.total is None:
        return f"page {found.pages}"
    return f"page {found.pages} of {min(max(-(-found.total // reads.PAGE), found.pages), most)}"


def _why(key: str, failure: Failure) -> str:
    """Why something was not read, and what to do, in one line."""
    if failure.exchange.cancelled and failure.verdict is not Verdict.RATE_LIMITED:
        return f"{_TITLES[key]} were not read: that took too long, or was stopped. {_TYPE}"
    said = one_line(failure.why, limit=_MOST_SAID).rstrip(".")
    return f"{_TITLES[key]} could not be read: {said}. {_TYPE}"
