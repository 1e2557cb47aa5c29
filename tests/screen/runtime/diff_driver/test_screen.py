"""The same record in GNU screen: what it draws of both sides looks the same, and so does the wizard within it."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.screen.runtime.diff_driver.replay import events, seen
from tests.screen.runtime.diff_driver.test_wizard import KINDS, records
from tests.terminal import CHECKOUT, CTRL_C, CTRL_N, CTRL_P, DOWN, ENTER, RIGHT, TAB, Terminal

pytestmark = pytest.mark.skipif(shutil.which("screen") is None, reason="screen is not installed")
_CAPTURES = 25
_BELL = b"\x07"
_OPTIONS = "startup_message off\nvbell off\ndefutf8 on\naltscreen on\nterm screen-256color\n"


@contextmanager
def screen(folder: Path, name: str, command: str) -> Iterator[Terminal]:
    """A screen of 80x24 that runs ``command`` for the shell, with its socket in ``folder``; it ends with the test."""
    folder.mkdir(mode=0o700, exist_ok=True)  # screen takes no other
    options = folder / "screenrc"
    options.write_text(_OPTIONS)
    env = {"SCREENDIR": str(folder), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "STY": ""}
    words = ("screen", "-U", "-c", str(options), "-S", name, "sh", "-c", command)
    with Terminal(words, env=env) as terminal:
        try:
            yield terminal
        finally:
            quitting = ("screen", "-S", name, "-X", "quit")
            subprocess.run(quitting, env={**os.environ, **env}, capture_output=True, check=False, timeout=20)
            terminal.wait_for_exit()


def picture(terminal: Terminal) -> list[list[object]]:
    return [[seen(cell) for cell in row] for row in terminal.cells()]


def looks(terminal: Terminal) -> tuple[object, object]:
    """All of what it shows: the cells, and the cursor, which is sent last."""
    return picture(terminal), terminal.cursor()


def look_alike(asked: Terminal, sent: Terminal) -> bool:
    asked.settle(quiet=0.05)
    return looks(sent) == looks(asked)


class Window:
    """A window that shows what a file says, one piece after the other."""

    def __init__(self, terminal: Terminal, piece: Path) -> None:
        self._terminal, self._piece = terminal, piece
        self._bells = 1
        self._wait()

    @staticmethod
    def command(piece: Path) -> str:
        return f"stty raw -echo; printf '\\a'; while read -r each; do cat {shlex.quote(str(piece))}; done"

    def show(self, data: str) -> None:
        """Show ``data``; the bell that follows it tells when all of it was drawn."""
        self._bells += 1
        data = data.replace("\x07", "\x1b\\").replace("\n", "\r\n")  # bells end a title as well
        self._piece.write_text(data + "\x07", encoding="utf-8")
        self._terminal.send("\n")
        self._wait()

    def _wait(self) -> None:
        self._terminal.wait_for(lambda _: self._terminal.raw.count(_BELL) >= self._bells)


def test_screen_shows_the_same(tmp_path: Path) -> None:
    with records(tmp_path, keys=90, burst=1, runs=1, kinds=KINDS[2:3]) as (path,):
        recorded = list(events(path))
    pieces, captured = {"asked": "", "sent": ""}, 0
    files = {side: tmp_path / f"{side}-piece" for side in pieces}
    sockets = tmp_path / "s"
    with (
        screen(sockets, "asked", Window.command(files["asked"])) as asked,
        screen(sockets, "sent", Window.command(files["sent"])) as sent,
    ):
        windows = {"asked": Window(asked, files["asked"]), "sent": Window(sent, files["sent"])}
        for kind, *rest in recorded:
            assert kind != "gave up"
            if kind in pieces:
                pieces[kind] += rest[0]
            elif kind == "key" and rest[2] % 3 == 0:
                for side, window in windows.items():
                    window.show(pieces[side])
                    pieces[side] = ""
                for y, (wanted, shown) in enumerate(zip(picture(asked), picture(sent), strict=True)):
                    assert wanted == shown, (rest, y)
                assert asked.cursor() == sent.cursor(), rest
                captured += 1
    assert captured >= _CAPTURES
    assert not any(path.is_socket() or path.is_fifo() for path in sockets.iterdir())


def test_the_wizard_in_screen_looks_the_same(tmp_path: Path) -> None:
    sockets = tmp_path / "s"
    wizard = f"cd {shlex.quote(str(CHECKOUT))} && exec {shlex.quote(sys.executable)} -m tui"
    with (
        screen(sockets, "asked", f"{wizard} --no-thin") as asked,
        screen(sockets, "sent", wizard) as sent,
    ):
        for keys, wanted in (
            ("", "New campaign"),
            ("1", "Platform "),
            (CTRL_N, "Basics"),
            ("In GNU screen", "13/48"),
            *[(CTRL_N, "")] * 3,
            *[(key, "") for key in (TAB, TAB, ENTER, DOWN, RIGHT, RIGHT)],
            ("o", "opened"),
            (CTRL_P, ""),
            (CTRL_N, "Hours"),
        ):
            for terminal in (asked, sent):
                terminal.send(keys)
                terminal.wait_for(wanted)
            asked.settle()
            sent.wait_for(lambda _: look_alike(asked, sent))
        for terminal in (asked, sent):
            terminal.send(CTRL_C, CTRL_C)
            terminal.wait_for_exit()
        assert len(sent.raw) < len(asked.raw)
