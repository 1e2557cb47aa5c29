"""Text in lines: whatever was typed, and however little room there is, it comes to an end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.drawing import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("  indented text", 10, ["  indented", "text"]),
        ("漢字", 1, ["漢", "字"]),
        ("漢字漢", 5, ["漢字", "漢"]),
        ("\u3000" * 7, 4, ["\u3000" * 2] * 3 + ["\u3000"]),
        ("\xa0" * 5, 2, ["\xa0" * 2] * 2 + ["\xa0"]),
        ("e\u0301" * 3, 2, ["e\u0301" * 2, "e\u0301"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


_LETTERS = st.sampled_from("ab 漢😀\u3000\xa0\u0301\u200d\u200b-,\n")


@given(st.text(_LETTERS) | st.text(), st.integers(1, 12))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(cell_len(each) <= max(width, 2) for each in lines if each)
