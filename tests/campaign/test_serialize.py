"""The platform's JSON, out and in."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.draft import Draft
from tui.campaign.fields import FIELDS, Api, Mode, for_path
from tui.campaign.hours import DAY_MINUTES, Week
from tui.campaign.model import MODELS, campaign_of, example
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import Severity, is_valid
from tui.campaign.serialize import infer_api, unfinished, with_gaps

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*_request.json"))


def sample(name: str) -> dict[str, Any]:
    path = next(path for path in SAMPLES if path.name.startswith(name))
    loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_comes_out_again_equal(path: Path) -> None:
    document = json.loads(path.read_text())
    found = parse_campaign(document)
    assert found.is_valid, found.problems
    assert found.api == path.name[:2]
    assert campaign_of(found.draft, found.api).document == document
    assert unfinished(found.draft, found.api) == document


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("api", Api)
def test_every_example_is_without_a_problem(mode: Mode, api: Api) -> None:
    document = example(mode, api)
    assert infer_api(document) is api
    assert parse_campaign(document).problems == ()
    assert isinstance(campaign_of(parse_campaign(document).draft, api), MODELS["voice", mode])


def put(document: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(document)
    at: Any = changed
    *parents, last = path.replace("[", ".[").split(".")
    for key in parents:
        at = at[int(key[1:-1])] if key.startswith("[") else at[key]
    if last.startswith("["):
        at[int(last[1:-1])] = value
    elif value is None:
        del at[last]
    else:
        at[last] = value
    return changed


PROGRESSIVE = sample("v1_progressive")
AGENTLESS_2 = sample("v2_agentless")
DAYS = "dialingStrategy.callingHours.days"


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("name", "", "name"),
        ("name", "   ", "name"),
        ("name", "x" * 49, "name"),
        ("name", 7, "name"),
        ("name", "\ud800", "name"),
        ("description", "x" * 257, "description"),
        ("description", None, "description"),
        ("priority", 5, "priority"),
        ("priority", "6", "priority"),
        ("priority", "٥", "priority"),
        ("dialingMode", "progressive", "dialingMode"),
        ("dialingMode", 3, "dialingMode"),
        ("contactLists", [], "contactLists"),
        ("contactLists", "Buyers Q2", "contactLists"),
        ("contactLists", ["a", 5], "contactLists[1]"),
        ("contactLists", ["a", " "], "contactLists[1]"),
        ("queue_name", None, "queue_name"),
        ("queue_name", "", "queue_name"),
        ("experienceFlowName", "A flow", "experienceFlowName"),
        ("maxSkips", 1, "maxSkips"),
        ("dncLists", {"name": "x"}, "dncLists.name"),
        ("enableMachineDetect", "no", "enableMachineDetect"),
        ("enableMachineDetect", None, "enableMachineDetect"),
        ("campaignType", "sms", "campaignType"),
        ("campaignType", "Voice", "campaignType"),
        ("campaignType", None, "campaignType"),
        ("schedule.isSchedulingEnabled", True, "schedule.isSchedulingEnabled"),
        ("schedule.isSchedulingEnabled", 0, "schedule.isSchedulingEnabled"),
        ("schedule.isSchedulingEnabled", "", "schedule.isSchedulingEnabled"),
        ("schedule.isSchedulingEnabled", "false", "schedule.isSchedulingEnabled"),
        ("schedule", {}, "schedule.isSchedulingEnabled"),
        ("schedule", {"isSchedulingEnabled": None}, "schedule.isSchedulingEnabled"),
        ("schedule", "no", "schedule"),
        ("descripton", "x", "descripton"),
        ("dialingStrategy", [], "dialingStrategy"),
        ("dialingStrategy.retries", 1, "dialingStrategy.retries"),
        ("dialingStrategy.callerId.phoneNumber", 15101234567, "dialingStrategy.callerId.phoneNumber"),
        ("dialingStrategy.callerId", None, "dialingStrategy.callerId.phoneNumber"),
        ("dialingStrategy.dialingOrder", "fifo", "dialingStrategy.dialingOrder"),
        ("dialingStrategy.maxAttemptsPerRecord", True, "dialingStrategy.maxAttemptsPerRecord"),
        ("dialingStrategy.maxAttemptsPerRecord", False, "dialingStrategy.maxAttemptsPerRecord"),
        ("dialingStrategy.defaultRetryPeriod", True, "dialingStrategy.defaultRetryPeriod"),
        ("dialingStrategy.maxAttemptsPerRecord", 0, "dialingStrategy.maxAttemptsPerRecord"),
        ("dialingStrategy.maxAttemptsPerRecord", 101, "dialingStrategy.maxAttemptsPerRecord"),
        ("dialingStrategy.defaultRetryPeriod", 1441, "dialingStrategy.defaultRetryPeriod"),
        ("dialingStrategy.maxRingTime", "30", "dialingStrategy.maxRingTime"),
        ("dialingStrategy.maxRingTime", 30.0, "dialingStrategy.maxRingTime"),
        ("dialingStrategy.maxRingTime", True, "dialingStrategy.maxRingTime"),
        ("dialingStrategy.maxRingTime", 4, "dialingStrategy.maxRingTime"),
        ("dialingStrategy.callingHours.timezone", "EST", "dialingStrategy.callingHours.timezone"),
        ("dialingStrategy.callingHours.timezone", "Etc/GMT-5", "dialingStrategy.callingHours.timezone"),
        ("dialingStrategy.callingHours.timezone", "UTC+5", "dialingStrategy.callingHours.timezone"),
        ("dialingStrategy.callingHours.frequency", "weekly", "dialingStrategy.callingHours.frequency"),
        (DAYS, [], DAYS),
        (DAYS, {}, DAYS),
        (f"{DAYS}[2]", "MO", f"{DAYS}[2]"),
        (f"{DAYS}[2].day", "We", f"{DAYS}[2].day"),
        (f"{DAYS}[2].start", "9:00", f"{DAYS}[2].start"),
        (f"{DAYS}[2].start", "13:00 PM", f"{DAYS}[2].start"),
        (f"{DAYS}[2].start", "010:00 AM", f"{DAYS}[2].start"),
        (f"{DAYS}[2].start", "009:00 AM", f"{DAYS}[2].start"),
        (f"{DAYS}[2].end", "010:00 PM", f"{DAYS}[2].end"),
        (f"{DAYS}[2].start", "9:00  AM", f"{DAYS}[2].start"),
        (f"{DAYS}[2].start", "9:00 am", f"{DAYS}[2].start"),
        (f"{DAYS}[2].start", None, f"{DAYS}[2].start"),
        (f"{DAYS}[2].start", "7:00 PM", f"{DAYS}[2].end"),
        (f"{DAYS}[2].end", "9:00 AM", f"{DAYS}[2].end"),
        (f"{DAYS}[2].end", "12:00 AM", f"{DAYS}[2].end"),
        (f"{DAYS}[2].until", "9:00 AM", f"{DAYS}[2].until"),
        (f"{DAYS}[2].day", "TU", f"{DAYS}[2].start"),
    ],
)
def test_each_error_is_named_with_its_place(path: str, value: Any, where: str) -> None:
    problems = [
        problem
        for problem in parse_campaign(put(PROGRESSIVE, path, value), Api.V1).problems
        if problem.is_error
    ]
    assert where in [problem.field for problem in problems]
    assert all(problem.message.endswith((".", "?")) for problem in problems)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("contactLists", [f"List {n}" for n in range(11)], "contactLists"),
        ("contactLists", ["a", "a"], "contactLists[1]"),
        ("dialingStrategy.callerId.phoneNumber", "sip:1234", "dialingStrategy.callerId.phoneNumber"),
        ("dialingStrategy.callerId.phoneNumber", "+1 510 123", "dialingStrategy.callerId.phoneNumber"),
        ("enableMachineDetect", True, "enableMachineDetect"),
        ("schedule", None, "schedule"),
        (f"{DAYS}[2].start", "09:00 AM", f"{DAYS}[2].start"),
        ("dialingStrategy.callingHours.frequency", "DAILY", DAYS),
        ("name", "😀" * 30, "name"),
        ("description", "😀" * 200, "description"),
    ],
)
def test_a_warning_stops_nothing_and_repairs_nothing(path: str, value: Any, where: str) -> None:
    document = put(PROGRESSIVE, path, value)
    found = parse_campaign(document)
    assert [(problem.field, problem.severity) for problem in found.problems] == [(where, Severity.WARNING)]
    assert found.is_valid
    if value != "09:00 AM":
        assert campaign_of(found.draft, Api.V1).document == document


def test_windows_that_touch_are_a_warning() -> None:
    days = [
        {"day": "MO", "start": "9:00 AM", "end": "1:00 PM"},
        {"day": "MO", "start": "1:00 PM", "end": "6:00 PM"},
    ]
    problems = parse_campaign(put(PROGRESSIVE, DAYS, days)).problems
    assert [(problem.field, problem.severity) for problem in problems] == [
        (f"{DAYS}[1].start", Severity.WARNING)
    ]


def test_a_window_inside_an_earlier_one_is_found_past_another() -> None:
    days = [
        {"day": "MO", "start": "9:00 AM", "end": "6:00 PM"},
        {"day": "MO", "start": "10:00 AM", "end": "11:00 AM"},
        {"day": "MO", "start": "5:00 PM", "end": "7:00 PM"},
    ]
    problems = parse_campaign(put(PROGRESSIVE, DAYS, days)).problems
    assert [problem.field for problem in problems if problem.is_error] == [
        f"{DAYS}[1].start",
        f"{DAYS}[2].start",
    ]


def test_v2_detection_belongs_to_agentless_alone() -> None:
    progressive = sample("v2_progressive") | {"enableMachineDetect": "no"}
    assert [problem.field for problem in parse_campaign(progressive).problems if problem.is_error] == [
        "enableMachineDetect"
    ]
    for value, is_right in [
        ("no", True),
        ("detect", True),
        ("disconnect", True),
        (False, False),
        ("off", False),
    ]:
        assert parse_campaign(AGENTLESS_2 | {"enableMachineDetect": value}).is_valid is is_right


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    problems = parse_campaign(PROGRESSIVE | {"queueName": "x"}).problems
    assert "'queueName' is no key of a campaign; the nearest is queue_name." in [
        each.message for each in problems
    ]


def test_all_of_ten_mistakes_at_once() -> None:
    wrong = copy.deepcopy(PROGRESSIVE)
    wrong |= {"name": "", "priority": 5, "colour": "red", "campaignType": "sms", "contactLists": []}
    del wrong["queue_name"]
    strategy = wrong["dialingStrategy"]
    strategy |= {"maxRingTime": "30", "dialingOrder": "fifo"}
    strategy["callingHours"]["timezone"] = "EST"
    strategy["callingHours"]["days"][3]["end"] = "12:00 AM"
    assert {problem.field for problem in parse_campaign(wrong).problems if problem.is_error} == {
        "name", "priority", "colour", "campaignType", "contactLists", "queue_name", "dialingStrategy.maxRingTime",
        "dialingStrategy.dialingOrder", "dialingStrategy.callingHours.timezone", f"{DAYS}[3].end",
    }  # fmt: skip


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
paths = [field.path for field in FIELDS] + ["schedule", "dialingStrategy", f"{DAYS}[1]", f"{DAYS}[1].start"]


@given(st.sampled_from([PROGRESSIVE, AGENTLESS_2]), st.sampled_from(paths), json_values)
def test_no_value_anywhere_breaks_the_reader(document: dict[str, Any], path: str, value: Any) -> None:
    if path.partition(".")[0] not in document:
        return
    found = parse_campaign(put(document, path, "x" if value is None else value))
    assert all(isinstance(problem.message, str) for problem in found.problems)
    if found.is_valid:
        campaign_of(found.draft, found.api)
    again = parse_campaign(unfinished(found.draft, found.api), found.api)
    assert again.draft.problems(found.api) == found.draft.problems(found.api)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
drafts = st.builds(
    Draft,
    name=texts, description=texts, priority=st.sampled_from(["", "1", "5", "9"]),
    mode=st.sampled_from(["", *Mode, "Other"]), contact_lists=st.lists(texts, max_size=3).map(tuple),
    queue=texts, flow=texts, caller_id=st.sampled_from(["", "+15101234567", "x"]),
    attempts=st.sampled_from(["", "0", "3", "x", "1e3"]), skips=st.sampled_from(["", "0", "2"]),
    zone=st.sampled_from(["", "Asia/Kolkata", "EST"]), frequency=st.sampled_from(["WEEKLY", "DAILY", "x"]),
    detection=st.sampled_from(["no", "detect", "disconnect"]),
)  # fmt: skip


@given(drafts, st.sampled_from(Api), st.integers(0, 2**DAY_MINUTES - 1))
def test_a_draft_without_errors_is_a_campaign_and_its_file_has_none(draft: Draft, api: Api, day: int) -> None:
    draft.week = Week((day, 0, 0, 0, 0, 0, 0))
    problems = draft.problems(api)
    assert all(for_path(problem.field) for problem in problems)
    if is_valid(problems):
        document = campaign_of(draft, api).document
        assert parse_campaign(document, api).is_valid
    else:
        with pytest.raises(ValueError, match="errors"):
            campaign_of(draft, api)


def test_a_progressive_without_a_queue_can_not_be_built() -> None:
    values = campaign_of(parse_campaign(PROGRESSIVE).draft, Api.V1).model_dump()
    del values["queue"]
    with pytest.raises(ValueError, match="queue"):
        MODELS["voice", Mode.PROGRESSIVE](**values)


def test_an_unfinished_draft_survives_as_a_file() -> None:
    draft = Draft(
        name="Half", attempts="x", ring="7", contact_lists=("A",), zone="EST", mode="Preview", flow="kept"
    )
    draft.type_hours("Mo 9-6")
    again = parse_campaign(unfinished(draft, Api.V1), Api.V1).draft
    assert again.hours_text == "Mo 9-6"
    for key in ("name", "attempts", "ring", "contact_lists", "zone", "mode", "flow", "skips"):
        assert getattr(again, key) == getattr(draft, key)


def test_a_draft_without_errors_has_no_gaps() -> None:
    for path in SAMPLES:
        found = parse_campaign(json.loads(path.read_text()))
        assert with_gaps(found.draft, found.api) == campaign_of(found.draft, found.api).document


def test_what_is_not_typed_yet_is_a_gap_and_other_modes_are_left_out() -> None:
    draft = Draft(name="Half", attempts="x", mode="Preview", flow="kept")
    found = with_gaps(draft, Api.V1)
    assert (found["name"], found["description"], found["contactLists"]) == ("Half", ..., ...)
    assert (found["queue_name"], found["maxSkips"]) == (..., 1)
    assert found["dialingStrategy"]["maxAttemptsPerRecord"] == "x"
    assert found["dialingStrategy"]["callerId"] == {"phoneNumber": ...}
    assert found["dialingStrategy"]["callingHours"] == {"timezone": ..., "frequency": "WEEKLY", "days": ...}
    assert not {"experienceFlowName", "dncLists"} & found.keys()
    draft.type_hours("Mo 9-6")
    assert with_gaps(draft, Api.V1)["dialingStrategy"]["callingHours"]["days"] == "Mo 9-6"
