"""What a field can be picked from: known at once, read behind what a person does, and never twice by itself."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tui.campaign.fields import Api, Mode
from tui.practice.server import PracticePlatform, start
from tui.practice.world import PracticeSetup
from tui.storage import intents
from tui.storage.receipts import Receipt
from tui.workflow import name_reading
from tui.workflow.access import Access, Destination
from tui.workflow.choices import PICKED
from tui.workflow.picking import offered, own_zones, read_names
from tui.workflow.session import Session


@pytest.fixture
def platform() -> Iterator[PracticePlatform]:
    with start() as platform:
        yield platform


@pytest.fixture
def session(platform: PracticePlatform) -> Session:
    return Session(access=Access(place=Destination.PRACTICE, practice=platform))


def read(session: Session, key: str, *, again: bool = False) -> bool:
    """Read, and wait until that is over; whether anything began."""
    done = read_names(session, key, lambda: None, again=again)
    return done is not None and done.wait(20)


def test_names_of_practice_are_there_before_they_are_read_and_then_with_their_facts(session: Session) -> None:
    before = offered(session, "contact_lists")
    assert before is not None
    assert before.choices[0].name == "Buyers Q2"
    assert not before.choices[0].facts
    assert read(session, "contact_lists")
    after = offered(session, "contact_lists")
    assert after is not None
    assert [each.name for each in after.choices] == [each.name for each in before.choices]
    assert after.choices[0].facts[:2] == ("1,240 people", "own time zones")
    assert after.is_whole
    assert not after.is_reading


@pytest.mark.parametrize("key", PICKED)
def test_each_is_read_once_and_again_where_a_person_wants_it(session: Session, key: str) -> None:
    assert read(session, key)
    assert not read(session, key)
    assert read(session, key, again=True)


def test_caller_ids_are_those_of_receipts_until_a_person_asks_for_more(session: Session) -> None:
    assert read(session, "caller_id")
    found = offered(session, "caller_id")
    assert found is not None
    assert found.choices == ()
    assert "looks into the newest 10 campaigns" in found.state("Caller ID")
    assert read(session, "caller_id", again=True)
    found = offered(session, "caller_id")
    assert found is not None
    assert found.choices
    assert "seen in the last 10 campaigns" in found.state("Caller ID")


def test_receipts_that_can_not_be_read_are_none_and_are_not_read_for_ever(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> tuple[list[Receipt], list[object]]:
        raise NotADirectoryError

    monkeypatch.setattr(intents, "everything", fail)
    assert read(session, "caller_id")
    assert not read(session, "caller_id")


def test_what_was_refused_is_said_once_and_read_again_only_for_a_person() -> None:
    with start(setup=PracticeSetup(has_configuration=False)) as platform:
        at = Session(access=Access(place=Destination.PRACTICE, practice=platform))
        assert read(at, "queue")
        found = offered(at, "queue")
        assert found is not None
        assert "Queues can't be read: the client's API scope lacks Configuration." in found.state("Queue")
        assert "Default Queue" in [each.name for each in found.choices]
        assert not read(at, "queue")


def test_nothing_begins_without_a_connection_or_for_a_field_that_names_nothing(session: Session) -> None:
    assert read_names(session, "name", lambda: None) is None
    assert read_names(Session(access=Access(place=Destination.PLATFORM)), "queue", lambda: None) is None
    assert read_names(Session(), "queue", lambda: None) is None


def test_what_is_being_read_is_not_begun_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []

    def slow(*_: object, **__: object) -> None:
        begun.append(read_names(session, "queue", lambda: None, again=True))
        found = offered(session, "queue")
        begun.append(found is not None and found.is_reading)

    monkeypatch.setattr(name_reading, "read", slow)
    assert read(session, "queue")
    assert begun == [None, True]


def test_lists_with_own_time_zones_are_named(session: Session) -> None:
    session.campaign.draft = replace(session.draft, mode=Mode.PREVIEW, contact_lists=("Renewals July",))
    assert read(session, "contact_lists")
    assert own_zones(session) == ""
    session.draft.contact_lists = ("Renewals July", "Buyers Q2")
    assert own_zones(session) == ("Buyers Q2: people's own time zones beat the campaign's.")
    session.connection.api = Api.V2
    assert own_zones(session) == ""  # nothing was read there
