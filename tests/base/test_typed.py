"""Text as people type, paste and pipe it."""

import pytest

from tui.base import typed


@pytest.mark.parametrize(
    ("pasted", "line", "said"),
    [
        ("Buyers Q2", "Buyers Q2", []),
        ("Buyers Q2\n", "Buyers Q2", []),
        ("\r\nBuyers Q2 \r\n", "Buyers Q2 ", []),
        ("\u2028Buyers", "Buyers", []),
        ("\fBuyers", "Buyers", []),
        ("\n\r\n", "", []),
        ("\u3000x\u00a0y\u200c\u200dz", "\u3000x\u00a0y\u200c\u200dz", []),
        ("one \n two\r\nthree\u2029four", "one two three four", ["4 lines were joined by blanks."]),
        ("one\ttwo", "one two", ["Tabs became blanks."]),
        ("a\x07b\x00c", "abc", ["Left out, since no line holds it: U+0007 (BEL), U+0000 (NUL)."]),
        ("a\ud800b", "ab", ["Left out, since no line holds it: U+D800."]),
    ],
)
def test_a_paste_becomes_one_line(pasted: str, line: str, said: list[str]) -> None:
    assert typed.one_line(pasted) == (line, said)


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("Mo-Fr 9-18\nSa 10-14\n", "Mo-Fr 9-18; Sa 10-14"),
        ("Mo-Fr 9-18;\r\nSa 10-14", "Mo-Fr 9-18; Sa 10-14"),
        ("Mo-Fr 09:00-13:00,\n14:00-18:00", "Mo-Fr 09:00-13:00, 14:00-18:00"),
        ("Mo\t9-18\nTu\t9-18", "Mo 9-18; Tu 9-18"),
    ],
)
def test_lines_of_hours_are_rules(pasted: str, line: str) -> None:
    assert typed.one_line(pasted, "; ")[0] == line


@pytest.mark.parametrize(
    ("pasted", "cells"),
    [
        ("A\nB\r\n\r\nC", ["A", "B", "C"]),
        ("A\tB\nC\t\t D ", ["A", "B", "C", "D"]),
        (" A ", [" A "]),
        ("\t\n", []),
    ],
)
def test_a_table_is_its_cells(pasted: str, cells: list[str]) -> None:
    assert typed.cells(pasted) == cells


@pytest.mark.parametrize(
    "char", [*"aé3 ", "\u3000", "\u00a0", "\u200b", "\u200c", "\u200d", "\ufeff", "\U0001fadd", "\u0378"]
)
def test_what_stands_in_a_line(char: str) -> None:
    assert typed.stands(char)


@pytest.mark.parametrize("char", [*"\x00\t\n\x1b\x7f\x85\u2028\u2029\ud800"])
def test_what_does_not(char: str) -> None:
    assert not typed.stands(char)


@pytest.mark.parametrize(
    ("char", "name"),
    [
        ("\x1b", "U+001B (ESC)"),
        ("\x7f", "U+007F (DEL)"),
        ("\x85", "U+0085"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\udcff", "a byte that is no UTF-8 (FF)"),
    ],
)
def test_what_cannot_be_seen_has_a_name(char: str, name: str) -> None:
    assert typed.named(char) == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_bytes_are_read_whatever_their_mark(encoding: str) -> None:
    assert typed.decoded("sécret".encode(encoding)) == "sécret"


def test_a_mark_of_big_endian() -> None:
    assert typed.decoded(b"\xfe\xff" + "s".encode("utf-16-be")) == "s"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        (" -7 ", -7),
        ("+07", 7),
        ("", None),
        ("7.0", None),
        ("1e3", None),
        ("٧", None),
        ("9" * 19, None),
    ],
)
def test_a_whole_number_is_ascii_digits(text: str, number: int | None) -> None:
    assert typed.whole_number(text) == number
