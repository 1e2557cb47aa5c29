"""What a person feels over ssh on a line of 5 KB/s with 300 ms of round trip, with the layer and without it."""

import shlex
import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks.line import STOCK, THIN, with_and_without
from tests.benchmarks.measuring import Benchmark, Program, Timed, started
from tests.end_to_end.relay import Relay
from tests.end_to_end.sshd import HAS_SSH, running
from tests.end_to_end.test_slow_line import RATE, ROUND_TRIP
from tests.terminal import CTRL_N, TAB

_TABS = 3
_QUIET = 0.3
"""Seconds in which the far end surely answers, or goes on with what it writes."""


def _marked(program: Program) -> tuple[str, ...]:
    """Tells when the far end begins to start it."""
    return ("sh", "-c", f"echo begun; exec {shlex.join(program.command)}")


def _first_paint(terminal: Timed, relay: Relay | None = None) -> float:
    """Seconds from its beginning until the last byte of its first screen has come."""
    begun = terminal.last_read
    terminal.until_raw(THIN.ready)
    return _last_byte(terminal, relay) - begun


def _seen(terminal: Timed, relay: Relay, key: str) -> float:
    """Seconds from a key until the last byte of what it changes has come."""
    sent = time.perf_counter()
    terminal.echo(key, _QUIET)
    return _last_byte(terminal, relay) - sent


def _last_byte(terminal: Timed, relay: Relay | None) -> float:
    """When it came. The client shows nothing of a packet, which may hold a whole frame, until it has all of it."""
    terminal.settle(_QUIET)
    while relay and relay.is_busy:
        terminal.settle(_QUIET)
    return terminal.last_read


def _measured(program: Program, name: str) -> dict[str, float]:
    with started(Program(_marked(program), b"begun", program.leave)) as near:
        start = _first_paint(near)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as server:
        home = Path(folder) / "home"
        home.mkdir()
        with Relay(server.port, delay=ROUND_TRIP / 2, rate=RATE) as relay:
            command = server.command(_marked(program), port=relay.port, env={"HOME": str(home)})
            with started(Program(tuple(command), b"begun", program.leave)) as far:
                first = _first_paint(far, relay) - start + ROUND_TRIP / 2
                step = _seen(far, relay, CTRL_N)
                tabs = [_seen(far, relay, TAB) for _ in range(_TABS)]
    figures = {"first": first, "step": step, "tab": statistics.median(tabs)}
    return {f"{name} {figure}": value for figure, value in figures.items()}


def once() -> dict[str, float]:
    """Both, one after the other."""
    return _measured(THIN, "thin") | _measured(STOCK, "stock")


BENCHMARK = Benchmark(
    "slow",
    once,
    (
        *with_and_without("first paint at 5 KB/s, 300 ms", "first", 2, "s"),
        *with_and_without("next step at 5 KB/s, 300 ms", "step", 2, "s"),
        *with_and_without("Tab at 5 KB/s, 300 ms", "tab", 0.4, "s"),
    ),
    missing="" if HAS_SSH else "openssh-server or openssh-client is not installed",
)
