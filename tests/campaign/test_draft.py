"""Each frequency keeps its own week, with what is not settled of it; one that is passed over makes none."""

from tui.campaign.draft import Draft
from tui.campaign.fields import HOURS, Api
from tui.campaign.hours import Week
from tui.campaign.hours_text import read, text_of

WORK = "Mo-Fr 09:00-18:00"


def drafted(text: str = WORK, frequency: str = "WEEKLY") -> Draft:
    draft = Draft(frequency=frequency)
    draft.type_hours(text)
    return draft


def repaired() -> Draft:
    """As a file with wrong hours is read."""
    draft = Draft(weeks={"WEEKLY": read(WORK).week or Week()})
    draft.repaired, draft.unrepaired = ("Mon is empty and left out.",), [{"day": "MO"}]
    return draft


def shown(draft: Draft) -> str:
    return text_of(draft.week)


def test_passing_over_daily_makes_nothing() -> None:
    for draft in (drafted(), repaired()):
        assert draft.choose_frequency("DAILY") == (
            "DAILY: Mon of WEEKLY was copied to all seven days, Mo-Su 09:00-18:00."
        )
        assert draft.choose_frequency("CUSTOM") == f"CUSTOM: the week of WEEKLY was copied, {WORK}."
        assert shown(draft) == WORK
        assert set(draft.weeks) == {"WEEKLY", "CUSTOM"}
        assert draft.choose_frequency("WEEKLY") == f"WEEKLY: its own week is shown, {WORK}."
        assert set(draft.weeks) == {"WEEKLY"}


def test_a_copy_is_made_of_the_week_that_was_edited_last() -> None:
    draft = drafted()
    draft.choose_frequency("DAILY")
    draft.type_hours("10-12")
    draft.choose_frequency("WEEKLY")
    assert "of DAILY was copied, Mo-Su 10:00-12:00" in draft.choose_frequency("CUSTOM")
    draft.choose_frequency("WEEKLY")
    draft.type_hours("Sa 10-14")
    assert "of WEEKLY was copied, Sa 10:00-14:00" in draft.choose_frequency("CUSTOM")
    assert draft.choose_frequency("DAILY") == "DAILY: its own week is shown, Mo-Su 10:00-12:00."


def test_daily_takes_the_day_that_is_meant_or_the_first_with_hours() -> None:
    draft = drafted("We 9-18; Sa 10-14")
    assert "Sat of WEEKLY was copied to all seven days, Mo-Su 10:00-14:00" in draft.choose_frequency(
        "DAILY", 5
    )
    draft.choose_frequency("WEEKLY")
    assert "Wed of WEEKLY was copied to all seven days, Mo-Su 09:00-18:00" in draft.choose_frequency(
        "DAILY", 0
    )


def test_without_hours_nothing_is_copied_or_said() -> None:
    draft = Draft()
    assert [draft.choose_frequency(each) for each in ("DAILY", "CUSTOM", "CUSTOM", "WEEKLY")] == [""] * 4
    assert draft == Draft()


def test_an_unreadable_text_stays_with_its_frequency() -> None:
    draft = drafted()
    draft.type_hours("Mo 9-6")
    draft.choose_frequency("CUSTOM")
    assert draft.hours_text is None
    assert not [each for each in draft.problems_of(HOURS, Api.V1) if each.is_error]
    draft.choose_frequency("WEEKLY")
    assert draft.hours_text == "Mo 9-6"
    assert list(draft.offered_hours()) == ["09:00-18:00", "09:00-06:00 next day"]


def test_what_was_typed_on_a_copy_is_not_lost_by_going_on() -> None:
    draft = drafted()
    draft.choose_frequency("DAILY")
    draft.type_hours("10-1?")
    draft.choose_frequency("WEEKLY")
    draft.choose_frequency("DAILY")
    assert draft.hours_text == "10-1?"


def test_no_change_of_frequency_accepts_a_repair() -> None:
    draft = repaired()
    for frequency in ("DAILY", "CUSTOM", "WEEKLY", "CUSTOM"):
        draft.choose_frequency(frequency)
        assert draft.repaired
        assert draft.unrepaired == [{"day": "MO"}]
    draft.week = draft.week
    assert not draft.repaired
    draft.choose_frequency("WEEKLY")
    assert draft.repaired, "one is accepted where it is shown, not elsewhere"


def test_a_mistake_is_judged_by_the_frequency() -> None:
    draft = drafted("Mo-Fr 9-18; Sa 10-14")
    draft.choose_frequency("DAILY")
    reading = draft.type_hours("Mo-Fr 9-18; Sa 10-14")
    assert reading.mistake is not None
    assert "DAILY has the same windows" in draft.problems_of(HOURS, Api.V1)[0].message
    assert draft.problems(Api.V1)
