"""A covered wizard holds no secret: all that lives in the process is looked through."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.end_to_end.conftest import PracticeServer
from tests.end_to_end.walking import say_yes, walk_to_submit
from tests.fault_server import serving
from tests.terminal import ENTER, ESC, RIGHT, TAB, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.credentials.places import Places
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.save_profile import save_profile
from tui.credentials.store import Prompter

MARK = "pl4nted-"
SECRET = f"{MARK}secret-0123456789-abcdefgh"
PASSPHRASE = f"{MARK}passphrase"
KORE = {
    "KORE_HOST": "127.0.0.1:1", "KORE_APP_ID": "st-1", "KORE_ACCOUNT_ID": "acc", "KORE_CLIENT_ID": "cs-1",
    "KORE_CLIENT_SECRET": f"{MARK}of-the-environment-0123456789",
}  # fmt: skip
LOOKED_THROUGH = """
import gc, json, os, signal, sys, threading
from tui.cli import main

def leaves(value):
    if isinstance(value, (bytes, bytearray)):
        return value.decode("latin-1")
    return value if isinstance(value, str) else ""

def look(file, mark):
    gc.collect()
    reached = gc.get_objects()
    for frame in sys._current_frames().values():
        while frame is not None:
            if frame.f_code.co_filename != __file__:
                reached += frame.f_locals.values()
            frame = frame.f_back
    seen, found = {id(reached), id(sys._getframe())}, []
    while reached:
        each = reached.pop()
        if id(each) not in seen:
            seen.add(id(each))
            text = leaves(each)
            if mark in text and len(text) > len(mark):
                found.append(type(each).__name__)
            elif not text:
                reached += gc.get_referents(each)
    with open(file + ".part", "w") as out:
        json.dump(found, out)
    os.rename(file + ".part", file)

def watch(file, mark):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    while True:
        signal.sigwait({signal.SIGUSR1})
        look(file, mark)

__file__ = sys.argv[0]
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
threading.Thread(target=watch, args=(sys.argv.pop(1), sys.argv.pop(1)[::-1]), daemon=True).start()
sys.exit(main(sys.argv[1:]))
"""


@contextmanager
def wizard(
    folder: Path, *arguments: str, minutes: float = 0.02, mark: str = MARK, **environment: str
) -> Iterator[Terminal]:
    """A wizard that looks through itself once it is told to, which it is by :func:`what_lives`."""
    script = folder / "looked_through.py"
    script.write_text(LOOKED_THROUGH)
    own = [sys.executable, str(script), str(folder / "found"), mark[::-1], "--lock-after", str(minutes)]
    with Terminal([*own, *arguments], env=environment) as terminal:
        yield terminal


def what_lives(terminal: Terminal, folder: Path) -> list[str]:
    """The kinds of all living objects that hold something planted, once the wizard is covered."""
    terminal.wait_for("kore-campaign is covered.")
    os.kill(terminal.pid, signal.SIGUSR1)
    found = folder / "found"
    terminal.wait_for(lambda _: found.exists())
    kinds: list[str] = json.loads(found.read_text())
    found.unlink()
    return kinds


@pytest.mark.long
def test_what_the_environment_and_a_file_gave(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.touch(0o600)
    file.write_text(SECRET)
    with wizard(tmp_path, "--secret-file", str(file), **KORE) as terminal:
        assert what_lives(terminal, tmp_path) == []
        terminal.send(ENTER)
        terminal.wait_for("what was given for this run is forgotten")


def handed_over(text: str) -> str:
    """A descriptor that the next child inherits, with ``text`` behind it."""
    read, write = os.pipe()
    os.set_inheritable(read, True)
    os.write(write, text.encode())
    os.close(write)
    return str(read)


def sealed(place: SecretPlace = SecretPlace.SEALED_FILE) -> None:
    """A profile, with a secret under the passphrase where it has one of its own."""
    profile = Profile("uat", "127.0.0.1:1", "st-1", "acc", "cs-1", secret_place=place)
    knows = Prompter(passphrase=lambda question, new: SecretStr(PASSPHRASE))  # noqa: ARG005
    save_profile(profile, None, SecretStr(SECRET), Places(), knows)


def test_what_a_passphrase_opened(tmp_path: Path) -> None:
    sealed()
    options = ("--profile", "uat", "--passphrase-fd", handed_over(PASSPHRASE))
    with wizard(tmp_path, *options, **KORE) as terminal:
        assert what_lives(terminal, tmp_path) == []
        terminal.send(ENTER)
        terminal.wait_for("Passphrase of the sealed file of uat")


@pytest.mark.long
def test_what_a_descriptor_gave_to_a_profile_is_typed_again(tmp_path: Path) -> None:
    sealed(SecretPlace.CALLER)
    with wizard(tmp_path, "--profile", "uat", "--secret-fd", handed_over(SECRET)) as terminal:
        assert what_lives(terminal, tmp_path) == []
        terminal.send(ENTER)
        terminal.wait_for("Client secret of uat (what was given at the start is forgotten)")


@pytest.mark.long
def test_what_was_pasted_tested_kept_and_opened_again(
    practice_server: PracticeServer, tmp_path: Path
) -> None:
    given = practice_server.environment
    secret = given["KORE_CLIENT_SECRET"]
    mark = secret[:8]
    passphrase = f"{mark} passphrase"
    with wizard(tmp_path, minutes=0.05, mark=mark) as terminal:
        terminal.begin_new()
        terminal.send("k")
        terminal.wait_for("Client secret")
        for name in ("KORE_HOST", "KORE_APP_ID", "KORE_ACCOUNT_ID", "KORE_CLIENT_ID"):
            terminal.send(TAB, given[name])
        terminal.send(TAB, f"\x1b[200~{secret}\n\x1b[201~")
        assert what_lives(terminal, tmp_path) == []
        terminal.send(ENTER)
        terminal.wait_for("is forgotten")
        terminal.send(f"\x1b[200~{secret}\n\x1b[201~", ENTER)
        terminal.wait_for("The secret is here again.")
        terminal.send(TAB, TAB, TAB, ENTER)
        terminal.wait_for("Connected: 40 contact lists can be read.")
        terminal.send(ESC)
        terminal.wait_for("Keep as a profile")
        terminal.send(RIGHT, ENTER)
        terminal.wait_for("Keep this connection")
        terminal.send("uat", TAB, TAB, TAB, "n", TAB, "s", TAB, ENTER)
        terminal.wait_for("New passphrase")
        terminal.send(passphrase, ENTER, passphrase, ENTER)
        terminal.wait_for("uat is saved.")
        assert what_lives(terminal, tmp_path) == []
        terminal.send(ENTER)
        terminal.wait_for("Passphrase of the sealed file of uat")
        terminal.send(passphrase, ENTER)
        terminal.wait_for("The secret is here again.")
        assert what_lives(terminal, tmp_path) == []


@pytest.mark.long
@pytest.mark.parametrize("answer", ["accept", "silent"])
def test_what_a_create_was_signed_with(answer: str, tmp_path: Path) -> None:
    with (
        serving(answer) as server,
        wizard(tmp_path, minutes=0.05, **{**KORE, "KORE_HOST": server.url}) as terminal,
    ):
        terminal.wait_for("From the environment")
        walk_to_submit(terminal, example(Mode.PROGRESSIVE, Api.V1))
        say_yes(terminal)
        terminal.wait_for("ACCEPTED" if answer == "accept" else "SENDING")
        terminal.send(*[ESC] * (answer == "silent"))
        assert what_lives(terminal, tmp_path) == []
