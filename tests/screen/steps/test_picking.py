"""Names are picked among what exists: contact lists, and the one value of a queue; fed by hand."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from textual.geometry import Offset

from tests.screen.steps.conftest import Wizard, opened, practising
from tests.screen.steps.test_screens import Snapshot, steady
from tui.base.terminal import Depth, Terminal
from tui.campaign import fields
from tui.campaign.fields import Api, Mode
from tui.practice.server import start
from tui.workflow.choices import Choice, Offered
from tui.workflow.session import Session

LISTS = (
    Choice("Renewals July", ("1,204 people", "Ready", "own time zones"), people=1_204),
    Choice("Renewals August", ("0 people", "Preparing"), hindrance="can't be called yet", people=0),
    Choice("Renewals June", ("980 people", "Ready"), caution='in running "May calls"', people=980),
    Choice("Buyers Q2", ("12 people", "Ready"), people=12),
    Choice("Buyers ", ("7 people", "Ready"), people=7),
    Choice("קונים 顧客", ("3 people", "Ready"), people=3),
    Choice("[red]x[/red]\x1b[2J", ("1 person", "Ready"), people=1),
)
QUEUES = tuple(
    Choice(name) for name in ("Default Queue", "Queue1", "Sales", "Service", "Back office", "Night")
)


class Platform:
    """What exists, by the key of a field, and how often it was read."""

    def __init__(self) -> None:
        self.lists = Offered(LISTS, time.monotonic())
        self.queues = Offered(QUEUES, time.monotonic())

    def offered(self, session: Session, key: str) -> Offered | None:  # noqa: ARG002
        found = {fields.LISTS.key: self.lists, fields.QUEUE.key: self.queues, fields.DNC.key: Offered()}
        return found.get(key)


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> Platform:
    made = Platform()
    monkeypatch.setattr("tui.screen.steps.form.offered", made.offered)
    return made


Work = Callable[[Wizard], Awaitable[None]]


def drive(
    work: Work,
    session: Session | None = None,
    size: tuple[int, int] = (80, 24),
    terminal: Terminal = Terminal(),
) -> None:
    async def run() -> None:
        async with opened(session or empty(), size, terminal) as wizard:
            await work(wizard)

    asyncio.run(run())


def empty(api: Api = Api.V1, mode: Mode = Mode.PROGRESSIVE) -> Session:
    """A session in practice with a campaign that nothing is wrong with but that no list is named."""
    session = practising(mode, api)
    session.draft.contact_lists = ()
    return session


def chosen(wizard: Wizard) -> tuple[str, ...]:
    return wizard.session.draft.contact_lists


# --- contact lists


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_page_as_it_is_seen(size: tuple[int, int], snapshot: Snapshot) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.at("Contact lists")
        await wizard.type("jul")
        await wizard.press("enter")
        await wizard.type("ren")
        if size[0] >= 120:
            await wizard.wait_for("calls Renewals July, oldest")
        snapshot(steady(wizard.screen()), f"picking-{size[0]}x{size[1]}")
        snapshot(steady(await wizard.press("down")), f"picking-rows-{size[0]}x{size[1]}")

    drive(work, empty(Api.V2), size)


@pytest.mark.usefixtures("platform")
def test_a_list_is_picked_with_a_few_keys_and_the_next_one_after_it() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.type("jul")
        screen = await wizard.press("enter")
        assert chosen(wizard) == ("Renewals July",)
        assert "Renewals July is on the list." in screen
        await wizard.type("ren")
        screen = await wizard.press("enter")
        assert chosen(wizard) == ("Renewals July", "Renewals June")
        assert 'Renewals June is on the list. ~ in running "May calls".' in screen
        assert "2,184 people in all" in screen
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "contact_lists"

    drive(work)


@pytest.mark.usefixtures("platform")
@pytest.mark.usefixtures("platform")
def test_keys_that_come_all_at_once_do_the_same() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.press(
            *"jul", "enter", *"ren", "enter", *"q2", "down", "space", "tab", "ctrl+n", "ctrl+u", "down"
        )
        assert chosen(wizard) == ("Renewals July", "Renewals June", "Buyers Q2")
        await wizard.press("down", "enter", *"1")
        assert wizard.session.draft.queue == "Queue1"
        assert wizard.session.draft.caller_id.endswith("1")

    drive(work)


@pytest.mark.usefixtures("platform")
def test_what_filters_is_no_name_and_that_is_said_where_it_is_left() -> None:
    async def work(wizard: Wizard) -> None:
        said = '"buy" only filtered: Enter takes a row, the row with + what you typed.'
        for leave in ("tab", "ctrl+n", "ctrl+p"):
            await wizard.at("Contact lists", "contact_lists")
            assert said not in await wizard.type("buy")
            assert chosen(wizard) == ()
            await wizard.press(leave)
            await wizard.wait_for(said)
            assert chosen(wizard) == ()

    drive(work)


@pytest.mark.usefixtures("platform")
def test_what_only_led_to_the_rows_is_no_name() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.type("buy")
        await wizard.press("down")
        await wizard.press("space", "down", "space")
        assert chosen(wizard) == ("Buyers Q2", "Buyers ")
        screen = await wizard.press("tab")
        assert chosen(wizard) == ("Buyers Q2", "Buyers ")
        assert "7 of 7 shown, 2 chosen" in screen

    drive(work)


@pytest.mark.usefixtures("platform")
def test_what_is_left_in_the_field_is_a_name_that_is_marked() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.type("Autumn")
        screen = await wizard.press("tab")
        assert chosen(wizard) == ("Autumn",)
        assert "1 ~Autumn" in screen

    drive(work)


@pytest.mark.usefixtures("platform")
def test_a_name_that_is_typed_out_and_left_is_that_list() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.type("Buyers Q2")
        await wizard.press("ctrl+n")
        assert chosen(wizard) == ("Buyers Q2",)
        await wizard.at("Contact lists")
        await wizard.type("Buyers Q2")
        assert chosen(wizard) == ("Buyers Q2",)

    drive(work)


@pytest.mark.usefixtures("platform")
def test_names_are_sent_exactly_as_the_platform_has_them() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.press("down", "end", "space", "up", "space", "up", "space")
        screen = wizard.screen()
        assert wizard.session.document()["contactLists"] == ["[red]x[/red]\x1b[2J", "קונים 顧客", "Buyers "]
        assert "\x1b" not in screen
        assert "1 [red]x[/red]␛[2J" in screen
        assert '3 "Buyers "' in screen

    drive(work)


def test_the_eleventh_is_refused_and_says_so(platform: Platform) -> None:
    platform.lists = Offered(tuple(Choice(f"List {number}") for number in range(12)), time.monotonic())

    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.press("down", *["space", "down"] * 10)
        assert len(chosen(wizard)) == 10
        screen = await wizard.press("space")
        assert "10 lists at most: take one off before another." in screen
        assert len(chosen(wizard)) == 10

    drive(work)


@pytest.mark.usefixtures("platform")
def test_the_order_can_be_changed_and_names_taken_off() -> None:
    async def work(wizard: Wizard) -> None:
        wizard.session.draft.contact_lists = ("Buyers Q2", "Renewals July", "nix")
        await wizard.at("Contact lists")
        screen = await wizard.press("tab", "greater_than_sign")
        assert chosen(wizard) == ("Renewals July", "Buyers Q2", "nix")
        assert "Buyers Q2 is number 2 now." in screen
        assert "x takes it off" in screen
        screen = await wizard.press("right", "x")
        assert chosen(wizard) == ("Renewals July", "Buyers Q2")
        assert "nix was taken off the list." in screen
        await wizard.press("ctrl+o")
        assert chosen(wizard) == ("Renewals July", "Buyers Q2", "nix")

    drive(work)


@pytest.mark.usefixtures("platform")
def test_enter_on_an_empty_filter_goes_on_past_what_was_chosen() -> None:
    async def work(wizard: Wizard) -> None:
        wizard.session.draft.contact_lists = ("Buyers Q2",)
        await wizard.at("Contact lists")
        await wizard.press("enter")
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "dnc_list"

    drive(work, empty(Api.V2))


@pytest.mark.usefixtures("platform")
def test_pasted_names_are_many_and_those_that_are_not_there_are_marked() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        screen = await wizard.paste("Buyers Q2\tnix\r\nRenewals July")
        assert chosen(wizard) == ("Buyers Q2", "nix", "Renewals July")
        assert "1 Buyers Q2  2 ~nix  3 Renewals July" in screen

    drive(work)


def test_it_is_read_again_by_a_letter_in_the_rows_and_by_a_key_in_the_field(platform: Platform) -> None:
    async def work(wizard: Wizard) -> None:
        assert "read just now, F5 again" in await wizard.at("Contact lists")
        platform.lists = Offered((*LISTS, Choice("New one")), time.monotonic())
        assert "8 of 8 shown" in await wizard.press("f5")
        assert "read just now, r again" in await wizard.press("down")
        platform.lists = Offered(LISTS, time.monotonic())
        assert "7 of 7 shown" in await wizard.press("r")

    drive(work)


@pytest.mark.usefixtures("platform")
def test_the_cursor_of_the_terminal_follows() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        at_first = wizard.app.cursor.place()
        assert at_first == Offset(19, 4)
        await wizard.type("ren")
        assert wizard.app.cursor.place() == Offset(22, 4)
        await wizard.press("down", "down")
        assert wizard.app.cursor.place() == Offset(2, 6)

    drive(work)


@pytest.mark.usefixtures("platform")
def test_marks_say_all_without_colours_and_in_ascii() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Contact lists")
        await wizard.type("ren")
        assert "  >[ ] Renewals July " in wizard.screen()
        assert "! can't be called yet" in wizard.screen()
        (await wizard.press("down", "space")).encode("ascii")
        assert "  >[x] Renewals July " in wizard.screen()

    drive(work, terminal=Terminal(depth=Depth.NONE, is_ascii=True))


# --- states


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (Offered(is_reading=True), "Reading contact lists … type names meanwhile."),
        (
            Offered(why="Contact lists could not be read: HTTP 403."),
            "Contact lists could not be read: HTTP 403.",
        ),
    ],
)
def test_the_step_is_of_use_at_once(state: Offered, said: str, platform: Platform) -> None:
    platform.lists = state

    async def work(wizard: Wizard) -> None:
        assert said in await wizard.at("Contact lists")
        await wizard.type("Autumn")
        await wizard.press("enter")
        await wizard.type("Ren")
        assert chosen(wizard) == ("Autumn", "Ren")
        platform.lists = Offered(LISTS, time.monotonic())
        wizard.app.step.progress_changed()
        screen = await wizard.press()
        assert said not in screen
        assert "1 ~Autumn" in screen
        assert "3 of 7 shown, 1 chosen" in screen
        assert chosen(wizard) == ("Autumn",)

    drive(work)


def test_names_come_once_practice_has_started(monkeypatch: pytest.MonkeyPatch) -> None:
    waits = asyncio.Event()

    async def work(wizard: Wizard) -> None:
        assert "Reading contact lists … type names meanwhile." in await wizard.at("Contact lists")
        wizard.session.access.practice = start()
        wizard.app.step.progress_changed()
        await wizard.wait_for("[ ] Renewals July")

    monkeypatch.setattr("tests.screen.steps.conftest.start_practice", lambda _: waits)
    drive(work)


# --- one value


@pytest.mark.usefixtures("platform")
def test_one_value_is_picked_and_its_rows_are_there_only_meanwhile() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.at("Dialing strategy", "queue")
        assert "  (*) Default Queue" not in screen  # nothing moves where there is nothing to choose
        assert "  >(*) Default Queue" in await wizard.press("down")
        await wizard.press("escape", "up", "ctrl+u")
        screen = await wizard.type("ser")
        assert "  >( ) Service" in screen
        screen = await wizard.press("enter")
        assert wizard.session.draft.queue == "Service"
        assert "Service is taken." in screen
        assert "( )" not in "".join(line for line in screen.splitlines() if "Service" in line)
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "caller_id"
        assert "(*) Service" in await wizard.press("up", "down")

    drive(work)


@pytest.mark.usefixtures("platform")
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_rows_of_one_value_as_they_are_seen(size: tuple[int, int], snapshot: Snapshot) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.at("Dialing strategy", "queue")
        await wizard.press("ctrl+u", "e")
        if size[0] >= 120:
            await wizard.wait_for("agent of e;")
        snapshot(steady(wizard.screen()), f"picking-one-{size[0]}x{size[1]}")

    drive(work, size=size)


@pytest.mark.usefixtures("platform")
def test_one_value_is_picked_in_the_rows() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Dialing strategy", "queue")
        await wizard.press("down", "down", "down", "space")
        assert wizard.session.draft.queue == "Sales"
        assert "  >(*) Sales" in wizard.screen()
        await wizard.press("up", "up", "enter")
        assert wizard.session.draft.queue == "Default Queue"
        assert "(*) Default Queue" not in wizard.screen()

    drive(work)


@pytest.mark.usefixtures("platform")
def test_a_value_that_is_not_there_stays_as_it_was_typed() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Dialing strategy", "queue")
        await wizard.press("ctrl+u")
        assert """  >+   "nix" as typed""" in await wizard.type("nix")
        await wizard.press("enter")
        assert wizard.session.draft.queue == "nix"
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "caller_id"

    drive(work)


@pytest.mark.parametrize(
    "name", [choice.name for choice in LISTS] + ["a\nb\tc", "x" * 10_000, "\u202eabc", "e\u0301"]
)
def test_one_value_is_sent_exactly_as_the_platform_has_it(name: str, platform: Platform) -> None:
    platform.queues = Offered((Choice("other"), Choice(name)), time.monotonic())

    async def work(wizard: Wizard) -> None:
        await wizard.at("Dialing strategy", "queue")
        await wizard.press("ctrl+u", "down", "down", "enter")
        assert wizard.session.document()["queue_name"] == name
        screen = await wizard.press("up")
        assert all(line.isprintable() and len(line) <= 80 for line in screen.splitlines())
        assert wizard.session.document()["queue_name"] == name

    drive(work)
