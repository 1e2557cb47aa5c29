from typing import Any

import pytest

from tests.practice.sending import changed, sample
from tui.practice.judge_hours import HOURS_RULE

GOOD = sample("v1_progressive_request.json")["dialingStrategy"]["callingHours"]


def judged(path: str, value: Any) -> list[str]:
    return list(HOURS_RULE("h", changed(GOOD, path, value)))


def windows(*texts: str) -> list[dict[str, str]]:
    """``MO 9:00 AM-6:00 PM``."""
    return [
        {"day": text[:2], "start": text[3:].partition("-")[0], "end": text.partition("-")[2]}
        for text in texts
    ]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("frequency", "DAILY"), ("frequency", "CUSTOM"),
        ("timezone", "America/Argentina/Ushuaia"), ("timezone", "Europe/Berlin"),
        ("days", windows("MO 09:00 AM-06:00 PM")),
        ("days", windows("SU 12:00 AM-11:59 PM")),
        ("days", windows("SA 12:00 PM-12:01 PM")),
        ("days", windows("MO 9:00 AM-1:00 PM", "MO 1:00 PM-6:00 PM")),
        ("days", windows("MO 2:00 PM-6:00 PM", "TU 9:00 AM-6:00 PM", "MO 9:00 AM-1:00 PM")),
    ],
)  # fmt: skip
def test_what_is_documented_is_accepted(path: str, value: Any) -> None:
    assert judged(path, value) == []


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("frequency", "weekly", "h.frequency must be WEEKLY or DAILY or CUSTOM, as a string"),
        ("frequency", ..., "h.frequency is missing"),
        ("timezone", ..., "h.timezone is missing"),
        ("repeat", 1, "h.repeat is no field of this object"),
        ("days", ..., "h.days is missing"),
        ("days", [], "h.days must have at least 1 in it"),
        ("days", {}, "h.days must be a list"),
        ("days[1]", "TU", "h.days[1] must be an object"),
        ("days[1].day", "Tu", "h.days[1].day must be MO or TU or WE or TH or FR or SA or SU, as a string"),
        ("days[1].day", ..., "h.days[1].day is missing"),
        ("days[1].note", "x", "h.days[1].note is no field of this object"),
        ("days[1].end", "12:00 AM", "h.days[1].end must not be 12:00 AM: a day ends at 11:59 PM"),
        ("days[1].end", "9:00 AM", "h.days[1].end must be after its start"),
        ("days[1].end", "8:59 AM", "h.days[1].end must be after its start"),
        ("days[1].start", "6:00 PM", "h.days[1].end must be after its start"),
    ],
)  # fmt: skip
def test_each_rule_by_itself(path: str, value: Any, expected: str) -> None:
    assert judged(path, value) == [expected]


def test_a_window_needs_all_three() -> None:
    assert judged("days[0]", {}) == [f"h.days[0].{key} is missing" for key in ("day", "start", "end")]


@pytest.mark.parametrize(
    "zone",
    ["EST", "UTC", "GMT", "Etc/GMT-5", "Etc/UTC", "UTC+5", "+05:30", "asia/kolkata", "Asia/Atlantis", "Asia",
     "America/Argentina", "../Asia/Kolkata", "posix/Asia/Kolkata", "Asia/Kolkata\0", "", None, 5, ["Asia/Kolkata"]],
)  # fmt: skip
def test_zones_that_are_no_region(zone: Any) -> None:
    assert judged("timezone", zone) == [
        "h.timezone must be a region of the IANA database, such as Asia/Kolkata"
    ]


@pytest.mark.parametrize(
    "time",
    ["9:00", "09:00", "9 AM", "9:00AM", "9:00  AM", "9:00 am", "0:30 AM", "13:00 PM", "009:00 AM", "9:60 AM",
     "9:0 AM", " 9:00 AM", "9:00 AM ", "9:00 AM\n", "\u0669:00 AM", "9:00 A.M.", "24:00", "", 900, None],
)  # fmt: skip
@pytest.mark.parametrize("end", ["start", "end"])
def test_times_of_another_form(end: str, time: Any) -> None:
    assert judged(f"days[0].{end}", time) == [f"h.days[0].{end} must be a time such as 9:00 AM, as a string"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (windows("MO 9:00 AM-1:00 PM", "MO 12:59 PM-6:00 PM"), ["h.days[1] overlaps h.days[0]"]),
        (windows("MO 1:00 PM-6:00 PM", "MO 9:00 AM-2:00 PM"), ["h.days[0] overlaps h.days[1]"]),
        (windows("MO 9:00 AM-1:00 PM", "MO 9:00 AM-1:00 PM"), ["h.days[1] overlaps h.days[0]"]),
        (
            windows("MO 9:00 AM-6:00 PM", "MO 10:00 AM-11:00 AM", "TU 9:00 AM-6:00 PM", "MO 1:00 PM-2:00 PM"),
            ["h.days[1] overlaps h.days[0]", "h.days[3] overlaps h.days[0]"],
        ),
    ],
)
def test_windows_that_overlap(days: list[dict[str, str]], expected: list[str]) -> None:
    assert judged("days", days) == expected
