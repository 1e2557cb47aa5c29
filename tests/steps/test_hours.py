"""The calling hours as a person edits them: by painting, by copies, as text; whose clock; what a file had."""

import asyncio
import json
import random
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.campaign.weeks import every_second_minute
from tests.steps.conftest import Wizard, opened, practising
from tui.campaign.fields import Api
from tui.campaign.hours import DAY_MINUTES, Week
from tui.campaign.hours_text import read, text_of
from tui.campaign.reading import read as read_file
from tui.campaign.wire import unfinished
from tui.session import Session
from tui.widgets.hours_grid import HoursGrid
from tui.widgets.inputs import TextField

WANTED = "Mo-Fr 10:00-13:00,14:00-20:00; Sa 09:05-12:00"


def at_grid(
    work: Callable[[Wizard], Awaitable[None]], *, week: str = "", zone: str = "Asia/Kolkata",
    size: tuple[int, int] = (80, 24),
) -> Session:  # fmt: skip
    session = practising()
    session.draft.weeks = {"WEEKLY": week_of(week)}
    session.draft.zone = zone

    async def run() -> None:
        async with opened(session, size) as wizard:
            await wizard.go("Calling hours")
            wizard.app.query_one(HoursGrid).focus()
            await work(wizard)

    asyncio.run(run())
    return session


def week_of(text: str) -> Week:
    found = read(text).week
    assert found is not None
    return found


def week(wizard: Wizard) -> str:
    """The week that all agree on: draft, grid, and text."""
    draft, grid = wizard.session.draft, wizard.app.query_one(HoursGrid)
    assert grid.history.week == draft.week
    assert read(wizard.app.query_one("#hours", TextField).value).week == draft.week
    return text_of(draft.week)


def drawn(wizard: Wizard) -> list[str]:
    """The cells of the rows, as drawn at half-hours."""
    found = [re.fullmatch(r" (?:[A-Z][a-z][a-z]|All) (.{48}) +[0-9]+h[0-9]{2}", line) for line in
             wizard.screen().splitlines()]  # fmt: skip
    return [row[1] for row in found if row]


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
        assert "Undone: typed: " in wizard.screen()
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


@pytest.mark.parametrize("seed", range(4))
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
        assert "DAILY: Sat was copied to all seven days." in wizard.screen()
        assert week(wizard) == "Mo-Su 10:00-14:00"
        assert [line[1:4] for line in wizard.screen().splitlines() if "4h00" in line] == ["All"]
        await wizard.press("tab", "space")
        assert week(wizard) == "Mo-Su 09:00-09:30,10:00-14:00"
        await wizard.press("shift+tab", "left")
        assert week(wizard) == "Mo-Fr 09:00-18:00; Sa 10:00-14:00"
        await wizard.press("right", "right")
        assert "CUSTOM: the week was copied." in wizard.screen()
        assert week(wizard) == "Mo-Su 09:00-09:30,10:00-14:00"
        await wizard.press("tab", "u", "u")
        assert week(wizard) == "Mo-Su 09:00-09:30,10:00-14:00"
        await wizard.press("shift+tab", "left", "tab", "u")
        assert week(wizard) == "Mo-Su 10:00-14:00"

    at_grid(work, week="Mo-Fr 09:00-18:00; Sa 10:00-14:00")


def test_the_edits_of_another_draft_can_not_be_undone_in_this_one() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("space")
        other = practising().draft
        other.week = week_of("Tu 10:00-11:00")
        wizard.session.draft = other
        await wizard.press("ctrl+n", "ctrl+p")
        wizard.app.query_one(HoursGrid).focus()
        assert "Nothing to undo." in await wizard.press("u")
        assert week(wizard) == "Tu 10:00-11:00"

    at_grid(work)


def days(*windows: tuple[str, str, str]) -> list[dict[str, str]]:
    return [{"day": day, "start": start, "end": end} for day, start, end in windows]


WRONG_SHAPES = [
    (days(("MO", "10:00 PM", "2:00 AM")), "Mo 22:00-23:59; Tu 00:00-02:00", "Mon 22:00-02:00 goes past midnight"),
    (days(("SU", "10:00 PM", "2:00 AM")), "Mo 00:00-02:00; Su 22:00-23:59", "goes on on Mon 00:00-02:00 now"),
    (days(("MO", "9:00 AM", "12:00 AM")), "Mo 09:00-23:59", "ends at midnight: it ends at 23:59 now"),
    (
        days(("MO", "9:00 AM", "1:00 PM"), ("MO", "12:00 PM", "3:00 PM")), "Mo 09:00-15:00",
        "Mon 09:00-13:00 and 12:00-15:00 overlap",
    ),
    (days(("MO", "9:00 AM", "1:00 PM"), ("MO", "1:00 PM", "3:00 PM")), "Mo 09:00-15:00", "13:00-15:00 touch"),
    (days(("MO", "9:00 AM", "9:00 AM"), ("TU", "9:00 AM", "1:00 PM")), "Tu 09:00-13:00", "is empty and left out"),
    (days(("MO", "9 AM", "1:00 PM"), ("TU", "9:00 AM", "1:00 PM")), "Tu 09:00-13:00", "days[0] can't be read"),
]  # fmt: skip


@pytest.mark.parametrize(("listed", "repaired", "said"), WRONG_SHAPES)
def test_a_file_of_wrong_shapes_is_shown_repaired_and_kept_by_a_key(
    listed: list[dict[str, str]], repaired: str, said: str
) -> None:
    document = unfinished(practising().draft, Api.V1)
    document["dialingStrategy"]["callingHours"]["days"] = listed
    session = practising()
    session.draft = read_file(document, Api.V1).draft

    async def run() -> None:
        async with opened(session) as wizard:
            await wizard.wait_for("127.0.0.1:")
            screen = await wizard.press("ctrl+r")
            assert "1 problem stops this campaign" in screen
            screen = await wizard.press("enter")
            assert "The file's hours were not right. The grid shows a repair: K keeps it" in screen
            assert said in " ".join(screen.split())
            assert week(wizard) == repaired
            wizard.app.query_one(HoursGrid).focus()
            assert said in " ".join((await wizard.press("f1")).split())
            await wizard.press("escape", "K")
            assert f"Kept: {repaired}." in wizard.screen()
            assert not [each for each in session.problems() if each.is_error]
            assert "no repair to keep" in await wizard.press("K")

    asyncio.run(run())


def test_a_window_on_every_second_minute_is_shown_and_saved(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    session = practising()
    session.draft.week = every_second_minute
    document = json.loads(json.dumps(unfinished(session.draft, Api.V1)))
    assert len(document["dialingStrategy"]["callingHours"]["days"]) == 7 * 720
    found = read_file(document, Api.V1)
    assert found.draft.week == every_second_minute
    session.draft = found.draft

    async def run() -> None:
        async with opened(session) as wizard:
            await wizard.wait_for("127.0.0.1:")
            await wizard.go("Calling hours")
            wizard.app.query_one(HoursGrid).focus()
            screen = await wizard.press("right")
            assert "partly open: 09:30-09:31,09:32-09:33 and 13 more" in screen
            assert drawn(wizard)[0] == "!" * 16 + "▒" * 26 + "!" * 6
            await wizard.press("6", "space", "u")
            assert week(wizard) == text_of(every_second_minute)
            await wizard.press("ctrl+r", "s", "enter")
            await wizard.wait_for("Saved as renewal-calls-june.json")

    asyncio.run(run())
    saved = json.loads((tmp_path / "renewal-calls-june.json").read_text())
    assert read_file(saved, Api.V1).draft.week == every_second_minute


def test_the_machines_zone_is_offered_and_taken_by_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Toronto")

    async def work(wizard: Wizard) -> None:
        await wizard.press("shift+tab", "shift+tab")
        assert wizard.session.draft.zone == ""
        screen = wizard.screen()
        assert "Enter takes [America/Toronto], this machine's zone" in screen
        assert wizard.session.draft.zone == ""
        screen = await wizard.press("enter")
        assert wizard.session.draft.zone == "America/Toronto"
        assert "EST UTC-5" in screen or "EDT UTC-4" in screen
        await wizard.press("enter")
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "frequency"

    at_grid(work, zone="")


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", ":Etc/GMT+5"])
def test_a_machine_on_a_fixed_offset_offers_nothing(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)

    async def work(wizard: Wizard) -> None:
        assert "Enter takes" not in await wizard.press("shift+tab", "shift+tab")

    at_grid(work, zone="")


def test_up_to_three_other_zones_and_a_second_ruler() -> None:
    async def work(wizard: Wizard) -> None:
        assert "First choose a zone to show: t asks for one." in await wizard.press("T")
        screen = await wizard.press("t", *"kathm", "enter")
        assert "Mon 09:00 here = 09:15 Mon Kathmandu" in screen
        await wizard.press("t", *"singa", "enter", "t", *"tokyo", "enter")
        screen = await wizard.press("2", "right")
        assert "Tue 09:30 here = 09:45 Tue Kathmandu · 12:00 Tue Singapore · 13:00 Tue Tokyo" in screen
        screen = await wizard.press("T", "T")
        assert "Second ruler: Asia/Singapore." in screen
        assert len(screen.splitlines()) <= 24
        assert "Such as Mo-Fr" in screen
        screen = await wizard.press("t", *"dubai", "enter")
        assert wizard.session.also_zones == ["Asia/Singapore", "Asia/Tokyo", "Asia/Dubai"]
        await wizard.press("t", *"tokyo", "enter", "T", "T")
        assert wizard.session.also_zones == ["Asia/Singapore", "Asia/Dubai"]
        assert "Second ruler: none." in wizard.screen()
        await wizard.press("t", "escape")
        assert wizard.app.query_one(HoursGrid).has_focus
        assert "no time zone" in await wizard.press("t", *"xqzj", "enter")

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


def test_night_hours_are_named_on_the_review_and_need_a_word() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.press("home", "space")
        screen = " ".join((await wizard.press("ctrl+r")).split())
        assert "People are called at night, between 21:00 and" in screen
        assert "08:00: Mo 00:00-00:30." in screen
        assert "Sent as MO 12:00 AM-12:30 AM" in screen
        screen = await wizard.press("ctrl+n", "c")
        assert "Create campaign" not in screen
        await wizard.press(*"nacht", "enter")
        await wizard.wait_for("Nothing was sent. Type: NIGHT")
        await wizard.press("ctrl+u", *"NIGHT", "enter")
        await wizard.wait_for("Create campaign")
        await wizard.press("ctrl+p", "ctrl+p", "2", "home", "space", "ctrl+r", "ctrl+n")
        await wizard.wait_for("Type NIGHT")

    at_grid(work, week="Mo-Fr 09:00-18:00")


def test_the_card_of_keys_fits_the_screen() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("question_mark")
        for key in (
            "1-7",
            "space",
            "r c",
            "o x",
            "y p",
            "W A",
            "[ ]",
            "{ }",
            "< >",
            "u U",
            "z ",
            "t T",
            "g ",
            "e ",
        ):
            assert key in screen
        assert wizard.app.screen.query_one("#help-page").max_scroll_y == 0

    at_grid(work)


def test_the_grids_keys_are_named_on_the_grid_alone() -> None:
    async def work(wizard: Wizard) -> None:
        assert " ? keys  g presets  u undo  ^N next" in await wizard.press("right")
        assert "presets" not in await wizard.press("tab")
        assert "g presets" in await wizard.press("shift+tab")

    at_grid(work)


def test_a_narrow_terminal_has_hours_and_a_wide_one_all_quarters() -> None:
    async def narrow(wizard: Wizard) -> None:
        assert "0   4   8   12  16  20" in wizard.screen()
        assert "by 60 min" in wizard.screen()

    async def wide(wizard: Wizard) -> None:
        screen = await wizard.press("z")
        assert (
            "0   1   2   3   4   5   6   7   8   9   10  11  12  13  14  15  16  17  18  19  20  21  22  23"
            in screen
        )

    at_grid(narrow, size=(56, 24))
    at_grid(wide, size=(160, 45))
