"""A platform on loopback with a long list, which counts the requests and refuses those beyond the limit."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from pydantic import SecretStr

from tui.kore.connection import Connection, Host
from tui.practice.rate_limit import RateLimit

CREATED_ID = "cd-new"


@dataclass
class CountingPlatform:
    """``campaigns`` of an account, newest first; ``clock`` is the time by which its limit counts.

    ``asked`` are the requests in order, each with its time; ``refused`` how many were too many. ``answers`` is
    whether a create is answered, ``keeps`` whether it makes a campaign; ``in_order`` whether lists are sorted.
    """

    campaigns: int
    clock: Callable[[], float]
    answers: bool = True
    keeps: bool = True
    in_order: bool = True
    status: str = "Preparing"
    status_of_lists: int = 200
    delay: float = 0.0
    asked: list[tuple[float, str, Any]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    url: str = ""

    def __post_init__(self) -> None:
        self._rate = RateLimit(self.clock)
        self._lock = threading.Lock()
        self.begun = begun = datetime.now(UTC) - timedelta(hours=1)
        rows = [
            self.row(f"cd-{at}", f"Old {at}", begun - timedelta(minutes=at)) for at in range(self.campaigns)
        ]
        self.rows = rows if self.in_order else rows[::-1]

    @staticmethod
    def row(row_id: str, name: str, created: datetime) -> dict[str, Any]:
        return {"_id": row_id, "name": name, "status": "Ready", "createdAt": created.isoformat()}

    @property
    def connection(self) -> Connection:
        return Connection(
            Host.read(self.url), "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30)
        )

    def count(self, part: str = "", within: float = float("inf")) -> int:
        return sum(part in path and at <= within for at, path, _ in self.asked)

    def answer(self, path: str, asked: Any) -> tuple[int, Any]:
        with self._lock:
            self.asked.append((self.clock(), path, asked))
            if not self._rate.take():
                self.refused.append(path)
                return 429, {"errors": [{"msg": "You've exceeded the per-minute rate limit."}]}
            if "getAllCampaignDetails" in path:
                return self.status_of_lists, {"status": "success", "data": self._page(asked)}
            if "/status" in path:
                return 200, {"status": "success", "data": {"status": self.status}}
            if "/campaign?" not in path:
                return 200, {"status": "success", "data": self.made}
            if self.keeps:
                self.made = asked
                self.rows.insert(0, self.row(CREATED_ID, asked["name"], datetime.now(UTC)))
            return (200, {"status": "success", "data": {"id": CREATED_ID}}) if self.answers else (502, {})

    def _page(self, asked: Any) -> dict[str, Any]:
        start, limit = asked["skip"], asked["limit"]
        more = start + limit < len(self.rows)
        return {"results": self.rows[start : start + limit], "hasMore": more, "totalResults": len(self.rows)}


@contextmanager
def running(platform: CountingPlatform) -> Iterator[CountingPlatform]:
    """The platform, reachable for as long as this lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            time.sleep(platform.delay)
            status, said = platform.answer(self.path, json.loads(body or b"{}"))
            data = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST  # noqa: N815  the library's name

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    platform.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield platform
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
