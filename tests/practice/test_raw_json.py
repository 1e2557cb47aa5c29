import pytest

from tui.practice.raw_json import DEEPEST, parse


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b'{"a": [1, -2.5, true, null, "\\u00e9"]}', {"a": [1, -2.5, True, None, "é"]}),
        (b" 5 ", 5),
        (b'"x"', "x"),
    ],
)
def test_json_is_read(raw: bytes, value: object) -> None:
    assert parse(raw) == value


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no JSON at line 1, column 1"),
        (b'{"a": 1,\n "b" }', "no JSON at line 2"),
        (b"{'a': 1}", "no JSON at line 1, column 2"),
        (b'{"a": 1} x', "no JSON at line 1, column 10"),
        (b"\xef\xbb\xbf{}", "no JSON"),
        (b'"\xff"', "no UTF-8 at byte 1"),
        (b'{"a": {"b": 1, "b": 1}}', "a key that stands twice"),
        (b"[NaN]", "NaN"),
        (b"[-Infinity]", "-Infinity"),
        (b"[1e999]", "too large"),
        (b"[" + b"9" * 5000 + b"]", "too large"),
        (b"[" * 100_000, "levels of nesting"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "levels of nesting"),
    ],
)
def test_what_is_not_json_says_why(raw: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse(raw)


def test_the_deepest_that_is_read() -> None:
    assert parse(b"[" * (DEEPEST - 1) + b"1" + b"]" * (DEEPEST - 1))
