"""The calling hours as a person edits them: by painting, by copies, as text, with the mouse."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from tests.screen.steps.at_grid import WANTED, at_grid, drawn, week, week_of
from tests.screen.steps.conftest import WEDNESDAY, Wizard, opened, practising
from tui.campaign.hours import DAY_MINUTES
from tui.screen.steps.hours import HoursStep
from tui.screen.widgets.hours_grid import HoursGrid
from tui.screen.widgets.zone_field import ZoneField
from tui.workflow import week_ahead


def test_by_painting() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("5", "right", "right", "enter", *["right"] * 5, "up", "up", "up", "up", "o")
        assert week(wizard) == "Mo-Fr 10:00-13:00"
        await wizard.press(
            "right", "right", "right", "v", *["right"] * 11, "down", "down", "down", "down", "o"
        )
        assert week(wizard) == "Mo-Fr 10:00-13:00,14:00-20:00"
        await wizard.press("6", "home", *["l"] * 18, "enter", *["l"] * 5, "o")
        assert week(wizard).endswith("; Sa 09:00-12:00")
        screen = await wizard.press("home", *["l"] * 18, "enter", *["less_than_sign"] * 9)
        assert "RANGE 09:00-09:05 Sat, 5 min on 1 day" in screen
        await wizard.press("x")
        assert "closed 09:00-09:05 on Sat." in wizard.screen()
        assert week(wizard) == WANTED

    at_grid(work)


def test_an_end_in_steps_of_five_minutes() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("6", "space", *["less_than_sign"] * 5)
        assert week(wizard) == "Sa 09:00-09:05"
        assert "end of 09:00-09:10 on Sat moved to 09:05." in wizard.screen()
        assert "partly open: 09:00-09:05" in wizard.screen()
        assert "09:00-09:05 would be empty" in await wizard.press("less_than_sign")
        await wizard.press("greater_than_sign")
        assert week(wizard) == "Sa 09:00-09:10"

    at_grid(work)


def test_by_copy_of_a_day() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("right", "right", "enter", *["right"] * 5, "o")
        await wizard.press(*["right"] * 3, "enter", *["right"] * 11, "o", "y", "W")
        assert week(wizard) == "Mo-Fr 10:00-13:00,14:00-20:00"
        assert "pasted 10:00-13:00,14:00-20:00 on Mo-Fr." in wizard.screen()
        await wizard.press("6", "p")
        assert week(wizard) == "Mo-Sa 10:00-13:00,14:00-20:00"
        await wizard.press("A")
        assert week(wizard) == "Mo-Su 10:00-13:00,14:00-20:00"

    at_grid(work)


def test_as_text() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("e", *"mon-fri 10-1pm")
        assert "Reads as Mo-Fr 10:00-13:00." in screen
        screen = await wizard.press(*",14-20; Sa 9:05-12")
        assert f"Reads as {WANTED}." in screen
        assert week(wizard) == WANTED
        await wizard.press("tab")
        assert WANTED in wizard.screen()
        await wizard.press("shift+tab", "shift+tab", "u")
        assert week(wizard) == ""
        assert "Undone: Calling hours empty -> " in wizard.screen()
        await wizard.press("U")
        assert week(wizard) == WANTED

    at_grid(work)


def test_shift_and_arrows_begin_a_range_and_row_and_column_are_ranges() -> None:
    async def work(wizard: Wizard) -> None:
        assert "RANGE 09:00-10:30 Mo-Tu, 1 h 30 min on 2 days" in await wizard.press(
            "shift+right", "shift+right", "shift+down"
        )
        assert "RANGE" not in await wizard.press("escape")
        assert wizard.app.entry.title == "Calling hours"
        assert "RANGE 00:00-23:59 Tue, 24 h on 1 day" in await wizard.press("r")
        await wizard.press("x", "1", "home", *["l"] * 20)
        assert "RANGE 10:00-10:30 every day, 30 min on 7 days" in await wizard.press("c")
        await wizard.press("o")
        assert week(wizard) == "Mo-Su 10:00-10:30"

    at_grid(work)


def test_edges_follow_brackets_and_the_cursor_stays_in_the_window() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("right_square_bracket", "right_square_bracket", "right_curly_bracket")
        assert week(wizard) == "Mo 09:30-11:00"
        await wizard.press("left_square_bracket", "left_square_bracket", "left_curly_bracket")
        assert week(wizard) == "Mo 09:00-10:00"
        await wizard.press("end", *["h"] * 28, "left_square_bracket", "left_square_bracket")
        assert week(wizard) == "Mo 09:00-09:30"
        assert "Mon 09:00-09:30 open" in wizard.screen()

    at_grid(work, week="Mo 09:00-10:00")


def test_past_midnight_is_two_windows_and_is_drawn_in_both_rows() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("7", "end", "left", "enter", *["right"] * 4)
        assert "RANGE 23:00-01:30 (next day) Sun" in screen
        screen = await wizard.press("o")
        assert week(wizard) == "Mo 00:00-01:30; Su 23:00-23:59"
        assert "Two windows, one minute lost" in screen
        assert drawn(wizard)[0].startswith("!!!·")
        assert drawn(wizard)[6].endswith("·!!")

    at_grid(work)


def test_presets_are_offered_and_can_be_given_up() -> None:
    async def work(wizard: Wizard) -> None:
        assert "1 Mo-Fr 9-18  2 with lunch  3 and Saturday  4 daily 8-21  5 clear  Esc" in await wizard.press(
            "g"
        )
        assert "Preset" not in await wizard.press("escape")
        await wizard.press("g", "2")
        assert week(wizard) == "Mo-Fr 09:00-13:00,14:00-18:00"
        await wizard.press("g", "5")
        assert week(wizard) == ""
        assert "No calling hours are open" in wizard.screen()
        await wizard.press("u", "u")
        assert week(wizard) == "Tu 10:00-11:00"

    at_grid(work, week="Tu 10:00-11:00")


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 4))])
def test_text_and_grid_never_disagree(seed: int) -> None:
    pick = random.Random(seed)
    keys = [
        *"hjkl1234567vrcoxypWAgzuU", "space", "enter", "left", "right", "up", "down", "home", "end", "ctrl+home",
        "ctrl+end", "shift+left", "shift+right", "shift+up", "shift+down", "left_square_bracket",
        "right_square_bracket", "left_curly_bracket", "right_curly_bracket", "less_than_sign", "greater_than_sign",
    ]  # fmt: skip

    async def work(wizard: Wizard) -> None:
        grid = wizard.app.query_one(HoursGrid)
        for _ in range(20):
            await wizard.press(*pick.choices(keys, k=15))
            now = week_of(week(wizard))
            while grid.cursor.zoom != 30:
                await wizard.press("z")
            for day, cells in enumerate(drawn(wizard)):
                for cell, shape in enumerate(cells):
                    start, end = cell * 30, min(cell * 30 + 30, DAY_MINUTES)
                    minutes = now.open_minutes(day, start, end)
                    assert (shape == "·") == (not minutes)
                    assert shape != "█" or minutes == end - start
        undos = 0
        while "Nothing to undo" not in await wizard.press(*["u"] * 25):
            undos += 1
            assert undos < 50
        assert week(wizard) == WANTED

    at_grid(work, week=WANTED)


def test_an_unreadable_text_gives_way_to_an_edit_and_comes_back_with_undo() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e", "ctrl+u", *"Mo 9-18; Xx 9-12", "shift+tab")
        assert wizard.session.draft.hours_text == "Mo 9-18; Xx 9-12"
        await wizard.press("space")
        assert wizard.session.draft.hours_text is None
        await wizard.press("u")
        assert wizard.session.draft.hours_text == "Mo 9-18; Xx 9-12"
        assert "'xx' is no day" in wizard.screen()

    at_grid(work, week="Mo 09:00-18:00")


def test_the_mistake_is_pointed_at() -> None:
    async def work(wizard: Wizard) -> None:
        lines = (await wizard.press("e", *"Mo 9-18; Xx 9-12")).splitlines()
        at = next(number for number, line in enumerate(lines) if "Xx 9-12" in line)
        assert lines[at + 1].index("^") == lines[at].index("Xx")
        assert lines[at + 1].strip() == "^^"

    at_grid(work)


def test_each_frequency_keeps_its_own_week() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("6")
        await wizard.press("shift+tab", "right")
        assert "DAILY: Sat of WEEKLY was copied to all seven days, Mo-Su 10:00-14:00." in wizard.screen()
        assert week(wizard) == "Mo-Su 10:00-14:00"
        assert [line[1:4] for line in wizard.screen().splitlines() if "4h00" in line] == ["All"]
        await wizard.press("tab", "space")
        assert week(wizard) == "Mo-Su 09:00-09:30,10:00-14:00"
        await wizard.press("shift+tab", "left")
        assert week(wizard) == "Mo-Fr 09:00-18:00; Sa 10:00-14:00"
        await wizard.press("right", "right")
        assert "CUSTOM: the week of DAILY was copied, Mo-Su 09:00-09:30,10:00-14:00." in wizard.screen()
        assert week(wizard) == "Mo-Su 09:00-09:30,10:00-14:00"
        assert "Undone: Frequency DAILY -> CUSTOM." in await wizard.press("tab", "u")
        await wizard.press("ctrl+o", "ctrl+o")
        assert week(wizard) == "Mo-Su 09:00-09:30,10:00-14:00"
        assert "Undone: opened 09:00-09:30 every day." in await wizard.press("tab", "u")
        assert week(wizard) == "Mo-Su 10:00-14:00"

    at_grid(work, week="Mo-Fr 09:00-18:00; Sa 10:00-14:00")


def test_the_edits_of_another_draft_can_not_be_undone_in_this_one() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("space")
        other = practising().draft
        other.week = week_of("Tu 10:00-11:00")
        wizard.session.campaign.draft = other
        await wizard.press("ctrl+n", "ctrl+p")
        wizard.app.query_one(HoursGrid).focus()
        assert "Nothing to undo." in await wizard.press("u")
        assert week(wizard) == "Tu 10:00-11:00"

    at_grid(work)


def test_the_mouse_paints_by_dragging_and_flips_by_a_click() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.pilot.mouse_down(HoursGrid, offset=(5 + 20, 1))
        await wizard.pilot.hover(HoursGrid, offset=(5 + 25, 3))
        await wizard.pilot.mouse_up(HoursGrid, offset=(5 + 25, 3))
        await wizard.press()
        assert week(wizard) == "Mo-We 10:00-13:00"
        await wizard.pilot.click(HoursGrid, offset=(5 + 21, 2))
        await wizard.press()
        assert week(wizard) == "Mo,We 10:00-13:00; Tu 10:00-10:30,11:00-13:00"
        await wizard.pilot.click(HoursGrid, offset=(2, 2))
        await wizard.press()
        assert week(wizard) == "Mo,We 10:00-13:00; Tu 10:00-10:30,11:00-13:00"

    at_grid(work)


def test_one_begins_where_the_week_is_painted_and_with_the_zone_where_there_is_none() -> None:
    async def named(wizard: Wizard) -> None:
        assert wizard.app.focused is wizard.app.query_one(HoursGrid)
        assert wizard.screen().splitlines()[-1].startswith(" Space flip  Enter range  g presets")
        assert week(wizard) == "Mo 09:00-09:30"

    async def missing(wizard: Wizard) -> None:
        assert wizard.app.focused is wizard.app.query_one(ZoneField)

    entered(named, "Asia/Kolkata", "space")
    entered(missing, "")


def entered(work: Callable[[Wizard], Awaitable[None]], zone: str, *keys: str) -> None:
    session = practising()
    session.draft.weeks, session.draft.zone = {}, zone

    async def run() -> None:
        async with opened(session) as wizard:
            await wizard.go("Calling hours")
            await wizard.press(*keys)
            await work(wizard)

    asyncio.run(run())


def test_the_clock_of_the_zone_stands_beside_it_and_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    async def work(wizard: Wizard) -> None:
        assert "[Asia/Kolkata                     ]  UTC+5:30, 09:30 now" in wizard.screen()
        monkeypatch.setattr(week_ahead, "now", lambda: WEDNESDAY + timedelta(minutes=1))
        wizard.app.query_one(HoursStep).tick()
        await wizard.pilot.pause()
        assert "UTC+5:30, 09:31 now" in wizard.screen()
        field = wizard.app.query_one(ZoneField)
        field.focus()
        field.value = "Kolk"
        await wizard.press()
        assert " now" not in wizard.screen()

    at_grid(work)


def test_the_presets_are_named_under_the_text_and_none_is_cut() -> None:
    async def work(wizard: Wizard) -> None:
        lines = wizard.screen().splitlines()
        at = next(at for at, line in enumerate(lines) if line.startswith(" g presets  1 Mo-Fr 9-18"))
        assert "Calling hours" in lines[at - 1]
        said = " ".join(" ".join(lines[at : at + 2]).split())
        assert "2 with lunch 3 and Saturday 4 daily 8-21 5 clear" in said

    at_grid(work)
    at_grid(work, size=(66, 24))
