import json
import time
from dataclasses import replace

import pytest

from tests.storage.test_drafts import CONTENT, new
from tui.cli import main
from tui.storage import drafts


def test_list_show_rename_delete(capsys: pytest.CaptureFixture[str]) -> None:
    path = new()
    name = drafts.draft_id(path)
    assert main(["drafts"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split() == [name, "just", "now", "Mine", "at", "Calling", "hours"]
    assert main(["drafts", "rename", "mine", "Renewals"]) == 0
    assert main(["drafts", "show", "Renewals", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["id"], shown["name"], shown["step"], shown["valid"]) == (
        name,
        "Renewals",
        "Calling hours",
        False,
    )
    assert shown["campaign"]["contactLists"] == ["A", "B"]
    assert main(["drafts", "delete", name]) == 2
    assert "Nobody can be asked" in capsys.readouterr().err
    assert main(["drafts", "delete", name, "--yes"]) == 0
    assert not path.exists()
    assert main(["drafts", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"drafts": []}


def test_an_escape_in_a_name_is_only_text(capsys: pytest.CaptureFixture[str]) -> None:
    new(replace(CONTENT, title=""))
    main(["drafts"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "Été" in out


def test_one_that_is_open_is_named_and_stays(capsys: pytest.CaptureFixture[str]) -> None:
    file = drafts.new(time.time())
    file.save(CONTENT)
    for command in (["rename", "mine", "x"], ["delete", "mine", "--yes"], ["resume", "mine"]):
        assert main(["drafts", *command]) == 2
        said = capsys.readouterr().err
        assert "is open in another session (pid" in said
    assert "--copy" in said
    main(["drafts", "--json"])
    assert json.loads(capsys.readouterr().out)["drafts"][0]["openIn"]["pid"]
    file.release()


def test_what_is_none_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["drafts", "show", "nowhere"]) == 2
    assert capsys.readouterr().err == "kore-campaign: nowhere is no draft.\n"
    with pytest.raises(SystemExit):
        main(["drafts", "--help"])
