"""The week in dates: what is open on which day, what is left of today, and when that is on one's own clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

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
        "      Thu 26 Nov 09:00-13:00         = Wed 22:30-Thu 02:30",
    ]


@pytest.mark.parametrize("own", ["", "Asia/Kolkata", "Asia/Colombo"])
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


@pytest.mark.parametrize(
    ("now", "hours", "today"),
    [
        ("2026-11-25T09:50", "Mo-Tu 9-18", "Wed 25 Nov closed"),
        ("2026-11-25T09:50", "Mo-Su 9-10", "Wed 25 Nov nothing left today"),
        ("2026-11-25T09:50", "We 23:00-23:30", "Wed 25 Nov 23:00-23:30 = Thu 07:00-07:30"),
        ("2026-11-25T09:50", "We 15:30-16:30", "Wed 25 Nov 15:30-16:30 = 23:30-Thu 00:30"),
        ("2026-03-28T23:10", "Mo-Su 01:30-03:30", "Sun 29 Mar 01:30-03:30 = 09:30-10:30"),
        ("2026-03-28T23:10", "Mo-Su 01:30-02:50", "Sun 29 Mar 01:30-02:00 = 09:30-10:00"),
        ("2026-10-24T22:10", "Mo-Su 02:10-02:50", "Sun 25 Oct 02:10-02:50, 02:10-02:50 = 09:10-09:50, 10:10-10:50"),
        ("2026-10-25T01:15", "Mo-Su 02:10-02:50", "Sun 25 Oct 02:15-02:50 = 10:15-10:50"),
    ],
)  # fmt: skip
def test_today_in_berlin_as_seen_from_tokyo(now: str, hours: str, today: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    said = lines(coming_days(week(hours), "Europe/Berlin", at, "Asia/Tokyo"), "Asia/Tokyo")
    assert " ".join(said[1].split()) == f"today {today}"


def test_a_window_that_the_clocks_skip_is_said_so() -> None:
    at = datetime(2026, 3, 28, 9, tzinfo=UTC)
    assert lines(coming_days(week("Mo-Su 02:10-02:50"), "Europe/Berlin", at))[2:4] == [
        "      Sun 29 Mar skipped by the clocks",
        "      Berlin: clocks go forward 1 h on Sun 29 Mar at 02:00",
    ]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Africa/Cairo", "Atlantic/Azores", "Australia/Lord_Howe"])
@pytest.mark.parametrize("hours", ["Mo-Su 00:00-04:30", "Mo-Su 00:30-01:30,02:15-02:45,23:10-23:55"])
def test_as_often_as_the_clocks_really_pass_it(zone: str, hours: str) -> None:
    found, there, step = week(hours), ZoneInfo(zone), timedelta(minutes=5)
    for month in (3, 4, 10):
        for day in range(1, 29, 7):
            at = datetime(2026, month, day, 12, tzinfo=UTC)
            shown = sum(len(each.windows) for each in coming_days(found, zone, at))
            last, begun, was_open = at.astimezone(there).date() + timedelta(days=7), 0, False
            while (local := at.astimezone(there)).date() < last:
                is_open = bool(
                    found.open_minutes(local.weekday(), minute := local.hour * 60 + local.minute, minute + 1)
                )
                begun += is_open and not was_open
                was_open, at = is_open, at + step
            assert shown == begun


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
