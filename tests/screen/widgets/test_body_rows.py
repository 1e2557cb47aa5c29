"""An answer's body in rows."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.screen.widgets.body_rows import Rows

BODY = '{"a":{"b":[1,2,{}],"c":[]},"d":"x"}'
LAID_OUT = [
    "{", '  "a": {', '    "b": [', "      1,", "      2,", "      {}", "    ],", '    "c": []', "  },",
    '  "d": "x"', "}",
]  # fmt: skip


def is_inert(text: str) -> bool:
    return all(char.isprintable() or unicodedata.category(char) == "Zs" for char in text)


def shown(rows: Rows) -> list[str]:
    return [" " * rows.indent(row) + rows.words(row) for row in range(len(rows))]


@pytest.mark.parametrize("raw", [BODY, json.dumps(json.loads(BODY), indent=7), "\ufeff \r\n" + BODY])
def test_json_is_indented_however_it_came(raw: str) -> None:
    assert shown(Rows(raw, 80)) == LAID_OUT


@pytest.mark.parametrize("end", range(1, len(BODY)))
def test_what_broke_off_is_laid_out_as_far_as_it_goes(end: int) -> None:
    found = shown(Rows(BODY[:end], 80))
    assert "".join("".join(found).split()) == BODY[:end].replace(" ", "")


def test_anything_else_is_shown_line_by_line() -> None:
    assert shown(Rows("<html>\r\n\t<p>Bad Gateway\n\n", 80)) == ["<html>", "    <p>Bad Gateway", "", ""]
    assert shown(Rows("", 80)) == [""]


def test_a_line_break_in_a_string_starts_no_row() -> None:
    assert shown(Rows('["\n1"]', 80)) == ["[", '  "␊1"', "]"]


def test_long_lines_go_on_below() -> None:
    assert shown(Rows("x" * 50, 20)) == ["x" * 20, "x" * 20, "x" * 10]
    assert shown(Rows('["' + "界" * 12 + '"]', 20)) == ["[", '  "' + "界" * 8, "  " + "界" * 4 + '"', "]"]


def test_searching_goes_round() -> None:
    rows = Rows(BODY, 80)
    assert rows.find('"C"', 0) == 7
    assert rows.find("{", 0) == 1
    assert rows.find("{", 5) == 0
    assert rows.find("{", 1, backwards=True) == 0
    assert rows.find("{", 0, backwards=True) == 5
    assert rows.find("nowhere", 3) is None
    assert rows.find("(", 0) is None
    assert rows.find("", 0) is None


def test_a_word_that_goes_on_below_is_found() -> None:
    rows = Rows("x" * 18 + "needle", 20)
    assert rows.find("needle", 1) == 0


HUGE = {
    "deep": "[" * 1_000_000,
    "ones": "[" + "1," * 499_999 + "1]",
    "quotes": '"' * 1_000_000,
    "backslashes": '["' + "\\" * 1_000_000,
    "combining": "a" + "\u0301" * 1_000_000,
    "escapes": "{" + "\x1b" * 1_000_000,
}


@pytest.mark.parametrize("raw", HUGE.values(), ids=HUGE.keys())
def test_a_megabyte_of_anything_is_laid_out(raw: str) -> None:
    rows = Rows(raw, 78)
    assert not rows.is_cut
    assert len(rows) > 5_000
    for row in (0, len(rows) // 2, len(rows) - 1):
        assert rows.indent(row) + len(rows.words(row)) <= 78
        assert rows.words(row).isprintable()


def test_what_is_longer_is_cut_and_says_so() -> None:
    assert Rows("x" * 2_000_001, 78).is_cut


_HOSTILE = st.text(st.sampled_from('{}[]:,"\\ \t\r\n\x1b\x9b\u202e\u2028\u0301界1a\x00\x7f'), max_size=60)


@given(_HOSTILE | st.text(max_size=60), st.integers(1, 30))
def test_any_text_in_any_width(raw: str, width: int) -> None:
    rows = Rows(raw, width)
    for row in range(len(rows)):
        assert is_inert(rows.words(row))
        assert rows.indent(row) + len(rows.words(row)) <= max(width, 12) or "界" in rows.words(row)
