"""Rows and the line of what was chosen, for any name and any width: as wide as there is room, and printable."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screen.widgets.picker_view import ChosenLines, Columns, mark, row_texts, typed_text
from tui.workflow.choices import Choice, by_name

HOSTILE = (
    "[red]Buyers[/red]", "\x1b[2JBuyers", "קונים Q2", "顧客 Q2" * 9, "E\u0301lan", "Bu\u200byers", "  Buyers  ", "",
    "x" * 10_000, "顧" * 10_000, "Z" + "\u0301" * 500, "\U0001f468\u200d\U0001f469\u200d\U0001f467", "a\nb\tc",
)  # fmt: skip
names = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
choices = st.builds(
    Choice,
    names,
    st.lists(st.sampled_from(["1,204 people", "Ready", "own time zones", "準備", ""]), max_size=4).map(tuple),
    st.sampled_from(["", "can't be called yet: Preparing"]),
    st.sampled_from(["", 'in running "May calls"']),
    st.one_of(st.none(), st.integers(0, 10**6)),
)
widths = st.integers(1, 160)


@given(st.lists(choices, min_size=1, max_size=8), widths)
def test_the_columns_stand_one_below_the_other_in_every_row(listed: list[Choice], width: int) -> None:
    columns = Columns.of(listed).within(width)
    assert columns.name >= 1
    behind = set()
    for choice in listed:
        text, note = row_texts(choice, columns, "[ ]", is_here=False)
        assert (text + note).isprintable()
        facts = choice.facts[: len(columns.facts)]
        if len(facts) == len(columns.facts) and not note:
            behind.add(cell_len(text))
    assert len(behind) <= 1
    if width >= 80:
        assert all(each <= width for each in behind)


@given(names, choices, widths)
def test_the_row_for_what_was_typed_keeps_saying_what_it_is(typed: str, choice: Choice, width: int) -> None:
    text = typed_text(typed, Columns.of([choice]).within(width), is_here=True, is_whole=True)
    assert text.isprintable()
    assert text.startswith('  >+   "')
    assert "as typed" in text
    assert text.endswith("not on the platform")


@given(st.lists(names, max_size=12), st.lists(choices, max_size=4), widths)
def test_what_was_chosen_is_laid_out_within_the_width_and_in_order(
    chosen: list[str], listed: list[Choice], width: int
) -> None:
    lines = ChosenLines.of(chosen, by_name(listed), width)
    assert len(lines.places) == len(chosen)
    assert [place[:2] for place in lines.places] == sorted(place[:2] for place in lines.places)
    assert all(line < lines.height for line, _, _ in lines.places)
    for y in range(lines.height):
        texts = lines.text(y, width)
        assert "".join(text for _, text in texts).isprintable()
        if width >= 60:
            assert sum(cell_len(text) for _, text in texts) <= width


def test_a_name_above_or_below_is_the_nearest_one() -> None:
    lines = ChosenLines.of([f"List number {number}" for number in range(6)], {}, 60)
    assert [line for line, _, _ in lines.places] == [0, 0, 0, 1, 1, 1]
    assert (lines.beside(1, 1), lines.beside(4, -1), lines.beside(4, 1), lines.beside(0, -1)) == (
        4,
        1,
        -1,
        -1,
    )


def test_marks_of_many_and_of_one() -> None:
    assert [mark(is_chosen=is_chosen, many=many) for many in (True, False) for is_chosen in (True, False)] == [
        "[x]", "[ ]", "(*)", "( )",
    ]  # fmt: skip


def test_a_note_takes_the_place_of_the_facts_behind_the_first() -> None:
    choice = Choice("Buyers", ("1 person", "Ready", "own time zones"), caution="in use")
    columns = Columns.of([choice]).within(80)
    assert (
        "".join(row_texts(choice, columns, "[x]", is_here=True))
        == "  >[x] Buyers            1 person  ~ in use"
    )
