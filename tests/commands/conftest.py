"""Running the real command in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tui.campaign import model
from tui.campaign.fields import Api, Mode

ROOT = Path(__file__).parents[2]
SECRET = 'planted-Secret-b7Qw/"x"-0123456789abcdef'
IDS = {
    "KORE_APP_ID": "st-1", "KORE_ACCOUNT_ID": "acc-1", "KORE_CLIENT_ID": "cs-1", "KORE_CLIENT_SECRET": SECRET,
}  # fmt: skip

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(extra: Mapping[str, str]) -> dict[str, str]:
    """The environment of a child: no KORE_* and no proxy but those given."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("KORE_") and not name.lower().endswith("_proxy")
    }
    return {**kept, "PYTHONPATH": str(ROOT), **extra}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``kore-campaign`` with arguments; ``host`` sets a whole KORE_* set for it."""

    def run(
        *arguments: str, host: str | None = None, text: str = "", **extra: str
    ) -> "subprocess.CompletedProcess[str]":
        given = {**IDS, "KORE_HOST": host, **extra} if host else extra
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            env=environment(given), cwd=tmp_path, input=text, capture_output=True, text=True, timeout=60, check=False,
            start_new_session=True,  # with no terminal to ask, whoever runs the tests in one
        )  # fmt: skip

    return run


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A valid file for v1."""
    path = tmp_path / "campaign.json"
    path.write_text(json.dumps(model.example(Mode.PROGRESSIVE, Api.V1)))
    return path
