"""The calling hours as they are shown: what a file had, whose clock, at night, with the keys, in any width."""

import asyncio
import json
from typing import Any

import pytest

from tests.campaign.weeks import every_second_minute
from tests.screen.steps.at_grid import at_grid, drawn, week
from tests.screen.steps.conftest import ASKED, READY, Wizard, opened, practising
from tui.campaign.fields import Api
from tui.campaign.hours_text import text_of
from tui.campaign.parse import parse_campaign as read_file
from tui.campaign.serialize import unfinished
from tui.screen.widgets.hours_grid import HoursGrid


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
    (days(("MO", "9:00 AM", "9:00 AM"), ("TU", "9:00 AM", "1:00 PM")), "Tu 09:00-13:00", "is empty and left out"),
    (
        days(("MO", "10:00 PM", "2:00 AM"), ("TU", "1:00 AM", "3:00 AM")), "Mo 22:00-23:59; Tu 00:00-03:00",
        "Tue 00:00-02:00 and 01:00-03:00 overlap: they are one window now.",
    ),
    (
        days(("TU", "1:00 AM", "2:00 AM"), ("MO", "11:00 PM", "1:00 AM")), "Mo 23:00-23:59; Tu 00:00-02:00",
        "Mon 23:00-01:00 goes past midnight",
    ),
    (days(("MO", "9 AM", "1:00 PM"), ("TU", "9:00 AM", "1:00 PM")), "Mo-Tu 09:00-13:00", "days[0] is read as"),
    (days(("MO", "soon", "1:00 PM"), ("TU", "9:00 AM", "1:00 PM")), "Tu 09:00-13:00", "days[0] can't be read"),
]  # fmt: skip


@pytest.mark.parametrize(("listed", "repaired", "said"), WRONG_SHAPES)
def test_a_file_of_wrong_shapes_is_shown_repaired_and_kept_by_a_key(
    listed: list[dict[str, str]], repaired: str, said: str
) -> None:
    document = unfinished(practising().draft, Api.V1)
    document["dialingStrategy"]["callingHours"]["days"] = listed
    session = practising()
    session.campaign.draft = read_file(document, Api.V1).draft

    async def run() -> None:
        async with opened(session) as wizard:
            await wizard.wait_for("127.0.0.1:")
            screen = await wizard.press("ctrl+r")
            assert "1 problem stops this campaign" in screen
            screen = await wizard.press("enter")
            assert "The file's hours were not right. The grid shows a repair: K keeps it" in screen
            assert "K keeps the repair" in screen.splitlines()[-1]
            assert week(wizard) == repaired
            assert said in " ".join((await wizard.press("f1")).split())
            await wizard.press("escape", "K")
            assert f"Kept: {repaired}." in wizard.screen()
            assert "keeps the repair" not in wizard.screen()
            assert not [each for each in session.problems() if each.is_error]
            assert "no repair to keep" in await wizard.press("K")
            assert "Undone: kept the repair" in await wizard.press("u")
            assert [each for each in session.problems() if each.is_error]
            await wizard.press("U")
            assert not [each for each in session.problems() if each.is_error]
            await wizard.press("u", "shift+tab", "right", "right", "left", "left")
            assert [each for each in session.problems() if each.is_error]

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
    session.campaign.draft = found.draft

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
            await wizard.wait_for("readable by you alone.")

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


def test_up_to_three_other_zones() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("t", *"kathm", "enter")
        assert "Mon 09:00 here = 09:15 Mon Kathmandu" in screen
        await wizard.press("t", *"singa", "enter", "t", *"tokyo", "enter")
        screen = await wizard.press("2", "right")
        assert "Tue 09:30 here = 09:45 Tue Kathmandu · 12:00 Tue Singapore · 13:00 Tue Tokyo" in screen
        assert len(screen.splitlines()) <= 24
        assert "Arrows stretch a range" in screen
        assert await wizard.press("T") == screen
        screen = await wizard.press("t", *"dubai", "enter")
        assert wizard.session.campaign.also_zones == ["Asia/Singapore", "Asia/Tokyo", "Asia/Dubai"]
        await wizard.press("t", *"tokyo", "enter")
        assert wizard.session.campaign.also_zones == ["Asia/Singapore", "Asia/Dubai"]
        await wizard.press("t", "escape")
        assert wizard.app.query_one(HoursGrid).has_focus
        assert "no time zone" in await wizard.press("t", *"xqzj", "enter")

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
        assert READY not in screen
        await wizard.press(*"nacht", "enter")
        await wizard.wait_for("Nothing was sent. Type: NIGHT")
        await wizard.press("ctrl+u", *"NIGHT", "enter")
        await wizard.wait_for(ASKED)
        await wizard.press("ctrl+p", "ctrl+p", "2", "home", "space", "ctrl+r", "ctrl+n")
        await wizard.wait_for("Type NIGHT")

    at_grid(work, week="Mo-Fr 09:00-18:00")


def test_beside_the_word_for_the_night_stands_all_that_is_sent() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.wait_for("127.0.0.1:")
        await wizard.go("Submit")
        screen = " ".join((await wizard.wait_for("Type NIGHT")).split())
        assert "Sent as MO TU WE TH FR 9:00 AM-10:30 PM; SU 6:00 AM-9:00 AM." in screen
        assert "between 21:00 and 08:00: Mo-Fr 21:00-22:30; Su 06:00-08:00. That is 9h30 a week." in screen

    at_grid(work, week="Mo-Fr 09:00-22:30; Su 06:00-09:00")


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
            "( )",
            "t ",
            "g ",
            "e ",
        ):
            assert key in screen
        assert wizard.app.screen.query_one("#help-page").max_scroll_y == 0

    at_grid(work)


def test_the_grids_keys_are_named_on_the_grid_alone() -> None:
    async def work(wizard: Wizard) -> None:
        assert " Space flip  Enter range  g presets  u undo  ? keys  ^N next" in await wizard.press("right")
        assert "presets" not in (await wizard.press("tab")).splitlines()[-1]
        assert "g presets" in (await wizard.press("shift+tab")).splitlines()[-1]

    at_grid(work)


def test_a_narrow_terminal_has_hours_and_a_wide_one_all_quarters() -> None:
    async def narrow(wizard: Wizard) -> None:
        assert "0   4   8   12  16  20" in wizard.screen()
        assert "by 60 min" in wizard.screen()

    async def wide(wizard: Wizard) -> None:
        assert (
            "0   1   2   3   4   5   6   7   8   9   10  11  12  13  14  15  16  17  18  19  20  21  22  23"
            in wizard.screen()
        )
        assert "Mon 09:00-09:15 open" in await wizard.press("g", "1")
        assert " 0   4   8   12  16  20" in await wizard.press("z")
        assert " 0   2   4   6   8   10" in await wizard.press("z")

    at_grid(narrow, size=(56, 24))
    at_grid(wide, size=(160, 45))


def test_the_zoom_a_person_chose_stays_until_the_window_has_another_one() -> None:
    async def work(wizard: Wizard) -> None:
        assert "by 15 min" in await wizard.press("z")
        await wizard.pilot.resize_terminal(120, 40)
        assert "by 15 min" in wizard.screen()
        await wizard.pilot.resize_terminal(160, 45)
        assert "by 15 min" in wizard.screen()
        await wizard.pilot.resize_terminal(80, 24)
        assert "by 15 min" not in wizard.screen()

    at_grid(work)
