"""Time zones: regions only, and what was probably meant instead."""

import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign import zones


def test_every_name_is_a_region_that_exists() -> None:
    assert len(zones.names()) > 500
    assert all("/" in name and not name.startswith("Etc/") for name in zones.names())
    assert set(zones.names()) <= zoneinfo.available_timezones()


@pytest.mark.parametrize("name", ["Asia/Kolkata", "America/Argentina/Buenos_Aires", "Europe/Kyiv"])
def test_a_region_is_fine(name: str) -> None:
    assert zones.judge(name) == zones.ZoneVerdict()


@pytest.mark.parametrize(
    ("name", "current"), [("Asia/Calcutta", "Asia/Kolkata"), ("US/Pacific", "America/Los_Angeles")]
)
def test_an_alias_is_kept_with_a_note(name: str, current: str) -> None:
    verdict = zones.judge(name)
    assert not verdict.error
    assert current in verdict.note


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("EST", "America/New_York"),
        ("PST8PDT", "America/Los_Angeles"),
        ("IST", "Asia/Kolkata"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("UTC+05", "Asia/Karachi"),
        ("GMT-5", "America/New_York"),
        ("Etc/GMT-5", "Asia/Karachi"),
        ("UTC", "Europe/London"),
        ("Japan", "Asia/Tokyo"),
        ("asia/kolkata", "Asia/Kolkata"),
        ("Asia/Kolkatta", "Asia/Kolkata"),
        ("new delhi", "Asia/Kolkata"),
    ],
)
def test_what_is_no_region_names_the_one_that_was_meant(name: str, meant: str) -> None:
    verdict = zones.judge(name)
    assert meant in verdict.error
    assert verdict.meant[0] == meant


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kolk", "Asia/Kolkata"), ("mumb", "Asia/Kolkata"), ("new y", "America/New_York"), ("ist", "Asia/Kolkata"),
        ("us pac", "US/Pacific"), ("buenos", "America/Argentina/Buenos_Aires"), ("lond", "Europe/London"),
    ],
)  # fmt: skip
def test_searching(typed: str, found: str) -> None:
    assert zones.search(typed)[0] == found


@given(st.text(max_size=30))
def test_no_text_breaks_the_judge(name: str) -> None:
    verdict = zones.judge(name)
    assert bool(verdict.error) == (name not in zones.names())
    assert set(verdict.meant) <= set(zones.names())
    assert set(zones.search(name)) <= set(zones.names())
