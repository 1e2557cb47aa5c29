"""Intents: on disk before the first byte of a create leaves, so that no crash hides that a campaign may exist.

An intent stays until what came of it is known: by the platform's answer, or by a person who looked
(:func:`resolve`). While one is open, and where one was accepted, a create of the same content at the same place
is not begun unasked.
"""

import contextlib
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tui.storage import notes, receipts
from tui.storage.files import FileError, locked
from tui.storage.receipts import Receipt

_LOCK_SECONDS = 5.0
_MOST_LOOKS = 50
_LONGEST = timedelta(hours=1, minutes=5)
"""How long a create can be on its way at most: the longest time-out, and the look before it."""


class EarlierError(Exception):
    """An earlier create of the same content stands before this create; ``intent`` is its record."""

    def __init__(self, intent: Receipt) -> None:
        super().__init__(intent.id)
        self.intent = intent


class OpenError(EarlierError):
    """The earlier create may have made a campaign."""


class AcceptedError(EarlierError):
    """The earlier create made a campaign."""


def new_id(now: datetime) -> str:
    """A name for a create: its time, and what tells it from others of the same second."""
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"


def folder(*, practice: bool = False) -> Path:
    """Where intents are; those of ``practice`` stand apart.

    Raises:
        OSError: the folder can't be made, or belongs to another account.
    """
    return receipts.folder_of("intents", practice=practice)


def begin(intent: Receipt, *, again: bool = False, past_accepted: bool = False) -> None:
    """Write ``intent`` to disk; it is there, and stays there, when this returns.

    ``again``: whatever an earlier create of the same content came to; ``past_accepted``: also where it was
    accepted, but not where it is open. Two processes that begin the same at once are told apart: one of them
    finds the other's.

    Raises:
        OpenError: an earlier create is open.
        AcceptedError: an earlier create was accepted.
        OSError: it could not be written, or what was sent earlier can't be read.
    """
    with _locked(practice=intent.is_practice):
        if not again:
            open_one, accepted = standing(intent)
            if open_one:
                raise OpenError(open_one)
            if accepted and not past_accepted:
                raise AcceptedError(accepted)
        receipts.save(intent, folder(practice=intent.is_practice))


def finish(receipt: Receipt) -> None:
    """Keep the outcome of a create; an unknown outcome leaves the intent open besides.

    Looks at the list, and what a person found out, are kept from what was known before.

    Raises:
        OSError: it could not be written; then the intent stays open.
    """
    with _locked(practice=receipt.is_practice):
        known = _known(receipt)
        receipts.save(
            replace(receipt, looks=receipt.looks or known.looks, resolved=receipt.resolved or known.resolved)
        )
        if not receipt.may_exist:
            _path(receipt).unlink(missing_ok=True)


def drop(intent: Receipt) -> None:
    """Delete ``intent``: nothing was sent."""
    with contextlib.suppress(OSError):
        _path(intent).unlink(missing_ok=True)


def standing(intent: Receipt) -> tuple[Receipt | None, Receipt | None]:
    """What stands before ``intent``: the last open create of the same content there, and the last accepted create.

    One whose content is known goes before one that may be of any; an accepted one is always of this very content.

    Raises:
        OSError: a folder can't be read.
    """
    known, _ = notes.read_all(practice=intent.is_practice)
    alike = [each for each in known if each.is_like(intent)]
    open_ones = sorted((each for each in alike if each.may_exist), key=lambda each: not each.content)
    accepted = (each for each in alike if each.was_created and each.content)
    return next(iter(open_ones), None), next(accepted, None)


def is_on_its_way(intent: Receipt) -> bool:
    """Whether the process that began it still runs and may be waiting for the answer."""
    if intent.outcome or intent.resolved or not intent.is_running:
        return False
    return datetime.now(UTC) - datetime.fromisoformat(intent.time) < _LONGEST


def resolve(record_id: str, *, created: bool, campaign_id: str | None = None) -> Receipt:
    """Note what a person found out about an open create, in a file of its own; it stops nothing any more.

    Raises:
        KeyError: no open create has this id.
        OSError: it could not be written.
    """
    settlement = notes.Settlement(created, campaign_id)
    for practice in (False, True):
        with _locked(practice=practice):
            for each in notes.read_all(practice=practice)[0]:
                if each.id == record_id and each.may_exist:
                    notes.settle(each, settlement)
                    return notes.settled(each, settlement)
    raise KeyError(record_id)


def prune(before: datetime, *, dry_run: bool = False) -> list[Receipt]:
    """Delete what is known of every create that was begun ``before`` and is over; returns those, the newest first.

    One that may have made a campaign stays, and so does one whose note can't be read. ``dry_run`` deletes nothing.

    Raises:
        OSError: it could not be done; what was deleted until then is gone whole.
    """
    gone: list[Receipt] = []
    for practice in (False, True):
        with _locked(practice=practice):
            for each in notes.read_all(practice=practice)[0]:
                if each.may_exist or not each.content or datetime.fromisoformat(each.time) >= before:
                    continue
                if not dry_run:
                    notes.delete(each)
                gone.append(each)
    return notes.newest_first(gone)


def note_look(record_id: str, look: Mapping[str, Any]) -> None:
    """Note that the platform's list was read for a create; where the disk refuses, nothing is lost but that.

    A candidate that another create is known to have made is noted as the campaign of that create.
    """
    for practice in (False, True):
        with contextlib.suppress(OSError), _locked(practice=practice):
            known, _ = notes.read_all(practice=practice)
            made = {each.campaign_id: each.id for each in known if each.was_created and each.id != record_id}
            candidates = [
                {**each, receipts.OF_ANOTHER: made[each.get("id")]} if each.get("id") in made else each
                for each in receipts.objects(look.get("candidates"))
            ]
            noted = {**look, "candidates": candidates}
            for place in (receipts.folder(practice=practice), folder(practice=practice)):
                with contextlib.suppress(FileError):
                    there = receipts.read(place / f"{record_id}{notes.NOTE}")
                    receipts.save(replace(there, looks=(*there.looks, noted)[-_MOST_LOOKS:]), place)


def as_kept(receipt: Receipt) -> Receipt:
    """The same as it lies on disk by now, with its looks; as it is where that can't be read."""
    with contextlib.suppress(OSError):
        return _known(receipt)
    return receipt


def everything(*, whole: bool = True) -> tuple[list[Receipt], list[Path]]:
    """Every create that is known, the newest first, open ones among them; and the files that can't be read.

    Unless it is to be ``whole``, what is over is without its answer, and each file is read once.

    Raises:
        OSError: a folder can't be read.
    """
    known, bad = notes.read_all(practice=False, whole=whole)
    practised, worse = notes.read_all(practice=True, whole=whole)
    return notes.newest_first(known + practised), [*bad, *worse]


def _known(intent: Receipt) -> Receipt:
    """What is known of it: its receipt, where there is one already, else its intent."""
    practice = intent.is_practice
    for place in (receipts.folder(practice=practice), folder(practice=practice)):
        with contextlib.suppress(FileError):
            return receipts.read(place / f"{intent.id}{notes.NOTE}")
    return intent


def _path(intent: Receipt) -> Path:
    return folder(practice=intent.is_practice) / f"{intent.id}{notes.NOTE}"


@contextlib.contextmanager
def _locked(*, practice: bool) -> Iterator[None]:
    """Keep other processes out of the intents while this runs.

    Raises:
        OSError: another process holds the lock for too long.
    """
    try:
        with locked(folder(practice=practice) / ".lock", _LOCK_SECONDS):
            yield
    except TimeoutError:
        raise OSError("another session holds the lock on the notes of what was sent") from None
