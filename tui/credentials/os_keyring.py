"""The keyring of the operating system as a place. Each call is a child process, killed when it takes too long.

A locked keyring or a daemon that hangs would otherwise hold this program for ever: even a waiting thread
keeps a process from ending.
"""

import contextlib
import importlib.util
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.base import trace
from tui.base.patience import SAID_AFTER
from tui.base.text import one_line
from tui.credentials.keyring_backends import Backend, trusted
from tui.credentials.profiles import SecretPlace
from tui.credentials.store import NOBODY, GivenUpError, Look, Prompter, StoreError  # fmt: skip
from tui.credentials.stored_secret import secret_of, stored_form

if TYPE_CHECKING:
    from pydantic import SecretStr

CALL_SECONDS = 5.0
"""Seconds that a keyring may take to answer."""
PATIENT_LIMIT = 120.0
"""Seconds that a person may take to answer the keyring's own window."""
_POLL = 0.05
_PROGRAM = "import sys; sys.path += sys.argv[1:]; from tui.credentials.keyring_child import main; main()"
_ENVIRONMENT = (
    "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_RUNTIME_DIR", "XDG_CURRENT_DESKTOP",
    "KDE_FULL_SESSION", "KDE_SESSION_VERSION", "SSH_CONNECTION", "HOME", "USER", "LOGNAME", "PATH", "LANG", "LC_ALL",
    "SYSTEMROOT", "USERPROFILE", "USERNAME", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP",
)  # fmt: skip
"""All that the child gets of our environment: nothing that could choose a keyring, and no credentials."""
_REASONS = {
    "none": "No keyring answers here.",
    "locked": "The keyring is locked, and there is no desktop on which it could ask to be unlocked.",
    "missing": "There is no keyring yet, and no desktop on which one could be made.",
    "not-kept": "The keyring took the secret, but does not give it back.",
    "not-gone": "The keyring still has the secret after it was told to delete it.",
}


@dataclass(frozen=True, slots=True)
class OsKeyring:
    """An entry for each profile in the keyring that the person's login opens."""

    place = SecretPlace.KEYRING
    title = "The OS keyring"
    sentence = (
        "Encrypted at rest by your login keyring, and yours at every start. Any program that runs as you "
        "while it is unlocked can read it."
    )
    outlives_run = True
    limit: float = CALL_SECONDS
    patient_limit: float = PATIENT_LIMIT

    def look(self, prompter: Prompter = NOBODY) -> Look:
        """Whether a trusted keyring answers, and whether it is open."""
        begun = time.monotonic()
        try:
            answer = self._ask(prompter, op="look")
        except StoreError as failed:
            return Look(False, str(failed), time.monotonic() - begun)
        took, title = time.monotonic() - begun, _backend(answer).title
        if answer.get("state") in {"open", "unknown"}:
            return Look(True, f"{title[0].upper()}{title[1:]} answers.", took)
        if answer.get("can_ask"):
            return Look(True, "It is locked: it will ask for its password in a window of its own.", took)
        return Look(False, _REASONS[answer["state"]], took)

    def keep(self, profile: str, secret: "SecretStr", prompter: Prompter = NOBODY) -> None:
        """Write the secret and read it back."""
        self._ask(prompter, op="keep", entry=stored_form(secret), **_names(profile))

    def read(self, profile: str, prompter: Prompter = NOBODY) -> "SecretStr | None":
        """The secret that stands under the profile's name."""
        entry = self._ask(prompter, op="read", **_names(profile)).get("entry")
        return None if entry is None else secret_of(entry)

    def has(self, profile: str, prompter: Prompter = NOBODY) -> bool:
        """Whether an entry stands there; the secret stays in the child."""
        return bool(self._ask(prompter, op="has", **_names(profile))["found"])

    def snapshot(self, profile: str, prompter: Prompter = NOBODY) -> Callable[[], object]:
        """The entry as it stands there, also one that this program did not write."""
        entry, names = self._ask(prompter, op="read", **_names(profile)).get("entry"), _names(profile)
        if entry is None:
            return partial(self.remove, profile)
        return partial(self._ask, NOBODY, op="keep", entry=entry, **names)

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> bool:
        """Delete the entry and check that it is gone."""
        return bool(self._ask(prompter, op="remove", **_names(profile))["found"])

    def forget(self) -> None:
        """Forget nothing: this process holds no secret of a keyring."""

    def _ask(self, prompter: Prompter, **request: Any) -> dict[str, Any]:
        try:
            child = subprocess.Popen(  # noqa: S603 - this very interpreter, with a program of our own
                [sys.executable, "-I", "-c", _PROGRAM, *_import_folders()],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                start_new_session=True,
            )  # fmt: skip
        except OSError as failed:
            raise StoreError(f"The keyring can't be asked: {failed.strerror or failed}.") from None
        try:
            answer = self._wait(child, json.dumps(request | {"limit": self.patient_limit}), prompter)
        finally:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):
                    if pipe:
                        pipe.close()
        error = answer.get("error")
        trace.note(f"The keyring was asked ({request['op']}): {error or answer.get('state', 'no answer')}.")
        if error:
            detail = one_line(str(answer.get("detail", "")), limit=120)
            raise StoreError(_REASONS.get(error, f"The keyring failed ({detail})."))
        return answer

    def _wait(self, child: "subprocess.Popen[bytes]", request: str, prompter: Prompter) -> dict[str, Any]:
        lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_talk, args=(child, request, lines), daemon=True, name="keyring").start()
        begun, limit, said = time.monotonic(), self.limit, False
        while True:
            with contextlib.suppress(queue.Empty):
                answer = _read(lines.get(timeout=_POLL))
                if not answer.get("waits"):
                    return answer
                limit, said = self.patient_limit, True
                prompter.tell("The keyring may be locked, and ask for its password in a window of its own.")
            took = time.monotonic() - begun
            if prompter.cancelled():
                raise GivenUpError("You gave up waiting for the keyring.")
            if took >= limit:
                raise StoreError(f"The keyring did not answer within {limit:.0f} s, and was given up.")
            if took >= SAID_AFTER and not said:
                said = True
                prompter.tell(f"Waiting for the keyring to answer; it is given up after {limit:.0f} s.")


def _talk(child: "subprocess.Popen[bytes]", request: str, lines: "queue.SimpleQueue[bytes]") -> None:
    """Hand the request over and pass the answers on, in a thread of its own: pipes may block."""
    assert child.stdin is not None
    assert child.stdout is not None
    with contextlib.suppress(OSError, ValueError):  # it ended, or was killed
        child.stdin.write(request.encode() + b"\n")
        child.stdin.flush()
        for line in child.stdout:
            lines.put(line)
    lines.put(b"")


def _read(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError:
        answer = None
    return answer if isinstance(answer, dict) else {"error": "failed", "detail": "no answer"}


def _names(profile: str) -> dict[str, str]:
    """A service for each profile: some keyrings keep a single user of a service."""
    return {"service": f"kore-campaign:{profile}", "user": "client secret"}


def _backend(answer: dict[str, Any]) -> Backend:
    return next(each for each in trusted() if each.name == answer["backend"])


def _import_folders() -> list[str]:
    """Where this program and the keyring library were found; all else of the import path is left out."""
    found = importlib.util.find_spec("keyring")
    folders = [Path(__file__).parents[2]]
    if found is not None and found.origin:
        folders.append(Path(found.origin).parents[1])
    return [str(each) for each in dict.fromkeys(folders)]
