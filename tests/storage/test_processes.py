"""Whether a process still runs, or only another one has its number."""

import os
import signal
import subprocess
import sys

import pytest

from tui.storage import processes
from tui.storage.processes import Process, runs, this_process

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells when a process began")


def test_this_one_runs() -> None:
    assert runs(this_process())
    assert runs(Process(os.getpid()))
    assert this_process() == this_process()


@LINUX
@pytest.mark.parametrize("other", [{"started": "1"}, {"boot": "another"}, {"machine": "another"}])
def test_another_one_of_the_same_number_does_not(other: dict[str, str]) -> None:
    assert not runs(this_process()._replace(**other))


@pytest.mark.parametrize("number", [0, -1, 10**30])
def test_what_is_no_number_of_a_process(number: int) -> None:
    assert not runs(Process(number))


@LINUX
def test_what_ended_and_was_not_fetched_yet_runs_no_more() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    begun = this_process()._replace(number=child.pid, started=processes._fields(child.pid)[19])
    assert runs(begun)
    child.send_signal(signal.SIGKILL)
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert not runs(begun)
    assert not runs(Process(child.pid))
    child.communicate()
    assert not runs(begun)


def test_where_the_system_tells_nothing_the_number_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_fields", lambda _: [])
    assert runs(this_process())
    assert this_process().started == ""


@LINUX
@pytest.mark.parametrize("name", ["a b", "a) S 1 (", "(("])
def test_a_name_may_hold_anything(name: str) -> None:
    code = f"import ctypes; ctypes.CDLL(None).prctl(15, {name.encode()!r}, 0, 0, 0); print(); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        fields = processes._fields(child.pid)
        child.communicate(b"\n")
    assert fields[0] in "RSD"
    assert int(fields[19]) > 0
