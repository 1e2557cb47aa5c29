"""Names in a campaign beside those that are known to exist where it goes."""

import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.base.text import one_line
from tui.campaign import fields
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Field, Names
from tui.campaign.json_values import SHOWN, nearest
from tui.campaign.problems import Problem, warning
from tui.workflow.access import Destination
from tui.workflow.choices import Choice, Offered

if TYPE_CHECKING:
    from tui.workflow.session import Session

_NAMED = frozenset(each.key for each in (fields.LISTS, fields.DNC, fields.QUEUE, fields.FLOW))
_PICKED = _NAMED | {fields.CALLER_ID.key}
"""The fields that name what exists in practice; those that name what exists on any platform."""
_MOST_COMPARED = 1_000
"""Names that are compared letter by letter with what was typed; of more, those that begin alike."""
_ABOUT = 3
"""Characters by which those may be longer or shorter."""


def offered(session: "Session", key: str) -> Offered | None:
    """What can be picked for the field ``key`` where the campaign goes; None for a field that names nothing there."""
    if key not in _PICKED:
        return None
    access = session.access
    if names := access.known(key):
        return Offered(tuple(map(Choice, names)), when=time.monotonic())
    waits = access.place is Destination.PRACTICE and not access.practice and not access.practice_error
    return Offered(is_reading=waits and key in _NAMED)


def not_there(draft: Draft, api: Api, known: Callable[[str], tuple[str, ...]]) -> list[Problem]:
    """A warning for each name of ``draft`` that is not among those ``known`` for its field, where any are."""
    return [
        warning(path, f"{one_line(name, limit=SHOWN)} is not on the platform{_meant(name, names)}")
        for field in draft.type.applying(draft.mode, api)
        if (names := known(field.key))
        for path, name in _names(field, draft)
        if name.strip() and name not in names
    ]


def _names(field: Field, draft: Draft) -> Iterator[tuple[str, str]]:
    if isinstance(field.kind, Names):
        for at, name in enumerate(field.kind.names(field, draft)):
            yield f"{field.path}[{at}]", name
    else:
        yield field.path, field.kind.text(field, draft)


def _meant(name: str, known: tuple[str, ...]) -> str:
    if len(known) > _MOST_COMPARED:
        begun = name[:1].casefold()
        known = tuple(
            each for each in known if each[:1].casefold() == begun and abs(len(each) - len(name)) <= _ABOUT
        )
    found = nearest(name, known)
    return f": did you mean {one_line(found, limit=SHOWN)}?" if found else "."
