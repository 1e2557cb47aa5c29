"""What can be picked for a field in place of typing it, and how typed text finds it. Pure.

Names come from outside: ``name`` is character for character what is sent, and whoever draws it makes it inert.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tui.base.text import age, inert, plural, uncapitalised
from tui.campaign.fields import CALLER_ID, DNC, FLOW, LISTS, QUEUE

PICKED = (LISTS.key, QUEUE.key, FLOW.key, DNC.key, CALLER_ID.key)
"""The keys of the fields that name what exists on the platform."""
ON_DEMAND = frozenset({CALLER_ID.key})
"""Those of which nothing is read before a person asks for it: it takes many requests."""
OWN_TIME_ZONES = "own time zones"
"""A fact of a contact list: it maps its people's own time zones, which beat the campaign's (documented)."""
_LEFT_OUT = frozenset({"Mn", "Me", "Cf", "Cc"})
"""Categories of what does not count when names are compared: marks on letters, what has no width, controls."""
_MOST_SHOWN = 120
"""Characters of a name that are shown at most: no line has room for more."""

_MANY = 1_000
"""From so many on, their count stands alone."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that exists on the platform and can be picked for a field.

    ``name`` is character for character what is sent, ``facts`` are short and printable, for columns. ``hindrance``
    says why it can't be used, ``caution`` what is worth a look though it can; both are empty where there is nothing
    to say. ``people`` are counted for the sum of what was chosen, None where that is unknown.
    """

    name: str
    facts: tuple[str, ...] = ()
    hindrance: str = ""
    caution: str = ""
    people: int | None = None
    folded: str = field(init=False, repr=False, compare=False)
    """The name as it is looked through, folded once, a blank before each of its words."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", _words(folded(self.name)))


@dataclass(frozen=True, slots=True)
class Offered:
    """What a field can be picked from: ``choices``, read at ``when`` (monotonic seconds), None where they were not.

    ``why`` says in a line why nothing, or not all, could be read. ``source`` says where names come from that were
    not read from a list of them, such as ``seen in the last 10 campaigns``, and ``hint`` what reads more of them.
    """

    choices: tuple[Choice, ...] = ()
    when: float | None = None
    is_reading: bool = False
    is_whole: bool = True
    why: str = ""
    source: str = ""
    hint: str = ""

    def state(self, title: str, key: str = "F5") -> str:
        """What is to be said of the reading of what the field called ``title`` names, or nothing.

        ``key`` is what reads on demand.
        """
        titles = title if title.endswith("s") else f"{title}s"
        things = uncapitalised(titles)
        if self.is_reading and self.when is None:
            return f"Reading {things} … type names meanwhile."
        if self.why:
            return self.why
        if self.when is not None and not self.choices:
            return f"There are no {things} on the platform."
        if self.source:
            return f"Those {self.source}; there may be others."
        if self.hint:
            return f"{key} {self.hint}"
        return "" if self.is_whole or self.when is None else "There are more than were read: type those."

    def read_words(self, now: float, key: str) -> str:
        """How old the reading is, and the ``key`` that reads again; nothing where nothing was tried."""
        if self.when is None:
            return f"{key} reads again" if self.why else ""
        seconds = max(now - self.when, 0)
        old = f"{int(seconds)} s ago" if 10 <= seconds < 60 else age(seconds)
        return "reading again …" if self.is_reading else f"read {old}, {key} again"


def folded(text: str) -> str:
    """``text`` as it is compared: in any case, without marks on letters and without what has no width."""
    if text.isascii():
        return text.lower() if text.isprintable() else "".join(filter(str.isprintable, text)).lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in apart if unicodedata.category(char) not in _LEFT_OUT)


def matching(choices: Sequence[Choice], typed: str) -> tuple[Choice, ...]:
    """The choices that ``typed`` finds: the name itself, names that begin so, words that do, then those with it inside.

    All of them, in their order, where nothing is typed. Several words may stand in any order.
    """
    wanted = folded(typed).lstrip()
    if not wanted:
        return tuple(choices) if not typed.strip() else tuple(_same(choices, typed))
    first, whole = f" {wanted}", wanted.rstrip()
    parts = [f" {part}" for part in wanted.split()]
    ranks: tuple[list[Choice], ...] = ([], [], [], [])
    for choice in choices:
        found = choice.folded
        if whole not in found and not (len(parts) > 1 and all(part in found for part in parts)):
            continue
        if choice.name == typed:
            ranks[0].append(choice)
        elif found.startswith(first):
            ranks[1].append(choice)
        elif all(part in found for part in parts):
            ranks[2].append(choice)
        elif wanted in found:
            ranks[3].append(choice)
    return tuple(choice for rank in ranks for choice in rank)


def _same(choices: Iterable[Choice], typed: str) -> Iterator[Choice]:
    """Those whose name is ``typed``, which has nothing in it that counts."""
    return (choice for choice in choices if choice.name == typed)


def _words(name: str) -> str:
    """A folded ``name`` with a blank before it, so that each of its words begins behind one."""
    return f" {name.lstrip()}"


def next_choice(found: Sequence[Choice], chosen: Sequence[str]) -> int:
    """Which of ``found`` is taken if nobody points at one: the first that is not chosen, and can be used if any can.

    -1 where all are chosen.
    """
    open_ones = [at for at, choice in enumerate(found) if choice.name not in chosen]
    return next((at for at in open_ones if not found[at].hindrance), open_ones[0] if open_ones else -1)


def shown_name(name: str) -> str:
    """``name`` in one line of printable characters; blanks at its ends are seen by the quotes around it."""
    shown = inert(name[:_MOST_SHOWN], keep="") + "…" * (len(name) > _MOST_SHOWN)
    return f'"{shown}"' if name != name.strip() or not name else shown


def note_of(choice: Choice) -> str:
    """What is said of it with a mark: ``!`` why it can't be used, ``~`` what is worth a look; or nothing."""
    if choice.hindrance:
        return f"! {inert(choice.hindrance, keep='')}"
    return f"~ {inert(choice.caution, keep='')}" if choice.caution else ""


def by_name(choices: Iterable[Choice]) -> dict[str, Choice]:
    """The choices by name; of two of one name the first."""
    found: dict[str, Choice] = {}
    for choice in choices:
        found.setdefault(choice.name, choice)
    return found


def people_words(chosen: Iterable[str], known: Mapping[str, Choice]) -> str:
    """How many people the ``chosen`` have in all, as far as they are ``known``; nothing where none says so."""
    counts = [known[name].people if name in known else None for name in dict.fromkeys(chosen)]
    told = [count for count in counts if count is not None]
    if not told:
        return ""
    said = plural(sum(told), "person", "people")
    return f"{said} in all" if len(told) == len(counts) else f"at least {said}"


def count_words(found: int, total: int, chosen: int | None = None) -> str:
    """How many of all are shown, and how many are chosen where several can be."""
    picked = "" if chosen is None else f"{chosen} chosen"
    seen = f"{found:,} of {total:,}{' shown' if total < _MANY else ''}" if total else ""
    return ", ".join(filter(None, (seen, picked)))
