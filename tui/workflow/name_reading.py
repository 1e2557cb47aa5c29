"""Reading the names that a field can be picked from: what a thread does for :mod:`tui.workflow.picking`."""

import contextlib
import time
from collections.abc import Callable

from tui.kore.connection import Connection
from tui.kore.exchange import Timeouts
from tui.kore.lookup import PAGE_SECONDS
from tui.kore.progress import Progress
from tui.storage import intents
from tui.workflow.calls import call_context
from tui.workflow.offers import Offers

_SECONDS = 60.0
"""How long it may take in all: of a list of campaigns each page is a request, which may wait for its turn."""


def read(
    offers: Offers,
    key: str,
    connection: Connection | None,
    tell: Callable[[], object],
    *,
    is_practice: bool,
    again: bool,
) -> None:
    """Read the names for the field ``key``; without a ``connection`` those of receipts, which are on this disk.

    ``tell`` is called whenever more is known. What fails is kept with the offer; receipts that can't be read are none.
    """
    if connection is None:
        with contextlib.suppress(OSError):
            known, _ = intents.everything()
            offers.take_receipts(each for each in known if each.is_practice is is_practice)
        return
    end = time.monotonic() + _SECONDS
    context = call_context(Timeouts.within(PAGE_SECONDS), Progress(), lambda: time.monotonic() > end)
    offers.read(key, connection, context, tell=lambda _: tell(), again=again)
