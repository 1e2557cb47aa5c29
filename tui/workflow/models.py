"""What another campaign can be begun from: templates, drafts and receipts on this disk, campaigns of the account."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tui.base.text import age, one_line, plural
from tui.campaign.origin import Source
from tui.kore import reads
from tui.kore.call_context import CallContext
from tui.kore.connection import Connection
from tui.kore.exchange import Timeouts
from tui.kore.lookup import PAGE_SECONDS
from tui.kore.progress import Progress
from tui.kore.reads import CampaignList, Failure, Row, moment
from tui.storage import drafts, intents, templates
from tui.storage.draft_errors import DraftError
from tui.workflow.calls import call_context
from tui.workflow.new_from import Beginning, from_campaign, from_draft, from_receipt, from_template

_NAME = 32
"""Characters of a name."""


class ModelError(Exception):
    """Nothing can be begun from it; the message is a sentence, inert."""


@dataclass(frozen=True, slots=True)
class Model:
    """A campaign that another one can be like: what it is, its name and ``facts``, inert.

    ``begin`` reads it, from the disk or from the platform, and raises :class:`ModelError`.
    """

    source: Source
    name: str
    facts: str
    begin: Callable[[], Beginning]


def kept(own: Callable[[], Path | None]) -> list[Model]:
    """Those on this disk but the session's ``own`` draft; what can't be read is left out. It reads the disk.

    ``own`` is asked after that: the draft may be saved for the first time meanwhile.

    Raises:
        OSError: a folder can't be read.
    """
    return [*_templates(), *_drafts(own), *_receipts()]


def of_account(connection: Connection, cancelled: Callable[[], bool]) -> tuple[list[Model], str]:
    """The newest campaigns of the account, one page, and why nothing more is there. It asks the platform."""
    found = reads.newest(connection, context=_context(cancelled))
    models = [_of_row(row, connection, cancelled) for row in found.rows if row.id]
    return models, _why(found)


def _why(found: CampaignList) -> str:
    if found.failure is not None:
        return f"Campaigns could not be read: {one_line(found.failure.why, limit=160)}"
    return f"Of the account's campaigns: {found.extent}." if found.is_more else ""


def _context(cancelled: Callable[[], bool]) -> CallContext:
    return call_context(Timeouts.within(PAGE_SECONDS), Progress(), cancelled)


def _of_row(row: Row, connection: Connection, cancelled: Callable[[], bool]) -> Model:
    def begin() -> Beginning:
        found = reads.campaign(connection, row.id, context=_context(cancelled))
        if isinstance(found, Failure):
            raise ModelError(f"It could not be read: {one_line(found.why, limit=200)}")
        return from_campaign(found, connection.api, row.exact_connection)

    said = (row.mode, row.status, moment(row.created)[:10] if row.created else "")
    return Model(
        Source.CAMPAIGN, one_line(row.name, limit=_NAME), one_line(", ".join(filter(None, said))), begin
    )


def _templates() -> Iterator[Model]:
    for each in templates.listed().all:
        facts = f"kept {age(time.time() - each.saved)}"
        yield Model(Source.TEMPLATE, one_line(each.name, limit=_NAME), facts, partial(from_template, each))


def _drafts(own: Callable[[], Path | None]) -> Iterator[Model]:
    for each in drafts.listed():
        if not each.trouble and each.path != own():
            facts = ", ".join(filter(None, (age(time.time() - each.saved), each.step)))
            name = one_line(each.name, limit=_NAME)
            yield Model(Source.DRAFT, name, facts, partial(_from_draft, each))


def _from_draft(draft: drafts.ListedDraft) -> Beginning:
    try:
        return from_draft(drafts.read(draft.path))
    except (DraftError, OSError) as failed:
        raise ModelError(f"The draft {one_line(str(failed), limit=200)}.") from None


def _receipts() -> Iterator[Model]:
    known, _ = intents.everything()
    for each in known:
        if each.content:
            what = one_line(each.resolved or each.outcome or "not known", limit=20)
            facts = f"{one_line(each.time[:10], limit=10)}, {what}"
            yield Model(Source.RECEIPT, one_line(each.name, limit=_NAME), facts, partial(from_receipt, each))


def counted(models: list[Model]) -> str:
    """How many there are, in words."""
    return f"{plural(len(models), 'campaign')} to begin another from."
