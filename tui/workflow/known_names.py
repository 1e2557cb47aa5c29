"""Names in a campaign beside those that are known to exist where it goes. Pure."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator

from tui.base.text import one_line
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Field, Names
from tui.campaign.json_values import SHOWN, nearest
from tui.campaign.problems import Problem, warning

_MOST_COMPARED = 1_000
"""Names that a misspelt one is compared with, each in some 20 µs; of more, those that begin alike and are about as
long, or of very many such ones its neighbours in the alphabet."""
_ABOUT = 3
"""Characters by which those may be longer or shorter."""


def not_there(draft: Draft, api: Api, known: Callable[[str], Collection[str]]) -> list[Problem]:
    """A warning for each name of ``draft`` that is not among those ``known`` for its field, where any are."""
    return [
        warning(path, f"{one_line(name, limit=SHOWN)} is not on the platform{meant(name, names)}")
        for field in draft.type.applying(draft.mode, api)
        if (names := known(field.key))
        for path, name in named(field, draft)
        if name.strip() and name not in names
    ]


def named(field: Field, draft: Draft) -> Iterator[tuple[str, str]]:
    """The names of a field, each with its path."""
    if isinstance(field.kind, Names):
        for at, name in enumerate(field.kind.names(field, draft)):
            yield f"{field.path}[{at}]", name
    else:
        yield field.path, field.kind.text(field, draft)


def meant(name: str, known: Collection[str]) -> str:
    """What a name that is not among those ``known`` was probably meant to be, as the end of a sentence."""
    found = nearest(name, tuple(known if len(known) <= _MOST_COMPARED else _alike(name, known)))
    return f": did you mean {one_line(found, limit=SHOWN)}?" if found else "."


def _alike(name: str, known: Collection[str]) -> list[str]:
    """Those of very many that may be meant by ``name``."""
    begun, long = name[:1].casefold(), len(name)
    found = [each for each in known if each[:1].casefold() == begun and abs(len(each) - long) <= _ABOUT]
    found.sort(key=str.casefold)
    at = max(bisect_left(found, name.casefold(), key=str.casefold) - _MOST_COMPARED // 2, 0)
    return found[at : at + _MOST_COMPARED]
