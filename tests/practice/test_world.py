"""What exists in the practice account: believable, the same for one seed, and accepted by its own judge."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.practice.sending import Client, sample
from tui.campaign import fields
from tui.campaign.fields import Api, Mode
from tui.practice.account import EXISTING
from tui.practice.judge_body import violations
from tui.practice.server import PracticePlatform
from tui.practice.world import ACTIVE, FEWEST_LISTS, USUAL_LISTS, PracticeSetup, World

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LISTS_V1 = "/agentassist/api/v1/public/st-practice/campaign/contactList/getAllListDetails?type=call"
QUEUES = "/agentassist/api/v1/public/st-practice/queues"
CAMPAIGNS_OF = {
    Api.V1: "/agentassist/api/v1/public/st-practice/campaign/getAllCampaignDetails",
    Api.V2: "/campaign/api/v2/public/st-practice/campaign/getAllCampaignDetails?accountId=practice-account",
}
ONE_V1 = "/agentassist/api/v1/public/st-practice/campaign/{}"


def world(**asked: Any) -> World:
    return World(PracticeSetup(**asked), NOW)


@pytest.mark.parametrize("seed", range(1, 30))
def test_every_account_has_lists_of_every_status_and_campaigns_of_every_mode(seed: int) -> None:
    found = world(seed=seed)
    kinds = Counter(each.status for each in found.lists)
    assert set(kinds) == {"Ready", "Validated", "Validating", "Invalid", "Corrupted"}
    assert len(found.lists) == len(found.list_names) == USUAL_LISTS
    assert any(each.people == 0 and each.status == "Ready" for each in found.lists)
    assert {each.own_time_zones for each in found.lists} == {True, False}
    assert (len(found.queues), len(found.flows), len(found.campaigns)) == (8, 6, 25)
    assert {each.sent["dialingMode"] for each in found.campaigns} == set(Mode)
    assert {"Ready", ACTIVE, "Paused", "Stopped", "Completed"} <= {each.status for each in found.campaigns}
    assert all(each.changed < NOW for each in found.lists)


@pytest.mark.parametrize("seed", range(1, 10))
def test_its_campaigns_break_no_rule_of_its_own(seed: int) -> None:
    found = world(seed=seed)
    for each in found.campaigns:
        assert violations(each.sent, Api.V2, found.names) == []
    created = [each.created for each in found.campaigns]
    assert created == sorted(created, reverse=True)
    assert created[0] < NOW - timedelta(hours=1)
    running = [
        name for each in found.campaigns if each.status == ACTIVE for name in each.sent["contactLists"]
    ]
    assert running
    assert len(set(running)) == len(running)
    assert not set(running) & set(EXISTING.contact_lists)


def test_one_seed_is_one_account_and_another_is_another() -> None:
    assert world().lists == world().lists
    assert world().campaigns == world().campaigns
    assert {each.name for each in world().lists} != {each.name for each in world(seed=2).lists}
    for seed in (1, 2):
        assert [each.name for each in world(seed=seed).lists[:FEWEST_LISTS]] == list(EXISTING.contact_lists)


@pytest.mark.parametrize("count", [FEWEST_LISTS, 7, 10_000])
def test_as_many_lists_as_are_asked_for_each_of_its_own_name(count: int) -> None:
    found = world(lists=count)
    assert len(found.lists) == len(found.list_names) == count
    assert all(each.sent["contactLists"] for each in found.campaigns)


def test_nothing_is_made_before_it_is_asked_for(platform: PracticePlatform) -> None:
    """The wizard starts with it, and its start is measured."""
    made = vars(platform._world)
    platform.existing(fields.QUEUE.key)
    assert not {"lists", "list_names", "campaigns", "in_use_by"} & made.keys()
    platform.existing(fields.LISTS.key)
    assert {"lists", "list_names"} <= made.keys()


def test_what_it_has_can_be_named_in_a_campaign(client: Client, platform: PracticePlatform) -> None:
    body = sample("v1_progressive_request.json")
    names = platform.existing(fields.LISTS.key)
    assert len(names) == USUAL_LISTS
    body["contactLists"] = sorted(names)[:10]
    for queue in platform.existing(fields.QUEUE.key):
        assert client.send(body=body | {"queue_name": queue}).status == 200
    assert client.send(body=body | {"queue_name": "None such"}).status == 412
    assert platform.existing(fields.NAME.key) == ()


def test_lists_say_what_uses_them_and_what_is_running(client: Client) -> None:
    lists = client.send(LISTS_V1, {}).body["data"]
    used = {each["name"]: each for each in lists if each["campaignInUse"]}
    assert {each["isListInUse"] for each in used.values()} == {True, False}
    rows = client.send(CAMPAIGNS_OF[Api.V1], {"type": "voice"}).body["data"]["results"]
    for row in rows:
        for name in row["contactLists"]:
            assert {"name": row["name"], "id": row["_id"]} in used[name]["campaignInUse"]
            assert used[name]["isListInUse"] >= (row["status"] == ACTIVE)


@pytest.mark.parametrize("api", list(Api))
def test_rows_have_do_not_call_lists_where_the_version_has_a_field_for_them(client: Client, api: Api) -> None:
    rows = client.send(CAMPAIGNS_OF[api], {"type": "voice"}).body["data"]["results"]
    assert len(rows) == 25
    assert all(("dncLists" in row) is (api is Api.V2) for row in rows)
    assert all(row["connection"] for row in rows)


def test_a_campaign_of_before_is_read_with_its_caller_id(client: Client) -> None:
    row = client.send(CAMPAIGNS_OF[Api.V1], {"type": "voice"}).body["data"]["results"][0]
    data = client.send(ONE_V1.format(row["_id"]), method="GET").body["data"]
    assert data["name"] == row["name"]
    assert data["status"] == row["status"]
    assert data["dialingStrategy"]["callerId"]["phoneNumber"]
    assert not {"queue_name", "experienceFlowName", "dncLists"} & data.keys()


def test_queues_without_the_scope_configuration() -> None:
    with PracticePlatform(setup=PracticeSetup(has_configuration=False)) as platform:
        client = Client.of(platform)
        refused = client.send(QUEUES, b"", method="GET")
        assert (refused.status, refused.texts) == (401, ["Permission denied. Scope is incorrect!"])
        assert client.send(LISTS_V1, {}).status == 200
        assert client.send().status == 200


def test_queues_with_it(client: Client) -> None:
    names = [each["name"] for each in client.send(QUEUES, b"", method="GET").body["results"]]
    assert names == list(World.queues)
