import re
from typing import Any

import pytest

from tests.practice.sending import SAMPLES, changed, sample
from tui.campaign.fields import Api
from tui.practice import answers
from tui.practice.answers import Reply, invalid
from tui.practice.campaigns import Campaigns

ANSWERED = sorted(path.name.removesuffix("_response.json") for path in SAMPLES.glob("v?_*_response.json"))


def created(sent: dict[str, Any], api: Api) -> Reply:
    return answers.created(Campaigns().create(sent, api))


def shape(value: Any) -> Any:
    """Keys and types, all the way down; lists by their first item."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(value[0])] if isinstance(value, list) else type(value)


@pytest.mark.parametrize("name", ANSWERED)
def test_the_answer_has_the_documented_shape(name: str) -> None:
    sent, documented = sample(f"{name}_request.json"), sample(f"{name}_response.json")
    answer = created(sent, Api(name[:2]))
    assert answer.status == 200
    assert shape(answer.body) == shape(documented)


def test_the_echo_of_v2() -> None:
    sent = sample("v2_agentless_request.json")
    data = created(sent, Api.V2).body["data"]
    assert data["lname"] == "feedback survey 2"
    assert data["status"] == "Preparing"
    assert data["enableMachineDetect"] is False
    assert data["isFiltersEnabled"] is False
    assert data["dncLists"].keys() == {"id", "name"}
    assert data["dialingStrategy"] == {**sent["dialingStrategy"], "useSystemMappings": False}
    assert data["experienceFlow"].startswith("cf-")
    assert re.fullmatch(r"cd-[0-9a-f]{7}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", data["id"])
    for time in ("createdAt", "updatedAt"):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", data[time])
    assert not {"queue_name", "schedule", "campaignType", "experienceFlowName"} & data.keys()
    assert (
        created(changed(sent, "enableMachineDetect", "detect"), Api.V2).body["data"]["enableMachineDetect"]
        == "detect"
    )


def test_a_preview_of_v1_is_answered_with_two_equal_ids() -> None:
    body = created(sample("v1_preview_request.json"), Api.V1).body
    assert body["id"] == body["data"]["campId"]
    assert body["message"] == "Campaign Bill reminder A creation in progress"


def test_a_preview_of_v2_is_echoed() -> None:
    sent = {**sample("v2_progressive_request.json"), "dialingMode": "Preview", "maxSkips": 1}
    assert created(sent, Api.V2).body["data"]["maxSkips"] == 1


def test_two_campaigns_have_two_ids() -> None:
    sent = sample("v1_progressive_request.json")
    assert created(sent, Api.V1).body["data"]["id"] != created(sent, Api.V1).body["data"]["id"]


def test_each_violation_is_an_error_of_its_own() -> None:
    answer = invalid(["a is missing", "b is missing"])
    assert answer.status == 412
    assert [error["msg"] for error in answer.body["errors"]] == [
        "Validation errors/ Invalid arguments: a is missing", "Validation errors/ Invalid arguments: b is missing",
    ]  # fmt: skip


def test_an_answer_does_not_grow_without_end() -> None:
    errors = invalid([f"k{number} is missing" for number in range(5000)]).body["errors"]
    assert len(errors) == 201
    assert errors[-1]["msg"].endswith(": and 4800 more")
