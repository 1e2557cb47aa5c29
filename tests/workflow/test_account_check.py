"""A campaign beside what was read of its account: warnings, never errors, and nothing where nothing was read."""

from dataclasses import replace

import pytest

from tests.screen.steps.conftest import practising
from tui.campaign.draft import Draft
from tui.campaign.fields import CALLER_ID, DNC, FLOW, LISTS, QUEUE, Api, Mode
from tui.kore.reads import CampaignList, Row
from tui.practice.server import start
from tui.practice.world import PracticeSetup, World
from tui.workflow.access import Destination
from tui.workflow.account_check import findings
from tui.workflow.calls import call_context
from tui.workflow.choices import Choice
from tui.workflow.looks import ListSnapshot
from tui.workflow.offers import Offer
from tui.workflow.session import Session

LISTS_READ = Offer(
    (
        Choice("Good"), Choice("Empty", hindrance="has nobody on it"),
        Choice("Busy", caution='in running "May calls"'), Choice("  odd\x1b "),
    ),
    "4 contact lists of the account", 1.0, is_whole=True,
)  # fmt: skip


def draft(*lists: str, queue: str = "Default Queue", mode: Mode = Mode.PROGRESSIVE) -> Draft:
    found = practising(mode).draft
    found.contact_lists, found.queue = lists, queue
    return found


def said(given: Draft, read: dict[str, Offer], api: Api = Api.V1) -> list[tuple[str, str]]:
    found = findings(given, api, read)
    assert not any(each.is_error for each in found)
    return [(each.field, each.message) for each in found]


def test_lists_that_are_there_and_can_be_used_are_not_spoken_of() -> None:
    assert said(draft("Good", "  odd\x1b "), {LISTS.key: LISTS_READ}) == []


def test_every_list_that_is_worth_a_look_is_named() -> None:
    assert said(draft("Empty", "Good", "Busy", "Godo", "odd", ""), {LISTS.key: LISTS_READ}) == [
        ("contactLists[0]", "Empty has nobody on it."),
        ("contactLists[2]", 'Busy is in running "May calls".'),
        ("contactLists[3]", "Godo is not on the platform: did you mean Good?"),
        ("contactLists[4]", "odd is not on the platform: did you mean odd␛?"),
    ]


def test_what_is_not_among_a_part_of_all_is_unverified() -> None:
    seen = Offer((Choice("Default Queue"),), "seen in 25 campaigns", 1.0, absent="not seen in 25 campaigns")
    assert said(draft(queue="Defualt Queue"), {QUEUE.key: seen}) == [
        ("queue_name", "Defualt Queue is unverified, not seen in 25 campaigns: did you mean Default Queue?")
    ]
    assert said(draft(queue="Default Queue"), {QUEUE.key: seen}) == []


@pytest.mark.parametrize(
    "offer", [Offer(), Offer(why="It failed."), Offer((Choice("x"),), "accepted before")]
)
def test_what_was_not_read_says_nothing(offer: Offer) -> None:
    assert said(draft("A"), {LISTS.key: offer, QUEUE.key: offer}) == []
    assert said(draft("A"), {}) == []


def test_no_caller_id_is_missed_and_no_field_of_another_mode_or_version() -> None:
    whole = Offer((Choice("x"),), "x", 1.0, is_whole=True)
    assert said(draft("A"), {CALLER_ID.key: whole, FLOW.key: whole, DNC.key: whole}) == []


def test_names_that_are_known_are_taken_where_nothing_was_read() -> None:
    given = draft("Good", queue="Nowhere")
    names = {LISTS.key: ("Other",), QUEUE.key: ("Default Queue",)}
    found = findings(given, Api.V1, {LISTS.key: LISTS_READ}, lambda key: names.get(key, ()))
    assert [each.field for each in found] == ["queue_name"]


def test_a_name_that_is_missing_among_ten_thousand_is_compared_with_its_neighbours() -> None:
    many = replace(LISTS_READ, choices=tuple(Choice(f"Renewals {number}") for number in range(10_000)))
    for typed, meant in (
        ("Renewals 5000x", "Renewals 5000"),
        ("renewals 0x", "Renewals 0"),
        ("Renewals 9999", ""),
    ):
        found = said(draft(typed), {LISTS.key: many})
        assert [message for _, message in found] == (
            [f"{typed} is not on the platform: did you mean {meant}?"] if meant else []
        )


# --- in a session


def test_the_problems_of_a_session_follow_what_was_read() -> None:
    session = practising(Mode.PREVIEW)
    corrupted = next(each.name for each in World(PracticeSetup()).lists if each.status == "Corrupted")
    with start() as platform:
        session.access.practice = platform
        session.draft.contact_lists = (corrupted,)
        assert session.problems() == ()
        offers = session.offers()
        offers.read(LISTS.key, session.access.active_connection(), call_context())
        (found,) = session.problems()
        assert (found.field, found.message) == (
            "contactLists[0]",
            f"{corrupted} is Corrupted: it can't be called.",
        )
        assert session.can_send()
        assert session.offers() is offers


def test_what_was_read_of_one_place_is_not_said_of_another() -> None:
    session = practising(Mode.PREVIEW)
    with start() as platform:
        session.access.practice = platform
        session.draft.contact_lists = ("Nowhere",)
        session.offers().read(LISTS.key, session.access.active_connection(), call_context())
        assert session.problems()
        account, connection = platform.account, session.access.connection
        session.access.place = Destination.PLATFORM
        connection.host, connection.app_id = platform.url, account.app_id
        connection.account_id, connection.client_id = account.account_id, account.client_id
        connection.client_secret = account.client_secret
        assert session.problems() == ()
        session.offers().read(LISTS.key, session.access.active_connection(), call_context())
        assert session.problems()
        connection.client_secret = None
        assert session.problems()
        connection.host = "not a host"
        assert session.problems() == ()


def test_campaigns_that_were_read_for_their_names_offer_theirs_too() -> None:
    session = practising(Mode.AGENTLESS)
    with start() as platform:
        session.access.practice = platform
        connection = session.access.active_connection()
        found = CampaignList((Row("1", "a", mode=Mode.AGENTLESS, exact_connection="A flow"),), 1)
        session.submissions.listing_of(connection).listed = ListSnapshot(found, 0.0, 0.0)
        offer = session.offers().read(FLOW.key, connection, call_context())
    assert [each.name for each in offer.choices] == ["A flow"]


def test_where_nothing_can_be_read_nothing_is_offered() -> None:
    session = Session()
    with pytest.raises(ValueError, match="Choose where"):
        session.offers()
