"""``receipts`` and what ``submit`` makes of an earlier create of which nobody knows."""

import json
from pathlib import Path

import pytest

from tests.commands.conftest import SECRET, Run
from tests.fault_server import CAMPAIGN_ID, FaultServer, answer, page, serving
from tests.storage.test_prune import sent
from tui.cli import main

LIST = "getAllCampaignDetails"


def submit(run: Run, campaign: Path, server: FaultServer) -> dict[str, object]:
    done = run("submit", str(campaign), "--yes", "--json", "--timeout", "1", host=server.url)
    found: dict[str, object] = json.loads(done.stdout)
    return found | {"code": done.returncode, "stderr": done.stderr}


def receipts(run: Run, *arguments: str) -> dict[str, object]:
    done = run("receipts", *arguments, "--json")
    found: dict[str, object] = json.loads(done.stdout)
    return found | {"code": done.returncode}


def test_a_script_that_is_run_again_does_not_create_twice(run: Run, campaign: Path) -> None:
    document = json.loads(campaign.read_text())
    row = {"_id": "cd-7", "name": document["name"], "status": "Ready", "createdAt": "2030-01-01T00:00:00Z"}
    reads = {
        LIST: [page(), page(), page(row)],
        "/campaign/cd-7": [answer(200, {"status": "success", "data": document})],
    }
    with serving("silent", reads=reads) as server:
        first = submit(run, campaign, server)
        again = submit(run, campaign, server)
        assert len(server.creates) == 1
        (known,) = receipts(run, "list")["receipts"]
        server.behaviour = "accept"
        assert submit(run, campaign, server)["outcome"] == "unknown"
        assert len(server.creates) == 1
        assert receipts(run, "resolve", known["id"], "--not-created")["resolved"] == "not-created"
        assert submit(run, campaign, server)["outcome"] == "accepted"
        assert len(server.creates) == 2
    assert (first["outcome"], first["code"], first["candidates"]) == ("unknown", 6, [])
    assert (again["outcome"], again["code"]) == ("unknown", 6)
    assert [(each["id"], each["content"], each["differences"]) for each in again["candidates"]] == [
        ("cd-7", "same", [])
    ]
    assert str(known["id"]) in str(again["message"])
    assert known["open"] is True


def test_a_same_name_is_a_warning(run: Run, campaign: Path) -> None:
    row = {
        "_id": "cd-7",
        "name": "RENEWAL calls june",
        "status": "Paused",
        "createdAt": "2026-11-01T08:00:00Z",
    }
    with serving("accept", reads={LIST: [page(row)]}) as server:
        done = submit(run, campaign, server)
    assert done["outcome"] == "accepted"
    for word in ("RENEWAL", "cd-7", "Paused", "2026-11-01"):
        assert word in str(done["stderr"])


def test_what_comes_back_otherwise_is_a_warning(run: Run, campaign: Path) -> None:
    echo = {"status": "success", "data": {"id": CAMPAIGN_ID, "dialingStrategy": {"maxRingTime": 45}}}
    with serving("accept", reads={LIST: [page()], "campaignType": [answer(200, echo)]}) as server:
        done = submit(run, campaign, server)
    assert done["outcome"] == "accepted"
    (problem,) = done["problems"]
    assert (problem["field"], problem["severity"]) == ("dialingStrategy.maxRingTime", "warning")
    assert "45" in problem["message"]


def test_everything_about_a_create_is_shown_and_nothing_secret(run: Run, campaign: Path) -> None:
    with serving("escapes") as server:
        submit(run, campaign, server)
        token = server.creates[0].headers["auth"]
    (row,) = receipts(run, "list")["receipts"]
    assert (row["outcome"], row["httpStatus"], row["open"]) == ("refused", 412, False)
    whole = receipts(run, "show", row["id"])
    assert whole["sent"] == json.loads(campaign.read_text())
    assert len(str(whole["sha256"])) == 64
    as_text = run("receipts", "show", row["id"])
    listed = run("receipts", "list")
    assert listed.stdout.split()[0] == row["id"]
    for text in (as_text.stdout, listed.stdout):
        assert not set(text) & {"\x1b", "\x07", "\x00", "\u202e"}
        assert SECRET not in text
        assert token not in text
    assert "␛]52" in as_text.stdout


def test_ids_that_are_none(run: Run) -> None:
    assert receipts(run, "list") == {"receipts": [], "unreadable": [], "code": 0}
    assert receipts(run, "show", "../x")["code"] == 2
    assert receipts(run, "resolve", "x", "--created")["code"] == 2
    assert run("receipts", "resolve", "x").returncode == 2
    assert run("receipts", "resolve", "x", "--not-created", "--campaign", "cd-1").returncode == 2
    assert run("receipts").returncode == 2


def test_a_damaged_file_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = home / ".local" / "state" / "kore-campaign" / "receipts"
    folder.mkdir(parents=True)
    (folder / "x.json").write_text("{")
    assert main(["receipts", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unreadable"] == [str(folder / "x.json")]


def test_prune_says_how_many_and_asks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    for outcome in ("accepted", "refused", "unknown"):
        sent(outcome, 31)
    sent("accepted", 2)
    assert main(["receipts", "prune", "--older", "30", "--dry-run"]) == 0
    assert "2 receipts older than 30 days would be deleted." in capsys.readouterr().err
    assert main(["receipts", "prune", "--older", "30"]) == 0
    said = capsys.readouterr().err
    assert "2 receipts older than 30 days deleted. 1 create of which nobody knows: kept." in said
    assert "1 of them was accepted: submit no longer knows that" in said
    assert main(["receipts", "prune", "--older", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (len(found["pruned"]), found["open"], found["dryRun"]) == (1, 1, False)


@pytest.mark.parametrize("days", ["0", "-1", "x", "36501", "1.5"])
def test_days_that_are_none(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["receipts", "prune", "--older", days]) == 2
    assert "1 to 36,500 days" in capsys.readouterr().err


def test_the_list_shows_what_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    ids = [sent(outcome, days).id for outcome, days in (("accepted", 1), ("unknown", 2), ("refused", 12))]

    def listed(*words: str) -> list[str]:
        assert main(["receipts", "list", "--json", *words]) == 0
        return [each["id"] for each in json.loads(capsys.readouterr().out)["receipts"]]

    assert listed() == ids
    assert listed("--open") == [ids[1]]
    assert listed("--name", "2") == ids[1:]
    assert listed("--newest", "2") == ids[:2]
    assert listed("--name", "nothing like it") == []
    assert main(["receipts", "list", "--name", "nothing like it"]) == 0
    assert "None of what was sent is like that." in capsys.readouterr().err
