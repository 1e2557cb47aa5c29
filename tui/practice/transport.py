"""HTTP/1.1 around the judge: each request gets an answer, or its connection is closed."""

import json
import select
import socket
import struct
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from tui.practice.addresses import Call, find
from tui.practice.answers import Reply, broken
from tui.practice.faults import End, Fault, Play
from tui.practice.judge import Judge
from tui.practice.request import Request
from tui.practice.request_log import RequestLog

REQUEST_LIMIT = 1_000_000
"""Bytes of a body that are read; a longer body is refused."""
PATIENCE_SECONDS = 30.0
"""How long a client may take to send a request, or to take its answer."""
_LOOPBACK = "127.0.0.1"
_GOODBYE_SECONDS = 1.0
_TURN_SECONDS = 0.2
_RESET_AT_ONCE = struct.pack("ii", 1, 0)


class PracticeServer(ThreadingHTTPServer):
    """Listens on 127.0.0.1; a thread for each connection.

    Every connection has a deadline, moved by whole requests alone: a client that sends a byte now and then
    has no more time than a silent client.

    Raises:
        OSError: the port can't be had.
    """

    daemon_threads = True
    block_on_close = False
    allow_reuse_port = False
    request_queue_size = 64

    def __init__(
        self, port: int, judge: Judge, log: RequestLog | None, patience: float, fault: Fault | None = None
    ) -> None:
        self.judge = judge
        self.log = log
        self.fault = fault
        self._patience = patience
        self._deadlines: dict[socket.socket, float] = {}
        self._change = threading.Condition()
        super().__init__((_LOOPBACK, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for a name, which may take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _LOOPBACK, int(self.server_address[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hand a new connection to a thread of its own."""
        self.extend(request)
        super().process_request(request, client_address)

    def extend(self, connection: socket.socket) -> None:
        """Give ``connection`` its whole time again."""
        with self._change:
            self._deadlines[connection] = time.monotonic() + self._patience

    def shutdown_request(self, request: Any) -> None:
        """Close a connection."""
        with self._change:
            self._deadlines.pop(request, None)
            self._change.notify_all()
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Break off connections whose time is over."""
        self._break_off(time.monotonic())

    def server_close(self) -> None:
        """Stop listening and break off every connection."""
        super().server_close()
        self._break_off(float("inf"))
        with self._change:
            self._change.wait_for(lambda: not self._deadlines, _GOODBYE_SECONDS)

    def _break_off(self, now: float) -> None:
        with self._change:  # whatever is in the table is open still
            for connection in [each for each, deadline in self._deadlines.items() if deadline <= now]:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the client was faster

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a client that broke off is no news, and the wizard draws on stderr."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # a bad request line is answered with a status line too
    server_version = "practice-platform"
    sys_version = ""
    disable_nagle_algorithm = True
    server: PracticeServer

    def do_POST(self) -> None:
        """Answer a request of any method."""
        refused = self._unreadable()
        headers = tuple((name.lower(), value) for name, value in self.headers.items())
        request = Request(self.command, self.requestline.split()[1], headers)
        fault = None if refused else self._fault(request)
        if not refused and not (fault and fault.unread):
            request = replace(request, body=self._body())
        if fault is None:
            self._finish(request, refused or self.server.judge.judge(request))
        else:
            self._fail(request, fault)

    do_DELETE = do_GET = do_HEAD = do_OPTIONS = do_PATCH = do_PUT = do_POST  # noqa: N815

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what the standard library refuses: a bad request line, too many headers, an odd method."""
        self.close_connection = True
        answer = broken(405, "Method Not Allowed") if code == 501 else broken(code, message or "Bad request")
        self._finish(Request(self.command or "", self.requestline), answer)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the wizard draws on stderr."""

    def _fault(self, request: Request) -> Fault | None:
        """What goes wrong with this request: only creates fail."""
        address = find(request.target)
        is_create = request.method == "POST" and address is not None and address.call is Call.CREATE
        return self.server.fault if is_create else None

    def _fail(self, request: Request, fault: Fault) -> None:
        """Play the fault; a fault that keeps the campaign is for creates that are right, and others are refused."""
        due = self.server.judge.judge(request) if fault.keeps else Reply(200, {})
        if due.status != 200:
            self._finish(request, due)
            return
        self.close_connection = True
        play = fault.play(due, request.header("auth") or "")
        if unlogged := self._log(request, Reply(play.status, {}, (f"fault: {fault.name}",))):
            self._send(unlogged)
        else:
            self._play(play)

    def _play(self, play: Play) -> None:
        try:
            if self._idle(play.delay):
                return
            for part in play.parts:
                self.server.extend(self.connection)
                self.wfile.write(part)
                if self._idle(play.pause):
                    return
            if play.end is End.SILENT:
                self._idle(float("inf"))
        except OSError:
            return  # the client has heard enough
        if play.end is End.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_ONCE)
            self.connection.close()
        elif play.end is End.CLOSE:
            self._let_go()

    def _idle(self, seconds: float) -> bool:
        """Wait ``seconds``; tell whether the client or the server went away meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.server.extend(self.connection)
            if select.select([self.connection], [], [], min(left, _TURN_SECONDS))[0]:
                return not self.connection.recv(1)
        return False

    def _unreadable(self) -> Reply | None:
        """The answer to a request whose body is not read, or None."""
        lengths = self.headers.get_all("Content-Length", ["0"])
        if self.headers.get("Transfer-Encoding") is not None:
            refused = broken(411, "Length Required")
        elif len(lengths) > 1 or not (lengths[0].isascii() and lengths[0].isdigit()):
            refused = broken(400, "Bad Content-Length")
        elif len(lengths[0]) > len(str(REQUEST_LIMIT)) or int(lengths[0]) > REQUEST_LIMIT:
            refused = broken(413, "Request Entity Too Large")
        else:
            return None
        self.close_connection = True
        return refused

    def _body(self) -> bytes:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        if len(body) < length:
            raise ConnectionError("the client broke off")
        return body

    def _finish(self, request: Request, answer: Reply) -> None:
        """Log the request, then answer it."""
        self.server.extend(self.connection)
        self._send(self._log(request, answer) or answer)
        if self.close_connection:
            self._let_go()

    def _log(self, request: Request, answer: Reply) -> Reply | None:
        """Log the request; return the answer to send instead where the log can't be written."""
        try:
            if self.server.log:
                self.server.log.write(request, answer)
        except OSError as failed:
            return broken(500, f"The request log can't be written: {failed.strerror}")
        return None

    def _send(self, answer: Reply) -> None:
        data = json.dumps(answer.body).encode("ascii")
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _let_go(self) -> None:
        """Read what still comes: closing on unread bytes would reset the connection and lose the answer."""
        self.connection.shutdown(socket.SHUT_WR)
        while self.rfile.read1(1 << 16):
            pass
