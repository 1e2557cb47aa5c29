"""Countries by what they are called: the tables by which time zones are found, read the other way. Pure."""

import re
from collections.abc import Iterator

from tui.campaign.zone_index import fold
from tui.campaign.zone_names import countries
from tui.campaign.zone_tables import CALLED


def regions_called(word: str) -> tuple[str, ...]:
    """The countries (ISO 3166) that are called ``word``: by their two letters or a name, in any case, without marks."""
    wanted = fold(word)
    return tuple(region for region, names in _names() if wanted in {region.casefold(), *map(fold, names)})


def _names() -> Iterator[tuple[str, list[str]]]:
    """Each country with all that it is called."""
    for region, (name, _) in countries().items():
        others = [part.strip() for part in CALLED.get(region, "").split(",")]
        yield region, [name, *filter(None, others), *re.findall(r"\((.*?)\)", name), name.partition(" (")[0]]
