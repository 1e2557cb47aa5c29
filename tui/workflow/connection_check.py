"""A connection is checked by one call, watched."""

from collections.abc import Callable

from tui.kore.connection import Connection
from tui.kore.diagnosis import Diagnosis, examine
from tui.kore.progress import Phase, Progress
from tui.workflow.calls import call_context


def check_connection(
    connection: Connection, heard: Callable[[Phase], object], cancelled: Callable[[], bool] = lambda: False
) -> Diagnosis:
    """Read the contact lists; ``heard`` is told every moment as it happens, and ``cancelled`` ends it."""
    return examine(connection, context=call_context(course=Progress(heard), cancelled=cancelled))
