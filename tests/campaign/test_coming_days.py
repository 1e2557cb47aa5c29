"""The week in dates: what is open on which day, what is left of today, and when that is on one's own clock."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign import zones
from tui.campaign.coming_days import coming_days, lines
from tui.campaign.hours import Week
from tui.campaign.hours_text import read

NOW = datetime(2026, 11, 25, 9, 50, tzinfo=UTC)
"""Wednesday, 15:20 in Kolkata and 04:50 in New York."""


def week(text: str) -> Week:
    found = read(text).week
    assert found is not None
    return found


def test_seven_days_with_dates_and_the_rest_of_today() -> None:
    assert lines(coming_days(week("Mo-Fr 09:00-13:00,14:00-18:00"), "Asia/Kolkata", NOW)) == [
        "The next seven days, as the clocks there say:",
        "today Wed 25 Nov 15:20-18:00",
        "      Thu 26 Nov 09:00-13:00, 14:00-18:00",
        "      Fri 27 Nov 09:00-13:00, 14:00-18:00",
        "      Sat 28 Nov closed",
        "      Sun 29 Nov closed",
        "      Mon 30 Nov 09:00-13:00, 14:00-18:00",
        "      Tue 1 Dec  09:00-13:00, 14:00-18:00",
    ]


def test_the_same_on_ones_own_clock() -> None:
    days = coming_days(week("Mo-Fr 09:00-13:00"), "Asia/Kolkata", NOW, "America/New_York")
    assert lines(days, "America/New_York")[:3] == [
        "The next seven days, as the clocks there say, and behind = in New York:",
        "today Wed 25 Nov nothing left today",
        "      Thu 26 Nov 09:00-13:00         = 22:30-1d-02:30",
    ]


@pytest.mark.parametrize("own", ["", "Asia/Kolkata"])
def test_ones_own_zone_is_said_only_where_it_is_another(own: str) -> None:
    assert not any(
        "=" in each for each in lines(coming_days(week("Mo-Su 9-18"), "Asia/Kolkata", NOW, own), own)
    )


def test_a_change_of_clocks_among_them_is_said() -> None:
    now = datetime(2026, 10, 28, 12, 0, tzinfo=UTC)
    said = lines(
        coming_days(week("Mo-Su 01:00-03:00"), "America/New_York", now, "Europe/Madrid"), "Europe/Madrid"
    )
    at = said.index("      New York: clocks go back 1 h on Sun 1 Nov at 02:00")
    assert said[at - 1] == "      Sun 1 Nov  01:00-03:00         = 06:00-09:00"
    assert said[at + 1] == "      Mon 2 Nov  01:00-03:00         = 07:00-09:00"
    spring = datetime(2026, 3, 25, 12, 0, tzinfo=UTC)
    said = lines(coming_days(week("Mo-Su 9-18"), "Asia/Kolkata", spring, "Europe/Madrid"), "Europe/Madrid")
    assert "      Madrid: clocks go forward 1 h on Sun 29 Mar at 02:00" in said


def test_a_day_of_many_windows_is_counted() -> None:
    many = ",".join(f"{hour:02}:00-{hour:02}:30" for hour in range(9, 19))
    assert lines(coming_days(week(f"Th {many}"), "Asia/Kolkata", NOW))[2].endswith(
        "12:00-12:30 and 6 more windows"
    )


@given(
    st.builds(Week, st.tuples(*[st.integers(0, 2**1439 - 1)] * 7)),
    st.sampled_from(sorted(zones.names())),
    st.sampled_from(["", *sorted(zones.names())]),
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),
)
def test_every_week_of_every_zone_has_seven_days(found: Week, zone: str, own: str, now: datetime) -> None:
    days = coming_days(found, zone, now, own)
    assert len({day.date for day in days}) == 7
    assert all(each.isprintable() for each in lines(days, own))
