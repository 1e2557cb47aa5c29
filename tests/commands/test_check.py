import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.campaign.fingerprint import fingerprint
from tui.cli import main

V2 = model.example(Mode.AGENTLESS, Api.V2)


def check(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_a_valid_file_says_so_on_stderr(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = check(str(campaign), capsys=capsys)
    assert (code, out) == (0, "")
    assert "valid for v1" in err


def test_problems_go_to_stdout_one_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.json"
    text = json.dumps(V2 | {"priority": 5, "dailingMode": "Agentless"}, indent=1)
    path.write_text(text)
    at = {key: text[: text.index(f'"{key}"')].count("\n") + 1 for key in ("priority", "dailingMode")}
    code, out, _ = check(str(path), capsys=capsys)
    lines = out.splitlines()
    assert code == 2
    assert len(lines) == 2
    assert any(line.startswith(f"{path}:{at['priority']}:2: error: priority: ") for line in lines)
    assert any(line.startswith(f"{path}:{at['dailingMode']}:2: error: dailingMode: ") for line in lines)


def test_json_is_one_object_for_all_files(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, broken = tmp_path / "v2.json", tmp_path / "broken.json"
    other.write_text(json.dumps({key: value for key, value in V2.items() if key != "schedule"}))
    broken.write_text("{")
    code, out, _ = check(str(campaign), str(other), str(broken), "nowhere", "--json", capsys=capsys)
    files = json.loads(out)["files"]
    assert code == 2
    assert [(each["file"], each["valid"], each["api"]) for each in files] == [
        (str(campaign), True, "v1"), (str(other), True, "v2"), (str(broken), False, None), ("nowhere", False, None),
    ]  # fmt: skip
    assert [each["problems"] for each in files[:1]] == [[]]
    assert files[1]["problems"][0]["severity"] == "warning"
    assert set(files[1]["problems"][0]) == {"field", "severity", "message", "line", "column"}
    assert (files[3]["problems"][0]["line"], files[3]["problems"][0]["column"]) == (None, None)
    assert files[2]["problems"][0]["field"] == ""
    assert (files[2]["problems"][0]["line"], files[2]["problems"][0]["column"]) == (1, 2)


def test_the_version_can_be_told(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = check(str(campaign), "--api", "v2", "--json", capsys=capsys)
    found = json.loads(out)["files"][0]
    assert (code, found["api"], found["valid"]) == (2, "v2", False)
    assert "dncLists.name" in {each["field"] for each in found["problems"]}


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Asia/Mumbai", "'Asia/Mumbai' is no time zone known here. Perhaps Asia/Kolkata?"),
        ("America/Washington", "names 2 time zones: America/New_York or America/Los_Angeles."),
        ("Spain", "'Spain' names 3 time zones: Europe/Madrid, Atlantic/Canary or Africa/Ceuta."),
        ("Iran", "Perhaps Asia/Tehran?"), ("asia/kolkata", "Write Asia/Kolkata, spelled exactly so."),
        ("BST", "is an abbreviation, not a region. It may be Europe/London, Asia/Dhaka or Pacific/Bougainville."),
        ("UTC+5:45", "is a fixed offset, not a region. At it now: Asia/Kathmandu."),
        ("UTC", "is a fixed offset, not a region. Whose clock do the hours follow?"),
        ("Eastern Standard Time", "Perhaps America/New_York?"), ("Asia/Kolkatta", "Perhaps Asia/Kolkata?"),
        ("America/Qwerty", "'America/Qwerty' is no time zone of a region: use a name such as Asia/Kolkata."),
    ],
)  # fmt: skip
def test_a_zone_that_is_none_names_what_is_right(
    zone: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(json.dumps(V2))
    document["dialingStrategy"]["callingHours"]["timezone"] = zone
    path = tmp_path / "zone.json"
    path.write_text(json.dumps(document))
    code, out, _ = check(str(path), capsys=capsys)
    assert code == 2
    assert said in out


def test_a_name_that_is_hostile_stays_inert(tmp_path: Path, run: Run) -> None:
    name = "x\x1b[2J\u202e.json"
    (tmp_path / name).write_text('{"\\u001b]0;x\\u0007": "\\u001b[31m"}')
    done = run("check", name)
    assert done.returncode == 2
    assert not set(done.stdout + done.stderr) & {"\x1b", "\x07", "\u202e"}
    found = json.loads(run("check", name, "--json").stdout)
    assert found["files"][0]["file"] == name


def test_stdin_and_a_reader_that_leaves(run: Run, campaign: Path) -> None:
    assert run("check", "-", text=campaign.read_text()).returncode == 0
    assert "empty" in run("check", "-").stdout


def test_an_answer_of_the_platform_is_called_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "answer.json"
    path.write_text(json.dumps({"status": "success", "data": V2}))
    code, out, _ = check(str(path), capsys=capsys)
    assert code == 2
    assert len(out.splitlines()) == 1
    assert "answer of the platform" in out
    assert "under 'data'" in out
    assert f"{path}:1:23: error: data: " in out


@pytest.mark.parametrize("key", ["info", "item", "body", "x"])
def test_what_is_like_no_key_gets_no_suggestion(
    key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps(V2 | {key: 1}))
    _, out, _ = check(str(path), capsys=capsys)
    assert f"'{key}' is no key of a campaign." in out


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="a path of Linux and macOS")
def test_a_pipe_by_its_name(run: Run, campaign: Path) -> None:
    assert run("check", "/dev/stdin", text=campaign.read_text()).returncode == 0


def test_the_fingerprint_is_printed_of_what_would_be_sent(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = json.loads(campaign.read_text())
    same, other, broken = tmp_path / "same.json", tmp_path / "other.json", tmp_path / "broken.json"
    same.write_text(json.dumps(dict(reversed(document.items())), indent=7))
    other.write_text(json.dumps(document | {"name": "Another"}))
    broken.write_text(json.dumps(document | {"priority": 5}))
    code, out, _ = check(str(campaign), str(same), str(other), str(broken), "--fingerprint", capsys=capsys)
    shown = dict(line.rsplit(": ", 1) for line in out.splitlines() if "error" not in line)
    assert code == 2
    assert shown[str(campaign)] == shown[str(same)] == fingerprint(document)
    assert shown[str(other)] not in {shown[str(same)], ""}
    assert str(broken) not in shown
    _, out, _ = check(str(campaign), str(broken), "--json", capsys=capsys)
    assert [each["fingerprint"] for each in json.loads(out)["files"]] == [fingerprint(document), None]


def test_a_file_of_the_other_version_is_converted_where_that_is_asked_for(
    campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = check(str(campaign), "--api", "v2", capsys=capsys)
    assert code == 2
    assert "What --api leaves open is decided by --dnc-list" in err
    assert "error: dncLists.name: v2 needs a DNC list, and v1 has none: one must be named." in out
    code, out, err = check(str(campaign), "--api", "v2", "--dnc-list", "DNC December", capsys=capsys)
    assert (code, "valid for v2" in err) == (0, True)
    assert "warning: dncLists.name: v2 has a DNC list: nobody on DNC December is called." in out
    assert (
        "warning: enableMachineDetect: Machine detection, which is off for Progressive, is left out." in out
    )
    other = tmp_path / "v2.json"
    other.write_text(json.dumps(V2))
    code, out, _ = check(str(other), "--api", "v1", capsys=capsys)
    assert code == 2
    assert "error: dncLists.name: v1 has no DNC list: people on Default Global DNC would be called." in out
    assert check(str(other), "--api", "v1", "--without-dnc-list", capsys=capsys)[0] == 0


def test_a_wrong_file_is_not_converted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(V2 | {"priority": 5}))
    _, out, _ = check(str(path), "--api", "v1", "--without-dnc-list", capsys=capsys)
    assert "DNC list belongs to v2, not to v1." in out


def test_what_is_decided_needs_a_version(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = check(str(campaign), "--dnc-list", "x", capsys=capsys)
    assert (code, "are for --api, which converts a file" in err) == (2, True)
