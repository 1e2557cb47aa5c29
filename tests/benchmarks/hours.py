"""The grid of calling hours: what an arrow and a painted cell cost on the line, and ten thousand edits."""

import random
import statistics
import time
from functools import partial

from tests.benchmarks.measuring import HELLO_INPUT, PRACTISING, Benchmark, Budget, Timed, started
from tests.terminal import CTRL_N, DOWN, ENTER, LEFT, RIGHT, TAB, UP
from tui.campaign import edits
from tui.campaign.edits import Edit
from tui.campaign.hours import Week
from tui.workflow.campaign_editor import CampaignEditor

_ARROWS = (RIGHT, RIGHT, DOWN, RIGHT, LEFT, DOWN, RIGHT, UP, RIGHT, RIGHT, DOWN, LEFT)
_CELLS = 8
_EDITS = 10_000
_TYPED = "abcdefghijkl"


def _grid() -> dict[str, float]:
    with started(PRACTISING) as terminal:
        for _ in range(4):
            terminal.send(CTRL_N)
        terminal.until_raw(b"Sun")
        terminal.send("Asia/Kolkata", TAB, TAB)
        terminal.settle(1.2, 4)
        plain = [terminal.echo(arrow) for arrow in _ARROWS]
        painted = [_painted(terminal) for _ in range(_CELLS)]
        for zone in ("New York", "Berlin", "Singapore"):
            terminal.send("t", zone, ENTER)
            terminal.settle(0.3, 4)
        zoned = [terminal.echo(arrow)[1] for arrow in _ARROWS]
        return {
            "ours arrow, ms": statistics.median(seconds for seconds, _ in plain) * 1000,
            "arrow, bytes": statistics.median(size for _, size in plain),
            "arrow, worst, bytes": max(size for _, size in plain),
            "arrow with three zones, bytes": statistics.median(zoned),
            "painted cell, bytes": statistics.median(painted),
        }


def _painted(terminal: Timed) -> int:
    terminal.echo(RIGHT)
    return terminal.echo(" ", 0.2)[1]


def _hello() -> dict[str, float]:
    with started(HELLO_INPUT) as terminal:
        terminal.settle(0.2, 1)
        return {"hello key, ms": statistics.median(terminal.echo(key)[0] for key in _TYPED) * 1000}


def _ten_thousand() -> dict[str, float]:
    """Random edits, then all of them undone, and all done again."""
    pick, campaign = random.Random(3), CampaignEditor()
    began = time.perf_counter()
    for _ in range(_EDITS):
        campaign.edit_week(_edit(pick, campaign.draft.week))
    for go in (campaign.form.undo, campaign.form.redo):
        while not go().said.startswith("Nothing"):
            pass
    return {"10,000 edits, s": time.perf_counter() - began}


def _edit(pick: random.Random, week: Week) -> Edit:
    first, at = pick.randrange(7), pick.randrange(96) * 15
    days = range(first, min(first + pick.randrange(1, 6), 7))
    edit = pick.choice(
        (
            partial(edits.paint, week, days, at, at + pick.randrange(15, 600), is_open=pick.random() < 0.5),
            partial(edits.flip, week, days, at, at + 30),
            partial(edits.move_end, week, days, at, pick.choice((-5, 5, 30))),
            partial(edits.paste, week, days, week.days[first]),
        )
    )
    return edit()


def once() -> dict[str, float]:
    """One run of each."""
    return _hello() | _grid() | _ten_thousand()


BENCHMARK = Benchmark(
    "hours",
    once,
    (
        Budget("arrow on the grid", "arrow, bytes", 160, "bytes"),
        Budget("arrow with three other zones", "arrow with three zones, bytes", 400, "bytes"),
        Budget("a painted cell", "painted cell, bytes", 500, "bytes"),
        Budget("arrow until it is seen", "ours arrow, ms", 1.5, "x hello's", "hello key, ms"),
        Budget("10,000 edits, undone and done again", "10,000 edits, s", 2, "s"),
    ),
)
