"""A process that holds a secret can't be read by another one of the same account."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
PLANTED = "pl4nted-in-the-environment"
NOBODY = 65534
AS_SOMEONE = f"""
import ctypes, os, resource, sys
from tui.base.hardening import harden
if os.geteuid() == 0:  # root may read everything: go on as somebody without rights, as if started by them
    os.setresgid({NOBODY}, {NOBODY}, {NOBODY})
    os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
"""
PLAIN = AS_SOMEONE + "print('ready', flush=True); sys.stdin.read()"
HARDENED = AS_SOMEONE + "harden(); print('ready', flush=True); sys.stdin.read()"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")


def someone() -> int | None:
    """The account without rights that the processes run under, where the tests run as root."""
    return NOBODY if os.geteuid() == 0 else None


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, *command],
        env={"KORE_CLIENT_SECRET": PLANTED, "PYTHONPATH": str(CHECKOUT), "HOME": "/"},
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
        process.kill()


def read_by_another(pid: int, name: str) -> bytes:
    """What another process of the same account reads of ``/proc/PID/name``; nothing if it may not."""
    done = subprocess.run(
        ["cat", f"/proc/{pid}/{name}"], user=someone(), group=someone(), capture_output=True, check=False
    )
    return done.stdout


def test_the_environment_of_a_plain_process_can_be_read() -> None:
    """Or the next test would prove nothing."""
    with running("-c", PLAIN) as process:
        assert PLANTED.encode() in read_by_another(process.pid, "environ")


def test_the_environment_of_a_hardened_process_can_not_be_read() -> None:
    with running("-c", HARDENED) as process:
        assert read_by_another(process.pid, "environ") == b""


def test_no_core_is_written(home: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
    try:
        code = "import os; from tui.base.hardening import harden; harden(); os.abort()"
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": str(CHECKOUT)},
            cwd=home,
            capture_output=True,
            check=False,
        )
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, (soft, hard))
    assert done.returncode == -signal.SIGABRT
    assert not list(home.iterdir())


def test_every_command_is_hardened() -> None:
    code = (
        "from tui.cli import main\nfrom tui.base.hardening import is_hardened\n"
        "main(['example', 'preview'])\nassert is_hardened()"
    )
    subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, check=True)
