"""Windows of 120 columns and more: steps and problems at the left, the campaign at the right."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from pydantic import SecretStr

from tests.screen.steps.conftest import Wizard, opened, practising
from tests.screen.steps.test_screens import Snapshot, steady
from tui.base.glyphs import BAR, EDGE
from tui.base.terminal import Terminal
from tui.campaign.fields import Api, Mode
from tui.screen.steps import STEPS
from tui.screen.widgets import frame
from tui.workflow.access import Access, Destination
from tui.workflow.session import Session

SECRET = "Zq7-very-secret-0451"


def at(
    work: Callable[[Wizard], Awaitable[None]],
    session: Session | None = None,
    size: tuple[int, int] = (120, 40),
    terminal: Terminal = Terminal(),
) -> None:
    async def run() -> None:
        async with opened(session or practising(), size, terminal) as wizard:
            if wizard.session.place is Destination.PRACTICE:
                await wizard.wait_for("127.0.0.1:")
            await work(wizard)

    asyncio.run(run())


def panel(screen: str) -> list[str]:
    """The lines at the right of the last edge."""
    return [line.rpartition(EDGE)[2] for line in screen.splitlines() if EDGE in line]


def marked(screen: str) -> list[str]:
    return [line[2:].strip() for line in panel(screen) if line.startswith(BAR)]


@pytest.mark.parametrize("size", [(120, 40), (160, 45)], ids=["120x40", "160x45"])
def test_every_step_at_two_sizes(size: tuple[int, int], snapshot: Snapshot) -> None:
    async def work(wizard: Wizard) -> None:
        for entry in STEPS:
            await wizard.go(entry.title)
            if entry.title == "Submit":
                await wizard.wait_for("No other campaign bears this name")
            await wizard.names_read()
            snapshot(steady(wizard.screen()), f"wide-{entry.module}-{size[0]}x{size[1]}")

    session = practising()
    session.draft.type_hours("Mo-Fr 9-13,14-18; Sa 10-14")
    at(work, session, size)


def test_an_empty_draft_in_ascii(snapshot: Snapshot) -> None:
    async def work(wizard: Wizard) -> None:
        for entry in STEPS[1:5]:
            await wizard.go(entry.title)
        assert wizard.screen().isascii()
        await wizard.names_read()
        snapshot(steady(wizard.screen()), "wide-empty-120x40-ascii")

    at(work, Session(access=Access(place=Destination.PRACTICE)), terminal=Terminal(is_ascii=True))


@pytest.mark.parametrize("columns", [80, 100, 119])
def test_narrower_windows_look_like_80(columns: int) -> None:
    async def work(wizard: Wizard) -> None:
        for entry in STEPS:
            screen = await wizard.go(entry.title)
            assert "+1 Connection" in screen.splitlines()[1] or ">+1" in screen.splitlines()[1]
            assert "THIS CAMPAIGN" not in screen
            assert EDGE not in screen

    at(work, size=(columns, 24))


def test_a_window_that_grows_and_shrinks_has_it_and_loses_it() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        before = wizard.screen()
        await wizard.pilot.resize_terminal(120, 40)
        assert marked(await wizard.wait_for("THIS CAMPAIGN")) == ['{"name": "Renewal calls June",']
        await wizard.pilot.resize_terminal(80, 24)
        assert wizard.screen() == before
        await wizard.press("tab")
        await wizard.pilot.resize_terminal(160, 45)
        assert marked(wizard.screen())[0].startswith('"description"')
        await wizard.go("Contact lists")
        assert {each.id for each in wizard.app.screen.children} == {
            "heading", "rail", "step", "campaign", "status", "buttons", "keys",
        }  # fmt: skip

    at(work, size=(80, 24))


@pytest.mark.parametrize(
    ("title", "key", "mode", "lines"),
    [
        ("Basics", "name", Mode.PREVIEW, ['{"name": "Renewal calls June",']),
        ("Basics", "priority", Mode.PREVIEW, ['"priority": "5",']),
        ("Basics", "mode", Mode.PREVIEW, ['"dialingMode": "Preview",']),
        ("Contact lists", "contact_lists", Mode.PREVIEW, ['"contactLists": ["Buyers Q2"],']),
        ("Contact lists", "dnc_list", Mode.PREVIEW, ['"name": "Default Global DNC"},']),
        ("Dialing strategy", "flow", Mode.AGENTLESS, ['"experienceFlowName": "Voice Su…,']),
        ("Dialing strategy", "caller_id", Mode.PREVIEW, ['"phoneNumber": "+15101234567"},']),
        ("Dialing strategy", "skips", Mode.PREVIEW, ['"maxSkips": 1,']),
        ("Calling hours", "zone", Mode.PREVIEW, ['"timezone": "Asia/Kolkata",']),
        ("Review", "", Mode.PREVIEW, []),
        ("Submit", "", Mode.PREVIEW, []),
    ],
)
def test_what_the_focused_field_writes_is_marked(title: str, key: str, mode: Mode, lines: list[str]) -> None:
    async def work(wizard: Wizard) -> None:
        assert marked(await wizard.at(title, key)) == lines

    at(work, practising(mode, Api.V2))


def test_the_grid_and_the_text_write_the_hours() -> None:
    async def work(wizard: Wizard) -> None:
        for key in ("grid", "hours"):
            lines = marked(await wizard.at("Calling hours", key))
            assert (lines[0], lines[1]) == ('"days": [', '{"day": "MO", "start": "9:00 AM",')
            assert lines[-1].endswith("]}},")

    at(work)


def test_the_panel_follows_when_a_field_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "_FOLLOW_SECONDS", 3600)

    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        assert "Renewal calls June 2" not in "\n".join(panel(await wizard.press("end", "space", "2")))
        assert '"Renewal calls June 2",' in "\n".join(panel(await wizard.press("tab")))

    at(work)


def test_the_panel_follows_a_moment_after_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "_FOLLOW_SECONDS", 0.01)

    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        await wizard.press("end", "space", "2")
        await wizard.wait_for('"Renewal calls June 2",')
        assert marked(wizard.screen()) == ['{"name": "Renewal calls June 2",']

    at(work)


def test_what_is_wrong_is_named_under_the_steps_and_marked_in_the_json() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.go("Basics")
        assert "PROBLEMS" in screen
        assert "7 left to do" in screen
        screen = await wizard.press("tab")
        assert "! Name " in screen
        assert "6 left to do" in screen
        assert any(line.startswith(' !{"name": …,') for line in panel(screen))
        await wizard.press("shift+tab", "x", "tab")
        assert "! Name " not in wizard.screen()

    at(work, Session(access=Access(place=Destination.PRACTICE)))


def test_the_review_leaves_the_json_to_the_panel_until_one_wants_it_larger() -> None:
    whole = '"description": "Reminds customers whose service ends in'

    async def work(wizard: Wizard) -> None:
        before = await wizard.go("Review")
        assert whole not in before
        assert before.count('"frequency": "WEEKLY"') == 1
        screen = await wizard.press("j")
        assert whole in screen
        assert screen.splitlines()[0].strip() == "The JSON of this campaign, for v1 of the API."
        assert await wizard.press("escape") == before

    at(work)


def test_the_key_for_problems_is_named_where_it_is_one() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.go("Basics")
        bound = "f4" in wizard.app.active_bindings
        await wizard.press("tab")
        assert ("PROBLEMS  F4" in wizard.screen()) is bound
        wizard.app.bind("f4", "menu")
        await wizard.press("tab")
        assert "PROBLEMS  F4" in wizard.screen()

    at(work, Session(access=Access(place=Destination.PRACTICE)))


def test_no_key_stops_at_what_stands_beside_the_step() -> None:
    async def work(wizard: Wizard) -> None:
        for entry in STEPS:
            await wizard.go(entry.title)
            for widget in wizard.app.screen.query("Rail, SidePanel"):
                assert widget not in wizard.app.screen.focus_chain

    at(work)


def test_a_secret_is_never_beside_a_step() -> None:
    session = Session(access=Access(place=Destination.PLATFORM))
    session.connection.client_secret = SecretStr(SECRET)

    async def work(wizard: Wizard) -> None:
        for entry in STEPS:
            assert SECRET not in await wizard.go(entry.title)

    at(work, session)


def test_thousands_of_problems_and_a_low_window_are_no_trouble() -> None:
    session = practising()
    session.draft.contact_lists = tuple(f"list {at}" for at in range(500))
    session.draft.hours_text = "x" * 5000
    session.draft.name = "\x1b[31m" + "long " * 50

    async def work(wizard: Wizard) -> None:
        for entry in STEPS:
            await wizard.go(entry.title)
            assert all(strip.cell_length == 120 for strip in wizard.app.screen._compositor.render_strips())
            assert "\x1b" not in wizard.screen()

    at(work, session, size=(120, 14))
