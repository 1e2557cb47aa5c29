"""A report that is safe to paste."""

import json
from pathlib import Path

import pytest

from tests.fault_server import serving
from tui import __version__
from tui.cli import main
from tui.credentials import profile_file
from tui.credentials.os_keyring import OsKeyring
from tui.credentials.profiles import Profile
from tui.credentials.store import Look
from tui.practice.server import start

SECRET = "planted-secret-for-the-doctor"
KORE = {
    "KORE_HOST": "platform.kore.ai", "KORE_APP_ID": "st-planted", "KORE_ACCOUNT_ID": "planted-account",
    "KORE_CLIENT_ID": "cs-planted", "KORE_CLIENT_SECRET": SECRET,
}  # fmt: skip


@pytest.fixture(autouse=True)
def _keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OsKeyring, "look", lambda *_: Look(True, "The Secret Service answers.", 0.123))


def test_it_says_what_a_colleague_would_ask(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://planted:planted@proxy.example:3128")
    profile_file.add(
        Profile("prod-eu", "eu-platform.kore.ai", "st-planted", "x", "cs-planted", is_production=True)
    )
    assert main(["doctor", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["versions"]["kore-campaign"] == __version__
    assert said["keyring"] == {
        "works": True, "said": "The Secret Service answers.", "seconds": 0.12, "D-Bus session": False, "desktop": False,
    }  # fmt: skip
    assert said["profiles"] == {
        "names": ["prod-eu"], "production": ["prod-eu"], "default": "prod-eu", "variables set": [],
    }  # fmt: skip
    assert said["connection"]["proxy"] == "http://proxy.example:3128"
    assert said["files"]["profiles"].startswith(str(home))
    assert "(-rw-------, yours)" in said["files"]["profiles"]
    assert "(drwx------, yours)" in said["files"]["config"]
    assert said["files"]["memory kept to itself"] is True
    assert "distance" not in said["clock"]
    assert "planted" not in json.dumps(said)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nothing_of_a_connection_but_names(
    form: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in KORE.items():
        monkeypatch.setenv(name, value)
    assert main(["doctor", *form]) == 0
    said = capsys.readouterr()
    assert "KORE_CLIENT_SECRET" in said.out
    assert "planted" not in said.out + said.err


def test_nothing_is_made_by_looking(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "not there yet" in capsys.readouterr().out
    assert not list(home.iterdir())


def test_the_clock_is_compared_only_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with start() as platform:
        monkeypatch.setenv("KORE_HOST", platform.url)
        for name, value in KORE.items():
            if name != "KORE_HOST":
                monkeypatch.setenv(name, value)
        assert main(["doctor", "--connect", "--json"]) == 0
    clock = json.loads(capsys.readouterr().out)["clock"]
    assert clock["host"] == platform.url
    assert clock["distance"].endswith("s against the host's")
    assert abs(int(clock["distance"].split()[0])) <= 2


def test_the_request_for_the_time_carries_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving("accept") as server:
        for name, value in {**KORE, "KORE_HOST": server.url}.items():
            monkeypatch.setenv(name, value)
        assert main(["doctor", "--connect"]) == 0
        (request,) = server.received
    assert request.line.startswith("GET / ")
    assert "planted" not in repr(request)
    assert "auth" not in request.headers


def test_what_breaks_is_part_of_the_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Look:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(OsKeyring, "look", broken)
    path = profile_file.path()
    path.write_text("version = \n")
    path.chmod(0o600)
    assert main(["doctor", "--json"]) == 0
    out = capsys.readouterr().out
    said = json.loads(out)
    assert said["keyring"] == {"failed": "RuntimeError"}
    assert "line 1" in said["profiles"]["failed"]
    assert SECRET not in out
