"""The keyring against a real one: working, locked, dying, hanging, absent."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.secret_service import SecretService, running_bus
from tui.credentials import os_keyring
from tui.credentials.keyring_backends import refusal, trusted
from tui.credentials.os_keyring import OsKeyring
from tui.credentials.store import GivenUpError, Prompter, StoreError

SECRET = SecretStr('planted "\\ ü secret')
QUICK = OsKeyring(limit=1.5, patient_limit=3)


def test_a_secret_is_kept_read_and_deleted(secret_service: SecretService) -> None:
    keyring = OsKeyring()
    assert keyring.look().works
    assert keyring.read("uat") is None
    keyring.keep("uat", SECRET)
    assert [len(each.splitlines()) for each in secret_service.entries()] == [1]
    found = keyring.read("uat")
    assert found is not None
    assert found.get_secret_value() == SECRET.get_secret_value()
    keyring.keep("uat", SecretStr("another"))
    assert len(secret_service.entries()) == 1, "one profile is one entry"
    assert keyring.read("prod-eu") is None
    assert keyring.remove("uat")
    assert not keyring.remove("uat")
    assert secret_service.entries() == []


@pytest.mark.usefixtures("secret_service")
def test_a_healthy_keyring_answers_within_a_second_and_nothing_is_said() -> None:
    said: list[str] = []
    look = OsKeyring().look(Prompter(tell=said.append))
    assert look.works
    assert look.said == "The Secret Service answers."
    assert look.seconds < 5
    if look.seconds < 0.9:
        assert said == []


def test_a_locked_one_without_a_desktop_is_said_and_not_waited_for(secret_service: SecretService) -> None:
    secret_service.lock()
    look = QUICK.look()
    assert not look.works
    assert "locked, and there is no desktop" in look.said
    for attempt in attempts(QUICK):
        with pytest.raises(StoreError, match="locked, and there is no desktop"):
            attempt()


def test_a_locked_one_on_a_desktop_is_waited_for_longer_and_can_be_given_up(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody answers the window, if the keyring can show one at all."""
    secret_service.lock()
    monkeypatch.setenv("DISPLAY", ":987")
    assert QUICK.look().works
    said: list[str] = []
    with pytest.raises(GivenUpError):
        OsKeyring(limit=1.5, patient_limit=60).read(
            "uat", Prompter(tell=said.append, cancelled=lambda: bool(said))
        )
    assert said == ["The keyring may be locked, and ask for its password in a window of its own."]


def test_a_hanging_one_is_given_up_in_time_with_a_word_after_a_second(secret_service: SecretService) -> None:
    secret_service.stop()
    heard: list[tuple[float, str]] = []
    begun = time.monotonic()
    keyring = OsKeyring()
    with pytest.raises(StoreError, match="did not answer within 5 s"):
        keyring.read("uat", Prompter(tell=lambda said: heard.append((time.monotonic() - begun, said))))
    assert time.monotonic() - begun >= 4.9
    ((when, said),) = heard
    assert when >= 1
    assert said == "Waiting for the keyring to answer; it is given up after 5 s."
    look = QUICK.look()
    assert not look.works
    assert look.seconds >= 1.4
    secret_service.go_on()
    assert QUICK.look().works


def test_waiting_for_a_hanging_one_can_be_given_up_at_once(secret_service: SecretService) -> None:
    secret_service.stop()
    begun = time.monotonic()
    with pytest.raises(GivenUpError):
        OsKeyring().keep("uat", SECRET, Prompter(cancelled=lambda: time.monotonic() - begun > 0.2))


def test_one_that_dies_midway_is_a_sentence(secret_service: SecretService) -> None:
    """Asked while it hangs, then killed: the answer will never come."""
    secret_service.stop()
    killer = threading.Timer(0.7, secret_service.kill)
    killer.start()
    with pytest.raises(StoreError) as failed:
        OsKeyring().keep("uat", SECRET)
    assert "did not answer within" not in str(failed.value), "its end was not noticed"
    killer.join()
    look = QUICK.look()
    assert not look.works
    assert "No keyring answers here" in look.said


def attempts(keyring: OsKeyring) -> tuple[Callable[[], object], ...]:
    return lambda: keyring.read("uat"), lambda: keyring.keep("uat", SECRET), lambda: keyring.remove("uat")


@pytest.mark.parametrize("address", [None, "", "disabled:", "unix:path=/nowhere/bus", "garbage"])
def test_without_a_bus_it_is_said_at_once(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    look = OsKeyring().look()
    assert not look.works
    assert "No keyring answers here" in look.said
    assert look.seconds < 5


def test_a_bus_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = Path(os.path.relpath(tmp_path))  # a socket's path has 107 characters at most
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "bus"))
        server.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        look = OsKeyring().look()
    assert not look.works
    assert look.seconds < 5.5


def test_a_bus_without_a_keyring_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with running_bus() as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        look = OsKeyring().look()
    assert not look.works
    assert look.seconds < 5


def test_a_keyring_that_is_started_and_never_comes_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """D-Bus itself would wait for two minutes."""
    with running_bus(activation="/bin/sleep 8") as service:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
        with pytest.raises(StoreError, match="did not answer within 2 s"):
            OsKeyring(limit=2).read("uat")


@pytest.mark.parametrize(
    "name",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "keyrings.alt.file.EncryptedKeyring",
        "keyrings.alt.Gnome.Keyring",
        "keyrings.cryptfile.cryptfile.CryptFileKeyring",
        "keyring_pass.PasswordStoreBackend",
        "evil.Keyring",
    ],
)
def test_weak_keyrings_are_refused_by_name(name: str) -> None:
    assert refusal(name).startswith(name)
    assert refusal(name).endswith("not used.")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_the_trusted_ones_exist_under_their_names(platform: str) -> None:
    for backend in trusted(platform):
        assert refusal(backend.name) == ""
        code = f"import {backend.module} as m; m.{backend.class_name}"
        assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0


def test_what_environment_and_config_name_is_never_run(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """The library itself would import and run all of this before it answered."""
    spoiled = home / "spoiled"
    evil = home / "evil"
    evil.mkdir()
    (evil / "evil.py").write_text(f"open({str(spoiled)!r}, 'w')\nclass Keyring: priority = 99\n")
    config = home / ".config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring=evil.Keyring\nkeyring-path={evil}\n")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "evil.Keyring")
    monkeypatch.setenv("PYTHONPATH", str(evil))
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/evil")
    OsKeyring().keep("uat", SECRET)
    assert len(secret_service.entries()) == 1
    assert not spoiled.exists()


def test_the_child_shows_nothing_and_is_protected(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Looked at from outside while it hangs with the secret in its memory."""
    secret_service.stop()
    monkeypatch.setenv("KORE_CLIENT_SECRET", SECRET.get_secret_value())
    seen: dict[str, bytes] = {}
    real = subprocess.Popen

    def popen(*arguments, **options):
        child = real(*arguments, **options)
        seen["pid"] = str(child.pid).encode()
        return child

    monkeypatch.setattr(os_keyring.subprocess, "Popen", popen)

    def look() -> bool:
        process = Path("/proc", seen["pid"].decode())
        for name in ("cmdline", "environ", "mem"):
            try:
                seen[name] = (process / name).read_bytes() if name != "mem" else b""
                if name == "mem":
                    (process / "mem").open("rb").close()
                    seen["mem"] = b"open"
            except PermissionError:
                seen[name] = b"refused"
        return time.monotonic() - begun > 0.8

    begun = time.monotonic()
    with pytest.raises(GivenUpError):
        OsKeyring().keep("uat", SECRET, Prompter(cancelled=look))
    assert b"keyring_child" in seen["cmdline"]
    for name in ("cmdline", "environ"):
        assert b"planted" not in seen[name]
    if os.geteuid() != 0:
        assert (seen["environ"], seen["mem"]) == (b"refused", b"refused")
