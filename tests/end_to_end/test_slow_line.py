"""A line of 5 KB/s with 300 ms of round trip is enough to work on."""

import shlex

from tests.end_to_end.relay import Relay
from tests.end_to_end.sshd import SshServer, needs_ssh, ssh_server
from tests.terminal import CTRL_C, TAB, WIZARD

__all__ = ["ssh_server"]
pytestmark = needs_ssh
ROUND_TRIP = 0.3
"""Seconds."""
RATE = 5_000
"""Bytes a second."""


def usable(screen: str) -> bool:
    return "Practise" in screen and "quit" in screen


def test_a_slow_line_is_enough(ssh_server: SshServer) -> None:
    """The first paint takes the line two seconds at most, a Tab a third of one, besides the round trip."""
    command = ("sh", "-c", f"echo begun; exec {shlex.join(WIZARD)}")
    with (
        Relay(ssh_server.port, delay=ROUND_TRIP / 2, rate=RATE) as relay,
        ssh_server.terminal(command, port=relay.port, env={"COLORTERM": "truecolor"}) as terminal,
    ):
        terminal.wait_for("begun", 30)
        before = len(terminal.raw)
        terminal.wait_for(usable)
        assert len(terminal.raw) - before < 2 * RATE
        terminal.settle(1, 5)
        shown, before = terminal.cells(), len(terminal.raw)
        terminal.send(TAB)
        terminal.wait_for(lambda _: terminal.cells() != shown)
        assert len(terminal.raw) - before < 0.3 * RATE
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
