"""The calling hours as plain questions: readings by number, notes, repairs, frequencies."""

import pytest

from tests.campaign.hours_rows import NOT_UNDERSTOOD, READ, REFUSED
from tests.plain.conftest import CAMPAIGN, Teller
from tui.campaign.fields import Api, Mode
from tui.campaign.hours_text import text_of
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        (["1"], "Mo-Fr 09:00-12:00,13:00-17:00"),
        (["2"], "Mo-Fr 01:00-05:00,09:00-12:00"),
        (["3", "0", "1"], "Mo-Fr 09:00-12:00,13:00-17:00"),
        (["01:00-05:00"], "Mo-Fr 01:00-05:00,09:00-12:00"),
        (["Mo-Fr 9-12, 13:00-17:00"], "Mo-Fr 09:00-12:00,13:00-17:00"),
    ],
)
def test_a_reading_is_taken_by_its_number(answers: list[str], shown: str, tell: Teller) -> None:
    told = tell([*CAMPAIGN[:-1], "Mo-Fr 9-12, 1-5", *answers])
    told.in_order(
        "Error: '1-5' can be read in two ways. Answer 1 for 13:00-17:00 or 2 for 01:00-05:00.",
        "Calling hours:", f"Reads as {shown}.", "Review.",
    )  # fmt: skip
    assert text_of(told.session.draft.week) == shown
    assert ("Error: there is no reading 3." in told.text) == ("3" in answers)


def test_what_is_worth_a_word_is_said(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:-1], "2-10"])
    told.in_order(
        "Reads as Mo-Su 02:00-10:00.", "02:00-10:00 (2:00 AM-10:00 AM)", "Look: People are called at night",
    )  # fmt: skip


def test_a_copied_week_is_said_with_its_hours(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "calling", "", "daily", "", "calling", "", "xx", "custom"])
    told.in_order(
        "DAILY: Mon of WEEKLY was copied to all seven days, Mo-Su 09:00-18:00.", "Error: 'xx' is not known here",
        "CUSTOM: the week of WEEKLY was copied, Mo-Fr 09:00-18:00.",
    )  # fmt: skip
    assert "xx: " not in told.text


def test_the_word_for_a_repair_is_named_beside_it(tell: Teller) -> None:
    document = example(Mode.PROGRESSIVE, Api.V1)
    document["dialingStrategy"]["callingHours"]["days"][0]["end"] = "12:00 AM"
    session = Session(
        campaign=CampaignEditor(parse_campaign(document, Api.V1).draft),
        access=Access(place=Destination.PRACTICE),
    )
    told = tell([">", "calling", "", "custom", "", "1", "keep"], session)
    told.in_order(
        "Error: The file's hours are shown repaired: Mon 09:00-00:00 ends at midnight: it ends at 23:59 now. "
        "Keep or edit them. keep keeps the repaired hours.",
        "The repaired hours are kept.", "Nothing stops this campaign",
    )  # fmt: skip
    assert "K on the grid" not in told.text


def said_of_refused(typed: str, readings: tuple[str, ...]) -> list[str]:
    ways = " or ".join(f"{at} for {reading}" for at, reading in enumerate(readings, 1))
    return [f": {typed}", f"Answer {ways}.", ": 1", "Reads as"]


ASKED = (
    [((typed, "1"), said_of_refused(typed, readings)) for typed, readings in REFUSED.items()]
    + [((typed,), [f": {typed}", f"Reads as {week}.", note]) for typed, (week, note) in READ.items()]
    + [((typed, ">"), [f": {typed}", f"Error: {why}"]) for typed, why in NOT_UNDERSTOOD.items()]
)
"""What is answered, and what is said then."""


@pytest.mark.parametrize("first", range(0, len(ASKED), 6))
def test_every_text_that_once_went_wrong(tell: Teller, first: int) -> None:
    asked = ASKED[first : first + 6]
    answers = [answer for typed, _ in asked for answer in (*typed, "<")]
    told = tell([*CAMPAIGN[:-1], *answers])
    told.in_order(*(said for _, wanted in asked for said in wanted))
