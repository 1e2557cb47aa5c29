"""Names that are not on the platform, where its names are known: said, with what was meant, and never refused."""

import pytest

from tests.screen.steps.conftest import practising
from tui.campaign.fields import Mode
from tui.practice.server import start
from tui.workflow.choices import Offered
from tui.workflow.known_names import not_there
from tui.workflow.picking import offered
from tui.workflow.session import Session


@pytest.fixture
def session() -> Session:
    return practising(Mode.PREVIEW)


@pytest.mark.parametrize(
    ("key", "value", "path", "said"),
    [
        ("queue", "Defualt Queue", "queue_name", "Defualt Queue is not on the platform: did you mean Default Queue?"),
        ("queue", "default queue", "queue_name", "default queue is not on the platform: did you mean Default Queue?"),
        ("queue", "xyz", "queue_name", "xyz is not on the platform."),
        ("contact_lists", ("Buyers Q2", "Buyers Q3"), "contactLists[1]",
         "Buyers Q3 is not on the platform: did you mean Buyers Q2?"),
    ],
)  # fmt: skip
def test_it_is_said_and_stops_nothing(
    session: Session, key: str, value: object, path: str, said: str
) -> None:
    with start() as platform:
        session.access.practice = platform
        assert not session.problems()
        setattr(session.draft, key, value)
        (found,) = [each for each in session.problems() if "not on the platform" in each.message]
        assert (found.field, found.message, found.mark) == (path, said, "~")
        assert session.can_send()


def test_where_no_names_are_known_nothing_is_said(session: Session) -> None:
    session.draft.queue = "xyz"
    assert not session.problems()


def test_among_very_many_names_those_that_begin_alike_are_compared() -> None:
    many = tuple(f"{letter}uyers {number}" for letter in "BTX" for number in range(1_000))
    session = practising(Mode.PREVIEW)
    session.draft.queue = "Buyesr 77"
    (found,) = not_there(session.draft, session.api, lambda key: many if key == "queue" else ())
    assert found.message == "Buyesr 77 is not on the platform: did you mean Buyers 77?"
    session.draft.queue = "quite another one"
    (found,) = not_there(session.draft, session.api, lambda key: many if key == "queue" else ())
    assert found.message == "quite another one is not on the platform."


def test_what_is_offered_is_what_is_known_and_other_fields_name_nothing() -> None:
    session = practising(Mode.PREVIEW)
    access = session.access
    assert offered(session, "name") is None
    assert offered(session, "queue") == Offered(is_reading=True)
    with start() as platform:
        access.practice = platform
        found = offered(session, "queue")
        assert found is not None
        assert [choice.name for choice in found.choices] == list(access.existing("queue"))
        assert found.when is not None
        found = offered(session, "caller_id")
        assert found is not None
        assert not found.choices
        assert "F5" in found.state("Caller ID")
    access.practice, access.practice_error = None, "no port"
    assert offered(session, "queue") == Offered()
