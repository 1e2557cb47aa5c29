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
    autosave = Autosave(Session())
    assert autosave.save()
    assert autosave.path is None
    assert drafts.listed() == []


def test_a_session_comes_back_without_its_secret() -> None:
    autosave = Autosave(typed())
    autosave.at = ("Basics", "name")
    assert autosave.save()
    assert autosave.path is not None
    assert SECRET not in autosave.path.read_text()
    autosave._file.release()  # type: ignore[union-attr]
    session = Session()
    again = Autosave(session)
    again.open(autosave.path)
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
    autosave = Autosave(typed())
    assert autosave.take() is not None
    autosave.save()
    assert autosave.take() is None
    autosave.session.draft.contact_lists = ("A",)
    assert autosave.take() is not None


def test_what_was_taken_earlier_never_replaces_what_was_taken_later() -> None:
    autosave = Autosave(typed("Earlier"))
    earlier = autosave.take()
    autosave.session.draft.name = "Later"
    assert autosave.save()
    assert autosave.write(earlier)
    assert autosave.path is not None
    assert drafts.read(autosave.path).draft.name == "Later"


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
    autosave = Autosave(typed("At hand"))
    autosave.open(other.path)
    assert autosave.session.draft.name == "Other"
    assert {each.name for each in drafts.listed()} == {"Other", "At hand"}


def test_why_it_can_not_be_saved_stays_known_until_it_is(home: Path) -> None:
    blocked = home / ".local"
    blocked.write_text("a file where the folder should be")
    autosave = Autosave(typed())
    assert not autosave.save()
    assert "directory" in autosave.trouble
    assert not autosave.save()
    blocked.unlink()
    assert autosave.save()
    assert autosave.trouble == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_folder() -> None:
    autosave = Autosave(typed())
    autosave.save()
    assert autosave.path is not None
    autosave.path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    autosave.session.draft.name = "Later"
    assert not autosave.save()
    autosave.path.parent.chmod(stat.S_IRWXU)
