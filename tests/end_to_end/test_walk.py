"""From an empty folder to a campaign the platform accepts, in a real terminal at 80x24."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import PracticeServer
from tests.end_to_end.walking import ASKED, READY, create, walk_to_submit
from tests.terminal import CHECKOUT, CTRL_C, CTRL_N, ENTER, TAB, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example

SAMPLES = sorted((CHECKOUT / "tests" / "samples").glob("*_request.json"))
CAMPAIGNS = [pytest.param(json.loads(path.read_text()), path.name[:2], id=path.stem) for path in SAMPLES]
CAMPAIGNS.append(pytest.param(example(Mode.PREVIEW, Api.V2), "v2", id="v2_preview_example"))


@pytest.mark.parametrize(("document", "api"), CAMPAIGNS)
def test_each_mode_by_keyboard_alone(
    document: dict[str, Any], api: str, practice_server: PracticeServer, tmp_path: Path
) -> None:
    printed = tmp_path / "stdout"
    environment = {**practice_server.environment, "KORE_API": api}
    with Terminal(env=environment, stdout=printed) as terminal:
        terminal.wait_for("From the environment")
        walk_to_submit(terminal, document)
        campaign_id = create(terminal)
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 0
    assert printed.read_text() == f"{campaign_id}\n"
    sent = [each for each in practice_server.requests() if each["path"].endswith("campaignType=voice")]
    assert [(request["method"], request["status"]) for request in sent] == [("POST", 200)]
    assert sent[0]["body"] == document
    assert sent[0]["headers"]["auth"] == "***"


def test_all_keys_typed_ahead_at_once() -> None:
    with Terminal((*WIZARD, "--practice")) as terminal:
        terminal.wait_for("127.0.0.1:")
        terminal.send(
            CTRL_N, "Typed ahead", TAB, "All at once", TAB, TAB, "a", CTRL_N, "Buyers Q2", ENTER, "Renewals July",
            CTRL_N, "Voice Survey Entry Flow", TAB, "+15101234567", CTRL_N, "kolk", ENTER, TAB, TAB, TAB,
            "Mo-Fr 9-18", CTRL_N, CTRL_N,
        )  # fmt: skip
        screen = terminal.wait_for(READY)
        for shown in ('"Typed ahead"', "Buyers Q2 and Renewals July", "Mo-Fr 09:00-18:00, Asia/Kolkata"):
            assert shown in screen
        assert create(terminal).startswith("cd-")


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_in_tmux(tmp_path: Path) -> None:
    socket = str(tmp_path / "tmux")

    def tmux(*words: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", socket, *words], capture_output=True, text=True, timeout=20, check=True
        )
        return done.stdout

    def wait_for(wanted: str) -> str:
        for _ in range(400):
            screen = tmux("capture-pane", "-p")
            if wanted in screen:
                return screen
            subprocess.run(["tmux", "-S", socket, "run-shell", "-d", "0.05"], check=True, timeout=20)
        raise AssertionError(f"never shown: {wanted!r}\n{screen}")

    command = f"cd {CHECKOUT} && exec {sys.executable} -m tui --practice"
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", command)
    try:
        wait_for("127.0.0.1:")
        tmux("send-keys", "C-n", "In tmux", "Tab", "A colleague reads this", "Tab", "Tab", "p", "C-n")
        wait_for(">Contact lists")
        tmux("send-keys", "Buyers Q2", "Enter", "C-n", "Default Queue", "Tab", "+15101234567", "C-n")
        wait_for("Frequency")
        tmux("send-keys", "Asia/Kolkata", "Tab", "Tab", "Tab", "Mo-Fr 9-18", "C-n", "C-n")
        wait_for(READY)
        tmux("send-keys", "Enter")
        wait_for(ASKED)
        tmux("send-keys", "y")
        screen = wait_for("ACCEPTED  in ")
        assert "PRACTICE" in screen
        assert len(screen.splitlines()) <= 24
    finally:
        tmux("kill-server")
