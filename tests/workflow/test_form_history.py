"""One list of everything that was changed in the form, edits of the week among it."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.campaign.test_edits import some_edits, week_of
from tests.campaign.weeks import weeks
from tui.campaign import edits
from tui.campaign.draft import Draft
from tui.campaign.edits import Edit
from tui.campaign.hours import Unsettled, Week
from tui.workflow.campaign_editor import CampaignEditor


def editor(week: Week | None = None) -> CampaignEditor:
    draft = Draft()
    draft.week = week or Week()
    return CampaignEditor(draft)


def opened(editor: CampaignEditor, day: int) -> str:
    return editor.edit_week(edits.paint(editor.draft.week, [day], 540, 600, is_open=True))


@given(weeks, st.lists(some_edits, max_size=20))
def test_as_many_undos_give_the_first_week_back(week: Week, chosen: list[Callable[[Week], Edit]]) -> None:
    campaign, seen = editor(week), [week]
    for edit in chosen:
        campaign.edit_week(edit(campaign.draft.week))
        if campaign.draft.week != seen[-1]:
            seen.append(campaign.draft.week)
    for before in reversed(seen[:-1]):
        assert campaign.form.undo().said.startswith("Undone: ")
        assert campaign.draft.week == before
    assert campaign.form.undo().said == "Nothing to undo."
    for after in seen[1:]:
        assert campaign.form.redo().said.startswith("Done again: ")
        assert campaign.draft.week == after
    assert campaign.form.redo().said == "Nothing to do again."


def test_weeks_and_fields_are_walked_in_the_order_they_were_changed_in() -> None:
    campaign = editor()
    opened(campaign, 0)
    campaign.draft.name = "June"
    campaign.form.note(is_typed=True)
    opened(campaign, 1)
    said = [campaign.form.undo().said for _ in range(4)]
    assert said == [
        "Undone: opened 09:00-10:00 on Tue.",
        "Undone: Name empty -> June.",
        "Undone: opened 09:00-10:00 on Mon.",
        "Nothing to undo.",
    ]
    assert (campaign.draft.name, campaign.draft.week) == ("", Week())
    assert campaign.form.to_redo == "opened 09:00-10:00 on Mon."


def test_a_change_after_an_undo_forgets_what_was_undone() -> None:
    campaign = editor()
    opened(campaign, 0)
    campaign.form.undo()
    opened(campaign, 1)
    assert campaign.form.redo().said == "Nothing to do again."


def test_what_changes_nothing_takes_no_step() -> None:
    campaign = editor(week_of("Mo 9-18"))
    assert opened(campaign, 0).startswith("Nothing changed")
    assert campaign.form.to_undo == ""


def test_a_repair_that_was_kept_comes_back() -> None:
    campaign = editor(week_of("Tu 9-18"))
    repaired = Unsettled(None, ("Mon is empty and left out.",), [{"day": "MO"}])
    campaign.draft.put_hours(campaign.draft.week, repaired)
    week = campaign.edited_week()
    week.keep()
    assert campaign.put_week(week)
    assert campaign.draft.unsettled_here.is_settled
    assert campaign.form.undo().said == "Undone: kept the repair: Tu 09:00-18:00."
    assert campaign.draft.unsettled_here == repaired


def test_what_was_typed_is_one_change_and_its_text_comes_back() -> None:
    campaign = editor(week_of("Mo 9-18"))
    assert campaign.form.to_undo == ""
    for text in ("Mo 9-12", "Mo 9-12; Xx"):
        campaign.draft.type_hours(text)
        campaign.form.note(is_typed=True)
    opened(campaign, 1)
    campaign.form.undo()
    assert campaign.draft.hours_text == "Mo 9-12; Xx"
    campaign.form.undo()
    assert (campaign.draft.week, campaign.draft.hours_text) == (week_of("Mo 9-18"), None)
    campaign.form.redo()
    assert (campaign.draft.week, campaign.draft.hours_text) == (week_of("Mo 9-12"), "Mo 9-12; Xx")
