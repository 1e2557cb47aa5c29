"""What a field can be picked from in this run: what is known at once, and what is read behind what a person does."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.base.text import one_line
from tui.campaign.fields import LISTS
from tui.workflow.access import Destination
from tui.workflow.choices import ON_DEMAND, OWN_TIME_ZONES, PICKED, Choice, Offered

if TYPE_CHECKING:
    from tui.workflow.session import Session

_AT_ONCE = 1_000
"""Names of practice that are offered before they are read; more take too long to be laid out again and again."""
_SAID = 30
"""Characters of a list's name in a sentence."""
_LOOKS = "looks into the newest 10 campaigns, a request each."


def offered(session: "Session", key: str) -> Offered | None:
    """What can be picked for the field ``key`` where the campaign goes; None for a field that names nothing there."""
    if key not in PICKED:
        return None
    access = session.access
    read, is_reading = access.names_read.get(key), key in access.reading
    if read is not None and (read.choices or read.when is not None or read.why):
        source = "" if read.is_whole else read.source
        return Offered(
            read.choices, read.when, is_reading, read.is_whole, read.why, source, _hint(session, key)
        )
    names = access.existing(key)
    if 0 < len(names) <= _AT_ONCE:
        return Offered(tuple(map(Choice, names)), time.monotonic(), is_reading)
    waits = access.place is Destination.PRACTICE and not access.practice and not access.practice_error
    return Offered(is_reading=is_reading or (waits and key not in ON_DEMAND), hint=_hint(session, key))


def _hint(session: "Session", key: str) -> str:
    """What can be read on demand alone, as long as nothing was."""
    read = session.access.names_read.get(key)
    is_open = key in ON_DEMAND and (read is None or read.when is None)
    return _LOOKS if is_open and not session.access.problems() else ""


def own_zones(session: "Session") -> str:
    """Which of the campaign's lists, as they were read, map their people's own time zones; nothing where none does."""
    read = session.access.names_read.get(LISTS.key)
    own = {choice.name for choice in read.choices if OWN_TIME_ZONES in choice.facts} if read else set()
    named = [one_line(name, limit=_SAID) for name in session.draft.contact_lists if name in own]
    if not named:
        return ""
    more = f" and {len(named) - 1} more" if len(named) > 1 else ""
    return f"{named[0]}{more}: people's own time zones beat the campaign's."


def read_names(
    session: "Session", key: str, tell: Callable[[], object], *, again: bool = False
) -> threading.Event | None:
    """Begin to read what can be picked for the field ``key``, in a thread; the event is set once that is over.

    None where nothing begins: it names nothing, it was read or failed before and nobody wants it ``again``, it is
    being read already, or the connection is not complete. Caller IDs are those of receipts until they are wanted
    again, since every campaign takes a request. ``tell`` is called in the thread, whenever more is known.
    """
    access = session.access
    if key not in PICKED or key in access.reading or access.problems():
        return None
    offers = session.offers()
    if not again and key in offers.tried:
        return None
    from tui.workflow.name_reading import read  # the network library

    done, is_practice = threading.Event(), access.place is Destination.PRACTICE
    connection = None if key in ON_DEMAND and not again else access.active_connection()
    offers.reading |= {key}
    offers.tried |= {key}

    def run() -> None:
        try:
            read(offers, key, connection, tell, is_practice=is_practice, again=again)
        finally:
            offers.reading -= {key}
            done.set()
            tell()

    threading.Thread(target=run, daemon=True, name="names").start()
    return done
