"""Time the start against a plain Textual program, in turn, so that a noisy machine slows both alike.

Run from the checkout: ``python -m tests.benchmarks``. Prints medians and ratios; no test, and no limit.
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass

from tests.terminal import CHECKOUT, CTRL_C, WIZARD, Terminal


@dataclass(frozen=True)
class Subject:
    """A program, what its first screen shows, and the keys that leave it."""

    name: str
    command: tuple[str, ...]
    ready: str
    leave: tuple[str, ...]


@dataclass(frozen=True)
class Start:
    """One start: milliseconds until usable and of processor time, bytes of the first paint."""

    ready: float
    cpu: float
    painted: float


HELLO = Subject(
    "hello", (sys.executable, str(CHECKOUT / "tests/benchmarks/hello.py")), "Hello, World!", ("\x11",)
)
OURS = Subject("kore-campaign", WIZARD, "Platform ", (CTRL_C, CTRL_C))


def start(subject: Subject) -> Start:
    """Start once, and leave."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory() as home, Terminal(subject.command, env={"HOME": home}) as terminal:
        terminal.wait_for(subject.ready)
        ready = time.perf_counter() - begun
        terminal.settle()
        painted = len(terminal.raw)
        terminal.send(*subject.leave)
        terminal.wait_for_exit()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Start(ready * 1000, cpu * 1000, painted)


def main() -> None:
    """Measure both in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    starts: dict[str, list[Start]] = {HELLO.name: [], OURS.name: []}
    for turn in range(runs + 1):
        for subject in (HELLO, OURS):
            measured = start(subject)
            if turn:  # the first one warms up
                starts[subject.name].append(measured)
    print(f"{'median of ' + str(runs):<24}{HELLO.name:>10}{OURS.name:>16}{'ratio':>8}")
    for figure, unit in (("ready", "ms"), ("cpu", "ms"), ("painted", "bytes")):
        plain, ours = (statistics.median(getattr(each, figure) for each in starts[name]) for name in starts)
        print(f"{figure + ', ' + unit:<24}{plain:>10.0f}{ours:>16.0f}{ours / plain:>8.2f}")


if __name__ == "__main__":
    main()
