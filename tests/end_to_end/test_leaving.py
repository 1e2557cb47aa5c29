"""Ended from outside: nothing typed is lost, and the terminal is given back."""

import fcntl
import os
import random
import re
import signal
import sys
import termios
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.end_to_end.test_ways_out import is_given_back, kept_drafts, typed_name
from tests.end_to_end.walking import say_yes, walk_to_submit
from tests.terminal import CHECKOUT, CTRL_C, CTRL_N, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.storage.drafts import read

NEVER = 25
"""Seconds after which something does not come any more; what is waited for beside takes longer, or for ever."""


def wait_till_given_back(terminal: Terminal, told: float) -> None:
    """Read till the terminal is as a shell wants it, whatever else is waited for since ``told``."""
    while not (is_given_back(terminal) and has_echo(terminal)):
        assert time.monotonic() - told < NEVER, terminal.screen()
        terminal._read(0.01)


def has_echo(terminal: Terminal) -> bool:
    """Whether the line is as a shell wants it: typed characters are shown and edited."""
    flags = termios.tcgetattr(terminal._fd)[3]
    return bool(flags & termios.ECHO) and bool(flags & termios.ICANON) and bool(flags & termios.ISIG)


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGQUIT", "SIGUSR1", "SIGALRM", "SIGABRT"])
def test_a_signal_saves_and_gives_the_terminal_back(name: str, home: Path) -> None:
    number = getattr(signal, name)
    with Terminal() as terminal:
        terminal.begin_new()
        typed_name(terminal, "Told to end")
        told = time.monotonic()
        os.kill(terminal.pid, number)
        wait_till_given_back(terminal, told)
        assert terminal.wait_for_exit() == 128 + number
    assert [read(path).draft.name for path in kept_drafts(home)] == ["Told to end"]


def test_a_terminal_that_is_closed(home: Path) -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        typed_name(terminal, "Window closed")
        terminal.hang_up()
        assert terminal.wait_for_exit() == 128 + signal.SIGHUP
    assert [read(path).draft.name for path in kept_drafts(home)] == ["Window closed"]


def test_an_interrupt_asks() -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        os.kill(terminal.pid, signal.SIGINT)
        terminal.wait_for("Leave? Ctrl+C again leaves")
        os.kill(terminal.pid, signal.SIGINT)
        assert terminal.wait_for_exit() == 130
    assert is_given_back(terminal)


def stall(terminal: Terminal) -> None:
    """Let the program draw until nobody takes it any more."""
    terminal.send("\x0c" * 200)
    waiting, before = -1, -2
    while waiting != before or waiting <= 0:
        before = waiting
        threading.Event().wait(0.1)
        waiting = int.from_bytes(fcntl.ioctl(terminal._fd, termios.FIONREAD, bytes(4)), sys.byteorder)


AFTER_SU = """
import sys
from tui.cli import main
from tui.screen.runtime import signals
signals._terminal_name = lambda: "/dev/of-another-account"
sys.exit(main(sys.argv[1:]))
"""
"""A terminal that can't be opened by its name, as after ``su``."""


@pytest.mark.parametrize(
    "command",
    [WIZARD, (*WIZARD, "--no-thin"), (sys.executable, "-c", AFTER_SU, "--no-thin")],
    ids=["thin", "no-thin", "after-su"],
)
def test_a_stalled_terminal_does_not_keep_it(command: tuple[str, ...], home: Path) -> None:
    """The thin driver keeps the screen from blocking; without it the watchdog has to end the process."""
    with Terminal(command) as terminal:
        terminal.begin_new()
        typed_name(terminal, "Stalled")
        stall(terminal)
        told = time.monotonic()
        os.kill(terminal.pid, signal.SIGTERM)
        while not os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            assert time.monotonic() - told < NEVER, "still running"
            threading.Event().wait(0.02)
        assert terminal.wait_for_exit() == 128 + signal.SIGTERM
        assert has_echo(terminal)
    assert is_given_back(terminal)
    assert [read(path).draft.name for path in kept_drafts(home)] == ["Stalled"]


# --- while a create is on its way


class Slow(ThreadingHTTPServer):
    """Takes a create, and answers it only when it is told to."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), SlowHandler)
        self.came, self.answer = threading.Event(), threading.Event()


class SlowHandler(BaseHTTPRequestHandler):
    server: Slow
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if "campaignType=voice" not in self.path:  # a look-up beside the create
            self.do_GET()
            return
        self.server.came.set()
        self.server.answer.wait(30)
        body = (CHECKOUT / "tests/samples/v1_progressive_response.json").read_bytes()
        try:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass

    def do_GET(self) -> None:
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def slow() -> Iterator[Slow]:
    with Slow() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.answer.set()
        server.shutdown()


def flying(server: Slow) -> Terminal:
    """A wizard whose create has reached the server, which does not answer yet."""
    environment = {
        "KORE_HOST": f"http://127.0.0.1:{server.server_port}", "KORE_APP_ID": "st-1", "KORE_ACCOUNT_ID": "acc-1",
        "KORE_CLIENT_ID": "cs-1", "KORE_CLIENT_SECRET": "s" * 40,
    }  # fmt: skip
    terminal = Terminal(env=environment)
    terminal.wait_for("From the environment")
    walk_to_submit(terminal, example(Mode.PROGRESSIVE, Api.V1))
    say_yes(terminal)
    while not server.came.is_set():
        terminal._read(0.05)
    return terminal


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_create_on_its_way_is_waited_for_without_a_screen(name: str, slow: Slow) -> None:
    number = getattr(signal, name)
    with flying(slow) as terminal:
        told = time.monotonic()
        os.kill(terminal.pid, number)
        wait_till_given_back(terminal, told)
        terminal.wait_for("waiting for its answer")
        assert not os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        os.kill(terminal.pid, signal.SIGHUP)
        slow.answer.set()
        assert terminal.wait_for_exit() == 128 + number
    assert b"Created on" in terminal.raw.rpartition(b"waiting for its answer")[2]


def test_a_second_sigterm_ends_it_at_once(slow: Slow) -> None:
    with flying(slow) as terminal:
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.wait_for("waiting for its answer")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait_for_exit(5) == 128 + signal.SIGTERM
    assert not slow.answer.is_set()


def test_leaving_while_it_is_on_its_way_says_what_is_not_known(slow: Slow, home: Path) -> None:
    with flying(slow) as terminal:
        terminal.send(CTRL_C)
        question = "Leave? Ctrl+C again leaves, the create's outcome UNKNOWN; any other key stays."
        assert f" {question}" in terminal.wait_for(question).splitlines()
        terminal.send("x")
        terminal.wait_for("Still here.")
        terminal.send(CTRL_C)
        terminal.wait_for(question)
        terminal.send(CTRL_C)
        assert terminal.wait_for_exit() == 6
        said = " ".join(terminal.screen().split())
    (intent,) = (home / ".local/state/kore-campaign/receipts").glob("*.json")
    assert "kore-campaign: UNKNOWN: The campaign may exist: look for it on the platform" in said
    assert (
        f"kore-campaign receipts resolve {intent.name.partition('.')[0]} --created, or --not-created." in said
    )


# --- at any moment


def killed_once(number: int, home: Path, chance: random.Random) -> None:
    """Type until killed at a random moment; what was typed a second before must be on disk.

    Where nothing can be saved at the end, it is typed for longer than that second.
    """
    home.mkdir()
    at_least = 1.2 if number == signal.SIGKILL else 0.0
    everything, shown = "", [(0.0, 0)]
    with Terminal(env={"HOME": str(home)}) as terminal:
        terminal.begin_new()
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        end = time.monotonic() + at_least + chance.uniform(0.0, 0.7)
        while time.monotonic() < end:
            if len(everything) < 48:
                everything += chance.choice("abcdefgh ")
                terminal.send(everything[-1])
            terminal._read(0.03)
            if count := re.search(r"(\d+)/48", terminal.screen()):
                shown.append((time.monotonic(), int(count[1])))
        killed = time.monotonic()
        os.kill(terminal.pid, number)
        assert terminal.wait_for_exit() == 128 + number
        if number != signal.SIGKILL:
            assert is_given_back(terminal)
            assert has_echo(terminal)
    certain = everything[: max(count for at, count in shown if at < killed - 1.0)]
    assert certain or number != signal.SIGKILL, "typed too little to tell"
    kept = [read(path).draft.name for path in kept_drafts(home)]
    assert len(kept) <= 1
    name = kept[0] if kept else ""
    assert everything.startswith(name)
    assert name.startswith(certain)


def killed_many_times(times: int, tmp_path: Path) -> None:
    chance = random.Random(times)
    for number in range(times):
        how = (signal.SIGHUP, signal.SIGTERM, signal.SIGKILL)[number % 3]
        killed_once(how, tmp_path / str(number), chance)


def test_killed_at_any_moment(tmp_path: Path) -> None:
    killed_many_times(6, tmp_path)


@pytest.mark.long
def test_killed_at_any_moment_two_hundred_times(tmp_path: Path) -> None:
    killed_many_times(200, tmp_path)


# --- stopped and gone on with


@pytest.mark.parametrize(
    "command",
    [
        "{} -m tui",
        "{} -m tui --no-thin",
        "bash -c '{} -m tui; echo over'",
        "(cd . && env A=1 {} -m tui --no-thin; true)",
    ],
)
def test_stopped_and_gone_on_with_the_screen_is_drawn_again(command: str) -> None:
    with Terminal(("bash", "--norc", "-i")) as terminal:
        terminal.send(command.format(sys.executable), "\r")
        terminal.begin_new()
        typed_name(terminal, "Paused")
        terminal.send("\x1a")
        terminal.wait_for("Stopped")
        assert is_given_back(terminal)
        seen = len(terminal.raw)
        terminal.send("fg\r")
        terminal.wait_for(lambda _: b"How the campaign appears" in terminal.raw[seen:])
        terminal.send("!")
        terminal.wait_for("7/48")


def test_written_over_while_it_was_stopped_from_outside_it_draws_all_again() -> None:
    with Terminal((*WIZARD, "--no-thin")) as terminal:
        terminal.begin_new()
        os.kill(terminal.pid, signal.SIGSTOP)
        seen = len(terminal.raw)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_for(lambda _: b"Connection" in terminal.raw[seen:])


def test_without_a_shell_that_could_go_on_it_stays() -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        terminal.send("\x1a")
        terminal.wait_for("no shell here")


# --- the screen alone draws


NOISY = """
import os, sys
from tui.cli import main
from tui.screen.steps import basics
def noisy(self):
    os.system("echo noise-of-a-child; echo noise-of-a-child >&2")
basics.BasicsStep.on_show = noisy
sys.exit(main([]))
"""


def test_a_child_can_not_write_over_the_screen() -> None:
    with Terminal([sys.executable, "-c", NOISY]) as terminal:
        terminal.begin_new()
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        terminal.settle()
        assert b"noise-of-a-child" not in terminal.raw


def test_the_size_is_the_terminals_where_standard_output_is_a_file(tmp_path: Path) -> None:
    with Terminal(WIZARD, columns=60, rows=20, stdout=tmp_path / "out") as terminal:
        terminal.wait_for("quit")
        assert "quit" in terminal.screen().splitlines()[19]
