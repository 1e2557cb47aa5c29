"""What a file says wrongly beside the fields: it stops the campaign until it is given up, and is saved till then."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.checked import Checked
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.leftovers import found_in, give_up, standing
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import is_valid
from tui.campaign.serialize import unfinished
from tui.storage.draft_text import Content, decode, encode

GOOD = example(Mode.PREVIEW, Api.V1)


def changed(**new: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(GOOD)), **new}


def loaded(document: dict[str, Any]) -> tuple[Draft, Checked]:
    """The draft that the wizard makes of a file, and what ``check`` finds."""
    checked = parse_campaign(document)
    checked.draft.leftovers = found_in(checked)
    return checked.draft, checked


CASES = {
    "another type": (changed(campaignType="sms"), ["campaignType"]),
    "no type": (changed(campaignType=None), ["campaignType"]),
    "scheduling": (changed(schedule={"isSchedulingEnabled": True}), ["schedule.isSchedulingEnabled"]),
    "no scheduling": (changed(schedule={}), ["schedule.isSchedulingEnabled"]),
    "an unknown key": (changed(dailingMode="Preview"), ["dailingMode"]),
    "several": (changed(campaignType="sms", foo=1, bar={"a": []}), ["foo", "bar", "campaignType"]),
    "a number for a text": (changed(priority=5), ["priority"]),
    "a text for a number": (changed(maxSkips="1"), ["maxSkips"]),
    "a list that is none": (changed(contactLists="Buyers"), ["contactLists"]),
    "a number among the names": (changed(contactLists=["Buyers", 5]), ["contactLists[1]"]),
    "keys with dots and none": (
        changed(**{"a.b": 1, "x[0]": 2, "": 3, "schedule": {"isSchedulingEnabled": False, "a.b": None}}),
        ["a.b", "x[0]", "", "schedule.a.b"],
    ),
    "no key": ({key: value for key, value in GOOD.items() if key != "campaignType"}, ["campaignType"]),
    "a key of another mode": (changed(experienceFlowName="Flow"), ["experienceFlowName"]),
    "inside": (
        changed(dialingStrategy={**GOOD["dialingStrategy"], "maxRing": 3}), ["dialingStrategy.maxRing"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("document", "paths"), CASES.values(), ids=CASES)
def test_each_stops_the_campaign_until_it_is_given_up(document: dict[str, Any], paths: list[str]) -> None:
    draft, _ = loaded(document)
    assert [each.path for each in standing(draft, Api.V1)] == paths
    for path in paths:
        assert not is_valid(draft.problems(Api.V1))
        give_up(draft, path)
    assert is_valid(draft.problems(Api.V1))


@pytest.mark.parametrize(("document", "paths"), CASES.values(), ids=CASES)
def test_what_is_kept_is_saved_again_as_a_draft_and_as_a_file(
    document: dict[str, Any], paths: list[str]
) -> None:
    draft, _ = loaded(document)
    again = decode(encode(Content(draft=draft)).encode()).draft
    assert again == draft
    assert [each.path for each in standing(again, Api.V1)] == paths
    saved = parse_campaign(unfinished(draft, Api.V1))
    assert {each.field for each in saved.problems if each.is_error} == set(paths)


def test_changing_the_field_is_another_way() -> None:
    draft, _ = loaded(changed(priority=5))
    draft.priority = "4"
    assert is_valid(draft.problems(Api.V1))


@pytest.mark.parametrize(
    ("changes", "key", "typed"),
    [
        ({"contactLists": "Buyers"}, "contact_lists", ("Mine", "Yours")),
        ({"contactLists": ["Buyers", 5]}, "contact_lists", ("Mine",)),
        ({"dialingStrategy": []}, "retry", "77"),
        ({"dialingStrategy": {**GOOD["dialingStrategy"], "callerId": "+1"}}, "caller_id", "+15101234567"),
    ],
)
def test_what_is_typed_since_goes_before_what_the_file_had(
    changes: dict[str, Any], key: str, typed: object
) -> None:
    draft, _ = loaded(changed(**changes))
    setattr(draft, key, typed)
    assert not list(standing(draft, Api.V1))
    assert getattr(parse_campaign(unfinished(draft, Api.V1)).draft, key) == typed


@pytest.mark.parametrize("value", [None, 0, 5, "", "x", []])
def test_what_is_no_detection_is_saved_as_none(value: Any) -> None:
    document = {**json.loads(json.dumps(example(Mode.AGENTLESS, Api.V1))), "enableMachineDetect": value}
    draft, _ = loaded(document)
    assert not parse_campaign(unfinished(draft, Api.V1)).is_valid


def test_a_number_too_long_to_type_is_an_error_to_both() -> None:
    draft, checked = loaded(changed(maxSkips=10**18))
    assert not checked.is_valid
    assert not is_valid(draft.problems(Api.V1))


def test_a_do_not_call_list_is_not_lost_where_the_version_has_none() -> None:
    draft, checked = loaded(json.loads(json.dumps(example(Mode.PREVIEW, Api.V2))))
    assert is_valid(draft.problems(Api.V2))
    wrong = [each for each in draft.problems(Api.V1) if each.is_error]
    assert [(each.field, each.message) for each in wrong] == [
        ("dncLists.name", "DNC list belongs to v2, not to v1.")
    ]
    assert wrong[0].field in {each.field for each in parse_campaign(checked.document, Api.V1).problems}
    assert "dncLists" in unfinished(draft, Api.V1)
    give_up(draft, "dncLists.name")
    assert is_valid(draft.problems(Api.V1))


def test_a_mode_that_has_the_key_is_another_way() -> None:
    draft, _ = loaded(changed(experienceFlowName="Flow"))
    draft.mode = Mode.AGENTLESS
    assert not list(standing(draft, Api.V1))


def test_a_good_file_leaves_nothing() -> None:
    for mode in Mode:
        for api in Api:
            draft, checked = loaded(example(mode, api))
            assert (list(standing(draft, api)), checked.is_valid) == ([], True)


PATHS = [
    (), ("name",), ("contactLists",), ("priority",), ("maxSkips",), ("schedule",), ("campaignType",), ("queue_name",),
    ("dialingMode",), ("enableMachineDetect",), ("dialingStrategy",), ("dialingStrategy", "maxRingTime"),
    ("dialingStrategy", "callerId"), ("dialingStrategy", "callerId", "phoneNumber"), ("dialingStrategy", "x"),
    ("dialingStrategy", "callingHours"), ("dialingStrategy", "callingHours", "days"), ("new key",), ("dncLists",),
    ("dialingStrategy", "callingHours", "timezone"), ("dialingStrategy", "dialingOrder"), ("experienceFlowName",),
]  # fmt: skip
VALUES = st.sampled_from([
    None, True, False, 0, 5, "5", "", "x", [], {}, ["x"], {"a": 1}, "sms", "Preview", "Agentless", "WEEKLY", "FIFO",
    {"isSchedulingEnabled": True}, {"isSchedulingEnabled": False}, [{"day": "MO"}], {"phoneNumber": "+15101234567"},
])  # fmt: skip


@given(
    st.sampled_from(list(Mode)),
    st.sampled_from(list(Api)),
    st.lists(st.tuples(st.sampled_from(PATHS), VALUES), max_size=3),
)
def test_check_and_the_wizard_never_disagree(
    mode: Mode, api: Api, changes: list[tuple[tuple[str, ...], Any]]
) -> None:
    document = json.loads(json.dumps(example(mode, api)))
    for path, value in changes:
        inside = document
        for key in path[:-1]:
            inside = inside.get(key) if isinstance(inside, dict) else None
        if path and isinstance(inside, dict):
            inside[path[-1]] = json.loads(json.dumps(value))
    draft, checked = loaded(document)
    assert is_valid(draft.problems(checked.api)) is checked.is_valid
    if checked.is_valid:
        assert Checked(checked.api, tuple(draft.problems(checked.api)), draft).document == document
    decode(encode(Content(draft=draft, api=checked.api)).encode())
    unfinished(draft, checked.api)
