"""Receipts: what became of every create, one private file each, in the state folder. No secret is in them.

A create has one record from beginning to end. Before its first byte leaves it stands in ``intents`` (see
:mod:`tui.records.intents`); once something is known of it, it stands here.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tui.records.files import FileError, load, write_private
from tui.records.folders import state_folder

SCHEMA = 1
ANSWER_LIMIT = 50_000
"""Characters of an answer's body that are kept."""
_SIZE_LIMIT = 8_000_000
"""Bytes of a receipt; what is bounded in it is far below."""
UNKNOWN = "unknown"
"""The outcome of a create that may have made a campaign; the word that ``submit`` has for it too."""
ACCEPTED = "accepted"
SAME = "same"
"""What a look keeps of a campaign whose content is what was sent."""
PRACTICE = "practice"
"""The place of every create on a practice platform of this program's own, whatever port it had."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One create. Every time is in UTC, ISO 8601; every text is as it came and must be made inert when shown.

    ``place`` is host and port, or :data:`PRACTICE`; ``content`` the hash of the document's JSON values.
    ``before`` are the ids that the platform's list had right before the send, None where it could not be had.
    ``outcome`` is empty until one is known; then come ``message``, ``http_status``, ``campaign_id``,
    ``campaign_status``, ``headers`` and ``answer``. ``looks`` says how the list was read afterwards.
    ``resolved`` is what a person found out: ``created``, ``not-created``, or empty.
    """

    id: str
    time: str
    place: str
    url: str
    app_id: str
    account_id: str
    api: str
    document: Mapping[str, Any]
    content: str
    version: str
    process: int
    profile: str = ""
    before: tuple[str, ...] | None = None
    outcome: str = ""
    message: str = ""
    finished: str = ""
    http_status: int | None = None
    campaign_id: str | None = None
    campaign_status: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    looks: tuple[Mapping[str, Any], ...] = field(default=())
    resolved: str = ""

    @property
    def name(self) -> str:
        """What the campaign is called, as it was sent."""
        name = self.document.get("name")
        return name if isinstance(name, str) else ""

    @property
    def may_exist(self) -> bool:
        """Whether a campaign may have been made of which nobody knows for certain."""
        return not self.resolved and self.outcome in {"", UNKNOWN}

    def is_like(self, other: "Receipt") -> bool:
        """Whether both create the same content at the same place for the same app."""
        return (self.place, self.app_id, self.content) == (other.place, other.app_id, other.content)


def content_of(document: Mapping[str, Any]) -> str:
    """The SHA-256 of a document's JSON values, the same whatever the order of its keys."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def found_campaign(receipt: Receipt, others: Collection[str] = ()) -> str | None:
    """The id of the campaign that its kept looks found: the only one with the very content, new since it was sent.

    None where no look found one, or they found several. ``others`` are ids that other creates are known to have
    made. A look keeps only campaigns that were not listed before the send; where that list could not be had, one
    counts that says when it was created. Pure.
    """
    found = {
        each["id"]
        for look in receipt.looks
        for each in _objects(look.get("candidates"))
        if each.get("content") == SAME
        and isinstance(each.get("id"), str)
        and each["id"]
        and (receipt.before is not None or isinstance(each.get("createdAt"), str))
    }
    new = found - {*(receipt.before or ()), *others}
    return new.pop() if len(new) == 1 else None


def _objects(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def folder() -> Path:
    """Where receipts are.

    Raises:
        OSError: it can't be made, or belongs to somebody else.
    """
    return state_folder("receipts")


def save(receipt: Receipt, place: Path | None = None) -> Path:
    """Write ``receipt`` (0600), whole or not at all, over what was known of it.

    Raises:
        OSError: it could not be written.
    """
    path = (place or folder()) / f"{receipt.id}.json"
    text = json.dumps({"schema": SCHEMA, **asdict(receipt)}, indent=2)
    write_private(str(path), text + "\n", overwrite=True)
    return path


def read(path: Path) -> Receipt:
    """The receipt in a file.

    Raises:
        FileError: it is none, or of a newer version of this program.
    """
    found = load(str(path), limit=_SIZE_LIMIT)
    if found.get("schema") != SCHEMA:
        raise FileError("is a receipt of another version of this program")
    known = {each.name: found[each.name] for each in fields(Receipt) if each.name in found}
    try:
        return _typed(Receipt(**known))
    except (TypeError, ValueError):
        raise FileError("is no receipt") from None


def _typed(found: Receipt) -> Receipt:
    """``found`` if every field is what it should be, lists as tuples.

    Raises:
        TypeError, ValueError: one is not.
    """
    texts = (
        "id", "time", "place", "url", "app_id", "account_id", "api", "content", "version", "profile", "outcome",
        "message", "finished", "answer", "resolved",
    )  # fmt: skip
    if not all(isinstance(getattr(found, name), str) for name in texts) or not isinstance(
        found.document, dict
    ):
        raise TypeError
    if type(found.process) is not int or type(found.http_status) not in {int, type(None)}:
        raise TypeError
    if not all(isinstance(each, str | None) for each in (found.campaign_id, found.campaign_status)):
        raise TypeError
    before = None if found.before is None else tuple(str(each) for each in found.before)
    headers = tuple((str(name), str(value)) for name, value in found.headers)
    return replace(found, before=before, headers=headers, looks=tuple(dict(each) for each in found.looks))


def in_folder(place: Path) -> tuple[list[Receipt], list[Path]]:
    """Every receipt in ``place``, the newest first, and the files that can't be read as one."""
    good: list[Receipt] = []
    bad: list[Path] = []
    for path in place.glob("*.json"):
        try:
            good.append(read(path))
        except FileError:
            bad.append(path)
    return sorted(good, key=lambda each: (each.time, each.id), reverse=True), sorted(bad)
