"""Every row of the tables of places: valid zones, words that find them, and no contradiction of the database."""

import zoneinfo
from datetime import datetime

import pytest

from tui.campaign import zones
from tui.campaign.zone_index import fold
from tui.campaign.zone_names import countries, names
from tui.campaign.zone_tables import BORNE_BY, CALLED, CITIES, NAMED, POSTAL, STATES, WINDOWS

IN_USE = {zone for _, every in countries().values() for zone in every}


@pytest.mark.parametrize(("zone", "cities"), CITIES.items(), ids=CITIES)
def test_a_city_finds_its_zone(zone: str, cities: str) -> None:
    assert zone in IN_USE
    for city in cities.split(", "):
        assert zone in zones.understand(city).zones, city
        assert zone in zones.search(city), city


@pytest.mark.parametrize(("joined", "states"), [*STATES.items(), *POSTAL.items()])
def test_a_state_has_its_zones(joined: str, states: str) -> None:
    every = joined.split()
    assert set(every) <= IN_USE
    for state in states.split(", ") if ", " in states or states.islower() else states.split():
        assert set(every) <= set(zones.understand(state).zones), state
        assert zones.understand(state).is_sure <= (len(every) == 1)


@pytest.mark.parametrize("code", countries())
def test_a_country_has_all_its_zones(code: str) -> None:
    name, every = countries()[code]
    for word in (name, name.upper(), *CALLED.get(code, name).split(", "), code):
        assert set(every) <= set(zones.understand(word).zones), word


def test_what_is_called_otherwise_exists() -> None:
    assert set(CALLED) <= set(countries())
    assert set(NAMED) <= set(BORNE_BY)


@pytest.mark.parametrize(("short", "bearers"), BORNE_BY.items(), ids=BORNE_BY)
def test_an_abbreviation_names_its_regions_and_is_never_sure(short: str, bearers: str) -> None:
    found = zones.understand(short)
    assert set(bearers.split()) <= IN_USE
    assert set(bearers.split()) <= set(found.zones)
    assert not found.is_sure
    for said in NAMED.get(short, "").split(", "):
        assert not said or set(bearers.split()) <= set(zones.understand(f"{said} summer time").zones)


def test_every_abbreviation_of_the_database_is_known() -> None:
    for zone in IN_USE:
        for month in (1, 7):
            short = datetime(2026, month, 15, tzinfo=zoneinfo.ZoneInfo(zone)).tzname() or ""
            assert not short.isalpha() or short.upper() in BORNE_BY, (short, zone)


@pytest.mark.parametrize(("name", "zone"), WINDOWS.items(), ids=WINDOWS)
def test_a_name_of_windows_is_one_zone(name: str, zone: str) -> None:
    assert zone in IN_USE
    assert zones.understand(name).zones == (zone,)
    assert zones.understand(name).is_sure


def test_a_city_of_the_database_finds_it() -> None:
    for zone in names():
        if zone in IN_USE:
            assert zone in zones.understand(zone.rpartition("/")[2]).zones, zone


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("São Paulo", "sao paulo"), ("ZÜRICH", "zurich"), ("Łódź", "lodz"), ("Tórshavn", "torshavn"),
        ("N'Djamena", "ndjamena"), ("St. John’s", "st johns"), ("Saint John's", "st johns"), ("Malmø", "malmo"),
        ("Bosnia & Herzegovina", "bosnia and herzegovina"), ("The Hague", "hague"), ("  New\u00a0York ", "new york"),
        ("Port-au-Prince", "port au prince"), ("Ｔｏｋｙｏ", "tokyo"), ("the", "the"), ("?!", ""), ("İzmir", "izmir"),
    ],
)  # fmt: skip
def test_letters_are_compared_without_marks(text: str, folded: str) -> None:
    assert fold(text) == folded
