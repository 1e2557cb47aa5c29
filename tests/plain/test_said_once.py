"""What was said is not read out again, and nothing is offered that can't be done."""

import json

import pytest

from tests.plain.conftest import CAMPAIGN, Teller
from tui.campaign.leftovers import found_in
from tui.campaign.model import example
from tui.campaign.modes import Api, Mode
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.campaign_file import judge_file
from tui.workflow.session import Session


def test_help_is_said_with_the_first_name_alone(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:6], "One", "Two", ""])
    told.in_order(
        "Contact list 1. 40 are known:", "Contact list 2. Enter: no more:", "Contact list 3. Enter: no"
    )
    assert told.text.count("40 are known") == 1


def test_what_practice_is_stands_in_its_question(tell: Teller) -> None:
    told = tell([*CAMPAIGN, ""])
    assert told.text.count("all works as in earnest") == 1
    assert told.text.count("calls nobody") == 1


@pytest.mark.parametrize("there_and_back", [["", "no"], ["<", ">"], ["basics", "", "", "", ""]])
def test_a_review_that_did_not_change_is_told_once_and_again_when_asked(
    there_and_back: list[str], tell: Teller
) -> None:
    told = tell([*CAMPAIGN, *there_and_back, "list"])
    told.in_order(
        '"Renewal calls June" calls the people', "Step 6 of 7: Review.",
        "Nothing stops this campaign; nothing else to look at. All is as it was told before: list tells it again.",
        ": list", '"Renewal calls June" calls the people',
    )  # fmt: skip
    assert told.text.count("calls the people of") == 2


def test_a_review_that_changed_is_told_anew(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "basics", "Another", "", "", "", "where"])
    told.in_order('"Renewal calls June" calls', ": Another", '"Another" calls')
    assert "as it was told" not in told.text


def test_numbers_of_problems_hold_where_they_are_not_told_again(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:2], ">", "", "1"])
    told.in_order(
        "1. Error: Name", "not ready to send", "as it was told before", ": 1", "Step 2 of 7", "Name."
    )


def test_going_on_is_not_offered_where_that_is_stopped(tell: Teller) -> None:
    stopped, ready = tell(["practice", ">"]).text, tell(CAMPAIGN).text
    assert "Enter goes on" not in stopped
    assert "Review. A number goes to that problem" in stopped
    assert "Review. Enter goes on" in ready


def test_a_title_is_not_said_twice(tell: Teller) -> None:
    told = tell([">"])
    assert "Error: Contact lists: at least 1 is needed." in told.text


def test_the_confirmation_explains_itself_and_sends_nothing_by_that(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "", "?", "where", "no"])
    told.in_order(
        "Type yes: ?", "anything else goes back", "Type yes: where", "Step 7 of 7: Submit.", "Type yes: no",
        "Nothing was sent",
    )  # fmt: skip
    assert tell.creates() == 0


def test_a_problem_of_a_file_is_said_with_its_place(tell: Teller) -> None:
    file = json.dumps({**example(Mode.PROGRESSIVE, Api.V1), "colour": "red"}, indent=2)
    found = judge_file(file.encode())
    session = Session(campaign=CampaignEditor(found.draft))
    found.draft.leftovers = found_in(found)
    line = next(at for at, text in enumerate(file.splitlines(), 1) if '"colour"' in text)
    told = tell(["practice", "v1", ">"], session)
    told.in_order("1. Error: colour:", f"(line {line}, column 3)")
