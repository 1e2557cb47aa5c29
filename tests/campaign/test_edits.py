"""Edits of a week: what they change, and what they say."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.campaign.weeks import weeks
from tui.campaign import edits
from tui.campaign.edits import Edit, EditedWeek
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


@given(weeks, some_edits)
def test_nothing_empty_or_reversed_can_exist(week: Week, edit: Callable[[Week], Edit]) -> None:
    done = edit(week)
    assert all(0 <= window.start < window.end <= DAY_MINUTES for window in done.week.windows())
    assert done.did.endswith(".")


@given(days, cells, st.integers(1, MIDNIGHT), st.booleans())
def test_what_painting_says_fits_the_line(days: range, start: int, length: int, is_open: bool) -> None:
    assert len(edits.paint(Week(), days, start, start + length, is_open=is_open).said) <= ROOM


def test_presets_are_weeks() -> None:
    assert not [preset.name for preset in (*edits.PRESETS, *edits.DAILY_PRESETS) if nights(preset.week)]
    assert [text_of(preset.week) for preset in edits.PRESETS] == [preset.text for preset in edits.PRESETS]


def test_an_edit_that_changes_nothing_says_so_and_did_nothing() -> None:
    edited = EditedWeek(week_of("Mo 9-18"))
    assert edited.do(edits.paint(edited.week, [0], 540, 600, is_open=True)) == (
        "Nothing changed, it was so already: opened 09:00-10:00 on Mon."
    )
    assert edited.do(edits.paste(edited.week, [0], edited.week.days[0])).startswith("Nothing changed")
    assert edited.do(edits.replace(edited.week, "clear")).startswith("Nothing changed")
    assert edited.do(edits.move_end(edited.week, [1], 540, 5)).startswith("No window here")
    assert edited.did == ""


def test_a_repair_is_kept_by_an_edit() -> None:
    repaired = Unsettled(None, ("Mon is empty and left out.",), [{"day": "MO"}])
    edited = EditedWeek(week_of("Tu 9-18"), repaired)
    edited.do(edits.paint(edited.week, [1], 540, 600, is_open=True))
    assert edited.unsettled == repaired
    assert edited.keep() == "Kept: Tu 09:00-18:00."
    assert (edited.unsettled.is_settled, edited.did) == (True, "kept the repair: Tu 09:00-18:00.")
    assert "no repair to keep" in edited.keep()
    assert edited.did == ""
