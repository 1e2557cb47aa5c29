"""The page of Submit: which key asks, which creates, and that no other key there is without a word."""

import threading
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from pydantic import SecretStr

from tests.fault_server import serving
from tests.screen.steps.conftest import ASKED, READY, Wizard, practising
from tests.screen.steps.test_working import drive
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.kore.connection import ConnectionDraft
from tui.screen.steps.step import Step, show_status
from tui.screen.steps.submit_page import Page, keys, why_not
from tui.screen.widgets.button_bar import ButtonBar
from tui.workflow import polling
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session

DOCUMENT = example(Mode.PROGRESSIVE, Api.V1)
NAME = DOCUMENT["name"]
NIGHT = {"day": "MO", "start": "3:00 AM", "end": "6:00 PM"}


def on_platform(url: str) -> Session:
    """A session with a campaign that nothing is wrong with, and a connection from the environment."""
    connection = ConnectionDraft(url, "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30))
    return Session(
        campaign=CampaignEditor(parse_campaign(DOCUMENT, Api.V1).draft),
        access=Access(connection=connection, place=Destination.PLATFORM, from_environment=True),
    )


def guarded(url: str) -> Session:
    """The same by a profile of production, at night."""
    session = on_platform(url)
    session.campaign.draft = parse_campaign(
        {**DOCUMENT, "dialingStrategy": {**DOCUMENT["dialingStrategy"], "callingHours": at_night()}}, Api.V1
    ).draft
    session.connection.profile, session.connection.is_production = "prod-eu", True
    return session


def at_night() -> dict[str, Any]:
    hours = DOCUMENT["dialingStrategy"]["callingHours"]
    return {**hours, "days": [NIGHT, *hours["days"][1:]]}


def at_submit(work: Callable[[Wizard], Awaitable[None]], session: Session | None = None) -> None:
    async def run(wizard: Wizard) -> None:
        if wizard.session.place is Destination.PRACTICE:
            await wizard.wait_for("127.0.0.1:")
        await wizard.press("ctrl+r", "ctrl+n")
        await work(wizard)

    drive(run, session or practising())


def status(wizard: Wizard) -> str:
    """The status line."""
    return wizard.screen().splitlines()[-2].strip()


# --- the question


def test_enter_asks_and_only_y_creates() -> None:
    async def work(wizard: Wizard) -> None:
        assert READY in wizard.screen()
        screen = await wizard.press("enter")
        assert "> Create it now? It is sent once.          y creates   Esc not yet" in screen
        assert screen.splitlines()[-1].startswith(" y creates  Esc not yet")
        await wizard.press("Y", "space", "enter", "j", "tab", "c")
        assert ASKED in wizard.screen()
        assert not wizard.session.submissions.all
        await wizard.press("y")
        await wizard.wait_for("ACCEPTED  in ")
        assert status(wizard) == ""
        assert len(wizard.session.submissions.all) == 1

    at_submit(work)


def test_not_yet_takes_the_question_back_and_the_menu_can_not_answer() -> None:
    async def work(wizard: Wizard) -> None:
        for away in ("escape", "n"):
            await wizard.press("enter", away)
            assert READY in wizard.screen()
            assert status(wizard) == "Not yet: nothing was sent."
        await wizard.press("y")
        assert not wizard.session.submissions.all
        assert wizard.app.entry.title == "Submit"
        await wizard.press("enter")
        screen = await wizard.press("f10")
        assert "Not yet" in screen
        assert "Create it, once that was asked" not in screen

    at_submit(work)


def test_what_was_typed_ahead_or_pasted_is_no_answer() -> None:
    """A paste on a terminal that does not mark it is keys that come at once."""

    async def work(wizard: Wizard) -> None:
        for ahead in (("enter", "y"), ("y", "enter", "y", "y"), ("enter", *"yes", "enter")):
            await wizard.press(*ahead)
            assert not wizard.session.submissions.all, ahead
            assert "y creates" in wizard.screen()
            await wizard.press("escape")
        await wizard.paste("\ny\n")
        assert READY in wizard.screen()
        await wizard.press("enter")
        await wizard.paste("y")
        assert status(wizard) == "y creates, Esc not yet."
        assert not wizard.session.submissions.all

    at_submit(work)


@pytest.mark.parametrize(
    "delay", [0.25, pytest.param(0.66, marks=pytest.mark.long), pytest.param(1.0, marks=pytest.mark.long)]
)
def test_enter_held_down_creates_nothing_before_and_nothing_more_after(delay: float) -> None:
    """A key that is held comes again after a pause, and then quickly; no pause tells it from two presses."""

    async def held(wizard: Wizard) -> None:
        await wizard.press("enter")
        await wizard.pilot.pause(delay)
        await wizard.press(*["enter"] * 8)

    async def work(wizard: Wizard) -> None:
        await held(wizard)
        assert status(wizard) == "y creates, Esc not yet."
        assert not wizard.session.submissions.all
        await wizard.press("y")
        await wizard.wait_for("ACCEPTED  in ")
        await held(wizard)
        assert "ACCEPTED  in " in wizard.screen()
        await wizard.press("c")
        await held(wizard)
        await wizard.press(*["y"] * 3, *["ctrl+n"] * 6, *["enter"] * 4)
        assert len(wizard.session.submissions.all) == 1

    at_submit(work)


@pytest.mark.parametrize(
    "delay", [0.25, pytest.param(0.66, marks=pytest.mark.long), pytest.param(1.0, marks=pytest.mark.long)]
)
def test_enter_held_down_passes_no_guard(delay: float) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("enter")
        await wizard.pilot.pause(delay)
        await wizard.press(*["enter"] * 6)
        assert "Nothing was sent. Type: NIGHT" in wizard.screen()
        await wizard.press(*"NIGHT", *["enter"] * 6)
        assert "Nothing was sent. Type: prod-eu" in wizard.screen()
        await wizard.press(*"prod-eu", *["enter"] * 6)
        assert ASKED in wizard.screen()
        assert status(wizard) == "y creates, Esc not yet."
        assert not wizard.session.submissions.all

    with serving("accept") as server:
        at_submit(work, guarded(server.url))
        assert not server.creates


def test_each_guards_word_leads_on_to_the_question() -> None:
    async def work(wizard: Wizard) -> None:
        assert ASKED not in await wizard.press("y", "enter", *"night", "enter")
        assert "Type prod-eu and Enter." in wizard.screen()
        await wizard.press(*"Prod-EU", "enter")
        screen = await wizard.wait_for(ASKED)
        assert len([line for line in screen.splitlines() if line]) <= 24
        await wizard.press("escape", "enter", "y")
        await wizard.press("y")
        await wizard.wait_for("ACCEPTED")
        assert len(wizard.session.submissions.all) == 1

    with serving("accept") as server:
        at_submit(work, guarded(server.url))
        assert len(server.creates) == 1


def test_escape_gives_up_a_typed_word_and_nothing_else() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("enter", *"NIGH")
        screen = await wizard.press("escape")
        assert "NIGH" not in screen.replace("NIGHT", "")
        assert status(wizard) == "What was typed is given up; nothing was sent."
        await wizard.press("escape")
        assert status(wizard) == "Nothing is open here: ^P goes back."
        await wizard.press("c", "escape")
        assert status(wizard) == "Nothing is open here: ^P goes back."
        assert wizard.app.entry.title == "Submit"
        assert not wizard.session.submissions.all

    with serving("accept") as server:
        at_submit(work, guarded(server.url))


# --- no key without a word


async def each_says(wizard: Wizard, keys: Sequence[str], wanted: str) -> None:
    """Assert that each key leaves a sentence that ends in what there is to do."""
    for key in keys:
        show_status(wizard.app, "")
        await wizard.press(key)
        assert status(wizard).endswith(wanted), key


def test_before_a_create_each_key_does_something_or_says_why_not() -> None:
    async def work(wizard: Wizard) -> None:
        await each_says(wizard, [*"yncaiwsfx", "space"], "Enter asks whether to create it.")
        await each_says(wizard, ["escape"], "^P goes back.")
        await each_says(wizard, ["l"], "Looking whether the name is taken …")
        await wizard.wait_for("No other campaign bears this name")
        await wizard.press("tab")
        await each_says(wizard, ["y"], "the page's own keys work there: Shift+Tab goes back.")
        await wizard.press("shift+tab", "enter", "ctrl+p", "ctrl+n")
        assert READY in wizard.screen()
        await wizard.press("enter")
        await each_says(wizard, [*"csx", "space", "enter", "tab"], "y creates, Esc not yet.")
        assert ASKED in wizard.screen()
        assert not wizard.session.submissions.all

    at_submit(work)


def test_after_an_answer_each_key_does_something_or_says_why_not() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.create()
        await wizard.wait_for("REFUSED")
        await each_says(wizard, [*"ynilwfx", "space"], "c goes to what comes next, a shows the answer.")
        assert len(wizard.session.submissions.all) == 1
        await wizard.press("enter")
        assert wizard.app.entry.title == "Dialing strategy"
        assert len(wizard.session.submissions.all) == 1

    session = practising()
    session.draft.queue = "No such queue"
    at_submit(work, session)


def test_from_enter_to_the_outcome_no_field_is_judged_twice(judged: list[str]) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for(READY)
        assert judged
        judged.clear()
        wizard.session.draft.description = "Changed right before"  # a revision that nothing has read yet
        await wizard.create()
        await wizard.wait_for("ACCEPTED")
        assert len(judged) == len(set(judged)) > 10

    at_submit(work)


@pytest.mark.parametrize("away", [False, True])
def test_what_follows_an_outcome_is_begun_in_the_app_s_own_thread(
    monkeypatch: pytest.MonkeyPatch, away: bool
) -> None:
    begun: list[threading.Thread] = []
    begin = polling.begin

    def note(*args: Any) -> polling.FollowUp | None:
        begun.append(threading.current_thread())
        return begin(*args)

    async def work(wizard: Wizard) -> None:
        await wizard.create()
        if away:
            await wizard.press("ctrl+r")
        await wizard.wait_for(lambda _: bool(begun))
        assert begun == [threading.current_thread()]
        assert wizard.session.submissions.follow_up is not None

    monkeypatch.setattr(polling, "begin", note)
    at_submit(work)


def test_while_it_is_on_its_way_each_key_says_so() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.create()
        await wizard.wait_for("The request has left")
        await each_says(wizard, [*"yaicx", "enter"], "It was sent, once. Esc stops waiting.")
        await wizard.press("w")
        assert wizard.app.entry.title == "Review"
        assert len(wizard.session.submissions.all) == 1
        wizard.session.submissions.all[0].stop(wait=10)

    with serving("silent") as server:
        at_submit(work, on_platform(server.url))
        assert len(server.creates) == 1


def test_what_a_send_says_while_the_wizard_ends_is_heard_by_nobody() -> None:
    """The toolkit takes the widgets away one after the other, and messages arrive between them."""

    async def work(wizard: Wizard) -> None:
        close_all = wizard.app._close_all

        async def half_then_all() -> None:
            await wizard.app.frame.query(ButtonBar).remove()
            wizard.app.step.post_message(Step.ProgressChanged())
            await wizard.app.step.remove_children()
            await close_all()

        wizard.app._close_all = half_then_all  # type: ignore[method-assign]

    at_submit(work)


def test_where_it_is_not_ready_the_keys_say_so() -> None:
    async def work(wizard: Wizard) -> None:
        await each_says(wizard, [*"ycx", "enter"], "^R goes to the review, which lists what stops it.")

    at_submit(work, Session())


@pytest.mark.parametrize("page", Page)
def test_what_a_key_says_fits_the_status_line(page: Page) -> None:
    for key in (*"yncailwsfx", ""):
        assert why_not(page, key).endswith(page)
        assert len(why_not(page, key)) <= 78
    for has_id in (True, False):
        shown = keys(page, has_answer=True, has_id=has_id, can_ask=has_id, is_found=True)
        assert sum(len(key) + len(does) + 3 for key, does in shown) + len(" ^C quit ") <= 80


def test_pages_differ_in_what_they_say() -> None:
    assert len({str(each) for each in Page}) == len(list(Page))
    assert why_not(Page.READY, "y") == "Nothing was asked yet. Enter asks whether to create it."
    assert why_not(Page.READY, "a") == "There is no answer yet. Enter asks whether to create it."
    assert (
        why_not(Page.ACCEPTED, "y")
        == "It was sent already, once. c goes to what comes next, i copies the id."
    )
