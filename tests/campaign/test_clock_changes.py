"""What clocks do, against ``zoneinfo`` itself: fifty zones, ten years."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.campaign import zones
from tui.campaign.clock_changes import clock, clock_now, elsewhere, instants, next_change
from tui.campaign.hours import DAY_NAMES

FIRST, YEARS = datetime(2020, 1, 1, tzinfo=UTC), 10
MUST = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca",
        "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Chatham", "America/St_Johns",
        "Asia/Tehran", "Antarctica/Troll", "Asia/Gaza", "Africa/Cairo"]  # fmt: skip
ZONES = [*MUST, *[name for name in zones.names() if name not in MUST][:: len(zones.names()) // 36][:36]]


@cache
def changes(name: str) -> list[datetime]:
    """Every instant (to the hour's quarter) at which the offset is another, found by looking everywhere."""
    zone, step = ZoneInfo(name), timedelta(minutes=15)
    found, at = [], FIRST
    end = FIRST.replace(year=FIRST.year + YEARS)
    offset = at.astimezone(zone).utcoffset()
    while at < end:
        later = at + timedelta(days=1)
        if later.astimezone(zone).utcoffset() != offset:
            while at.astimezone(zone).utcoffset() == offset:
                at += step
            found.append(at)
            offset, later = at.astimezone(zone).utcoffset(), at
        at = later
    return found


def test_there_are_fifty_zones() -> None:
    assert len(set(ZONES)) == 50


@pytest.mark.parametrize("name", ZONES)
def test_the_next_change_is_that_of_zoneinfo(name: str) -> None:
    known = changes(name)
    now, end = FIRST, FIRST.replace(year=FIRST.year + YEARS - 2)
    while now < end:
        coming = next((change for change in known if change > now), None)
        found = next_change(name, now)
        if coming is None or coming - now > timedelta(days=400):
            assert found is None or found not in known
        else:
            assert found == coming
        now += timedelta(days=61, hours=7)
    for change in known:
        if change < end:
            assert next_change(name, change - timedelta(minutes=1)) == change
            assert next_change(name, change) != change


@settings(max_examples=300)
@given(
    st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(0, 6), st.integers(0, 1439),
    st.datetimes(datetime(2020, 1, 1), datetime(2029, 12, 1), timezones=st.just(UTC)),
)  # fmt: skip
def test_times_elsewhere_are_those_of_zoneinfo(
    name: str, other: str, day: int, minute: int, now: datetime
) -> None:
    zone = ZoneInfo(name)
    today = now.astimezone(zone).date()
    date = today + timedelta(days=(day - today.weekday()) % 7)
    shown = set()
    start = datetime(date.year, date.month, date.day, tzinfo=UTC) - timedelta(hours=15)
    for offset in {(start + timedelta(hours=hours)).astimezone(zone).utcoffset() for hours in range(48)}:
        assert offset is not None
        instant = datetime(date.year, date.month, date.day, tzinfo=UTC) + timedelta(minutes=minute) - offset
        if instant.astimezone(zone).replace(tzinfo=None) == datetime(
            date.year, date.month, date.day
        ) + timedelta(minutes=minute):
            shown.add(instant)
    assert set(instants(name, day, minute, now)) == shown
    said = elsewhere(name, other, day, minute, now)
    for instant in shown:
        local = instant.astimezone(ZoneInfo(other))
        assert f"{local:%H:%M} {DAY_NAMES[local.weekday()]}" in said
    assert bool(shown) != said.startswith("skipped")


def test_gaps_and_overlaps_of_the_clock() -> None:
    spring = datetime(2027, 3, 26, 12, tzinfo=UTC)
    assert elsewhere("Europe/Berlin", "Asia/Kolkata", 6, 150, spring) == (
        "skipped by the clocks on that day in Berlin"
    )
    autumn = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert elsewhere("Europe/Berlin", "Asia/Kolkata", 6, 150, autumn) == "06:00 Sun or 07:00 Sun Kolkata"
    assert elsewhere("Asia/Kolkata", "America/New_York", 0, 540, autumn) == "23:30 Sun New York"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Asia/Kolkata", "IST UTC+5:30, no clock changes"),
        ("Europe/Berlin", "CET UTC+1, clocks go forward 1 h on Sun 28 Mar at 02:00"),
        ("America/New_York", "EST UTC-5, clocks go forward 1 h on Sun 14 Mar at 02:00"),
        ("Australia/Lord_Howe", "UTC+11, clocks go back 30 min on Sun 4 Apr at 02:00"),
    ],
)
def test_a_clock_in_words(name: str, said: str) -> None:
    assert clock(name, datetime(2026, 11, 24, tzinfo=UTC)) == said


def test_a_half_hour_goes_forward_too() -> None:
    winter = datetime(2026, 7, 1, tzinfo=UTC)
    assert clock("Australia/Lord_Howe", winter) == "UTC+10:30, clocks go forward 30 min on Sun 4 Oct at 02:00"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Asia/Kolkata", "UTC+5:30, 09:30 now"),
        ("America/New_York", "UTC-5, 23:00 now"),
        ("Etc/UTC", "UTC+0, 04:00 now"),
    ],
)
def test_the_clock_says_how_late_it_is_there(name: str, said: str) -> None:
    assert clock_now(name, datetime(2026, 11, 25, 4, 0, 59, tzinfo=UTC)) == said
