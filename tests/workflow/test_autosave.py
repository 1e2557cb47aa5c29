"""A session is kept and comes back; what can't be kept says why."""

import os
import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from tui.campaign.hours import Week, Window
from tui.storage import drafts
from tui.workflow.access import Access, Destination
from tui.workflow.autosave import Autosave
from tui.workflow.session import Session

SECRET = "pl4nted-S3CRET"


def typed(name: str = "Typed") -> Session:
    session = Session(access=Access(place=Destination.PLATFORM))
    session.draft.name = name
    session.draft.queue = "of another mode"
    session.draft.weeks = {"WEEKLY": Week.of([Window(0, 540, 1080)]), "DAILY": Week.of([Window(0, 1, 2)])}
    session.draft.hours_text = "9-6"
    session.connection.host = "platform.kore.ai"
    session.connection.client_secret = SecretStr(SECRET)
    session.campaign.touched, session.campaign.visited = {"name"}, {"Basics"}
    return session


def test_nothing_typed_leaves_nothing_behind() -> None:
    keeper = Autosave(Session())
    assert keeper.save()
    assert keeper.path is None
    assert drafts.listed() == []


def test_a_session_comes_back_without_its_secret() -> None:
    keeper = Autosave(typed())
    keeper.at = ("Basics", "name")
    assert keeper.save()
    assert keeper.path is not None
    assert SECRET not in keeper.path.read_text()
    keeper._file.release()  # type: ignore[union-attr]
    session = Session()
    again = Autosave(session)
    again.open(keeper.path)
    assert session.draft == typed().draft
    assert (session.connection.host, session.connection.client_secret) == ("platform.kore.ai", None)
    assert (session.campaign.touched, session.campaign.visited, again.at) == (
        {"name"},
        {"Basics"},
        ("Basics", "name"),
    )
    assert session.place is Destination.PLATFORM
    session.draft.name = "Changed"
    assert again.save()
    assert [each.name for each in drafts.listed()] == ["Changed"]


def test_nothing_new_is_not_written_again() -> None:
    keeper = Autosave(typed())
    assert keeper.take() is not None
    keeper.save()
    assert keeper.take() is None
    keeper.session.draft.contact_lists = ("A",)
    assert keeper.take() is not None


def test_what_was_taken_earlier_never_replaces_what_was_taken_later() -> None:
    keeper = Autosave(typed("Earlier"))
    earlier = keeper.take()
    keeper.session.draft.name = "Later"
    assert keeper.save()
    assert keeper.write(earlier)
    assert keeper.path is not None
    assert drafts.read(keeper.path).draft.name == "Later"


def test_open_elsewhere_a_copy_can_be_taken() -> None:
    first = Autosave(typed())
    first.save()
    assert first.path is not None
    second = Autosave(Session())
    assert "is open in another session (pid" in second.try_to_open(first.path)
    assert second.try_to_open(first.path, copy=True) == ""
    assert second.path not in {None, first.path}
    assert {each.name for each in drafts.listed()} == {"Typed", "Typed (copy)"}


def test_another_draft_takes_the_place_of_the_one_at_hand_which_is_kept() -> None:
    other = Autosave(typed("Other"))
    other.save()
    other._file.release()  # type: ignore[union-attr]
    assert other.path is not None
    keeper = Autosave(typed("At hand"))
    keeper.open(other.path)
    assert keeper.session.draft.name == "Other"
    assert {each.name for each in drafts.listed()} == {"Other", "At hand"}


def test_why_it_can_not_be_saved_stays_known_until_it_is(home: Path) -> None:
    blocked = home / ".local"
    blocked.write_text("a file where the folder should be")
    keeper = Autosave(typed())
    assert not keeper.save()
    assert "directory" in keeper.trouble
    assert not keeper.save()
    blocked.unlink()
    assert keeper.save()
    assert keeper.trouble == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_folder() -> None:
    keeper = Autosave(typed())
    keeper.save()
    assert keeper.path is not None
    keeper.path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    keeper.session.draft.name = "Later"
    assert not keeper.save()
    keeper.path.parent.chmod(stat.S_IRWXU)
