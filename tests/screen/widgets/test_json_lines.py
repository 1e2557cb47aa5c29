"""JSON in few narrow lines."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.campaign.test_serialize import drafts
from tests.campaign.weeks import every_second_minute, weeks
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode, for_path
from tui.campaign.hours import Week
from tui.campaign.model import example
from tui.campaign.serialize import with_gaps
from tui.screen.widgets.json_lines import JsonLine, fitted, laid_out, top_of

PROGRESSIVE = example(Mode.PROGRESSIVE, Api.V1)


def shown(lines: list[JsonLine]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize("width", [20, 33, 35, 80, 200])
@pytest.mark.parametrize("api", Api)
@pytest.mark.parametrize("mode", Mode)
def test_all_of_it_is_there(mode: Mode, api: Api, width: int) -> None:
    document = example(mode, api)
    lines = laid_out(document, width, 100)
    assert "".join("".join(shown(lines)).split()) == "".join(json.dumps(document).split())
    assert all(len(line) <= width for line in shown(lines))


def test_few_lines_are_enough() -> None:
    assert shown(laid_out(PROGRESSIVE, 35, 2)) == [
        '{"name": "Renewal calls June",',
        ' "description": "Reminds customers',
        '  whose service ends in July.",',
        ' "contactLists": ["Buyers Q2"],',
        ' "priority": "5",',
        ' "dialingMode": "Progressive",',
        ' "dialingStrategy": {',
        '  "callerId": {',
        '   "phoneNumber": "+15101234567"},',
        '  "dialingOrder": "FIFO",',
        '  "maxAttemptsPerRecord": 3,',
        '  "defaultRetryPeriod": 10,',
        '  "maxRingTime": 30,',
        '  "callingHours": {',
        '   "timezone": "Asia/Kolkata",',
        '   "frequency": "WEEKLY",',
        '   "days": [',
        ' {"day": "MO", "start": "9:00 AM",',
        '  "end": "6:00 PM"},',
        ' {"day": "TU", "start": "9:00 AM",',
        '  "end": "6:00 PM"},',
        " … 3 more]}},",
        ' "schedule": {',
        '  "isSchedulingEnabled": false},',
        ' "queue_name": "Default Queue",',
        ' "enableMachineDetect": false,',
        ' "campaignType": "voice"}',
    ]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ({}, ['{"a": {}}']),
        ([], ['{"a": []}']),
        (None, ['{"a": null}']),
        (..., ['{"a": …}']),
        (["x", "y"], ['{"a": ["x", "y"]}']),
        ([{"b": ...}], ['{"a": [', ' {"b": …}]}']),
        ("界" * 8, ['{"a":', ' "界界界界界界界界', ' "}']),
        ("\x1b\x9b\u202e\ud800", ['{"a":', r' "\u001b\u{9b}\u{2', r' 02e}\u{d800}"}']),
    ],
)
def test_any_value(value: Any, lines: list[str]) -> None:
    assert shown(laid_out({"a": value}, 18, 9)) == lines


def test_each_line_knows_what_it_shows() -> None:
    found = {line.text.strip(): line.paths for line in laid_out(PROGRESSIVE, 35, 2)}
    assert found['"priority": "5",'] == {"priority", ""}
    assert found['"phoneNumber": "+15101234567"},'] > {"dialingStrategy.callerId.phoneNumber"}
    assert found['"end": "6:00 PM"},'] > {"dialingStrategy.callingHours.days[1].end"}
    assert "dialingStrategy.callingHours.days" in found["… 3 more]}},"]


@pytest.mark.parametrize("api", Api)
@pytest.mark.parametrize("mode", Mode)
def test_every_field_has_its_lines(mode: Mode, api: Api) -> None:
    draft = Draft(mode=mode)
    lines = laid_out(with_gaps(draft, api), 33, 3)
    for field in draft.type.applying(mode, api):
        own = [line for line in lines if any(map(field.holds, line.paths))]
        assert own, field.key
        assert all(for_path(path) for line in own for path in line.paths if field.holds(path))


@pytest.mark.parametrize("height", [0, 1, 20, 26, 27, 40])
def test_a_list_is_as_long_as_there_is_room_for(height: int) -> None:
    lines = fitted(PROGRESSIVE, 35, height)
    most = max(each for each in range(1, 6) if each == 1 or len(laid_out(PROGRESSIVE, 35, each)) <= height)
    assert lines == laid_out(PROGRESSIVE, 35, most)


@pytest.mark.parametrize(
    ("marked", "top", "height", "count", "found"),
    [
        ([], 3, 10, 5, 0),
        ([], 3, 10, 20, 3),
        ([4, 5], 3, 10, 20, 3),
        ([12, 13], 3, 10, 20, 4),
        ([1], 3, 10, 20, 1),
        (range(2, 19), 0, 10, 20, 2),
        ([], 15, 10, 20, 10),
    ],
)
def test_what_is_marked_is_in_sight(marked: list[int], top: int, height: int, count: int, found: int) -> None:
    assert top_of(marked, top, height, count) == found


def test_where_texts_do_not_go_on_typing_moves_no_line() -> None:
    """A gap, a short text and a long one take a line each, which is said to be cut."""
    draft, counts = Draft(mode=Mode.PREVIEW), set()
    for text in ("", "short", "long " * 50):
        draft.name = draft.description = draft.queue = draft.caller_id = draft.dnc_list = text
        lines = shown(laid_out(with_gaps(draft, Api.V2), 35, 1, is_whole=False))
        counts.add(len(lines))
        assert all(len(line) <= 35 for line in lines)
    assert len(counts) == 1
    assert lines[1] == ' "description": "long long long…,'
    assert '   "phoneNumber": "+15101234567"},' in shown(laid_out(PROGRESSIVE, 35, 1, is_whole=False))


def test_what_is_deep_or_long_is_cut_short() -> None:
    deep: Any = []
    for _ in range(300):
        deep = [deep]
    assert len(laid_out({"a": deep}, 30, 3)) < 40
    assert len(laid_out({"a": "x" * 100_000}, 30, 3)) < 40


def test_thousands_of_windows_fit_as_well() -> None:
    draft = Draft()
    draft.week = every_second_minute
    assert len(fitted(with_gaps(draft, Api.V1), 33, 30)) <= 30


@given(drafts, st.sampled_from(Api), weeks, st.integers(0, 50), st.integers(0, 50))
def test_any_draft_in_any_room(draft: Draft, api: Api, week: Week, width: int, height: int) -> None:
    draft.week = week
    for line in fitted(with_gaps(draft, api), width, height, is_whole=height % 2 == 0):
        assert cell_len(line.text) <= max(width, 12)
        assert line.text.replace("\xa0", " ").isprintable()
