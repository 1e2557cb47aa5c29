"""Intents: on disk before the first byte of a create leaves, so that no crash hides that one may exist.

An intent stays until what came of it is known: by the platform's answer, or by a person who looked
(:func:`resolve`). While one is open, a create of the same content at the same place is not begun unasked.
"""

import contextlib
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tui.records import receipts
from tui.records.files import FileError
from tui.records.folders import state_folder
from tui.records.receipts import Receipt

CREATED = "created"
NOT_CREATED = "not-created"
_LOCK_SECONDS = 5.0
_MOST_LOOKS = 50
_LONGEST = timedelta(hours=1, minutes=5)
"""How long a create can be on its way at most: the longest time-out, and the look before it."""
_BROKEN_OFF = "The program ended while this was being sent: the campaign may exist."


class OpenError(Exception):
    """An earlier create of the same content may have made a campaign; ``intent`` is what is known of it."""

    def __init__(self, intent: Receipt) -> None:
        super().__init__(intent.id)
        self.intent = intent


def new_id(now: datetime) -> str:
    """A name for a create: its time, and what tells it from others of the same second."""
    return f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"


def folder() -> Path:
    """Where intents are.

    Raises:
        OSError: it can't be made, or belongs to somebody else.
    """
    return state_folder("intents")


def begin(intent: Receipt, *, again: bool = False) -> None:
    """Write ``intent`` to disk; it is there, and stays there, when this returns.

    ``again``: also where an earlier create of the same content is open. Two processes that begin the same at
    once are told apart: one of them finds the other's.

    Raises:
        OpenError: an earlier one is open.
        OSError: it could not be written.
    """
    with _locked():
        if not again and (found := _like(intent)):
            raise OpenError(found)
        receipts.save(intent, folder())


def finish(receipt: Receipt) -> None:
    """Keep what came of a create; what nobody can know yet stays open besides.

    Looks at the list, and what a person found out, are kept from what was known before.

    Raises:
        OSError: it could not be written; then the intent stays open.
    """
    with _locked():
        _finish(receipt)


def _finish(receipt: Receipt) -> None:
    known = _known(receipt)
    receipt = replace(
        receipt, looks=receipt.looks or known.looks, resolved=receipt.resolved or known.resolved
    )
    receipts.save(receipt)
    if not receipt.may_exist:
        _path(receipt.id).unlink(missing_ok=True)


def drop(intent: Receipt) -> None:
    """Nothing was sent, and there is nothing to keep of it."""
    with contextlib.suppress(OSError):
        _path(intent.id).unlink(missing_ok=True)


def unresolved() -> list[Receipt]:
    """Every create that may have made a campaign, the newest first; those that are on their way among them.

    Raises:
        OSError: the folder can't be read.
    """
    found, _ = receipts.in_folder(folder())
    return [known for each in found if (known := _known(each)).may_exist]


def like(intent: Receipt) -> Receipt | None:
    """The last open create of the same content at the same place, or None.

    Raises:
        OSError: the folder can't be read.
    """
    return _like(intent)


def accepted_like(intent: Receipt) -> Receipt | None:
    """The last create of the same content at the same place that was accepted, or None.

    A practice platform of this program's own ends with its run: what it accepted is gone.

    Raises:
        OSError: the folder can't be read.
    """
    if intent.place == receipts.PRACTICE:
        return None
    done, _ = receipts.in_folder(receipts.folder())
    return next((each for each in done if each.outcome == receipts.ACCEPTED and each.is_like(intent)), None)


def interrupted() -> list[Receipt]:
    """Those of :func:`unresolved` that no running process is sending: where a new start begins."""
    return [each for each in unresolved() if not is_on_its_way(each)]


def is_on_its_way(intent: Receipt) -> bool:
    """Whether the process that began it still runs and may be waiting for the answer."""
    if intent.outcome:
        return False
    try:
        begun = datetime.fromisoformat(intent.time)
        os.kill(intent.process, 0)
    except (ValueError, OverflowError, ProcessLookupError):
        return False
    except OSError:
        pass  # somebody else's: it runs
    return datetime.now(UTC) - begun < _LONGEST


def resolve(record_id: str, *, created: bool, campaign_id: str | None = None) -> Receipt:
    """Note what a person found out about an open create; it stops nothing any more.

    Raises:
        KeyError: no open create has this id.
        OSError: it could not be written.
    """
    with _locked():
        for each in unresolved():
            if each.id == record_id:
                resolved = replace(
                    each,
                    outcome=each.outcome or receipts.UNKNOWN,
                    message=each.message or _BROKEN_OFF,
                    resolved=CREATED if created else NOT_CREATED,
                    campaign_id=campaign_id or each.campaign_id,
                )
                _finish(resolved)
                return resolved
    raise KeyError(record_id)


def note_look(record_id: str, look: Mapping[str, Any]) -> None:
    """Note that the platform's list was read for a create; where the disk refuses, nothing is lost but that."""
    with contextlib.suppress(OSError, FileError), _locked():
        for place in (receipts.folder(), folder()):
            path = place / f"{record_id}.json"
            if path.exists():
                known = receipts.read(path)
                receipts.save(replace(known, looks=(*known.looks, look)[-_MOST_LOOKS:]), place)


def as_kept(receipt: Receipt) -> Receipt:
    """The same as it lies on disk by now, with its looks; as it is where that can't be read."""
    with contextlib.suppress(OSError):
        for place in (receipts.folder(), folder()):
            with contextlib.suppress(FileError):
                return receipts.read(place / f"{receipt.id}.json")
    return receipt


def everything() -> tuple[list[Receipt], list[Path]]:
    """Every create that is known, the newest first, open ones among them; and the files that can't be read.

    Raises:
        OSError: a folder can't be read.
    """
    done, bad = receipts.in_folder(receipts.folder())
    begun, worse = receipts.in_folder(folder())
    finished = {each.id for each in done}
    whole = done + [each for each in begun if each.id not in finished]
    return sorted(whole, key=lambda each: (each.time, each.id), reverse=True), [*bad, *worse]


def _like(intent: Receipt) -> Receipt | None:
    return next((each for each in unresolved() if each.is_like(intent)), None)


def _known(intent: Receipt) -> Receipt:
    """What is known of it: its receipt, where there is one already."""
    try:
        return receipts.read(receipts.folder() / f"{intent.id}.json")
    except FileError:
        return intent


def _path(record_id: str) -> Path:
    return folder() / f"{record_id}.json"


@contextlib.contextmanager
def _locked() -> Iterator[None]:
    """One process at a time.

    Raises:
        OSError: another one does not let go.
    """
    from filelock import FileLock, Timeout  # only when something is sent

    try:
        with FileLock(folder() / ".lock", timeout=_LOCK_SECONDS, mode=0o600):
            yield
    except Timeout:
        raise OSError("another session holds the lock on the notes of what was sent") from None
