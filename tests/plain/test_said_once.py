"""What was said is not read out again, and nothing is offered that can't be done."""

import pytest

from tests.plain.conftest import CAMPAIGN, Teller


def test_help_is_said_with_the_first_name_alone(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:6], "One", "Two", ""])
    told.in_order(
        "Contact list 1. On the platform:", "Contact list 2. Enter: no more:", "Contact list 3. Enter: no"
    )
    assert told.text.count("Buyers December") == 1


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
