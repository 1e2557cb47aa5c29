"""What was sent beside what came back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kore.response_diff import Compared, Match, campaign_in, compare, differences, in_words

SAMPLES = Path(__file__).parent.parent / "samples"
RENAMED_OR_LEFT_OUT = {"queue_name", "experienceFlowName", "schedule.isSchedulingEnabled", "campaignType"}


def sample(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.json").read_text())


def by_path(found: tuple[Compared, ...]) -> dict[str, Match]:
    return {each.path: each.match for each in found}


CALLER_ID = "dialingStrategy.callerId.phoneNumber"


@pytest.mark.parametrize(
    ("name", "different"),
    [
        ("v1_agentless", {CALLER_ID}),
        ("v1_progressive", set()),
        ("v2_agentless", set()),
        ("v2_progressive", set()),
    ],
)
def test_documented_answers_contradict_one_caller_id(name: str, different: set[str]) -> None:
    """The documentation's own Agentless answer names another number than its request."""
    sent = sample(f"{name}_request")
    found = by_path(compare(sent, campaign_in(sample(f"{name}_response"))))
    assert {path for path, match in found.items() if match is Match.DIFFERENT} == different
    left_out = {path for path, match in found.items() if match is Match.NOT_ECHOED}
    assert left_out == RENAMED_OR_LEFT_OUT & set(found)
    assert found["dialingStrategy.callingHours.days"] is Match.SAME


def test_the_tiny_answer_to_a_preview_echoes_nothing() -> None:
    found = compare(sample("v1_preview_request"), campaign_in(sample("v1_preview_response")))
    assert {each.match for each in found} == {Match.NOT_ECHOED}
    assert not differences(found)
    assert in_words(found) == f"Sent and come back, field by field: {len(found)} not echoed."


def test_one_campaign_read_back_contradicts_nothing() -> None:
    sent = sample("v2_agentless_request")
    assert not differences(compare(sent, campaign_in(sample("reads/v2_get_voice_response"))))


def test_another_campaign_is_told_apart() -> None:
    sent = sample("v1_agentless_request")
    found = differences(compare(sent, campaign_in(sample("reads/v1_get_voice_response"))))
    assert {each.path for each in found} == {
        "name",
        "contactLists",
        CALLER_ID,
    }


HOURS = "dialingStrategy.callingHours.days"
NINE = {"day": "MO", "start": "9:00 AM", "end": "6:00 PM"}
TEN = {"day": "TU", "start": "10:00 AM", "end": "6:00 PM"}


@pytest.mark.parametrize(
    ("path", "sent", "came", "match"),
    [
        ("priority", "5", "5", Match.SAME),
        ("priority", "5", 5, Match.SAME),
        ("priority", "5", "4", Match.DIFFERENT),
        ("maxSkips", 3, 3.0, Match.SAME),
        ("maxSkips", 3, "3", Match.SAME),
        ("maxSkips", 1, True, Match.DIFFERENT),
        ("maxSkips", 3, None, Match.DIFFERENT),
        ("maxSkips", 3, [], Match.DIFFERENT),
        ("name", "June", "june", Match.DIFFERENT),
        ("contactLists", ["A", "B"], ["B", "A"], Match.SAME),
        ("contactLists", ["A", "B"], ["A"], Match.DIFFERENT),
        ("contactLists", ["A"], "A", Match.DIFFERENT),
        ("enableMachineDetect", False, False, Match.SAME),
        ("enableMachineDetect", False, True, Match.DIFFERENT),
        ("enableMachineDetect", "no", False, Match.SAME),
        ("enableMachineDetect", "no", True, Match.DIFFERENT),
        ("enableMachineDetect", "no", "no", Match.SAME),
        ("enableMachineDetect", "detect", True, Match.NOT_ECHOED),
        ("enableMachineDetect", "disconnect", False, Match.DIFFERENT),
        ("enableMachineDetect", "disconnect", "detect", Match.DIFFERENT),
        (HOURS, [NINE, TEN], [TEN, NINE], Match.SAME),
        (HOURS, [NINE], [{**NINE, "start": "09:00 AM"}], Match.SAME),
        (HOURS, [NINE], [{**NINE, "id": "w-1"}], Match.SAME),
        (HOURS, [NINE], [{**NINE, "start": "9:00 PM"}], Match.DIFFERENT),
        (HOURS, [NINE, TEN], [NINE], Match.DIFFERENT),
        (HOURS, [NINE], "all week", Match.DIFFERENT),
        (HOURS, [NINE], [7], Match.DIFFERENT),
    ],
)
def test_values_are_compared_and_not_text(path: str, sent: Any, came: Any, match: Match) -> None:
    def nested(value: Any) -> dict[str, Any]:
        for key in reversed(path.split(".")):
            value = {key: value}
        return value

    (found,) = compare(nested(sent), nested(came))
    assert (found.path, found.match) == (path, match)


def test_what_differs_is_named() -> None:
    def week(*windows: dict[str, str]) -> dict[str, Any]:
        return {"dialingStrategy": {"callingHours": {"days": [*windows]}}}

    (found,) = compare(week(NINE, TEN), week(NINE, {**TEN, "start": "10:00 PM"}))
    assert (found.title, found.sent, found.came) == ("Calling hours", "TU 10:00-18:00", "TU 22:00-18:00")
    (found,) = compare({"name": "June"}, {"name": "July"})
    assert (found.title, found.sent, found.came) == ("Name", "June", "July")


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=10,
)


@given(st.sampled_from(["name", "contactLists", "dialingStrategy", "enableMachineDetect"]), _JSON)
def test_nothing_that_comes_back_breaks_it(key: str, came: Any) -> None:
    found = compare(sample("v2_agentless_request"), campaign_in({"data": {key: came}}))
    for each in found:
        assert each.sent.isprintable()
        assert each.came.isprintable()


@given(_JSON)
def test_the_same_is_the_same(value: Any) -> None:
    assert not [each for each in compare({"x": value}, {"x": value}) if each.match is not Match.SAME]


@pytest.mark.parametrize("answer", [None, 7, "x", [], {"data": 7}, {}])
def test_what_is_no_campaign_has_no_fields(answer: Any) -> None:
    found = compare(sample("v1_preview_request"), campaign_in(answer))
    assert {each.match for each in found} == {Match.NOT_ECHOED}
