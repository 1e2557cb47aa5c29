"""Edits of a week: what they change, what they say, and that all of them can be taken back."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaign.weeks import weeks
from tui.campaign import edits
from tui.campaign.edits import Edit, History
from tui.campaign.hours import DAY_MINUTES, MIDNIGHT, Unsettled, Week, nights
from tui.campaign.hours_text import read, text_of

WORKDAYS = range(5)
ROOM = 79
"""Characters of the status line at 80 columns."""


def week_of(text: str) -> Week:
    found = read(text).week
    assert found is not None
    return found


cells = st.integers(0, 95).map(lambda cell: cell * 15)
days = st.builds(lambda first, more: range(first, min(first + more, 7)), st.integers(0, 6), st.integers(1, 7))
some_edits = st.one_of(
    st.builds(
        lambda days, start, length, is_open: (
            lambda week: edits.paint(week, days, start, start + length, is_open=is_open)
        ),
        days, cells, st.integers(1, MIDNIGHT), st.booleans(),
    ),
    st.builds(lambda days, start: lambda week: edits.flip(week, days, start, start + 30), days, cells),
    st.builds(
        lambda days, at, by, move: lambda week: move(week, days, at, by),
        days, st.integers(0, DAY_MINUTES - 1), st.sampled_from([-60, -30, -5, 5, 15, 60]),
        st.sampled_from([edits.move_end, edits.move_start]),
    ),
    st.builds(lambda days, of: lambda week: edits.paste(week, days, week.days[of]), days, st.integers(0, 6)),
    st.builds(
        lambda preset: lambda _: edits.replace(preset.week, preset.name), st.sampled_from(edits.PRESETS)
    ),
)  # fmt: skip


@given(weeks, st.lists(some_edits, max_size=40))
def test_as_many_undos_give_the_first_week_back(week: Week, chosen: list[Callable[[Week], Edit]]) -> None:
    history, seen = History(week), [week]
    for edit in chosen:
        history.do(edit(history.week))
        if history.week != seen[-1]:
            seen.append(history.week)
    for before in reversed(seen[:-1]):
        assert history.undo().startswith("Undone: ")
        assert history.week == before
    assert history.week == week
    assert history.undo() == "Nothing to undo."
    for after in seen[1:]:
        assert history.redo().startswith("Done again: ")
        assert history.week == after
    assert history.redo() == "Nothing to do again."


@given(weeks, some_edits)
def test_nothing_empty_or_reversed_can_exist(week: Week, edit: Callable[[Week], Edit]) -> None:
    done = edit(week)
    assert all(0 <= window.start < window.end <= DAY_MINUTES for window in done.week.windows())
    assert done.did.endswith(".")


def test_an_edit_after_an_undo_forgets_what_was_undone() -> None:
    history = History(Week())
    history.do(edits.paint(history.week, [0], 540, 600, is_open=True))
    history.undo()
    history.do(edits.paint(history.week, [1], 540, 600, is_open=True))
    assert history.redo() == "Nothing to do again."


@pytest.mark.parametrize(
    ("start", "end", "week", "said"),
    [
        (540, 780, "Mo-Fr 09:00-13:00", "opened 09:00-13:00 on Mo-Fr."),
        (1320, 1440, "Mo-Fr 22:00-23:59", "opened 22:00-23:59 on Mo-Fr. A day ends at 23:59: one minute lost."),
        (
            1320, 1560, "Mo 22:00-23:59; Tu-Fr 00:00-02:00,22:00-23:59; Sa 00:00-02:00",
            "opened 22:00-02:00 on Mo-Fr. Two windows, one minute lost: 23:59 to 00:00.",
        ),
    ],
)  # fmt: skip
def test_painting_says_what_becomes_of_midnight(start: int, end: int, week: str, said: str) -> None:
    edit = edits.paint(Week(), WORKDAYS, start, end, is_open=True)
    assert text_of(edit.week) == week
    assert edit.said == said


def test_sunday_goes_on_on_monday() -> None:
    edit = edits.paint(Week(), [6], 1380, 1500, is_open=True)
    assert text_of(edit.week) == "Mo 00:00-01:00; Su 23:00-23:59"


def test_exact_minutes_survive_painting_elsewhere() -> None:
    week = week_of("Sa 09:05-12:00")
    painted = edits.paint(week, range(6), 780, 840, is_open=True).week
    assert text_of(painted) == "Mo-Fr 13:00-14:00; Sa 09:05-12:00,13:00-14:00"
    assert edits.paint(painted, range(6), 780, 840, is_open=False).week == week


@pytest.mark.parametrize(
    ("move", "at", "by", "text"),
    [
        (edits.move_end, 600, 30, "Mo 09:05-12:30"),
        (edits.move_end, 600, -30, "Mo 09:05-11:30"),
        (edits.move_end, 600, 5, "Mo 09:05-12:05"),
        (edits.move_start, 600, 30, "Mo 09:30-12:00"),
        (edits.move_start, 600, -30, "Mo 09:00-12:00"),
        (edits.move_end, 545, -1440, "Mo 09:05-12:00"),
        (edits.move_start, 545, 1440, "Mo 09:05-12:00"),
        (edits.move_end, 545, 1440, "Mo 09:05-23:59"),
    ],
)
def test_edges_move_to_whole_cells_and_never_meet(move: edits.Move, at: int, by: int, text: str) -> None:
    assert text_of(move(week_of("Mo 09:05-12:00"), [0], at, by).week) == text


def test_an_end_at_the_end_of_the_day_moves_back_by_a_cell() -> None:
    assert text_of(edits.move_end(week_of("Mo 09:00-23:59"), [0], 600, -30).week) == "Mo 09:00-23:30"


def test_no_window_no_move() -> None:
    week = week_of("Mo 09:00-10:00")
    edit = edits.move_end(week, [0], 660, 30)
    assert edit.week == week
    assert "No window here" in edit.said


def test_flip_completes_what_is_partly_open() -> None:
    week = week_of("Sa 09:05-12:00")
    assert text_of(edits.flip(week, [5], 540, 570).week) == "Sa 09:00-12:00"
    assert text_of(edits.flip(week, [5], 570, 600).week) == "Sa 09:05-09:30,10:00-12:00"
    assert text_of(edits.flip(week_of("Sa 23:30-23:59"), [5], 1410, 1440).week) == ""


@given(days, cells, st.integers(1, MIDNIGHT), st.booleans())
def test_what_painting_says_fits_the_line(days: range, start: int, length: int, is_open: bool) -> None:
    assert len(edits.paint(Week(), days, start, start + length, is_open=is_open).said) <= ROOM


def test_presets_are_weeks() -> None:
    assert not [preset.name for preset in (*edits.PRESETS, *edits.DAILY_PRESETS) if nights(preset.week)]
    assert [text_of(preset.week) for preset in edits.PRESETS] == [preset.text for preset in edits.PRESETS]


def test_an_edit_that_changes_nothing_says_so_and_takes_no_step() -> None:
    history = History(week_of("Mo 9-18"))
    assert history.do(edits.paint(history.week, [0], 540, 600, is_open=True)) == (
        "Nothing changed, it was so already: opened 09:00-10:00 on Mon."
    )
    assert history.do(edits.paste(history.week, [0], history.week.days[0])).startswith("Nothing changed")
    assert history.do(edits.replace(history.week, "clear")).startswith("Nothing changed")
    assert history.do(edits.move_end(history.week, [1], 540, 5)).startswith("No window here")
    assert history.undo() == "Nothing to undo."


def test_a_repair_is_kept_by_an_edit_that_can_be_undone() -> None:
    repaired = Unsettled(None, ("Mon is empty and left out.",), [{"day": "MO"}])
    history = History(week_of("Tu 9-18"), repaired)
    history.do(edits.paint(history.week, [1], 540, 600, is_open=True))
    assert history.unsettled == repaired
    assert history.keep() == "Kept: Tu 09:00-18:00."
    assert history.unsettled.is_settled
    assert "no repair to keep" in history.keep()
    assert history.undo() == "Undone: kept the repair: Tu 09:00-18:00."
    assert history.unsettled == repaired
    assert history.redo() == "Done again: kept the repair: Tu 09:00-18:00."
    assert history.unsettled.is_settled


def test_what_was_typed_meanwhile_is_one_edit_and_its_text_comes_back() -> None:
    history = History(week_of("Mo 9-18"))
    unread = Unsettled("Mo 9-12; Xx")
    history.follow(week_of("Mo 9-12"), unread, "typed")
    assert history.undo() == "Undone: typed: Mo 09:00-12:00."
    assert (history.week, history.unsettled) == (week_of("Mo 9-18"), Unsettled())
    history.redo()
    assert (history.week, history.unsettled) == (week_of("Mo 9-12"), unread)
    history.follow(history.week, Unsettled("Mo 9-12; Xy"), "typed")
    history.do(edits.paint(history.week, [1], 540, 600, is_open=True))
    history.undo()
    assert history.unsettled.text == "Mo 9-12; Xy"
