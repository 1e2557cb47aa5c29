"""The heart of it: whatever Textual writes, the terminal shows the same as if it had got every byte."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.screen.runtime.diff_driver.emulator import Emulator
from tests.screen.runtime.diff_driver.frames import HEIGHT, WIDTH, forms, frames, whole
from tui.screen.runtime.diff_driver.grid import Grid
from tui.screen.runtime.diff_driver.painter import Painter
from tui.screen.runtime.diff_driver.reader import read


class Pair:
    """Two terminals: one gets what Textual writes, the other what the layer sends."""

    def __init__(self, *, fills: bool = True, spaces: bool = False) -> None:
        self.plain = Emulator(WIDTH, HEIGHT, spaces=spaces)
        self.thin = Emulator(WIDTH, HEIGHT, fills=fills, spaces=spaces)
        self.grid, self.painter = Grid(WIDTH, HEIGHT), Painter(fills=fills)
        self.sent: list[str] = []

    def write(self, data: str) -> str:
        frame = read(data)
        assert frame, data
        self.plain.feed(data)
        self.grid.take(frame)
        return self.paint()

    def paint(self) -> str:
        sent = self.painter.paint(self.grid)
        self.thin.feed(sent)
        self.sent.append(sent)
        return sent

    def check(self) -> None:
        for y, (wanted, shown) in enumerate(zip(self.plain.seen(), self.thin.seen(), strict=True)):
            assert wanted == shown, (y, self.sent[-1])
        assert self.thin.shows_cursor == self.grid.shows_cursor
        if self.grid.shows_cursor:
            assert (self.plain.y, self.plain.x) == (self.thin.y, self.thin.x)


events = st.sampled_from(["", "", "", "spoilt", "cursor", "larger", "as before"])


@given(st.booleans(), st.lists(st.tuples(frames() | forms(), events), max_size=8))
@settings(max_examples=250)
def test_random_frames_look_the_same(fills: bool, given: list[tuple[str, str]]) -> None:
    pair = Pair(fills=fills)
    pair.write(whole())
    pair.check()
    for frame, event in given:
        if event == "spoilt":
            pair.thin.spoil()
            pair.painter.forget()
        elif event == "cursor":
            pair.grid.shows_cursor = not pair.grid.shows_cursor
        elif event:
            size = (WIDTH + 3, HEIGHT + 2) if event == "larger" else (WIDTH, HEIGHT)
            for each in (pair.plain, pair.thin, pair.grid):
                each.resize(*size)
            pair.painter.forget()
            pair.write(whole("48;5;17", *size))
        pair.write(frame)
        pair.check()


INDIAN = ("नवीनीकरण", "தமிழ்", "కొత్త", "a वी b", "ো", "ab")


@pytest.mark.parametrize("spaces", [True, False])
@given(
    st.lists(
        st.tuples(st.sampled_from(INDIAN), st.sampled_from(["", "x", "3/48", "नी"])), min_size=1, max_size=5
    )
)
@settings(max_examples=60)
def test_spacing_vowel_signs_look_as_without_the_layer(spaces: bool, given: list[tuple[str, str]]) -> None:
    """In terminals that give each a cell of its own, and in those that do not; lines are written whole here."""
    pair = Pair(spaces=spaces)
    pair.write(whole())
    for name, behind in given:
        text = f" {name}  {behind}"
        pair.write(f"\x1b[2;1H{text}{' ' * (WIDTH - cell_len(text))}\x1b[1;1H")
        shown = ["".join(char for char, _ in row) for row in (pair.plain.seen()[1], pair.thin.seen()[1])]
        assert shown[0].rstrip() == shown[1].rstrip()


def test_an_equal_frame_costs_nothing() -> None:
    pair = Pair()
    pair.write(whole())
    assert pair.write(whole()) == ""


def test_a_typed_character_is_one_byte() -> None:
    pair = Pair()
    pair.grid.shows_cursor = True
    pair.write(whole("") + "\x1b[3;5H")
    assert pair.write("\x1b[3;1Hname a\x1b[3;7H").endswith("name a")
    assert pair.write("\x1b[3;1Hname ab\x1b[3;8H") == "b"


def test_the_cursor_comes_back_with_its_pen() -> None:
    pair = Pair()
    pair.grid.shows_cursor = True
    pair.write(whole())
    field, count = "\x1b[48;5;17m", "\x1b[48;2;18;18;18m"
    pair.write(f"\x1b[3;1H{field}a\x1b[0m\x1b[3;9H{count}1\x1b[0m\x1b[3;2H")
    sent = pair.write(f"\x1b[3;1H{field}ab\x1b[0m\x1b[3;9H{count}2\x1b[0m\x1b[3;3H")
    pair.check()
    assert sent == f"b\x1b7\x1b[9G{count}2\x1b8"


@pytest.mark.parametrize("fills", [True, False])
def test_a_background_is_erased_only_where_the_terminal_fills(fills: bool) -> None:
    pair = Pair(fills=fills)
    pair.write(whole())
    pair.write(f"\x1b[3;1H{'x' * WIDTH}\x1b[1;1H")
    sent = pair.write(f"\x1b[3;1H\x1b[48;2;18;18;18m{' ' * WIDTH}\x1b[0m\x1b[1;1H")
    assert ("\x1b[K" in sent) is fills
    pair.check()


def test_the_terminals_own_background_is_erased_everywhere() -> None:
    pair = Pair(fills=False)
    pair.write(whole(""))
    pair.write(f"\x1b[3;1H{'x' * WIDTH}\x1b[1;1H")
    assert pair.write(f"\x1b[3;1H{' ' * WIDTH}\x1b[1;1H") == "\r\x1b[K"


def test_what_stands_behind_an_emoji_is_written_again() -> None:
    """A terminal may draw it wider, over its neighbours."""
    pair = Pair()
    pair.write(whole(""))
    pair.write("\x1b[2;1Habcdefgh\x1b[1;1H")
    sent = pair.write("\x1b[2;1H👩‍👩‍👧cdefgh\x1b[1;1H")
    assert "cdef" in sent
    pair.check()


def test_a_wide_character_that_a_line_too_long_writes_over_is_gone() -> None:
    """So it is in a window that became narrower, until the next frame fits."""
    pair = Pair()
    pair.write(whole(""))
    pair.write(f"\x1b[3;{WIDTH - 1}H漢 b \x1b[1;1H")
    pair.check()
    pair.write(f"\x1b[3;{WIDTH - 1}Hé \x1b[1;1H")
    pair.check()


def test_ten_thousand_colours_do_not_fill_the_memory() -> None:
    pair = Pair()
    for number in range(10_000):
        pair.write(f"\x1b[1;1H\x1b[38;2;{number % 256};{number // 256};7mcolour\x1b[0m\x1b[1;1H")
    pair.check()


def test_a_column_is_painted_from_line_to_line_without_places() -> None:
    pair = Pair()
    pair.write(whole(""))
    sent = pair.write("".join(f"\x1b[{y};9H{text}" for y, text in enumerate("4444", 2)) + "\x1b[1;1H")
    assert sent == "\x1b[2;9H4" + "\x1bD\b4" * 3
    pair.check()


def test_a_move_into_the_last_line_cannot_scroll() -> None:
    pair = Pair()
    pair.write(whole(""))
    sent = pair.write(f"\x1b[{HEIGHT - 1};9Hx\x1b[{HEIGHT};9Hx\x1b[1;1H")
    assert sent == f"\x1b[{HEIGHT - 1};9Hx\x1b[B\bx"
    pair.check()
