"""A practice platform that runs, what sends to it, and what its log says."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.practice.sending import Client
from tui.practice.server import PracticePlatform


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "requests.jsonl"


@pytest.fixture
def platform(log: Path) -> Iterator[PracticePlatform]:
    with PracticePlatform(log=log) as running:
        yield running


@pytest.fixture
def client(platform: PracticePlatform) -> Client:
    return Client.of(platform)


@pytest.fixture
def entries(log: Path) -> Callable[[], list[dict[str, Any]]]:
    """What the log holds by now."""
    return lambda: [json.loads(line) for line in log.read_text(encoding="ascii").splitlines()]
