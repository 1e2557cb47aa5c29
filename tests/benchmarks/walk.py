"""The memory of a whole walk: every step, a create in practice, the answer."""

import tempfile

from tests.benchmarks.measuring import HELLO, WRITES_BYTECODE, Benchmark, Budget, peak_memory, started
from tests.end_to_end.walking import create, walk_to_submit
from tests.terminal import CTRL_C, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example


def once() -> dict[str, float]:
    """One walk, and hello's first screen, which is all that hello has."""
    with started(HELLO) as hello:
        hello.settle()
        plain = hello.peak_memory()
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal((*WIZARD, "--practice"), env={"HOME": home, **WRITES_BYTECODE}) as terminal,
    ):
        terminal.wait_for("127.0.0.1:")
        walk_to_submit(terminal, example(Mode.PROGRESSIVE, Api.V1))
        create(terminal)
        ours = peak_memory(terminal.pid)
        terminal.send(CTRL_C, CTRL_C)
        terminal.wait_for_exit()
    return {"hello memory, MiB": plain, "ours memory, MiB": ours}


BENCHMARK = Benchmark(
    "walk",
    once,
    (Budget("peak memory, whole walk", "ours memory, MiB", 2.0, "x hello", "hello memory, MiB"),),
)
