"""The locale as the caller of the program named it: where it is C, or none, Python puts a name of its own there."""

import contextlib
from collections.abc import MutableMapping
from io import FileIO

COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python names in the place of C (PEP 538)."""


def take_back(environ: MutableMapping[str, str], process: str = "/proc/self/environ") -> None:
    """Undo in ``environ`` what Python itself has named; ``process`` has the variables as they were given.

    It must be called before the process keeps its memory to itself: that file is closed to the account then.
    """
    if environ.get("LC_ALL") or environ.get("LC_CTYPE") not in COERCED:
        return
    with contextlib.suppress(OSError):
        with FileIO(process) as file:
            given = [each for each in file.readall().split(b"\0") if each.startswith(b"LC_CTYPE=")]
        if given:
            environ["LC_CTYPE"] = given[0].partition(b"=")[2].decode(errors="replace")
        else:
            del environ["LC_CTYPE"]
