"""The child process that talks to the keyring, and may be killed: one request in, one answer out, then it ends.

A request is a line of JSON on standard input, answers are lines of JSON on standard output. Neither the
arguments nor the environment hold a part of a secret.
"""

import contextlib
import importlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from typing import Any

from tui.base.hardening import harden
from tui.credentials.keyring_backends import Backend, refusal, trusted

with contextlib.suppress(ImportError):  # of Linux alone, where the backend of that name needs it too
    import secretstorage

_DELETIONS = 5
"""How many entries of a name are deleted at most; a profile has a single entry."""


def main() -> None:
    """Answer the request on standard input."""
    harden()
    request = json.loads(sys.stdin.buffer.readline())
    if hasattr(signal, "alarm"):  # an orphan must not wait for ever
        signal.alarm(int(request["limit"]) + 2)
    try:
        answer = _answer(request)
    except Exception as failed:  # the exceptions of keyrings are no family, and their texts not for screens
        answer = {"error": _kind(failed), "detail": type(failed).__name__}
    _say(answer)


def _say(answer: Mapping[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


def _answer(request: Mapping[str, Any]) -> dict[str, Any]:
    backend, keyring = _first_that_works()
    if backend is None:
        return {"error": "none"}
    state = _state(backend)
    answer: dict[str, Any] = {"backend": backend.name, "state": state, "can_ask": _has_desktop()}
    if request["op"] == "look":
        return answer
    if state != "open":
        if not answer["can_ask"]:
            return answer | {"error": state}
        _say({"waits": True})
    service, user = request["service"], request["user"]
    if request["op"] == "keep":
        keyring.set_password(service, user, request["entry"])
        kept = keyring.get_password(service, user) == request["entry"]
        return answer | ({} if kept else {"error": "not-kept"})
    found = keyring.get_password(service, user)
    if request["op"] == "read":
        return answer | {"entry": found}
    if request["op"] == "has":
        return answer | {"found": found is not None}
    left = found
    for _ in range(_DELETIONS):
        if left is None:
            break
        keyring.delete_password(service, user)
        left = keyring.get_password(service, user)
    return answer | ({"found": found is not None} if left is None else {"error": "not-gone"})


def _first_that_works() -> tuple[Backend | None, Any]:
    """Construct the first trusted backend that can work here; the library's own choice is never asked for."""
    for backend in trusted():
        with contextlib.suppress(Exception):  # it can't work here, for whatever reason
            made = getattr(importlib.import_module(backend.module), backend.class_name)
            if not refusal(f"{made.__module__}.{made.__qualname__}"):
                _ = made.priority  # raises where it can't work
                return backend, made()
    return None, None


def _state(backend: Backend) -> str:
    """``open``, ``locked``, or ``missing`` where there is no collection yet. Opens no window and asks no question."""
    if not backend.module.endswith(".SecretService"):
        return "open" if backend.module.endswith(".Windows") or not _has_desktop() else "unknown"
    with contextlib.closing(secretstorage.dbus_init()) as bus:
        try:
            collection = secretstorage.Collection(bus, secretstorage.collection.DEFAULT_COLLECTION)
        except secretstorage.exceptions.ItemNotFoundException:
            return "missing"
        return "locked" if collection.is_locked() else "open"


def _has_desktop() -> bool:
    """Whether a keyring could show a window of its own."""
    if sys.platform in {"darwin", "win32"}:
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _kind(failed: Exception) -> str:
    if type(failed).__name__ in {"KeyringLocked", "LockedException", "InitError", "PromptDismissedException"}:
        return "locked"
    return "failed"
