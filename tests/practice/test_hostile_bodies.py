"""What hostile bodies cost: memory, measured in the process that reads them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import environment
from tests.fault_server import practice_with
from tests.practice.sending import environment_of, sample

LIMIT = 64_000
"""kB above what a plain create takes."""
MEASURED = """
import sys
from tui.cli import main
code = main(sys.argv[1:])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
print("PEAK", code, peak)
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> int:
    return peak("", tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize(
    "name", ["body-200mb", "bomb", "endless", "deep-json", "huge-number", "invalid-utf8"]
)
def test_memory_stays_bounded(name: str, plain: int, tmp_path: Path) -> None:
    assert peak(name, tmp_path) - plain < LIMIT


def peak(fault: str, folder: Path) -> int:
    """The most memory (kB, resident) that ``submit`` takes where ``fault`` happens."""
    if not Path("/proc/self/status").exists():
        pytest.skip("no /proc here")
    campaign = folder / "campaign.json"
    campaign.write_text(json.dumps(sample("v1_progressive_request.json")))
    with practice_with(fault) as platform:
        names = environment_of(platform)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, "submit", str(campaign), "--yes", "--json", "--timeout", "3"],
            env=environment(names | {"HOME": str(folder)}), capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
    word, code, kilobytes = done.stdout.splitlines()[-1].split()
    assert (word, code in {"0", "6"}) == ("PEAK", True), done.stderr
    print(fault or "plain", kilobytes)
    return int(kilobytes)
