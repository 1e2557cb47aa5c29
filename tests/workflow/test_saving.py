"""Saving what is shown: whole paths, folders that are no files, nothing replaced unasked."""

from pathlib import Path

import pytest

from tui.workflow.saving import Saver


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one is in, which is one's home as well."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    return folder


def test_the_whole_path_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Saver().save("june.json", "{}", "x.json") == (
        f"Saved as {tmp_path}/june.json, readable by you alone.",
        False,
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Saver().save("~/july.json", "{}", "x.json")[0].startswith(f"Saved as {tmp_path}/july.json")


@pytest.mark.parametrize("name", [".", "..", "there", "there/", "~", "new/"])
def test_a_folder_is_no_file(name: str, here: Path) -> None:
    (here / "there").mkdir()
    said, failed = Saver().save(name, "{}", "june.json")
    assert failed
    assert "is a folder: add a file's name, such as " in said
    assert said.endswith("/june.json.")
    assert [each.name for each in here.iterdir()] == ["there"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Type a name for the file first."),
        ("nowhere/june.json", "there is no folder"),
        ("a\0b", "was not saved"),
        ("x" * 300, "File name too long"),
        ("~nobody-of-this-name/june.json", "was not saved"),
        ("\x1b[31m/june", "there is no folder"),
    ],
)
def test_what_cannot_be_saved_is_said(name: str, said: str, here: Path) -> None:
    found, failed = Saver().save(name, "{}", "june.json")
    assert failed
    assert said in found
    assert found.isprintable()
    assert not list(here.iterdir())
