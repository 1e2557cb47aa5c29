"""Drafts, receipts, intents and profiles that version 0.1 wrote still load, and still stop what they stopped."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.unresolved import unresolved
from tui.campaign.fields import Api
from tui.campaign.hours import Week, Window
from tui.campaign.serialize import infer_api
from tui.credentials import profile_file
from tui.credentials.profiles import SecretPlace
from tui.storage import drafts, intents, receipts
from tui.storage.folders import config_folder, state_folder

WRITTEN = Path(__file__).parent.parent / "samples" / "written_by_0_1"
ACCEPTED, UNKNOWN, BROKEN_OFF = "20261120-080000-aaaaaa", "20261120-090000-bbbbbb", "20261120-100000-cccccc"


@pytest.fixture(autouse=True)
def laid_out() -> None:
    """The files in the folders of a fresh home, as private as they were."""
    for name in ("drafts", "intents", "receipts"):
        for path in (WRITTEN / name).iterdir():
            copied(path, state_folder(name))
    copied(WRITTEN / "profiles.toml", config_folder())


def copied(path: Path, folder: Path) -> None:
    (folder / path.name).touch(mode=0o600)
    shutil.copyfile(path, folder / path.name)


def test_the_draft() -> None:
    (listed,) = drafts.listed()
    content = drafts.read(listed.path)
    draft = content.draft
    assert (content.api, content.step, content.focus) == (Api.V1, "Calling hours", "zone")
    assert (draft.name, draft.mode, draft.attempts) == ("Spring renewals", "Preview", "many")
    assert draft.contact_lists == ("Renewals July", "Buyers Q2")
    assert draft.hours_text == "9-6?"
    assert draft.week == Week.of([Window(0, 540, 780), Window(0, 840, 1080), Window(5, 600, 840)])
    assert draft.weeks["DAILY"] == Week.of([Window(day, 540, 1080) for day in range(7)])


def test_receipts_and_intents() -> None:
    known, unreadable = intents.everything()
    assert unreadable == []
    assert [each.id for each in known] == [BROKEN_OFF, UNKNOWN, ACCEPTED]
    assert [each.outcome for each in known] == ["", receipts.UNKNOWN, receipts.ACCEPTED]
    assert {infer_api(each.document) for each in known} == {Api.V1}
    assert known[2].campaign_id == "cd-2"
    assert known[2].before == ("cd-1",)
    assert [each.id for each in unresolved()] == [BROKEN_OFF, UNKNOWN]


@pytest.mark.parametrize("record_id", [UNKNOWN, BROKEN_OFF])
def test_what_was_open_is_open_for_the_same_content_alone(record_id: str) -> None:
    begun = next(each for each in unresolved() if each.id == record_id)
    with pytest.raises(intents.OpenError) as refused:
        intents.begin(replace(begun, id="20261201-000000-dddddd"))
    assert refused.value.intent.id == record_id
    intents.begin(replace(begun, id="20261201-000000-dddddd", content="other"))


def test_what_was_accepted_is_known() -> None:
    done = next(each for each in intents.everything()[0] if each.id == ACCEPTED)
    again = replace(done, id="20261201-000000-dddddd", outcome="", campaign_id=None)
    with pytest.raises(intents.AcceptedError) as refused:
        intents.begin(again)
    assert (refused.value.intent.id, refused.value.intent.campaign_id) == (ACCEPTED, "cd-2")


def test_the_profiles() -> None:
    found = profile_file.load()
    assert [each.name for each in found.all] == ["prod-eu", "uat"]
    assert found.default == "uat"
    assert found.named("prod-eu").is_production
    assert found.named("prod-eu").secret_place is SecretPlace.ASK
    assert found.named("prod-eu").api == "v2"
