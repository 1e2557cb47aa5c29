"""What is known of one request while it is on its way."""

import contextlib
import socket
import threading
from dataclasses import replace
from typing import Any

from tui.kore.causes import Cause
from tui.kore.exchange import BODY_LIMIT, Exchange
from tui.kore.progress import Moment, Progress


class CallCancelledError(Exception):
    """The wait for this request is over and it has not left: it must not leave."""


class InFlight:
    """A request on its way, shared by the thread that sends and the thread that waits.

    One lock decides between "the headers leave" (:meth:`leave`) and "given up" (:meth:`give_up`), so that
    neither can happen behind the other's back. ``limit`` is how many bytes of the body are kept.
    """

    def __init__(self, course: Progress, limit: int = BODY_LIMIT) -> None:
        self.done = threading.Event()
        self.limit = limit
        self._course = course
        self._lock = threading.Lock()
        self._over = False
        self._exchange = Exchange()
        self._body = bytearray()
        self._socket: socket.socket | None = None

    @property
    def started(self) -> bool:
        """Whether the request's headers have begun to leave."""
        return self._exchange.started

    def leave(self) -> None:
        """The request's headers are about to leave.

        Raises:
            CallCancelledError: they must not.
        """
        with self._lock:
            if self._over:
                raise CallCancelledError
            self._exchange = replace(self._exchange, started=True)
        self.tell(Moment.LEAVING)

    def note(self, **known: Any) -> None:
        """Keep fields of the exchange, unless it is over."""
        with self._lock:
            if not self._over:
                self._exchange = replace(self._exchange, **known)

    def tell(self, name: Moment, detail: str = "") -> None:
        """Something happened on the line."""
        if not self._over:
            self._course.tell(name, detail)

    def take(self, chunk: bytes) -> bool:
        """Keep a piece of the body; tell whether there was room for all of it."""
        room = self.limit - len(self._body)
        self._body += chunk[:room]
        return len(chunk) <= room

    @property
    def size(self) -> int:
        """Bytes of the body that are here."""
        return len(self._body)

    def use(self, connected: socket.socket) -> None:
        """The socket the request goes over. One that comes when nobody waits any more is shut at once.

        It is held by a duplicate: TLS takes the original for itself.
        """
        with self._lock:
            self._socket = connected.dup()
            over = self._over
        if over:
            self._wake()

    def finish(self) -> None:
        """The request has come to its end, whichever."""
        with self._lock:
            self._over = True
            held, self._socket = self._socket, None
        if held is not None:
            held.close()
        self.done.set()

    def give_up(self, error: str, *, cancelled: bool = False, only_before: bool = False) -> bool:
        """Wait no longer; a request that has not left never will. Returns whether it is over.

        ``only_before``: not if the headers have begun to leave.
        """
        with self._lock:
            if only_before and self._exchange.started:
                return False
            if not self._over:
                cause = Cause.NONE if cancelled else Cause.SLOW
                self._exchange = replace(self._exchange, error=error, cancelled=cancelled, cause=cause)
                self._over = True
        self._wake()
        return True

    def _wake(self) -> None:
        """Wake the thread that reads from the socket."""
        with self._lock, contextlib.suppress(OSError):
            if self._socket is not None:
                self._socket.shutdown(socket.SHUT_RDWR)

    def known(self) -> Exchange:
        """What is known now."""
        with self._lock:
            return replace(self._exchange, body=bytes(self._body))
