"""Old receipts go whole; what is open, what can't be read and what is young stays."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.storage.test_intents import ended, intent
from tui.storage import intents, receipts
from tui.storage.receipts import PRACTICE, Receipt

NOW = datetime.now(UTC)
LIMIT = NOW - timedelta(days=30)


def sent(outcome: str, days: float, **more: Any) -> Receipt:
    """A create that came to ``outcome`` so many days ago."""
    begun = intent(time=(NOW - timedelta(days=days)).isoformat(), document={"name": f"{days}"}, **more)
    intents.begin(begun, again=True)
    done = replace(begun, outcome=outcome)
    intents.finish(done)
    return done


def on_disk() -> list[str]:
    return sorted(
        path.name
        for practice in (False, True)
        for folder in (intents.folder(practice=practice), receipts.folder(practice=practice))
        for path in folder.iterdir()
        if path.name != ".lock"
    )


def test_what_is_over_and_old_goes_and_nothing_else() -> None:
    old = [sent("accepted", 31), sent("refused", 40), sent("unreachable", 400)]
    young = sent("accepted", 29)
    open_ones = [sent("unknown", 500), intent(time=(NOW - timedelta(days=90)).isoformat())]
    intents.begin(open_ones[1], again=True)
    before = on_disk()
    assert {each.id for each in intents.prune(LIMIT, dry_run=True)} == {each.id for each in old}
    assert on_disk() == before
    assert [each.id for each in intents.prune(LIMIT)] == [each.id for each in old]
    assert {each.id for each in intents.everything()[0]} == {each.id for each in (young, *open_ones)}
    assert intents.prune(LIMIT) == []


@pytest.mark.parametrize("created", [True, False])
def test_one_that_a_person_settled_goes_with_all_its_files(created: bool) -> None:
    unknown = sent("unknown", 50)
    intents.resolve(unknown.id, created=created)
    assert len(on_disk()) == 3
    assert [each.id for each in intents.prune(LIMIT)] == [unknown.id]
    assert on_disk() == []


def test_practice_that_ended_goes_too() -> None:
    done = sent("unknown", 50, place=PRACTICE, process=ended())
    assert [each.id for each in intents.prune(LIMIT)] == [done.id]
    assert on_disk() == []


def test_what_can_not_be_read_stays() -> None:
    unknown = sent("unknown", 50)
    path = receipts.folder() / f"{unknown.id}.json"
    for each in (path, intents.folder() / path.name):
        each.write_text("{")
    intents.resolve(unknown.id, created=False)
    assert intents.prune(NOW + timedelta(days=1)) == []
    assert path.exists()


def test_killed_on_the_way_it_opens_nothing_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = sent("unknown", 50)
    intents.resolve(unknown.id, created=True)
    unlink, left = Path.unlink, [0]

    def dies(path: Path, missing_ok: bool = False) -> None:
        if path.suffix in {".json", ".settled"} and left[0] == 0:
            raise KeyboardInterrupt
        if path.suffix in {".json", ".settled"}:
            left[0] -= 1
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", dies)
    for steps in range(3):
        left[0] = steps
        with pytest.raises(KeyboardInterrupt):
            intents.prune(LIMIT)
        assert not [each for each in intents.everything()[0] if each.may_exist]
