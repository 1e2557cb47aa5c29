"""What the grid shows of a week, and where one stands in it, without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaign.weeks import weeks
from tui.campaign.hours import DAY_MINUTES, DAYS, MIDNIGHT, NIGHT, Week
from tui.campaign.hours_text import read
from tui.screen.widgets import hours_view as view
from tui.screen.widgets.hours_cursor import ZOOMS, Cursor, Position


def week_of(text: str) -> Week:
    found = read(text).week
    assert found is not None
    return found


@given(weeks, st.sampled_from(ZOOMS))
def test_every_week_survives_every_zoom(week: Week, zoom: int) -> None:
    """Each cell tells what its minutes are, at any zoom: nothing open is shown closed, nor the other way."""
    for day in DAYS:
        for start in range(0, MIDNIGHT, zoom):
            minutes = [
                week.days[day] >> minute & 1 for minute in range(start, min(start + zoom, DAY_MINUTES))
            ]
            at_night = any(week.days[day] >> m & NIGHT >> m & 1 for m in range(start, start + zoom))
            shown = view.state(week, day, start, start + zoom)
            if not any(minutes):
                assert shown == "closed"
            elif at_night:
                assert shown == "night"
            else:
                assert shown == ("open" if all(minutes) else "partly")


def test_the_smaller_zooms_show_no_less_than_the_larger() -> None:
    week = week_of("Mo 09:05-12:00")
    assert (
        view.state(week, 0, 540, 600)
        == view.state(week, 0, 540, 570)
        == view.state(week, 0, 540, 555)
        == "partly"
    )
    assert view.state(week, 0, 555, 570) == "open"


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (510, "Sat 08:30-09:00 closed"),
        (540, "Sat 09:00-09:30 partly open: 09:05-09:30"),
        (570, "Sat 09:30-10:00 open"),
        (1380, "Sat 23:00-23:30 open at night"),
        (1410, "Sat 23:30-23:59 partly open at night: 23:30-23:31,23:40-23:41 and 1 more"),
    ],
)
def test_a_cell_in_words(start: int, words: str) -> None:
    week = week_of("Sa 09:05-12:00,23:00-23:31,23:40-23:41,23:50-23:59")
    assert view.cell_words(week, (5,), start, start + 30) == words


@pytest.mark.parametrize(
    ("days", "start", "end", "words"),
    [
        ((0, 1, 2, 3, 4), 540, 780, "RANGE 09:00-13:00 Mo-Fr, 4 h on 5 days  o open  x close  Esc"),
        ((5,), 540, 570, "RANGE 09:00-09:30 Sat, 30 min on 1 day  o open  x close  Esc"),
        (
            (0, 1, 2, 3, 4), 1320, 1590,
            "RANGE 22:00-02:30 (next day) Mo-Fr, 4 h 30 min on 5 days  o open  x close  Esc",
        ),
    ],
)  # fmt: skip
def test_a_range_in_words(days: tuple[int, ...], start: int, end: int, words: str) -> None:
    assert view.range_words(days, start, end) == words
    assert len(words) < 80


def test_rulers() -> None:
    assert view.ruler(0, 48, 30) == "0   2   4   6   8   10  12  14  16  18  20  22  "
    assert view.ruler(0, 24, 60) == "0   4   8   12  16  20  "
    assert view.ruler(540, 8, 15) == "9   10  "


def test_daily_has_one_row_while_the_days_are_alike() -> None:
    assert len(view.rows_of(week_of("9-18"), is_daily=True)) == 1
    assert len(view.rows_of(week_of("Mo 9-18"), is_daily=True)) == 7
    assert len(view.rows_of(week_of("9-18"), is_daily=False)) == 7


moves = st.lists(st.tuples(st.integers(-9, 9), st.integers(-99, 99)), max_size=30)


@given(moves, st.sampled_from(ZOOMS), st.integers(1, 200), st.booleans())
def test_the_cursor_stays_in_the_week_and_in_sight(
    steps: list[tuple[int, int]], zoom: int, cells: int, has_range: bool
) -> None:
    cursor = Cursor()
    cursor.zoom_to(zoom, cells)
    if has_range:
        cursor.begin_range()
    for rows, by in steps:
        cursor.move(rows, by, of_rows=7)
        assert cursor.place.row in DAYS
        assert 0 <= cursor.place.minute < (2 if has_range else 1) * MIDNIGHT
        assert cursor.place.minute % zoom == 0
        assert cursor.left <= cursor.place.minute % MIDNIGHT < cursor.right <= MIDNIGHT
        start, end = cursor.minutes
        assert 0 <= start < end


def test_a_cell_keeps_its_time_when_one_zooms() -> None:
    cursor = Cursor(Position(2, 13 * 60 + 30))
    for zoom, minute in ((15, 810), (60, 780), (30, 780)):
        assert cursor.next_zoom() == zoom
        cursor.zoom_to(zoom, 48)
        assert cursor.place == Position(2, minute)


def test_finer_cells_keep_a_range_and_coarser_ones_give_it_up() -> None:
    for rows, cells in ((2, 3), (-1, -3), (1, 0)):
        cursor = Cursor(Position(3, 540))
        cursor.begin_range()
        cursor.move(rows, cells, of_rows=7)
        before = (cursor.rows, cursor.minutes)
        cursor.zoom_to(15, 96)
        assert (cursor.rows, cursor.minutes) == before
        cursor.zoom_to(60, 24)
        assert cursor.corner is None
