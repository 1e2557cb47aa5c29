"""Nothing but printable text comes out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.base.text import at_words, inert, one_line, plural, uncapitalised

UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def test_every_character_there_is() -> None:
    every = "".join(map(chr, range(0x110000)))
    left = {
        char for char in set(inert(every, keep="", limit=len(every))) if unicodedata.category(char) in UNSAFE
    }
    assert not left


@given(st.text())
def test_ordinary_text_is_left_alone(text: str) -> None:
    if text.isprintable():
        assert inert(text) == text


def test_what_is_dangerous_becomes_visible() -> None:
    assert inert("\x1b[2J") == "␛[2J"
    assert inert("a\x7f\u202eb\x9b") == "a␡\\u{202e}b\\u{9b}"
    assert inert("two\nlines\tkept") == "two\nlines\tkept"


def test_what_is_long_is_cut_and_says_so() -> None:
    assert inert("x" * 30, limit=10) == "xxxxxxxxxx… (20 more characters not shown)"
    assert one_line("a\n b\tc", limit=80) == "a b c"
    assert len(one_line("word " * 200, limit=50)) == 50


def test_counting() -> None:
    assert plural(1, "problem") == "1 problem"
    assert plural(1200, "byte") == "1,200 bytes"
    assert plural(2, "is", "are") == "2 are"


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("App ID", "app ID"),
        ("API version", "API version"),
        ("A sealed file", "a sealed file"),
        ("x", "x"),
        ("", ""),
    ],
)
def test_a_title_within_a_sentence(title: str, within: str) -> None:
    assert uncapitalised(title) == within


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 5, [""]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("two-words-in-one is", 6, ["two-words-in-one", "is"]),
        ("日本 語", 6, ["日本", "語"]),
        ("नवीनीकरण का", 9, ["नवीनीकरण", "का"]),
        ("e\u0301e\u0301 e\u0301", 4, ["e\u0301e\u0301 e\u0301"]),
    ],
)
def test_a_line_is_broken_at_words_by_its_cells(text: str, columns: int, lines: list[str]) -> None:
    assert at_words(text, columns) == lines


@given(st.lists(st.text("ab日", min_size=1), min_size=1), st.integers(1, 20))
def test_breaking_loses_and_adds_nothing(words: list[str], columns: int) -> None:
    text = " ".join(words)
    assert " ".join(at_words(text, columns)) == text
