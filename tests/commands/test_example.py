import json
from pathlib import Path

import pytest

from tui.campaign.fields import Api, Mode
from tui.cli import main


@pytest.mark.parametrize("api", Api)
@pytest.mark.parametrize("mode", Mode)
def test_an_example_is_valid_as_it_stands(
    mode: Mode, api: Api, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["example", mode.lower(), "--api", api]) == 0
    path = tmp_path / "example.json"
    path.write_text(capsys.readouterr().out)
    assert main(["check", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["files"][0]
    assert (found["api"], found["problems"]) == (api, [])
    assert json.loads(path.read_text())["dialingMode"] == mode
