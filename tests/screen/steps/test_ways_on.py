"""What comes after a create: another one, which is never the same, and the campaign that a look found."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import SecretStr

from tests.fault_server import serving
from tests.screen.steps.conftest import READY, Wizard, practising
from tests.screen.steps.test_late_answer import meeting
from tests.screen.steps.test_submit import DOCUMENT, at_submit, on_platform, status
from tests.screen.steps.test_working import drive
from tests.storage.unresolved import unresolved
from tui.campaign.draft import Draft
from tui.campaign.fields import Api
from tui.campaign.parse import parse_campaign
from tui.kore.connection import ConnectionDraft
from tui.kore.verdicts import Verdict
from tui.practice.server import PracticePlatform, start
from tui.storage import receipts
from tui.workflow import messages
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session
from tui.workflow.submission import Submission


async def accepted(wizard: Wizard) -> None:
    await wizard.create()
    await wizard.wait_for("ACCEPTED  in ")
    await wizard.wait_for(" [ Another like it ] [ An empty one ] [ Done ]")


def test_another_like_it_has_all_but_the_name() -> None:
    async def work(wizard: Wizard) -> None:
        await accepted(wizard)
        await wizard.press("c", "enter")
        assert wizard.app.entry.title == "Basics"
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "name"
        assert wizard.session.draft.name == ""
        await wizard.press(*"Another", "ctrl+r", "ctrl+n")
        screen = await wizard.wait_for(READY)
        assert "send again" not in screen
        assert wizard.session.document() == {**DOCUMENT, "name": "Another"}

    at_submit(work)


def test_what_was_typed_since_is_kept_until_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(wizard: Wizard) -> None:
        await accepted(wizard)
        codes: list[int] = []
        monkeypatch.setattr(wizard.app, "exit", lambda return_code: codes.append(return_code))
        await wizard.press("c", "right", "right", "enter")
        assert codes == [0]
        wizard.session.draft.name = "Typed since"
        await wizard.press("left", "enter")
        assert "would be lost: once more does it." in status(wizard)
        sent = wizard.session.submissions.current
        await wizard.press("left", "enter")
        screen = await wizard.wait_for(READY)
        assert '"Typed since"' in screen
        wizard.session.submissions.current = sent
        wizard.app.go(6)
        await wizard.press("c", "right", "enter", "enter")
        assert wizard.app.entry.title == "Basics"
        assert wizard.session.draft == Draft()
        assert wizard.session.submissions.current is None

    at_submit(work)


def test_what_another_process_created_meanwhile_is_not_offered_again() -> None:
    async def work(wizard: Wizard) -> None:
        other = Submission(parse_campaign(DOCUMENT), wizard.session.access.active_connection())
        other.start(lambda: None)
        assert other.wait(10)
        await wizard.create()
        screen = await wizard.wait_for("  EXISTS")
        assert "[ Another like it ]" in screen
        assert "New attempt" not in screen
        await wizard.press("i")
        assert "cd-1f0c" in status(wizard)

    with serving("accept") as server:
        at_submit(work, on_platform(server.url))
        assert len(server.creates) == 1


def test_what_was_sent_for_practice_never_stands_before_a_real_start() -> None:
    platform = start(fault="reset-after-read")
    with platform:
        session = connected(platform)
        sending = Submission(parse_campaign(DOCUMENT), session.access.active_connection(), practice=True)
        sending.start(lambda: None)
        assert sending.wait(10)
        assert sending.wait_for_look(10)
    again = practising()
    again.submissions.find_earlier()

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.pilot.pause(0.3)
        assert wizard.app.entry.title == "Connection"
        await wizard.press("ctrl+r", "ctrl+n")
        await wizard.wait_for(READY)

    drive(work, again)


# --- what a look found


def test_the_very_campaign_is_found_and_one_key_settles_it(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("f")
        assert status(wizard) == "Nothing was found. Enter asks whether to create it."
        await wizard.create()
        screen = await wizard.wait_for("FOUND: cd-")
        assert "f settles it: created." in " ".join(screen.split())
        assert screen.splitlines()[-1].startswith(" f it is this one")
        (sending,) = wizard.session.submissions.all
        assert sending.outcome is not None
        assert sending.outcome.verdict is Verdict.UNKNOWN
        await wizard.press("f")
        screen = await wizard.wait_for("[ Another like it ]")
        assert "\n  FOUND" in screen
        assert status(wizard).startswith("Noted: created, cd-")
        assert sending.outcome.verdict is Verdict.ACCEPTED
        assert not unresolved()
        await wizard.press("f")
        assert status(wizard).startswith("Nothing was found.")

    at_submit(work, meeting("reset-after-read", practising(), monkeypatch))


@pytest.fixture
def platform() -> Iterator[PracticePlatform]:
    """A platform that makes the campaign and gives no answer."""
    with start(fault="reset-after-read") as running:
        yield running


def connected(platform: PracticePlatform) -> Session:
    account = platform.account
    connection = ConnectionDraft(
        platform.url, account.app_id, account.account_id, account.client_id, account.client_secret
    )
    return Session(
        campaign=CampaignEditor(parse_campaign(DOCUMENT, Api.V1).draft),
        access=Access(connection=connection, place=Destination.PLATFORM, from_environment=True),
    )


def left_in_doubt(platform: PracticePlatform, *, looks: int) -> Session:
    """What the next start knows of a create whose end nobody knows, after so many looks at the list."""
    first = connected(platform)
    sending = Submission(parse_campaign(DOCUMENT), first.access.active_connection())
    sending.start(lambda: None)
    assert sending.wait(10)
    assert sending.wait_for_look(10)
    assert len(sending.looks) == 1
    if not looks:
        (kept,) = unresolved()
        receipts.save(replace(kept, looks=()))
    session = connected(platform)
    session.submissions.find_earlier()
    return session


def test_the_next_start_knows_what_was_found(platform: PracticePlatform) -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.wait_for("FOUND: cd-")
        assert "UNKNOWN: a campaign may have been created" in screen
        assert "it had 1 new campaign of this name" in " ".join(screen.split())
        assert screen.splitlines()[-1].startswith(" f it is this one")
        await wizard.press("f")
        screen = await wizard.wait_for("Noted: created, cd-")
        assert "UNKNOWN" not in screen
        assert "was accepted before" in " ".join(screen.split())

    session = left_in_doubt(platform, looks=1)
    drive(work, session)
    assert not unresolved()
    (settled,) = session.submissions.earlier
    assert settled.resolved == "created"
    assert (settled.campaign_id or "").startswith("cd-")


def test_a_look_at_the_next_start_finds_it_beside_what_is_typed(platform: PracticePlatform) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("UNKNOWN: a campaign may have been created")
        await wizard.press("f")
        assert status(wizard).startswith("Nothing was found.")
        await wizard.press("l", "enter", *"not cr")
        screen = await wizard.wait_for("FOUND: cd-")
        assert "not cr" in screen
        await wizard.press("escape", "c", *"created", "enter")
        assert not unresolved()

    session = left_in_doubt(platform, looks=0)
    drive(work, session)
    (settled,) = session.submissions.earlier
    assert (settled.campaign_id or "").startswith("cd-")


def test_a_look_says_what_it_found_long_ago() -> None:
    """Hostile or broken, what the disk has is only text."""
    looks = ({"time": "2026-07-01T01:11:55+00:00", "candidates": [{"id": "cd-\x1b[2J", "name": None}, 7]},)
    (said, row) = messages._kept(looks[0])
    assert said == "The last time, at 2026-07-01 01:11:55 UTC, it had 1 new campaign of this name."
    assert "\x1b" not in row
    assert "no new one of this name" in messages._kept({})[0]


# --- names of practice


def test_a_real_profile_is_not_offered_the_names_of_practice() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        wizard.app.go(2)
        assert "1 chosen" in await wizard.wait_for("[ ] Renewals July")
        wizard.session.access.type_connection()
        for at in (2, 3):
            wizard.app.go(at)
            screen = await wizard.press()
            assert "[ ]" not in screen
            assert "Queue1" not in screen
        assert wizard.session.access.existing("queue") == ()

    drive(work, practising())


def test_after_practice_an_odd_host_is_named() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        wizard.session.access.place = Destination.PLATFORM
        wizard.app.go(6)
        await wizard.wait_for("! 127.0.0.1 is not under kore.ai")

    session = practising()
    session.access.connection = ConnectionDraft("http://127.0.0.1:9", "a", "b", "c", SecretStr("s"))
    drive(work, session)
