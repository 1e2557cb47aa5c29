"""``kore-campaign --plain`` as a program of its own: in a pipe, at a terminal, and where nothing can be drawn."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import ROOT, environment
from tests.plain.conftest import CAMPAIGN, heard
from tests.terminal import CTRL_C, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign

POOR = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def piped(
    answers: list[str], *arguments: str, env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tui", "--plain", *arguments],
        input="".join(f"{answer}\n" for answer in answers),
        env=environment(env or {}),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        start_new_session=True,
    )


def drafts(home: Path) -> list[Path]:
    return list(home.rglob("*.draft"))


def test_a_pipe_creates_a_campaign() -> None:
    done = piped([*CAMPAIGN, "", "yes"])
    assert done.returncode == 0, done.stdout + done.stderr
    said = heard(done.stdout).splitlines()
    assert said[-1].startswith("cd-")
    assert any(line.startswith("accepted: ") for line in said)
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stderr.startswith("Created in practice: “Renewal calls June”, cd-")
    assert len(done.stderr.splitlines()) == 1


def test_a_pipe_that_ends_early_sends_nothing_and_keeps_the_draft(home: Path) -> None:
    done = piped([*CAMPAIGN, ""])
    assert done.returncode == 2
    assert "The answers ended before the confirmation: nothing was sent." in done.stdout
    assert "accepted" not in done.stdout
    assert "Draft kept" in done.stderr
    (draft,) = drafts(home)
    assert "Renewal calls June" in draft.read_text()
    again = piped(["", "", "", ">", "", "yes"], "--from", str(draft), "--practice")
    assert again.returncode == 0, again.stdout + again.stderr


@pytest.mark.parametrize("more", [[], ["l"], ["r"], ["r", "", "no"], ["?", "nonsense", ""]])
def test_a_pipe_ends_with_the_outcome_wherever_its_answers_end(more: list[str]) -> None:
    done = piped([*CAMPAIGN, "", "yes", *more], "--practice-fault", "reset-after-read")
    assert done.returncode == 6, done.stdout + done.stderr
    assert done.stdout.count("unknown: ") == 1
    assert "had 1 new campaign of this name" in done.stdout
    assert done.stdout.count("Request sent") == 1


def test_a_file_begins_it(tmp_path: Path) -> None:
    file = tmp_path / "agentless.json"
    file.write_text(json.dumps(example(Mode.AGENTLESS, Api.V1)))
    done = piped([">", "", "yes"], "--practice", "--from", str(file))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "agentless.json is loaded." in done.stdout
    assert piped([], "--from", "-").returncode == 2


@pytest.mark.parametrize(
    "locale",
    [
        POOR,
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "", "LC_CTYPE": "", "LANG": ""},
        {"LC_ALL": "", "LC_CTYPE": "C"},
        {"LC_ALL": "", "LC_CTYPE": "", "LANG": "xx_YY.UTF-8"},
    ],
    ids=repr,
)
def test_nothing_but_ascii_where_the_locale_has_no_more(locale: dict[str, str]) -> None:
    done = piped([*CAMPAIGN, "", "yes"], env=locale)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.isascii()
    assert "\\u" not in done.stdout


def test_a_secret_comes_by_the_environment_and_stays_there() -> None:
    given = {
        "KORE_HOST": "127.0.0.1:1", "KORE_APP_ID": "st-1", "KORE_ACCOUNT_ID": "acc", "KORE_CLIENT_ID": "cs-1",
        "KORE_CLIENT_SECRET": "planted-secret-0123456789", "KORE_API": "v1",
    }  # fmt: skip
    done = piped(["", *CAMPAIGN[1:], "", "yes"], env=given)
    assert done.returncode == 5, done.stdout + done.stderr
    assert "unreachable: " in done.stdout
    assert "planted" not in done.stdout + done.stderr


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_draw_is_asked_plainly(term: str, home: Path) -> None:
    with Terminal((*WIZARD, "--practice"), env={"TERM": term}, columns=200, rows=60) as terminal:
        terminal.wait_for("Platform. 1. Practice, 2. Kore.ai")
        terminal.send("\n")
        terminal.wait_for("API version.")
        terminal.send("\n")
        terminal.wait_for("Name.")
        terminal.send("Plain name\n")
        terminal.wait_for("Description.")
        terminal.send(CTRL_C)
        assert terminal.wait_for_exit() == 130
        assert "Interrupted: nothing was sent." in terminal.screen()
    assert b"\x1b" not in terminal.raw
    (draft,) = drafts(home)
    assert "Plain name" in draft.read_text()


def test_a_person_creates_a_campaign_at_a_terminal() -> None:
    with Terminal((*WIZARD, "--plain"), columns=200, rows=200) as terminal:
        for answer in [*CAMPAIGN, "", "yes"]:
            terminal.wait_for(lambda screen: screen.rstrip().endswith(":"))
            terminal.send(f"{answer}\n")
            terminal.settle(0.02)
        terminal.wait_for("Enter ends")
        terminal.send("\n")
        assert terminal.wait_for_exit() == 0
        assert "accepted: " in terminal.screen()
    assert b"\x1b" not in terminal.raw


def test_ctrl_c_while_it_waits_leaves_the_outcome_unknown_and_looks() -> None:
    with Terminal(
        (*WIZARD, "--plain", "--practice-fault", "accepted-silent"), columns=200, rows=200
    ) as terminal:
        terminal.wait_for(lambda screen: screen.rstrip().endswith(":"))
        terminal.send("".join(f"{answer}\n" for answer in [*CAMPAIGN, "", "yes"]))
        terminal.wait_for("Waiting for the answer.")
        terminal.send(CTRL_C)
        terminal.wait_for("unknown: ")
        terminal.wait_for("had 1 new campaign of this name")
        terminal.wait_for("l reads the list again")
        terminal.send(CTRL_C)
        assert terminal.wait_for_exit() == 6
        assert terminal.screen().count("Request sent") == 1


SLOW_TERMINAL = """
import sys, termios, time
from tui.cli import main
change = termios.tcsetattr
def slowly(*given):
    time.sleep(0.2)
    change(*given)
termios.tcsetattr = slowly
sys.exit(main(sys.argv[1:]))
"""


def test_a_typed_secret_is_not_shown() -> None:
    with Terminal((sys.executable, "-c", SLOW_TERMINAL, "--plain"), columns=200, rows=60) as terminal:
        for answer in ("kore.ai", "127.0.0.1:1", "st-1", "acc", "cs-1"):
            terminal.wait_for(lambda screen: screen.rstrip().endswith(":"))
            terminal.send(f"{answer}\n")
            terminal.settle(0.05)
        terminal.wait_for("Client secret.")
        terminal.send("planted-secret\n")  # at once: what is asked for unseen is asked once it does not show
        terminal.wait_for("API version.")
        terminal.send("<\n")
        terminal.wait_for("[given, not shown]")
        terminal.send("\x04")
        terminal.send(CTRL_C)
        terminal.wait_for_exit()
    assert b"planted" not in terminal.raw


def test_without_a_terminal_and_without_plain_it_is_one_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd=ROOT,
        env=environment({}),
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "--plain" in done.stderr


def test_a_reader_that_left_is_no_crash() -> None:
    command = [sys.executable, "-m", "tui", "--plain"]
    with subprocess.Popen(
        command,
        env=environment({}),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.wait(30) == 2
        assert process.stderr.read() == b""


def test_what_it_loads_draws_nothing() -> None:
    program = "import sys; import tui.plain.run; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not {"textual", "rich", "httpx", "pydantic"} & {
        name.partition(".")[0] for name in done.stdout.split()
    }


def test_a_name_it_saved_loads_again(home: Path) -> None:
    piped([*CAMPAIGN, f"save {home}/kept.json"])
    assert parse_campaign(json.loads((home / "kept.json").read_text())).is_valid


def test_a_profile_is_chosen_by_name_with_its_secret_by_descriptor() -> None:
    add = [
        "profile", "add", "uat", "--host", "127.0.0.1:1", "--app-id", "st-1", "--account-id", "acc",
        "--client-id", "cs-1", "--secret-place", "this-run",
    ]  # fmt: skip
    made = subprocess.run(
        [sys.executable, "-m", "tui", *add],
        env=environment({}),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    said = piped(["uat", *CAMPAIGN[2:], ""]).stdout
    assert "Platform. 1. Practice, 2. Kore.ai, 3. uat." in said
    assert "Error: " in said
    reading, writing = os.pipe()
    os.write(writing, b"planted-secret-0123456789")
    os.close(writing)
    with os.fdopen(reading) as given:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "--plain", "--profile", "uat", "--secret-fd", str(given.fileno())],
            input="".join(f"{answer}\n" for answer in ["", *CAMPAIGN[2:], "", "yes"]),
            env=environment({}), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
            pass_fds=[given.fileno()],
        )  # fmt: skip
    assert done.returncode == 5, done.stdout + done.stderr
    assert "[uat]" in done.stdout
    assert "planted" not in done.stdout + done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_a_signal_keeps_the_draft(number: signal.Signals, home: Path) -> None:
    with Terminal((*WIZARD, "--plain", "--practice"), columns=200) as terminal:
        for answer, wanted in (("", "Platform."), ("", "API version."), ("Kept name", "Name.")):
            terminal.wait_for(wanted)
            terminal.send(f"{answer}\n")
        terminal.wait_for("Description.")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_exit() == 128 + number
    (draft,) = drafts(home)
    assert "Kept name" in draft.read_text()


@pytest.mark.parametrize("endless", ["yes |", "< /dev/zero"])
def test_answers_that_never_end_end_it(endless: str) -> None:
    wizard = f"{shlex.quote(sys.executable)} -m tui --plain --practice"
    line = f"{endless} {wizard}" if endless.endswith("|") else f"{wizard} {endless}"
    done = subprocess.run(
        ["bash", "-c", line],
        env=environment({}),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 2, done.stdout[-500:]
    assert "The same was said 3 times" in done.stdout
    assert len(done.stdout) < 100_000


@pytest.mark.parametrize("encoding", ["utf-16"])
def test_what_powershell_pipes_is_read(encoding: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--plain"],
        input="practice\r\nv1\r\nRénewals\r\n".encode(encoding),
        env=environment({}), cwd=ROOT, capture_output=True, check=False, timeout=60, start_new_session=True,
    )  # fmt: skip
    said = done.stdout.decode()
    assert "[v1]: v1" in said
    assert "Rénewals" in said
    assert "Error: " not in said


@pytest.mark.parametrize(
    "given",
    [
        "KORE_CLIENT_SECRET=planted0123456789",
        "auth: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.planted0123456789",
    ],
)
def test_a_secret_as_an_answer_is_neither_shown_nor_kept(given: str, home: Path) -> None:
    done = piped(["Practice", "v1", given, "Buyers"])
    assert "is no answer here, and was not kept. Once more:" in done.stdout
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"Buyers" in kept
    assert b"planted" not in kept
    assert "planted" not in done.stdout + done.stderr
