"""Where each call of the platform goes, and what it carries besides its token."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import quote

from tui.campaign.modes import VOICE_NAME, Api
from tui.kore.connection import Connection


@dataclass(frozen=True, slots=True)
class Address:
    """One call of the public API: path and query, with the ids of a connection in braces."""

    path: str
    query: str = ""

    def url(self, connection: Connection, campaign_id: str = "") -> str:
        """The whole address under ``connection``, where it needs it about one campaign. Every id is quoted."""
        names = {"app_id": connection.app_id, "account_id": connection.account_id, "campaign_id": campaign_id}
        quoted = {name: quote(each, safe="") for name, each in names.items()}
        target = f"{self.path}?{self.query}" if self.query else self.path
        return connection.host.url + target.format(**quoted)


_V1 = "/agentassist/api/v1/public/{app_id}"
_V2 = "/campaign/api/v2/public/{app_id}"
_ACCOUNT = "accountId={account_id}"


def _both(rest: str, query: str = "") -> dict[Api, Address]:
    """One call in both versions; v2 names the account in its query besides."""
    return {
        Api.V1: Address(f"{_V1}/{rest}", query),
        Api.V2: Address(f"{_V2}/{rest}", "&".join(filter(None, (_ACCOUNT, query)))),
    }


CREATE = _both("campaign", f"campaignType={VOICE_NAME}")
"""Creating a campaign: POST. Create Campaign API v1 and v2 (documented)."""
CONTACT_LISTS = _both("campaign/contactList/getAllListDetails", "type=call")
"""All contact lists: documented as POST, while its own sample is a GET."""
CAMPAIGNS = _both("campaign/getAllCampaignDetails")
"""Campaigns, page by page: POST (documented)."""
CAMPAIGN = _both("campaign/{campaign_id}")
"""One campaign with its whole configuration: GET (documented)."""
STATUS = _both("campaign/{campaign_id}/status", "view=status")
"""The status of one campaign: POST, though it changes nothing (documented)."""
QUEUES = dict.fromkeys(Api, Address(f"{_V1}/queues"))
"""Agent queues: GET, by one address for both versions; needs the scope Configuration (documented)."""


def create_url(connection: Connection) -> str:
    """Where a create goes under ``connection``."""
    return CREATE[connection.api].url(connection)


class AddressValues(Protocol):
    """What names the account of a call: a connection, or the receipt of a create."""

    @property
    def app_id(self) -> str:
        """The app's id."""

    @property
    def account_id(self) -> str:
        """The account's id."""


def headers(names: AddressValues, token: str) -> dict[str, str]:
    """What every call carries: the token as it is (no ``Bearer``), the app and the account (documented)."""
    return {
        "auth": token,
        "iid": names.app_id,
        "accountId": names.account_id,
        "Content-Type": "application/json",
        "Accept": "application/json",
    }


def body(document: Mapping[str, Any]) -> bytes:
    """The request body: exactly the JSON values of ``document``, in ASCII.

    Raises:
        ValueError: a number that JSON does not have, such as infinity.
    """
    return json.dumps(document, allow_nan=False).encode("ascii")
