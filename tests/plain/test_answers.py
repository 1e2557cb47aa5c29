"""What an answer stands for: a choice or a name by its number, by a word, or as it stands."""

import pytest

from tests.plain.conftest import CAMPAIGN, Teller
from tui.campaign.fields import Api, Mode
from tui.campaign.kinds.choice import numbered, of_number
from tui.credentials.profile_text import Profiles
from tui.credentials.profiles import Profile
from tui.plain.questions import questions
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session


@pytest.mark.parametrize(
    ("values", "said", "typed", "meant"),
    [
        (("A", "B"), "1. A, 2. B", "2", "B"),
        (("A", "B"), "1. A, 2. B", "3", "3"),
        (("A", "B"), "1. A, 2. B", "02", "02"),
        (("A", "B"), "1. A, 2. B", "9" * 5_000, "9" * 5_000),
        (("3", "1"), "3 or 1", "1", "1"),
        (("A",), "1. A", "1", "A"),
    ],
)
def test_values_are_numbered_unless_one_is_a_number(
    values: tuple[str, ...], said: str, typed: str, meant: str
) -> None:
    assert (numbered(values), of_number(values, typed)) == (said, meant)


def test_every_choice_is_answered_by_its_number_and_what_it_stands_for_is_said(tell: Teller) -> None:
    told = tell(
        ["1", "2", "Name", "About", "4", "3", "1", "", "2", "1", "+15101234567", "2", *["5"] * 3, "1"]
    )
    told.in_order(
        "Platform. 1. Practice, 2. Kore.ai.", ": 1", "Taken as Practice.", "API version. 1. v1, 2. v2.", ": 2",
        "Taken as v2.", "Priority. 1, 2, 3, 4 or 5.", ": 4", "Dialing mode. 1. Progressive, 2. Preview, 3. Agentless.",
        ": 3", "Taken as Agentless.", "Practice knows: 1. Buyers Q2, 2. Buyers December", "Taken as Buyers Q2.",
        "Practice knows: 1. Default Global DNC, 2. DNC December", "Taken as DNC December.", "Order. 1. FIFO, 2. LIFO.",
        "Taken as LIFO.", "Machine detection. 1. no, 2. detect, 3. disconnect.", "Taken as no.",
    )  # fmt: skip
    draft = told.session.draft
    assert (draft.priority, draft.mode, draft.contact_lists) == ("4", Mode.AGENTLESS, ("Buyers Q2",))
    assert (draft.dnc_list, draft.order, draft.detection) == ("DNC December", "LIFO", "no")
    assert "Taken as 4" not in told.text


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ("2", "Buyers December", "Taken as Buyers December."),
        ("\\2", "2", ""),
        ("buyers q2", "Buyers Q2", ""),
        ("Buyers", "Buyers", ""),
        ("9", "9", ""),
    ],
)
def test_a_name_is_taken_by_its_number_or_in_any_case_and_else_as_typed(
    typed: str, name: str, said: str, tell: Teller
) -> None:
    told = tell([*CAMPAIGN[:6], typed])
    assert told.session.draft.contact_lists == (name,)
    assert said in told.text
    assert bool(said) == (f"{typed}\nTaken as" in told.text)


def test_a_word_or_its_beginning_does_and_only_what_it_became_is_said(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:5], "PREV", *CAMPAIGN[6:9], "fifo"])
    told.in_order(": PREV", "Taken as Preview.", "Contact list 1.")
    assert "Taken as FIFO" not in told.text


@pytest.mark.parametrize("typed", ["0", "4", "-1", "1.", "p"])
def test_what_stands_for_no_choice_is_refused(typed: str, tell: Teller) -> None:
    told = tell([*CAMPAIGN[:5], typed])
    told.in_order(f": {typed}", f"Error: {typed!r} is not known here", "Dialing mode")
    assert "Taken as" not in told.text


def test_names_that_differ_in_case_are_told_apart_and_numeric_ones_are_no_numbers() -> None:
    session = Session(access=Access(place=Destination.PLATFORM))
    session.access.profiles = Profiles((Profile("uat"), Profile("UAT"), Profile("1")), "")
    place = questions(session)[0]
    assert [place.meant(each) for each in ("UAT", "uat", "1", "2")] == ["UAT", "uat", "1", "2"]
    assert place.about.startswith("Practice, Kore.ai, uat, UAT or 1. ")
    assert tuple(Api) == ("v1", "v2")
