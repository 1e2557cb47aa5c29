"""What becomes of a create, on the real screen in a real terminal, whatever the other end does."""

import json
import os
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.end_to_end.walking import ASKED, READY, say_yes
from tests.fault_server import CAMPAIGN_ID, FaultServer, closed_port, page, serving
from tests.terminal import CTRL_C, CTRL_N, CTRL_P, CTRL_R, ENTER, ESC, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example

SECRET = "pl4nted-S3CRET-never-to-be-seen-anywhere"
NAME = example(Mode.PROGRESSIVE, Api.V1)["name"]
BARE = re.compile(
    rb"\x1b\[[0-9;:<=>?]*[ -/]*[@-~]|\x1b\][0-9]+;[ -~]*(?:\x07|\x1b\\)|"
    rb"\x1b[()][0-9A-Za-z]|\x1b[=>78DMc]|[\r\n\t\x08\x0f]"
)
"""What a terminal program writes to place and to colour its text."""


def environment(port: int) -> dict[str, str]:
    return {
        "KORE_HOST": f"http://127.0.0.1:{port}",
        "KORE_APP_ID": "st-1",
        "KORE_ACCOUNT_ID": "acc-1",
        "KORE_CLIENT_ID": "cs-1",
        "KORE_CLIENT_SECRET": SECRET,
    }


@contextmanager
def asked(port: int, tmp_path: Path, *, rows: int = 24, **variables: str) -> Iterator[Terminal]:
    """A wizard that stands before the question whether to send; ``variables`` are added to its environment."""
    file = tmp_path / "campaign.json"
    file.write_text(json.dumps(example(Mode.PROGRESSIVE, Api.V1)))
    with Terminal((*WIZARD, "--from", str(file)), env=environment(port) | variables, rows=rows) as terminal:
        terminal.wait_for("is loaded")
        terminal.send(CTRL_R)
        terminal.wait_for("Nothing stops this campaign")
        terminal.send(CTRL_N)
        terminal.wait_for(READY)
        yield terminal


def leave(terminal: Terminal) -> int:
    terminal.send(CTRL_C, CTRL_C)
    return terminal.wait_for_exit()


def is_clean(raw: bytes) -> bool:
    """Whether nothing but text and the toolkit's own sequences was written."""
    text = BARE.sub(b"", raw).decode()
    return text.isprintable() and b"\x1b]52" not in raw and SECRET.encode() not in raw


OUTCOMES = {
    "accept": ("ACCEPTED  in ", "it is not dialing until somebody starts it", 0),
    "accept-201": ("ACCEPTED  in ", "Stopping it later resets its data", 0),
    "accept-without-id": ("ACCEPTED", "the platform named no id", 0),
    "accept-gzip": ("ACCEPTED  in ", "The campaign exists now", 0),
    "401": ("REFUSED: credentials", "The step where credentials are given", 3),
    "401-scope": ("REFUSED: credentials", "Campaign Management", 3),
    "403": ("REFUSED", "A proxy may have answered in its place", 4),
    "412": ("REFUSED", "Validation errors", 4),
    "429": ("REFUSED: too many requests", "Nothing is sent by itself", 4),
    "500": ("UNKNOWN", "The campaign may exist", 6),
    "502-html": ("UNKNOWN", "The campaign may exist", 6),
    "200-not-success": ("UNKNOWN", "does not say success", 6),
    "200-not-json": ("UNKNOWN", "does not say success", 6),
    "half-a-body": ("UNKNOWN  in ", "not the whole answer", 6),
    "bad-gzip": ("UNKNOWN", "could not be unpacked", 6),
    "bomb": ("UNKNOWN", "was cut", 6),
    "huge-body": ("UNKNOWN", "was cut", 6),
    "deep-json": ("UNKNOWN", "does not say success", 6),
    "no-http": ("UNKNOWN", "The campaign may exist", 6),
    "escapes": ("REFUSED", "␛]52;c;aGk=", 4),
    "close-after-read": ("UNKNOWN", "The campaign may exist", 6),
    "reset-after-read": ("UNKNOWN", "The campaign may exist", 6),
    "echo": ("REFUSED", "(hidden)", 4),
}
"""What the other end does with a create: the headline, words of the screen, the exit code."""


@pytest.mark.parametrize("behaviour", OUTCOMES)
def test_each_outcome_on_the_screen(behaviour: str, tmp_path: Path, home: Path) -> None:
    headline, words, code = OUTCOMES[behaviour]
    with serving(behaviour) as server, asked(server.port, tmp_path) as terminal:
        say_yes(terminal)
        terminal.wait_for(lambda shown: f"\n  {headline}" in shown and words in " ".join(shown.split()))
        terminal.send("a")
        terminal.wait_for("1 Answer")
        terminal.settle()
        terminal.send(ESC)
        terminal.wait_for(lambda shown: "1 Answer" not in shown)
        assert leave(terminal) == code
        assert is_clean(terminal.raw)
        assert len(server.creates) == 1
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert SECRET.encode() not in kept


def test_unreachable_says_why_it_is_safe(tmp_path: Path) -> None:
    with asked(closed_port(), tmp_path) as terminal:
        terminal.wait_for("could not be looked up")
        say_yes(terminal)
        terminal.wait_for("NOT SENT")
        terminal.wait_for(lambda shown: "had not begun to leave" in " ".join(shown.split()))
        terminal.wait_for("New attempt")
        assert leave(terminal) == 5


def test_nothing_is_sent_again_without_the_words(tmp_path: Path) -> None:
    with serving("reset-after-read") as server, asked(server.port, tmp_path) as terminal:
        terminal.send(f"{ENTER}y")  # at once, as a paste that the terminal does not mark
        terminal.wait_for(ASKED)
        terminal.wait_for("y creates, Esc not yet.")
        assert not server.creates
        terminal.send("y")
        terminal.wait_for("\n  UNKNOWN")
        terminal.wait_for(lambda shown: "does not prove that there is none" in " ".join(shown.split()))
        terminal.send("c", ENTER)
        terminal.wait_for("may exist already")
        assert READY not in terminal.wait_for("To send it again")
        terminal.send(ENTER, "yes", ENTER)
        terminal.wait_for("Nothing was sent. Type: send again")
        assert len(server.creates) == 1
        terminal.send("\x15", "send again", ENTER)
        terminal.wait_for(ASKED)
        assert len(server.creates) == 1
        terminal.send("y")
        terminal.wait_for(lambda shown: "\n  UNKNOWN" in shown and len(server.creates) == 2)


def test_what_the_list_has_is_shown(tmp_path: Path) -> None:
    row = {"_id": "cd-found", "name": NAME, "status": "Preparing", "createdAt": "2999-01-01T00:00:00.000Z"}
    server = FaultServer("reset-after-read", reads={"getAllCampaignDetails": [page(), page(), page(row)]})
    try:
        with asked(server.port, tmp_path) as terminal:
            terminal.wait_for("No other campaign bears this name")
            say_yes(terminal)
            terminal.wait_for("> cd-found")
            terminal.wait_for(lambda shown: "had 1 new campaign of this name" in " ".join(shown.split()))
            assert len(server.creates) == 1
    finally:
        server.close()


def test_escape_tells_the_truth_and_keys_are_answered_throughout(tmp_path: Path) -> None:
    """The same code waits for an answer of 30 s as for one that never comes."""
    with serving("silent") as server, asked(server.port, tmp_path) as terminal:
        say_yes(terminal)
        terminal.wait_for("The request has left")
        terminal.wait_for("Waiting for the answer: ")
        for key, shown in ((CTRL_P, "The next seven days"), (CTRL_N, "The request has left")) * 4:
            terminal.send(key)
            terminal.wait_for(shown)
        terminal.wait_for("2 s so far")
        terminal.send(ESC)
        terminal.wait_for("UNKNOWN")
        terminal.wait_for("can't be called back")
        assert len(server.creates) == 1
        terminal.send("s")
        assert terminal.wait_for_exit() == 6
        assert is_clean(terminal.raw)


def test_killed_while_waiting_the_next_start_begins_there(tmp_path: Path) -> None:
    with serving("silent") as server:
        with asked(server.port, tmp_path) as terminal:
            say_yes(terminal)
            terminal.wait_for(lambda shown: "The request has left" in shown and len(server.creates) == 1)
            os.kill(terminal.pid, signal.SIGKILL)
            terminal.wait_for_exit()
        with Terminal(env=environment(server.port)) as again:
            again.wait_for("UNKNOWN: a campaign may have been created")
            again.wait_for(NAME)
            again.wait_for(lambda shown: "Do not send it again before you know." in " ".join(shown.split()))
            again.send("l")
            again.wait_for(lambda shown: "does not prove that there is none" in " ".join(shown.split()))
            again.send("c", "maybe", ENTER)
            again.wait_for("Type created or not created.")
            again.send("\x15", "not created", ENTER)
            again.wait_for(lambda shown: "UNKNOWN" not in shown)
            leave(again)
        with Terminal(env=environment(server.port)) as third:
            third.wait_for("From the environment")
            third.settle()
            assert "UNKNOWN" not in third.screen()
        assert len(server.creates) == 1


def test_the_id_is_offered_to_the_clipboard_and_shown(tmp_path: Path) -> None:
    with serving("accept") as server, asked(server.port, tmp_path) as terminal:
        say_yes(terminal)
        terminal.wait_for(f"   {CAMPAIGN_ID}   i copies it")
        terminal.send("i")
        screen = terminal.wait_for("was offered to the terminal's clipboard")
        assert "Not every terminal takes it" in screen
        assert b"\x1b]52;c;Y2QtMWYwYw==" in terminal.raw


def test_what_is_taken_along_holds_no_secret(tmp_path: Path, home: Path) -> None:
    with serving("accept") as server, asked(server.port, tmp_path) as terminal:
        say_yes(terminal)
        terminal.wait_for(f"   {CAMPAIGN_ID}   i copies it")
        terminal.send("a")
        terminal.wait_for("1 Answer")
        terminal.send("3")
        terminal.wait_for("auth: <TOKEN>")
        terminal.send("s")
        terminal.wait_for("Save as")
        terminal.send(ENTER)
        terminal.wait_for("readable by you alone.")
    script = (home / "renewal-calls-june.sh").read_text()
    assert "curl" in script
    assert SECRET not in script
