"""The trace: what happens and is decided, for its owner alone; no bodies, no secrets."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fault_server import serving
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example

CHECKOUT = Path(__file__).parents[2]
SECRET = "planted-secret-for-the-trace-test"


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "tui", *words],
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def given(url: str) -> dict[str, str]:
    return {
        "KORE_HOST": url, "KORE_APP_ID": "st-1", "KORE_ACCOUNT_ID": "acc-1", "KORE_CLIENT_ID": "cs-1",
        "KORE_CLIENT_SECRET": SECRET,
    }  # fmt: skip


@pytest.mark.parametrize("behaviour", ["accept", "401", "echo"])
def test_phases_and_decisions_and_nothing_else(behaviour: str, tmp_path: Path) -> None:
    file, trace = tmp_path / "campaign.json", tmp_path / "trace"
    file.write_text(json.dumps(example(Mode.PREVIEW, Api.V1) | {"description": "planted-body"}))
    with serving(behaviour) as server:
        run("submit", str(file), "--yes", "--trace", str(trace), **given(server.url))
        token = server.received[0].headers["auth"]
    assert stat.S_IMODE(trace.stat().st_mode) == 0o600
    written = trace.read_text()
    lines = written.splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\w() -]+: .+", line) for line in lines)
    assert "kore-campaign" in lines[0]
    assert "POST /agentassist/api/v1/public/{app_id}/campaign" in written
    assert "Connected to 127.0.0.1" in written
    assert "Understood: " in written
    for hidden in (SECRET, token, token.split(".")[1], "planted-body", "st-1", "acc-1"):
        assert hidden not in written


def test_it_appends_and_leaves_the_mode_of_a_file_that_was_there(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    trace.write_text("before\n")
    trace.chmod(0o644)
    assert run("example", "preview", "--trace", str(trace)).returncode == 0
    assert trace.read_text().startswith("before\n")
    assert len(trace.read_text().splitlines()) == 2
    assert stat.S_IMODE(trace.stat().st_mode) == 0o644


def test_a_pipe_that_nobody_reads_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    done = run("example", "preview", "--trace", str(pipe))
    assert done.returncode == 2
    assert "can't be written" in done.stderr


def test_a_link_or_a_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("")
    link = tmp_path / "link"
    link.symlink_to(target)
    for name in (link, tmp_path, tmp_path / "missing" / "trace"):
        done = run("example", "preview", "--trace", str(name))
        assert done.returncode == 2
        assert "can't be written" in done.stderr
    assert target.read_text() == ""
