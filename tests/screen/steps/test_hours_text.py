"""The week as text in its field on the grid's page: readings and the key that takes them, notes, pastes, long texts."""

from typing import Any

import pytest

from tests.campaign.hours_rows import NOT_UNDERSTOOD, READ, REFUSED
from tests.screen.steps.at_grid import at_grid, week
from tests.screen.steps.conftest import Wizard
from tui.campaign.hours_text import text_of
from tui.screen.widgets.hours_field import HoursField
from tui.screen.widgets.hours_grid import HoursGrid

LONG = "Mo 09:00-10:00,11:00-12:00,13:00-14:00; Tu 09:00-10:00,11:00-12:00,13:00-15:00; We 09:00-12:00"


def flat(screen: str) -> str:
    return " ".join(screen.split())


def rows(table: dict[str, Any], step: int) -> list[tuple[str, Any]]:
    """The first row of a table, and each that lies ``step`` further."""
    return list(table.items())[::step]


async def put_in(wizard: Wizard, text: str) -> str:
    """Paste ``text`` in the place of what stands in the field."""
    wizard.app.query_one(HoursField).select_all()
    return await wizard.paste(text)


def test_a_reading_is_taken_by_the_key_that_the_last_line_names() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("e", *"Mo-Fr 9-12, 1-5")
        assert "^T takes 13:00-17:00, again 01:00-05:00" in screen.splitlines()[-1]
        assert wizard.session.draft.hours_text == "Mo-Fr 9-12, 1-5"
        screen = await wizard.press("ctrl+t")
        assert "Reads as Mo-Fr 09:00-12:00,13:00-17:00." in flat(screen)
        assert "Taken: 13:00-17:00." in screen
        await wizard.press("ctrl+t")
        assert text_of(wizard.session.draft.week) == "Mo-Fr 01:00-05:00,09:00-12:00"
        await wizard.press("ctrl+t", "tab")
        assert week(wizard) == "Mo-Fr 09:00-12:00,13:00-17:00"
        assert "takes" not in wizard.screen().splitlines()[-1]
        await wizard.press("shift+tab", "shift+tab", "u")
        assert week(wizard) == ""

    at_grid(work)


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=pytest.mark.long)])
def test_every_text_that_once_went_wrong(step: int) -> None:
    """Some of them stand for all here; that all are read so is tested without a screen."""

    async def work(wizard: Wizard) -> None:
        await wizard.press("e")
        for typed, readings in rows(REFUSED, step):
            screen = await put_in(wizard, typed)
            assert f"Write {' or '.join(readings)}." in flat(screen), typed
            assert f"^T takes {', again '.join(readings)}" in screen.splitlines()[-1]
            await wizard.press("ctrl+t")
            assert wizard.session.draft.hours_text is None, typed
        for typed, why in rows(NOT_UNDERSTOOD, step):
            assert why in flat(await put_in(wizard, typed)), typed
            assert wizard.session.draft.hours_text == typed
        for typed, (canonical, note) in rows(READ, step):
            screen = flat(await put_in(wizard, typed))
            assert f"Reads as {canonical}." in screen, typed
            assert note in screen, typed
            assert text_of(wizard.session.draft.week) == canonical

    at_grid(work)


def test_one_reading_after_the_other() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e", *"Mo 9-6; Tu 10-7", "ctrl+t")
        assert "^T takes 10:00-19:00, again" in wizard.screen()
        await wizard.press("ctrl+t")
        assert text_of(wizard.session.draft.week) == "Mo 09:00-18:00; Tu 10:00-19:00"
        assert "There is no other reading" in await wizard.press("ctrl+u", *"Mo 9-18", "ctrl+t")

    at_grid(work)


def test_what_is_worth_a_word_is_said_under_the_text_and_in_the_status_line() -> None:
    async def work(wizard: Wizard) -> None:
        note = "02:00-10:00 (2:00 AM-10:00 AM): bare hours are read on the 24-hour clock."
        await wizard.press("e", *"Mo 2-10")
        screen = await wizard.wait_for(lambda screen: note in flat(screen))
        assert "called at night, between 21:00 and 08:00: Mo 02:00-08:00." in flat(screen)
        screen = await wizard.press("tab")
        assert flat(screen).count(note) == 2
        assert "called at night" in screen
        await wizard.press("shift+tab", "shift+tab")
        assert note not in flat(await wizard.press("space"))

    at_grid(work)


def test_an_undo_survives_a_text_that_was_readable_and_then_was_not() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e", "ctrl+u", *"Mo 9-12; Xx", "shift+tab", "u")
        assert week(wizard) == "Tu 10:00-11:00"
        await wizard.press("U")
        assert wizard.session.draft.hours_text == "Mo 9-12; Xx"
        await wizard.press("space", "u", "u")
        assert week(wizard) == "Tu 10:00-11:00"
        assert "Nothing to undo" in await wizard.press("u")

    at_grid(work, week="Tu 10:00-11:00")


def test_an_edit_that_changes_nothing_says_so() -> None:
    async def work(wizard: Wizard) -> None:
        assert "Nothing changed, it was so already: closed 09:00-09:30 on Mon." in await wizard.press("x")
        await wizard.press("g", "1", "g", "1")
        assert "Nothing changed, it was so already: Mo-Fr 9-18" in wizard.screen()
        await wizard.press("u")
        assert week(wizard) == "Tu 10:00-11:00"
        assert "Nothing to undo" in await wizard.press("u")

    at_grid(work, week="Tu 10:00-11:00")


def test_a_paste_of_several_lines_is_a_rule_a_line() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e")
        await wizard.paste("Mo-Fr 9-13,14-18\r\nSa\t10-14\r\n")
        assert "Mo-Fr 9-13,14-18; Sa 10-14" in wizard.screen()
        await wizard.press("tab")
        assert week(wizard) == "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00"

    at_grid(work)


def test_a_paste_that_is_too_long_is_not_silence() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e")
        screen = await wizard.paste("Mo-Fr 9-13,14-18\n" * 12_000)
        assert "This is longer than any week of calling hours." in screen
        assert len(wizard.app.query_one(HoursField).value) == 100_000

    at_grid(work)


def test_a_long_text_is_shown_whole_and_from_its_beginning_whatever_has_the_focus() -> None:
    async def work(wizard: Wizard) -> None:
        for keys in (
            ("right",),
            ("shift+tab",),
            ("tab", "tab"),
            ("tab",),
            ("shift+tab", "shift+tab", "space", "u"),
        ):
            screen = await wizard.press(*keys)
            assert LONG in flat(screen), keys
            field = wizard.app.query_one(HoursField)
            if not field.has_focus:
                assert "Calling hours    [Mo 09:00-10:00,11:00" in screen
        await wizard.press("ctrl+p", "ctrl+n")
        assert "Calling hours    [Mo 09:00-10:00,11:00" in wizard.screen()
        wizard.app.query_one(HoursField).focus()
        assert f"Now: {LONG}" in flat(await wizard.press("f1"))

    at_grid(work, week=LONG)


def test_a_long_text_that_can_not_be_read_is_shown_whole_as_well() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e", *"; Xx")
        assert f"{LONG}; Xx" in flat(await wizard.press("tab"))
        assert "'xx' is no day" in wizard.screen()

    at_grid(work, week=LONG)


@pytest.mark.parametrize("size", [(56, 24)])
def test_in_any_window(size: tuple[int, int]) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e", "ctrl+u", *"Mo-Fr 9-12, 1-5")
        assert "^T takes 13:00-17:00" in wizard.screen().splitlines()[-1]
        assert "two ways" in wizard.screen()

    at_grid(work, size=size)


def test_in_daily_one_row_stands_for_all_seven() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("shift+tab", "right", "tab", "y", "space", "W")
        assert week(wizard) == "Mo-Su 09:00-18:00"
        assert "1 9-18  2 with lunch  3 10-14  4 8-21  5 clear" in await wizard.press("g")
        await wizard.press("2")
        assert week(wizard) == "Mo-Su 09:00-13:00,14:00-18:00"
        screen = await wizard.press("e", "ctrl+u", *"Mo-Fr 10-12")
        assert "DAILY: for all seven days, not only Mo-Fr." in flat(screen)
        await wizard.press("tab")
        assert week(wizard) == "Mo-Su 10:00-12:00"
        assert len(wizard.app.query_one(HoursGrid).rows) == 1
        await wizard.press("shift+tab", "ctrl+u", *"Mo-Fr 9-18; Sa 10-14")
        assert "^T takes 09:00-18:00, again 10:00-14:00" in wizard.screen()
        await wizard.press("ctrl+t", "tab")
        assert week(wizard) == "Mo-Su 09:00-18:00"

    at_grid(work, week="Mo-Fr 09:00-18:00")


def test_moving_through_daily_leaves_the_weekend_closed() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("shift+tab", "right", "right")
        assert "CUSTOM: the week of WEEKLY was copied, Mo-Fr 09:00-18:00." in screen
        assert week(wizard) == "Mo-Fr 09:00-18:00"
        assert "Undone: Frequency DAILY -> CUSTOM." in await wizard.press("tab", "u")
        assert "Undone: Frequency WEEKLY -> DAILY." in await wizard.press("ctrl+o")
        assert "Nothing to undo" in await wizard.press("tab", "u")
        assert week(wizard) == "Mo-Fr 09:00-18:00"
        await wizard.press("U")
        assert week(wizard) == "Mo-Su 09:00-18:00"
        await wizard.press("left")
        assert "WEEKLY: its own week is shown, Mo-Fr 09:00-18:00." in wizard.screen()

    at_grid(work, week="Mo-Fr 09:00-18:00")


def test_an_unreadable_text_belongs_to_its_frequency() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.press("e", *"; Xx", "shift+tab", "shift+tab", "right", "right")
        assert wizard.session.draft.hours_text is None
        assert not [each for each in wizard.session.problems() if each.is_error]
        screen = await wizard.press("left", "left")
        assert wizard.session.draft.hours_text == "Mo 09:00-18:00; Xx"
        assert "'xx' is no day" in screen

    at_grid(work, week="Mo 09:00-18:00")


def test_a_key_moves_a_start_by_five_minutes() -> None:
    async def work(wizard: Wizard) -> None:
        screen = await wizard.press("right_parenthesis")
        assert "start of 09:00-10:00 on Mon moved to 09:05." in screen
        await wizard.press("right_parenthesis", "left_parenthesis", "left_parenthesis", "left_parenthesis")
        assert week(wizard) == "Mo 08:55-10:00"
        screen = await wizard.press("2", "enter", "right", "right_parenthesis", "less_than_sign")
        assert "RANGE 09:05-09:55 Tue, 50 min on 1 day" in screen
        await wizard.press("escape")
        assert wizard.app.entry.title == "Calling hours"

    at_grid(work, week="Mo 09:00-10:00")


@pytest.mark.parametrize("gone", ["*", "HoursField"])
def test_a_step_that_is_left_while_its_text_is_laid_out_ends_nothing(gone: str) -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.app.step.query(gone).remove()
        wizard.app.step.on_resize()
        await wizard.press("ctrl+r")
        assert wizard.app.entry.title == "Review"

    at_grid(work)
