"""Calls at night: ``check`` warns of them, and ``submit --yes`` needs a word of its own for them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import Run
from tui.campaign import model
from tui.campaign.fields import Api, Mode


@pytest.fixture
def at_night(tmp_path: Path) -> Path:
    """A file that is right but for an AM that was meant to be PM."""
    document: dict[str, Any] = model.example(Mode.PROGRESSIVE, Api.V1)
    document["dialingStrategy"]["callingHours"]["days"][0] = {
        "day": "MO",
        "start": "3:00 AM",
        "end": "6:00 PM",
    }
    path = tmp_path / "night.json"
    path.write_text(json.dumps(document))
    return path


def test_check_warns(run: Run, at_night: Path) -> None:
    done = run("check", str(at_night))
    assert done.returncode == 0
    assert "warning: dialingStrategy.callingHours.days: People are called at night" in done.stdout
    assert "Mo 03:00-08:00" in done.stdout


def test_yes_is_not_enough(run: Run, at_night: Path) -> None:
    done = run("submit", str(at_night), "--practice", "--yes")
    assert done.returncode != 0
    assert "--allow-night" in done.stderr
    assert "cd-" not in done.stdout


def test_with_the_word_it_is_created(run: Run, at_night: Path) -> None:
    done = run("submit", str(at_night), "--practice", "--yes", "--allow-night")
    assert done.returncode == 0
    assert done.stdout.startswith("cd-")
