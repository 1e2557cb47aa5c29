"""The practice platform as a real HTTP server on loopback."""

import json
import os
import threading
import time
from collections import deque
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any, ClassVar
from urllib.parse import parse_qsl, urlsplit

from tui.practice.account import KNOWN, PracticeAccount
from tui.practice.answers import (
    BAD_CREDENTIALS,
    NOT_ALLOWED,
    NOT_FOUND,
    TOO_LARGE,
    TOO_MANY,
    Answer,
    created,
    invalid,
)
from tui.practice.judge import violations
from tui.practice.tokens import TokenJudge

_V1 = "/agentassist/api/v1/public/{}/campaign"
_V2 = "/campaign/api/v2/public/{}/campaign"
BODY_LIMIT = 1_000_000
REQUESTS_A_MINUTE = 60
_SOCKET_SECONDS = 30
_NAMES = {
    "contact_lists": KNOWN.contact_lists, "queue": KNOWN.queues, "flow": KNOWN.flows, "dnc_list": KNOWN.dnc_lists,
}  # fmt: skip


def start(port: int = 0, log: Path | None = None) -> "PracticePlatform":
    """Start a practice platform in a thread; port 0 takes a free one.

    Raises:
        OSError: the port is taken, or the log can't be written.
    """
    return PracticePlatform(port, log)


class PracticePlatform:
    """A running practice platform. ``url`` is where it is, ``account`` who may sign in."""

    def __init__(self, port: int, log: Path | None) -> None:
        self.account = PracticeAccount()
        self._log = _open_log(log) if log else None
        self._log_lock = threading.Lock()
        self._tokens = TokenJudge(self.account)
        self._recent: deque[float] = deque()
        handler = type("Handler", (_Handler,), {"platform": self})
        self._server = _Server(("127.0.0.1", port), handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(
            target=self._server.serve_forever, args=(0.05,), daemon=True, name="practice"
        ).start()

    def close(self) -> None:
        """Stop; requests under way are dropped."""
        self._server.shutdown()
        self._server.server_close()
        if self._log:
            self._log.close()

    def __enter__(self) -> "PracticePlatform":
        """Use it for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.close()

    @staticmethod
    def known(key: str) -> tuple[str, ...]:
        """The names that exist here for the field ``key`` of a campaign; none for other fields."""
        return _NAMES.get(key, ())

    def answer(
        self, method: str, target: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[Answer, list[str]]:
        """Judge a whole request as the platform would: the answer, and every rule that was broken."""
        split = urlsplit(target)
        is_v2 = split.path == _V2.format(self.account.app_id)
        if not is_v2 and split.path != _V1.format(self.account.app_id):
            known_shape = split.path.endswith("/campaign") and "/public/" in split.path
            return (BAD_CREDENTIALS if known_shape else NOT_FOUND), ["the address is none of this app"]
        if method != "POST":
            return NOT_ALLOWED, [f"{method} is not how a campaign is created"]
        if self._too_many():
            return TOO_MANY, ["more than 60 requests in a minute"]
        if headers.get("iid") != self.account.app_id or headers.get("accountid") != self.account.account_id:
            return BAD_CREDENTIALS, ["iid or accountId is wrong"]
        if refused := self._tokens.refuse(headers.get("auth", "")):
            return refused, ["the token is refused"]
        broken = _query_violations(split.query, self.account if is_v2 else None)
        if headers.get("content-type", "").split(";")[0].strip() != "application/json":
            broken.append("Content-Type is not application/json")
        parsed, unreadable = _parse(body)
        broken += [unreadable] if unreadable else violations(parsed, is_v2=is_v2)
        return (invalid(broken) if broken else created(parsed, is_v2=is_v2)), broken

    def record(self, entry: dict[str, Any]) -> None:
        """Append a line to the log, whole, before the answer leaves."""
        if self._log:
            with self._log_lock:
                self._log.write(json.dumps(entry) + "\n")
                self._log.flush()

    def _too_many(self) -> bool:
        now = time.monotonic()
        with self._log_lock:
            while self._recent and self._recent[0] < now - 60:
                self._recent.popleft()
            self._recent.append(now)
            return len(self._recent) > REQUESTS_A_MINUTE


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that breaks off is no news: the screen must stay clean."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _SOCKET_SECONDS
    platform: ClassVar[PracticePlatform]

    def _any(self) -> None:
        body, refused = self._body()
        headers = {key.lower(): value for key, value in self.headers.items()}
        answer, broken = (refused, ["the body can't be read"]) if refused else self.platform.answer(
            self.command, self.path, headers, body
        )  # fmt: skip
        self.platform.record(self._entry(headers, body, answer, broken))
        data = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = _any  # noqa: N815

    def _body(self) -> tuple[bytes, Answer | None]:
        length = self.headers.get("Content-Length", "0")
        if self.headers.get("Transfer-Encoding") or not length.isdecimal() or int(length) > BODY_LIMIT:
            self.close_connection = True
            return b"", TOO_LARGE
        return self.rfile.read(int(length)), None

    def _entry(
        self, headers: Mapping[str, str], body: bytes, answer: Answer, broken: list[str]
    ) -> dict[str, Any]:
        parsed, unreadable = _parse(body)
        shown = {
            key: "***" if key in {"auth", "authorization", "cookie"} else value
            for key, value in headers.items()
        }
        return {
            "time": time.time(), "method": self.command, "path": self.path, "headers": shown,
            "body": body[:2_000].decode("utf-8", errors="replace") if unreadable else parsed,
            "status": answer.status, "violations": broken,
        }  # fmt: skip

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on stderr: the wizard draws there."""


def _open_log(path: Path) -> IO[str]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "w", encoding="utf-8")


def _query_violations(query: str, v2_account: PracticeAccount | None) -> list[str]:
    wanted = [("campaignType", "voice")]
    if v2_account:
        wanted.insert(0, ("accountId", v2_account.account_id))
    found = parse_qsl(query, keep_blank_values=True)
    return [] if sorted(found) == sorted(wanted) else ["the query of the address is not the documented one"]


def _parse(body: bytes) -> tuple[Any, str]:
    """The body as JSON and nothing, or None and why it is none."""

    def no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) != len(pairs):
            raise ValueError("a key stands there twice")
        return dict(pairs)

    def no_constant(name: str) -> None:
        raise ValueError(f"{name} is no JSON")

    try:
        return json.loads(body.decode(), object_pairs_hook=no_twins, parse_constant=no_constant), ""
    except (ValueError, RecursionError):
        return None, "the body is no JSON"
