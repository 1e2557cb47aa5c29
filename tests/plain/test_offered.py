"""Names that exist, at a plain question: listed with their facts, looked among, taken by number."""

import time

import pytest

from tests.plain.conftest import CAMPAIGN, Teller
from tui.campaign import fields
from tui.plain.questions import questions
from tui.plain.where import found, names
from tui.workflow.choices import Choice, Offered
from tui.workflow.session import Session

LISTS = (
    Choice("Renewals July", ("1,204 people", "Ready")),
    Choice("Renewals August", ("0 people", "Preparing"), hindrance="can't be called yet"),
    Choice("2024", ("3 people",), caution='in running "May calls"'),
    Choice("[red]x\x1b[2J\nq "),
    *(Choice(f"Buyers {number}") for number in range(60)),
)
TO_LISTS = CAMPAIGN[:6]


@pytest.fixture(autouse=True)
def platform(monkeypatch: pytest.MonkeyPatch) -> dict[str, Offered]:
    """What is offered for each field that names something."""
    made = {fields.LISTS.key: Offered(LISTS, time.monotonic())}

    def offered(session: Session, key: str) -> Offered | None:  # noqa: ARG001
        return made.get(key)

    monkeypatch.setattr("tui.plain.questions.offered", offered)
    return made


def test_of_many_the_question_says_how_many_and_how_to_see_them(tell: Teller) -> None:
    told = tell([*TO_LISTS, "list"])
    told.in_order(
        "Contact list 1. 64 are known: list names them, find and a word looks among them.", ": list",
        "1. Renewals July: 1,204 people, Ready\n", "2. Renewals August: 0 people, Preparing, ! can't be called yet\n",
        '3. 2024: 3 people, ~ in running "May calls"\n', '4. "[red]x␛[2J␊q "\n', "40. Buyers 35\n",
        "And 24 more: find and a word looks among them.",
    )  # fmt: skip
    assert "\x1b" not in told.text


def test_what_is_found_has_the_number_it_is_taken_by(tell: Teller) -> None:
    told = tell([*TO_LISTS, "find july", "1", "FIND buyers 59", "64", "find", "find nix", "-"])
    told.in_order(
        ": find july", "1. Renewals July: 1,204 people, Ready\n", ": 1", "Taken as Renewals July.", "64. Buyers 59\n",
        ": 64", "Taken as Buyers 59.", "find and a word looks among 64 names.", "Nothing of 64 fits nix.",
    )  # fmt: skip
    assert told.session.draft.contact_lists == ("Renewals July", "Buyers 59")


def test_a_name_that_is_a_number_is_that_name_and_numbers_go_on_working(tell: Teller) -> None:
    told = tell([*TO_LISTS, "2024", "4", "5", "65", "02", "9" * 5_000])
    assert told.session.draft.contact_lists == (
        "2024", "[red]x\x1b[2J\nq ", "Buyers 0", "65", "02", "9" * 5_000,
    )  # fmt: skip


def test_what_can_t_be_used_yet_is_said_where_it_is_taken(tell: Teller) -> None:
    tell([*TO_LISTS, "2", "renewals july"]).in_order(
        "Taken as Renewals August.",
        "Look: Renewals August: can't be called yet.",
        ": renewals july",
        "Contact list 3.",
    )


def test_a_name_that_begins_with_the_word_is_a_name_behind_a_backslash_or_where_it_exists(
    tell: Teller, platform: dict[str, Offered]
) -> None:
    platform[fields.LISTS.key] = Offered((*LISTS, Choice("find me")), time.monotonic())
    told = tell([*TO_LISTS, "find me", "\\find you"])
    assert told.session.draft.contact_lists == ("find me", "find you")
    assert tell([*CAMPAIGN[:2], "Find new customers"]).session.draft.name == "Find new customers"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (
            Offered(why="Contact lists could not be read: HTTP 403."),
            "Contact lists could not be read: HTTP 403.",
        ),
        (Offered(is_reading=True), "Reading contact lists"),
    ],
)
def test_where_nothing_was_read_that_is_said_and_any_name_is_taken(
    state: Offered, said: str, tell: Teller, platform: dict[str, Offered]
) -> None:
    platform[fields.LISTS.key] = state
    told = tell([*TO_LISTS, "list", "find me"])
    told.in_order("Contact list 1.", said, ": list", "There is nothing to list here.")
    assert told.session.draft.contact_lists == ("find me",)


def test_where_names_come_from_is_said(platform: dict[str, Offered]) -> None:
    platform[fields.LISTS.key] = Offered(LISTS[:1], time.monotonic(), source="seen in the last 10 campaigns")
    session = Session()
    at, question = next(
        (at, each) for at, each in enumerate(questions(session)) if each.key == fields.LISTS.key
    )
    assert question.about.startswith("Seen in the last 10 campaigns: 1. Renewals July.")
    assert list(names(session, at))[-1] == "Those seen in the last 10 campaigns; there may be others."
    assert next(found(question, "ren")) == "1. Renewals July: 1,204 people, Ready"
