"""Contact lists read, parsed and offered: seconds, and memory above the start, for 100 and for 10,000 of them.

Run as a program with the host, it is what is measured: a process of its own that reads a short answer to warm up,
then the long one.
"""

import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from pydantic import SecretStr

from tests.benchmarks.measuring import Benchmark, Budget
from tests.fault_server import answer, serving
from tests.terminal import CHECKOUT
from tui.campaign.fields import LISTS
from tui.kore.connection import Connection, Host
from tui.practice import readings
from tui.practice.world import PracticeSetup, World
from tui.workflow.calls import call_context
from tui.workflow.offers import OfferedAt, Offers

_FEW, _MANY = 100, 10_000


def _answer(lists: int) -> bytes:
    return answer(200, readings.contact_lists(World(PracticeSetup(lists=lists))).body)


def _resident(name: str) -> float:
    """MiB of memory that this process has (``VmRSS``), or ever had at most (``VmHWM``)."""
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found
    return int(found[1]) / 1024


def _read(host: str) -> None:
    """Read twice, and print what the second time took."""
    connection = Connection(Host.read(host), "st-1", "acc-1", "cs-1", SecretStr("s" * 40))
    offers = Offers(OfferedAt.of(connection))
    offers.read(LISTS.key, connection, call_context())
    Path("/proc/self/clear_refs").write_text("5")  # what loading took for a moment is no part of it
    memory, began = _resident("VmHWM"), time.perf_counter()
    offer = offers.read(LISTS.key, connection, call_context(), again=True)
    seconds = time.perf_counter() - began
    print(json.dumps({"s": seconds, "MiB": _resident("VmHWM") - memory, "lists": len(offer.choices)}))


def _measured(lists: int) -> dict[str, float]:
    answers = [_answer(3), _answer(lists)]
    with (
        serving("404", reads={"getAllListDetails": answers}) as server,
        tempfile.TemporaryDirectory() as home,
    ):
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.lists", server.url],
            cwd=CHECKOUT, env={"HOME": home}, capture_output=True, text=True, check=True,
        )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    assert found.pop("lists") == lists
    return {f"{lists:,} lists, {unit}": value for unit, value in found.items()}


def once() -> dict[str, float]:
    """A few lists and many, each in a process of its own."""
    return _measured(_FEW) | _measured(_MANY)


BENCHMARK = Benchmark(
    "lists",
    once,
    (
        Budget("10,000 lists read and parsed", "10,000 lists, s", 1, "s"),
        Budget("memory above the start", "10,000 lists, MiB", 60, "MiB"),
        Budget("seconds, to those of 100 lists", "10,000 lists, s", 100, "x", "100 lists, s"),
        Budget("memory above the start, 100 lists", "100 lists, MiB", 10, "MiB"),
    ),
)

if __name__ == "__main__":
    _read(sys.argv[1])
