"""The log of requests: a JSON line for each, without secrets and tokens."""

import json
import os
import re
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tui.practice import raw_json
from tui.practice.answers import Reply
from tui.practice.request import Request

MASK = "***"
_SECRET_HEADERS = {"auth", "authorization", "proxy-authorization", "cookie"}
_TOKEN = re.compile(r"eyJ[A-Za-z0-9_-]{10,}(\.[A-Za-z0-9_-]*){0,2}")
"""A JWT anywhere in a text: wrong clients put it into queries and bodies."""
_TEXT_LIMIT = 2_000
"""How many characters of a body that is no JSON are kept."""


class RequestLog:
    """A file that lines are appended to; one of its own making can be read by its owner alone.

    Raises:
        OSError: the file can't be opened; ``strerror`` is a whole sentence part for a person.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = os.fdopen(_open(path), "ab", buffering=0)
        except OSError as failed:
            raise OSError(failed.errno, f"the log {path} can't be opened ({failed.strerror})") from None
        self._lock = threading.Lock()

    def write(self, request: Request, answer: Reply) -> None:
        """Append ``request`` and what it is answered; it is in the file when this returns.

        Raises:
            OSError: the line can't be written.
        """
        line = (_TOKEN.sub(MASK, json.dumps(_entry(request, answer))) + "\n").encode("ascii")
        with self._lock:
            self._file.write(line)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _open(path: Path) -> int:
    """Open it to append to; a file that was there keeps its mode. A pipe must have a reader, and is waited for then."""
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o600)
    os.set_blocking(descriptor, True)
    return descriptor


def _entry(request: Request, answer: Reply) -> dict[str, Any]:
    headers = {name: MASK if name in _SECRET_HEADERS else value for name, value in request.headers}
    return {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "method": request.method,
        "path": request.target,
        "headers": headers,
        "body": _readable(request.body),
        "status": answer.status,
        "violations": list(answer.violations),
    }


def _readable(body: bytes) -> Any:
    """The JSON value of a body; its text where it is no JSON."""
    try:
        return raw_json.parse(body)
    except ValueError:
        return body.decode("utf-8", errors="replace")[:_TEXT_LIMIT]
