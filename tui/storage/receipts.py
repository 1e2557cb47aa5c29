"""Receipts: what became of every create, one private file each, in the state folder. No secret is in them.

A create has one record from beginning to end. Before its first byte leaves it stands in ``intents`` (see
:mod:`tui.storage.intents`); once something is known of it, it stands here.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from tui.campaign.fingerprint import fingerprint
from tui.storage.files import FileError, load, write_private
from tui.storage.folders import state_folder
from tui.storage.processes import Process, runs

SCHEMA = 1
KEPT_ANSWER_LIMIT = 50_000
"""Characters of an answer's body that are kept."""
_SIZE_LIMIT = 8_000_000
"""Bytes of a receipt; what is bounded in it is far below."""
UNKNOWN = "unknown"
"""The outcome of a create that may have made a campaign; the word that ``submit`` has for it too."""
ACCEPTED = "accepted"
SAME = "same"
"""What a look keeps of a campaign whose content is what was sent."""
OF_ANOTHER = "of"
"""The key under which a look keeps the id of the other create that a campaign is known to be of."""
PRACTICE = "practice"
"""The place of every create on a practice platform of this program's own; its records have a folder of their own."""
WAS_CREATED = "created"
WAS_NOT_CREATED = "not-created"
ENDED = "practice-ended"
"""How a doubt about practice settles itself: its platform ended with its process, and nothing real can exist."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One create. Every time is in UTC, ISO 8601; every text is as it came and must be made inert when shown.

    ``place`` is host and port as they were given, or :data:`PRACTICE`; ``site`` is the same however it is spelled
    (:attr:`tui.kore.connection.Host.site`), with the process it ends with where it is practice; empty in notes of
    versions that kept none. ``content`` is the hash of the document's JSON values, empty where it is not known.
    ``process`` wrote the note: its number, and by ``started``, ``boot`` and ``machine`` no other of that number.
    ``before`` are the ids that the platform's list had right before the send, None where it could not be had.
    ``outcome`` is empty until it is known; then come ``message``, ``http_status``, ``campaign_id``,
    ``campaign_status``, ``headers`` and ``answer``. ``looks`` says how the list was read afterwards.
    ``resolved`` is what a person found out: :data:`WAS_CREATED`, :data:`WAS_NOT_CREATED`, or empty; or :data:`ENDED`.
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
    site: str = ""
    started: str = ""
    boot: str = ""
    machine: str = ""

    @property
    def name(self) -> str:
        """What the campaign is called, as it was sent."""
        name = self.document.get("name")
        return name if isinstance(name, str) else ""

    @property
    def fingerprint(self) -> str:
        """What was sent in the characters that people compare; empty where it is not known."""
        return fingerprint(self.document) if self.content else ""

    @property
    def path(self) -> Path:
        """Where it is, or will be once its outcome is known.

        Raises:
            OSError: the folder can't be made, or belongs to another account.
        """
        return folder(practice=self.is_practice) / f"{self.id}.json"

    @property
    def may_exist(self) -> bool:
        """Whether the create may have made a campaign, and neither the platform nor a person has said so."""
        return not self.resolved and self.outcome in {"", UNKNOWN}

    @property
    def was_created(self) -> bool:
        """Whether the campaign was made: the platform accepted it, or a person found it there."""
        return self.outcome == ACCEPTED or self.resolved == WAS_CREATED

    @property
    def is_practice(self) -> bool:
        """Whether it went to a practice platform of this program's own."""
        return self.place == PRACTICE

    @property
    def is_running(self) -> bool:
        """Whether the process that wrote the note still runs."""
        return runs(Process(self.process, self.started, self.boot, self.machine))

    def is_like(self, other: "Receipt") -> bool:
        """Whether both create the same content at the same place for the same app; the one place that decides it.

        Where the content of one is not known, it may be of any. Notes of earlier versions tell the place by
        its spelling, and no accounts apart.
        """
        if self.is_practice is not other.is_practice:
            return False
        if not (self.content and other.content):
            return True
        if (self.app_id, self.content) != (other.app_id, other.content):
            return False
        if self.site and other.site:
            return (self.site, self.account_id) == (other.site, other.account_id)
        return self.place == other.place


def found_campaign(receipt: Receipt) -> str | None:
    """The id of the campaign that the kept looks found: the only new campaign with the very content that was sent.

    None where no look found one, or they found several. A look keeps only campaigns that were not listed before
    the send, and says of which other create one is known to be; where the list could not be had before, one
    counts that says when it was created. Pure.
    """
    found = {
        each["id"]
        for look in receipt.looks
        for each in objects(look.get("candidates"))
        if each.get("content") == SAME
        and not each.get(OF_ANOTHER)
        and isinstance(each.get("id"), str)
        and each["id"]
        and (receipt.before is not None or isinstance(each.get("createdAt"), str))
    }
    new = found - {*(receipt.before or ())}
    return new.pop() if len(new) == 1 else None


def found_words(campaign_id: str) -> str:
    """What is said of the campaign that :func:`found_campaign` names."""
    return f"FOUND: {campaign_id} is new there, with the very content."


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects in ``value``, which may be anything."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def folder(*, practice: bool = False) -> Path:
    """Where receipts are; those of ``practice`` stand apart.

    Raises:
        OSError: the folder can't be made, or belongs to another account.
    """
    return folder_of("receipts", practice=practice)


def folder_of(name: str, *, practice: bool) -> Path:
    """The folder ``name`` of what was sent in earnest, or of what was sent for ``practice``."""
    return state_folder(PRACTICE, name) if practice else state_folder(name)


def save(receipt: Receipt, place: Path | None = None) -> Path:
    """Write ``receipt`` (0600), whole or not at all, over what was known of it.

    Raises:
        OSError: it could not be written.
    """
    path = place / f"{receipt.id}.json" if place else receipt.path
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
        TypeError, ValueError: a field is not.
    """
    texts = (
        "id", "time", "place", "url", "app_id", "account_id", "api", "content", "version", "profile", "outcome",
        "message", "finished", "answer", "resolved", "site", "started", "boot", "machine",
    )  # fmt: skip
    if not all(isinstance(getattr(found, name), str) for name in texts) or not isinstance(
        found.document, dict
    ):
        raise TypeError
    if type(found.process) is not int or type(found.http_status) not in {int, type(None)}:
        raise TypeError
    if not all(isinstance(each, str | None) for each in (found.campaign_id, found.campaign_status)):
        raise TypeError
    if not found.content or datetime.fromisoformat(found.time).tzinfo is None:
        raise ValueError
    before = None if found.before is None else tuple(str(each) for each in found.before)
    headers = tuple((str(name), str(value)) for name, value in found.headers)
    return replace(found, before=before, headers=headers, looks=tuple(dict(each) for each in found.looks))
