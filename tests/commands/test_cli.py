"""The command line itself: help, mistakes, the last resort, and what is not imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.conftest import ROOT, Run, environment
from tui import __version__, cli
from tui.commands import check
from tui.commands.parser import parse
from tui.kore.verdicts import MEANINGS

HEAVY = {"textual", "httpx", "pydantic", "keyring", "jwt", "rich"}


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_help_and_version_load_nothing_heavy(argument: str) -> None:
    code = (
        "import sys\nfrom tui.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit as left:\n    assert not left.code\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, argument]
    done = subprocess.run(command, env=environment({}), cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout
    assert "tui.cli" in done.stderr.split()
    assert not HEAVY & {name.partition(".")[0] for name in done.stderr.split()}


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.stdout, done.returncode) == (f"kore-campaign {__version__}\n", 0)


def test_help_lists_every_outcome_with_its_code(run: Run) -> None:
    lines = [line.split() for line in run("--help").stdout.splitlines()]
    for verdict, meaning in MEANINGS.items():
        assert [str(meaning.exit_code), verdict.value] in [line[:2] for line in lines]


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"], ["check"], ["submit"], ["submit", "a", "b"], ["submit", "a", "--timeout", "0"],
        ["submit", "a", "--timeout", "nan"], ["--timeout", "0"],
        ["submit", "a", "--api", "v3"], ["submit", "a", "--ye"],
        ["example", "sms"], ["practice-server", "--port", "x"], ["practice-server", "--port", "70000"],
        ["--practice", "check", "a"], ["--profile", "x", "check", "a"], ["--practice", "--profile", "x"],
        ["--profile", "x", "profile", "show"], ["submit", "-", "--secret-file", "-"], ["--secret-fd", "99"],
        ["submit", "a", "--secret-fd", "3", "--secret-file", "b"], ["submit", "a", "--secret", "planted"],
        ["profile", "add"], ["profile", "add", "x", "--client-secret", "planted"], ["--from", "a", "submit", "b"],
        ["--frm", "a"], ["submit", "a", "--secret=planted"], ["--token", "planted"],
        ["--secret-fd", "-1"], ["--secret-fd", "planted"], ["--secret-fd", ""], ["--secret-fd", "1_0"],
        ["--secret-fd", "99999999999999999999"], ["submit", "a", "--passphrase-fd", "-1"],
        ["submit", "a", "--passphrase-fd", "3.5"], ["submit", "-", "--secret-fd", "0"],
        ["submit", "-", "--passphrase-fd", "0"], ["profile", "test", "a", "--passphrase-fd", "98"],
    ],
)  # fmt: skip
def test_a_mistake_is_one_line_and_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "--help" in err
    assert "planted" not in err


@pytest.mark.parametrize("arguments", [["submit", "--json"], ["submit", "a", "--json", "--nope\x1b[2J"]])
def test_a_mistake_is_an_object_where_one_was_asked_for(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    out, err = capsys.readouterr()
    said = json.loads(out)
    assert (said["outcome"], said["httpStatus"], said["problems"]) == ("usage", None, [])
    assert "\x1b" not in out + err
    assert cli.main(["check", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["files"] == []


@pytest.mark.parametrize(("failure", "code"), [(RuntimeError("planted"), 1), (KeyboardInterrupt(), 130)])
def test_whatever_escapes_is_one_line(
    failure: BaseException, code: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> int:
        raise failure

    monkeypatch.setattr(check, "run", fail)
    assert cli.main(["check", "a"]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "planted" not in err
    assert cli.main(["check", "a", "--json"]) == code
    assert json.loads(capsys.readouterr().out)["files"] == []


@pytest.mark.parametrize("arguments", [["--help"], ["example", "preview"]])
def test_a_reader_that_left_is_no_failure(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "tui", *arguments]
    with subprocess.Popen(
        command, env=environment({}), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tui", "example", "preview"]
        done = subprocess.run(
            command,
            env=environment({}),
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "stdout" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        ([], 60), (["--timeout", "5"], 5), (["--timeout", "5", "submit", "a"], 5),
        (["submit", "a", "--timeout", "7"], 7), (["submit", "a"], 60),
    ],
)  # fmt: skip
def test_the_wizard_and_submit_have_the_same_time_limit(given: list[str], seconds: float) -> None:
    assert parse(given).timeout == seconds
