"""Which process wrote a note. Numbers of processes come back after a restart, so that a note keeps more than that."""

import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_STATE, _STARTED = 0, 19
"""Where a process's state and start time stand in ``/proc/PID/stat``, counted after its name."""
_ENDED = {"Z", "X"}


class Process(NamedTuple):
    """A process on a machine; what is empty was not noted, or can't be had there.

    ``started`` is when it began, in the kernel's ticks since the start ``boot`` of ``machine``.
    """

    number: int
    started: str = ""
    boot: str = ""
    machine: str = ""


def this_process() -> Process:
    """This process."""
    fields = _fields(os.getpid())
    return Process(os.getpid(), fields[_STARTED] if fields else "", _boot(), socket.gethostname())


def runs(process: Process) -> bool:
    """Whether ``process`` still runs on this machine; its number alone decides where nothing more was noted."""
    if process.number <= 0 or (process.machine and process.machine != socket.gethostname()):
        return False
    if process.boot and process.boot != _boot():
        return False
    if fields := _fields(process.number):
        return fields[_STATE] not in _ENDED and process.started in {"", fields[_STARTED]}
    try:
        os.kill(process.number, 0)
    except (OverflowError, ProcessLookupError):
        return False
    except OSError:
        pass  # somebody else's: it runs
    return True


def _fields(number: int) -> list[str]:
    """What the kernel tells of a process after its name, which may hold any character; empty where it tells nothing."""
    with suppress(OSError, ValueError):
        fields = Path(f"/proc/{number}/stat").read_text(errors="replace").rpartition(")")[2].split()
        return fields if len(fields) > _STARTED else []
    return []


def _boot() -> str:
    with suppress(OSError):
        return _BOOT.read_text().strip()
    return ""
