"""The question of the time zone: what is sure is taken and said, all else is asked by number."""

import pytest

from tests.plain.conftest import CAMPAIGN, Teller

BEFORE = CAMPAIGN[: CAMPAIGN.index("Asia/Kolkata")]


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Mumbai", "Asia/Kolkata"), ("nyc", "America/New_York"), ("são paulo", "America/Sao_Paulo"),
        ("Asia/Mumbai", "Asia/Kolkata"), ("Iran", "Asia/Tehran"), ("Queens", "America/New_York"),
        ("India Standard Time", "Asia/Kolkata"), ("asia/kolkata", "Asia/Kolkata"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(GMT-05:00) America/New_York", "America/New_York"),
    ],
)  # fmt: skip
def test_what_is_sure_is_taken_and_said(typed: str, zone: str, tell: Teller) -> None:
    told = tell([*BEFORE, typed])
    told.in_order("Time zone.", f"Taken as {zone}.", "Frequency.")
    assert told.session.draft.zone == zone


@pytest.mark.parametrize(
    ("typed", "number", "zone"),
    [
        ("Georgia", "2", "Asia/Tbilisi"), ("Spain", "1", "Europe/Madrid"), ("USA", "2", "America/Chicago"),
        ("CST", "13", "Asia/Shanghai"), ("BST", "1", "Europe/London"), ("GMT", "2", "Europe/Dublin"),
        ("PST", "4", "Asia/Manila"), ("ICT", "1", "Asia/Bangkok"), ("NST", "2", "Asia/Kathmandu"),
        ("JST", "1", "Asia/Tokyo"), ("Asia/Kolkatta", "1", "Asia/Kolkata"), ("kolk", "1", "Asia/Kolkata"),
        ("UTC+9", "1", "Asia/Tokyo"), ("America/Washington", "2", "America/Los_Angeles"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_asked_and_answered_by_number(
    typed: str, number: str, zone: str, tell: Teller
) -> None:
    told = tell([*BEFORE, typed, number])
    told.in_order(
        "Answer with a number or a name:", f" {number}. {zone}", f"Error: {typed!r}", "Time zone:",
        f"Taken as {zone}.", "Frequency.",
    )  # fmt: skip
    assert told.session.draft.zone == zone


@pytest.mark.parametrize("typed", ["CST", "Georgia", "kolk", "UTC+9", "JST", "UTC", "UTC+5:15", "xqzj"])
def test_without_an_answer_nothing_is_taken(typed: str, tell: Teller) -> None:
    told = tell([*BEFORE, typed])
    assert told.session.draft.zone == typed
    assert f"Error: {typed!r}" in told.text
    assert "Taken as" not in told.text


def test_a_number_that_stands_for_nothing_is_said_and_the_choice_stays(tell: Teller) -> None:
    told = tell([*BEFORE, "Georgia", "3", "0", "9" * 5000, "2"])
    told.in_order(
        "There is no number 3: 1. America", "There is no number 0", "There is no number 9999", "Taken as Asia"
    )
    assert told.session.draft.zone == "Asia/Tbilisi"


def test_a_number_alone_is_no_zone(tell: Teller) -> None:
    told = tell([*BEFORE, "1", "Asia/Tokyo"])
    told.in_order("Error: '1' is no time zone", "Frequency.")
    assert "Taken as" not in told.text


def test_an_older_name_is_kept_and_said(tell: Teller) -> None:
    told = tell([*BEFORE, "Asia/Calcutta"])
    told.in_order("An older name of Asia/Kolkata; sent as typed.", "Frequency.")
    assert told.session.draft.zone == "Asia/Calcutta"
