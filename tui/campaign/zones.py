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
    return ZoneVerdict(understand(name, now).refusal(name[:40]))


def understand(text: str, now: datetime | None = None) -> "Meaning":
    """What ``text``, which is no zone's name, means."""
    from tui.campaign.zone_meaning import meaning

    return meaning(text, now)


def choices(text: str, now: datetime | None = None) -> tuple[str, ...]:
    """Zones to choose from for ``text``: all that it means, else those it begins; none for a zone's own name."""
    if text in names() or not text.strip():
        return ()
    return understand(text, now).zones or _begun(text)


def search(typed: str, now: datetime | None = None) -> tuple[str, ...]:
    """Zones to choose from for what was typed so far, the likeliest first: all it means, and those it begins."""
    begun, found = _begun(typed), understand(typed, now)
    whole = () if found.is_likeness and begun else found.zones
    return tuple(dict.fromkeys((*whole, *begun)))


def _begun(typed: str) -> tuple[str, ...]:
    from tui.campaign.zone_meaning import beginning

    return beginning(typed)[:_LISTED]
