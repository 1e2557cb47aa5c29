"""Attached to tmux at another size: again after a detach, or beside a client that stays."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.test_ways_out import typed_name
from tests.terminal import CHECKOUT, CTRL_P, Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
WIZARD_HERE = f"cd {CHECKOUT} && exec {sys.executable} -m tui"


def whole(screen: str, rows: int) -> bool:
    """Whether all is drawn in ``rows`` lines, the steps in their place, and nothing left of another size."""
    lines, keys = screen.splitlines(), "^N next"
    steps = lines[1] if rows == 24 else "".join(lines[2:])
    return "7 Submit" in steps and keys in "".join(lines[rows - 4 :]) and screen.count(keys) == 1


def test_attached_again_at_another_size_it_is_drawn_anew(tmp_path: Path) -> None:
    tmux = ("tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null")
    try:
        with Terminal((*tmux, "new-session", WIZARD_HERE)) as first:
            first.begin_new()
            typed_name(first, "Attached again")
            subprocess.run([*tmux, "detach-client"], check=True, timeout=20)
            first.wait_for_exit()
        with Terminal((*tmux, "attach-session"), columns=130, rows=35) as second:
            rows = second.wait_for(lambda screen: whole(screen, 35)).splitlines()
            assert any("14/48" in row and len(row) > 80 for row in rows)
            second.send(CTRL_P)
            second.wait_for("Kore.ai")
            subprocess.run([*tmux, "detach-client"], check=True, timeout=20)
            second.wait_for_exit()
        with Terminal((*tmux, "attach-session"), columns=80, rows=24) as third:
            rows = third.wait_for(lambda screen: whole(screen, 24)).splitlines()
            assert "1 Connection" in rows[1]
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, timeout=20)


def test_a_second_client_of_another_size_sees_the_whole_screen(tmp_path: Path) -> None:
    """Each client that joins or leaves gives the session its size; both draw what stands on it."""
    tmux = ("tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null")
    try:
        with Terminal((*tmux, "new-session", WIZARD_HERE)) as first:
            first.begin_new()
            typed_name(first, "Looked over")
            with Terminal((*tmux, "attach-session"), columns=130, rows=35) as second:
                second.wait_for(lambda screen: whole(screen, 35))
                second.send("!")
                assert "Looked over!" in second.wait_for("12/48")
                second.send("\x02", "d")
                second.wait_for_exit()
            first.send("?")
            first.wait_for(lambda screen: "13/48" in screen and whole(screen, 24))
            assert "Looked over!?" in first.screen()
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, timeout=20)
