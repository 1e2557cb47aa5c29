"""Requests that no well-behaved client sends: each gets an answer, or its connection is closed."""

import contextlib
import http.client
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practice.sending import Client, sample
from tui.practice.server import PracticePlatform
from tui.practice.transport import REQUEST_LIMIT

QUICK = 0.3


@pytest.fixture
def hasty(log: Path) -> Iterator[PracticePlatform]:
    with PracticePlatform(log=log, patience=QUICK) as running:
        yield running


def connected(platform: PracticePlatform) -> socket.socket:
    host, _, port = platform.url.removeprefix("http://").rpartition(":")
    return socket.create_connection((host, int(port)), timeout=10)


def said(platform: PracticePlatform, raw: bytes, *, and_end: bool = True) -> bytes:
    """Everything that comes back for ``raw`` until the server closes."""
    with connected(platform) as line:
        line.sendall(raw)
        if and_end:
            line.shutdown(socket.SHUT_WR)
        return until_closed(line)


def until_closed(line: socket.socket) -> bytes:
    """What comes until then; a reset closes a connection too."""
    parts = []
    with contextlib.suppress(ConnectionResetError):
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)


def post(*headers: str) -> bytes:
    return "\r\n".join(["POST / HTTP/1.1", "Host: x", *headers, "", ""]).encode()


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GARBAGE\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 400),
        (b"POST / HTTP/9.9\r\n\r\n", 505),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (post(*[f"X-{number}: 1" for number in range(200)]), 431),
        (post("X: " + "a" * 70_000), 431),
        (post("Transfer-Encoding: chunked") + b"5\r\nhello\r\n0\r\n\r\n", 411),
        (post("Content-Length: -1"), 400),
        (post("Content-Length: ten"), 400),
        (post("Content-Length: \xb2"), 400),
        (post("Content-Length: 2", "Content-Length: 3") + b"{}!", 400),
        (post("Content-Length: " + "9" * 5000), 413),
        (post(f"Content-Length: {REQUEST_LIMIT + 1}"), 413),
        (b"BREW / HTTP/1.1\r\n\r\n", 405),
    ],
)  # fmt: skip
def test_what_http_refuses(
    platform: PracticePlatform, capfd: pytest.CaptureFixture[str], raw: bytes, status: int
) -> None:
    reply = said(platform, raw)
    assert reply.startswith(f"HTTP/1.1 {status} ".encode())
    assert b'{"errors": [{"msg": "' in reply
    assert Client.of(platform).send().status == 200  # the next one is served as ever
    assert capfd.readouterr().err == ""


def test_the_answer_to_a_body_that_is_too_large_arrives(client: Client) -> None:
    reply = client.send(body=b"x" * (5 * REQUEST_LIMIT))
    assert (reply.status, reply.texts) == (413, ["Request Entity Too Large"])
    assert client.send(body=b" " * REQUEST_LIMIT).status == 412


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"[" * 500_000, b'{"a":' * 100_000, b"[1e999]", b"{} {}"])
def test_a_body_that_is_no_json(client: Client, body: bytes) -> None:
    reply = client.send(body=body)
    assert reply.status == 412
    assert "the body has" in reply.texts[0]


def test_a_body_without_its_length(client: Client, platform: PracticePlatform) -> None:
    head = [f"{name}: {value}" for name, value in client.headers().items()]
    raw = post(*head).replace(b"POST / ", f"POST {client.v1()} ".encode())
    assert b"412 Precondition Failed" in said(platform, raw)


def test_a_header_that_stands_there_twice(client: Client, platform: PracticePlatform) -> None:
    head = [f"{name}: {value}" for name, value in client.headers().items()]
    raw = post(*head, f"auth: {client.headers()['auth']}", "Content-Length: 2") + b"{}"
    assert b"Invalid SDK credentials" in said(platform, raw.replace(b" / ", f" {client.v1()} ".encode(), 1))


def test_a_client_that_breaks_off(
    platform: PracticePlatform, log: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert said(platform, b"") == b""
    assert said(platform, b"POST / HT").startswith(b"HTTP/1.1 400 ")
    assert said(platform, post("Content-Length: 10") + b"{}") == b""
    assert Client.of(platform).send().status == 200
    assert '"path": "/"' not in log.read_text()
    assert capfd.readouterr().err == ""


def test_two_requests_on_one_connection(platform: PracticePlatform) -> None:
    reply = said(platform, (post("Content-Length: 2") + b"{}") * 2)
    assert reply.count(b"HTTP/1.1 404 Not Found") == 2


def test_the_answer_to_a_head_has_no_body(platform: PracticePlatform) -> None:
    reply = said(platform, b"HEAD / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert reply.startswith(b"HTTP/1.1 404 ")
    assert reply.endswith(b"\r\n\r\n")


def test_a_client_that_waits_to_be_told_to_go_on(platform: PracticePlatform) -> None:
    with connected(platform) as line:
        line.sendall(post("Content-Length: 2", "Expect: 100-continue", "Connection: close"))
        assert line.recv(100).startswith(b"HTTP/1.1 100 Continue")
        line.sendall(b"{}")
        assert b"404 Not Found" in line.recv(65536)


@pytest.mark.parametrize("raw", [b"", b"POST / HTTP/1.1\r\nHost", post("Content-Length: 10") + b"{"])
def test_a_client_that_says_nothing_more_is_let_go(hasty: PracticePlatform, raw: bytes) -> None:
    assert said(hasty, raw, and_end=False) == b""


def test_a_client_that_drips_has_no_more_time(hasty: PracticePlatform) -> None:
    begun = time.monotonic()
    with connected(hasty) as line:
        line.sendall(post("Content-Length: 100000"))
        line.settimeout(0.02)
        for _ in range(500):
            try:
                line.sendall(b" ")
                if line.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            pytest.fail("it was still listened to")
    assert time.monotonic() - begun >= QUICK


def test_a_connection_lasts_as_long_as_requests_come(hasty: PracticePlatform) -> None:
    begun = time.monotonic()
    line = http.client.HTTPConnection(hasty.url.removeprefix("http://"), timeout=10)
    line.connect()
    first = line.sock
    while time.monotonic() - begun < 2 * QUICK:
        line.request("POST", "/", b"{}")
        reply = line.getresponse()
        reply.read()
        assert reply.status == 404
    assert line.sock is first
    line.close()


def test_closing_waits_for_nobody(platform: PracticePlatform) -> None:
    with connected(platform) as silent, connected(platform) as half:
        half.sendall(post("Content-Length: 10") + b"{")
        platform.close()
        assert until_closed(half) == b""
        assert until_closed(silent) == b""


def test_requests_at_once(client: Client, log: Path) -> None:
    statuses: list[int] = []
    body = sample("v1_agentless_request.json")
    threads = [
        threading.Thread(target=lambda: statuses.append(client.send(body=body).status)) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 20
    assert len(log.read_text().splitlines()) == 20
