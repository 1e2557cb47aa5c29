"""A line of 5 KB/s with 300 ms of round trip is enough to work on."""

import shlex
import time

from tests.end_to_end.relay import Relay
from tests.end_to_end.sshd import SshServer, needs_ssh, ssh_server
from tests.terminal import CTRL_C, TAB, WIZARD, Terminal

__all__ = ["ssh_server"]
pytestmark = needs_ssh
ROUND_TRIP = 0.3
"""Seconds."""
RATE = 5_000
"""Bytes a second."""


def usable(screen: str) -> bool:
    return "Practice" in screen and "quit" in screen


def test_a_slow_line_is_enough(ssh_server: SshServer) -> None:
    """First paint to usable takes no 2 s more than the start alone; a Tab is seen after the round trip."""
    with Terminal() as near:
        begun = time.monotonic()
        near.wait_for(usable)
        start = time.monotonic() - begun
    command = ("sh", "-c", f"echo begun; exec {shlex.join(WIZARD)}")
    with (
        Relay(ssh_server.port, delay=ROUND_TRIP / 2, rate=RATE) as relay,
        ssh_server.terminal(command, port=relay.port, env={"COLORTERM": "truecolor"}) as terminal,
    ):
        terminal.wait_for("begun", 30)
        begun = time.monotonic()
        terminal.wait_for(usable)
        assert time.monotonic() - begun < start + 2
        terminal.settle(1, 5)
        before, begun = terminal.cells(), time.monotonic()
        terminal.send(TAB)
        terminal.wait_for(lambda _: terminal.cells() != before)
        assert time.monotonic() - begun < ROUND_TRIP + 0.3
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
