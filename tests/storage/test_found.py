"""What the kept looks of a create found."""

from dataclasses import replace
from typing import Any

import pytest

from tests.storage.test_intents import intent
from tests.storage.unresolved import unresolved
from tui.kore.lookup import ContentMatch
from tui.storage import intents, receipts
from tui.storage.receipts import found_campaign


def candidate(campaign_id: str | None = "cd-7", content: str = "same", **more: Any) -> dict[str, Any]:
    return {"id": campaign_id, "content": content, "createdAt": "2026-11-25T01:00:00+00:00"} | more


@pytest.mark.parametrize(
    ("looks", "found"),
    [
        ([[candidate()]], "cd-7"),
        ([[], [candidate()], []], "cd-7"),
        ([[candidate(content="not compared")], [candidate()]], "cd-7"),
        ([[candidate(), candidate("cd-8", "different")]], "cd-7"),
        ([[candidate(), candidate("cd-8")]], None),
        ([[candidate()], [candidate("cd-8")]], None),
        ([[candidate("cd-old")]], None),
        ([[candidate(of="20260101-000000-other1")]], None),
        ([[candidate(of="20260101-000000-other1"), candidate("cd-8")]], "cd-8"),
        ([[candidate("")]], None),
        ([[candidate(None)]], None),
        ([[candidate(content="different")]], None),
        ([], None),
    ],
)
def test_the_only_new_one_with_the_very_content(looks: list[Any], found: str | None) -> None:
    receipt = intent(before=("cd-old",), looks=tuple({"candidates": each} for each in looks))
    assert found_campaign(receipt) == found


def test_where_nobody_knows_what_was_there_before_it_must_say_when_it_was_created() -> None:
    receipt = intent(before=None, looks=({"candidates": [candidate()]},))
    assert found_campaign(receipt) == "cd-7"
    assert found_campaign(replace(receipt, looks=({"candidates": [candidate(createdAt=None)]},))) is None


@pytest.mark.parametrize(
    "candidates", [None, 5, "x", [5, None, []], {"id": "cd-7"}, [{"id": 5, "content": "same"}]]
)
def test_a_look_that_somebody_changed_finds_nothing(candidates: Any) -> None:
    assert found_campaign(intent(looks=({"candidates": candidates}, {}))) is None


def test_what_another_create_is_known_to_have_made_is_not_found() -> None:
    doubted, other = intent(before=()), intent(outcome="accepted", campaign_id="cd-7")
    intents.begin(doubted)
    intents.finish(replace(doubted, outcome="unknown"))
    receipts.save(other)
    intents.note_look(doubted.id, {"candidates": [candidate(), candidate("cd-8", "different")]})
    kept = intents.as_kept(doubted)
    assert found_campaign(kept) is None
    assert [each.get("of") for each in kept.looks[0]["candidates"]] == [other.id, None]
    intents.note_look(doubted.id, {"candidates": [candidate("cd-9")]})
    assert found_campaign(intents.as_kept(doubted)) == "cd-9"
    (known,) = unresolved()
    assert found_campaign(known) == "cd-9"


def test_the_word_is_the_one_that_looks_use() -> None:
    assert receipts.SAME == ContentMatch.SAME
