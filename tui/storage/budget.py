"""How many reads of an account are left: one bucket for each, shared by all processes of this user.

The platform takes 60 requests a minute of an account from all its users together, creates among them. So this
program reads at most :data:`A_MINUTE` times a minute, :data:`BURST` of them at once. A create never waits for
that and is never refused by it. What is left stands in one private file, and is only worth something until its
bucket is full again: that is when it is dropped, so that no place one has left stays on disk. Where the file
can't be had, each process counts for itself.
"""

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tui.storage.files import FileError, load, locked, write_private
from tui.storage.folders import state_folder

A_MINUTE = 30
"""Reads of one account: half of what the platform takes of it."""
BURST = 10
"""Reads at once; and as many may be owed by what does not wait."""
WAIT_LIMIT = 120.0
"""Seconds after which nobody waits any more: others take every read there is."""
_EACH = 60 / A_MINUTE
_LOCK_SECONDS = 1.0
_TICK = 0.05
_GRAIN = 0.001
"""Of a read: what no clock tells apart."""
_SIZE_LIMIT = 100_000


class Level(NamedTuple):
    """``reads`` that were left ``at`` a time, in seconds since the epoch; below 0 where some are owed."""

    reads: float
    at: float


def filled(level: Level, now: float) -> Level:
    """The same ``now``, however odd it is: a clock that went back fills nothing, and keeps nobody waiting."""
    passed = min(max(now - level.at, 0.0), 2 * BURST * _EACH)
    return Level(min(max(level.reads, -BURST) + passed / _EACH, BURST), now)


def wait(
    key: str,
    *,
    spare: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
    tell: Callable[[float], object] = lambda seconds: None,  # noqa: ARG005
) -> bool:
    """Wait until the account of ``key`` may be read once more, and count that; False where it never came to it.

    ``spare`` are reads that are left to others. ``cancelled`` is asked several times a second; ``tell`` hears,
    each time there is something to wait for, how many seconds. Never longer than :data:`WAIT_LIMIT`.
    """
    begun = time.monotonic()
    while (seconds := take(key, spare)) > 0:
        tell(seconds)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if cancelled() or time.monotonic() - begun > WAIT_LIMIT:
                return False
            time.sleep(_TICK)
    return True


def take(key: str, spare: int = 0) -> float:
    """Count one read if there is one beyond ``spare``: 0.0; else the seconds until there may be one."""

    def missing(level: Level) -> float:
        short = 1 + spare - level.reads
        return short if short > _GRAIN else 0.0

    def by(level: Level) -> Level:
        return level if missing(level) else level._replace(reads=level.reads - 1)

    return missing(_change(key, by, _LOCK_SECONDS)) * _EACH


def spend(key: str) -> None:
    """Count a request that waits for nobody: what comes after it waits the longer."""
    _change(key, lambda level: level._replace(reads=max(level.reads - 1, -BURST)), 0.0)


_mine: dict[str, Level] = {}
_lock = threading.Lock()
"""What this process knows of every bucket: all there is where the file can't be had."""


def _change(key: str, by: Callable[[Level], Level], lock_seconds: float) -> Level:
    """Change a bucket by ``by``; gives what it was."""
    now = time.time()
    with contextlib.suppress(OSError), _locked(lock_seconds) as path:
        levels, usual = _read(path, now)
        was = filled(levels.get(key) or _mine.get(key, usual), now)
        _write(path, levels | {key: by(was)})
        _mine[key] = by(was)
        return was
    with _lock:
        was = filled(_mine.get(key, Level(BURST, now)), now)
        _mine[key] = by(was)
    return was


@contextlib.contextmanager
def _locked(seconds: float) -> Iterator[Path]:
    """The file, for one process at a time.

    Raises:
        OSError: it can't be had.
    """
    folder = state_folder("budget")
    with locked(folder / ".lock", seconds):
        yield folder / "reads.json"


def _read(path: Path, now: float) -> tuple[dict[str, Level], Level]:
    """Every bucket that is not full, and what one is that is not among them: empty where nobody can tell."""
    full = Level(BURST, now)
    if not path.exists():
        return {}, full
    try:
        found = {key: filled(level, now) for key, level in _levels(load(str(path), limit=_SIZE_LIMIT))}
    except (FileError, TypeError, ValueError):
        return {}, Level(0, now)
    return {key: level for key, level in found.items() if level.reads < BURST}, full


def _levels(found: Mapping[str, Any]) -> Iterator[tuple[str, Level]]:
    for key, (reads, at) in found.items():
        if {type(reads), type(at)} <= {int, float}:
            yield key, Level(float(reads), float(at))
        else:
            raise TypeError


def _write(path: Path, levels: Mapping[str, Level]) -> None:
    for left in path.parent.glob(f".{path.name}.*.tmp"):
        left.unlink(missing_ok=True)  # of a process that was killed while it wrote
    write_private(str(path), json.dumps(levels) + "\n", overwrite=True)
