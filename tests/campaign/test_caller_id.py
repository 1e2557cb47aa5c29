"""A caller ID of another shape is only odd, and what is odd about it is said."""

import pytest

from tui.campaign import fields
from tui.campaign.draft import Draft
from tui.campaign.fields import Api

_SHAPE = "Not of the usual shape: + and 8 to 15 digits."
_UNSEEN = "which looks like a blank or like nothing"


def said(number: str) -> list[str]:
    found = Draft(mode="Preview", caller_id=number).problems_of(fields.CALLER_ID, Api.V1)
    assert not [each for each in found if each.is_error]
    return [each.message for each in found]


@pytest.mark.parametrize("number", ["+14155550100", "+12345678", "+123456789012345", "+390612345678"])
def test_the_usual_shape_is_not_spoken_of(number: str) -> None:
    assert said(number) == []


@pytest.mark.parametrize("number", ["+1234567", "+1234567890123456", "sip:agent@example.com", "+1415555010x"])
def test_another_shape_gets_no_offer_where_there_is_none(number: str) -> None:
    assert said(number) == [f"{_SHAPE} Sent as it is."]


@pytest.mark.parametrize(
    "number",
    [
        "+1 (415) 555-0100", "+1-415-555-0100", "+1.415.555.0100", "+1 415\u2011555\u20110100", "tel:+14155550100",
        "+１４１５５５５０１００",
    ],
)  # fmt: skip
def test_marks_are_taken_out(number: str) -> None:
    assert said(number) == [f"{_SHAPE} Without its marks it is +14155550100. Sent as it is."]


def test_what_can_not_be_seen_is_named_as_well() -> None:
    assert said("\u202a+14155550100\u202c") == [
        f"Caller ID has U+202A (LEFT-TO-RIGHT EMBEDDING), U+202C (POP DIRECTIONAL FORMATTING), {_UNSEEN}.",
        f"{_SHAPE} Without its marks it is +14155550100. Sent as it is.",
    ]
    assert said("+1\u00a04155550100")[0] == f"Caller ID has U+00A0 (NO-BREAK SPACE), {_UNSEEN}."


@pytest.mark.parametrize("number", ["(415) 555-0100", "020 7946 0000", "4155550100"])
def test_a_national_number_needs_its_country(number: str) -> None:
    assert said(number) == [f"{_SHAPE} Begin with + and the country's code. Sent as it is."]


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("+0123456789", "No country's code begins with 0."),
        ("+4402079460000", "Behind +44 the 0 of a national number goes: +442079460000."),
        ("+4903012345678", "Behind +49 the 0 of a national number goes: +493012345678."),
    ],
)
def test_an_odd_code_is_said(number: str, why: str) -> None:
    assert said(number) == [f"{why} Sent as it is."]


def test_the_zero_of_a_letterhead_goes_with_the_marks() -> None:
    assert said("+44 (0)20 7946 0000") == [f"{_SHAPE} Without its marks it is +442079460000. Sent as it is."]
