"""Pens: every way between two leads there, and none is longer than beginning anew."""

import pytest
from hypothesis import given

from tests.screen.runtime.diff_driver.emulator import Emulator
from tests.screen.runtime.diff_driver.frames import styles
from tui.screen.runtime.diff_driver.pens import ANY, PLAIN, Pen, change, restyled


def emulated(*sequences: str) -> Emulator:
    emulator = Emulator(4, 1)
    for sequence in sequences:
        emulator.feed(sequence)
    return emulator


@given(styles, styles)
def test_a_change_of_pen_is_right_and_short(first: str, second: str) -> None:
    now, to = restyled(PLAIN, first), restyled(PLAIN, second)
    assert now is not None
    assert to is not None
    codes, left = change(now, to)
    assert left == to
    assert emulated(f"\x1b[{first}m", codes).ink == emulated(f"\x1b[{second}m").ink
    assert len(codes) <= len(f"\x1b[0;{second}m")
    assert change(to, to) == ("", to)


@given(styles, styles)
def test_codes_are_read_one_after_the_other(first: str, second: str) -> None:
    middle = restyled(PLAIN, first)
    assert middle is not None
    assert restyled(middle, second) == restyled(
        PLAIN, ";".join(filter(None, [first, second])) if second else ""
    )


@pytest.mark.parametrize("code", ["22", "23", "24", "25", "27", "28", "29", "54", "55", "39", "49", "0", ""])
def test_codes_that_end_something(code: str) -> None:
    everything = restyled(PLAIN, "1;2;3;4;5;6;7;8;9;21;51;52;53;31;44")
    assert everything is not None
    assert change(everything, restyled(everything, code) or PLAIN)[0]
    left = restyled(everything, code)
    assert left is not None
    assert emulated("\x1b[1;2;3;4;5;6;7;8;9;21;51;52;53;31;44m", f"\x1b[{code}m").ink == (
        emulated(change(PLAIN, left)[0]).ink
    )


@pytest.mark.parametrize(
    "codes", ["38", "38;2;1;2", "48;5", "38;3;1", "10", "99", "4:3", "58;5;1", "38;5;;1", "108", "30a"]
)
def test_what_is_not_known_is_not_guessed(codes: str) -> None:
    assert restyled(PLAIN, codes) is None


def test_a_blank_needs_its_background_alone() -> None:
    red_on_blue = Pen("31", "44")
    assert change(red_on_blue, Pen(ANY, "44")) == ("", red_on_blue)
    assert change(Pen("31", "44", 64), Pen(ANY, "44"))[0] == "\x1b[27m"


def test_a_link_is_opened_and_closed() -> None:
    there = Pen(link="id=1;https://one.test/")
    assert change(PLAIN, there)[0] == "\x1b]8;id=1;https://one.test/\x1b\\"
    assert change(there, PLAIN)[0] == "\x1b]8;;\x1b\\"
