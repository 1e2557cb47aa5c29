"""A person new to the grid enters one week in three ways, over a real ssh, at 80x24, with 16 colours."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.sshd import SshServer, needs_ssh, ssh_server
from tests.terminal import CTRL_C, CTRL_N, CTRL_R, ENTER, ESC, TAB, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.hours_text import text_of
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign

__all__ = ["ssh_server"]
pytestmark = needs_ssh
WANTED = "Mo-Fr 10:00-13:00,14:00-20:00; Sa 09:05-12:00"
CLEAR = ("g", "5")
PAINTING = (
    "ll",  # 10:00 on Monday
    ENTER, "lllll", "jjjj", "o",
    "lll", ENTER, "lllllllllll", "kkkk", "o",
    "6", *"h" * 21, ENTER, "lllll", "o",
    *"h" * 5, ENTER, *"<" * 5, "x",
)  # fmt: skip
COPYING = (
    "ll", "v", "lllll", "o", "lll", "v", "lllllllllll", "o", "y", "W",  # a whole Monday, and that on Monday to Friday
    "6", *"h" * 21, ENTER, "lllll", "o", *"h" * 5, ENTER, *"<" * 5, "x",
)  # fmt: skip
TEXT = ("e", "\x15", "Mo-Fr 10-13,14-20; Sa 9:05-12", TAB)
WAYS = {"painting": PAINTING, "copying": COPYING, "text": TEXT}


@pytest.fixture
def grid(ssh_server: SshServer) -> Iterator[Terminal]:
    """The wizard at the far end, with a campaign whose hours are to be entered, on the grid."""
    home = Path(os.environ["HOME"])
    (home / "campaign.json").write_text(json.dumps(example(Mode.PROGRESSIVE, Api.V1)))
    command = (*WIZARD, "--practice", "--from", str(home / "campaign.json"))
    with ssh_server.terminal(command, env={"TERM": "xterm"}) as terminal:
        terminal.wait_for("127.0.0.1:")
        terminal.send(*[CTRL_N] * 4)
        terminal.wait_for("g presets")
        terminal.send(*CLEAR)
        terminal.wait_for("closed all week")
        yield terminal


@pytest.mark.parametrize("way", WAYS)
def test_three_ways_to_one_week(grid: Terminal, way: str) -> None:
    grid.send("?")
    grid.wait_for("Copy the day, paste it")
    grid.send(ESC)
    grid.wait_for("Mon 09:00-09:30 closed")
    grid.send(*WAYS[way])
    grid.wait_for(lambda shown: WANTED in shown and " Sat ··················▒█████" in shown)
    grid.send(CTRL_R)
    said = " ".join(grid.wait_for("Open Mo-Fr").split())
    assert f"Open {WANTED}, Asia/Kolkata time, 47h55 a week" in said
    grid.send("s", "\x15", "kept.json", ENTER)
    grid.wait_for("readable by you alone.")
    grid.send(CTRL_C, CTRL_C)
    grid.wait_for_exit()
    kept = json.loads((Path(os.environ["HOME"]) / "kept.json").read_text())
    assert text_of(parse_campaign(kept, Api.V1).draft.week) == WANTED
    assert not re.search(rb"\x1b\[[0-9;]*[34]8;[25];", grid.raw), "more than 16 colours"
