"""What can't be written is told, and is never a success."""

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from tests.commands.conftest import ROOT, Run, environment
from tests.terminal import CTRL_C, WIZARD, Terminal
from tui import cli
from tui.campaign.parse import parse_campaign
from tui.kore.connection import ConnectionDraft
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.workflow.autosave import Autosave
from tui.workflow.session import Session
from tui.workflow.submission import Submission
from tui.workflow.submissions import Submissions
from tui.workflow.visit import finish

NEW = [
    "profile", "add", "uat", "--host", "h.example", "--app-id", "st-1", "--account-id", "a", "--client-id", "cs-1",
    "--secret-place", "ask", "--api", "v1", "--algorithm", "HS256", "--colour", "red", "--no-production",
]  # fmt: skip
PRINTING = [
    ["--help"], ["--version"], ["check", "--json", "none.json"], ["check", "none.json"], ["example", "preview"],
    ["receipts", "list", "--json"], ["receipts", "show", "none", "--json"], ["drafts", "list", "--json"],
    ["profile", "list"], ["profile", "list", "--json"], ["profile", "show", "old"],
    ["profile", "show", "old", "--json"], [*NEW, "--json"], ["profile", "edit", "old", "--api", "v2", "--json"],
    ["profile", "default", "old", "--json"], ["profile", "remove", "old", "--yes", "--json"],
    ["profile", "show", "none", "--json"], ["doctor"], ["doctor", "--json"], ["submit", "none.json", "--json"],
    ["check", "--json", "--nonsense"], ["practice-server"],
]  # fmt: skip
FULL = Path("/dev/full")


@pytest.fixture
def old(home: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    """A profile, so that all commands have something to print."""
    assert cli.main([*NEW[:2], "old", *NEW[3:]]) == 0
    capsys.readouterr()


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.usefixtures("old")
@pytest.mark.parametrize("arguments", PRINTING, ids=" ".join)
@pytest.mark.parametrize("why", ["No space left on device", "it is closed"])
def test_what_can_not_be_printed_is_told(
    arguments: list[str], why: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with FULL.open("w") as full:
        monkeypatch.setattr(sys, "stdout", None if why == "it is closed" else full)
        code = cli.main(arguments)
    assert code != 0
    said = capsys.readouterr().err
    assert f"kore-campaign: stdout can't be written: {why}." in said
    assert "failed" not in said


def ended(redirected: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A process of its own, with its streams as a shell redirects them."""
    command = ["bash", "-c", f'exec "$@" {redirected}', "bash", sys.executable, "-m", "tui", *arguments]
    return subprocess.run(
        command, env=environment({}), cwd=ROOT, capture_output=True, text=True, check=False, timeout=30,
        stdin=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("redirected", [">/dev/full", ">&-"])
def test_an_acceptance_that_can_not_be_printed_is_none(campaign: Path, redirected: str) -> None:
    done = ended(redirected, "submit", str(campaign), "--practice", "--yes")
    assert done.returncode == 1
    assert "accepted: " in done.stderr
    assert done.stderr.splitlines()[-1].startswith("kore-campaign: stdout can't be written: ")


def test_an_acceptance_that_nobody_reads_is_none(campaign: Path) -> None:
    command = [sys.executable, "-m", "tui", "submit", str(campaign), "--practice", "--yes"]
    with subprocess.Popen(
        command, env=environment({}), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "stdout can't be written: Broken pipe." in process.stderr.read()
        assert process.wait(20) == 1


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("redirected", "code"),
    [("2>/dev/full", 2), ("2>&-", 2), ("<&- >&- 2>&-", 1), (">/dev/full 2>/dev/full", 1)],
)
def test_without_a_place_to_tell_it_the_code_still_does(redirected: str, code: int) -> None:
    assert ended(redirected, "check", "none.json").returncode == code
    assert ended(redirected, "nonsense").returncode == 2


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("redirected", [">/dev/full", ">&-"])
def test_plain_questions_that_can_not_be_written(redirected: str) -> None:
    done = ended(redirected, "--plain", "--practice")
    assert done.returncode == 2
    assert "kore-campaign: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_closed_standard_input_is_no_file(run: Run) -> None:  # noqa: ARG001
    done = ended("<&-", "check", "-")
    assert (done.returncode, "is standard input, which is closed" in done.stdout) == (2, True)


def test_no_file_takes_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom tui.base.hardening import harden\nharden()\n"
        f"with open({str(tmp_path / 'draft')!r}, 'w') as draft:\n    sys.exit(draft.fileno())"
    )
    command = ["bash", "-c", 'exec "$@" <&- >&- 2>&-', "bash", sys.executable, "-c", code]
    assert subprocess.run(command, env=environment({}), cwd=ROOT, check=False).returncode > 2


@pytest.mark.parametrize(("code", "ends"), [(0, 1), (6, 6), (129, 129)])
def test_an_id_that_can_not_be_printed_at_the_end(
    code: int, ends: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = ConnectionDraft("kore.ai", "st-1", "acc", "cs-1", SecretStr("planted")).connection()
    accepted = Outcome(Verdict.ACCEPTED, "Accepted.", campaign_id="cd-1")
    session = Session(submissions=Submissions([Submission(parse_campaign({}), connection, outcome=accepted)]))
    monkeypatch.setattr(sys, "stdout", None)
    assert finish(session, Autosave(session), code) == ends
    assert "kore-campaign: stdout can't be written: it is closed." in capsys.readouterr().err


@pytest.mark.parametrize("redirected", [">&-", ">/dev/full"])
def test_the_screen_needs_no_standard_output(redirected: str) -> None:
    with Terminal(("bash", "-c", f'exec "$@" {redirected}', "bash", *WIZARD)) as terminal:
        terminal.begin_new()
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130
