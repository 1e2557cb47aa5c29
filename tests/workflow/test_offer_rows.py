"""What a row of a picker says: whether a list can be used, what is worth a look, and names picked exactly."""

from datetime import UTC, datetime

import pytest
from hypothesis import given

from tests.kore.test_contact_list import HOSTILE, ODD, parsed
from tui.base.text import inert
from tui.campaign.fields import CALLER_ID, DNC, FLOW, QUEUE, Mode
from tui.kore.contact_list import ContactList
from tui.kore.reads import Row
from tui.storage.receipts import Receipt
from tui.workflow.choices import Choice
from tui.workflow.offer_rows import list_choice, list_choices, merged, seen_choices, sent_caller_ids

READY = ContactList("A", "Ready", 1204, "localDrive", exact="A", own_time_zones=True)


def a_list(status: str = "Ready", records: int | None = 5, **more: object) -> ContactList:
    return ContactList("A", status, records, exact="A", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "hindrance", "caution"),
    [
        (a_list(), "", ""), (a_list("Validated"), "", ""),
        (a_list("Validating"), "is Validating: it can't be called yet", ""),
        (a_list("Preparing"), "is Preparing: it can't be called yet", ""),
        (a_list("Invalid"), "is Invalid: it can't be called", ""),
        (a_list("Corrupted"), "is Corrupted: it can't be called", ""),
        (a_list(records=0), "has nobody on it", ""), (a_list(records=None), "", ""),
        (a_list("Corrupted", 0), "is Corrupted: it can't be called", ""),
        (a_list("Dreaming"), "", 'in a status that is "Dreaming"'), (a_list(""), "", "in a status that is unknown"),
        (a_list(is_in_use=True, in_use_by=("May calls",)), "", 'in running "May calls"'),
        (a_list(is_in_use=True), "", "in a running campaign"), (a_list(in_use_by=("May calls",)), "", ""),
    ],
)  # fmt: skip
def test_whether_it_can_be_used_and_what_is_worth_a_look(
    found: ContactList, hindrance: str, caution: str
) -> None:
    choice = list_choice(found)
    assert (choice.name, choice.hindrance, choice.caution) == ("A", hindrance, caution)


def test_the_facts_of_a_row() -> None:
    changed = datetime(2025, 12, 5, 23, 59, tzinfo=UTC)
    full = ContactList(
        "A", "Ready", 1204, "localDrive", exact="A", own_time_zones=True, changed=changed, is_in_use=False
    )
    assert list_choice(full).facts == ("1,204 people", "own time zones", "Ready", "a file", "5 Dec 2025")
    assert list_choice(a_list("", 1)).facts == ("1 person", "", "", "", "")
    assert list_choice(a_list(records=None, source="sftp")).facts == ("", "", "Ready", "sftp", "")
    assert (list_choice(full).people, list_choice(a_list(records=None)).people) == (1204, None)


def test_lists_know_what_runs_and_what_is_named_alike() -> None:
    rows = [
        Row("1", "May calls", "Active", contact_lists=("B",)),
        Row("2", "Old", "Ready", contact_lists=("A",)),
    ]
    lists = [READY, ContactList("B", "Ready", 1, exact="B"), READY, ContactList("", "Ready", 1, exact=" ")]
    assert [(each.name, each.caution) for each in list_choices(lists, rows)] == [
        ("A", "one of 2 lists of this name"), ("B", 'in running "May calls"'), ("A", "one of 2 lists of this name"),
    ]  # fmt: skip


@given(HOSTILE, ODD)
def test_a_hostile_list_is_drawn_inert_and_named_exactly(row: dict[str, object], name: str) -> None:
    for choice in list_choices(parsed(row | {"name": name})):
        assert choice.name == name
        for text in (*choice.facts, choice.hindrance, choice.caution):
            assert inert(text, keep="") == text
            assert len(text) < 500


def test_names_seen_in_campaigns_by_what_each_campaign_is() -> None:
    rows = [
        Row("1", "a", mode=Mode.PREVIEW, exact_connection="Q2", exact_dnc_list="D"),
        Row("2", "b", mode=Mode.AGENTLESS, exact_connection="Flow", exact_dnc_list="D"),
        Row("3", "c", mode=Mode.PROGRESSIVE, exact_connection="Q1"),
        Row("4", "d", mode=Mode.PROGRESSIVE, exact_connection="Q2"),
        Row("5", "e", mode="Sideways", exact_connection="Neither"),
        Row("6", "f", mode=Mode.PREVIEW, exact_connection=" "),
    ]
    assert seen_choices(QUEUE.key, rows) == (
        Choice("Q2", ("in 2 campaigns",)),
        Choice("Q1", ("in 1 campaign",)),
    )
    assert seen_choices(FLOW.key, rows) == (Choice("Flow", ("in 1 campaign",)),)
    assert seen_choices(DNC.key, rows) == (Choice("D", ("in 2 campaigns",)),)
    assert seen_choices(CALLER_ID.key, rows) == ()


def receipt(number: object, outcome: str = "accepted", time: str = "2026-03-02T10:00:00+00:00") -> Receipt:
    document = {"dialingStrategy": {"callerId": {"phoneNumber": number}}}
    return Receipt("r", time, "p", "u", "st-1", "acc-1", "v1", document, "c", "0", 1, outcome=outcome)


def test_caller_ids_that_were_accepted() -> None:
    found = sent_caller_ids(
        [
            receipt("+1"),
            receipt("+2", "refused"),
            receipt("+1", time="2026-01-01T00:00:00+00:00"),
            receipt(None),
        ]
    )
    assert found == (Choice("+1", ("sent 2026-03-02",)),)


def test_a_name_is_offered_once() -> None:
    assert merged([Choice("A", ("x",))], [Choice("B"), Choice("A")]) == (Choice("A", ("x",)), Choice("B"))
