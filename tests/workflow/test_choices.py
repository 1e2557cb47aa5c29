"""What can be picked: how typed text finds it, and what is said of it. Names come from outside and are anything."""

import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.workflow.choices import (
    Choice,
    Offered,
    by_name,
    count_words,
    folded,
    matching,
    next_choice,
    note_of,
    people_words,
    shown_name,
)

HOSTILE = (
    "[red]Buyers[/red]", "\x1b[2JBuyers", "קונים Q2", "顧客 Q2", "E\u0301lan", "Bu\u200byers", "  Buyers  ",
    "\u202eBuyers", "x" * 10_000, "", " ", "\u200d", "Z" + "\u0301" * 500, "\ud800",
)  # fmt: skip
names = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))


def found(typed: str, *names: str) -> list[str]:
    return [choice.name for choice in matching([Choice(name) for name in names], typed)]


def test_what_begins_so_comes_first_then_words_then_what_has_it_inside() -> None:
    listed = ("Children", "New Ren", "Renewals July", "renewals June", "Buyers")
    assert found("ren", *listed) == ["Renewals July", "renewals June", "New Ren", "Children"]
    assert found("", *listed) == list(listed)
    assert found("  ", *listed) == list(listed)
    assert found("nothing such", *listed) == []


def test_the_name_itself_comes_before_those_that_begin_so() -> None:
    assert found("Buyers", "Buyers Q2", "Old Buyers", "Buyers") == ["Buyers", "Buyers Q2", "Old Buyers"]


def test_words_stand_in_any_order_and_the_last_may_be_begun() -> None:
    assert found("july ren", "Renewals June", "Renewals July") == ["Renewals July"]
    assert found("renewals ", "Renewals June", "Renewals") == ["Renewals June", "Renewals"]
    assert found("july ewals", "Renewals July") == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("elan", "Élan"), ("Élan", "elan"), ("strasse", "STRASSE"), ("straße", "Strasse"), ("buyers", "Bu\u200byers"),
        ("istanbul", "İstanbul"), ("q2", "קונים Q2"), ("קונים", "קונים Q2"), ("顧客", "顧客 Q2"), ("ｂｕｙ", "Buyers"),
        ("buyers", "  Buyers  "), ("[red]", "[red]Buyers[/red]"), ("[2jbuy", "\x1b[2JBuyers"),
    ],
)  # fmt: skip
def test_case_marks_and_what_has_no_width_do_not_count(typed: str, name: str) -> None:
    assert found(typed, name, "another") == [name]


def test_two_of_one_name_are_both_found_and_stay_two() -> None:
    two = (Choice("Buyers", ("12 people",)), Choice("Buyers", ("7 people",)))
    assert matching(two, "buy") == two
    assert by_name(two)["Buyers"] is two[0]


@given(st.lists(names, max_size=8), names)
@example(["\u200d"], "\u200d")
@example(["ab"], "a\u0301b")
def test_what_is_found_is_exactly_what_was_there(listed: list[str], typed: str) -> None:
    choices = tuple(map(Choice, listed))
    got = matching(choices, typed)
    assert len(got) <= len(choices)
    assert all(any(each is choice for choice in choices) for each in got)
    if not typed.strip():
        assert got == choices


@given(names, st.lists(names, max_size=4))
def test_a_name_that_is_typed_out_is_found_first(name: str, others: list[str]) -> None:
    listed = [*others, name]
    if name.strip():
        assert found(name, *listed)[0] == name


@given(names)
def test_folding_twice_is_folding_once(name: str) -> None:
    once = folded(name)
    assert folded(once) == once
    assert not any(unicodedata.combining(char) for char in once)


@given(names)
def test_what_is_shown_of_a_name_is_one_short_printable_line(name: str) -> None:
    shown = shown_name(name)
    assert shown.isprintable()
    assert len(shown) <= 120 * len("\\u{10ffff}") + 3


def test_blanks_at_the_ends_are_seen() -> None:
    assert shown_name("Buyers ") == '"Buyers "'
    assert shown_name("") == '""'
    assert shown_name("Buyers Q2") == "Buyers Q2"


@given(st.text(alphabet=string.printable + "\u202e\u200b", max_size=40))
def test_notes_are_inert(said: str) -> None:
    assert note_of(Choice("a", hindrance=said)).isprintable()
    assert note_of(Choice("a", caution=said)).isprintable()


def test_what_enter_takes_is_neither_chosen_nor_hindered() -> None:
    choices = (Choice("a"), Choice("b", hindrance="empty"), Choice("c"))
    assert next_choice(choices, ()) == 0
    assert next_choice(choices, ("a",)) == 2
    assert next_choice(choices, ("a", "c")) == 1
    assert next_choice(choices, ("a", "b", "c")) == -1


def test_people_are_summed_as_far_as_they_are_known() -> None:
    known = by_name([Choice("a", people=1_200), Choice("b", people=4), Choice("c")])
    assert people_words(["a", "b"], known) == "1,204 people in all"
    assert people_words(["a", "typed"], known) == "at least 1,200 people"
    assert people_words(["c", "typed"], known) == ""
    assert people_words([], known) == ""
    assert people_words(["a", "a"], known) == "1,200 people in all"


def test_counts_in_words() -> None:
    assert count_words(2, 7, 1) == "2 of 7 shown, 1 chosen"
    assert count_words(1_234, 10_000) == "1,234 of 10,000"
    assert count_words(0, 0, 3) == "3 chosen"


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        (Offered(), ""),
        (Offered(is_reading=True), "Reading contact lists … type names meanwhile."),
        (Offered(why="HTTP 403."), "HTTP 403."),
        (Offered(when=1.0), "There are no contact lists on the platform."),
        (Offered((Choice("a"),), 1.0), ""),
        (Offered((Choice("a"),), 1.0, is_reading=True), ""),
        (Offered((Choice("a"),), 1.0, why="The newest could not be read."), "The newest could not be read."),
        (Offered((Choice("a"),), 1.0, is_whole=False), "There are more than were read: type those."),
        (
            Offered((Choice("a"),), 1.0, source="seen in the last 10 campaigns"),
            "Those seen in the last 10 campaigns; there may be others.",
        ),
    ],
)
def test_what_is_said_of_a_reading(offered: Offered, said: str) -> None:
    assert offered.state("Contact lists") == said


def test_a_field_of_one_value_is_said_in_the_plural() -> None:
    assert Offered(is_reading=True).state("Queue") == "Reading queues … type names meanwhile."
    assert Offered(when=1.0).state("DNC list") == "There are no DNC lists on the platform."
    assert Offered(hint="looks.").state("Caller ID") == "F5 looks."


def test_how_old_a_reading_is() -> None:
    read = Offered((Choice("a"),), when=100.0)
    assert read.read_words(103.0, "F5") == "read just now, F5 again"
    assert read.read_words(112.9, "r") == "read 12 s ago, r again"
    assert read.read_words(400.0, "r") == "read 5 min ago, r again"
    assert Offered((Choice("a"),), when=100.0, is_reading=True).read_words(400.0, "r") == "reading again …"
    assert Offered(why="HTTP 403.").read_words(400.0, "F5") == "F5 reads again"
    assert Offered().read_words(400.0, "r") == ""
