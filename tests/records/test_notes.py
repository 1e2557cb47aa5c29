"""Notes that can't be read, and what several files say of one create together."""

import json
import os
import stat
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from tests.records.test_intents import ended, intent
from tui.records import files, intents, receipts
from tui.records.receipts import PRACTICE, Receipt


def _cut(path: Path) -> None:
    path.write_text(path.read_text()[:-20])


def _empty(path: Path) -> None:
    path.write_text("")


def _newer(path: Path) -> None:
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 2'))


def _other_types(path: Path) -> None:
    path.write_text(path.read_text().replace('"process": ', '"process": "x", "y": '))


def _no_time(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | {"time": "yesterday"}))


def _no_content(path: Path) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | {"content": ""}))


def _binary(path: Path) -> None:
    path.write_bytes(b"\0" * 4096)


def _link(path: Path) -> None:
    path.rename(path.with_suffix(".moved"))
    path.symlink_to(path.with_suffix(".moved"))


def _link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _of_another(path: Path) -> None:
    path.write_text(path.read_text().replace(path.stem, "20260101-000000-other1"))


Spoil = Callable[[Path], None]
SPOILT = [
    _cut, _empty, _newer, _other_types, _no_time, _no_content, _binary, _link, _link_to_nothing, _folder, _pipe,
    _of_another,
]  # fmt: skip
FOUR = [_cut, _empty, _newer, _other_types]


def begun() -> tuple[Receipt, Path]:
    """A create whose note is on disk, and where."""
    known = intent()
    intents.begin(known)
    return known, intents.folder() / f"{known.id}.json"


def stands_before(other: Receipt) -> Receipt | None:
    return intents.standing(other)[0]


@pytest.mark.parametrize("spoil", SPOILT)
def test_an_intent_that_can_not_be_read_is_open_whatever_is_sent(spoil: Spoil) -> None:
    known, path = begun()
    spoil(path)
    for content in (known.content, "another"):
        with pytest.raises(intents.OpenError) as failed:
            intents.begin(intent(content=content, place="eu-platform.kore.ai"))
        assert failed.value.intent.id == known.id
        assert str(path) in failed.value.intent.message
    (there,), bad = intents.everything()
    assert (there.id, there.may_exist, there.content, bad) == (known.id, True, "", [path])
    assert not intents.is_on_its_way(there)


@pytest.mark.parametrize("spoil", FOUR)
@pytest.mark.parametrize("outcome", ["accepted", "refused", "unreachable"])
def test_a_closed_receipt_closes_it(spoil: Spoil, outcome: str) -> None:
    known, path = begun()
    receipts.save(replace(known, outcome=outcome))
    spoil(path)
    assert intents.unresolved() == []
    assert stands_before(intent()) is None


@pytest.mark.parametrize("spoil", FOUR)
def test_an_unknown_receipt_tells_what_it_was_about(spoil: Spoil) -> None:
    known, path = begun()
    unknown = replace(known, outcome="unknown")
    intents.finish(unknown)
    spoil(path)
    assert stands_before(intent()) == unknown
    assert stands_before(intent(content="x")) is None


def test_an_unknown_receipt_is_open_without_its_intent() -> None:
    known, path = begun()
    unknown = replace(known, outcome="unknown")
    intents.finish(unknown)
    path.unlink()
    assert stands_before(intent()) == unknown
    assert intents.resolve(known.id, created=False).resolved == "not-created"
    assert stands_before(intent()) is None


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_receipt_that_can_not_be_read_counts_while_there_is_an_intent(spoil: Spoil) -> None:
    known, path = begun()
    intents.finish(replace(known, outcome="unknown"))
    receipt = receipts.folder() / path.name
    spoil(receipt)
    assert stands_before(intent()) == known
    assert stands_before(intent(content="x")) is None
    path.unlink()
    assert stands_before(intent()) is None
    assert intents.everything() == ([], [receipt])


def test_where_neither_can_be_read_it_is_open() -> None:
    known, path = begun()
    intents.finish(replace(known, outcome="unknown"))
    _empty(path)
    _newer(receipts.folder() / path.name)
    assert stands_before(intent(content="x")) is not None


def kept_of(path: Path) -> tuple[int, ...]:
    """All that a write would change of a file; reading it changes another time, which is no matter."""
    found = path.lstat()
    return (
        found.st_ino,
        found.st_mode,
        found.st_nlink,
        found.st_uid,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )


@pytest.mark.parametrize("created", [True, False])
@pytest.mark.parametrize("spoil", SPOILT)
def test_a_person_settles_it_and_the_file_stays_as_it_is(spoil: Spoil, created: bool) -> None:
    known, path = begun()
    spoil(path)
    before = kept_of(path)
    settled = intents.resolve(known.id, created=created, campaign_id="cd-9" if created else None)
    own = path.with_suffix(".settled")
    assert stat.S_IMODE(own.stat().st_mode) == 0o600
    assert kept_of(path) == before
    assert settled.resolved == ("created" if created else "not-created")
    assert intents.everything() == ([settled], [path])
    assert intents.standing(intent()) == (None, None)
    with pytest.raises(KeyError):
        intents.resolve(known.id, created=created)


def _other_word(path: Path) -> None:
    path.write_text(path.read_text().replace("not-created", "perhaps"))


@pytest.mark.parametrize(
    "spoil",
    [_other_word, _cut, _empty, _newer, _binary, _link, _link_to_nothing, _folder, _pipe, _of_another],
)
def test_a_settlement_that_can_not_be_read_settles_nothing(spoil: Spoil) -> None:
    known, path = begun()
    intents.resolve(known.id, created=False)
    assert stands_before(intent()) is None
    spoil(path.with_suffix(".settled"))
    assert stands_before(intent()) == known


def test_a_settlement_without_a_create_is_nothing() -> None:
    known, path = begun()
    intents.resolve(known.id, created=True)
    path.unlink()
    assert intents.everything() == ([], [])


def test_what_is_half_written_and_what_is_hidden_is_no_note() -> None:
    known, path = begun()
    intents.drop(known)
    for name in (f".{path.name}.x1.tmp", f"._{path.name}", ".lock", f"{path.name}~"):
        (path.parent / name).write_text("{")
    assert intents.everything() == ([], [])


def test_a_readable_one_goes_before_one_that_may_be_of_any_content() -> None:
    known, _ = begun()
    other = intent(content="x", time="2099-01-01T00:00:00+00:00")
    _empty(receipts.save(other, intents.folder()))
    assert stands_before(intent()) == known


def test_what_may_not_be_read_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    known, _ = begun()

    def refused(name: str, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", name)

    with monkeypatch.context() as patched:
        patched.setattr("builtins.open", refused)
        (there,) = intents.unresolved()
    assert (there.id, there.content) == (known.id, "")
    assert "may not be read by you" in there.message
    assert intents.unresolved() == [known]


# --- read once


def test_each_is_read_once_and_again_only_where_it_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    read = files.load

    def counted(name: str, *, limit: int) -> object:
        names.append(Path(name).stem)
        return read(name, limit=limit)

    monkeypatch.setattr(receipts, "load", counted)
    first, second, third = intent(content="1"), intent(content="2"), intent(content="3")
    for each in (first, second):
        receipts.save(replace(each, outcome="accepted"))
    for _ in range(3):
        stands_before(intent())
        assert intents.standing(intent(content="1"))[1] == replace(first, outcome="accepted")
    assert sorted(names) == sorted([first.id, second.id])
    receipts.save(replace(third, outcome="accepted"))
    receipts.save(replace(second, outcome="accepted", campaign_id="cd-2"))
    (found,) = [intents.standing(intent(content="2"))[1]]
    assert found is not None
    assert found.campaign_id == "cd-2"
    assert sorted(names[2:]) == sorted([second.id, third.id])
    _empty(receipts.folder() / f"{first.id}.json")
    assert intents.standing(intent(content="1")) == (None, None)


# --- where, and who


def test_the_place_is_a_site_with_account_and_app() -> None:
    old, new = intent(account_id="acc-0"), intent(site="platform.kore.ai:443", place="platform.kore.ai:443")
    assert new.is_like(intent(site="platform.kore.ai:443", place="PLATFORM.kore.ai"))
    assert not new.is_like(replace(new, account_id="acc-2"))
    assert not new.is_like(replace(new, app_id="st-2"))
    assert not new.is_like(replace(new, site="platform.kore.ai:8443"))
    assert old.is_like(replace(new, place="platform.kore.ai"))
    assert not old.is_like(new)


def test_a_note_of_the_version_before_is_read_as_it_was() -> None:
    """Its fields, and no other."""
    old = {
        name: value
        for name, value in {"schema": 1, **asdict(intent())}.items()
        if name not in {"site", "started", "boot", "machine"}
    }
    path = intents.folder() / f"{old['id']}.json"
    path.write_text(json.dumps(old))
    (known,) = intents.unresolved()
    assert (known.id, known.site) == (old["id"], "")
    assert intents.is_on_its_way(known)
    assert stands_before(intent(site="platform.kore.ai:443", account_id="acc-2")) == known


def test_a_number_that_came_back_is_nobody_who_sends() -> None:
    running = intent(content="1", started="1", boot="", machine="")
    intents.begin(running)
    assert not intents.is_on_its_way(running)
    assert intents.interrupted() == [running]


# --- practice


@pytest.mark.parametrize("outcome", ["", "unknown", "accepted"])
def test_practice_stands_apart(outcome: str, home: Path) -> None:
    known = intent(place=PRACTICE, site="localhost:1 of 1", outcome=outcome)
    intents.begin(known)
    if outcome:
        intents.finish(known)
    assert {path.parent.parent.name for path in home.rglob("*.json")} == {"practice"}
    assert intents.standing(intent()) == (None, None)
    assert intents.standing(intent(place=PRACTICE, site="localhost:2 of 1")) == (None, None)
    there = intents.standing(replace(known, outcome=""))
    assert there == ((None, known) if outcome == "accepted" else (known, None))
    assert stat.S_IMODE((home / ".local/state/kore-campaign/practice").stat().st_mode) == 0o700


@pytest.mark.parametrize("folder", ["common", "own"])
@pytest.mark.parametrize("outcome", ["", "unknown"])
def test_a_practice_platform_that_is_gone_settles_its_own_doubts(folder: str, outcome: str) -> None:
    gone = intent(place=PRACTICE, process=ended(), outcome=outcome)
    receipts.save(gone, intents.folder(practice=folder == "own"))
    if outcome:
        receipts.save(gone, receipts.folder(practice=folder == "own"))
    (known,), bad = intents.everything()
    assert (known.resolved, known.may_exist, bad) == ("practice-ended", False, [])
    assert intents.interrupted() == []


def test_practice_that_can_not_be_read_stands_before_nothing_real() -> None:
    path = intents.folder(practice=True) / "20260101-000000-abcdef.json"
    path.write_text("")
    assert intents.standing(intent()) == (None, None)
    assert intents.standing(intent(place=PRACTICE)) == (None, None)
    (known,), bad = intents.everything()
    assert (known.resolved, bad) == ("practice-ended", [path])


def test_a_doubt_of_practice_is_settled_where_it_lies() -> None:
    known = intent(place=PRACTICE)
    intents.begin(known)
    intents.resolve(known.id, created=False)
    assert (intents.folder(practice=True) / f"{known.id}.settled").exists()
    assert intents.unresolved() == []
