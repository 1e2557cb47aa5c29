"""What crosses the line at 80x24 in 24-bit colours, through the layer that sends only what changed and without it."""

import statistics

from tests.benchmarks.measuring import PRACTISING, Benchmark, Budget, Program, started
from tests.terminal import CTRL_N, DOWN, ENTER, RIGHT, TAB

_COLOURS = ("env", "COLORTERM=truecolor")
THIN = Program((*_COLOURS, *PRACTISING.command), PRACTISING.ready, PRACTISING.leave)
STOCK = Program((*_COLOURS, *PRACTISING.command, "--no-thin"), PRACTISING.ready, PRACTISING.leave)
_TYPED = "abcdefghijklmnopqrst"


def _measured(program: Program, name: str) -> dict[str, float]:
    with started(program) as terminal:
        terminal.settle(0.5, 4)
        painted = len(terminal.raw)
        steps = [terminal.echo(CTRL_N, 0.4)[1]]
        cpu = terminal.processor_seconds()
        echoes, typed = zip(*(terminal.echo(char) for char in _TYPED), strict=True)
        cpu = terminal.processor_seconds() - cpu
        tabs = [terminal.echo(TAB, 0.15)[1] for _ in range(3)]
        steps += [terminal.echo(CTRL_N, 0.4)[1] for _ in range(3)]
        for _ in range(2):
            terminal.echo(TAB, 0.15)
        arrows = [terminal.echo(RIGHT, 0.15)[1] for _ in range(4)]
        terminal.echo(ENTER, 0.15)
        ranged = [terminal.echo(key, 0.15)[1] for key in [DOWN] * 4 + [RIGHT] * 7]
        painted_range = terminal.echo("o", 0.3)[1]
        idle = len(terminal.raw)
        terminal.settle(2, 2)
        idle = len(terminal.raw) - idle
    figures = {
        "typed": statistics.median(typed),
        "tab": statistics.median(tabs),
        "arrow": statistics.median(arrows),
        "range": painted_range,
        "begun range": statistics.median(ranged),
        "step": statistics.median(steps),
        "first": painted,
        "cpu": cpu / len(_TYPED) * 1000,
        "echo": statistics.median(echoes) * 1000,
        "idle": idle,
    }
    return {f"{name} {figure}": float(value) for figure, value in figures.items()}


def once() -> dict[str, float]:
    """Both, one after the other."""
    return _measured(THIN, "thin") | _measured(STOCK, "stock")


def with_and_without(title: str, figure: str, at_most: float, unit: str) -> tuple[Budget, Budget]:
    """A figure of the layer held to its budget, and to the same figure without the layer."""
    return (
        Budget(title, f"thin {figure}", at_most, unit),
        Budget("  to the same without the layer", f"thin {figure}", 1, "x", f"stock {figure}"),
    )


BENCHMARK = Benchmark(
    "line",
    once,
    (
        *with_and_without("typed character, 24-bit", "typed", 40, "bytes"),
        *with_and_without("Tab, 24-bit", "tab", 300, "bytes"),
        *with_and_without("grid: arrow key", "arrow", 90, "bytes"),
        *with_and_without("grid: 5 days x 4 h opened", "range", 400, "bytes"),
        *with_and_without("next step, 24-bit", "step", 2_600, "bytes"),
        *with_and_without("first paint, 24-bit", "first", 4_096, "bytes"),
        Budget("idle, 24-bit", "thin idle", 0, "bytes"),
        Budget("processor a key", "thin cpu", 1.15, "x without", "stock cpu"),
        Budget("echo", "thin echo", 1.15, "x without", "stock echo"),
    ),
)
