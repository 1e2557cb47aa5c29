"""The drafts on the first screen, and keeping while one works."""

import asyncio
import shutil
import threading
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.screen.steps.conftest import Wizard, opened
from tests.storage.test_drafts import CONTENT, new
from tui.screen.runtime import save_timer
from tui.screen.steps import kept_drafts
from tui.screen.steps.kept_drafts import KeptDrafts
from tui.storage import drafts
from tui.storage.drafts import ListedDraft
from tui.workflow.session import Session


def drive(work: Callable[[Wizard], Awaitable[None]], session: Session | None = None) -> None:
    async def run() -> None:
        async with opened(session) as wizard:
            await work(wizard)

    asyncio.run(run())
    for thread in threading.enumerate():
        if thread.name in {"keep", "drafts"}:
            thread.join()


def test_a_kept_draft_is_offered_with_its_age_and_step_and_gone_on_with() -> None:
    new()

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("1 kept, Tab goes there")
        screen = await wizard.press("tab")
        assert ">Mine" in screen
        assert "just now" in screen
        assert "at Calling hours" in screen
        assert "Enter goes on, / searches" in screen
        await wizard.press("enter")
        await wizard.wait_for("9-6?")
        assert wizard.app.entry.title == "Calling hours"
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "zone"
        assert wizard.session.draft == CONTENT.draft
        await wizard.press("ctrl+p", "ctrl+p", "ctrl+p", "ctrl+p")
        assert "Tab goes there" not in wizard.screen()

    drive(work)


def test_esc_closes_the_field_for_a_name_and_gives_up_deleting() -> None:
    path = new()

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("1 kept, Tab goes there")
        await wizard.press("tab", "r")
        await wizard.type("Other")
        screen = await wizard.press("escape")
        assert "New name" not in screen
        assert "The draft stays as it is." in screen
        await wizard.press("x", "escape", "x")
        await wizard.wait_for("Delete again deletes “Mine” for good.")
        await wizard.press("escape")
        assert "Nothing is open here." in await wizard.press("escape")
        assert wizard.app.at == 0

    drive(work)
    assert path.exists()


def test_renamed_deleted_and_asked_before() -> None:
    path = new()

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("1 kept")
        await wizard.press("tab", "r")
        await wizard.wait_for("New name")
        await wizard.press("ctrl+u", *"July", "enter")
        await wizard.wait_for(">July")
        assert drafts.read(path).name == "July"
        assert "Delete again deletes “July” for good." in await wizard.press("delete")
        assert path.exists()
        await wizard.press("delete")
        await wizard.wait_for("“July” is deleted.")
        assert not path.exists()
        await wizard.wait_for(lambda screen: ">July" not in screen)

    drive(work)


def test_more_than_fit_are_reached_and_the_cursor_stays_in_sight() -> None:
    for number in range(10):
        new(replace(CONTENT, title=f"Draft {number}"))

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("10 kept, Tab goes there")
        screen = await wizard.press("tab", "end")
        (here,) = (line for line in screen.splitlines() if line.startswith(">Draft"))
        assert wizard.app.cursor.place() is not None
        assert screen.count("Draft ") == 8
        screen = await wizard.press("home")
        assert here[1:] not in screen
        await wizard.press("up")
        assert "10 kept, Tab goes there" in wizard.screen()

    drive(work)


def test_in_the_field_for_a_name_the_keys_of_the_list_are_letters() -> None:
    path = new()

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("1 kept")
        await wizard.press("tab", "r")
        await wizard.wait_for("New name")
        assert "xcrMine" in await wizard.press("home", *"xcr", "right", "left")
        assert "Delete the draft" not in await wizard.press("f1")
        await wizard.press("escape", "home", "delete", "delete", "delete", "enter")
        await wizard.wait_for(">Mine")
        assert path.exists()

    drive(work)


def test_one_that_is_open_elsewhere_says_by_whom_and_gives_a_copy() -> None:
    file = drafts.new(time.time())
    file.save(CONTENT)

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("1 kept")
        assert "open: pid" in await wizard.press("tab")
        await wizard.press("enter")
        assert "is open in another session (pid" in await wizard.wait_for("The draft is open")
        await wizard.press("c")
        await wizard.wait_for("9-6?")
        assert wizard.app.autosave.path not in {None, file.path}

    drive(work)
    file.release()


def block(home: Path) -> None:
    """Let a file stand where the state folder should be, once nothing looks for drafts there any more."""
    for thread in threading.enumerate():
        if thread.name == "drafts":
            thread.join()
    shutil.rmtree(home / ".local", ignore_errors=True)
    (home / ".local").write_text("a file where the folder should be")


@pytest.mark.parametrize("page", ["f1", "f10"])
def test_no_page_hides_that_nothing_is_saved(home: Path, page: str) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        block(home)
        await wizard.type("Kept")
        await wizard.wait_for("NOT SAVED: ")
        await wizard.press(page)
        await wizard.wait_for(
            lambda screen: screen.rstrip().splitlines()[-1].strip().startswith("NOT SAVED: ")
        )

    drive(work)


def test_once_there_is_room_again_it_is_saved_without_a_key(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_timer, "_AGAIN_SECONDS", 0.05)

    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        block(home)
        await wizard.type("Kept")
        await wizard.wait_for("NOT SAVED: ")
        (home / ".local").unlink()
        await wizard.wait_for("The draft is saved again.")
        (found,) = drafts.listed()
        assert found.name == "Kept"

    drive(work)


def test_500_drafts_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tuple(
        ListedDraft(
            Path(str(number)), f"Campaign {number} of {'Spring' if number % 2 else 'Autumn'}", time.time()
        )
        for number in range(500)
    )
    monkeypatch.setattr(kept_drafts, "kept", lambda _: found)

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("500 kept")
        await wizard.press("tab", "slash")
        screen = await wizard.press(*"spring", "space", *"49")
        assert "Campaign 49 of Spring" in screen
        assert "10 of 500" in screen
        screen = await wizard.press("enter")
        assert "Enter goes on, / searches" in screen
        assert "Campaign 500" not in await wizard.press("escape")
        assert len(wizard.app.query_one(KeptDrafts).rows.items) == 500

    drive(work)


def test_it_is_saved_while_one_types_and_a_disk_that_refuses_is_said_and_stays_said(home: Path) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        block(home)
        await wizard.type("Kept")
        screen = await wizard.wait_for("NOT SAVED: Not a directory. What you type is only in memory.")
        assert "NOT SAVED" in screen.splitlines()[0]
        screen = await wizard.press("ctrl+n")
        assert "NOT SAVED" in screen.splitlines()[0]
        assert "NOT SAVED:" not in screen
        screen = await wizard.press("ctrl+c")
        assert "Leave? Ctrl+C again leaves, all you typed will be lost; any other key stays." in screen
        assert "Still here." in await wizard.press("x")
        (home / ".local").unlink()
        await wizard.press("a")
        screen = await wizard.wait_for("The draft is saved again.")
        assert "NOT SAVED" not in screen
        (found,) = drafts.listed()
        assert (found.name, found.step) == ("Kept", "Contact lists")

    drive(work)
