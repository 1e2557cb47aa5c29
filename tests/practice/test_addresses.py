import pytest

from tui.campaign.fields import Api
from tui.practice.addresses import Call, Endpoint, find, query_violations

V1 = "/agentassist/api/v1/public/st-1/campaign"
V2 = "/campaign/api/v2/public/st-1/campaign"


def test_the_two_addresses() -> None:
    assert find(f"{V1}?campaignType=voice") == Endpoint(Call.CREATE, Api.V1, "st-1", "campaignType=voice")
    assert find(V2) == Endpoint(Call.CREATE, Api.V2, "st-1", "")


@pytest.mark.parametrize("start", [V1, V2])
@pytest.mark.parametrize(
    ("rest", "call", "campaign_id"),
    [
        ("/contactList/getAllListDetails", Call.CONTACT_LISTS, ""),
        ("/getAllCampaignDetails", Call.CAMPAIGNS, ""),
        ("/cd-1", Call.CAMPAIGN, "cd-1"),
        ("/a%2Fb", Call.CAMPAIGN, "a/b"),
        ("/cd-1/status", Call.STATUS, "cd-1"),
    ],
)
def test_the_calls_that_change_nothing(start: str, rest: str, call: Call, campaign_id: str) -> None:
    found = find(f"{start}{rest}?x=y")
    assert found is not None
    assert (found.call, found.api, found.campaign_id) == (
        call,
        Api.V1 if start is V1 else Api.V2,
        campaign_id,
    )


def test_queues_have_one_address() -> None:
    found = find(V1.removesuffix("campaign") + "queues")
    assert found is not None
    assert found.call is Call.QUEUES


@pytest.mark.parametrize(
    "target",
    ["", "/", "*", V1 + "/", V1 + "s", "/" + V1, V1.upper(), V1.replace("v1", "v2"), V2.replace("v2", "v1"),
     V1.replace("st-1", ""), V1.replace("st-1", "a/b"), "http://127.0.0.1:1" + V1,
     V1[1:], V1 + "/a/status/b", V1 + "/a/b", V2.replace("campaign", "queues"),
     V2.removesuffix("campaign") + "queues", V1 + "/contactList/other"],
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
    assert query_violations(Endpoint(Call.CREATE, api, "st-1", query), "a1") == expected
