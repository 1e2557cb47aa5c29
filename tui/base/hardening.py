"""What a process does at its start to keep what it has to itself; every child with a secret does it too.

Another login of the same account may otherwise read ``/proc/PID/environ`` and ``/proc/PID/mem``, and a core
dump would write the memory to disk. None of this stops root, or a person who replaces the program.
"""

import contextlib
import os
import sys

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4
"""``prctl(2)``, Linux."""


def harden() -> None:
    """Forbid core dumps and, on Linux, reads by other processes of the same account. Never raises.

    Standard streams that are closed lead nowhere from now on: a file that is opened later would take their number,
    and get what is written to them. ``SSLKEYLOGFILE`` is left out: libraries of TLS write their keys to that file.
    """
    os.environ.pop("SSLKEYLOGFILE", None)
    with contextlib.suppress(OSError):
        _fill_standard_streams()
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(
            ImportError, OSError, AttributeError
        ):  # a Python without ctypes, another libc
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _fill_standard_streams() -> None:
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(
                os.open(os.devnull, os.O_RDWR), True
            )  # it takes the lowest number, which is this


def is_hardened() -> bool:
    """Whether other processes of the account can read this process neither alive nor as a core dump."""
    try:
        import resource

        if resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
            return False
        if sys.platform != "linux":
            return True
        import ctypes

        return bool(ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0)
    except (ImportError, OSError, AttributeError):
        return False
