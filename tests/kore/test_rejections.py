"""Which field a refusal names, how long to wait, and what a 401 is about: tables of cases."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kore.test_judge import answered
from tui.kore import rejections
from tui.kore.answer import read
from tui.kore.auth_errors import denial, skew
from tui.kore.causes import Cause
from tui.kore.exchange import Exchange
from tui.kore.verdicts import Verdict

NOW = datetime(2026, 11, 24, 4, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Validation errors/ Invalid arguments: dialingStrategy.maxRingTime must be 5 to 120",
         "dialingStrategy.maxRingTime"),
        ("dialingStrategy.callingHours.days[2].start is wrong", "dialingStrategy.callingHours.days[2].start"),
        ("contactLists[1] names no contact list of this account", "contactLists[1]"),
        ('"maxRingTime" must be less than or equal to 120', "dialingStrategy.maxRingTime"),
        ("queue_name is not allowed to be empty", "queue_name"),
        ("Campaign name already exists", "name"),
        ("The caller ID is not verified", "dialingStrategy.callerId.phoneNumber"),
        ("callerId is invalid", "dialingStrategy.callerId.phoneNumber"),
        ("Contact lists not found", "contactLists"),
        ("timezone is invalid", "dialingStrategy.callingHours.timezone"),
        ("Campaigns are not enabled for the account", ""),
        ("", ""),
        ("a.b.c[1].d is unknown", ""),
    ],
)  # fmt: skip
def test_the_field_a_refusal_names(text: str, path: str) -> None:
    assert rejections.field_named_in(text) == path


def test_every_error_that_names_a_field_is_a_problem_of_it() -> None:
    body = {
        "errors": [{"msg": "priority must be text"}, {"msg": "No."}, {"message": "maxSkips is missing"}, {}]
    }
    outcome = answered(412, body)
    assert [(each.field, each.message) for each in outcome.problems] == [
        ("priority", "priority must be text"), ("maxSkips", "maxSkips is missing"),
    ]  # fmt: skip


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    rejections.field_named_in(text)
    answered(412, json.dumps({"errors": [{"msg": text}]}).encode())


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7),
        (" 120 ", 120),
        ("999999", 3_600),
        ("0", 0),
        ("", 60),
        ("-5", 60),
        ("soon", 60),
        ("٣", 60),
        ("9" * 5_000, 60),
        (format_datetime(NOW + timedelta(seconds=90), usegmt=True), 90),
        (format_datetime(NOW - timedelta(seconds=90), usegmt=True), 0),
    ],
)
def test_how_long_to_wait(said: str, seconds: float) -> None:
    headers = (("retry-after", said), ("Date", format_datetime(NOW, usegmt=True)))
    assert rejections.wait(Exchange(headers=headers)) == seconds
    outcome = answered(429, b"", headers=headers)
    assert (outcome.verdict, outcome.wait) == (Verdict.RATE_LIMITED, seconds)
    assert f"wait {seconds:.0f} s" in outcome.message


def at(ahead: float) -> Exchange:
    """An answer when this machine's clock was so many seconds ahead of the server's."""
    return Exchange(
        headers=(("Date", format_datetime(NOW, usegmt=True)),),
        answered=(NOW + timedelta(seconds=ahead)).timestamp(),
    )


SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.mark.parametrize(
    ("text", "ahead", "causes"),
    [
        ("Invalid SDK credentials", 0, (Cause.SECRET, Cause.APP)),
        ("Invalid JWT token", 0, (Cause.SECRET,)),
        ("invalid signature", 0, (Cause.SECRET,)),
        ("Permission denied. Scope is incorrect!", 0, (Cause.SCOPE,)),
        ('error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)', 0, (Cause.CLOCK,)),
        ("jwt expired", 0, (Cause.CLOCK,)),
        ("error verifying the jwt: possibly a replay", 0, (Cause.REPLAY,)),
        ("Invalid SDK credentials", 300, (Cause.CLOCK,)),
        ("Invalid SDK credentials", -300, (Cause.CLOCK,)),
        ("Permission denied. Scope is incorrect!", 300, (Cause.SCOPE,)),
        ("No.", 0, ()),
        ("", 0, ()),
    ],
)
def test_what_a_401_is_about(text: str, ahead: float, causes: tuple[Cause, ...]) -> None:
    found = denial(text, at(ahead))
    assert found.causes == causes
    assert bool(found.advice) == bool(causes)


def test_how_wrong_the_clock_is_is_said() -> None:
    assert "5 min ahead of" in denial("Invalid SDK credentials", at(300)).advice
    assert "60 min behind" in denial("Invalid SDK credentials", at(-3_600)).advice


@pytest.mark.parametrize("date", ["", "yesterday", "99", "\x1b[2J"])
def test_a_date_that_is_none_is_no_cause(date: str) -> None:
    assert skew(Exchange(headers=(("Date", date),), answered=NOW.timestamp())) is None


def test_the_causes_come_with_the_outcome() -> None:
    outcome = answered(401, {"errors": [{"message": "Permission denied. Scope is incorrect!", "code": 4002}]})
    assert outcome.causes == (Cause.SCOPE,)
    assert "publish" in outcome.message


def test_a_body_that_would_grow_when_indented_is_cut() -> None:
    deep = b'{"status":"success","x":' + b"[" * 300 + b"0," * 200_000 + b"0" + b"]" * 300 + b"}"
    outcome = answered(200, deep)
    assert outcome.verdict is Verdict.ACCEPTED
    assert len(outcome.answer) < 300_000


def test_a_long_string_costs_no_stack() -> None:
    cut = b'{"data":{"id":"cd-1","x":"' + b"a\\n" * 300_000
    assert read(cut, complete=False).campaign_id == "cd-1"


SENT = {
    "name": "June",
    "contactLists": ["Buyers", "Renewals"],
    "dialingStrategy": {
        "maxRingTime": 30,
        "callingHours": {"days": [{"day": "MO", "start": "9:00 AM", "end": "6:00 PM"}]},
    },
}


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ("contactLists[1] names no contact list", "contactLists[1]", "Renewals: names no contact list"),
        ("contactLists.0: no such list", "contactLists[0]", "Buyers: no such list"),
        ('"contactLists/0" no such list', "contactLists[0]", "Buyers: no such list"),
        ("Validation errors/ contactLists[1] is unknown", "contactLists[1]", "Renewals: is unknown"),
        ("contactLists[7] is unknown", "contactLists[7]", "contactLists[7] is unknown"),
        ("contactLists[99999999999] x", "contactLists[99999999999]", "contactLists[99999999999] x"),
        ("dialingStrategy.callingHours.days[0].start is wrong", "dialingStrategy.callingHours.days[0].start",
         "MO 9:00 AM 6:00 PM: is wrong"),
        ("dialingStrategy.callingHours.days.0.start is wrong", "dialingStrategy.callingHours.days[0].start",
         "MO 9:00 AM 6:00 PM: is wrong"),
        ("maxRingTime is wrong", "dialingStrategy.maxRingTime", "maxRingTime is wrong"),
    ],
)  # fmt: skip
def test_an_index_is_said_by_its_value(text: str, path: str, said: str) -> None:
    (found,) = rejections.with_values(rejections.problems([text]), SENT)
    assert (found.field, found.message) == (path, said)


def standing(text: str, **now: object) -> bool:
    return bool(rejections.standing(rejections.problems([text]), SENT, {**SENT, **now}))


def test_a_refusal_stands_until_its_field_changes() -> None:
    assert standing("name is taken")
    assert standing("name is taken", contactLists=["Others"])
    assert not standing("name is taken", name="July")
    assert not standing("dialingStrategy.maxRingTime is wrong", dialingStrategy={"maxRingTime": 31})
    assert not standing("dialingStrategy.maxRingTime is wrong", dialingStrategy={"maxRingTime": "30"})
    assert not standing("dialingStrategy.maxRingTime is wrong", dialingStrategy={})


def test_of_a_list_of_names_the_one_that_was_refused_counts() -> None:
    assert standing("contactLists[0] is unknown", contactLists=["Others", "Buyers"])
    assert not standing("contactLists[0] is unknown", contactLists=["Renewals"])


@given(st.text(alphabet="contacLs[]0123./days \"':"), st.recursive(
    st.none() | st.text() | st.integers(),
    lambda each: st.lists(each) | st.dictionaries(st.sampled_from(["contactLists", "dialingStrategy"]), each),
))  # fmt: skip
def test_no_answer_and_no_document_breaks_it(text: str, document: object) -> None:
    sent = document if isinstance(document, dict) else {"contactLists": document}
    found = rejections.with_values(rejections.problems([text]), sent)
    rejections.standing(found, sent, SENT)
