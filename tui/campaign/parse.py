"""The platform's JSON, in: whatever a file says, as a draft and the problems it has.

Nothing is repaired and nothing dropped in silence: every departure from the documented request is a problem
with its path. ``submit`` sends the file itself; the wizard goes on from the draft.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tui.campaign import fields
from tui.campaign.check import choices, nearest, value_problems, week_problems
from tui.campaign.checked import Checked
from tui.campaign.draft import Draft, detection_is_off
from tui.campaign.fields import AMD, FIELDS, HOURS, LISTS, Api, Choice, Field, Mode, Whole
from tui.campaign.parse_hours import read_days
from tui.campaign.problems import Problem, error, warning
from tui.campaign.serialize import infer_api

_MISSING = object()


@dataclass(frozen=True, slots=True)
class Parsed(Checked):
    """What a file says, judged for a version of the API, and the draft it makes."""

    draft: Draft


def parse_campaign(document: Mapping[str, Any], api: Api | None = None) -> Parsed:
    """Read a campaign file that was parsed already; without ``api`` its shape decides."""
    api = api or infer_api(document)
    mode = document.get("dialingMode")
    reader = _Reader(document, api, mode if isinstance(mode, str) else "")
    problems = tuple(reader.problems())
    return Parsed(api, document, problems, reader.draft)


class _Reader:
    """One pass over a document; fills the draft while it judges."""

    def __init__(self, document: Mapping[str, Any], api: Api, mode: str) -> None:
        self.document = document
        self.api = api
        self.mode = mode
        self.draft = Draft()
        self.broken: set[str] = set()

    def problems(self) -> Iterator[Problem]:
        yield from self._objects()
        for field in FIELDS:
            value = self._at(field.path)
            if any(field.path.startswith(parent + ".") for parent in self.broken):
                continue
            if value is not _MISSING:
                self._keep(field, value)
            elif field.default and field.applies(self.mode, self.api):
                setattr(self.draft, field.key, "")
            yield from self._judge(field, value)
        yield from self._schedule()
        yield from self._campaign_type()

    def _at(self, path: str) -> Any:
        at: Any = self.document
        for key in path.split("."):
            if not isinstance(at, Mapping) or key not in at:
                return _MISSING
            at = at[key]
        return at

    def _objects(self) -> Iterator[Problem]:
        """Unknown keys, and things that ought to be objects, on every level."""
        yield from self._unknown_keys("", self.document)
        for path in _PARENTS:
            value = self._at(path)
            if value is _MISSING or any(path.startswith(parent + ".") for parent in self.broken):
                continue
            if isinstance(value, Mapping):
                yield from self._unknown_keys(path, value)
            else:
                self.broken.add(path)
                yield error(path, f"{path} must be an object in braces, not {describe(value)}.")

    def _unknown_keys(self, path: str, found: Mapping[str, Any]) -> Iterator[Problem]:
        known = _KNOWN[path]
        for key in found:
            if key not in known:
                yield error(
                    f"{path}.{key}" if path else key,
                    f"{key[:40]!r} is no key of a campaign; the nearest is {nearest(key, known)}.",
                )

    def _judge(self, field: Field, value: Any) -> Iterator[Problem]:
        if not field.applies(self.mode, self.api):
            if value is not _MISSING and (self.mode in set(Mode) or self.api not in field.apis):
                yield error(field.path, self._foreign(field))
        elif value is _MISSING:
            every = field.modes_under(self.api) == fields.EVERY_MODE
            yield error(field.path, f"{field.title} is missing{'' if every else f': {self.mode} needs it'}.")
        elif field is HOURS:
            yield from self._hours(value)
        elif field is AMD:
            yield from self._detection(value)
        elif field is LISTS:
            yield from self._lists(value)
        elif isinstance(field.kind, Whole):
            yield from self._number(field, value)
        elif not isinstance(value, str):
            hint = f': "{value}"' if isinstance(field.kind, Choice) and type(value) is int else ""
            yield error(field.path, f"{field.title} must be text{hint}, not {describe(value)}.")
        else:
            yield from value_problems(field, value, api=self.api)

    def _foreign(self, field: Field) -> str:
        modes = field.modes_under(self.api)
        if not modes:
            return f"{field.title} belongs to {' and '.join(sorted(field.apis))}, not to {self.api}."
        return f"{field.title} belongs to {' and '.join(sorted(modes))}, not to {self.mode} under {self.api}."

    def _hours(self, value: Any) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield error(HOURS.path, f"{HOURS.title} must be a list of windows, not {describe(value)}.")
            return
        found = read_days(value, HOURS.path)
        self.draft.weeks[self.draft.frequency] = found.week
        self.draft.repaired = tuple(found.repairs)
        self.draft.unrepaired = value if found.repairs else []
        yield from found.problems
        yield from week_problems(self.draft.frequency, found.week, HOURS.path)

    def _detection(self, value: Any) -> Iterator[Problem]:
        if self.api is Api.V2:
            if isinstance(value, str):
                yield from value_problems(AMD, value, api=self.api)
            else:
                values = ", ".join(f'"{each}"' for each in choices(AMD, self.api))
                yield error(AMD.path, f"{AMD.title} must be one of {values} under v2, not {describe(value)}.")
        elif not isinstance(value, bool):
            yield error(AMD.path, f"{AMD.title} must be true or false under v1, not {describe(value)}.")
        elif value and self.mode in fields.WITH_AGENTS:
            yield warning(AMD.path, detection_is_off(self.mode))

    @staticmethod
    def _lists(value: Any) -> Iterator[Problem]:
        if isinstance(value, list):
            yield from value_problems(LISTS, tuple(value))
        else:
            yield error(
                LISTS.path, f"{LISTS.title} must be a list of names in brackets, not {describe(value)}."
            )

    @staticmethod
    def _number(field: Field, value: Any) -> Iterator[Problem]:
        if type(value) is int:
            yield from value_problems(field, value)
        else:
            hint = f": {value.strip()}" if isinstance(value, str) and value.strip().isdecimal() else ""
            yield error(field.path, f"{field.title} must be a whole number{hint}, not {describe(value)}.")

    def _schedule(self) -> Iterator[Problem]:
        schedule = self.document.get("schedule", _MISSING)
        self.draft.has_schedule = schedule is not _MISSING
        if schedule is _MISSING:
            yield warning("schedule", "There is no schedule. Every sample has one; this is sent without it.")
        elif isinstance(schedule, Mapping):
            enabled = schedule.get("isSchedulingEnabled", _MISSING)
            if enabled is _MISSING:
                yield error(
                    "schedule.isSchedulingEnabled",
                    "isSchedulingEnabled is missing: false is the only documented value.",
                )
            elif enabled is True:
                yield error(
                    "schedule.isSchedulingEnabled",
                    "Scheduling must be false: how a schedule is sent is not documented.",
                )
            elif enabled is not False:
                yield error(
                    "schedule.isSchedulingEnabled",
                    f"isSchedulingEnabled must be false, not {describe(enabled)}.",
                )

    def _campaign_type(self) -> Iterator[Problem]:
        value = self.document.get("campaignType", _MISSING)
        if value is _MISSING:
            yield error("campaignType", f'campaignType is missing: "{fields.CAMPAIGN_TYPE}".')
        elif value == "sms":
            yield error("campaignType", "campaignType is sms, and this program makes voice campaigns only.")
        elif value != fields.CAMPAIGN_TYPE:
            yield error(
                "campaignType",
                f'campaignType must be "{fields.CAMPAIGN_TYPE}", exactly so, not {describe(value)}.',
            )

    def _keep(self, field: Field, value: Any) -> None:
        """Take a value over into the draft as if it had been typed, right or wrong."""
        if field is LISTS:
            names = value if isinstance(value, list) else [value]
            self.draft.contact_lists = tuple(_typed(name) for name in names if _typed(name))
        elif field is HOURS:
            self.draft.hours_text = value if isinstance(value, str) else None
        elif field is AMD and isinstance(value, bool):
            self.draft.detection = "detect" if value else "no"
            self.draft.detection_kept = value and self.mode in fields.WITH_AGENTS
        else:
            setattr(self.draft, field.key, _typed(value))


def describe(value: Any) -> str:
    """A JSON value in a few words, for an error: ``the text "30"``, ``the number 5``, ``a list``."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'the text "{value[:30]}"'
        case int() | float():
            return f"the number {str(value)[:30]}"
        case list():
            return "a list"
        case _:
            return "an object"


def _typed(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value)[:30] if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _known_keys() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {"": ["schedule", "campaignType"], "schedule": ["isSchedulingEnabled"]}
    for field in FIELDS:
        parent = ""
        for key in field.path.split("."):
            keys = known.setdefault(parent, [])
            if key not in keys:
                keys.append(key)
            parent = f"{parent}.{key}" if parent else key
    return {path: tuple(keys) for path, keys in known.items()}


_KNOWN = _known_keys()
_PARENTS = tuple(path for path in _KNOWN if path)
