"""Servers on loopback that misbehave on purpose: one that counts what reaches it, and hostile practice."""

import contextlib
import gzip
import json
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.practice.answers import Reply
from tui.practice.faults import FAULTS, TRICKLE_SECONDS, Fault, Play
from tui.practice.server import PracticePlatform

CAMPAIGN_ID = "cd-1f0c"
SUCCESS = {
    "status": "success",
    "message": "Campaign creation in progress",
    "data": {"id": CAMPAIGN_ID, "status": "Preparing"},
}
_WAIT = 20.0
"""Seconds that a silent server holds a connection at most."""


@dataclass(frozen=True)
class Received:
    """One whole request."""

    line: str
    headers: dict[str, str]
    body: bytes


def answer(status: int, body: object, *headers: str, length: int | None = None) -> bytes:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [
        f"HTTP/1.1 {status} Whatever",
        f"Content-Length: {len(data) if length is None else length}",
        "Connection: close",
        *headers,
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


def _error(text: str) -> dict[str, object]:
    return {"errors": [{"msg": text, "code": 4002}]}


_HALF = json.dumps(SUCCESS).encode()[:-14]

ANSWERS: dict[str, bytes] = {
    "accept": answer(200, SUCCESS),
    "accept-201": answer(201, SUCCESS),
    "accept-without-id": answer(200, {"status": "success", "message": "In progress"}),
    "accept-gzip": answer(200, gzip.compress(json.dumps(SUCCESS).encode()), "Content-Encoding: gzip"),
    "401": answer(401, _error("Invalid JWT token")),
    "401-scope": answer(401, {"errors": [{"message": "Permission denied. Scope is incorrect!"}]}),
    "403": answer(403, b"<html>Forbidden by policy</html>"),
    "404": answer(404, {"message": "Not Found"}),
    "407": answer(407, b""),
    "408": answer(408, b""),
    "412": answer(412, _error("Validation errors/ Invalid arguments")),
    "412-says-success": answer(412, SUCCESS),
    "429": answer(429, {"error": "You've exceeded the per-minute rate limit."}),
    "301": answer(301, b"", "Location: http://127.0.0.1:1/elsewhere"),
    "500": answer(500, _error("Internal error")),
    "502-html": answer(502, b"<html><body>Bad Gateway</body></html>", "Content-Type: text/html"),
    "200-not-success": answer(200, {"status": "failed", "message": "No"}),
    "200-not-json": answer(200, b"OK"),
    "half-a-body": answer(200, _HALF, length=len(_HALF) + 14),
    "half-a-401": answer(401, b'{"errors":[{"msg":"Invalid JWT token","co', length=500),
    "trailed-gzip": answer(200, gzip.compress(json.dumps(SUCCESS).encode()) + b"x", "Content-Encoding: gzip"),
    "two-gzips": answer(200, 2 * gzip.compress(json.dumps(SUCCESS).encode()), "Content-Encoding: gzip"),
    "bad-gzip": answer(200, b"this is no gzip", "Content-Encoding: gzip"),
    "cut-gzip": answer(200, gzip.compress(json.dumps(SUCCESS).encode())[:-9], "Content-Encoding: gzip"),
    "bomb": answer(200, gzip.compress(b" " * 50_000_000), "Content-Encoding: gzip"),
    "huge-body": answer(200, json.dumps(SUCCESS).encode()[:-1] + b"," + b" " * 3_000_000 + b"}"),
    "deep-json": answer(200, b'{"status":"success","data":' + b"[" * 100_000),
    "no-http": b"SSH-2.0-OpenSSH_9.2\r\n",
    "escapes": answer(412, _error("\x1b]52;c;aGk=\x07\x1b[2J‮evil\x00")),
}
"""Behaviours that are one fixed answer after the whole request was read."""


def page(*rows: object, more: object = False) -> bytes:
    """An answer to the call that lists campaigns."""
    return answer(200, {"status": "success", "data": {"results": rows, "hasMore": more}})


NO_CAMPAIGNS: Mapping[str, list[bytes]] = {"getAllCampaignDetails": [page()]}


class FaultServer:
    """Listens on 127.0.0.1 and does as ``behaviour`` says with every connection.

    Besides :data:`ANSWERS`: ``speaks-first`` (no HTTP, and no TLS), ``close-before-read``,
    ``close-after-read``, ``reset-after-read``, ``silent``, ``late`` (half a second),
    ``trickle`` (a header byte at a time), ``trickle-body``, ``echo`` (the token in text and headers),
    ``echo-cut`` (an answer that breaks off inside the token), ``connect`` (a proxy that lets nobody through).

    Calls that are no creates are answered by ``reads`` instead: the first of its keys that stands in the request
    line gives the answers, one after the other, the last one for ever. An empty list of campaigns is the rule.
    """

    def __init__(
        self,
        behaviour: str,
        tls: ssl.SSLContext | None = None,
        reads: Mapping[str, list[bytes]] = NO_CAMPAIGNS,
    ) -> None:
        self.behaviour = behaviour
        self.answer_reads(reads)
        self.received: list[Received] = []
        self.connections = 0
        self._tls = tls
        self._over = threading.Event()
        self._taken: set[object] = set()
        self._taking = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        self._threads[0].start()

    def answer_reads(self, reads: Mapping[str, list[bytes]]) -> None:
        """From now on answer calls that are no creates like this."""
        self._reads = {key: list(answers) for key, answers in reads.items()}

    def close(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(5)
        self._listener.close()

    def settle(self) -> None:
        """Wait until all that was sent before is read, by whoever has closed the connection meanwhile."""
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            own = last.getsockname()
        with self._taking:
            assert self._taking.wait_for(lambda: own in self._taken, _WAIT)
        for thread in self._threads[1:]:
            thread.join(_WAIT)

    @property
    def creates(self) -> list[Received]:
        """The requests that create a campaign."""
        return [each for each in self.received if each.line.startswith("POST ") and not self._read_by(each)]

    def _read_by(self, request: Received) -> list[bytes]:
        return next((answers for key, answers in self._reads.items() if key in request.line), [])

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                connection, peer = self._listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()
            with self._taking:
                self._taken.add(peer)
                self._taking.notify_all()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.settimeout(_WAIT)
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                self._behave(connection)

    def _behave(self, connection: socket.socket) -> None:
        if self.behaviour == "close-before-read":
            return
        if self.behaviour == "speaks-first":
            connection.sendall(ANSWERS["no-http"])
            connection.recv(65_536)
            return
        request = _read(connection)
        self.received.append(request)
        if answers := self._read_by(request):
            connection.sendall(answers.pop(0) if len(answers) > 1 else answers[0])
        elif self.behaviour in ANSWERS:
            connection.sendall(ANSWERS[self.behaviour])
        else:
            _misbehave(self, connection, request)

    def hold(self, seconds: float) -> bool:
        """Wait; False once the server is closed."""
        return not self._over.wait(seconds)


def _read(connection: socket.socket) -> Received:
    data = b""
    while b"\r\n\r\n" not in data:
        if not (piece := connection.recv(65_536)):
            raise ConnectionError
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    line, *rest = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in rest)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65_536)
    return Received(line, headers, body)


def _drip(server: FaultServer, connection: socket.socket, whole: bytes) -> None:
    for at in range(len(whole)):
        connection.sendall(whole[at : at + 1])
        if not server.hold(0.05):
            return


def _stay_silent(server: FaultServer, connection: socket.socket) -> None:
    connection.settimeout(0.05)
    deadline = time.monotonic() + _WAIT
    while server.hold(0) and time.monotonic() < deadline:
        with contextlib.suppress(TimeoutError):
            if not connection.recv(1):
                return


def _misbehave(server: FaultServer, connection: socket.socket, request: Received) -> None:
    token = request.headers.get("auth", "")
    echo = answer(412, _error(f"Bad token {token}"), f"X-Echo: {token}")
    match server.behaviour:
        case "close-after-read":
            pass
        case "reset-after-read":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        case "silent":
            _stay_silent(server, connection)
        case "late" | "late-echo":
            if server.hold(0.5):
                connection.sendall(ANSWERS["accept"] if server.behaviour == "late" else echo)
        case "trickle":
            _drip(server, connection, answer(200, SUCCESS, "X-Slow: " + "x" * 1_000))
        case "trickle-body":
            whole = answer(200, SUCCESS, length=5_000)
            connection.sendall(whole[:-1])
            _drip(server, connection, b" " * 1_000)
        case "echo":
            connection.sendall(echo)
        case "echo-cut":
            connection.sendall(answer(412, f"Bad token {token[:-20]}".encode(), length=5_000))
        case "connect":
            connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        case unknown:
            raise ValueError(unknown)


@contextlib.contextmanager
def serving(
    behaviour: str, tls: ssl.SSLContext | None = None, reads: Mapping[str, list[bytes]] | None = None
) -> Iterator[FaultServer]:
    """Run a server that does ``behaviour`` for as long as this lasts."""
    server = FaultServer(behaviour, tls, NO_CAMPAIGNS if reads is None else reads)
    try:
        yield server
    finally:
        server.close()


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


_HUGE = 200_000_000
"""Bytes of the bodies that are far too long."""
_PIECE = 1_000_000
_DEEP = 10_000
_MARKUP = "[bold red]not bold[/] [/nope] <b>not bold</b> [@click=app.exit]no link[/]"
_ESCAPES = "\x1b[2J\x1b]52;c;aGk=\x07\x1b]0;title\x07\x9b31m plain"
_BIDI = "\u202egnihton\u202c \u2066x\u2069 \u200b"


def _success(due: Reply) -> bytes:
    return json.dumps(due.body).encode()


def _accepting(more: bytes, *headers: str) -> Callable[[Reply, str], Play]:
    """A success that has ``more`` at its end."""
    return lambda due, _token: Play(200, [answer(200, _success(due)[:-1] + more + b"}", *headers)])


def _refusing(text: str) -> Callable[[Reply, str], Play]:
    return lambda _due, _token: Play(412, [answer(412, {"errors": [{"msg": text, "code": 412}]})])


def _huge(due: Reply, _token: str) -> Play:
    def parts() -> Iterator[bytes]:
        yield answer(200, _success(due)[:-1] + b', "more": "', length=_HUGE)
        for _ in range(_HUGE // _PIECE):
            yield b"x" * _PIECE

    return Play(200, parts())


def _bomb(due: Reply, _token: str) -> Play:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    body = packer.compress(_success(due)[:-1] + b', "more": "')
    for _ in range(_HUGE // _PIECE):
        body += packer.compress(b"x" * _PIECE)
    return Play(200, [answer(200, body + packer.flush(), "Content-Encoding: gzip")])


def _endless(due: Reply, _token: str) -> Play:
    def parts() -> Iterator[bytes]:
        yield answer(200, _success(due)[:-1], length=_HUGE)
        while True:
            yield b" "

    return Play(200, parts(), pause=TRICKLE_SECONDS)


HOSTILE: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault("wrong-content-type", "accepted, as text/html",
              _accepting(b"", "Content-Type: text/html; charset=rot13")),
        Fault("body-200mb", "accepted, in a body of 200 MB", _huge),
        Fault("bomb", "accepted, in 200 MB packed into 200 kB", _bomb),
        Fault("endless", "accepted, in a body that never ends", _endless),
        Fault("invalid-utf8", "accepted, in bytes that are no UTF-8", _accepting(b', "x": "\xff\xfe\xc3"')),
        Fault("deep-json", "accepted, in JSON 10,000 levels deep",
              _accepting(b', "x": ' + b"[" * _DEEP + b"]" * _DEEP)),
        Fault("huge-number", "accepted, with numbers like 1e999",
              _accepting(b', "x": [1e999, -1e999, NaN, ' + b"9" * 5_000 + b"]")),
        Fault("escapes", "412, with escape sequences for the terminal", _refusing(_ESCAPES), False),
        Fault("markup", "412, with markup", _refusing(_MARKUP), False),
        Fault("bidi", "412, with bidirectional overrides", _refusing(_BIDI), False),
        Fault("nul", "412, with NUL bytes", _refusing("a\0b\0"), False),
    )
}  # fmt: skip
"""What nobody can practise: answers that attack the program that reads them."""
EVERY_FAULT = FAULTS | HOSTILE


def practice_with(name: str, log: Path | None = None) -> PracticePlatform:
    """The practice platform, on which every create meets the fault ``name``; none where that is empty."""
    return PracticePlatform(log=log, fault=EVERY_FAULT[name] if name else None)
