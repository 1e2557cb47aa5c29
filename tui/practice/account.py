"""The account of the practice platform: who may sign in, and what exists there."""

import secrets
from dataclasses import dataclass

from pydantic import SecretStr

from tui.campaign import fields


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """One app of the practice account, and one client that may sign in to it."""

    app_id: str
    account_id: str
    client_id: str
    client_secret: SecretStr


@dataclass(frozen=True, slots=True)
class Existing:
    """Names that always exist in the practice account, whatever else does."""

    contact_lists: tuple[str, ...] = ("Buyers Q2", "Buyers December", "Renewals July")
    queues: tuple[str, ...] = ("Default Queue", "Queue1")
    flows: tuple[str, ...] = ("Voice Survey Entry Flow",)
    dnc_lists: tuple[str, ...] = ("Default Global DNC", "DNC December")


EXISTING = Existing()

_NAMES = {
    fields.LISTS.key: EXISTING.contact_lists,
    fields.QUEUE.key: EXISTING.queues,
    fields.FLOW.key: EXISTING.flows,
    fields.DNC.key: EXISTING.dnc_lists,
}


def known_names(key: str) -> tuple[str, ...]:
    """The names that always exist for the campaign field ``key``; none for a field that names nothing."""
    return _NAMES.get(key, ())


def fresh(client_id: str) -> PracticeAccount:
    """The practice account as seen by ``client_id``, with a client secret made for this run."""
    return PracticeAccount("st-practice", "practice-account", client_id, SecretStr(secrets.token_urlsafe(48)))
