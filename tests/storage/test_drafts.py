"""Drafts on disk: whole, private, held by one session, and never a secret."""

import dataclasses
import errno
import json
import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.hours import Unsettled, Week, Window
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign as read_campaign
from tui.storage import drafts
from tui.storage.draft_errors import DamagedDraftError, DraftError, NewerDraftError
from tui.storage.draft_text import (
    DRAFT_SCHEMA,
    Content,
    Holder,
    decode,
    encode,
)
from tui.storage.drafts import DraftFile, HeldDraftError, delete, find, listed, read, rename
from tui.storage.folders import state_folder

FULL = Draft(
    name="Été \x1b[31m", mode="Agentless", contact_lists=("A", "B"), queue="of another mode", flow="Flow",
    attempts="many", zone="Asia/Kolkata", frequency="DAILY", hours_text="9-6?", detection_kept=True, has_schedule=False,
    repaired=("x",), unrepaired=[{"day": "MO", "start": "9", "end": None}], edited="WEEKLY", copied="DAILY",
    unsettled={"WEEKLY": Unsettled("9-", ("y",), [1]), "CUSTOM": Unsettled(None, ("z",), [{"day": None}])},
    weeks={"DAILY": Week.of([Window(0, 540, 1080)]), "WEEKLY": Week.of([Window(6, 0, 1439), Window(1, 1, 2)])},
)  # fmt: skip
CONTENT = Content(
    FULL, Api.V2, title="Mine", step="Calling hours", focus="zone", place="platform",
    connection={"profile": "uat", "host": "h", "app_id": "st-1", "account_id": "", "client_id": "cs-1"},
    touched=("name",), visited=("Basics", "Connection"), file_name="x.json",
)  # fmt: skip


def new(content: Content = CONTENT) -> Path:
    """A draft on disk that nobody holds."""
    file = drafts.new(time.time())
    file.save(content)
    file.release()
    return file.path


def test_everything_typed_comes_back() -> None:
    before = time.time()
    kept = read(new())
    assert before <= kept.saved <= time.time()
    assert replace(kept, saved=0.0, holder=Holder()) == CONTENT
    assert kept.holder.pid == os.getpid()


texts = st.text(st.characters(codec="utf-8"), max_size=20)
weeks = st.builds(
    lambda days: Week(tuple(days)), st.lists(st.integers(0, 2**1439 - 1), min_size=7, max_size=7)
)
built = st.builds(
    Draft, name=texts, mode=texts, contact_lists=st.lists(texts, max_size=3).map(tuple), attempts=texts,
    hours_text=st.none() | texts, weeks=st.dictionaries(texts, weeks, max_size=3), detection_kept=st.booleans(),
)  # fmt: skip


@given(built, texts)
def test_any_draft_comes_back(draft: Draft, step: str) -> None:
    text = encode(Content(draft, Api.V1, step=step))
    assert text.isascii()
    kept = decode(text.encode())
    assert (kept.draft, kept.step) == (draft, step)


def test_every_field_of_a_draft_is_kept() -> None:
    body = json.loads(encode(CONTENT).splitlines()[1])
    assert set(body["draft"]) == {each.name for each in dataclasses.fields(Draft)}


def test_only_what_is_no_secret_of_a_connection_is_kept() -> None:
    content = replace(CONTENT, connection={"host": "h", "client_secret": "pl4nted"})
    assert "pl4nted" not in encode(content)


def test_it_is_private_and_leaves_nothing_beside_it() -> None:
    path = new()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir() if not each.name.endswith(".lock")] == [path.name]


def test_a_newer_one_is_left_alone_and_named() -> None:
    path = new()
    text = path.read_text().replace(f'"schema": {DRAFT_SCHEMA}', f'"schema": {DRAFT_SCHEMA + 1}')
    path.write_text(text)
    with pytest.raises(NewerDraftError, match="newer version"):
        DraftFile(path).read()
    assert path.read_text() == text
    assert "newer version" in listed()[0].trouble


@pytest.mark.parametrize("cut", [0, 10, 200, -5])
def test_a_damaged_one_is_set_aside(cut: int) -> None:
    path = new()
    data = path.read_bytes()[:cut] if cut else b""
    path.write_bytes(data)
    assert listed()[0].trouble == "is damaged"
    with pytest.raises(DamagedDraftError, match="kept aside as"):
        DraftFile(path).read()
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == data
    assert listed() == []


def test_one_byte_changed_is_damage() -> None:
    path = new()
    path.write_text(path.read_text().replace("Asia/Kolkata", "Asia/Kolkatb"))
    with pytest.raises(DamagedDraftError):
        read(path)


def test_one_of_a_type_that_is_not_known_is_not_opened() -> None:
    content = Content()
    content.draft.campaign_type = "fax"
    with pytest.raises(DamagedDraftError):
        decode(encode(content).encode())


def test_the_campaign_files_of_older_versions_still_load() -> None:
    document = example(Mode.PREVIEW, Api.V1)
    old = state_folder("drafts") / "draft-20250101-090000-1.json"
    old.write_text(json.dumps(document))
    assert [each.name for each in listed()] == [document["name"]]
    file = DraftFile(old)
    file.take()
    content = file.read()
    assert content.draft == read_campaign(document).draft
    file.save(content)
    file.release()
    assert not old.exists()
    assert read(old.with_suffix(".draft")).draft == content.draft


def test_another_session_is_told_who_has_it_open() -> None:
    file = drafts.new(time.time())
    file.save(CONTENT)
    code = (
        "import sys\nfrom pathlib import Path\nfrom tui.storage.drafts import DraftFile, HeldDraftError\n"
        "try:\n    DraftFile(Path(sys.argv[1])).take()\nexcept HeldDraftError as held:\n    print(held)"
    )
    asked = [sys.executable, "-c", code, str(file.path)]
    said = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=30).stdout
    assert f"is open in another session (pid {os.getpid()}" in said
    assert " since " in said
    for refused in (lambda: rename(file.path, "x"), lambda: delete(file.path)):
        with pytest.raises(HeldDraftError):
            refused()
    assert listed()[0].holder is not None
    assert read(file.path).name == "Mine"
    file.release()
    assert subprocess.run(asked, capture_output=True, text=True, check=True, timeout=30).stdout == ""
    assert listed()[0].holder is None


def test_what_a_killed_writer_left_is_swept_and_what_a_living_one_writes_is_not() -> None:
    path = new()
    dead = path.with_name(f".{path.name}.abcd.tmp")
    dead.touch()
    held = drafts.new(time.time() - 60)
    held.save(CONTENT)
    alive = held.path.with_name(f".{held.path.name}.abcd.tmp")
    alive.touch()
    listed()
    assert not dead.exists()
    assert alive.exists()
    held.release()


def test_rename_and_delete() -> None:
    path = new()
    rename(path, "Another")
    assert read(path).name == "Another"
    assert read(path).draft == FULL
    delete(path)
    assert list(path.parent.iterdir()) == []


def test_found_by_id_by_its_beginning_and_by_name() -> None:
    first = new()
    second = new(replace(CONTENT, title="Second"))
    assert find(drafts.draft_id(second)) == second
    assert find("second") == second
    assert find("mine") == first
    with pytest.raises(DraftError, match="more than one"):
        find("20")
    with pytest.raises(DraftError, match="is no draft"):
        find("nowhere")


def test_a_full_disk_is_an_error_and_the_old_draft_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    file = drafts.new(time.time())
    file.save(CONTENT)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        file.save(replace(CONTENT, title="Later"))
    monkeypatch.undo()
    assert read(file.path).name == "Mine"
    assert not list(file.path.parent.glob(".*.tmp"))
    file.release()
