"""What was read of the platform, as choices: whether each can be used, and what its row says. Pure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from tui.base.text import one_line, plural
from tui.campaign.fields import DNC, FLOW, QUEUE
from tui.campaign.modes import WITH_AGENTS, Mode
from tui.kore.answered import exact
from tui.kore.contact_list import ContactList
from tui.kore.lenient_json import at
from tui.kore.reads import Row
from tui.storage.receipts import Receipt
from tui.workflow.choices import OWN_TIME_ZONES, Choice

CALLER_ID_PATH = ("dialingStrategy", "callerId", "phoneNumber")
RUNNING = "Active"
"""The status of a campaign that is running (documented)."""
"""Said of a list that maps contacts' own time zones: those go before the campaign's."""
_SOURCES = {"localDrive": "a file", "passiveApiIntegration": "the API"}
_UNDER_WAY = {"Validating", "Preparing"}
_BROKEN = {"Invalid", "Corrupted"}
_WORDS = 40
"""Characters of a status or a campaign's name that a row takes."""


def list_choices(lists: Sequence[ContactList], rows: Iterable[Row] = ()) -> tuple[Choice, ...]:
    """The contact lists that have a name, in the platform's order; ``rows`` are the campaigns that are known."""
    running = _running(rows)
    times = Counter(each.exact for each in lists)
    return tuple(
        list_choice(each, running.get(each.name, ()), times[each.exact])
        for each in lists
        if each.exact.strip()
    )


def list_choice(found: ContactList, running: Sequence[str] = (), times: int = 1) -> Choice:
    """A contact list as a choice: whether it can be used, what is worth a look, and the facts of its row.

    ``running`` are the running campaigns that are known to call it; ``times`` is how many lists bear its name. The
    facts are always these, empty where nothing is known: its people, whether it maps contacts' own time zones, its
    status, where it comes from, and the day of its last change (UTC).
    """
    facts = (
        "" if found.records is None else plural(found.records, "person", "people"),
        OWN_TIME_ZONES if found.own_time_zones else "",
        one_line(found.status, limit=_WORDS),
        _SOURCES.get(found.source, one_line(found.source, limit=_WORDS)),
        day(found.changed),
    )
    return Choice(found.exact, facts, _hindrance(found), _caution(found, running, times), found.records)


def seen_choices(key: str, rows: Iterable[Row]) -> tuple[Choice, ...]:
    """The names that campaigns have for the field ``key``, the last used first, and how many campaigns have each."""
    name_of = _NAME_OF.get(key, lambda row: "")  # noqa: ARG005
    times = Counter(name for name in map(name_of, rows) if name.strip())
    return tuple(Choice(name, (f"in {plural(count, 'campaign')}",)) for name, count in times.items())


def sent_caller_ids(receipts: Iterable[Receipt]) -> tuple[Choice, ...]:
    """The caller IDs of the creates that made a campaign, of ``receipts``, the newest first."""
    found: dict[str, Choice] = {}
    for receipt in receipts:
        number = exact(at(receipt.document, *CALLER_ID_PATH))
        if receipt.was_created and number.strip() and number not in found:
            found[number] = Choice(number, (f"sent {receipt.time[:10]}",))
    return tuple(found.values())


def merged(*parts: Sequence[Choice]) -> tuple[Choice, ...]:
    """All of them, each name once: as the first part has it."""
    found: dict[str, Choice] = {}
    for choice in (each for part in parts for each in part):
        found.setdefault(choice.name, choice)
    return tuple(found.values())


def day(when: datetime | None) -> str:
    """A day as a row shows it, such as ``5 Dec 2025``; nothing where it is not known."""
    return f"{when.day} {when:%b %Y}" if when else ""


def _hindrance(found: ContactList) -> str:
    if found.status in _UNDER_WAY:
        return f"is {found.status}: it can't be called yet"
    if found.status in _BROKEN:
        return f"is {found.status}: it can't be called"
    return "has nobody on it" if found.records == 0 else ""


def _caution(found: ContactList, running: Sequence[str], times: int) -> str:
    if found.is_in_use or running:
        named = [*running, *found.in_use_by]
        return f'in running "{one_line(named[0], limit=_WORDS)}"' if named else "in a running campaign"
    if times > 1:
        return f"one of {times} lists of this name"
    if found.is_usable or _hindrance(found):
        return ""
    said = f'"{one_line(found.status, limit=_WORDS)}"' if found.status else "unknown"
    return f"in a status that is {said}"


def _running(rows: Iterable[Row]) -> Mapping[str, list[str]]:
    """The running campaigns that call a list, by its printable name."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for name in row.contact_lists if row.status == RUNNING else ():
            found.setdefault(name, []).append(row.name)
    return found


_NAME_OF: Mapping[str, Callable[[Row], str]] = {
    DNC.key: lambda row: row.exact_dnc_list,
    QUEUE.key: lambda row: row.exact_connection if row.mode in WITH_AGENTS else "",
    FLOW.key: lambda row: row.exact_connection if row.mode == Mode.AGENTLESS else "",
}
"""The name that a campaign has for a field; empty where it has none."""
