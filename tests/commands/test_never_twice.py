"""``submit`` run again: whatever became of the first one, and of its note, it creates once."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import IDS, ROOT, environment
from tests.commands.test_killed import kill
from tests.fault_server import CAMPAIGN_ID, FaultServer, answer, closed_port, page, serving
from tests.storage.test_notes import FOUR, Spoil
from tui.cli import main
from tui.storage import intents, receipts

Submit = Callable[..., dict[str, Any]]
LIST = "getAllCampaignDetails"
READ = f"/campaign/{CAMPAIGN_ID} "


def there(status: str = "Ready") -> dict[str, list[bytes]]:
    """A platform that has no campaign in its list, and reads one back."""
    data = {"_id": CAMPAIGN_ID, "name": "Renewal calls June", "status": status}
    return {LIST: [page()], READ: [answer(200, {"status": "success", "data": data})]}


@pytest.fixture
def submit(campaign: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Submit:
    """Run ``submit --yes`` here, and give what it printed."""

    def submit(host: str, *more: str, **ids: str) -> dict[str, Any]:
        for name, value in {**IDS, "KORE_HOST": host, **ids}.items():
            monkeypatch.setenv(name, value)
        code = main(["submit", str(campaign), "--yes", "--json", "--timeout", "1", *more])
        out, err = capsys.readouterr()
        found: dict[str, Any] = json.loads(out)
        return found | {"code": code, "stderr": err}

    return submit


def of(done: dict[str, Any]) -> tuple[object, ...]:
    return done["outcome"], done["code"], done["campaignId"]


# --- what was accepted


def test_what_was_accepted_is_read_back_and_not_created_again(submit: Submit) -> None:
    with serving("accept", reads=there()) as server:
        assert of(submit(server.url)) == ("accepted", 0, CAMPAIGN_ID)
        again = submit(server.url)
        assert len(server.creates) == 1
        assert [each.line.split()[0] for each in server.received if READ in each.line] == ["GET"]
        assert of(submit(server.url, "--again")) == ("accepted", 0, CAMPAIGN_ID)
        assert len(server.creates) == 2
    assert of(again) == ("exists", 7, CAMPAIGN_ID)
    assert again["campaignStatus"] == "Ready"
    assert "Nothing was sent now" in again["message"]
    assert "Renewal calls June, Ready." in again["message"]


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (answer(404, {"message": "Not Found"}), "deleted since"),
        (answer(410, b""), "deleted since"),
        (answer(500, b""), "could not be looked up, so this is by the receipt alone: HTTP 500"),
        (answer(200, b"OK"), "could not be looked up"),
        (answer(401, {"errors": [{"msg": "Invalid JWT token"}]}), "could not be looked up"),
        (answer(429, b""), "could not be looked up"),
    ],
)
def test_whatever_the_look_comes_to_it_is_there(submit: Submit, read: bytes, said: str) -> None:
    with serving("accept", reads={LIST: [page()], READ: [read]}) as server:
        submit(server.url)
        again = submit(server.url)
        assert len(server.creates) == 1
    assert of(again) == ("exists", 7, CAMPAIGN_ID)
    assert said in again["message"]


def test_where_nobody_answers_it_is_there_by_the_receipt(submit: Submit) -> None:
    with serving("accept") as server:
        submit(server.url)
    again = submit(server.url)
    assert of(again) == ("exists", 7, CAMPAIGN_ID)
    assert "by the receipt alone" in again["message"]


def test_one_without_an_id_is_there_by_the_receipt(submit: Submit) -> None:
    with serving("accept-without-id") as server:
        submit(server.url)
        again = submit(server.url)
        assert len(server.creates) == 1
    assert of(again) == ("exists", 7, None)
    assert "by the receipt alone" in again["message"]


def test_what_a_person_found_is_there(submit: Submit, capsys: pytest.CaptureFixture[str]) -> None:
    with serving("close-after-read", reads=there()) as server:
        assert submit(server.url)["code"] == 6
        ((known,), _) = intents.everything()
        assert main(["receipts", "resolve", known.id, "--created", "--campaign", CAMPAIGN_ID]) == 0
        capsys.readouterr()
        again = submit(server.url)
        assert len(server.creates) == 1
    assert of(again) == ("exists", 7, CAMPAIGN_ID)
    assert "was found to be created" in again["message"]


def test_again_sends_nothing_while_one_is_unknown(submit: Submit) -> None:
    with serving("accept", reads=there()) as server:
        submit(server.url)
        server.behaviour = "close-after-read"
        assert submit(server.url, "--again")["code"] == 6
        server.behaviour = "accept"
        assert submit(server.url, "--again")["code"] == 6
        assert submit(server.url)["code"] == 6
        assert len(server.creates) == 2


def test_other_content_account_app_or_place_is_another(submit: Submit, campaign: Path) -> None:
    with serving("accept") as server, serving("accept") as other:
        submit(server.url)
        assert submit(server.url, KORE_ACCOUNT_ID="acc-2")["code"] == 0
        assert submit(server.url, KORE_APP_ID="st-2")["code"] == 0
        assert submit(other.url)["code"] == 0
        campaign.write_text(campaign.read_text().replace("Renewal calls June", "Renewal calls July"))
        assert submit(server.url)["code"] == 0
        assert (len(server.creates), len(other.creates)) == (4, 1)


@pytest.mark.parametrize("spelling", ["http://localhost:{}", "http://[::1]:{}", "HTTP://LOCALHOST.:{}/"])
@pytest.mark.parametrize("behaviour", ["accept", "close-after-read"])
def test_another_spelling_is_no_other_place(submit: Submit, spelling: str, behaviour: str) -> None:
    with serving(behaviour) as server:
        first = submit(server.url)
        again = submit(spelling.format(server.port))
        assert len(server.creates) == 1
    assert (first["code"], again["code"]) == ((0, 7) if behaviour == "accept" else (6, 6))


def test_without_json_stdout_is_the_id_alone(
    submit: Submit, campaign: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving("accept", reads=there()) as server:
        submit(server.url)
        monkeypatch.setenv("KORE_CLIENT_SECRET", IDS["KORE_CLIENT_SECRET"])
        assert main(["submit", str(campaign), "--yes"]) == 7
    assert capsys.readouterr().out == f"{CAMPAIGN_ID}\n"


def test_practice_is_a_new_platform_each_time(submit: Submit, home: Path) -> None:
    for _ in range(2):
        assert submit("http://127.0.0.1:1", "--practice")["code"] == 0
    state = home / ".local/state/kore-campaign"
    assert len(list((state / "practice" / "receipts").glob("*.json"))) == 2
    assert not list(state.glob("receipts/*.json"))


def test_an_unknown_create_of_practice_needs_no_settling(submit: Submit) -> None:
    done = submit("http://127.0.0.1:1", "--practice-fault", "reset-after-read")
    assert done["code"] == 6
    assert "receipts resolve" not in done["message"] + done["stderr"]
    ((known,), _) = intents.everything()
    assert known.is_practice


# --- what nobody knows of, or can read


@pytest.mark.parametrize("spoil", FOUR)
def test_a_note_that_can_not_be_read_stops_it_until_it_is_settled(
    submit: Submit, spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving("close-after-read") as server:
        submit(server.url)
        ((known,), _) = intents.everything()
        intent, receipt = (place / f"{known.id}.json" for place in (intents.folder(), receipts.folder()))
        receipt.unlink()
        spoil(intent)
        server.behaviour = "accept"
        done = submit(server.url, "--again")
        assert of(done) == ("unknown", 6, None)
        assert str(intent) in done["message"]
        assert f"kore-campaign receipts resolve {known.id} --created or --not-created" in done["message"]
        assert main(["receipts", "list"]) == 0
        assert main(["receipts", "show", known.id]) == 0
        listed = capsys.readouterr()
        assert f"{known.id}  " in listed.out
        assert "unknown (unreadable)" in listed.out
        assert f"This file can't be read as a receipt: {intent}" in listed.err
        left = intent.read_bytes()
        assert main(["receipts", "resolve", known.id, "--not-created"]) == 0
        assert "never taken for what is sent later" in capsys.readouterr().err
        assert submit(server.url)["code"] == 0
        assert len(server.creates) == 2
    assert intent.read_bytes() == left


def test_a_note_that_is_gone_leaves_the_receipt(submit: Submit) -> None:
    with serving("close-after-read") as server:
        submit(server.url)
        ((known,), _) = intents.everything()
        (intents.folder() / f"{known.id}.json").unlink()
        server.behaviour = "accept"
        assert submit(server.url)["code"] == 6
        assert len(server.creates) == 1


def test_what_a_look_found_is_named_and_settled_by_its_id(
    submit: Submit, campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(campaign.read_text())
    row = {"_id": "cd-7", "name": document["name"], "status": "Ready", "createdAt": "2030-01-01T00:00:00Z"}
    reads = {
        LIST: [page(), page(row)],
        "/campaign/cd-7": [answer(200, {"status": "success", "data": document})],
    }
    with serving("close-after-read", reads=reads) as server:
        done = submit(server.url)
        ((known,), _) = intents.everything()
        assert (
            f"FOUND: cd-7 is new there, with the very content. kore-campaign receipts resolve {known.id} --created"
            in done["message"]
        )
        assert main(["receipts", "show", known.id]) == 0
        assert "FOUND: cd-7" in capsys.readouterr().err
        assert main(["receipts", "resolve", known.id, "--created"]) == 0
        assert "was created as cd-7" in capsys.readouterr().err
        assert of(submit(server.url)) == ("exists", 7, "cd-7")
        assert len(server.creates) == 1


# --- scripts


def test_two_at_once_create_once(campaign: Path) -> None:
    with serving("late", reads=there()) as server:
        both = [_started(campaign, server) for _ in range(2)]
        codes = sorted(each.wait(30) for each in both)
        assert len(server.creates) == 1
    assert codes[0] == 0
    assert codes[1] in {6, 7}


def test_a_script_that_died_after_its_create_and_is_run_again_creates_once(
    campaign: Path, tmp_path: Path
) -> None:
    """README's own lines, after a program that was killed once its receipt was there."""
    (lines,) = re.findall(r"^```\n(id=.*?)```$", (ROOT / "README.md").read_text(), re.M | re.S)
    program = tmp_path / "kore-campaign"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
    program.chmod(0o700)

    def script(server: FaultServer) -> tuple[int, str]:
        given = environment({**IDS, "KORE_HOST": server.url})
        given["PATH"] = f"{tmp_path}:{given['PATH']}"
        done = subprocess.run(
            ["sh", "-c", f'{lines}echo "made $id"'], cwd=tmp_path, env=given,
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    with serving("accept", reads=there()) as server:
        kill(campaign, tmp_path, server, "save 2 is done")
        assert script(server) == (0, f"made {CAMPAIGN_ID}\n")
        assert len(server.creates) == 1
        server.behaviour = "412"
        campaign.write_text(campaign.read_text().replace("Renewal", "Another"))
        assert script(server) == (4, "")
        assert len(server.creates) == 2


def test_one_that_was_killed_in_flight_is_on_its_way_nowhere(campaign: Path, submit: Submit) -> None:
    with serving("silent") as server:
        first = _started(campaign, server)
        while not server.creates:
            assert first.poll() is None
        assert "is on its way in another session" in submit(server.url)["message"]
        first.send_signal(signal.SIGKILL)
        first.wait(30)
        again = submit(server.url)
        assert of(again) == ("unknown", 6, None)
        assert "nobody knows what came of it" in again["message"]
        assert len(server.creates) == 1


def test_a_number_that_came_back_is_no_session(submit: Submit) -> None:
    """As after a restart of a container: the note's process has the number of one that runs."""
    with serving("close-after-read") as server:
        submit(server.url)
        ((known,), _) = intents.everything()
        path = intents.folder() / f"{known.id}.json"
        receipts.folder().joinpath(path.name).unlink()
        note = json.loads(path.read_text()) | {"outcome": ""}
        path.write_text(json.dumps(note))
        assert "is on its way in another session" in submit(server.url)["message"]
        path.write_text(json.dumps(note | {"started": "1"}))
        assert "nobody knows what came of it" in submit(server.url)["message"]


def _started(campaign: Path, server: FaultServer) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "tui", "submit", str(campaign), "--yes", "--timeout", "20"],
        env=environment({**IDS, "KORE_HOST": server.url}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_nobody_there_is_no_receipt(submit: Submit) -> None:
    host = f"http://127.0.0.1:{closed_port()}"
    assert [submit(host)["code"] for _ in range(2)] == [5, 5]


def test_nobody_is_asked_about_what_is_there(
    submit: Submit, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving("accept", reads=there()) as server:
        submit(server.url)
        monkeypatch.setenv("KORE_CLIENT_SECRET", IDS["KORE_CLIENT_SECRET"])
        assert main(["submit", str(campaign)]) == 7
        assert len(server.creates) == 1
