"""What picking among many contact lists costs at 80x24 in 24-bit colours, and how that grows with them."""

import statistics

from tests.benchmarks.measuring import PRACTISING, Benchmark, Budget, Program, Timed, started
from tests.terminal import CTRL_N, CTRL_P, DOWN

_BACKSPACE = "\x7f"
_COUNTS = (100, 10_000)
_TYPED = ("renewals july 7", "buy", "lan 42", "münchen", "zzz", "may 1")


def _program(count: int) -> Program:
    command = ("env", "COLORTERM=truecolor", *PRACTISING.command, "--practice-lists", str(count))
    return Program(command, PRACTISING.ready, PRACTISING.leave)


def _measured(count: int) -> dict[str, float]:
    with started(_program(count)) as terminal:
        terminal.settle(1, 4)
        terminal.send(CTRL_N, CTRL_N)
        terminal.wait_for(f"of {count:,}")
        terminal.settle(0.4)
        terminal.echo(CTRL_P, 0.4)
        opened, _ = terminal.echo(CTRL_N, 0.5)
        echoes, sizes = zip(*_typed(terminal), strict=True)
        terminal.echo(DOWN)
        arrows = [terminal.echo(DOWN)[1] for _ in range(12)]
        flipped = [terminal.echo(" ", 0.1)[1] for _ in range(2)]
        memory = terminal.peak_memory()
    return {
        f"{count} opened": opened * 1000,
        f"{count} echo": statistics.median(echoes) * 1000,
        f"{count} worst echo": max(echoes) * 1000,
        f"{count} typed": statistics.median(sizes),
        f"{count} worst typed": max(sizes),
        f"{count} arrow": statistics.median(arrows),
        f"{count} flip": max(flipped),
        f"{count} memory": memory,
    }


def _typed(terminal: Timed) -> list[tuple[float, int]]:
    found = []
    for text in _TYPED:
        found += [terminal.echo(char, 0.1) for char in text]
        terminal.send(*[_BACKSPACE] * len(text))
        terminal.settle(0.2, 2)
    return found


def once() -> dict[str, float]:
    """Among few, and among ten times as many as an account may have."""
    return {name: value for count in _COUNTS for name, value in _measured(count).items()}


BENCHMARK = Benchmark(
    "picker",
    once,
    (
        Budget("10,000 lists: a typed character", "10000 typed", 400, "bytes"),
        Budget("  on the screen", "10000 echo", 50, "ms"),
        Budget("  the worst", "10000 worst echo", 100, "ms"),
        Budget("  to the same among 100", "10000 echo", 4, "x", "100 echo"),
        Budget("10,000 lists: an arrow", "10000 arrow", 250, "bytes"),
        Budget("10,000 lists: the step opened", "10000 opened", 150, "ms"),
        Budget("10,000 lists: memory, to 100", "10000 memory", 1.5, "x", "100 memory"),
    ),
)
