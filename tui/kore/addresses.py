"""Where each call of the platform goes, and what it carries besides its token."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from tui.campaign.fields import CAMPAIGN_TYPE, Api
from tui.connection import Connection


@dataclass(frozen=True, slots=True)
class Address:
    """One call of the public API: path and query, with the ids of a connection in braces."""

    path: str
    query: str = ""

    def url(self, connection: Connection, **ids: str) -> str:
        """The whole address under ``connection``; ``ids`` fill further braces. Every id is quoted."""
        names = {"app_id": connection.app_id, "account_id": connection.account_id, **ids}
        quoted = {name: quote(each, safe="") for name, each in names.items()}
        target = f"{self.path}?{self.query}" if self.query else self.path
        return connection.host.url + target.format(**quoted)


CREATE = {
    Api.V1: Address("/agentassist/api/v1/public/{app_id}/campaign", f"campaignType={CAMPAIGN_TYPE}"),
    Api.V2: Address(
        "/campaign/api/v2/public/{app_id}/campaign", f"accountId={{account_id}}&campaignType={CAMPAIGN_TYPE}"
    ),
}
"""Creating a campaign: POST. Create Campaign API v1 and v2 (documented)."""


def create_url(connection: Connection) -> str:
    """Where a create goes under ``connection``."""
    return CREATE[connection.api].url(connection)


def headers(connection: Connection, token: str) -> dict[str, str]:
    """What every call carries: the token as it is (no ``Bearer``), the app and the account (documented)."""
    return {
        "auth": token,
        "iid": connection.app_id,
        "accountId": connection.account_id,
        "Content-Type": "application/json",
        "Accept": "application/json",
    }


def body(document: Mapping[str, Any]) -> bytes:
    """The request body: exactly the JSON values of ``document``, in ASCII.

    Raises:
        ValueError: a number that JSON does not have, such as infinity.
    """
    return json.dumps(document, allow_nan=False).encode("ascii")
