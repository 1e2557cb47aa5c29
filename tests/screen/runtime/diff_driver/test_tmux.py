"""The same record in tmux's own emulation: both sides, captured with colours and attributes, look the same."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pyte
import pytest
from pyte.screens import Char

from tests.screen.runtime.diff_driver.replay import events, seen
from tests.screen.runtime.diff_driver.test_wizard import records
from tests.terminal import Emulator

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
_CAPTURES = 25


class Pane:
    """A pane of 80x24 in a tmux of its own, that shows what a file says, one piece after the other."""

    def __init__(self, socket: Path, name: str) -> None:
        self._base = ("tmux", "-S", str(socket), "-f", os.devnull)
        self._name, self._told = name, 0
        self._piece = socket.with_name(f"{name}-piece")
        loop = f"stty raw -echo; while read -r number; do cat {self._piece}; done"
        self.tmux("new-session", "-d", "-s", name, "-x", "80", "-y", "24", f"sh -c '{loop}'")

    def tmux(self, *command: str) -> str:
        done = subprocess.run([*self._base, *command], capture_output=True, text=True, check=True, timeout=20)
        return done.stdout

    def show(self, data: str) -> None:
        """Show ``data``; the title that follows it tells when tmux has read it all."""
        self._told += 1
        title = f"shown-{self._told}"
        self._piece.write_text(data.replace("\n", "\r\n") + f"\x1b]2;{title}\x07", encoding="utf-8")
        self.tmux("send-keys", "-t", self._name, "-l", "\n")
        end = time.monotonic() + 20
        while self.tmux("display-message", "-p", "-t", self._name, "#{pane_title}") != f"{title}\n":
            assert time.monotonic() < end, "tmux does not go on"

    def picture(self) -> list[list[object]]:
        """What tmux shows; read by pyte only to compare colours and not the way they are written."""
        screen = Emulator(80, 24)
        pyte.Stream(screen).feed(
            self.tmux("capture-pane", "-p", "-e", "-N", "-t", self._name).rstrip("\n").replace("\n", "\r\n")
        )
        return [_without_end([seen(screen.buffer[y][x]) for x in range(80)]) for y in range(24)]


def _without_end(row: list[object]) -> list[object]:
    """Without blanks at the end: tmux tells of those that were written, and not of those that were erased."""
    while row and isinstance(row[-1], tuple) and not isinstance(row[-1], Char):
        row.pop()
    return row


def test_tmux_shows_the_same(tmp_path: Path) -> None:
    with records(tmp_path, keys=90, burst=1, runs=2) as (path, _):
        recorded = list(events(path))
    socket = tmp_path / "s"
    asked, sent = Pane(socket, "asked"), Pane(socket, "sent")
    try:
        pieces, captured = {"asked": "", "sent": ""}, 0
        for kind, *rest in recorded:
            assert kind != "gave up"
            if kind in pieces:
                pieces[kind] += rest[0]
            elif kind == "key" and rest[2] % 3 == 0:
                asked.show(pieces["asked"])
                sent.show(pieces["sent"])
                pieces = {"asked": "", "sent": ""}
                for y, (wanted, shown) in enumerate(zip(asked.picture(), sent.picture(), strict=True)):
                    assert wanted == shown, (rest, y)
                captured += 1
        assert captured >= _CAPTURES
    finally:
        asked.tmux("kill-server")
