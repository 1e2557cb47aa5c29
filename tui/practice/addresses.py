"""Which address a request went to, and what its query must say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from tui.campaign.fields import Api

_CREATE = {
    Api.V1: re.compile(r"/agentassist/api/v1/public/([^/]+)/campaign"),
    Api.V2: re.compile(r"/campaign/api/v2/public/([^/]+)/campaign"),
}
"""Create Campaign API v1 and v2 (documented)."""


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a create: by which version of the API, for which app, with which query."""

    api: Api
    app_id: str
    query: str


def find(target: str) -> Address | None:
    """The address that ``target`` (path and query) is, or None where the platform has no such one."""
    path, _, query = target.partition("?")
    for api, pattern in _CREATE.items():
        if found := pattern.fullmatch(path):
            return Address(api, found[1], query)
    return None


def query_violations(address: Address, account_id: str) -> list[str]:
    """Everything in the query that is not as documented: a key missing, unknown, twice or of another value."""
    wanted: Mapping[str, str] = {"campaignType": "voice"}
    if address.api is Api.V2:
        wanted = {"accountId": account_id, **wanted}
    found = parse_qsl(address.query, keep_blank_values=True)
    keys = [key for key, _ in found]
    missing = [f"query: {key} is missing" for key in wanted if key not in keys]
    unknown = [f"query: {key[:60]} is no key of this address" for key in keys if key not in wanted]
    twice = [f"query: {key} must stand there once" for key in wanted if keys.count(key) > 1]
    wrong = [f"query: {key} must be {wanted[key]}" for key, value in found if value != wanted.get(key, value)]
    return missing + unknown + twice + wrong
