"""Looking for a campaign in the platform's list: before it is sent, and after nobody knows what came of it.

A look can show that a campaign exists, never that it does not: creation is asynchronous, lists lag, and a
proxy may still hold the request. What a look is worth stands beside it: when, and how completely.
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from tui.connection import Connection
from tui.kore import reads
from tui.kore.call import Way
from tui.kore.echo import compare, differences
from tui.kore.exchange import Timeouts
from tui.kore.reads import Failure, Row, moment
from tui.text import one_line, plural

LONGEST = 15.0
"""Seconds that a whole look may take, and none of its requests more than :data:`_PAGE_SECONDS`."""
_PAGE_SECONDS = 8.0
_GRAIN = timedelta(seconds=2)
"""A server's Date is in whole seconds, and both clocks move on between two looks at them."""
_MOST_COMPARED = 5
"""Candidates that are read one by one: each takes a request."""


@dataclass(frozen=True, slots=True)
class Before:
    """The list as it was read right before a create.

    ``ids`` are those of every campaign in it, None where it could not be read to its end, for the reason
    ``why``; ``same_name`` the campaigns of the name that is to be created, as far as they were seen.
    """

    ids: frozenset[str] | None
    same_name: tuple[Row, ...] = ()
    read: int = 0
    why: str = ""
    when: float = 0.0

    @property
    def age(self) -> float:
        """Seconds since it was read."""
        return time.monotonic() - self.when

    @property
    def sentence(self) -> str:
        """What was seen, in a few words."""
        if self.same_name:
            return f"{plural(len(self.same_name), 'campaign')} of this name"
        if self.ids is None:
            return f"the list could not be read ({self.why.rstrip('.')})"
        return f"none among {plural(self.read, 'campaign')}"

    @property
    def unread(self) -> str:
        """That nobody can tell whether the name is taken, and why; empty where the whole list was read."""
        if self.ids is not None:
            return ""
        return f"Whether a campaign of this name exists could not be looked up: {self.why}"

    def warnings(self) -> list[str]:
        """A sentence for each campaign that bears the name already."""
        return [
            f"A campaign of this name exists: {row.name}, {row.id or 'no id'}, {row.status or 'no status'}, "
            f"created {moment(row.created)}."
            for row in self.same_name
        ]


class Content(StrEnum):
    """Whether a candidate's content is what was sent."""

    SAME = "same"
    DIFFERENT = "different"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A campaign that may be the one that was sent; ``differences`` are the paths in which it is not."""

    row: Row
    content: Content = Content.NOT_COMPARED
    differences: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is known of it, for a person."""
        said = {
            Content.SAME: "its content is what was sent",
            Content.DIFFERENT: f"its content differs in {one_line(', '.join(self.differences))}",
            Content.NOT_COMPARED: "its content was not compared",
        }[self.content]
        return (
            f"{self.row.id or 'No id'}: {self.row.name}, {self.row.status or 'no status'}, created "
            f"{moment(self.row.created)}; {said}."
        )


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the list after a create: ``when`` (aware, by our clock), what was read, what was found."""

    when: datetime
    candidates: tuple[Candidate, ...]
    read: int
    pages: int
    why: str = ""

    @property
    def complete(self) -> bool:
        """Whether the whole list was read; an incomplete look says nothing about what it did not find."""
        return not self.why

    @property
    def sentence(self) -> str:
        """What this look is worth, for a person."""
        at = f"{self.when.astimezone(UTC):%H:%M:%S} UTC"
        if not self.complete:
            seen = f" Of this name, it had {len(self.candidates)} new." if self.candidates else ""
            return f"The list could not be read to its end at {at}: {self.why.rstrip('.')}.{seen}"
        if not self.candidates:
            return (
                f"At {at} the whole list ({plural(self.read, 'campaign')}) had no new one of this name. "
                "That does not prove that there is none: lists lag."
            )
        return f"At {at} the list had {plural(len(self.candidates), 'new campaign')} of this name."


def before(document: Mapping[str, Any], connection: Connection, way: Way | None = None) -> Before:
    """Read the list before ``document`` is sent. Never raises, and never takes longer than :data:`LONGEST`."""
    try:
        found = reads.campaigns(connection, way=_bounded(way))
    except Exception as failed:  # a fault of this program's own is no reason not to create
        return Before(None, why=f"the look failed: {type(failed).__name__}", when=time.monotonic())
    same = tuple(_of_name(found.rows, document))
    ids = frozenset(row.id for row in found.rows) if found.complete else None
    return Before(ids, same, len(found.rows), found.failure.why if found.failure else "", time.monotonic())


def look(
    document: Mapping[str, Any],
    connection: Connection,
    *,
    before: Iterable[str] | None,
    sent: datetime,
    way: Way | None = None,
) -> Look:
    """Look for a campaign that a create of ``document`` at ``sent`` (aware, by our clock) may have made.

    ``before`` are the ids that were listed right before, None where they could not be had.
    """
    now = datetime.now(UTC)
    way = _bounded(way)
    found = reads.campaigns(connection, way=way)
    rows = candidates(found.rows, document, before=before, sent=sent - (found.ahead or timedelta()))
    compared = tuple(
        _compared(row, document, connection, way) if at < _MOST_COMPARED and row.id else Candidate(row)
        for at, row in enumerate(rows)
    )
    why = found.failure.why if found.failure else ""
    return Look(now, _likeliest_first(compared), len(found.rows), found.pages, why)


def candidates(
    rows: Iterable[Row], document: Mapping[str, Any], *, before: Iterable[str] | None, sent: datetime
) -> tuple[Row, ...]:
    """Those of ``rows`` that a create of ``document`` may have made. Pure.

    They bear its name (case and white space at the ends don't count) and were not listed ``before``. Where
    that is not known, they were created after ``sent``, a time by the server's clock; one that does not say
    when it was created may be any.
    """
    ids = None if before is None else frozenset(before)
    if ids is not None:
        return tuple(row for row in _of_name(rows, document) if not row.id or row.id not in ids)
    return tuple(
        row for row in _of_name(rows, document) if row.created is None or row.created >= sent - _GRAIN
    )


def _of_name(rows: Iterable[Row], document: Mapping[str, Any]) -> Iterator[Row]:
    name = _plain(reads.shown(document.get("name")))
    return (row for row in rows if _plain(row.name) == name)


def _plain(name: str) -> str:
    return name.strip().casefold()


def _compared(row: Row, document: Mapping[str, Any], connection: Connection, way: Way) -> Candidate:
    found = reads.campaign(connection, row.id, way=way)
    if isinstance(found, Failure):
        return Candidate(row)
    paths = tuple(each.path for each in differences(compare(document, found.data)))
    return Candidate(row, Content.DIFFERENT if paths else Content.SAME, paths)


def _likeliest_first(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    order = [Content.SAME, Content.NOT_COMPARED, Content.DIFFERENT]
    return tuple(sorted(found, key=lambda each: order.index(each.content)))


def _bounded(way: Way | None) -> Way:
    """The same way, over after :data:`LONGEST` seconds; its phases are not those of the create."""
    way = way or Way()
    end = time.monotonic() + LONGEST
    timeouts = Timeouts.within(min(way.timeouts.total, _PAGE_SECONDS))
    return Way(timeouts, cancelled=lambda: way.cancelled() or time.monotonic() > end)
