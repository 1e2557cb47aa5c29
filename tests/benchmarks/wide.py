"""A window of 120x40 with the campaign beside the form: bytes on the line in 24-bit colours, and cells without ink."""

import json
import statistics
import tempfile
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.line import THIN
from tests.benchmarks.measuring import Benchmark, Budget, Timed, started
from tests.terminal import CTRL_C, CTRL_N, TAB, WIZARD, Terminal
from tui.base.glyphs import BAR, EDGE, RULE
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example

COLUMNS, ROWS = 120, 40
WIDE = replace(THIN, columns=COLUMNS, rows=ROWS)
_TYPED = "abcdefghijklmnopqrst"
_TABS = (4, 2, 7, 3)
"""Fields that Tab goes on from, on each step after the first."""
_FOLLOWED = 1.0
"""Seconds after which the panel has surely followed."""
_NO_INK = frozenset(f" {RULE}{EDGE}{BAR}")


def _bytes(terminal: Timed) -> dict[str, float]:
    terminal.settle(0.5, 4)
    painted, steps, tabs = len(terminal.raw), list[int](), list[int]()
    for fields in _TABS:
        steps.append(terminal.echo(CTRL_N, _FOLLOWED)[1])
        if len(steps) == 1:
            typed = [terminal.echo(char)[1] for char in _TYPED]
        tabs += [terminal.echo(TAB, _FOLLOWED)[1] for _ in range(fields)]
    steps += [terminal.echo(CTRL_N, _FOLLOWED)[1] for _ in range(2)]
    return {
        "first": painted,
        "typed": statistics.median(typed),
        "tab": max(tabs),
        "step": max(steps),
    }


def _without_ink() -> float:
    """The percentage of the cells that have none, the median of the steps, of a campaign that is filled in."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "campaign.json"
        path.write_text(json.dumps(example(Mode.PROGRESSIVE, Api.V1)))
        command = (*WIZARD, "--practice", "--from", str(path))
        with Terminal(command, columns=COLUMNS, rows=ROWS, env={"HOME": home}) as terminal:
            terminal.wait_for("127.0.0.1:")
            found = [_empty(terminal)]
            for _ in range(6):
                terminal.send(CTRL_N)
                found.append(_empty(terminal))
            terminal.send(CTRL_C, CTRL_C)
            terminal.wait_for_exit()
    return statistics.median(found) * 100


def _empty(terminal: Terminal) -> float:
    terminal.settle(0.8)
    cells = "".join(line.ljust(COLUMNS) for line in terminal.screen().splitlines())
    return sum(char in _NO_INK for char in cells) / len(cells)


def once() -> dict[str, float]:
    """One walk for the bytes, one for the ink."""
    with started(WIDE) as terminal:
        figures = _bytes(terminal)
    return {**figures, "without ink": _without_ink()}


BENCHMARK = Benchmark(
    "wide",
    once,
    (
        Budget("120x40: typed character", "typed", 30, "bytes"),
        Budget("120x40: Tab, the worst", "tab", 400, "bytes"),
        Budget("120x40: next step, the worst", "step", 2_000, "bytes"),
        Budget("120x40: first paint", "first", 4_096, "bytes"),
        Budget("120x40: cells without ink, median", "without ink", 87, "%"),
    ),
)
