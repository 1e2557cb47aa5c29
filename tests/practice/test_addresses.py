import pytest

from tui.campaign.fields import Api
from tui.practice.addresses import Address, find, query_violations

V1 = "/agentassist/api/v1/public/st-1/campaign"
V2 = "/campaign/api/v2/public/st-1/campaign"


def test_the_two_addresses() -> None:
    assert find(f"{V1}?campaignType=voice") == Address(Api.V1, "st-1", "campaignType=voice")
    assert find(V2) == Address(Api.V2, "st-1", "")


@pytest.mark.parametrize(
    "target",
    ["", "/", "*", V1 + "/", V1 + "s", "/" + V1, V1.upper(), V1.replace("v1", "v2"), V2.replace("v2", "v1"),
     V1.replace("st-1", ""), V1.replace("st-1", "a/b"), "http://127.0.0.1:1" + V1,
     V1[1:], V1 + "/getAllCampaignDetails"],
)  # fmt: skip
def test_other_addresses(target: str) -> None:
    assert find(target) is None


@pytest.mark.parametrize(
    ("api", "query", "expected"),
    [
        (Api.V1, "campaignType=voice", []),
        (Api.V2, "accountId=a1&campaignType=voice", []),
        (Api.V2, "campaignType=voice&accountId=a1", []),
        (Api.V1, "", ["query: campaignType is missing"]),
        (Api.V1, "campaignType=sms", ["query: campaignType must be voice"]),
        (Api.V1, "campaignType=", ["query: campaignType must be voice"]),
        (Api.V1, "campaigntype=voice",
         ["query: campaignType is missing", "query: campaigntype is no key of this address"]),
        (Api.V1, "accountId=a1&campaignType=voice", ["query: accountId is no key of this address"]),
        (Api.V1, "campaignType=voice&campaignType=voice", ["query: campaignType must stand there once"]),
        (Api.V2, "campaignType=voice", ["query: accountId is missing"]),
        (Api.V2, "accountId=a2&campaignType=voice", ["query: accountId must be a1"]),
        (Api.V2, "campaignType=voice#x&accountId=a1", ["query: campaignType must be voice"]),
    ],
)  # fmt: skip
def test_the_query(api: Api, query: str, expected: list[str]) -> None:
    assert query_violations(Address(api, "st-1", query), "a1") == expected
