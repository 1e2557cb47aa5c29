"""How a program is measured from outside, through a pty. Linux: CPU time and memory are read from the kernel.

A benchmark is a file beside this one with a :class:`Benchmark` in it, named in ``__main__``. ``once`` measures
everything one time, the plain Textual program right beside ours, so that a noisy machine slows both alike.
"""

import os
import re
import select
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.terminal import CHECKOUT, CTRL_C, WIZARD, Terminal

WRITES_BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}
"""Undoes a setting that many machines for building have: the program would be compiled anew at each start."""
_SYNC_QUERY, _SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""What modern terminals are asked and answer; updates are then wrapped in eight bytes at each end."""


@dataclass(frozen=True)
class Budget:
    """A row of the table: the figure, divided by the one it is held ``against``, may be ``at_most`` that."""

    title: str
    figure: str
    at_most: float
    unit: str = ""
    against: str = ""

    def value(self, figures: Mapping[str, float]) -> float:
        """What it comes to."""
        return figures[self.figure] / (figures[self.against] if self.against else 1)


@dataclass(frozen=True)
class Benchmark:
    """Figures that are measured together, by name, and the budgets they are held to.

    ``missing`` says what it takes that is not on this machine, or nothing.
    """

    name: str
    once: Callable[[], dict[str, float]]
    budgets: tuple[Budget, ...]
    missing: str = ""


@dataclass(frozen=True)
class Program:
    """A program, bytes that its first screen ends with, the keys that leave it, and its terminal's size."""

    command: tuple[str, ...]
    ready: bytes
    leave: tuple[str, ...]
    columns: int = 80
    rows: int = 24


def plain(name: str, ready: bytes) -> Program:
    """A plain Textual program of this folder."""
    return Program((sys.executable, str(CHECKOUT / "tests/benchmarks" / f"{name}.py")), ready, ("\x11",))


HELLO = plain("hello", b"Hello, World!")
HELLO_INPUT = plain("hello_input", b"Hello, World!")
OURS = Program(WIZARD, b"quit", (CTRL_C, CTRL_C))
"""The last line of the frame is drawn last."""
PRACTISING = Program((*WIZARD, "--practice"), b"quit", (CTRL_C, CTRL_C))


class Timed(Terminal):
    """A terminal that notes when bytes come and draws nothing: an emulator's work would be in the figures."""

    def __init__(self, program: Program, home: str) -> None:
        self.began = time.perf_counter()
        self.last_read = self.began
        self.program = program
        super().__init__(
            program.command,
            columns=program.columns,
            rows=program.rows,
            env={"HOME": home, **WRITES_BYTECODE},
        )

    def _read(self, seconds: float) -> bool:
        if not select.select([self._fd], [], [], max(seconds, 0))[0]:
            return True  # as where nothing more came in time
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.last_read = time.perf_counter()
        if _SYNC_QUERY in data:
            os.write(self._fd, _SYNC_ANSWER)
        self.raw += data
        return bool(data)

    def until_raw(self, wanted: bytes, seconds: float = 20) -> float:
        """Read until ``wanted`` has come; seconds since the program was started."""
        end = time.perf_counter() + seconds
        while wanted not in self.raw:
            assert self._read(end - time.perf_counter()), f"ended before {wanted!r} came"
            assert time.perf_counter() < end, f"never came: {wanted!r}"
        return self.last_read - self.began

    def echo(self, keys: str, quiet: float = 0.06) -> tuple[float, int]:
        """Send keys; seconds until something came, and the bytes until nothing came for ``quiet`` seconds."""
        before, at = len(self.raw), time.perf_counter()
        self.send(keys)
        while len(self.raw) == before:
            assert self._read(5), "the program has ended"
            assert time.perf_counter() - at < 5, f"no echo of {keys!r}"
        first = self.last_read - at
        self.settle(quiet)
        return first, len(self.raw) - before

    def processor_seconds(self) -> float:
        """Processor time that the program has used."""
        return time.clock_gettime(((~self.pid) << 3) | 2)

    def peak_memory(self) -> float:
        """The most memory it ever had in use; MiB."""
        return peak_memory(self.pid)


def peak_memory(pid: int) -> float:
    """The most memory that a process ever had in use; MiB."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found
    return int(found[1]) / 1024


@contextmanager
def started(program: Program) -> Iterator[Timed]:
    """A program in a fresh home, up to its first screen; afterwards it is asked to leave."""
    with tempfile.TemporaryDirectory() as home, Timed(program, home) as terminal:
        terminal.until_raw(program.ready)
        yield terminal
        terminal.send(*program.leave)
        terminal.wait_for_exit()
