"""What a process does at its start to keep what it has to itself; every child with a secret does it too.

Another login of the same account may otherwise read ``/proc/PID/environ`` and ``/proc/PID/mem``, and a core
dump would write the memory to disk. None of this stops root, or a person who replaces the program.
"""

import contextlib
import os
import sys

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]
try:
    import ctypes
except ImportError:  # a Python without it
    ctypes = None  # type: ignore[assignment]

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
    with contextlib.suppress(AttributeError, OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):  # another libc
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
        if resource.getrlimit(resource.RLIMIT_CORE)[0] != 0:
            return False
        if sys.platform != "linux":
            return True
        return bool(ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0)
    except (AttributeError, OSError):
        return False


def wipe(variable: str) -> None:
    """Overwrite the value of ``variable`` where the kernel shows it in ``/proc/PID/environ``. Never raises.

    Taking a variable out of the environment leaves its text there.
    """
    if sys.platform == "win32":
        return
    with contextlib.suppress(AttributeError, OSError):
        library = ctypes.CDLL(None)
        library.getenv.restype = ctypes.c_void_p
        if at := library.getenv(variable.encode()):
            ctypes.memset(at, 0, len(ctypes.string_at(at)))
