"""A practice platform in a process of its own, as real as one gets on loopback."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class PracticeServer:
    """What it printed for a shell, and the log it writes."""

    environment: dict[str, str]
    log: Path

    def requests(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@pytest.fixture
def practice_server(tmp_path: Path) -> Iterator[PracticeServer]:
    log = tmp_path / "practice.log"
    command = [sys.executable, "-m", "tui", "practice-server", "--log", str(log)]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    with subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as server:
        assert server.stdout is not None
        exports = [server.stdout.readline() for _ in range(6)]
        pairs = [re.fullmatch(r"export (KORE_[A-Z_]+)=(.+)\n", line) for line in exports]
        assert all(pairs), exports
        yield PracticeServer({pair[1]: pair[2] for pair in pairs if pair}, log)
        server.terminate()
        server.communicate(timeout=10)
    assert server.returncode == 0
