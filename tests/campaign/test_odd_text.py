"""What a person can't see of a text is named, and texts that look alike are told apart by a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign import fields
from tui.campaign.draft import Draft
from tui.campaign.fields import Api
from tui.campaign.odd_text import is_blank, look, oddities

_UNSEEN = "which looks like a blank or like nothing"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Buyers Q2", []),
        ("Buyers Q2 ", ["ends with U+0020 (SPACE)"]),
        ("\u3000Buyers", ["begins with U+3000 (IDEOGRAPHIC SPACE)"]),
        ("Buyers\u00a0Q2", [f"has U+00A0 (NO-BREAK SPACE), {_UNSEEN}"]),
        ("a\u0085b", [f"has U+0085, {_UNSEEN}"]),
        ("a\u2028b", [f"has U+2028 (LINE SEPARATOR), {_UNSEEN}"]),
        ("a\nb", [f"has U+000A (LF), {_UNSEEN}"]),
        ("a\u202egnp.exe", [f"has U+202E (RIGHT-TO-LEFT OVERRIDE), {_UNSEEN}"]),
        (
            "a\u2066b\u2069",
            [f"has U+2066 (LEFT-TO-RIGHT ISOLATE), U+2069 (POP DIRECTIONAL ISOLATE), {_UNSEEN}"],
        ),
        ("a\u00adb\ufeff", [f"has U+00AD (SOFT HYPHEN), U+FEFF (ZERO WIDTH NO-BREAK SPACE), {_UNSEEN}"]),
        ("a\u200b", [f"has U+200B (ZERO WIDTH SPACE), {_UNSEEN}"]),
        ("a\u3164b", [f"has U+3164 (HANGUL FILLER), {_UNSEEN}"]),
        ("👨\u200d👩\u200d👧", []),
        ("می\u200cخواهم", []),
        ("a\u200d", [f"has U+200D (ZERO WIDTH JOINER), {_UNSEEN}"]),
        ("नवीनीकरण", []),
        ("Calls for {{campaignName}}", ["has '{{campaignName}}', a placeholder that was not filled in"]),
        ("${MONTH} calls", ["has '${MONTH}', a placeholder that was not filled in"]),
        ("a {b} <c> 100%", []),
    ],
)
def test_what_is_easily_overlooked_is_named(text: str, said: list[str]) -> None:
    assert list(oddities(text)) == said


@pytest.mark.parametrize(
    "text", ["", " ", "\u200b", "\u3164\u3164", "\u2800", "\u00a0\u2003", "\u202e\u202c", "\u0301"]
)
def test_what_can_not_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["a", "\u00a0a", "é", "e\u0301", "漢", "😀", "-", "0"])
def test_what_can_be_seen_is_not(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    "other",
    [
        "Buyers Q2 ",
        "buyers q2",
        "Buyers\u00a0Q2",
        "Buyers  Q2",
        "Buy\u200bers Q2",
        "\ufeffBuyers Q2",
        "Buyers\u2003Q2",
        "Ｂuyers Q2",
    ],
)
def test_names_that_look_alike_are_one(other: str) -> None:
    assert look(other) == look("Buyers Q2")


@pytest.mark.parametrize(
    ("one", "other"), [("Müller", "Mu\u0308ller"), ("STRASSE", "straße"), ("ﬁve", "five")]
)
def test_so_are_forms_of_one_letter(one: str, other: str) -> None:
    assert look(one) == look(other)


def test_other_names_are_others() -> None:
    assert len({look(each) for each in ("Buyers Q2", "Buyers Q3", "BuyersQ2", "Muller", "Müller")}) == 5


@given(st.text())
def test_a_look_looks_as_it_does(text: str) -> None:
    assert look(look(text)) == look(text)
    assert is_blank(text) or not is_blank(text + "a")
    list(oddities(text))


def test_a_blank_name_is_an_error_and_a_look_alike_a_warning() -> None:
    draft = Draft(name="\u3164", contact_lists=("Buyers Q2", "Buyers\u00a0Q2", "buyers q2"))
    assert [each.message for each in draft.problems_of(fields.NAME, Api.V1)] == ["Name is blank."]
    said = [(each.is_error, each.message) for each in draft.problems_of(fields.LISTS, Api.V1)]
    assert said == [
        (False, f"The name has U+00A0 (NO-BREAK SPACE), {_UNSEEN}."),
        (False, "'Buyers\\xa0Q2' looks like 'Buyers Q2', and differs from it."),
        (False, "'buyers q2' looks like 'Buyers Q2', and differs from it."),
    ]


@pytest.mark.parametrize(
    ("name", "is_said"), [("😀" * 24, False), ("😀" * 24 + "a", True), ("a" * 48, False)]
)
def test_what_the_platform_may_count_otherwise_is_said_from_the_first_unit_on(
    name: str, is_said: bool
) -> None:
    said = [each.message for each in Draft(name=name).problems_of(fields.NAME, Api.V1)]
    assert [each.startswith("Name may be counted as 49 characters") for each in said] == [True] * is_said


def test_a_value_that_is_only_spelled_otherwise_is_told_how() -> None:
    said = Draft(mode="Preview", order="fifo").problems_of(fields.ORDER, Api.V1)
    assert [each.message for each in said] == ["'fifo' is not known here: write FIFO, spelled exactly so."]
