"""Every change of the form is taken back and done again, wherever one is."""

from tests.screen.steps.conftest import Wizard, practising
from tests.screen.steps.test_working import drive
from tui.campaign.draft import Draft
from tui.screen.widgets.hours_grid import HoursGrid


def test_what_is_typed_in_a_field_is_one_change_and_each_is_named() -> None:
    async def work(wizard: Wizard) -> None:
        draft = wizard.session.draft
        name = draft.name
        await wizard.at("Basics", "name")
        await wizard.type("12")
        await wizard.at("Dialing strategy", "attempts")
        attempts = draft.attempts
        await wizard.press("plus")
        await wizard.at("Review")
        assert f"Undone: Attempts {attempts} -> {int(attempts) + 1}." in await wizard.press("ctrl+o")
        assert (draft.attempts, wizard.app.entry.title) == (attempts, "Dialing strategy")
        assert wizard.app.focused is not None
        assert wizard.app.focused.id == "attempts"
        await wizard.press("ctrl+o")
        assert (draft.name, wizard.app.entry.title) == (name, "Basics")
        assert "Nothing to undo." in await wizard.press("ctrl+o")
        assert "Done again: " in await wizard.press("ctrl+y")
        await wizard.press("ctrl+y")
        assert (draft.name, draft.attempts) == (f"{name}12", str(int(attempts) + 1))
        assert "Nothing to do again." in await wizard.press("ctrl+y")

    drive(work, practising())


def test_a_week_and_a_mode_come_back_with_what_they_hid() -> None:
    async def work(wizard: Wizard) -> None:
        draft = wizard.session.draft
        week, mode, queue = draft.week, draft.mode, draft.queue
        await wizard.at("Calling hours", "grid")
        await wizard.press("x")
        assert draft.week != week or await wizard.press("o")
        await wizard.at("Basics", "mode")
        await wizard.press("right", "right")
        assert draft.mode != mode
        while wizard.session.campaign.form.to_undo:
            await wizard.press("ctrl+o")
        assert (draft.week, draft.mode, draft.queue) == (week, mode, queue)

    drive(work, practising())


def test_another_draft_has_nothing_to_take_back() -> None:
    async def work(wizard: Wizard) -> None:
        await wizard.at("Basics", "name")
        await wizard.type("1")
        wizard.session.campaign.begin(Draft(name="other"))
        await wizard.at("Basics", "name")
        assert "Nothing to undo." in await wizard.press("ctrl+o")
        assert wizard.session.draft.name == "other"

    drive(work, practising())


def test_the_keys_of_the_grid_walk_the_same_list_and_leave_its_cursor_alone() -> None:
    async def work(wizard: Wizard) -> None:
        draft = wizard.session.draft
        week = draft.week
        await wizard.at("Basics", "name")
        await wizard.type("1")
        await wizard.at("Calling hours", "grid")
        await wizard.press("2", "x", "3", "x")
        grid = wizard.app.query_one(HoursGrid)
        assert "Undone: closed 09:00-09:30 on Wed." in await wizard.press("u")
        assert "Undone: closed 09:00-09:30 on Tue." in await wizard.press("ctrl+o")
        assert (draft.week, grid.cursor.place.row) == (week, 2)
        assert wizard.app.focused is grid
        assert "Done again: closed 09:00-09:30 on Tue." in await wizard.press("U")
        await wizard.press("u")
        assert "Undone: Name Renewal calls June -> Renewal calls June1." in await wizard.press("u")
        assert (draft.name, wizard.app.entry.title) == ("Renewal calls June", "Basics")

    drive(work, practising())
