"""``check --connect``: campaigns beside the account that they would go to. It reads, and changes nothing."""

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.base.console import say
from tui.base.patience import saying
from tui.campaign.checked import Checked
from tui.campaign.fields import LISTS, QUEUE, Field
from tui.campaign.problems import Problem, warning
from tui.commands.target import NoTargetError as NoTargetError
from tui.commands.target import chosen
from tui.credentials.request import connection_request
from tui.kore.exchange import Timeouts
from tui.kore.lookup import PAGE_SECONDS
from tui.workflow.account_check import findings
from tui.workflow.calls import call_context
from tui.workflow.offers import Offer, OfferedAt, Offers

LOOKS_SECONDS = 15.0
"""Seconds that all reads of one command take at most."""
_LOOKED_FOR = (LISTS, QUEUE)


@dataclass(frozen=True, slots=True)
class AccountLook:
    """What was read of an account, by the keys of the fields."""

    read: Mapping[str, Offer]

    def findings(self, found: Checked | None) -> list[Problem]:
        """What of a campaign is worth a look beside the account, and what could not be looked up; never an error."""
        if found is None:
            return []
        applying = found.draft.type.applying(found.draft.mode, found.api)
        unread = [
            warning(field.path, self.read[field.key].why)
            for field in applying
            if field.key in self.read and self.read[field.key].when is None
        ]
        return [*findings(found.draft, found.api, self.read), *unread]

    def as_json(self) -> list[dict[str, object]]:
        """The looks as ``check --json`` prints them."""
        return [
            {
                "field": field.path,
                "read": offer.when is not None,
                "whole": offer.is_whole,
                "names": len(offer.choices),
                "source": offer.source,
                "why": offer.why,
            }
            for field in _LOOKED_FOR
            if (offer := self.read.get(field.key))
        ]


def look(arguments: argparse.Namespace, campaigns: Sequence[Checked]) -> AccountLook:
    """Read what ``campaigns`` name of the account, in :data:`LOOKS_SECONDS` seconds at most; a look may fail.

    Raises:
        NoTargetError: there is no connection to use.
        UsageError: a secret can't be read from where it is said to be.
    """
    target = chosen(connection_request(arguments))
    connection = target.connection.with_secret(target.secret())
    end = time.monotonic() + LOOKS_SECONDS
    context = call_context(Timeouts.within(PAGE_SECONDS), cancelled=lambda: time.monotonic() > end)
    offers = Offers(OfferedAt.of(connection))
    for field in _LOOKED_FOR:
        if any(_has(each, field) for each in campaigns):
            with saying(say, f"Reading the account on {connection.host.address}"):
                offer = offers.read(field.key, connection, context)
            if offer.why:
                say(offer.why)
    return AccountLook(offers.by_key)


def _has(found: Checked, field: Field) -> bool:
    return field in found.draft.type.applying(found.draft.mode, found.api)
