"""Which address a request went to, how it may be called, and what its query must say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qsl, unquote

from tui.campaign.fields import Api


class Call(StrEnum):
    """The calls that the practice platform answers."""

    CREATE = "create"
    CONTACT_LISTS = "contact lists"
    CAMPAIGNS = "campaigns"
    CAMPAIGN = "campaign"
    STATUS = "status"
    QUEUES = "queues"


_PATHS = {
    Call.CREATE: "/campaign",
    Call.CONTACT_LISTS: "/campaign/contactList/getAllListDetails",
    Call.CAMPAIGNS: "/campaign/getAllCampaignDetails",
    Call.CAMPAIGN: "/campaign/(?P<campaign>[^/]+)",
    Call.STATUS: "/campaign/(?P<campaign>[^/]+)/status",
}
_STARTS = {Api.V1: "/agentassist/api/v1/public/", Api.V2: "/campaign/api/v2/public/"}
_PATTERNS = [
    (call, api, re.compile(f"{start}(?P<app>[^/]+){path}"))
    for call, path in _PATHS.items()
    for api, start in _STARTS.items()
] + [(Call.QUEUES, Api.V1, re.compile(f"{_STARTS[Api.V1]}(?P<app>[^/]+)/queues"))]
"""Every address of the public campaign API that is documented, fixed addresses before those with an id."""

_QUERIES: Mapping[Call, Mapping[str, str]] = {
    Call.CREATE: {"campaignType": "voice"},
    Call.CONTACT_LISTS: {"type": "call"},
    Call.STATUS: {"view": "status"},
}
METHODS: Mapping[Call, tuple[str, ...]] = {
    Call.CREATE: ("POST",),
    Call.CONTACT_LISTS: ("POST", "GET"),  # documented as the one, shown as the other
    Call.CAMPAIGNS: ("POST",),
    Call.CAMPAIGN: ("GET",),
    Call.STATUS: ("POST",),
    Call.QUEUES: ("GET",),
}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What an address calls: by which version of the API, for which app, about which campaign."""

    call: Call
    api: Api
    app_id: str
    query: str
    campaign_id: str = ""


def find(target: str) -> Endpoint | None:
    """The address that ``target`` (path and query) is, or None where the platform does not have it."""
    path, _, query = target.partition("?")
    for call, api, pattern in _PATTERNS:
        if found := pattern.fullmatch(path):
            named = found.groupdict()
            return Endpoint(call, api, named["app"], query, unquote(named.get("campaign", "")))
    return None


def query_violations(address: Endpoint, account_id: str) -> list[str]:
    """Everything in the query that is not as documented: a key missing, unknown, twice or of another value."""
    wanted = _QUERIES.get(address.call, {})
    if address.api is Api.V2:
        wanted = {"accountId": account_id, **wanted}
    found = parse_qsl(address.query, keep_blank_values=True)
    keys = [key for key, _ in found]
    missing = [f"query: {key} is missing" for key in wanted if key not in keys]
    unknown = [f"query: {key[:60]} is no key of this address" for key in keys if key not in wanted]
    twice = [f"query: {key} must stand there once" for key in wanted if keys.count(key) > 1]
    wrong = [f"query: {key} must be {wanted[key]}" for key, value in found if value != wanted.get(key, value)]
    return missing + unknown + twice + wrong
