"""A contact list as the platform tells of it, and all of them as far as they were read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from tui.kore import long_json
from tui.kore.answered import count, exact, objects, shown, time
from tui.kore.lenient_json import at

_USABLE = {"Ready", "Validated"}
_MOST_CAMPAIGNS = 50
"""Campaigns of one list that are kept by name."""


@dataclass(frozen=True, slots=True)
class ContactList:
    """A contact list; ``records`` is None where it does not say, and so is ``changed``, the time of its last change.

    ``exact`` is what it is called, character for character, to be sent and never shown; ``name`` the same, printable.
    ``in_use_by`` are the campaigns that name it; ``is_in_use`` says that one of those is running.
    """

    name: str
    status: str
    records: int | None = None
    source: str = ""
    in_use_by: tuple[str, ...] = ()
    own_time_zones: bool = False
    exact: str = ""
    id: str = ""
    changed: datetime | None = None
    is_in_use: bool = False

    @property
    def is_usable(self) -> bool:
        """Whether a campaign can call its people, by its status."""
        return self.status in _USABLE

    @property
    def is_exact(self) -> bool:
        """Whether ``name`` is what it is called, not a printable stand-in for it."""
        return bool(self.exact) and self.name == self.exact


@dataclass(frozen=True, slots=True)
class ContactLists:
    """The contact lists of an account in the platform's order; ``cut`` says what is missing, if anything is."""

    lists: tuple[ContactList, ...]
    cut: str = ""


@dataclass(frozen=True, slots=True)
class ReadLists:
    """What an answer holds: its lists, its other members, and whether it could be read to its end."""

    lists: tuple[ContactList, ...]
    members: Mapping[str, Any]
    is_whole: bool


def read_lists(body: bytes) -> ReadLists:
    """The contact lists of an answer, one by one; what was read before it breaks off counts."""
    found: list[ContactList] = []

    def take(value: Any) -> None:
        if isinstance(value, dict):
            found.append(_contact_list(value))

    members, is_whole = long_json.read(body.decode("utf-8-sig", errors="replace"), "data", take)
    return ReadLists(tuple(found), members, is_whole)


def _contact_list(found: Mapping[str, Any]) -> ContactList:
    name = exact(found.get("name"))
    return ContactList(
        name=shown(name),
        status=shown(found.get("status")),
        records=count(found.get("totalRecordCount")),
        source=shown(found.get("source")),
        in_use_by=tuple(
            shown(each.get("name")) for each in islice(objects(found.get("campaignInUse")), _MOST_CAMPAIGNS)
        ),
        own_time_zones=bool(shown(at(found, "mapping", "timeZone"))),
        exact=name,
        id=shown(found.get("_id")) or shown(found.get("id")),
        changed=time(found.get("updatedAt")),
        is_in_use=found.get("isListInUse") is True,
    )
