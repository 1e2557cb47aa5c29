"""``practice-server`` as a process: what it prints, and how it ends."""

import re
import shlex
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.practice.sending import Client
from tui.base.usage import UsageError
from tui.commands.parser import parse
from tui.practice.account import PracticeAccount
from tui.practice.server import PracticePlatform
from tui.practice.world import PracticeSetup

ROOT = Path(__file__).parents[2]
KEYS = ("host", "app_id", "account_id", "client_id", "client_secret", "api")
NAMES = {key: f"X_{key.upper()}" for key in KEYS}
PROGRAM = (
    "import sys, pathlib\nfrom tui.commands.practice_server import serve\n"
    f"sys.exit(serve(int(sys.argv[1]), pathlib.Path(sys.argv[2]), {NAMES!r}))"
)


@contextmanager
def running(log: Path, port: int = 0) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(port), str(log)], cwd=ROOT, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def exported(lines: Sequence[str]) -> dict[str, str]:
    """What a shell would make of the lines."""
    words = [shlex.split(line) for line in lines]
    assert all(word == "export" and len(rest) == 1 for word, *rest in words)
    return dict(rest[0].split("=", 1) for _, *rest in words)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_from_start_to_end(tmp_path: Path, number: signal.Signals) -> None:
    log = tmp_path / "requests.jsonl"
    with running(log) as process:
        assert process.stdout is not None
        values = exported([process.stdout.readline() for _ in KEYS])
        assert list(values) == list(NAMES.values())
        assert values["X_API"] == "v1"
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", values["X_HOST"])
        answer = client(values).send()
        assert answer.status == 200
        process.send_signal(number)
        out, err = process.communicate(timeout=10)
    assert process.returncode == 0
    assert out == ""
    assert err == "The practice platform runs until Ctrl+C. It calls nobody.\n"
    assert len(log.read_text().splitlines()) == 1
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def client(values: dict[str, str]) -> Client:
    """Signs in as the lines say."""
    ids = (values[NAMES[key]] for key in ("app_id", "account_id", "client_id"))
    return Client(values[NAMES["host"]], PracticeAccount(*ids, SecretStr(values[NAMES["client_secret"]])))


def test_what_is_asked_of_the_account() -> None:
    asked = ["practice-server", "--lists", "7", "--seed", "3", "--without-configuration"]
    assert parse(asked).setup == PracticeSetup(lists=7, seed=3, has_configuration=False)
    assert parse(["practice-server"]).setup is None
    wizard = parse(["--practice-lists", "10000", "--practice-seed", "2"])
    assert (wizard.practice, wizard.setup) == (True, PracticeSetup(lists=10_000, seed=2))
    assert parse(["--practice-without-configuration"]).setup == PracticeSetup(has_configuration=False)
    assert not parse([]).practice


@pytest.mark.parametrize(
    "wrong", [["--lists", "2"], ["--lists", "100001"], ["--lists", "many"], ["--seed", "-1"], ["--seed", "x"]]
)
def test_what_no_account_has(wrong: list[str]) -> None:
    with pytest.raises(UsageError, match=r"contact lists|nine digits"):
        parse(["practice-server", *wrong])


def test_the_account_that_is_asked_for_runs() -> None:
    command = [sys.executable, "-m", "tui", "practice-server", "--lists", "7", "--without-configuration"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            values = exported([process.stdout.readline() for _ in KEYS])
            names = {name.removeprefix("KORE_"): value for name, value in values.items()}
            account = PracticeAccount(
                names["APP_ID"], names["ACCOUNT_ID"], names["CLIENT_ID"], SecretStr(names["CLIENT_SECRET"])
            )
            asking = Client(names["HOST"], account)
            base = f"/agentassist/api/v1/public/{account.app_id}"
            lists = asking.send(f"{base}/campaign/contactList/getAllListDetails?type=call", {})
            assert len(lists.body["data"]) == 7
            assert asking.send(f"{base}/queues", b"", method="GET").status == 401
        finally:
            process.kill()


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with PracticePlatform(log=tmp_path / "requests.jsonl") as platform:
        port = int(platform.url.rpartition(":")[2])
        with running(tmp_path / "log", port) as process:
            out, err = process.communicate(timeout=10)
        assert process.returncode == 2
        assert out == ""
        assert err == (
            f"kore-campaign: the practice platform can't start: port {port} can't be used (Address already in use).\n"
        )


def test_a_log_that_can_not_be_opened(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        _, err = process.communicate(timeout=10)
    assert process.returncode == 2
    assert err == (
        f"kore-campaign: the practice platform can't start: the log {tmp_path} can't be opened (Is a directory).\n"
    )
