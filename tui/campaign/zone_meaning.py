"""What a person means by a text that is no zone's name: a place, an abbreviation, an offset, a slip. Pure.

A guess is never more than a guess: only what names one zone by a whole word of the tables is sure.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto

from tui.campaign.zone_index import areas, fold, index, likeliest
from tui.campaign.zone_names import current
from tui.campaign.zone_offsets import at_offset, has_offset, is_universal, split_offset


class How(Enum):
    """In which way a text names zones."""

    SPELLED = auto()
    """By a zone's own name, spelled otherwise."""
    PLACE = auto()
    """By a city, a state, a country, or Windows' name."""
    SHORT = auto()
    """By an abbreviation or a code, which names no one place."""
    OFFSET = auto()
    """By how far its clocks are from UTC."""
    LIKE = auto()
    """By something close to a name, or by names that do not agree."""
    NOT = auto()
    """In none."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How a text names zones, and which, the likeliest first."""

    how: How
    zones: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it can mean only one zone."""
        return self.how in {How.SPELLED, How.PLACE} and len(self.zones) == 1

    @property
    def is_likeness(self) -> bool:
        """Whether it is only close to what names them."""
        return self.how is How.LIKE

    def refusal(self, name: str) -> str:
        """Why the text, called ``name``, is no zone of a campaign, and which was perhaps meant."""
        said = _said(self.zones)
        match self.how:
            case How.SPELLED:
                return f"Write {said}, spelled exactly so."
            case How.SHORT:
                kind = "a clock's name" if " " in name.strip() else "an abbreviation"
                return f"{name!r} is {kind}, not a region. It may be {said}."
            case How.OFFSET:
                at_it = f"At it now: {said}" if said else "Whose clock do the hours follow"
                return f"{name!r} is a fixed offset, not a region. {at_it}{'.' if said else '?'}"
            case How.PLACE if len(self.zones) > 1:
                return f"{name!r} names {len(self.zones)} time zones: {said}."
            case _ if said:
                return f"{name!r} is no time zone known here. Perhaps {said}?"
        return f"{name!r} is no time zone of a region: use a name such as Asia/Kolkata."


NOTHING = Meaning(How.NOT)
_SAID = 4
"""How many zones a sentence names; more are counted."""
LONGEST_ZONE_TEXT = 200
"""Characters; what is longer names no zone."""
_SHORTEST_SLIP = 5
_SHORTEST_BEGINNING = 4
_AREAS = frozenset(
    {
        "africa",
        "america",
        "antarctica",
        "arctic",
        "asia",
        "atlantic",
        "australia",
        "europe",
        "indian",
        "pacific",
    }
)
_NEW_WORLD = frozenset({"america", "australia"})
_PART = re.compile(r"[,/;|()\[\]{}<>\"“”«»:=\n]+")
_QUOTED = re.compile(r"[,;|()\[\]{}<>\"“”«»:=\s]+")
_CLOCK = re.compile(r" (?:(?:standard|daylight|summer|local) )?time(?: zone)?$")
_SEASON = re.compile(r" (?:daylight|summer) time$")


def meaning(text: str, now: datetime | None = None) -> Meaning:
    """What ``text`` means; ``now`` (aware, else this instant) is when an offset is looked at."""
    if len(text) > LONGEST_ZONE_TEXT:
        return NOTHING
    at = now or datetime.now(UTC)
    if found := _whole(fold(text)):
        return found
    if is_universal(text):
        return Meaning(How.OFFSET)
    rest, minutes = split_offset(text)
    if minutes is None:
        return _named(text)
    if not fold(rest):
        return Meaning(How.OFFSET, at_offset(minutes, at))
    if is_universal(rest):
        return Meaning(How.OFFSET)
    found = _named(rest)
    agreeing = tuple(zone for zone in found.zones if has_offset(zone, minutes, at))
    return Meaning(found.how, agreeing) if agreeing else _doubted(found)


def beginning(text: str) -> tuple[str, ...]:
    """Zones with a name, or that of a place in them, that begins with ``text``; failing that, with words of it."""
    key = fold(text) if len(text) <= LONGEST_ZONE_TEXT else ""
    if not key:
        return ()
    found = {zone: None for rank in (_starts(key), _follows(key)) for zone in rank}
    known = set(found)
    return tuple(zone for zone in found if current(zone) == zone or current(zone) not in known)


def _starts(key: str) -> list[str]:
    """Zones whose own city begins so, then those of other places, then those whose whole name does."""
    words = index()
    placed = [zone for word, zones in words.places.items() if word.startswith(key) for zone in zones]
    own = [zone for zone in placed if fold(zone.rpartition("/")[2]).startswith(key)]
    named = [zone for word, zones in words.spelled.items() if word.startswith(key) for zone in zones]
    return [*likeliest(own), *likeliest(placed), *likeliest(named)]


def _follows(key: str) -> list[str]:
    """Those of which each word that was typed begins one word; none where the whole is a place's name."""
    if _whole(key):
        return []
    words, wanted = index(), [f" {word}" for word in key.split()]
    every = [*words.spelled.items(), *words.places.items()]
    fitting = [zone for word, zones in every if all(each in f" {word}" for each in wanted) for zone in zones]
    return list(likeliest(fitting))


def _named(text: str) -> Meaning:
    """What a text without an offset means."""
    if found := _whole(fold(text)):
        return found
    written = dict.fromkeys(
        zone for part in _QUOTED.split(text) if "/" in part for zone in index().spelled.get(fold(part), ())
    )
    if written:
        return Meaning(How.SPELLED if len(written) == 1 else How.LIKE, tuple(written))
    parts = [key for part in _PART.split(text) if (key := fold(part))]
    known = _of_parts(parts)
    if known and known.how is not How.LIKE:
        return known
    return _slip(parts) or known or _of_words(parts) or _begun(parts)


def _whole(key: str) -> Meaning | None:
    """What a folded text is in the tables."""
    words = index()
    if zones := words.spelled.get(key):
        return Meaning(How.SPELLED, zones)
    tries = (key, _SEASON.sub(" standard time", key), _CLOCK.sub("", key))
    for each in dict.fromkeys(tries):
        short, places = words.short.get(each, ()), words.places.get(each, ())
        if short or places:
            return Meaning(How.SHORT if short else How.PLACE, tuple(dict.fromkeys((*short, *places))))
    return None


def _of_parts(parts: list[str]) -> Meaning | None:
    """``Portland, Oregon``, ``Asia/Mumbai``, ``Chennai, Kolkata``: what the parts have in common, else all of it."""
    if len(parts) > 1 and parts[0] in _AREAS:
        inside = _of_parts(parts[1:])
        return _narrowed(inside, parts[0], parts[-1]) if inside else None
    found = [_whole(part) for part in parts]
    known = [each for each in found if each]
    if len(parts) < 2:
        return known[0] if known else None
    return _joined(known, is_whole=found[-1] is not None)


def _narrowed(found: Meaning, area: str, city: str) -> Meaning | None:
    """What lies in ``area``; else a zone of that very name elsewhere, where such names are no other cities' as well."""
    there = tuple(zone for zone in found.zones if area in areas().get(zone, ()))
    if there:
        return Meaning(found.how, there)
    own = tuple(zone for zone in found.zones if zone in index().own.get(city, ()))
    return Meaning(How.LIKE, own) if own and area not in _NEW_WORLD else None


def _joined(known: list[Meaning], *, is_whole: bool) -> Meaning | None:
    if not known:
        return None
    zones = tuple(dict.fromkeys(zone for each in known for zone in each.zones))
    common = tuple(zone for zone in zones if all(zone in each.zones for each in known))
    is_short = all(each.how is How.SHORT for each in known)
    if common and is_whole:
        return Meaning(How.SHORT if is_short else How.PLACE, common)
    return Meaning(How.SHORT if is_short else How.LIKE, common or zones)


def _of_words(parts: list[str]) -> Meaning | None:
    """``Boston MA``, ``Mumbai India``: a place and what it lies in, without a comma."""
    words = parts[0].split() if len(parts) == 1 else []
    for at in range(1, len(words)):
        both = [_whole(" ".join(words[:at])), _whole(" ".join(words[at:]))]
        known = [each for each in both if each]
        if len(known) == 2 and (found := _joined(known, is_whole=True)) and found.how is How.PLACE:
            return found
    return None


def _slip(parts: list[str]) -> Meaning | None:
    """Zones with a name that is, in each part, at most one slip of the keyboard away."""
    if len(parts) < 2:
        near = [zones for word, zones in index().own.items() if parts and _is_near(parts[0], word)]
    else:
        area, city = parts[0], " ".join(parts[1:])
        split = ((*word.partition(" ")[::2], zones) for word, zones in index().spelled.items())
        near = [zones for of, rest, zones in split if _is_near(area, of) and _is_near(city, rest)]
    found = likeliest(current(zone) for zones in near for zone in zones)
    return Meaning(How.LIKE, found) if found else None


def _is_near(one: str, other: str) -> bool:
    """Whether two words are the same, or differ by a letter too many, too few, another, or two that changed places."""
    if one == other:
        return True
    if len(one) < _SHORTEST_SLIP or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    differing = (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    at = next(differing, min(len(one), len(other)))
    left, right = one[at:], other[at:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )


def _begun(parts: list[str]) -> Meaning:
    """What the text is the beginning of, where that is one zone only."""
    key, words = " ".join(parts), index()
    if len(key) < _SHORTEST_BEGINNING:
        return NOTHING
    every = (*words.own.items(), *words.spelled.items())
    only = {current(zone) for word, zones in every if word.startswith(key) for zone in zones}
    return Meaning(How.LIKE, tuple(only)) if len(only) == 1 else NOTHING


def _doubted(found: Meaning) -> Meaning:
    """The same zones as a guess."""
    return Meaning(found.how if found.how in {How.SHORT, How.NOT} else How.LIKE, found.zones)


def _said(zones: tuple[str, ...]) -> str:
    if len(zones) > _SAID + 1:
        return f"{', '.join(zones[:_SAID])} or {len(zones) - _SAID} more"
    return " or ".join([*[", ".join(zones[:-1])] * bool(zones[:-1]), *zones[-1:]])
