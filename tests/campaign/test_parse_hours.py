from typing import Any

import pytest

from tui.campaign.hours_text import text_of
from tui.campaign.parse_hours import read_days


def window(day: Any = "MO", start: Any = "9:00 AM", end: Any = "6:00 PM", **more: Any) -> dict[str, Any]:
    return {"day": day, "start": start, "end": end, **more}


@pytest.mark.parametrize(
    ("item", "meant"),
    [
        (window(start="09:00", end="18:00"), "Mo 09:00-18:00"),
        (window(end="6:00 pm"), "Mo 09:00-18:00"), (window(end="6pm"), "Mo 09:00-18:00"),
        (window(day="Mon"), "Mo 09:00-18:00"), (window(day="MONDAY"), "Mo 09:00-18:00"),
        (window(day="sa"), "Sa 09:00-18:00"), (window(day="Mo-Fr"), "Mo-Fr 09:00-18:00"),
        (window(end="6:00PM"), "Mo 09:00-18:00"),
        (window(day="Tue", start="22:00", end="02:00"), "Tu 22:00-23:59; We 00:00-02:00"),
        (window(day="DI"), ""), (window(day="LU"), ""), (window(day="T"), ""), (window(end="soon"), ""),
        (window(end="6 pm; Su 1-2"), ""), (window(end=18), ""), (window(day=["MO"]), ""),
    ],
)  # fmt: skip
def test_the_repair_reads_a_window_as_the_text_form_does(item: dict[str, Any], meant: str) -> None:
    found = read_days([item], "days")
    assert text_of(found.week) == meant
    assert any(problem.is_error for problem in found.problems)
    assert len(found.repairs) == 1


@pytest.mark.parametrize("day", ["DI", "LU", "T", "", "XX"])
def test_a_day_like_none_gets_no_suggestion(day: str) -> None:
    assert "perhaps" not in read_days([window(day=day)], "days").problems[0].message


@pytest.mark.parametrize("day", ["Mon", "MONDAY", "mo"])
def test_a_day_in_words_gets_its_code(day: str) -> None:
    assert "perhaps MO." in read_days([window(day=day)], "days").problems[0].message


@pytest.mark.parametrize(
    "days",
    [
        [window(end="1:00 PM"), window(start="1:00 PM")], [window(start="09:00 AM")], [window()],
        [window(end="2:00 PM"), window(start="1:00 PM")], [window(note="x")], [window(end="12:00 AM")],
        [window(start="6:00 PM")], [window(start="9:00")], [window(day="Mon")], [7], [{}],
    ],
)  # fmt: skip
def test_the_wizard_stops_at_a_list_exactly_where_check_does(days: list[Any]) -> None:
    found = read_days(days, "days")
    assert any(problem.is_error for problem in found.problems) == bool(found.repairs)
