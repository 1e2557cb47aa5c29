"""Detached from tmux, and attached again at another size."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.end_to_end.test_ways_out import typed_name
from tests.terminal import CHECKOUT, CTRL_P, Terminal


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_attached_again_at_another_size_it_is_drawn_anew(tmp_path: Path) -> None:
    tmux = ("tmux", "-S", str(tmp_path / "tmux"), "-f", "/dev/null")
    command = f"cd {CHECKOUT} && exec {sys.executable} -m tui"
    try:
        with Terminal((*tmux, "new-session", command)) as first:
            first.wait_for("Practice")
            typed_name(first, "Attached again")
            subprocess.run([*tmux, "detach-client"], check=True, timeout=20)
            first.wait_for_exit()
        with Terminal((*tmux, "attach-session"), columns=110, rows=35) as second:
            second.wait_for(lambda screen: "^N next" in "".join(screen.splitlines()[30:]))
            rows = second.wait_for("7 Submit").splitlines()
            assert any(row.endswith("14/48") and len(row) > 80 for row in rows)
            assert sum("^N next" in row for row in rows) == 1
            second.send(CTRL_P)
            second.wait_for("Kore.ai")
            subprocess.run([*tmux, "detach-client"], check=True, timeout=20)
            second.wait_for_exit()
        with Terminal((*tmux, "attach-session"), columns=80, rows=24) as third:
            third.wait_for(lambda screen: "7 Submit" in screen.splitlines()[1])
            rows = third.wait_for(lambda screen: "^N next" in "".join(screen.splitlines()[20:])).splitlines()
            assert "1 Connection" in rows[1]
            assert sum("^N next" in row for row in rows) == 1
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, timeout=20)
