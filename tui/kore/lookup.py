"""Looking for a campaign in the platform's list: before it is sent, and after nobody knows what came of it.

A look can show that a campaign exists, never that it does not: creation is asynchronous, lists lag, and a
proxy may still hold the request. What a look is worth stands beside it: when, and how completely.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from tui.base.text import one_line, plural
from tui.campaign import odd_text
from tui.kore import reads
from tui.kore.answered import shown
from tui.kore.call_context import CallContext, Turn
from tui.kore.causes import Cause
from tui.kore.connection import Connection
from tui.kore.exchange import Timeouts
from tui.kore.progress import Moment, Phase, Progress
from tui.kore.reads import CampaignList, Failure, Row, moment
from tui.kore.response_diff import compare, differences

LOOK_SECONDS = 60.0
"""Seconds that a whole look may take, and none of its requests more than :data:`PAGE_SECONDS`."""
PAGE_SECONDS = 8.0
_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)
_GRAIN = timedelta(seconds=2)
"""A server's Date is in whole seconds, and both clocks move on between two looks at them."""
_MOST_COMPARED = 5
"""Candidates that are read one by one: each takes a request."""


@dataclass(frozen=True, slots=True)
class PreCheck:
    """The list as it was known right before a create: its newest page, and whatever else was read of it.

    ``ids`` are those of every campaign that was read: no other one of the list is newer than the oldest of them.
    None where that could not be had, for the reason ``why``. ``same_name`` are the campaigns of the name that is
    to be created, as far as they were seen; ``extent`` says how much was read, ``whole`` whether that was all.
    """

    ids: frozenset[str] | None
    same_name: tuple[Row, ...] = ()
    extent: str = ""
    whole: bool = True
    why: str = ""
    when: float = 0.0

    @property
    def age(self) -> float:
        """Seconds since its newest page was read."""
        return time.monotonic() - self.when

    @property
    def sentence(self) -> str:
        """What was seen, in a few words."""
        if self.same_name:
            return f"{plural(len(self.same_name), 'campaign')} of this name"
        if self.ids is None:
            return f"the list could not be read ({self.why.rstrip('.')})"
        return f"none among {self.extent}"

    @property
    def unread(self) -> str:
        """That nobody can tell whether the name is taken, and why; empty where the whole list was read."""
        if self.ids is None:
            return f"Whether a campaign of this name exists could not be looked up: {self.why}"
        if self.whole or self.same_name:
            return ""
        return f"No campaign bears this name among {self.extent}; the others were not looked at."

    def warnings(self) -> list[str]:
        """A sentence for each campaign that bears the name already."""
        return [
            f"A campaign of this name exists: {row.name}, {row.id or 'no id'}, {row.status or 'no status'}, "
            f"created {moment(row.created)}."
            for row in self.same_name
        ]


class ContentMatch(StrEnum):
    """Whether a candidate's content is what was sent."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A campaign that may be the one that was sent; ``differences`` are the paths in which it is not."""

    row: Row
    content: ContentMatch = ContentMatch.NOT_COMPARED
    differences: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is known of it, for a person."""
        said = {
            ContentMatch.SAME: "its content is what was sent",
            ContentMatch.DIFFERENT: f"its content differs in {one_line(', '.join(self.differences))}",
            ContentMatch.NOT_COMPARED: "its content was not compared",
        }[self.content]
        return (
            f"{self.row.id or 'No id'}: {self.row.name}, {self.row.status or 'no status'}, created "
            f"{moment(self.row.created)}; {said}."
        )


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One look at the list after a create: ``when`` (aware, by our clock), what was read, what was found.

    It reads newest first, until what was known before the send: ``until_known`` where it ended there. Where the
    list is not ``in_order`` of its times, that can't be told, and it reads all of it.
    """

    when: datetime
    candidates: tuple[Candidate, ...]
    read: int
    pages: int
    why: str = ""
    extent: str = ""
    until_known: bool = False
    in_order: bool = True

    @property
    def complete(self) -> bool:
        """Whether everything new was read; an incomplete look says nothing about what it did not find."""
        return not self.why

    @property
    def requests(self) -> int:
        """How many it took of the account's budget, at least."""
        return self.pages + sum(each.content is not ContentMatch.NOT_COMPARED for each in self.candidates)

    @property
    def sentence(self) -> str:
        """What this look is worth, for a person."""
        at = f"{self.when.astimezone(UTC):%H:%M:%S} UTC"
        order = (
            "" if self.in_order else " It is not in the order of its times, so that all of it has to be read."
        )
        if not self.complete:
            seen = f" Of this name, it had {len(self.candidates)} new." if self.candidates else ""
            return f"The list could not be read to its end at {at}: {self.why.rstrip('.')}.{seen}{order}"
        if self.candidates:
            found = plural(len(self.candidates), "new campaign")
            return f"At {at} the list had {found} of this name.{order}"
        looked = (
            f"{self.extent}, back to those known before the send,"
            if self.until_known
            else f"the whole list ({plural(self.read, 'campaign')})"
        )
        return (
            f"At {at} {looked} had no new one of this name.{order} "
            "That does not prove that there is none: lists lag."
        )


def before(document: Mapping[str, Any], connection: Connection, context: CallContext) -> PreCheck:
    """Read the newest page before ``document`` is sent: all that a create needs. It waits for no turn.

    Never raises, and never takes longer than :data:`PAGE_SECONDS`.
    """
    try:
        found = reads.newest(connection, context=replace(_bounded(context, PAGE_SECONDS), turn=Turn.AT_ONCE))
    except Exception as failed:  # a fault of this program's own is no reason not to create
        return PreCheck(None, why=f"the look failed: {type(failed).__name__}", when=time.monotonic())
    return known_before(document, too_late(found, stopped=context.cancelled()), time.monotonic())


def too_late(found: CampaignList, *, stopped: bool) -> CampaignList:
    """The same list; where its time was over and nobody ``stopped`` it, that is why it is not whole."""
    failed = found.failure
    if stopped or failed is None or not failed.exchange.cancelled or failed.exchange.cause is Cause.RATE:
        return found
    return replace(found, failure=replace(failed, why="It took too long, and was given up."))


def known_before(document: Mapping[str, Any], found: CampaignList, when: float) -> PreCheck:
    """What a list shows before ``document`` is sent; its newest page was read at ``when`` (monotonic)."""
    same = tuple(of_name(found.rows, document.get("name")))
    why = found.failure.why if found.failure and not found.pages else ""
    if found.is_more and not why and not found.is_in_order:
        why = "the platform does not list the newest first, and not all of it was read"
    ids = None if why else frozenset(row.id for row in found.rows)
    return PreCheck(ids, same, found.extent, found.complete, why, when)


def look(
    document: Mapping[str, Any],
    connection: Connection,
    *,
    before: Iterable[str] | None,
    sent: datetime,
    context: CallContext,
) -> SearchResult:
    """Look for a campaign that a create of ``document`` at ``sent`` (aware, by our clock) may have made.

    ``before`` are ids that were listed right before, all that is newer than the oldest of them among them; None
    where they could not be had. Newest first, it reads no further than those, or than what is older than the
    send; where the order can't be trusted, all of it.
    """
    now = datetime.now(UTC)
    bounded = _bounded(context, LOOK_SECONDS)
    ids = None if before is None else frozenset(before)
    found, until_known = CampaignList((), 0), False
    for found in reads.growing(connection, context=bounded):
        until_known = found.failure is None and found.is_more and _reaches_back(found, ids, sent)
        if until_known:
            break
    rows = candidates(found.rows, document, before=ids, sent=sent - (found.ahead or timedelta()))
    compared = tuple(
        _compared(row, document, connection, bounded) if at < _MOST_COMPARED and row.id else Candidate(row)
        for at, row in enumerate(rows)
    )
    found = too_late(found, stopped=context.cancelled())
    why = found.failure.why if found.failure else ""
    return SearchResult(
        now, _likeliest_first(compared), len(found.rows), found.pages, why, found.extent, until_known,
        found.is_in_order or (found.complete and found.pages == 1),
    )  # fmt: skip


def _reaches_back(found: CampaignList, ids: frozenset[str] | None, sent: datetime) -> bool:
    """Whether nothing that is not read yet can be newer than the send."""
    if not found.rows or not found.is_in_order:
        return False
    if ids:
        return any(row.id and row.id in ids for row in found.rows)
    oldest = found.rows[-1].created
    margin = _DAY if found.ahead is None else _MINUTE
    return ids is None and oldest is not None and oldest < sent - (found.ahead or timedelta()) - margin


def candidates(
    rows: Iterable[Row], document: Mapping[str, Any], *, before: Iterable[str] | None, sent: datetime
) -> tuple[Row, ...]:
    """Those of ``rows`` that a create of ``document`` may have made. Pure.

    They bear its name, or one that looks the same, and were not listed ``before``. Where
    that is known of the newest alone, what is older than all of them is none; where it is not known at all, what
    is older than ``sent``, a time by the server's clock. One that does not say when it was created may be any.
    """
    rows = tuple(rows)
    named = of_name(rows, document.get("name"))
    ids = None if before is None else frozenset(before)
    if ids is not None and not ids:
        return tuple(named)
    known = [row for row in rows if ids and row.id and row.id in ids]
    times = [row.created - _MINUTE for row in known if row.created]  # their clocks may differ a little
    since = min(times, default=sent - _GRAIN)
    return tuple(row for row in named if row not in known and (row.created is None or row.created >= since))


def of_name(rows: Iterable[Row], name: object) -> Iterator[Row]:
    """Those of ``rows`` that bear ``name``, or a name that looks the same."""
    wanted = odd_text.look(shown(name))
    return (row for row in rows if odd_text.look(row.name) == wanted)


def _compared(
    row: Row, document: Mapping[str, Any], connection: Connection, context: CallContext
) -> Candidate:
    found = reads.campaign(connection, row.id, context=context)
    if isinstance(found, Failure):
        return Candidate(row)
    paths = tuple(each.path for each in differences(compare(document, found.data)))
    return Candidate(row, ContentMatch.DIFFERENT if paths else ContentMatch.SAME, paths)


def _likeliest_first(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    order = [ContentMatch.SAME, ContentMatch.NOT_COMPARED, ContentMatch.DIFFERENT]
    return tuple(sorted(found, key=lambda each: order.index(each.content)))


def _bounded(context: CallContext, longest: float) -> CallContext:
    """The same, over after ``longest`` seconds; of its phases, only that it waits for its turn is told."""
    end = time.monotonic() + longest
    timeouts = Timeouts.within(min(context.timeouts.total, PAGE_SECONDS, longest))

    def tell(phase: Phase) -> None:
        if phase.name is Moment.TURN:
            context.course.tell(phase.name, phase.detail)

    return CallContext(
        context.budget, timeouts, Progress(tell), lambda: context.cancelled() or time.monotonic() > end
    )
