"""A caller ID of another shape is only odd, and what is odd about it is said."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign import caller_id, fields, summary
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign

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


def test_a_real_number_is_not_odd_and_with_the_zero_of_its_country_it_is() -> None:
    seen = 0
    for code, (region, *_) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items():
        if number := phonenumbers.example_number(region):
            plain = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            doubled = plain.replace(f"+{code}", f"+{code}0", 1)
            if not caller_id.is_usual(plain) or not caller_id.is_usual(doubled):
                continue
            assert said(plain) == []
            if phonenumbers.PhoneMetadata.metadata_for_region(region).national_prefix == "0":
                assert said(doubled) == [
                    f"Behind +{code} the 0 of a national number goes: {plain}. Sent as it is."
                ]
                seen += 1
    assert seen > 80


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("+14155550100", "+1 415-555-0100, United States"),
        ("+447624123456", "+44 7624 123456, Isle of Man"),
        ("+919876543210", "+91 98765 43210, India"),
        ("+18005550100", "+1 800-555-0100, one of 25 countries"),
        ("+80012345678", "+800 1234 5678, of no one country"),
        ("+15101234567", "+1 510-123-4567, not in +1's plan"),
        ("+99912345678", ""),
        ("sip:agent@example.com", "a SIP address, sent as it is"),
        ("agent@example.com", "a SIP address, sent as it is"),
        ("4155550100", ""),
    ],
)
def test_what_is_known_of_a_number_stands_beside_it(number: str, facts: str) -> None:
    assert fields.CALLER_ID.kind.suffix(fields.CALLER_ID, Draft(caller_id=number)) == facts


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("GB 020 7946 0000", "+442079460000"),
        ("020 7946 0000 uk", "+442079460000"),
        ("(415) 555-0100, United States", "+14155550100"),
        ("côte d'ivoire: 01 02 03 04 05", "+2250102030405"),
        ("DE 030 12345678", "+493012345678"),
    ],
)
def test_a_number_with_its_country_is_read(typed: str, number: str) -> None:
    draft = Draft(mode="Preview")
    answer = fields.CALLER_ID.kind.answer(fields.CALLER_ID, draft, typed, Api.V1)
    assert draft.caller_id == number
    assert answer.startswith(f"Taken as {number}: ")
    assert f" it is {number}. Sent as it is." in said(typed)[-1]


@pytest.mark.parametrize(
    "typed", ["020 7946 0000", "(415) 555-0100", "1000", "Korea 02-312-3456", "GB 1", "no land 020 7946 0000"]
)
def test_no_country_is_guessed(typed: str) -> None:
    draft = Draft()
    fields.CALLER_ID.kind.answer(fields.CALLER_ID, draft, typed, Api.V1)
    assert draft.caller_id == typed
    assert caller_id.with_country(typed) is None


def test_a_country_is_asked() -> None:
    said = fields.CALLER_ID.kind.answer(fields.CALLER_ID, Draft(), "020 7946 0000", Api.V1)
    assert said.startswith("Of which country is it?")
    assert caller_id.in_country("020 7946 0000", "GB") == caller_id.read("+442079460000")
    assert caller_id.in_country("020 7946 0000", "US") is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("+14155550100", "from +1 415-555-0100 (United States, ends in 0100), agents of"),
        ("020 7946 0123", "from 020 7946 0123 (ends in 0123), agents of"),
        ("sip:agent@example.com", "from sip:agent@example.com (a SIP address), agents of"),
        ("trunk", "from trunk, agents of"),
    ],
)
def test_the_review_repeats_its_last_digits(number: str, words: str) -> None:
    draft = parse_campaign(example(Mode.PREVIEW, Api.V1)).draft
    draft.caller_id = number
    assert words in summary.sentences(draft, Api.V1)[0]


NUMBERS = st.from_regex(r"\+?[0-9 ().\-]{0,20}[A-Za-z ]{0,12}", fullmatch=True)


@given(st.one_of(st.text(max_size=40), NUMBERS, st.from_regex(r"\+[0-9]{8,15}", fullmatch=True)))
def test_any_text_is_read_without_a_fall_and_never_refused(typed: str) -> None:
    draft = Draft(mode="Preview", caller_id=typed)
    assert caller_id.facts(typed).isprintable()
    assert caller_id.ending(typed) == "" or typed.replace(" ", "").count(caller_id.ending(typed)[-1])
    for each in draft.problems_of(fields.CALLER_ID, Api.V1):
        assert (
            not each.is_error
            or "missing" in each.message
            or "blank" in each.message
            or "half" in each.message
        )
    fields.CALLER_ID.kind.answer(fields.CALLER_ID, draft, typed, Api.V1)
    if draft.caller_id != typed:
        found = caller_id.read(draft.caller_id)
        assert found is not None
        assert found.is_valid
        digits = "".join(char for char in typed if char.isdecimal()).lstrip("0")
        assert draft.caller_id[-4:] == digits[-4:]
