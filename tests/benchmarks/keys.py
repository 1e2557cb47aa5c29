"""What a key costs: bytes on the line, time until it is seen; and what doing nothing costs."""

import statistics
import time

from tests.benchmarks.measuring import HELLO_INPUT, PRACTISING, Benchmark, Budget, Timed, started
from tests.terminal import CTRL_N, TAB

_TYPED = "abcdefghijklmnopqrst"
_STEPS = 6
"""Steps after the first."""
_FIELDS = 4
"""Fields of the Basics step."""
_FIRST = 1.0
_IDLE = 3.0
"""Seconds."""


def _hello() -> dict[str, float]:
    with started(HELLO_INPUT) as terminal:
        early = _in_the_first_second(terminal, time.perf_counter() + _FIRST)
        terminal.settle(0.2, 1)
        return {"hello echo at first, ms": early, "hello echo, ms": _echo(terminal)[0]}


def _ours() -> dict[str, float]:
    with started(PRACTISING) as terminal:
        end = time.perf_counter() + _FIRST
        terminal.send("1", CTRL_N)
        terminal.until_raw(b"/48")
        early = _in_the_first_second(terminal, end)
        terminal.settle(1.2, 4)
        echo, typed = _echo(terminal)
        tabs = [terminal.echo(TAB, 0.15)[1] for _ in range(_FIELDS)]
        terminal.settle(1.2, 4)
        idle, cpu = len(terminal.raw), terminal.processor_seconds()
        terminal.settle(_IDLE, _IDLE)
        idle, cpu = len(terminal.raw) - idle, terminal.processor_seconds() - cpu
        steps = [terminal.echo(CTRL_N, 0.3)[1] for _ in range(_STEPS - 1)]
        return {
            "ours echo at first, ms": early,
            "ours echo, ms": echo,
            "a typed character, bytes": typed,
            "Tab, bytes": max(tabs),
            "next step, bytes": max(steps),
            "idle, bytes": idle,
            "idle, % of a processor": cpu / _IDLE * 100,
        }


def _in_the_first_second(terminal: Timed, end: float) -> float:
    """The median echo of keys typed one after the other until ``end``; ms."""
    echoes = [terminal.echo("x", 0.01)[0]]
    while time.perf_counter() < end and len(echoes) < len(_TYPED):
        echoes.append(terminal.echo("x", 0.01)[0])
    return statistics.median(echoes) * 1000


def _echo(terminal: Timed) -> tuple[float, float]:
    """The median echo of a typed character in ms, and its bytes."""
    seconds, sizes = zip(*(terminal.echo(char) for char in _TYPED), strict=True)
    return statistics.median(seconds) * 1000, statistics.median(sizes)


def once() -> dict[str, float]:
    """One run of each."""
    return _hello() | _ours()


BENCHMARK = Benchmark(
    "keys",
    once,
    (
        Budget("a typed character", "a typed character, bytes", 260, "bytes"),
        Budget("Tab to the next field, the worst", "Tab, bytes", 2_500, "bytes"),
        Budget("next step, the worst", "next step, bytes", 6_000, "bytes"),
        Budget("idle", "idle, bytes", 0, "bytes"),
        Budget("processor when idle", "idle, % of a processor", 0.2, "%"),
        Budget("echo of a key", "ours echo, ms", 1.5, "x hello's", "hello echo, ms"),
        Budget("echo of a key", "ours echo, ms", 30, "ms"),
        Budget(
            "echo in the first second", "ours echo at first, ms", 1.5, "x hello's", "hello echo at first, ms"
        ),
        Budget("echo in the first second", "ours echo at first, ms", 30, "ms"),
    ),
)
