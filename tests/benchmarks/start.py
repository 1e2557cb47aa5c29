"""How long the first screen takes, and what it costs."""

import subprocess
import tempfile
import time

from tests.benchmarks.measuring import HELLO, OURS, PRACTISING, Benchmark, Budget, Program, started
from tests.terminal import WIZARD


def _start(program: Program) -> dict[str, float]:
    with started(program) as terminal:
        ready = terminal.last_read - terminal.began
        cpu, memory = terminal.processor_seconds(), terminal.peak_memory()
        terminal.settle()
        return {
            "ready, ms": ready * 1000,
            "processor, ms": cpu * 1000,
            "memory, MiB": memory,
            "painted, bytes": len(terminal.raw),
        }


def _only(flag: str) -> float:
    """Milliseconds that a command takes which prints and ends."""
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        subprocess.run([*WIZARD, flag], check=True, capture_output=True, env={"HOME": home})
        return (time.perf_counter() - began) * 1000


def once() -> dict[str, float]:
    """One start of each, and of what prints and ends."""
    hello, ours, practising = _start(HELLO), _start(OURS), _start(PRACTISING)
    figures = {f"hello {name}": value for name, value in hello.items()}
    figures |= {f"ours {name}": value for name, value in ours.items()}
    figures["practising ready, ms"] = practising["ready, ms"]
    return figures | {"--version, ms": _only("--version"), "--help, ms": _only("--help")}


BENCHMARK = Benchmark(
    "start",
    once,
    (
        Budget("start to usable", "ours ready, ms", 1.15, "x hello", "hello ready, ms"),
        Budget("start of --practice", "practising ready, ms", 1.15, "x hello", "hello ready, ms"),
        Budget("processor time of the start", "ours processor, ms", 1.3, "x hello", "hello processor, ms"),
        Budget("peak memory, first screen", "ours memory, MiB", 1.15, "x hello", "hello memory, MiB"),
        Budget("--version", "--version, ms", 0.25, "x hello's start", "hello ready, ms"),
        Budget("--help", "--help, ms", 0.25, "x hello's start", "hello ready, ms"),
        Budget("first paint", "ours painted, bytes", 14_000, "bytes"),
    ),
)
