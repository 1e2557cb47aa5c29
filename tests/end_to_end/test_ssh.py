"""The wizard at the far end of a real ssh, on good lines and bad ones."""

from tests.end_to_end.relay import Relay
from tests.end_to_end.sshd import SshServer, needs_ssh, ssh_server
from tests.terminal import CTRL_C, CTRL_N, TAB, WIZARD

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
        terminal.wait_for("1 named")
        terminal.send("\x1b")
        terminal.wait_for(lambda screen: text in screen and text[::-1] in screen)
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
