"""Time zones a campaign may have: region zones of the IANA database, named as the tzdata package names them.

A region follows its own clock changes. A fixed offset (``EST``, ``UTC+5``, ``Etc/GMT-5``) does not: half the
year it is an hour off, so it is refused, naming the regions that were perhaps meant.

What a text means is looked up in tables that are loaded at the first text that is no name.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tui.campaign.zone_names import current as current
from tui.campaign.zone_names import names as names

if TYPE_CHECKING:
    from tui.campaign.zone_meaning import Meaning

_SAID = 4
"""How many zones a sentence names; more are counted."""
_LISTED = 40
"""How many zones are offered for a beginning."""


@dataclass(frozen=True, slots=True)
class ZoneVerdict:
    """What is wrong with a zone's name (nothing where it is fine), or worth a word."""

    error: str = ""
    note: str = ""


def judge(name: str, now: datetime | None = None) -> ZoneVerdict:
    """Judge the name of a zone as it stands in a campaign; ``now`` is when an offset is looked at."""
    if name in names():
        same = current(name)
        return ZoneVerdict(note=f"An older name of {same}; sent as typed." if same != name else "")
    found = understand(name, now)
    return ZoneVerdict(_refusal(name[:40], found))


def understand(text: str, now: datetime | None = None) -> "Meaning":
    """What ``text``, which is no zone's name, means."""
    from tui.campaign.zone_meaning import meaning

    return meaning(text, now)


def choices(text: str, now: datetime | None = None) -> tuple[str, ...]:
    """Zones to choose from for ``text``: all that it means, else those it begins; none for a zone's own name."""
    if text in names() or not text.strip():
        return ()
    from tui.campaign.zone_meaning import beginning

    return understand(text, now).zones or beginning(text)[:_LISTED]


def search(typed: str, now: datetime | None = None) -> tuple[str, ...]:
    """Zones to choose from for what was typed so far, the likeliest first: all it means, and those it begins."""
    from tui.campaign.zone_meaning import How, beginning

    begun = beginning(typed)[:_LISTED]
    found = understand(typed, now)
    whole = () if found.how is How.LIKE and begun else found.zones
    return tuple(dict.fromkeys((*whole, *begun)))


def _refusal(name: str, found: "Meaning") -> str:
    from tui.campaign.zone_meaning import How

    said = _said(found.zones)
    match found.how:
        case How.SPELLED:
            return f"Write {said}, spelled exactly so."
        case How.SHORT:
            kind = "a clock's name" if " " in name.strip() else "an abbreviation"
            return f"{name!r} is {kind}, not a region. It may be {said}."
        case How.OFFSET:
            at_it = f"At it now: {said}" if said else "Whose clock do the hours follow"
            return f"{name!r} is a fixed offset, not a region. {at_it}{'.' if said else '?'}"
        case How.PLACE if len(found.zones) > 1:
            return f"{name!r} names {len(found.zones)} time zones: {said}."
        case _ if said:
            return f"{name!r} is no time zone known here. Perhaps {said}?"
    return f"{name!r} is no time zone of a region: use a name such as Asia/Kolkata."


def _said(zones: tuple[str, ...]) -> str:
    if len(zones) > _SAID + 1:
        return f"{', '.join(zones[:_SAID])} or {len(zones) - _SAID} more"
    return " or ".join([*[", ".join(zones[:-1])] * bool(zones[:-1]), *zones[-1:]])
