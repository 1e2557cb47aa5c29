"""What an answer stands for: a choice or a name by its number, by a word, or as it stands."""

import io
from collections.abc import Iterator
from typing import TextIO

import pytest

from tests.plain.conftest import CAMPAIGN, Teller
from tui.campaign.fields import Api, Mode
from tui.campaign.kinds.choice import numbered, of_number
from tui.credentials.profile_text import Profiles
from tui.credentials.profiles import Profile
from tui.plain.console import Console, EndOfAnswersError
from tui.plain.questions import questions
from tui.plain.wizard import PlainWizard
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
        ": 3", "Taken as Agentless.", "40 are known: list names them", "Taken as Buyers Q2.",
        "1. Default Global DNC, 2. DNC December", "Taken as DNC December.", "Order. 1. FIFO, 2. LIFO.",
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
        ("99", "99", ""),
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
    session.access.profiles = Profiles((Profile("uat"), Profile("UAT"), Profile("1")))
    place = questions(session)[0]
    assert [place.meant(each) for each in ("UAT", "uat", "1", "2")] == ["UAT", "uat", "1", "2"]
    assert place.about.startswith("Practice, Kore.ai, uat, UAT or 1. ")
    assert tuple(Api) == ("v1", "v2")


def test_where_says_how_far_one_is_and_asks_again(tell: Teller) -> None:
    told = tell(["where", *CAMPAIGN[:2], "WHERE", *CAMPAIGN[2:7], "where", "", "<", ">", "where"])
    told.in_order(
        "Platform.", ": where", "Step 1 of 7: Connection. Question 1 of at least 15: Platform.", "Platform.",
        ": WHERE", "Step 2 of 7: Basics. Question 3 of at least 16: Name.", "Name.",
        "Contact list 2.", ": where", "Step 3 of 7: Contact lists. Question 8 of 17: Contact list 2.",
        "Contact list 2.", "Step 6 of 7: Review.", ": where", "Step 6 of 7: Review. 4 problems stop",
    )  # fmt: skip
    assert "Still wrong" not in told.text


def test_where_names_what_was_left_wrong(tell: Teller) -> None:
    told = tell([">", "contact", "where", "One", "where"])
    told.in_order(
        "Contact list 1.", ": where", "Still wrong before it: Platform, Name, Description, Dialing mode.",
        "Contact list 1.", ": One", "Contact list 2.", ": where", "Still wrong before it: Platform, Name, Description",
    )  # fmt: skip


def test_where_after_the_create(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "", "yes", "where", ""])
    told.in_order("accepted:", ": where", "Step 7 of 7: Submit.", "Enter ends")


def test_list_names_what_can_be_chosen(tell: Teller) -> None:
    told = tell(["list", *CAMPAIGN[:2], "list", *CAMPAIGN[2:5], "List", *CAMPAIGN[5:6], "list", "2"])
    told.in_order(
        ": list", "1. Practice\n2. Kore.ai\n", "Platform.", "Name.", ": list", "There is nothing to list here",
        "Name.", ": List", "1. Progressive\n2. Preview\n3. Agentless\n", "Contact list 1.", ": list",
        "1. Buyers Q2: 1,240 people, own time zones", "2. Buyers December: 310", ": 2", "Taken as Buyers December.",
    )  # fmt: skip
    assert told.session.draft.name == CAMPAIGN[2]


def test_list_of_zones_is_what_fits_or_a_count(tell: Teller) -> None:
    told = tell([*CAMPAIGN[: CAMPAIGN.index("Asia/Kolkata")], "list", "Georgia", "list", "2"])
    told.in_order(
        "There is nothing to list here. Whose clock the hours follow: type a city or region.", ": Georgia", ": list",
        "1. America/New_York\n2. Asia/Tbilisi\n", "Taken as Asia/Tbilisi.",
    )  # fmt: skip


def test_list_on_the_review_tells_it_again_and_its_numbers_hold(tell: Teller) -> None:
    told = tell(["practice", ">", "list", "1"])
    told.in_order(
        "Step 6", "1. Error: Name", ": list", "1. Error: Name", ": 1", "Step 2 of 7: Basics.", "Name."
    )


def test_a_word_that_is_a_value_or_stands_behind_a_backslash_is_one() -> None:
    session = Session(access=Access(place=Destination.PLATFORM))
    session.access.profiles = Profiles((Profile("list"),))
    place = questions(session)[0]
    assert not place.is_word("list", "list")
    assert place.is_word("LIST", "list")
    assert not place.is_word("\\list", "list")
    assert place.meant("\\where") == "where"


@pytest.mark.parametrize("word", ["where", "List"])
def test_a_person_who_asks_at_the_secret_gives_none(word: str) -> None:
    session, typed, out = Session(access=Access(place=Destination.PLATFORM)), iter([word]), io.StringIO()
    answers = io.StringIO("\nplatform.kore.ai\nst-1\nacc\ncs-1\n")
    talk = Console(answers, out, is_person=True, no_echo=lambda _, shown: next_or_end(typed, shown))
    with pytest.raises(EndOfAnswersError):
        PlainWizard(session, talk, lambda _: "", lambda _step, _key: "").run()
    assert session.connection.problem("client_secret")
    assert ("Question 6 of" in out.getvalue()) == (word == "where")


def next_or_end(typed: Iterator[str], shown: TextIO) -> str:
    shown.write("secret")
    for each in typed:
        return each
    raise EOFError


def test_another_version_keeps_the_draft_says_what_changes_and_asks_for_what_it_needs(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "Connection", "", "v2", "Connection", "", "v1"])
    told.in_order(
        "API version.", ": v2", "v2 has a DNC list: nobody on Default Global DNC is called.",
        "Machine detection, which is off for Progressive, is left out.",
    )  # fmt: skip
    told.in_order(": v1", "v1 has no DNC list: people on Default Global DNC would be called.", "Review.")
    assert "1 problem stops this campaign" in told.text
    assert told.session.draft.dnc_list == "Default Global DNC"
