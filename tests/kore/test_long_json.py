"""A long answer, read an element at a time: the same as if it were read at once, and what came of one that is cut."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kore import lenient_json, long_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
MEMBERS = st.dictionaries(st.sampled_from(["status", "data", "message", "x", ""]), VALUES, max_size=5)


def read(text: str) -> tuple[dict[str, Any], list[Any], bool]:
    taken: list[Any] = []
    members, is_whole = long_json.read(text, "data", taken.append)
    return members, taken, is_whole


@given(MEMBERS, st.sampled_from([None, 1]))
def test_it_is_what_is_read_at_once(document: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(document, indent=indent)
    members, taken, is_whole = read(text)
    expected = lenient_json.parse(text)
    if isinstance(expected.get("data"), list):
        assert repr(taken) == repr(expected.pop("data"))  # by their looks: what is no number equals nothing
    assert is_whole
    assert repr(members) == repr(expected)


@given(st.lists(VALUES, max_size=8), st.data())
def test_what_came_of_a_cut_answer_is_the_beginning_of_the_whole(
    values: list[Any], data: st.DataObject
) -> None:
    text = json.dumps({"status": "success", "data": values, "more": 1})
    cut = data.draw(st.integers(0, len(text) - 1))
    members, taken, is_whole = read(text[:cut])
    assert not is_whole
    assert repr(taken) == repr(read(text)[1][: len(taken)])
    assert members.items() <= {"status": "success", "more": 1}.items()


@given(st.text(max_size=60))
def test_what_is_no_json_breaks_nothing(text: str) -> None:
    members, taken, is_whole = read(text)
    assert is_whole is isinstance(lenient_json.parse(text), dict) or not is_whole
    assert isinstance(members, dict)
    assert isinstance(taken, list)


@pytest.mark.parametrize("length", [4_000, 4_096, 5_000, 65_530, 65_536, 70_000, 900_000])
def test_a_long_value_is_read_whole(length: int) -> None:
    values = [{"name": "x" * length}, {"name": "y"}, 5]
    assert read(json.dumps({"data": values})) == ({}, values, True)


@pytest.mark.parametrize("digits", range(4_080, 4_100))
def test_a_number_that_ends_where_a_piece_does_is_not_cut_in_two(digits: int) -> None:
    text = f'{{"data": [{" " * digits}1, 2]}}'
    assert read(text) == ({}, [1, 2], True)
    long = "1" * digits
    assert read(f'{{"data": [{long}, 2]}}') == ({}, [long, 2], True)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"data": ["x" * 1_100_000]}), '{"data": [' + "[" * 100_000, '{5: 1}', '{"data" [1]}',
        '{"data": [1 2]}', '{"data": [1,]}', '{"data": [1]} x', "[1]", "", "\ufeff", "{", '{"data"',
    ],
)  # fmt: skip
def test_what_is_not_read_to_its_end(text: str) -> None:
    assert not read(text)[2]
