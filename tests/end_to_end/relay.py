"""A bad line on loopback: a relay that delays, falls silent or breaks, between a client and a server."""

import heapq
import itertools
import select
import socket
import struct
import threading
import time
from types import TracebackType


class Relay:
    """Hands bytes on to ``target`` (a port) and back, each ``delay`` seconds later; ``port`` is its own.

    ``rate`` is how many bytes a second each way takes, 0 for any number.

    :meth:`fall_silent` is a line that was black-holed: nothing arrives any more, and nobody is told.
    :meth:`reset` is one that breaks with an error at both ends.
    """

    def __init__(self, target: int, *, delay: float = 0.0, rate: int = 0) -> None:
        self._target = target
        self._delay = delay
        self._rate = rate
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._silent = self._ended = False
        self._waiting: list[tuple[float, int, socket.socket, bytes]] = []
        self._ends: list[socket.socket] = []
        self._wake, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Relay":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        self._wake.send(b"x")
        self._thread.join()
        for each in (*self._ends, self._listener, self._wake, self._woken):
            each.close()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return bool(self._waiting)

    def fall_silent(self) -> None:
        """Hand nothing on any more."""
        self._silent = True

    def reset(self) -> None:
        """Break every connection with an error."""
        for each in self._ends:
            each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._ended = True
        self._wake.send(b"x")

    def _run(self) -> None:
        peers: dict[socket.socket, socket.socket] = {}
        waiting = self._waiting
        free: dict[socket.socket, float] = {}
        count = itertools.count()
        while not self._ended:
            due = max(waiting[0][0] - time.monotonic(), 0) if waiting else None
            ready, _, _ = select.select([self._listener, self._woken, *peers], [], [], due)
            for each in ready:
                if each is self._listener:
                    near, _ = self._listener.accept()
                    far = socket.create_connection(("127.0.0.1", self._target))
                    for end in (near, far):
                        end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    peers |= {near: far, far: near}
                    self._ends += [near, far]
                elif each in peers:
                    data = _received(each)
                    begun = max(time.monotonic(), free.get(each, 0))
                    free[each] = begun + (len(data) / self._rate if self._rate else 0)
                    heapq.heappush(waiting, (free[each] + self._delay, next(count), peers[each], data))
                    if not data:
                        del peers[each]
            while waiting and waiting[0][0] <= time.monotonic():
                _, _, end, data = heapq.heappop(waiting)
                if not self._silent:
                    _hand_on(end, data)
        for each in self._ends:
            each.close()


def _received(end: socket.socket) -> bytes:
    try:
        return end.recv(1024)
    except OSError:
        return b""


def _hand_on(end: socket.socket, data: bytes) -> None:
    """Pass ``data`` on; the end of one side ends the other."""
    try:
        if data:
            end.sendall(data)
        else:
            end.shutdown(socket.SHUT_WR)
    except OSError:
        pass
