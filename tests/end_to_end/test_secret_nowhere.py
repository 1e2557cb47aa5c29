"""A secret that is typed, tested, kept, forgotten and asked for again is found nowhere but in its place."""

import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import PracticeServer
from tests.terminal import CTRL_C, ENTER, ESC, RIGHT, TAB, WIZARD, Terminal

PASSPHRASE = "four planted words here"


def everything_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def children(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is of Linux")
def test_from_typing_to_uncovering(practice_server: PracticeServer, home: Path) -> None:
    given = practice_server.environment
    secret = given["KORE_CLIENT_SECRET"]
    trace, log = home / "trace", home / "textual.log"
    environment = {"TEXTUAL_LOG": str(log), "TEXTUAL": "devtools,debug"}
    with Terminal((*WIZARD, "--trace", str(trace), "--lock-after", "0.05"), env=environment) as terminal:
        terminal.begin_new()
        terminal.send("k")
        terminal.wait_for("Client secret")
        for name in ("KORE_HOST", "KORE_APP_ID", "KORE_ACCOUNT_ID", "KORE_CLIENT_ID"):
            terminal.send(TAB, given[name])
        terminal.send(TAB, f"\x1b[200~{secret}\n\x1b[201~")
        terminal.wait_for("Left out of the secret")
        terminal.send(CTRL_C, "\x18", TAB, TAB, TAB, ENTER)
        terminal.wait_for("Connected: 40 contact lists can be read.")
        terminal.send(ESC)
        terminal.wait_for("Keep as a profile")
        terminal.send(RIGHT, ENTER)
        terminal.wait_for("Keep this connection")
        terminal.send("uat", TAB, TAB, TAB, "n", TAB, "s", TAB, ENTER)
        terminal.wait_for("New passphrase")
        for pid in (terminal.pid, *children(terminal.pid)):
            assert secret.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()
        terminal.send(PASSPHRASE, ENTER, PASSPHRASE, ENTER)
        terminal.wait_for("uat is saved.")
        terminal.wait_for("kore-campaign is covered.", seconds=30)
        terminal.send(ENTER)
        terminal.wait_for("Passphrase of the sealed file of uat")
        terminal.send(PASSPHRASE, ENTER)
        terminal.wait_for("The secret is here again.")
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
    assert not log.exists()
    assert b"\x1b]52" not in terminal.raw
    assert b"No key was pressed" in trace.read_bytes()
    written = everything_below(home)
    assert b"uat" in written
    for planted in (secret, secret[:10], secret[-10:], PASSPHRASE):
        assert planted.encode() not in terminal.raw
        assert planted.encode() not in written
    assert trace.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("brackets", [True, False])
def test_in_a_field_that_is_for_none(home: Path, brackets: bool) -> None:
    """Typed character by character, as a paste arrives where the terminal marks none, or marked."""
    secret, trace = "planted0123456789abcdefXYZ", home / "trace"
    token = f"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIx{secret}In0.{secret}"
    before, behind = ("\x1b[200~", "\x1b[201~") if brackets else ("", "")
    with Terminal((*WIZARD, "--practice", "--trace", str(trace))) as terminal:
        terminal.wait_for("PRACTICE")
        terminal.send("\x0e")
        terminal.wait_for("Name")
        for given, what in ((f"export KORE_CLIENT_SECRET={secret}", "client secret"), (token, "token")):
            terminal.send("\x7f", before, given, behind)
            terminal.wait_for(f"a {what} goes into its own field.")
        terminal.send("\x7f", "Buyers", TAB)
        terminal.wait_for("Buyers")
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
    written = everything_below(home)
    assert b"Buyers" in written
    for planted in (secret, secret[:10], secret[-10:]):
        assert planted.encode() not in terminal.raw
        assert planted.encode() not in written
