"""The wizard at the far end of a real ssh, on good lines and bad ones."""

import os
import signal

from tests.end_to_end.relay import Relay
from tests.end_to_end.sshd import SshServer, needs_ssh, ssh_server
from tests.terminal import CTRL_C, CTRL_N, CTRL_P, ENTER, TAB, WIZARD

__all__ = ["ssh_server"]
pytestmark = needs_ssh
ROUND_TRIP = 0.3
"""Seconds."""


def test_keys_typed_ahead_on_a_slow_line_are_neither_lost_nor_reordered(ssh_server: SshServer) -> None:
    text = "Quick brown foxes jump over lazy dogs"
    with (
        Relay(ssh_server.port, delay=ROUND_TRIP / 2) as relay,
        ssh_server.terminal((*WIZARD, "--practice"), port=relay.port) as terminal,
    ):
        terminal.wait_for("127.0.0.1:")
        terminal.send(CTRL_N)
        for char in text:
            terminal.send(char)
        terminal.send(TAB, *text[::-1], CTRL_N, "Buyers Q2")
        terminal.wait_for("[Buyers Q2 ")
        terminal.send(CTRL_P)
        terminal.wait_for(lambda screen: text in screen and text[::-1] in screen)
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130


def test_a_dropped_line_keeps_the_draft_and_the_next_one_finds_it(ssh_server: SshServer) -> None:
    with ssh_server.terminal() as terminal:
        terminal.begin_new()
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        terminal.send("Dropped midway")
        terminal.wait_for("14/48")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait_for_exit()
    with ssh_server.terminal() as terminal:
        terminal.begin_new()
        terminal.wait_for("1 kept")
        terminal.send(TAB)
        terminal.wait_for("Enter goes on, / searches")
        terminal.wait_for(lambda screen: "Dropped midway" in screen and "open: pid" not in screen)
        terminal.send(ENTER)
        terminal.wait_for("14/48")
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130


def test_over_ssh_the_mouse_is_left_to_the_terminal(ssh_server: SshServer) -> None:
    with ssh_server.terminal() as terminal:
        terminal.wait_for("Practise")
        assert b"\x1b[?1000h" not in terminal.raw
    with ssh_server.terminal((*WIZARD, "--mouse")) as terminal:
        terminal.wait_for("Practise")
        assert b"\x1b[?1000h" in terminal.raw
