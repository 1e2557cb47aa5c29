"""Killed (SIGKILL) at every point between the confirmation and the answer: what the next start knows."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import IDS, Run, environment
from tests.fault_server import FaultServer, serving
from tui.kore.progress import Moment
from tui.workflow.session import Session

KILLED_AT = """
import os, pathlib, signal, sys
from tui.kore import progress
from tui.storage import receipts

point, saves, renames = sys.argv.pop(1), 0, 0
save, tell, rename = receipts.save, progress.Progress.tell, pathlib.Path.replace

def reach(name):
    if name == point:
        os.kill(os.getpid(), signal.SIGKILL)

def watched_save(*arguments, **named):
    global saves
    saves += 1
    reach(f"save {saves} begins")
    done = save(*arguments, **named)
    reach(f"save {saves} is done")
    return done

def watched_rename(self, target):
    global renames
    if saves:
        renames += 1
        reach(f"rename {renames}")
    return rename(self, target)

def watched_tell(self, name, detail=""):
    tell(self, name, detail)
    if saves:  # what was told before belongs to the look at the list
        reach(name.value)

receipts.save, progress.Progress.tell, pathlib.Path.replace = watched_save, watched_tell, watched_rename
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
_ELSEWHERE = {Moment.LOOKED, Moment.TURN, Moment.SECURED}
"""What comes before the note, is of reads alone, or of TLS."""
NOTHING, OPEN, ACCEPTED = "nothing", "open", "accepted"
POINTS = [
    ("save 1 begins", NOTHING),
    ("rename 1", NOTHING),
    ("save 1 is done", OPEN),
    *((moment.value, OPEN) for moment in Moment if moment not in _ELSEWHERE),
    ("save 2 begins", OPEN),
    ("rename 2", OPEN),
    ("save 2 is done", ACCEPTED),
]


@pytest.mark.parametrize(("point", "known"), POINTS)
def test_the_next_start_knows(run: Run, campaign: Path, tmp_path: Path, point: str, known: str) -> None:
    with serving("accept") as server:
        kill(campaign, tmp_path, server, point)
        server.settle()
        made = len(server.creates)
        listed = json.loads(run("receipts", "list", "--json").stdout)["receipts"]
        again = run("submit", str(campaign), "--yes", "--json", host=server.url)
        after = len(server.creates)

    assert made <= 1
    if known == NOTHING:
        assert (made, listed, again.returncode, after) == (0, [], 0, 1)
        return
    (record,) = listed
    assert record["open"] is (known == OPEN)
    if known == ACCEPTED:
        assert record["outcome"] == "accepted"
        said = json.loads(again.stdout)
        assert (said["outcome"], said["campaignId"], again.returncode) == ("exists", record["campaignId"], 7)
        assert after == made == 1
        return
    assert (again.returncode, json.loads(again.stdout)["outcome"], after) == (6, "unknown", made)
    session = Session()
    session.submissions.find_earlier()
    assert [each.id for each in session.submissions.unresolved()] == [record["id"]]


def kill(campaign: Path, folder: Path, server: FaultServer, point: str) -> None:
    """Run ``submit`` until it reaches ``point``, and not a step further."""
    script = folder / "killed.py"
    script.write_text(KILLED_AT)
    done = subprocess.run(
        [sys.executable, str(script), point, "submit", str(campaign), "--yes", "--json"],
        env=environment({**IDS, "KORE_HOST": server.url}), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
