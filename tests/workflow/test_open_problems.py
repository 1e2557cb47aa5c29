"""The problems that were passed already."""

import pytest

from tui.campaign.draft import Draft
from tui.campaign.problems import error
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.open_problems import OpenProblems, open_problems, title_of
from tui.workflow.session import Session


def session(visited: str = "", touched: str = "", **draft: str) -> Session:
    campaign = CampaignEditor(Draft(**draft))  # type: ignore[arg-type]
    campaign.visited.update(filter(None, visited.split(",")))
    campaign.touched.update(touched.split())
    return Session(campaign=campaign, access=Access(place=Destination.PRACTICE))


@pytest.mark.parametrize(
    ("visited", "touched", "here", "titles", "to_do"),
    [
        ("", "", "Connection", [], 7),
        ("Basics", "", "Basics", [], 7),
        ("Basics", "name", "Basics", ["Name"], 6),
        ("Basics,Contact lists", "", "Contact lists", ["Name", "Description", "Dialing mode"], 4),
        ("Basics,Contact lists", "", "Review", ["Name", "Description", "Dialing mode", "Contact lists"], 3),
    ],
)
def test_only_what_was_passed_is_a_problem_the_rest_is_left_to_do(
    visited: str, touched: str, here: str, titles: list[str], to_do: int
) -> None:
    found = open_problems(session(visited, touched), here)
    assert ([*found.titles], found.to_do) == (titles, to_do)
    assert all(found.titles.values())


def test_what_is_only_worth_a_look_is_no_error_and_said_at_once() -> None:
    assert open_problems(session(caller_id="12"), "Dialing strategy").titles == {"Caller ID": False}


def test_two_problems_of_a_field_are_one_title_and_the_worse_counts() -> None:
    twice = OpenProblems((error("name", "a"), error("name", "b"), error("odd.path", "c")), None, 0)
    assert twice.titles == {"Name": True, "odd.path": True}
    assert title_of(error("dialingStrategy.callingHours.days[2].start", "")) == "Calling hours"


def test_a_connection_is_a_problem_once_it_was_left() -> None:
    begun = session("Connection")
    begun.access.place = Destination.PLATFORM
    assert "Connection" not in open_problems(begun, "Connection").titles
    assert open_problems(begun, "Basics").titles["Connection"] is True
