"""Names that are not on the platform, where its names are known: said, with what was meant, and never refused."""

import pytest

from tests.screen.steps.conftest import practising
from tui.campaign.fields import Mode
from tui.practice.server import start
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
