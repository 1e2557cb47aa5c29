"""The driver in a real terminal: repaints, suspends, stalls, and bytes it does not know."""

import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen.runtime.diff_driver.replay import seen
from tests.terminal import Terminal

SMALL = (sys.executable, "-m", "tests.screen.runtime.diff_driver.small")
CTRL_L, CTRL_Q = "\x0c", "\x11"


def small(*arguments: str, stock: bool = False) -> Terminal:
    terminal = Terminal((*SMALL, *arguments), env={"COLORTERM": "truecolor", "STOCK": "1" if stock else ""})
    terminal.wait_for("   1 letters")
    return terminal


def picture(terminal: Terminal) -> list[list[object]]:
    return [[seen(cell) for cell in row] for row in terminal.cells()]


def filled(letter: str, number: int, columns: int = 80, rows: int = 24) -> Callable[[str], bool]:
    """Whether every line but the second one is full of ``letter``."""

    def holds(screen: str) -> bool:
        lines = screen.split("\n")
        others = [lines[0], *lines[2:rows]]
        return f"{number:>4} letters" in lines[1] and all(line == letter * columns for line in others)

    return holds


def stopped(pid: int) -> None:
    while not os.WIFSTOPPED(os.waitpid(pid, os.WUNTRACED)[1]):
        pass


def test_only_what_changed_is_sent() -> None:
    with small() as terminal, small(stock=True) as plain:
        for each in (terminal, plain):
            each.send("n")
            each.wait_for(filled("C", 2))
        assert picture(terminal) == picture(plain)
        assert len(terminal.raw) * 1.2 < len(plain.raw)


def test_only_a_large_frame_is_marked_as_one_update() -> None:
    with small() as terminal:
        terminal.send("\x1b[?2026;2$y", "n")  # the terminal knows such marks
        terminal.wait_for(filled("C", 2))
        terminal.settle()
        before = len(terminal.raw)
        terminal.send("n")
        terminal.wait_for(filled("D", 3))
        terminal.settle()
        large = terminal.raw[before:]
        assert large.startswith(b"\x1b[?2026h")
        assert large.endswith(b"\x1b[?2026l")
        terminal.send("m")
        terminal.wait_for(lambda screen: screen.count("!") == 23)
        terminal.settle()
        assert b"2026" not in terminal.raw[before + len(large) :]


@pytest.mark.parametrize("unblank", [CTRL_L, "resize", "stop"])
def test_a_screen_that_was_written_over_is_painted_again(unblank: str) -> None:
    with small() as terminal:
        terminal.wait_for(filled("B", 1))
        terminal.spoil("\x1b[?25h\x1b[31;7m\x1b[5;9r\x1b[2J\x1b[?7h garbage \x1b(0lqk")
        if unblank == "stop":
            os.kill(terminal.pid, signal.SIGSTOP)
            stopped(terminal.pid)
            os.kill(terminal.pid, signal.SIGCONT)
        elif unblank == "resize":
            os.kill(terminal.pid, signal.SIGWINCH)
        else:
            terminal.send(unblank)
        terminal.wait_for(filled("B", 1))
        terminal.wait_for(lambda _: terminal.cursor() is None)
        assert "garbage" not in terminal.screen()


def test_a_suspended_program_comes_back_whole() -> None:
    with small() as terminal:
        terminal.wait_for(filled("B", 1))
        os.kill(terminal.pid, signal.SIGTSTP)
        stopped(terminal.pid)
        terminal.spoil("\x1b[2J$ fg")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for(filled("B", 1))
        terminal.send("n")
        terminal.wait_for(filled("C", 2))


def test_a_storm_of_sizes_ends_in_the_last() -> None:
    with small() as terminal:
        for number in range(60):
            terminal.resize(60 + number, 20 + number % 7)
            if number % 10 == 0:
                terminal.send("n")
        terminal.resize(100, 30)
        terminal.wait_for(filled("H", 7, 100, 30))


def test_what_a_smaller_terminal_cut_off_is_drawn_again() -> None:
    """Textual may never hear of a size that lasted a moment: it has no reason to draw anything."""
    with small() as terminal:
        terminal.wait_for(filled("B", 1))
        terminal.spoil("\x1b[2J")
        terminal.send("s")
        terminal.wait_for(filled("B", 1))


def test_a_terminal_that_stalls_gets_the_newest_screen_alone(tmp_path: Path) -> None:
    """Textual alone blocks once 30 writes wait; the layer goes on, and leaves out what nobody could see."""
    reached = tmp_path / "reached"
    with small(str(reached)) as terminal:
        before = len(terminal.raw)
        for _ in range(120):
            terminal.send("n", "t")
            terminal.wait_without_reading(reached.exists)
            reached.unlink()
        terminal.wait_for(filled("R", 121))
        assert len(terminal.raw) - before < 60 * 1920


def modes(raw: bytes) -> dict[str, str]:
    """How each mode of the terminal was set last."""
    return dict(re.findall(r"\x1b\[\?(\d+)([hl])", raw.decode()))


def test_the_terminal_is_given_back_as_textual_does() -> None:
    with small() as terminal, small(stock=True) as plain:
        for each in (terminal, plain):
            each.send(CTRL_Q)
            assert each.wait_for_exit() == 0
        found = modes(terminal.raw)
        assert found == {**modes(plain.raw), "6": "l"}
        assert found["25"] == found["7"] == "h"
        assert found["1049"] == found["2004"] == found["1000"] == "l"


def test_unknown_bytes_switch_it_off_and_leave_a_right_screen() -> None:
    with small() as terminal, small(stock=True) as plain:
        for each in (terminal, plain):
            each.send("n")
            each.wait_for(filled("C", 2))
            each.send("u")
            each.wait_for("unknown")
        assert picture(terminal) == picture(plain)
        for each in (terminal, plain):
            each.send("n")
            each.wait_for(filled("D", 3))
        assert picture(terminal) == picture(plain)
        assert terminal.raw.endswith(plain.raw[-1500:])
