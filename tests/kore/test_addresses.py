import json
from dataclasses import replace

import pytest

from tui.campaign.fields import Api
from tui.kore import addresses
from tui.kore.connection import Connection, Host


def test_creates_go_where_the_documentation_says(connection: Connection) -> None:
    assert addresses.create_url(connection) == (
        "https://platform.kore.ai/agentassist/api/v1/public/st-1/campaign?campaignType=voice"
    )
    assert addresses.create_url(replace(connection, api=Api.V2)) == (
        "https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice"
    )


def test_ids_and_ports_stay_what_they_are(connection: Connection) -> None:
    odd = replace(connection, app_id="../a?b&c", host=Host.read("http://[::1]:8080"))
    assert addresses.create_url(odd) == (
        "http://[::1]:8080/agentassist/api/v1/public/..%2Fa%3Fb%26c/campaign?campaignType=voice"
    )


def test_the_token_is_sent_as_it_is(connection: Connection) -> None:
    sent = addresses.headers(connection, "a.b.c")
    assert (sent["auth"], sent["iid"], sent["accountId"]) == ("a.b.c", "st-1", "acc-1")
    assert sent["Content-Type"] == "application/json"


def test_the_body_is_the_same_values_in_ascii() -> None:
    document = {"name": "Rappel d'été 🎉", "lone": "\ud800", "priority": "5", "n": [1, True, None]}
    sent = addresses.body(document)
    assert sent.isascii()
    assert json.loads(sent) == document
    with pytest.raises(ValueError, match="JSON"):
        addresses.body({"n": float("inf")})
