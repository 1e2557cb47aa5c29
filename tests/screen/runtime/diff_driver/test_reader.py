"""What is understood, what is harmless, and what is neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.screen.runtime.diff_driver.frames import frames
from tui.screen.runtime.diff_driver.cells import cell
from tui.screen.runtime.diff_driver.pens import PLAIN, Pen
from tui.screen.runtime.diff_driver.reader import is_harmless, read, unknown_part


def test_a_frame_is_moves_and_styled_text() -> None:
    frame = read("\x1b[2;3Ha\x1b[31mb\x1b[0m\n\x1b[5;6H")
    assert frame is not None
    assert [(put.y, put.x, put.cells) for put in frame.puts] == [
        (1, 2, [cell("a", PLAIN), cell("b", Pen("31"))]),
        (4, 5, []),
    ]
    assert frame.cursor == (4, 5)


@pytest.mark.parametrize(
    "data",
    [
        "text", "\x1b[1;1Htext", "\x1b[1;1Ha\nb\x1b[1;1H", "\x1b[1;1H\x1b[31mred\x1b[1;1H", "\x1b[1;1H\ta\x1b[1;1H",
        "\x1b[1;1Ha\x1b[2Kb\x1b[1;1H", "\x1b[0;0Ha\x1b[1;1H", "\x1b[1;1H\x1b[4:3ma\x1b[0m\x1b[1;1H", "x\x1b[1;1H",
        "\x1b[1;1Ha\x9b31mb\x1b[1;1H", "\x1b[1;1Ha\x7f\x1b[1;1H", "\x1b[2J\x1b[1;1H",
    ],
)  # fmt: skip
def test_anything_else_is_no_frame(data: str) -> None:
    assert read(data) is None


@pytest.mark.parametrize(
    "data",
    [
        "\x1b[?1000h", "\x1b[?1003h", "\x1b[?1015h", "\x1b[?1006l", "\x1b[?1004h", "\x1b[>25u", "\x1b[<u",
        "\x1b[?2026$p",
        "\x1b[?2048$p", "\x1b[?2048h", "\x1b[?1016h", "\x1b[?2004h", "\x1b[?7l", "\x07", "\x1b]0;title\x07",
        "\x1b]52;c;YQ==\x07", "\x1b]22;pointer\x1b\\", "\x1b[c", "\x1b[6n", "\x1b[?2004l\x1b[?7h",
    ],
)  # fmt: skip
def test_what_textual_sends_besides_is_harmless(data: str) -> None:
    assert is_harmless(data)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ("\x1b[2J", "\x1b[2J"),
        ("secret\x1b[5;5Hsecret\x1b[?6h", "\x1b[?6h"),
        ("\x1b[1;1H\x1b[31msecret\x1b[0m\x1b[3L", "\x1b[3L"),
        ("\x1bP1$tsecret\x1b\\", "\x1bP1"),
        ("\x1b]1337;File=secret\x07", "\x1b]1337"),
        ("\x1b[1;1H\x1b[4:3msecret", "\x1b[4:3m"),
        ("\x1b7secret", "\x1b7"),
        ("a\tb", "\t"),
        ("secret", ""),
    ],
)
def test_the_unknown_is_named_without_any_text(data: str, named: str) -> None:
    assert not is_harmless(data)
    assert read(data) is None
    assert unknown_part(data) == named


@given(st.text(st.sampled_from([*"a1;?[]mHJ8\\ ", "\x1b", "\n", "\x07", "\x9b", "漢"]), max_size=30))
def test_nothing_breaks_it(data: str) -> None:
    if read(data) is None and not is_harmless(data):
        assert len(unknown_part(data)) <= 40


@given(frames())
def test_a_frame_of_textual_is_understood(data: str) -> None:
    assert read(data) is not None
    assert not unknown_part(data)
