"""What a person does on the steps, and what comes of it."""

import asyncio
import json
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.screen.steps.conftest import ASKED, Wizard, opened, practising
from tui.campaign.fields import FIELDS, Api, Mode
from tui.campaign.hours_text import text_of
from tui.kore.connection import CONNECTION_FIELDS
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.screen.widgets.drawing import wrapped
from tui.workflow.access import Destination
from tui.workflow.session import Session


def drive(work: Callable[[Wizard], Awaitable[None]], session: Session | None = None) -> None:
    async def run() -> None:
        async with opened(session) as wizard:
            await work(wizard)

    asyncio.run(run())


def test_help_fits_the_two_lines_of_its_place() -> None:
    assert not [field.key for field in (*FIELDS, *CONNECTION_FIELDS) if len(wrapped(field.help, 76)) > 2]


def test_the_error_takes_the_place_of_the_help_and_goes_while_one_corrects() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        assert "How the campaign appears" in wizard.screen()
        screen = await wizard.press("tab")
        assert "! Name is missing." in screen
        assert "How the campaign appears" not in screen
        assert "! Description" not in screen
        screen = await wizard.press("shift+tab", "a")
        assert "! Name" not in screen
        screen = await wizard.type("b" * 48)
        assert "! Name is 49 characters long; 1 to 48 are allowed." in screen
        assert "49/48" in screen

    drive(work)


def test_the_rail_marks_what_is_done_and_what_has_problems() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.go("Calling hours")
        assert "+1 Connection  +2 Basics  +3 Lists  +4 Strategy >+5 Hours" in wizard.screen()
        wizard.session.draft.name = ""
        screen = await wizard.press("ctrl+r")
        assert "!2 Basics" in screen
        assert "1 problem stops this campaign" in screen

    drive(work, practising())


def test_a_choice_by_letter_and_by_arrow() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        screen = await wizard.press("tab", "tab", "3", "tab", "p", "p")
        assert "(*) 3" in screen
        assert "(*) Preview" in screen
        screen = await wizard.press("right")
        assert "(*) Agentless" in screen
        assert wizard.session.draft.priority == "3"

    drive(work)


def test_numbers_step_within_their_range() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Dialing strategy")
        await wizard.press("tab", "tab", "tab")
        await wizard.press("+", "+", "-")
        assert wizard.session.draft.attempts == "4"
        await wizard.press("ctrl+u", "-")
        assert wizard.session.draft.attempts == "1"
        await wizard.press("-")
        assert wizard.session.draft.attempts == "1"
        await wizard.press(*"+" * 120)
        assert wizard.session.draft.attempts == "100"

    drive(work, practising())


def test_f1_explains_the_field_and_question_mark_where_nothing_is_typed() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        screen = await wizard.press("f1")
        assert "Two campaigns may bear one name" in screen
        assert "Source: Create Campaign API" in screen
        await wizard.press("escape")
        await wizard.press("question_mark")
        assert wizard.session.draft.name == "?"
        await wizard.press("tab", "tab")
        assert "1 is the lowest" in await wizard.press("question_mark")
        await wizard.press("escape")
        await wizard.press("tab", "tab", "right", "right")
        assert "Agentless: a voice flow talks" in await wizard.press("enter")

    drive(work)


def test_a_problem_of_the_review_leads_to_its_field() -> None:
    async def work(wizard: Wizard) -> None:
        wizard.session.draft.ring = "4"
        await wizard.press("ctrl+r")
        screen = await wizard.press("enter")
        assert "! 4 is out of range: 5 to 120 s." in screen
        assert wizard.app.entry.title == "Dialing strategy"
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "ring"

    session = practising()
    session.access.place = Destination.PLATFORM
    session.connection.host = session.connection.app_id = session.connection.account_id = "x"
    session.connection.client_id = "x"
    from pydantic import SecretStr

    session.connection.client_secret = SecretStr("x")
    drive(work, session)


def test_a_host_that_is_not_the_vendors_is_named_on_the_review() -> None:
    session = practising()
    session.access.place = Destination.PLATFORM
    session.connection.host = "platform.example"
    for title, word in (("App ID", "app_id"), ("Account ID", "account_id"), ("Client ID", "client_id")):
        setattr(session.connection, word, title[:3])

    async def work(wizard: Wizard) -> None:
        screen = await wizard.go("Review")
        assert "1 thing to look at" in screen
        assert "platform.example is not under kore.ai" in screen

    drive(work, session)


def test_saving_never_overwrites_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    taken = tmp_path / "renewal-calls-june.json"
    taken.write_text("mine")

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("ctrl+r")
        await wizard.press("s")
        await wizard.press("enter")
        await wizard.wait_for("exists. Enter again replaces it")
        assert taken.read_text() == "mine"
        await wizard.press("enter")
        screen = await wizard.wait_for("readable by you alone.")
        assert str(taken) in "".join(line.strip() for line in screen.splitlines())

    drive(work, practising())
    assert json.loads(taken.read_text())["name"] == "Renewal calls June"
    assert stat.S_IMODE(taken.stat().st_mode) == 0o600


def test_a_proposed_name_is_replaced_by_typing_and_a_folder_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "june").mkdir()

    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("ctrl+r", "s", *"june", "enter")
        await wizard.wait_for(lambda screen: "is a folder: add a file's name" in " ".join(screen.split()))
        await wizard.press("ctrl+u", *"mine.json", "enter")
        await wizard.wait_for("readable by you alone.")

    drive(work, practising())
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.json"]


def test_the_grid_and_the_text_show_one_week() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Calling hours")
        await wizard.press("enter", "down", "down", "right")
        assert "RANGE 09:00-10:00 Mo-We, 1 h on 3 days" in wizard.screen()
        screen = await wizard.press("o")
        assert "Mo-We 09:00-10:00" in screen
        assert "opened 09:00-10:00 on Mo-We." in screen
        await wizard.press("tab", "end")
        screen = await wizard.type(",9:05-10:30")
        assert "overlaps another window" in " ".join(screen.split())
        assert text_of(wizard.session.draft.week) == "Mo-We 09:00-10:30"
        await wizard.press("tab")
        assert "Mo-We 09:00-10:30" in wizard.screen()

    session = practising()
    session.draft.weeks = {}
    drive(work, session)


def test_what_could_mean_two_things_offers_both() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Calling hours")
        await wizard.press("tab", "ctrl+u")
        await wizard.type("9-6")
        screen = await wizard.press("tab")
        assert "Write" in screen
        assert "09:00-18:00 or 09:00-06:00 next day" in " ".join(screen.split())
        assert not any(problem.field == "name" for problem in wizard.session.problems())
        assert any("end is not after" in problem.message for problem in wizard.session.problems())
        await wizard.press("ctrl+p", "ctrl+n")
        assert "9-6" in wizard.screen()

    drive(work, practising())


def test_a_zone_is_found_by_a_familiar_name() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Calling hours", "zone")
        await wizard.press("ctrl+u")
        assert "Enter takes [Asia/Kolkata]" in await wizard.type("mumb")
        await wizard.press("enter")
        assert wizard.session.draft.zone == "Asia/Kolkata"
        await wizard.press("ctrl+u")
        await wizard.type("EST")
        screen = await wizard.press("tab")
        assert "'EST' is an abbreviation, not a region. It may be America/New_York" in " ".join(
            screen.split()
        )

    drive(work, practising())


def test_daily_copies_the_day_under_the_cursor_once() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Calling hours")
        screen = await wizard.press("shift+tab", "d")
        assert "DAILY: Mon of WEEKLY was copied to all seven days, Mo-Su 09:00-18:00." in screen
        assert text_of(wizard.session.draft.week) == "Mo-Su 09:00-18:00"
        await wizard.press("w")
        assert text_of(wizard.session.draft.week) == "Mo-Fr 09:00-18:00"

    drive(work, practising())


def test_names_are_listed_counted_and_taken_off() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Contact lists")
        await wizard.press(*"A", "enter", *"B", "tab")
        assert wizard.session.draft.contact_lists == ("A", "B")
        assert "2 named" in wizard.screen()
        screen = await wizard.press("delete")
        assert "A was taken off the list." in screen
        assert wizard.session.draft.contact_lists == ("B",)

    drive(work)


def test_a_second_create_of_the_same_campaign_needs_typed_consent() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("ctrl+r")
        await wizard.press("ctrl+n")
        await wizard.press("space")
        assert not wizard.session.submissions.all
        await wizard.create()
        await wizard.wait_for("ACCEPTED  in ")
        await wizard.press("c", "enter")
        await wizard.type("Renewal calls June")
        await wizard.press("ctrl+r", "ctrl+n")
        await wizard.wait_for("was accepted before")
        await wizard.press("enter", "enter")
        await wizard.type("yes")
        await wizard.press("enter")
        await wizard.wait_for("Nothing was sent. Type: send again")
        assert len(wizard.session.submissions.all) == 1
        await wizard.press("ctrl+u")
        await wizard.type("send again")
        await wizard.press("enter")
        await wizard.wait_for(ASKED)
        assert len(wizard.session.submissions.all) == 1
        await wizard.press("y")
        await wizard.wait_for("ACCEPTED  in ")
        assert len(wizard.session.submissions.all) == 2

    drive(work, practising())


def test_what_was_refused_says_why_and_may_be_tried_again() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("ctrl+r")
        await wizard.press("ctrl+n")
        await wizard.create()
        screen = await wizard.wait_for("REFUSED")
        assert "queue_name" in screen
        assert "New attempt" in screen

    session = practising()
    session.draft.queue = "No such queue"
    drive(work, session)


def test_v2_asks_for_what_v2_needs() -> None:
    async def work(wizard: Wizard) -> None:
        assert "DNC list" in await wizard.go("Contact lists")
        assert "(*) no   ( ) detect   ( ) disconnect" in await wizard.go("Dialing strategy")

    drive(work, practising(Mode.AGENTLESS, Api.V2))


def test_markup_and_escapes_from_a_file_are_only_text() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        screen = await wizard.go("Basics")
        assert "[red]␛[31m[/nope]" in screen
        screen = await wizard.press("ctrl+r")
        assert "[red]" in screen
        assert "\x1b" not in screen

    session = practising()
    session.draft.name = "[red]\x1b[31m[/nope]"
    drive(work, session)


def test_an_outcome_of_another_run_is_found_again_on_coming_back() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("ctrl+r")
        await wizard.press("ctrl+n")
        await wizard.create()
        await wizard.wait_for("ACCEPTED  in ")
        await wizard.press("ctrl+p", "ctrl+n")
        assert "ACCEPTED  in " in wizard.screen()
        last = wizard.session.submissions.last_outcome()
        assert isinstance(last, Outcome)
        assert last.verdict is Verdict.ACCEPTED

    drive(work, practising())
