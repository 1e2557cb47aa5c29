"""Words by which time zones are found, as the files in ``zone_words/`` have them, each with its comment."""

from configparser import ConfigParser, ExtendedInterpolation

from tui.campaign.zone_names import packaged


def _tables() -> dict[str, dict[str, str]]:
    """Every section of the files, each row's value on one line."""
    parser = ConfigParser(delimiters=("=",), interpolation=ExtendedInterpolation())
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    for name in ("cities", "states", "abbreviations", "windows"):
        parser.read_string(packaged("tui.campaign", "zone_words", f"{name}.ini"), name)
    return {
        name: {key: " ".join(value.split()) for key, value in section.items()}
        for name, section in parser.items()
    }


_TABLES = _tables()

CITIES = _TABLES["cities"]
"""Big cities by their zone, divided by commas; the zones in the order in which they are offered."""
STATES = _TABLES["states"]
"""States and provinces by their zones, which are divided by blanks."""
CALLED = _TABLES["called"]
"""What countries are called as well, by their ISO 3166 code."""
POSTAL = _TABLES["postal"]
"""Two letters of a state or province, by its zones."""
BORNE_BY = _TABLES["abbreviations"]
"""Regions by abbreviation, divided by blanks, the likeliest first."""
NAMED = _TABLES["clocks"]
"""The same clocks in words, before ``time``, ``standard time``, ``daylight time`` or ``summer time``."""
WINDOWS = _TABLES["windows"]
"""Region zones by the name in English that Windows has for them."""
