"""Every way out gives the terminal back, loses nothing that was typed, and shows no secret."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import CHECKOUT, CTRL_C, CTRL_N, CTRL_P, CTRL_R, DOWN, ENTER, RIGHT, TAB, WIZARD, Terminal
from tui.storage.drafts import read

SECRET = "pl4nted-S3CRET-never-to-be-seen-anywhere"
KORE = {
    "KORE_HOST": "http://127.0.0.1:1",
    "KORE_APP_ID": "st-1",
    "KORE_ACCOUNT_ID": "acc-1",
    "KORE_CLIENT_ID": "cs-1",
    "KORE_CLIENT_SECRET": SECRET,
}
CRASHING = """
import rich.text
import sys
from tui.cli import main
from tui.screen.steps import review
def crash(self):
    client_secret = self.session.connection.client_secret.get_secret_value()
    class Bug(RuntimeError):
        if sys.argv[1:] == ["rich"]:
            def __rich__(self):
                return rich.text.Text(str(self))
    raise Bug(f"a bug beside {client_secret}")
review.ReviewStep.compose = crash
sys.exit(main([]))
"""


def kept_drafts(home: Path) -> list[Path]:
    return sorted((home / ".local" / "state" / "kore-campaign" / "drafts").glob("*.draft"))


def is_given_back(terminal: Terminal) -> bool:
    left = terminal.raw.rpartition(b"\x1b[?1049h")[2]
    return all(mode in left for mode in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?2004l"))


def everything_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def typed_name(terminal: Terminal, name: str) -> None:
    terminal.send(CTRL_N)
    terminal.wait_for("How the campaign appears")
    terminal.send(name)
    terminal.wait_for(f"{len(name)}/48")


@pytest.mark.parametrize("kind", ["plain", "rich"])
def test_a_crash_keeps_the_draft_and_shows_no_secret(kind: str, home: Path) -> None:
    with Terminal([sys.executable, "-c", CRASHING, kind], env=KORE) as terminal:
        terminal.wait_for("From the environment")
        typed_name(terminal, "Half a campaign")
        terminal.send(CTRL_R)
        assert terminal.wait_for_exit() == 1
        (draft,) = kept_drafts(home)
        assert str(draft) in "".join(terminal.screen().split("\n"))
    assert is_given_back(terminal)
    assert b"Traceback" not in terminal.raw
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    assert stat.S_IMODE(draft.parent.stat().st_mode) == 0o700
    assert read(draft).name == "Half a campaign"
    assert SECRET.encode() not in terminal.raw
    assert SECRET.encode() not in everything_below(home)
    with Terminal((*WIZARD, "--from", str(draft))) as again:
        again.wait_for("where you left it")
        assert "Half a campaign" in again.screen()


def test_ctrl_c_asks_once(home: Path) -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        typed_name(terminal, "Kept")
        terminal.send(CTRL_C)
        terminal.wait_for("Leave? Ctrl+C again leaves")
        terminal.send("x")
        terminal.wait_for("Still here.")
        terminal.send("y")
        terminal.wait_for("Kepty")
        terminal.send(CTRL_C)
        terminal.wait_for("Leave?")
        terminal.send(CTRL_C)
        assert terminal.wait_for_exit() == 130
    assert is_given_back(terminal)
    assert b"\x1b]52" not in terminal.raw
    assert read(kept_drafts(home)[0]).name == "Kepty"


def test_nothing_typed_leaves_nothing_behind(home: Path) -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
    assert not kept_drafts(home)


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_signal_keeps_the_draft(name: str, home: Path) -> None:
    number = getattr(signal, name)
    with Terminal() as terminal:
        terminal.begin_new()
        typed_name(terminal, "Hung up")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_exit() == 128 + number
    assert is_given_back(terminal)
    assert [read(path).name for path in kept_drafts(home)] == ["Hung up"]


@pytest.mark.parametrize("closed", ["stdin", "stderr"])
def test_without_a_terminal_one_line_and_at_once(closed: str, tmp_path: Path) -> None:
    """The other two stay a terminal: the test's own pty is handed in."""
    primary, replica = os.openpty()
    said = tmp_path / "said"
    streams = {"stdin": replica, "stdout": replica, "stderr": replica}
    with said.open("wb") as file:
        streams[closed] = subprocess.DEVNULL if closed == "stdin" else file  # type: ignore[assignment]
        if closed == "stdin":
            streams["stderr"] = file.fileno()
        done = subprocess.run(
            WIZARD,
            **streams,
            cwd=CHECKOUT,
            timeout=20,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
            check=False,
        )  # type: ignore[call-overload]
    os.close(primary)
    os.close(replica)
    assert done.returncode == 2
    (line,) = said.read_text().splitlines()
    assert "check" in line
    assert "submit" in line


def test_a_wrong_file_is_taken_as_a_draft_and_what_was_wrong_is_said(tmp_path: Path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(
        json.dumps(
            {"name": "From a ticket", "priority": 5, "colour": "\x1b[31mred", "dialingMode": "Preview"}
        )
    )
    with Terminal((*WIZARD, "--practice", "--from", str(file)), rows=50) as terminal:
        terminal.wait_for("From a ticket")
        terminal.send(CTRL_R)
        terminal.wait_for("stop this campaign")
        terminal.wait_for("itself had")
        terminal.wait_for("'colour' is no key")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "is not there"),
        (b"", "is empty"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b'{"name": "x",\n "y" }', "file.json:2:6: the file is no JSON"),
        (b"[" * 100_000, "nested"),
        (b"x" * 2_000_000, "larger"),
    ],
)
def test_a_file_that_is_none_is_one_line(content: bytes | None, said: str, tmp_path: Path) -> None:
    file = tmp_path / "file.json"
    if content is not None:
        file.write_bytes(content)
    with Terminal((*WIZARD, "--from", str(file)), columns=300) as terminal:
        assert terminal.wait_for_exit() == 2
        assert said in terminal.screen()
        assert b"Traceback" not in terminal.raw
        assert len(terminal.screen().strip().splitlines()) == 1


def test_a_typed_secret_is_seen_nowhere(home: Path) -> None:
    with Terminal() as terminal:
        terminal.begin_new()
        terminal.send("k")
        terminal.wait_for("Client secret")
        terminal.send(TAB, "127.0.0.1:1", TAB, "st-1", TAB, "acc", TAB, "cs-1", TAB)
        terminal.send(f"\x1b[200~  {SECRET}\n\x1b[201~")
        screen = terminal.wait_for("Left out of the secret: 3 blanks or line breaks.")
        assert "********" in screen
        assert "*********" not in screen
        terminal.send("\x01", CTRL_C)
        terminal.wait_for("Leave?")
        terminal.send("x", "\x18", "\x16")
        terminal.wait_for(lambda screen: "Leave?" not in screen)
        typed_name(terminal, "Secretive")
        terminal.send(CTRL_P)
        terminal.wait_for("given before")
        terminal.send(CTRL_R, "s", ENTER)
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
    assert b"\x1b]52" not in terminal.raw
    for piece in (SECRET, SECRET[:8], SECRET[-8:]):
        assert piece.encode() not in terminal.raw
        assert piece.encode() not in everything_below(home)


def test_back_and_forward_lose_nothing() -> None:
    with Terminal((*WIZARD, "--practice")) as terminal:
        terminal.wait_for("127.0.0.1:")
        typed_name(terminal, "To and fro")
        terminal.send(CTRL_N)
        terminal.wait_for("0 chosen")
        terminal.send("Half typed")
        terminal.wait_for('>+   "Half typed" as typed ')
        terminal.send(CTRL_P)
        terminal.wait_for("10/48")
        terminal.send(CTRL_N)
        assert " CHOSEN  1 ~Half typed" in terminal.wait_for("1 chosen")
        terminal.send(CTRL_N, CTRL_N)
        terminal.wait_for("Frequency")
        terminal.send(TAB, TAB, ENTER, DOWN, RIGHT, "o", TAB, "\x05", "; Sa 9-6")
        terminal.wait_for("Sa 9-6")
        terminal.resize(120, 40)
        terminal.send(CTRL_P, CTRL_N)
        assert "Mo-Tu 09:00-10:00; Sa 9-6" in terminal.wait_for("Sa 9-6")
