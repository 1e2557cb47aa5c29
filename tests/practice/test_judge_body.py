from typing import Any

import pytest

from tests.practice.sending import REQUESTS, changed, sample
from tui.campaign.fields import Api
from tui.practice.judge_body import violations

PROGRESSIVE = sample("v1_progressive_request.json")
PREVIEW = sample("v1_preview_request.json")
AGENTLESS = sample("v1_agentless_request.json")
AGENTLESS_V2 = sample("v2_agentless_request.json")
PROGRESSIVE_V2 = sample("v2_progressive_request.json")
STRATEGY = "dialingStrategy"


def test_the_samples_are_there() -> None:
    assert len(REQUESTS) == 5


@pytest.mark.parametrize("name", REQUESTS)
def test_every_documented_request_is_accepted(name: str) -> None:
    assert violations(sample(name), Api(name[:2])) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "x" * 48), ("name", "\N{GRINNING FACE}" * 48), ("description", "x" * 256),
        ("contactLists", ["Buyers Q2", "Renewals July"]), ("priority", "1"), ("schedule", ...),
        ("queue_name", "Queue1"), ("enableMachineDetect", True),
        (f"{STRATEGY}.callerId.phoneNumber", "sip:2001"), (f"{STRATEGY}.dialingOrder", "LIFO"),
        (f"{STRATEGY}.maxAttemptsPerRecord", 1), (f"{STRATEGY}.maxAttemptsPerRecord", 100),
        (f"{STRATEGY}.defaultRetryPeriod", 1), (f"{STRATEGY}.defaultRetryPeriod", 1440),
        (f"{STRATEGY}.maxRingTime", 5), (f"{STRATEGY}.maxRingTime", 120),
    ],
)  # fmt: skip
def test_what_the_limits_allow_is_accepted(path: str, value: Any) -> None:
    assert violations(changed(PROGRESSIVE, path, value), Api.V1) == []


@pytest.mark.parametrize("skips", [0, 1, 1000])
def test_skips_have_no_upper_end(skips: int) -> None:
    assert violations(changed(PREVIEW, "maxSkips", skips), Api.V1) == []


@pytest.mark.parametrize("detection", ["no", "detect", "disconnect"])
def test_detection_of_v2(detection: str) -> None:
    assert violations(changed(AGENTLESS_V2, "enableMachineDetect", detection), Api.V2) == []


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("name", ..., "name is missing"),
        ("name", "", "name must not be blank"),
        ("name", " \u3000", "name must not be blank"),
        ("name", "x" * 49, "name must have 1 to 48 characters, not 49"),
        ("name", 5, "name must be a string"),
        ("name", None, "name must be a string"),
        ("description", "x" * 257, "description must have 1 to 256 characters, not 257"),
        ("description", "", "description must not be blank"),
        ("contactLists", ..., "contactLists is missing"),
        ("contactLists", [], "contactLists must have at least 1 in it"),
        ("contactLists", "Buyers Q2", "contactLists must be a list"),
        ("contactLists", ["buyers q2"], "contactLists[0] names no contact list of this account"),
        ("contactLists[0]", 7, "contactLists[0] must be a string"),
        ("priority", 5, "priority must be 1 or 2 or 3 or 4 or 5, as a string"),
        ("priority", "6", "priority must be 1 or 2 or 3 or 4 or 5, as a string"),
        ("priority", "\u0665", "priority must be 1 or 2 or 3 or 4 or 5, as a string"),
        ("priority", ["5"], "priority must be 1 or 2 or 3 or 4 or 5, as a string"),
        ("campaignType", "sms", "campaignType must be voice, as a string"),
        ("campaignType", "Voice", "campaignType must be voice, as a string"),
        ("campaignType", ..., "campaignType is missing"),
        ("queue_name", ..., "queue_name is missing"),
        ("queue_name", "Sales", "queue_name names no queue of this account"),
        ("queue_name", 1, "queue_name must be a string"),
        ("enableMachineDetect", ..., "enableMachineDetect is missing"),
        ("enableMachineDetect", "no", "enableMachineDetect must be true or false"),
        ("enableMachineDetect", 0, "enableMachineDetect must be true or false"),
        ("schedule", {}, "schedule.isSchedulingEnabled is missing"),
        ("schedule", None, "schedule must be an object"),
        ("schedule.isSchedulingEnabled", True, "schedule.isSchedulingEnabled must be false"),
        ("schedule.isSchedulingEnabled", 0, "schedule.isSchedulingEnabled must be false"),
        ("schedule.at", "now", "schedule.at is no field of this object"),
        ("maxSkips", 1, "maxSkips is no field of Progressive campaigns under v1"),
        ("experienceFlowName", "Voice Survey Entry Flow",
         "experienceFlowName is no field of Progressive campaigns under v1"),
        ("dncLists", {"name": "DNC December"}, "dncLists is no field of Progressive campaigns under v1"),
        ("Name", "x", "Name is no field of Progressive campaigns under v1"),
        ("\x1b" + "k" * 99, 1, f"␛{'k' * 58}… is no field of Progressive campaigns under v1"),
        (STRATEGY, ..., "dialingStrategy is missing"),
        (STRATEGY, [], "dialingStrategy must be an object"),
        (f"{STRATEGY}.pacing", 2, "dialingStrategy.pacing is no field of this object"),
        (f"{STRATEGY}.callerId", "+1", "dialingStrategy.callerId must be an object"),
        (f"{STRATEGY}.callerId.phoneNumber", ..., "dialingStrategy.callerId.phoneNumber is missing"),
        (f"{STRATEGY}.callerId.phoneNumber", 1510, "dialingStrategy.callerId.phoneNumber must be a string"),
        (f"{STRATEGY}.callerId.phoneNumber", " ", "dialingStrategy.callerId.phoneNumber must not be blank"),
        (f"{STRATEGY}.callerId.name", "x", "dialingStrategy.callerId.name is no field of this object"),
        (f"{STRATEGY}.dialingOrder", "fifo", "dialingStrategy.dialingOrder must be FIFO or LIFO, as a string"),
        (f"{STRATEGY}.maxAttemptsPerRecord", 0, "dialingStrategy.maxAttemptsPerRecord must be 1 to 100 times"),
        (f"{STRATEGY}.maxAttemptsPerRecord", 101, "dialingStrategy.maxAttemptsPerRecord must be 1 to 100 times"),
        (f"{STRATEGY}.maxAttemptsPerRecord", True, "dialingStrategy.maxAttemptsPerRecord must be an integer"),
        (f"{STRATEGY}.defaultRetryPeriod", 0, "dialingStrategy.defaultRetryPeriod must be 1 to 1440 min"),
        (f"{STRATEGY}.defaultRetryPeriod", 1441, "dialingStrategy.defaultRetryPeriod must be 1 to 1440 min"),
        (f"{STRATEGY}.defaultRetryPeriod", 10.0, "dialingStrategy.defaultRetryPeriod must be an integer"),
        (f"{STRATEGY}.maxRingTime", 4, "dialingStrategy.maxRingTime must be 5 to 120 s"),
        (f"{STRATEGY}.maxRingTime", 121, "dialingStrategy.maxRingTime must be 5 to 120 s"),
        (f"{STRATEGY}.maxRingTime", "30", "dialingStrategy.maxRingTime must be an integer"),
        (f"{STRATEGY}.maxRingTime", ..., "dialingStrategy.maxRingTime is missing"),
    ],
)  # fmt: skip
def test_each_rule_by_itself(path: str, value: Any, expected: str) -> None:
    assert violations(changed(PROGRESSIVE, path, value), Api.V1) == [expected]


@pytest.mark.parametrize(
    ("body", "api", "path", "value", "expected"),
    [
        (PREVIEW, Api.V1, "maxSkips", ..., "maxSkips is missing"),
        (PREVIEW, Api.V1, "maxSkips", -1, "maxSkips must be 0 or more"),
        (PREVIEW, Api.V1, "maxSkips", "1", "maxSkips must be an integer"),
        (PREVIEW, Api.V1, "queue_name", ..., "queue_name is missing"),
        (AGENTLESS, Api.V1, "experienceFlowName", ..., "experienceFlowName is missing"),
        (AGENTLESS, Api.V1, "experienceFlowName", "x", "experienceFlowName names no voice flow of this account"),
        (AGENTLESS, Api.V1, "queue_name", "Queue1", "queue_name is no field of Agentless campaigns under v1"),
        (AGENTLESS_V2, Api.V2, "enableMachineDetect", False,
         "enableMachineDetect must be no or detect or disconnect, as a string"),
        (AGENTLESS_V2, Api.V2, "enableMachineDetect", "No",
         "enableMachineDetect must be no or detect or disconnect, as a string"),
        (AGENTLESS_V2, Api.V2, "enableMachineDetect", ..., "enableMachineDetect is missing"),
        (PROGRESSIVE_V2, Api.V2, "enableMachineDetect", "no",
         "enableMachineDetect is no field of Progressive campaigns under v2"),
        (PROGRESSIVE_V2, Api.V2, "dncLists", ..., "dncLists is missing"),
        (PROGRESSIVE_V2, Api.V2, "dncLists", ["DNC December"], "dncLists must be an object"),
        (PROGRESSIVE_V2, Api.V2, "dncLists", {}, "dncLists.name is missing"),
        (PROGRESSIVE_V2, Api.V2, "dncLists.name", "None", "dncLists.name names no DNC list of this account"),
        (PROGRESSIVE_V2, Api.V2, "dncLists.id", "cl-1", "dncLists.id is no field of this object"),
    ],
)  # fmt: skip
def test_each_rule_of_a_mode_or_version(
    body: dict[str, Any], api: Api, path: str, value: Any, expected: str
) -> None:
    assert violations(changed(body, path, value), api) == [expected]


@pytest.mark.parametrize("mode", [..., "progressive", "PREVIEW", None, ["Progressive"], {}, 3])
def test_without_a_mode_everything_else_is_judged_still(mode: Any) -> None:
    body = changed(changed(PREVIEW, "dialingMode", mode), "maxSkips", -1)
    expected = (
        "dialingMode is missing"
        if mode is ...
        else "dialingMode must be Progressive or Preview or Agentless, as a string"
    )
    assert sorted(violations(body, Api.V1)) == sorted([expected, "maxSkips must be 0 or more"])


def test_ten_mistakes_are_ten_violations() -> None:
    body = PROGRESSIVE
    for path, value in [
        ("name", ""), ("description", 1), ("contactLists", ["x"]), ("priority", 5), ("queue_name", "x"),
        ("extra", 1), ("enableMachineDetect", "no"), (f"{STRATEGY}.dialingOrder", "x"),
        (f"{STRATEGY}.maxRingTime", 1), (f"{STRATEGY}.callingHours.days[2].start", "9"),
    ]:  # fmt: skip
        body = changed(body, path, value)
    found = violations(body, Api.V1)
    assert len(found) == 10
    assert "dialingStrategy.callingHours.days[2].start must be a time such as 9:00 AM, as a string" in found


@pytest.mark.parametrize("body", [None, [], "voice", 5, [PROGRESSIVE]])
def test_only_an_object_is_a_campaign(body: Any) -> None:
    assert violations(body, Api.V1) == ["the body must be an object"]


def test_a_body_of_the_other_version_is_refused() -> None:
    assert violations(PROGRESSIVE_V2, Api.V1)
    assert violations(PROGRESSIVE, Api.V2)
