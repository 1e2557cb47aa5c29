"""Every word by which a zone is found, folded: names, countries, states, cities, Windows' names, abbreviations."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from tui.campaign.zone_names import countries, current, links, names
from tui.campaign.zone_tables import BORNE_BY, CALLED, CITIES, NAMED, POSTAL, STATES, WINDOWS

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe",
    "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, ".": None, "&": " and ", "_": " ",
})  # fmt: skip
_WORD = re.compile(r"\w+")
_NO_PLACES = ("US/", "Canada/", "Brazil/", "Mexico/", "Chile/", "Australia/")
"""Areas whose older names end in no city: ``US/Eastern``, ``Brazil/West``."""
_CLOCKS = ("", " time", " standard time", " daylight time", " summer time")
_LAST = len(CITIES)
_RANKS = {name: at for at, name in enumerate(CITIES)}


@dataclass(frozen=True, slots=True)
class Index:
    """Folded words and what they name.

    ``spelled``: whole names of zones, aliases as well, themselves. ``own``: the last parts of these. ``places``:
    cities, states, countries, Windows' names. ``short``: abbreviations of clocks and codes of two letters, which name
    no one place.
    """

    spelled: dict[str, tuple[str, ...]]
    own: dict[str, tuple[str, ...]]
    places: dict[str, tuple[str, ...]]
    short: dict[str, tuple[str, ...]]


def fold(text: str) -> str:
    """Words in small letters without marks, one blank between them; ``St`` for ``Saint``, no leading ``the``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    words = ["st" if word == "saint" else word for word in _WORD.findall(letters.translate(_LETTERS))]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def likeliest(zones: Iterable[str]) -> tuple[str, ...]:
    """The same zones, each once, those of the biggest cities first; else as they come."""
    return tuple(sorted(dict.fromkeys(zones), key=lambda zone: _RANKS.get(zone, _LAST)))


@cache
def areas() -> dict[str, frozenset[str]]:
    """The parts of the world, folded, that each zone is looked for in: its own, its aliases' and its country's."""
    of_zone = {zone: {_area(zone)} for zone in names()}
    for alias in names():
        of_zone.setdefault(current(alias), set()).add(_area(alias))
    for _, every in countries().values():
        everywhere = {_area(zone) for zone in every}
        for zone in every:
            of_zone[zone] |= everywhere
    return {zone: frozenset(found) for zone, found in of_zone.items()}


def _area(name: str) -> str:
    return fold(name.partition("/")[0])


@cache
def index() -> Index:
    """Every word; made at the first use."""
    places, short = _gathered(_places()), _gathered(_short())
    for alias, target in links().items():  # "Japan", "Navajo": where nothing better is known
        if "/" not in alias and target in names() and fold(alias) not in short:
            places.setdefault(fold(alias), (current(target),))
    clocks = {word: zones for word, zones in _gathered(_in_words()).items() if word not in places}
    return Index(
        spelled={fold(name): (name,) for name in names()},
        own=_gathered((name.rpartition("/")[2], (current(name),)) for name in names()),
        places=places,
        short={**clocks, **short},
    )


def _gathered(rows: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Rows of one word as one, all zones of them."""
    found: dict[str, dict[str, None]] = {}
    for word, zones in rows:
        if key := fold(word):
            found.setdefault(key, {}).update(dict.fromkeys(zones))
    return {key: tuple(zones) for key, zones in found.items()}


def _places() -> Iterator[tuple[str, Iterable[str]]]:
    for name in names():
        if not name.startswith(_NO_PLACES) or current(name) == name:
            yield name.rpartition("/")[2], (current(name),)
    for zone, cities in CITIES.items():
        yield from ((city, (zone,)) for city in cities.split(", "))
    for joined, states in STATES.items():
        yield from ((state, joined.split()) for state in states.split(", "))
    for code, (name, zones) in countries().items():
        every = likeliest(zones)
        base, _, rest = name.partition(" (")
        yield from ((word, every) for word in (name, base, f"{rest} {base}" if rest else ""))
        yield from ((word, every) for word in CALLED.get(code, "").split(", "))
    yield from ((name, (zone,)) for name, zone in WINDOWS.items())


def _short() -> Iterator[tuple[str, Iterable[str]]]:
    yield from ((word, zones.split()) for word, zones in BORNE_BY.items())
    for code, (_, every) in countries().items():
        yield code, likeliest(every)
    for zones, codes in POSTAL.items():
        yield from ((code, zones.split()) for code in codes.split())


def _in_words() -> Iterator[tuple[str, Iterable[str]]]:
    for word, said in NAMED.items():
        for clock in _CLOCKS:
            yield from ((f"{each}{clock}", BORNE_BY[word].split()) for each in said.split(", "))
