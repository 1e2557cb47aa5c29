"""``check --connect``: a campaign beside its account, headless; it changes nothing, and fails by nothing it finds."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from tests.fault_server import answer, serving
from tests.practice.sending import environment_of
from tests.simulated_time import simulate
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.cli import main
from tui.commands.check import account
from tui.practice.server import PracticePlatform, start
from tui.practice.world import PracticeSetup, World

CORRUPTED = next(each.name for each in World(PracticeSetup()).lists if each.status == "Corrupted")
CheckJson = Callable[..., tuple[int, dict[str, Any], str]]


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    simulate(monkeypatch)


@pytest.fixture
def given() -> dict[str, str]:
    """The environment of each run, which takes it out of its own."""
    return {}


@pytest.fixture
def platform(given: dict[str, str]) -> Iterator[PracticePlatform]:
    with start() as running:
        given |= environment_of(running)
        yield running


@pytest.fixture
def campaign(tmp_path: Path) -> Callable[..., Path]:
    def write(mode: Mode = Mode.PROGRESSIVE, **changed: object) -> Path:
        path = tmp_path / "campaign.json"
        path.write_text(json.dumps({**model.example(mode, Api.V1), **changed}, indent=1))
        return path

    return write


@pytest.fixture
def check(
    given: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> CheckJson:
    def run(*arguments: object) -> tuple[int, dict[str, Any], str]:
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        code = main(["check", *map(str, arguments), "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return run


@pytest.mark.usefixtures("platform")
def test_what_is_there_is_not_spoken_of(campaign: Callable[..., Path], check: CheckJson) -> None:
    for strict in ([], ["--strict"]):
        code, found, _ = check(campaign(), "--connect", *strict)
        assert code == 0
        assert found["files"][0]["problems"] == []
        assert "outcome" not in found
        assert [(each["field"], each["read"], each["whole"], each["names"]) for each in found["looks"]] == [
            ("contactLists", True, True, 40), ("queue_name", True, True, 8),
        ]  # fmt: skip


@pytest.mark.usefixtures("platform")
def test_what_is_not_there_is_a_warning_with_its_place(
    campaign: Callable[..., Path], check: CheckJson
) -> None:
    path = campaign(contactLists=["Buyers Q2", CORRUPTED], queue_name="Defualt Queue")
    code, found, _ = check(path, "--connect")
    problems = found["files"][0]["problems"]
    assert (code, found["files"][0]["valid"]) == (0, True)
    assert [(each["field"], each["severity"]) for each in problems] == [
        ("contactLists[1]", "warning"), ("queue_name", "warning"),
    ]  # fmt: skip
    assert problems[0]["message"] == f"{CORRUPTED} is Corrupted: it can't be called."
    assert problems[1]["message"] == "Defualt Queue is not on the platform: did you mean Default Queue?"
    line = path.read_text().splitlines()[problems[1]["line"] - 1]
    assert '"Defualt Queue"' in line


@pytest.mark.usefixtures("platform")
def test_where_it_is_strict_that_is_invalid_and_the_finding_is_named(
    campaign: Callable[..., Path],
    check: CheckJson,
    given: dict[str, str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = campaign(queue_name="Defualt Queue", contactLists=["Nowhere"])
    code, found, err = check(path, "--connect", "--strict")
    said = "Nowhere is not on the platform. And 1 more."
    assert (code, found["outcome"], found["message"]) == (2, "invalid", said)
    assert f"invalid: {said}" in err
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    assert main(["check", str(path), "--connect", "--strict"]) == 2
    out, err = capsys.readouterr()
    assert f"invalid: {said}" in err
    assert "warning: queue_name: Defualt Queue is not on the platform" in out


@pytest.mark.usefixtures("platform")
def test_an_error_of_the_file_stays_one(campaign: Callable[..., Path], check: CheckJson) -> None:
    code, found, _ = check(campaign(priority=5), "nowhere.json", "--connect")
    assert code == 2
    assert [each["valid"] for each in found["files"]] == [False, False]


@pytest.mark.usefixtures("platform")
def test_a_campaign_without_agents_needs_no_queues(campaign: Callable[..., Path], check: CheckJson) -> None:
    _, found, _ = check(campaign(Mode.AGENTLESS), "--connect")
    assert [each["field"] for each in found["looks"]] == ["contactLists"]


def test_queues_without_the_scope_are_unverified_where_they_were_not_seen(
    campaign: Callable[..., Path], check: CheckJson, given: dict[str, str]
) -> None:
    with PracticePlatform(setup=PracticeSetup(has_configuration=False)) as platform:
        given |= environment_of(platform)
        code, found, err = check(campaign(queue_name="Other"), "--connect")
    assert code == 0
    assert found["files"][0]["problems"][0]["message"].startswith(
        "Other is unverified, not seen in 25 campaigns"
    )
    assert "scope lacks Configuration" in err


def test_a_look_that_is_refused_is_said_and_stops_nothing_unless_it_is_strict(
    campaign: Callable[..., Path], check: CheckJson, given: dict[str, str]
) -> None:
    with serving("404", reads={"/": [answer(500, b"")]}) as server:
        given |= on(server.url)
        code, found, err = check(campaign(), "--connect")
        strict, refused, _ = check(campaign(), "--connect", "--strict")
    messages = [each["message"] for each in found["files"][0]["problems"]]
    assert code == 0
    assert messages[0].startswith("Contact lists could not be read: HTTP 500")
    assert "Contact lists could not be read: HTTP 500" in err
    assert (strict, refused["outcome"]) == (2, "invalid")


def on(url: str) -> dict[str, str]:
    secret = SecretStr("planted-" + "s" * 40).get_secret_value()
    ids = {"APP_ID": "st-1", "ACCOUNT_ID": "acc-1", "CLIENT_ID": "cs-1", "CLIENT_SECRET": secret}
    return {f"KORE_{key}": value for key, value in {"HOST": url, **ids}.items()}


def test_a_look_that_hangs_ends_in_its_time(
    campaign: Callable[..., Path], check: CheckJson, given: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(account, "LOOKS_SECONDS", 0.2)
    with serving("silent", reads={}) as server:
        given |= on(server.url)
        code, found, err = check(campaign(), "--connect")
    assert code == 0
    assert [each["read"] for each in found["looks"]] == [False, False]
    assert "that took too long, or was stopped" in err
    assert "planted" not in err + json.dumps(found)


def test_without_a_connection_that_is_said(campaign: Callable[..., Path], check: CheckJson) -> None:
    code, found, err = check(campaign(), "--connect")
    assert (code, found["outcome"]) == (3, "unauthorised")
    assert found["files"][0]["valid"] is True
    assert "Credentials are missing" in err
    code, found, _ = check(campaign(), "--connect", "--profile", "none-such")
    assert (code, found["outcome"]) == (2, "usage")


@pytest.mark.parametrize(
    "arguments", [["--strict"], ["--profile", "x"], ["--connect", "--secret-file", "-", "-"]]
)
def test_what_does_not_go_together(
    arguments: list[str], campaign: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(campaign()), *arguments]) == 2
    assert "See kore-campaign --help" in capsys.readouterr().err
