"""From nothing to a tested connection in a real terminal, on every kind of headless machine; no secret anywhere."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.conftest import PracticeServer
from tests.secret_service import SecretService, running_keyring
from tests.terminal import CHECKOUT, ENTER, WIZARD, Terminal

PASSPHRASE = "planted-Passphrase-z9"


@pytest.fixture
def bus(request: pytest.FixtureRequest) -> Iterator[SecretService | None]:
    """A machine without D-Bus, or with a keyring that works, is locked, or hangs."""
    if request.param == "none":
        yield None
        return
    with running_keyring() as service:
        if request.param == "locked":
            service.lock()
        elif request.param == "hanging":
            service.stop()
        yield service


def answer(terminal: Terminal, question: str, typed: str) -> None:
    terminal.wait_for(lambda screen: screen.rstrip().rpartition("\n")[2].startswith(question))
    terminal.send(typed, ENTER)


@pytest.mark.parametrize(
    ("bus", "said", "choice"),
    [
        ("none", "No keyring answers here", "3"),
        ("working", "The Secret Service answers", ""),
        ("locked", "The keyring is locked", ""),
        ("hanging", "did not answer within 5 s", ""),
    ],
    indirect=["bus"],
)
def test_a_new_user_gets_to_a_tested_connection(
    bus: SecretService | None, said: str, choice: str, practice_server: PracticeServer, home: Path
) -> None:
    given = practice_server.environment
    secret = given["KORE_CLIENT_SECRET"].strip("'")
    where = {"DBUS_SESSION_BUS_ADDRESS": bus.address} if bus else {}
    raw = b""
    with Terminal((*WIZARD, "profile", "add", "uat"), columns=200, rows=60, env=where) as terminal:
        for question, name in (
            ("Host", "HOST"),
            ("App", "APP_ID"),
            ("Account", "ACCOUNT_ID"),
            ("Client", "CLIENT_ID"),
        ):
            answer(terminal, question, given[f"KORE_{name}"].strip("'"))
        for question, typed in (("API", ""), ("Algorithm", ""), ("Colour", ""), ("Is this production", "n")):
            answer(terminal, question, typed)
        answer(terminal, "Do others log in", "n")
        terminal.wait_for("Which [")
        assert said in terminal.screen()
        assert "Safe if the file is stolen" in terminal.screen()
        answer(terminal, "Which", choice)
        if choice or (bus and said.startswith("The Secret")):
            answer(terminal, "Client secret (not shown)", secret)
        if choice:
            answer(terminal, "New passphrase", PASSPHRASE)
            answer(terminal, "The same passphrase again", PASSPHRASE)
        terminal.wait_for("It is the default profile.")
        assert terminal.wait_for_exit() == 0
        raw += terminal.raw
    with Terminal((*WIZARD, "profile", "test"), columns=200, env=where) as terminal:
        if choice:
            answer(terminal, "Passphrase of the sealed file", PASSPHRASE)
        elif not said.startswith("The Secret"):
            answer(terminal, "Client secret of uat (not shown)", secret)
        terminal.wait_for("Connected: ")
        assert terminal.wait_for_exit() == 0
        raw += terminal.raw
    written = b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())
    for planted in (secret, PASSPHRASE):
        assert planted.encode() not in raw
        assert planted.encode() not in written


def test_the_wizard_begins_with_the_profile_and_the_callers_secret(
    practice_server: PracticeServer, home: Path
) -> None:
    given = {name: value.strip("'") for name, value in practice_server.environment.items()}
    ids = [
        f"--{name}={given['KORE_' + name.upper().replace('-', '_')]}"
        for name in ("host", "app-id", "account-id", "client-id")
    ]
    subprocess.run(
        [*WIZARD, "profile", "add", "uat", *ids, "--secret-place", "caller"],
        check=True,
        cwd=CHECKOUT,
        capture_output=True,
    )
    file = home / "secret"
    file.write_text(given["KORE_CLIENT_SECRET"])
    file.chmod(0o600)
    with Terminal((*WIZARD, "--profile", "uat", "--secret-file", str(file))) as terminal:
        terminal.wait_for("uat")
        assert given["KORE_CLIENT_SECRET"] not in Path(f"/proc/{terminal.pid}/cmdline").read_text()
    assert given["KORE_CLIENT_SECRET"].encode() not in terminal.raw
    with Terminal((*WIZARD, "--profile", "nope")) as terminal:
        terminal.wait_for("There is no profile nope")
        assert terminal.wait_for_exit() == 2


def test_a_child_of_the_program_has_no_secret_in_its_environment_or_arguments(home: Path) -> None:
    """A keyring that hangs keeps the child there to be looked at, by a root that may look at anything."""
    secret = "planted-Secret-in-the-environment"
    with running_keyring() as service:
        service.stop()
        environment = {
            **os.environ, "PYTHONPATH": str(CHECKOUT), "KORE_CLIENT_SECRET": secret,
            "DBUS_SESSION_BUS_ADDRESS": service.address,
        }  # fmt: skip
        subprocess.run(
            [*WIZARD, "profile", "add", "uat", "--host=kore.ai", "--app-id=a", "--account-id=b", "--client-id=c"],
            env=environment, check=True, capture_output=True,
        )  # fmt: skip
        command = [sys.executable, "-m", "tui", "profile", "remove", "uat", "--yes"]
        with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
            assert running.stderr is not None
            assert "Waiting for the keyring" in running.stderr.readline(), "the child is there now"
            seen = b""
            for process in (running.pid, *children(running.pid)):
                for name in ("cmdline", "environ"):
                    try:
                        seen += Path(f"/proc/{process}/{name}").read_bytes()
                    except PermissionError:  # protected: nobody of this account can look
                        continue
            assert len(children(running.pid)) == 1
            running.communicate(timeout=20)
    assert secret.encode() not in seen
    assert secret.encode() not in b"".join(each.read_bytes() for each in home.rglob("*") if each.is_file())


def children(parent: int) -> list[int]:
    """The processes that ``parent`` started, by the kernel's own list."""
    found = [Path(each).read_text().split() for each in Path(f"/proc/{parent}/task").glob("*/children")]
    return [int(number) for numbers in found for number in numbers]
