"""A line that counts, and how little of it is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screen.widgets.live_line import changed


@pytest.mark.parametrize(
    ("before", "after", "cells"),
    [
        ("  2 s  waiting", "  3 s  waiting", (2, 3)),
        ("  9 s  waiting", " 10 s  waiting", (1, 3)),
        ("waiting", "waited", (4, 7)),
        ("", "now", (0, 3)),
        ("now", "", (0, 3)),
        ("界界1", "界界2", (4, 5)),
    ],
)
def test_only_what_differs_is_drawn(before: str, after: str, cells: tuple[int, int]) -> None:
    assert changed(before, after) == cells


@given(
    st.text(st.sampled_from("ab\u0301界 "), max_size=6), st.text(st.sampled_from("ab\u0301界 "), max_size=6)
)
def test_everything_that_differs_is_drawn(before: str, after: str) -> None:
    if before != after:
        start, end = changed(before, after)
        assert 0 <= start <= end <= max(cell_len(before), cell_len(after))
