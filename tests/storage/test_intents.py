"""What is on disk of a create, from before its first byte to long after."""

import json
import multiprocessing
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.storage.unresolved import interrupted, unresolved
from tui.campaign.fingerprint import content_hash
from tui.storage import intents, receipts
from tui.storage.files import FileError
from tui.storage.receipts import Receipt

DOCUMENT = {"name": "Renewal calls June", "n": [1, True, None, "\ud800\x1b"]}


def intent(**more: Any) -> Receipt:
    now = datetime.now(UTC)
    known: dict[str, Any] = {
        "id": intents.new_id(now), "time": now.isoformat(), "place": "platform.kore.ai", "url": "https://…",
        "app_id": "st-1", "account_id": "acc-1", "api": "v1", "document": DOCUMENT,
        "content": content_hash(DOCUMENT), "version": "0", "process": os.getpid(),
    }  # fmt: skip
    return Receipt(**known | more)


def ended() -> int:
    """The id of a process that runs no more."""
    return int(subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, text=True, check=True
    ).stdout)  # fmt: skip


def test_a_note_is_whole_private_and_open() -> None:
    begun = intent()
    intents.begin(begun)
    (path,) = intents.folder().glob("*.json")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.read_bytes().isascii()
    assert unresolved() == [begun]
    assert intents.everything() == ([begun], [])
    assert intents.standing(intent()) == (begun, None)


def test_the_same_is_not_begun_twice_unasked() -> None:
    first = intent()
    intents.begin(first)
    with pytest.raises(intents.OpenError) as failed:
        intents.begin(intent())
    assert failed.value.intent == first
    for other in ({"app_id": "st-2"}, {"place": "eu-platform.kore.ai"}, {"content": "x"}):
        intents.begin(intent(**other))
    intents.begin(intent(), again=True)
    assert len(unresolved()) == 5


def test_the_order_of_keys_is_no_content() -> None:
    assert content_hash({"a": 1, "b": 2}) == content_hash({"b": 2, "a": 1})
    assert content_hash({"a": 1}) != content_hash({"a": "1"})
    assert content_hash({"a": 1}) != content_hash({"a": True})


@pytest.mark.parametrize(
    ("outcome", "is_open"),
    [("accepted", False), ("refused", False), ("unreachable", False), ("unknown", True)],
)
def test_an_answer_settles_it_unless_nobody_knows(outcome: str, is_open: bool) -> None:
    begun = intent()
    intents.begin(begun)
    done = replace(begun, outcome=outcome, campaign_id="cd-1", headers=(("A", "b\x1b"),), before=("x",))
    intents.finish(done)
    assert intents.everything() == ([done], [])
    assert unresolved() == ([done] if is_open else [])
    if outcome == "accepted":
        with pytest.raises(intents.AcceptedError) as failed:
            intents.begin(intent())
        assert failed.value.intent.id == done.id
    intents.begin(intent(), past_accepted=not is_open, again=is_open)


def test_what_may_be_sent_although_it_was_accepted_is_not_sent_while_one_is_open() -> None:
    for outcome in ("accepted", "unknown"):
        intents.finish(intent(outcome=outcome))
    with pytest.raises(intents.OpenError):
        intents.begin(intent(), past_accepted=True)


def test_what_a_person_found_is_there_as_what_was_accepted_is() -> None:
    begun = intent()
    intents.begin(begun)
    known = intents.resolve(begun.id, created=True, campaign_id="cd-9")
    assert intents.standing(intent()) == (None, known)
    assert intents.standing(intent(content="x")) == (None, None)


def test_a_late_answer_settles_what_was_unknown_and_keeps_the_looks() -> None:
    begun = intent()
    intents.begin(begun)
    intents.finish(replace(begun, outcome="unknown"))
    intents.note_look(begun.id, {"complete": True})
    intents.finish(replace(begun, outcome="accepted", campaign_id="cd-1"))
    assert unresolved() == []
    (known,), _ = intents.everything()
    assert (known.outcome, known.looks) == ("accepted", ({"complete": True, "candidates": []},))


def test_killed_between_the_receipt_and_the_note() -> None:
    """The receipt is written first: what is in it counts."""
    begun = intent()
    intents.begin(begun)
    receipts.save(replace(begun, outcome="accepted"))
    assert unresolved() == []
    with pytest.raises(intents.AcceptedError):
        intents.begin(intent())


@pytest.mark.parametrize("created", [True, False])
@pytest.mark.parametrize("outcome", ["", "unknown"])
def test_a_person_settles_it(created: bool, outcome: str) -> None:
    begun = intent()
    intents.begin(begun)
    if outcome:
        intents.finish(replace(begun, outcome=outcome, message="No answer."))
    known = intents.resolve(begun.id, created=created, campaign_id="cd-9" if created else None)
    assert (known.outcome, known.resolved) == ("unknown", "created" if created else "not-created")
    assert known.message
    assert unresolved() == []
    assert intents.everything() == ([known], [])
    with pytest.raises(KeyError):
        intents.resolve(begun.id, created=created)


def test_who_is_sending_is_told_from_who_died() -> None:
    alive, dead = intent(), intent(content="x", process=ended())
    old = intent(content="y", time="2020-01-01T00:00:00+00:00")
    done = intent(content="z", outcome="unknown")
    for each in (alive, dead, old, done):
        intents.begin(each)
    assert [intents.is_on_its_way(each) for each in (alive, dead, old, done)] == [True, False, False, False]
    assert {each.content for each in interrupted()} == {"x", "y", "z"}


def test_two_processes_that_begin_the_same_at_once() -> None:
    context = multiprocessing.get_context("spawn")
    begin, results = context.Barrier(4), context.Queue()
    processes = [context.Process(target=_race, args=(begin, results)) for _ in range(4)]
    for process in processes:
        process.start()
    told = sorted(results.get(timeout=30) for _ in processes)
    for process in processes:
        process.join(10)
    assert told == ["OpenError", "OpenError", "OpenError", "begun"]


def _race(begin: Any, results: Any) -> None:
    begin.wait(30)
    try:
        intents.begin(intent())
    except Exception as failed:
        results.put(type(failed).__name__)
    else:
        results.put("begun")


def test_a_folder_that_can_not_be_written(home: Path) -> None:
    (home / ".local").write_text("no folder")
    with pytest.raises(OSError, match=r"Not a directory|File exists"):
        intents.begin(intent())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-20],
        lambda text: text[:0],
        lambda text: text.replace('"schema": 1', '"schema": 2'),
        lambda text: text.replace('"process": ', '"process": "x", "y": '),
        lambda text: json.dumps(json.loads(text) | {"looks": [1]}),
        lambda text: json.dumps(json.loads(text) | {"headers": 5}),
        lambda text: json.dumps(json.loads(text) | {"document": []}),
        lambda text: json.dumps(json.loads(text) | {"campaign_id": 5}),
        lambda text: json.dumps(json.loads(text) | {"time": None}),
    ],
)
def test_a_file_that_is_no_receipt_is_named_and_breaks_nothing(spoil: Callable[[str], str]) -> None:
    good, bad = intent(), intent(content="x", outcome="unknown")
    receipts.save(good)
    path = receipts.save(bad)
    path.write_text(spoil(path.read_text()))
    with pytest.raises(FileError):
        receipts.read(path)
    assert intents.everything() == ([good], [path])


def test_an_answer_of_the_longest_kind_can_be_read_again() -> None:
    long = intent(
        outcome="unknown",
        answer="\U0001f600" * receipts.KEPT_ANSWER_LIMIT,
        before=tuple("x" * 300 for _ in range(1000)),
    )
    assert receipts.read(receipts.save(long)) == long
