"""A campaign that the platform gives back becomes a draft; what it leaves out stays empty and is named."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.draft import Draft
from tui.campaign.fields import VOICE, Api, Mode
from tui.campaign.given_back import begin_from
from tui.campaign.model import example
from tui.campaign.origin import differences, in_words, to_fill

READS = Path(__file__).parents[1] / "samples" / "reads"
DROPPED = {"queue_name", "schedule", "campaignType", "experienceFlowName"}


def sample(api: Api) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((READS / f"{api}_get_voice_response.json").read_text())["data"]
    return found


def answered(mode: Mode, api: Api) -> dict[str, Any]:
    """What was created, as it is answered."""
    return {key: value for key, value in example(mode, api).items() if key not in DROPPED} | {"_id": "cd-1"}


def test_the_sample_of_v2() -> None:
    draft, origin = begin_from(sample(Api.V2), Api.V2)
    assert (draft.name, origin.name) == ("", "Feedback survey 2")
    assert (draft.mode, draft.dnc_list, draft.contact_lists) == (
        "Agentless", "DNC December", ("Buyers December",),
    )  # fmt: skip
    assert (draft.text_of_week, draft.zone, draft.ring) == ("Mo-Fr 09:00-18:00", "Asia/Kolkata", "30")
    assert (draft.flow, draft.detection, draft.leftovers) == ("", "", [])
    assert to_fill(origin) == (
        "The platform does not give back Voice flow, Machine detection, its schedule: fill in what is empty."
    )


def test_the_sample_of_v1_has_hardly_anything() -> None:
    draft, origin = begin_from(sample(Api.V1), Api.V1)
    assert (draft.mode, draft.description, draft.order, draft.attempts) == ("", "", "", "")
    assert draft.contact_lists == ("Renewals May/June",)
    assert "Dialing mode" in to_fill(origin)
    wrong = [each.field for each in draft.problems(Api.V1) if each.is_error]
    assert {"dialingMode", "dialingStrategy.maxAttemptsPerRecord"} <= {*wrong}


@pytest.mark.parametrize(("mode", "api"), [(mode, api) for mode in Mode for api in Api])
def test_all_that_came_back_is_there_and_nothing_is_made_up(mode: Mode, api: Api) -> None:
    draft, origin = begin_from(answered(mode, api), api)
    gone = {"queue"} if mode is not Mode.AGENTLESS else {"flow"}
    assert {*origin.unknown} == gone
    draft.name, draft.queue, draft.flow = "Another", "Default Queue", "Voice Survey Entry Flow"
    assert [each for each in draft.problems(api) if each.is_error] == []


def test_the_row_of_the_list_names_the_queue_or_the_flow() -> None:
    draft, origin = begin_from(answered(Mode.PREVIEW, Api.V1), Api.V1, "Queue 7")
    assert (draft.queue, draft.flow, origin.unknown) == ("Queue 7", "", ())
    draft, _ = begin_from(answered(Mode.AGENTLESS, Api.V1), Api.V1, "Flow 7")
    assert (draft.queue, draft.flow) == ("", "Flow 7")


@pytest.mark.parametrize(
    ("came", "is_known"),
    [(False, True), (True, False), ("disconnect", True), (None, False), (5, False)],
)
def test_detection_that_says_two_things_says_neither(came: Any, is_known: bool) -> None:
    data = answered(Mode.AGENTLESS, Api.V2) | {"enableMachineDetect": came}
    draft, origin = begin_from(data, Api.V2)
    assert ("detection" not in origin.unknown) is is_known
    assert bool(draft.detection) is is_known


def test_no_list_of_v2_is_made_up_of_a_campaign_of_v1() -> None:
    draft, _ = begin_from(answered(Mode.PROGRESSIVE, Api.V1), Api.V1)
    assert draft.dnc_list == ""


def test_what_was_changed_and_filled_in_is_told_on_the_review() -> None:
    draft, origin = begin_from(answered(Mode.PROGRESSIVE, Api.V1), Api.V1)
    name = origin.name
    draft.name, draft.queue, draft.attempts = "Another\x1b", "Default Queue", "5"
    draft.type_hours("Mo-Fr 09:00-12:00")
    assert in_words(origin, draft, Api.V1) == [
        f"You started from the campaign {name}. What differs:",
        f"Name: Another␛, was {name}.",
        "Queue: Default Queue, not known of where you started.",
        "Attempts: 5, was 3.",
        "Calling hours: Mo-Fr 09:00-12:00, was Mo-Fr 09:00-18:00.",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([part for field in VOICE.fields for part in field.path.split(".")])


@given(
    st.dictionaries(KEYS, JSON | st.dictionaries(KEYS, JSON | st.dictionaries(KEYS, JSON))),
    st.sampled_from(Api),
)
def test_anything_that_comes_back_is_a_draft(data: dict[str, Any], api: Api) -> None:
    draft, origin = begin_from(data, api)
    assert draft.leftovers == []
    assert draft.name == ""
    for field in VOICE.applying(draft.mode, api):
        if field.key in origin.unknown:
            assert getattr(draft, field.key, "") in {"", ()}
    draft.problems(api)
    assert all(each.isprintable() for each in differences(origin, draft, api))
    assert isinstance(origin.draft, Draft)
