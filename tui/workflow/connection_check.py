"""A connection is checked by one call, watched; of a profile's it is noted when, and whether it worked."""

import contextlib
from collections.abc import Callable

from tui.kore.connection import Connection
from tui.kore.diagnosis import Diagnosis, examine
from tui.kore.progress import Phase, Progress
from tui.storage import tested
from tui.workflow.calls import call_context


def check_connection(
    connection: Connection, heard: Callable[[Phase], object], cancelled: Callable[[], bool] = lambda: False
) -> Diagnosis:
    """Read the contact lists; ``heard`` is told every moment as it happens, and ``cancelled`` ends it."""
    found = examine(connection, context=call_context(course=Progress(heard), cancelled=cancelled))
    if connection.profile and not cancelled():
        ids = (connection.host.url, connection.app_id, connection.account_id, connection.client_id)
        with contextlib.suppress(OSError):
            tested.note(connection.profile, ids, connected=found.is_connected)
    return found
