"""One exchange over a real socket."""

import contextlib
import gzip
import json
import logging
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.fault_server import SUCCESS, FaultServer, answer, closed_port, serving
from tui.kore.client import send
from tui.kore.diagnosis import diagnose
from tui.kore.exchange import BODY_LIMIT, Exchange, Timeouts
from tui.kore.judge import judge
from tui.kore.progress import Moment, Phase, Progress
from tui.kore.verdicts import Verdict

QUICK = Timeouts(connect=1.0, total=1.0)


@pytest.fixture(autouse=True)
def _threads_end(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No exchange may outlive its test: an abandoned one must be woken, not waited for."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield
    for thread in threading.enumerate():
        if thread.name == "exchange":
            thread.join(3)
            assert not thread.is_alive()


def post(server: FaultServer, timeouts: Timeouts = QUICK) -> Exchange:
    return send("POST", server.url + "/x", {"auth": "a.b.c"}, b"{}", timeouts=timeouts)


def test_a_whole_exchange_is_told_as_it_happens() -> None:
    told: list[Phase] = []
    course = Progress(told.append)
    with serving("accept") as server:
        exchange = send("POST", server.url + "/x?y=1", {"auth": "a.b.c"}, b"{}", course=course)
    assert exchange.started
    assert exchange.complete
    assert exchange.status == 200
    assert exchange.body == answer(200, SUCCESS).partition(b"\r\n\r\n")[2]
    assert ("Connection", "close") in exchange.headers
    assert exchange.error == ""
    assert course.phases == tuple(told)
    assert [(phase.name, phase.detail) for phase in told] == [
        (Moment.CONNECTING, f"127.0.0.1, port {server.port}"),
        (Moment.CONNECTED, f"127.0.0.1, port {server.port}"),
        (Moment.LEAVING, ""),
        (Moment.SENT, "2 bytes"),
        (Moment.WAITING, ""),
        (Moment.FIRST_BYTE, "HTTP 200"),
        (Moment.BODY, f"{len(exchange.body)} bytes"),
    ]
    seconds = [phase.seconds for phase in told]
    assert seconds == sorted(seconds)
    request = server.creates[0]
    assert request.line == "POST /x?y=1 HTTP/1.1"
    assert request.headers["accept-encoding"] == "identity"
    assert request.headers["user-agent"].startswith("kore-campaign/")


@pytest.mark.parametrize("behaviour", ["silent", "trickle", "trickle-body"])
def test_the_deadline_holds_against_everything(behaviour: str) -> None:
    with serving(behaviour) as server:
        exchange = post(server, Timeouts(connect=0.4, total=0.4))
    assert exchange.started
    assert not exchange.complete
    assert "0.4 s" in exchange.error
    assert (exchange.status == 200) == (behaviour == "trickle-body")


def test_a_trickled_body_is_not_thrown_away() -> None:
    with serving("trickle-body") as server:
        exchange = post(server, Timeouts(connect=0.4, total=0.4))
    assert b'"id": "cd-1f0c"' in exchange.body


def test_a_tls_handshake_that_hangs_counts_as_connecting() -> None:
    with serving("silent") as server:
        exchange = send("POST", f"https://127.0.0.1:{server.port}/", {}, b"", timeouts=Timeouts(0.3, 30))
    assert not exchange.started
    assert "No connection" in exchange.error


@pytest.mark.parametrize("behaviour", ["huge-body", "bomb"])
def test_a_body_is_cut_at_the_limit(behaviour: str) -> None:
    with serving(behaviour) as server:
        exchange = post(server, Timeouts(5, 5))
    assert exchange.truncated
    assert not exchange.complete
    assert len(exchange.body) == BODY_LIMIT


@pytest.mark.parametrize("behaviour", ["trailed-gzip", "two-gzips"])
def test_reading_stops_where_what_is_packed_ends(behaviour: str) -> None:
    with serving(behaviour) as server:
        exchange = post(server)
    assert json.loads(exchange.body) == SUCCESS
    assert not exchange.complete
    assert "what follows where that ends can't be understood" in exchange.error
    outcome = judge(exchange)
    assert outcome.verdict is Verdict.UNKNOWN
    assert exchange.error in outcome.message
    assert exchange.error in diagnose(exchange).found


PACKED = gzip.compress(json.dumps(SUCCESS).encode())
_HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
_GZIP = _HEAD + b"Content-Encoding: gzip\r\n\r\n"
MANY = 100
"""Pieces of a megabyte."""
HUGE: dict[str, Callable[[], Iterator[bytes]]] = {
    "plain": lambda: iter([_HEAD + b"\r\n", *[b"x" * 1_000_000] * MANY]),
    "bomb": lambda: iter([_GZIP, gzip.compress(b" " * 100_000_000, 1)]),
    "trailed": lambda: iter([_GZIP + PACKED, *[b"x" * 1_000_000] * MANY]),
    "members": lambda: iter([_GZIP, *[PACKED * 7_000] * MANY]),
    "trailed later": lambda: iter([_GZIP, PACKED[:-1], PACKED[-1:], *[b"\0" * 1_000_000] * MANY]),
    "empty members": lambda: iter([_GZIP, *[gzip.compress(b"") * 50_000] * MANY]),
    "lists": lambda: iter([_HEAD + b"\r\n[", *[b"[],[[]]," * 12_000] * 10]),
    "objects": lambda: iter([_HEAD + b'\r\n{"status":"success","data":[', *[b'{"":{}},' * 12_000] * 10]),
    "texts": lambda: iter([_HEAD + b"\r\n[", *['"\U0001f600",'.encode() * 14_000] * 10, b"1]"]),
}


@contextlib.contextmanager
def pouring(body: Callable[[], Iterator[bytes]]) -> Iterator[str]:
    """A server that pours ``body`` on whoever asks, until they have enough."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(20)

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, contextlib.suppress(OSError):
            connection.recv(65_536)
            for piece in body():
                connection.sendall(piece)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        thread.join(20)
        listener.close()


MEMORY = """
import re, sys
from pathlib import Path
from tui.kore.client import send
from tui.kore.diagnosis import diagnose
from tui.kore.judge import judge
from tui.kore.exchange import Timeouts

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

judge(send("POST", sys.argv[1], {}, b"{}"))
before = peak()
for url in sys.argv[2:]:
    exchange = send("POST", url, {}, b"{}", timeouts=Timeouts(5, 20)).hiding("x" * 40, "y" * 40)
    print(judge(exchange).verdict, diagnose(exchange).is_connected, (peak() - before) // 1024, exchange.error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_memory_stays_in_its_bounds_whatever_comes() -> None:
    with contextlib.ExitStack() as servers:
        warm = servers.enter_context(serving("accept"))
        urls = [servers.enter_context(pouring(body)) for body in HUGE.values()]
        done = subprocess.run(
            [sys.executable, "-c", MEMORY, warm.url, *urls],
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
    said = dict(zip(HUGE, map(str.split, done.stdout.splitlines()), strict=True))
    assert {name: words[:2] for name, words in said.items()} == {name: ["unknown", "False"] for name in HUGE}
    assert max(int(words[2]) for words in said.values()) <= 64, said


@pytest.mark.parametrize("behaviour", ["bad-gzip", "cut-gzip", "half-a-body"])
def test_a_broken_body_is_not_complete(behaviour: str) -> None:
    with serving(behaviour) as server:
        exchange = post(server)
    assert exchange.status == 200
    assert not exchange.complete
    assert exchange.error


def test_redirects_are_not_followed() -> None:
    with serving("301") as server:
        assert post(server).status == 301
    assert server.connections == 1


def test_nothing_leaves_once_given_up() -> None:
    """The thread is held right before the headers would leave, while the wait is given up."""
    pressed, returned = threading.Event(), threading.Event()

    def hold(phase: Phase) -> None:
        if phase.name is Moment.CONNECTED:
            pressed.set()
            returned.wait(5)

    with serving("accept") as server:
        exchange = send("POST", server.url, {}, course=Progress(hold), cancelled=pressed.is_set)
        returned.set()
        for thread in threading.enumerate():
            if thread.name == "exchange":
                thread.join(3)
    assert exchange.cancelled
    assert not exchange.started
    assert not server.received


def test_given_up_before_it_began() -> None:
    with serving("accept") as server:
        assert send("POST", server.url, {}, b"", cancelled=lambda: True) == Exchange(cancelled=True)
    assert server.connections == 0


def test_given_up_after_it_left_is_still_started() -> None:
    with serving("silent") as server:
        exchange = send("POST", server.url, {}, b"", cancelled=lambda: bool(server.received))
    assert exchange.started
    assert exchange.cancelled


def test_a_screen_that_is_gone_stops_nothing() -> None:
    def fail(phase: Phase) -> None:
        raise RuntimeError(phase.sentence)

    with serving("accept") as server:
        assert send("POST", server.url, {}, course=Progress(fail)).complete


def test_any_method_is_sent() -> None:
    with serving("accept") as server:
        assert send("GET", server.url + "/y", {}).complete
    assert [each.line for each in server.received] == ["GET /y HTTP/1.1"]


def test_an_answer_is_listened_for_after_somebody_stopped_waiting() -> None:
    """Told once, as it stands then; the answer that still comes is what it returns."""
    told: list[Exchange] = []
    with serving("late") as server:
        exchange = send(
            "POST", server.url, {}, cancelled=lambda: bool(server.received), on_stopped=told.append
        )
    assert [(each.started, each.cancelled, each.status) for each in told] == [(True, True, None)]
    assert exchange.complete
    assert not exchange.cancelled


def test_listening_on_ends_with_the_time() -> None:
    told: list[Exchange] = []
    with serving("silent") as server:
        exchange = send(
            "POST",
            server.url,
            {},
            timeouts=QUICK,
            cancelled=lambda: bool(server.received),
            on_stopped=told.append,
        )
    assert len(told) == 1
    assert "1 s" in exchange.error


def test_before_it_left_stopping_keeps_it_from_leaving_all_the_same() -> None:
    told: list[Exchange] = []
    with serving("silent") as server:
        url = f"https://127.0.0.1:{server.port}/"
        exchange = send("POST", url, {}, cancelled=lambda: server.connections > 0, on_stopped=told.append)
    assert (exchange.started, exchange.cancelled, told) == (False, True, [])


def test_refused_and_unknown_hosts_are_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "refused" in send("POST", f"http://127.0.0.1:{closed_port()}", {}, b"").error

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "planted")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    exchange = send("POST", "https://kore-campaign.invalid/", {}, b"", timeouts=QUICK)
    assert (exchange.started, exchange.error) == (False, "The name of the host was not found.")


def test_a_name_look_up_that_hangs_counts_as_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    returned = threading.Event()

    def hang(*_: object, **__: object) -> None:
        returned.wait(10)
        raise socket.gaierror(-2, "late")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    exchange = send("POST", "https://kore-campaign.invalid/", {}, b"", timeouts=Timeouts(0.2, 30))
    returned.set()
    assert (exchange.started, exchange.error) == (False, "No connection could be made within 0.2 s.")


def test_a_proxy_setting_that_is_nonsense_is_not_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "nonsense://planted:planted@x")
    exchange = send("POST", "https://kore-campaign.invalid/", {}, b"", timeouts=QUICK)
    assert "proxy" in exchange.error
    assert "planted" not in repr(exchange)


def test_a_header_that_can_not_be_sent_is_not_quoted() -> None:
    exchange = send("POST", "http://127.0.0.1:1/", {"auth": "plänted-ü-\u2026"}, b"")
    assert not exchange.started
    assert "nted" not in repr(exchange)


def test_the_tunnel_of_a_proxy_is_not_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving("connect") as proxy:
        monkeypatch.setenv("https_proxy", f"http://planted:planted@127.0.0.1:{proxy.port}")
        exchange = send("POST", "https://kore-campaign.invalid/", {}, b"", timeouts=QUICK)
    assert not exchange.started
    assert "407" in exchange.error
    assert "planted" not in repr(exchange)


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving("accept") as server:
        post(server)
    assert "a.b.c" not in caplog.text
    assert server.url not in caplog.text


def test_no_variable_is_followed_but_those_that_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library would take the proxy, since it knows no networks in ``NO_PROXY``."""
    for name in ("HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    monkeypatch.setenv("NO_PROXY", "127.0.0.0/8")
    with serving("accept") as server:
        exchange = send("POST", server.url, {})
    assert exchange.status == 200
