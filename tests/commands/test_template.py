"""``template``: keep a campaign under a name, look at it, remove it."""

import json
from pathlib import Path

import pytest

from tests.storage.test_drafts import new
from tui.cli import main
from tui.storage import templates


def said(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_save_list_show_remove(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template"]) == 0
    assert said(capsys) == "No templates are kept.\n"
    assert main(["template", "save", "Spring calls", str(campaign)]) == 0
    assert said(capsys) == "Kept as Spring calls, without name and contact lists.\n"
    assert main(["template", "list"]) == 0
    assert capsys.readouterr().out.split() == ["Spring", "calls", "Progressive", "v1", "just", "now"]
    assert main(["template", "show", "spring calls"]) == 0
    kept, sent = json.loads(capsys.readouterr().out), json.loads(campaign.read_text())
    assert kept == {key: value for key, value in sent.items() if key not in {"name", "contactLists"}}
    assert main(["template", "show", "spring calls", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["name"], shown["api"], shown["campaign"]) == ("Spring calls", "v1", kept)
    assert main(["template", "remove", "Spring calls"]) == 2
    assert "Nobody can be asked" in said(capsys)
    assert main(["template", "remove", "Spring calls", "--yes"]) == 0
    assert main(["template", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"templates": [], "unreadable": []}


def test_a_draft_is_kept_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    new()
    assert main(["template", "save", "Mine", "--draft", "mine"]) == 0
    assert templates.find("Mine").draft.flow == "Flow"
    assert main(["template", "save", "Mine", "--draft", "nowhere"]) == 2
    assert "nowhere is no draft." in said(capsys)


def test_a_name_that_is_taken_needs_a_word(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["template", "save", "Spring", str(campaign)]) == 0
    said(capsys)
    assert main(["template", "save", "SPRING", str(campaign)]) == 2
    assert said(capsys) == (
        "kore-campaign: There is a template called SPRING already. --replace saves over one.\n"
    )
    assert main(["template", "save", "SPRING", str(campaign), "--replace"]) == 0
    assert [each.name for each in templates.listed().all] == ["SPRING"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["show", "Sprnig"], "No template is called Sprnig: did you mean Spring?"),
        (["remove", "Sprnig", "--yes"], "No template is called Sprnig: did you mean Spring?"),
        (["show", "\x1b[31m"], "No template is called ␛[31m."),
        (["save", "x", "nowhere.json"], "nowhere.json"),
    ],
)
def test_what_is_none_is_one_line(
    words: list[str], why: str, campaign: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["template", "save", "Spring", str(campaign)])
    said(capsys)
    assert main(["template", *words]) == 2
    line = said(capsys)
    assert why in line
    assert line.count("\n") == 1


def test_a_template_is_saved_from_one_thing(campaign: Path) -> None:
    assert main(["template", "save", "x"]) == 2
    assert main(["template", "save", "x", str(campaign), "--draft", "mine"]) == 2
