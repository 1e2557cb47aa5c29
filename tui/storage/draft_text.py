"""A draft as the text of a file: everything that was typed, where the cursor was, and never a secret.

Line 1 says which schema it is and what line 2 hashes to; line 2 is everything, as JSON in ASCII. Schema 1 had
no header: a plain campaign file, which :mod:`tui.campaign.parse` reads.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from tui.campaign.draft import Draft
from tui.campaign.fields import TYPES, Api
from tui.campaign.hours import DAYS, MIDNIGHT, Unsettled, Week, Window
from tui.campaign.leftovers import Leftover
from tui.campaign.origin import Origin, Source
from tui.storage.draft_errors import DamagedDraftError, NewerDraftError

DRAFT_SCHEMA = 2
CONNECTION_KEYS = ("profile", "host", "app_id", "account_id", "client_id")
"""The attributes of a connection that a draft keeps. No secret or token is among them, and none may be added."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The session that has a draft open, or had it last. ``since`` is in seconds since the epoch."""

    host: str = ""
    pid: int = 0
    tty: str = ""
    since: float = 0.0


@dataclass(slots=True)
class Content:
    """What is kept of a session.

    ``title`` is the name a person gave the draft itself, ``step`` and ``focus`` (a field's key) where the person was,
    ``place`` where campaigns went, ``origin`` what the campaign was begun from, ``saved`` when it was written (seconds
    since the epoch).
    """

    draft: Draft = field(default_factory=Draft)
    api: Api = Api.V1
    title: str = ""
    step: str = ""
    focus: str = ""
    place: str = ""
    connection: dict[str, str] = field(default_factory=dict)
    touched: tuple[str, ...] = ()
    visited: tuple[str, ...] = ()
    file_name: str = ""
    origin: Origin | None = None
    saved: float = 0.0
    holder: Holder = field(default_factory=Holder)

    @property
    def name(self) -> str:
        """What lists call it."""
        return self.title or self.draft.name or "(no name yet)"


def encode(content: Content) -> str:
    """The text of the file."""
    body: dict[str, Any] = {each.name: getattr(content, each.name) for each in fields(content)}
    body["holder"] = asdict(content.holder)
    body["draft"] = _plain_draft(content.draft)
    body["origin"] = content.origin and {
        "source": content.origin.source,
        "name": content.origin.name,
        "draft": _plain_draft(content.origin.draft),
        "api": content.origin.api,
        "unknown": content.origin.unknown,
    }
    body["connection"] = {key: content.connection.get(key, "") for key in CONNECTION_KEYS}
    line = json.dumps(body, ensure_ascii=True, separators=(",", ":"))
    return json.dumps({"schema": DRAFT_SCHEMA, "sha256": _hash(line.encode())}) + "\n" + line + "\n"


def has_header(data: bytes) -> bool:
    """Whether ``data`` is a draft of schema 2 or later, rather than a campaign file."""
    return data.startswith(b'{"schema":')


def decode(data: bytes) -> Content:
    """Read what :func:`encode` wrote.

    Raises:
        NewerDraftError: the schema is later than ours.
        DamagedDraftError: the text is no draft.
    """
    head, _, rest = data.partition(b"\n")
    try:
        header = json.loads(head)
        schema, known = header["schema"], header["sha256"]
    except (ValueError, TypeError, KeyError):
        raise DamagedDraftError("is damaged") from None
    if isinstance(schema, int) and schema > DRAFT_SCHEMA:
        raise NewerDraftError(
            f"was written by a newer version of this program (schema {schema}); it is left alone"
        )
    line = rest.removesuffix(b"\n")
    if _hash(line) != known:
        raise DamagedDraftError("is damaged")
    try:
        return _content(json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise DamagedDraftError("is damaged") from None


def _content(body: Mapping[str, Any]) -> Content:
    given = {key: body[key] for key in ("title", "step", "focus", "place", "file_name")}
    return Content(
        draft=_draft(body["draft"]),
        api=Api(body["api"]),
        connection={key: _checked(body["connection"].get(key, ""), str) for key in CONNECTION_KEYS},
        touched=tuple(_checked(each, str) for each in body["touched"]),
        visited=tuple(_checked(each, str) for each in body["visited"]),
        origin=_origin(body.get("origin")),
        saved=float(body["saved"]),
        holder=Holder(**body["holder"]),
        **{key: _checked(value, str) for key, value in given.items()},
    )


def _origin(kept: Any) -> Origin | None:
    """Where one started; drafts of earlier versions keep nothing of it."""
    if kept is None:
        return None
    return Origin(
        Source(kept["source"]),
        _checked(kept["name"], str),
        _draft(kept["draft"]),
        Api(kept["api"]),
        tuple(_checked(each, str) for each in kept["unknown"]),
    )


def _draft(kept: Mapping[str, Any]) -> Draft:
    """Every value back in the type it has in a draft that is empty; what is not kept stays as it is there."""
    draft = Draft()
    for each in fields(Draft):
        if each.name not in kept:
            continue
        value, empty = kept[each.name], getattr(draft, each.name)
        if each.name == "leftovers":
            value = [_leftover(item) for item in _checked(value, list)]
        elif each.name == "unsettled":
            value = {_checked(key, str): _unsettled(other) for key, other in value.items()}
        elif isinstance(empty, dict):
            value = {_checked(key, str): _week(week) for key, week in value.items()}
        elif isinstance(empty, tuple):
            value = tuple(_checked(item, str) for item in value)
        elif isinstance(empty, list):
            value = _checked(value, list)  # a file's own values, as JSON has them
        elif value is not None or empty is not None:
            value = _checked(value, bool if isinstance(empty, bool) else str)
        setattr(draft, each.name, value)
    if draft.campaign_type not in TYPES:
        raise ValueError
    return draft


def _plain_draft(draft: Draft) -> dict[str, Any]:
    return {each.name: _plain(getattr(draft, each.name)) for each in fields(Draft)}


def _plain(value: Any) -> Any:
    if isinstance(value, Week):
        return [(window.day, window.start, window.end) for window in value.windows()]
    if isinstance(value, Unsettled):
        return [value.text, value.repaired, value.listed]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


def _week(windows: Any) -> Week:
    found = [Window(*(_checked(number, int) for number in each)) for each in windows]
    if not all(each.day in DAYS and 0 <= each.start < each.end <= MIDNIGHT for each in found):
        raise ValueError
    return Week.of(found)


def _unsettled(kept: Any) -> Unsettled:
    text, repaired, listed = kept
    if text is not None:
        _checked(text, str)
    return Unsettled(text, tuple(_checked(each, str) for each in repaired), _checked(listed, list))


def _leftover(kept: Any) -> Leftover:
    path, message, text, keys, there, line, column = kept
    return Leftover(
        _checked(path, str),
        _checked(message, str),
        text if text is None else _checked(text, str),
        [_checked(key, str) for key in keys],
        _checked(there, list),
        _checked(line, int),
        _checked(column, int),
    )


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError
    return value


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
