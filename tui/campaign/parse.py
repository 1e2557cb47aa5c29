"""The platform's JSON, in: whatever a file says, as a draft and the problems it has.

Nothing is repaired and nothing dropped in silence: every departure from the documented request is a problem
with its path. ``submit`` sends the file itself; the wizard goes on from the draft.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.campaign.checked import Checked
from tui.campaign.draft import Draft
from tui.campaign.fields import EVERY_MODE, OTHER_TYPES, TYPES, VOICE, Api, CampaignType, Field, Mode
from tui.campaign.json_values import MISSING, describe, suggestion, value_at
from tui.campaign.problems import Problem, error, warning
from tui.campaign.serialize import infer_api


def parse_campaign(document: Mapping[str, Any], api: Api | None = None) -> Checked:
    """Judge a campaign file that was parsed already; without ``api`` its shape decides."""
    api = api or infer_api(document)
    mode = document.get("dialingMode")
    reader = _Reader(document, api, mode if isinstance(mode, str) else "")
    problems = tuple(reader.problems())
    return Checked(api, problems, reader.draft, document)


class _Reader:
    """One pass over a document; fills the draft while it judges."""

    def __init__(self, document: Mapping[str, Any], api: Api, mode: str) -> None:
        self.document = document
        self.api = api
        self.mode = mode
        named = document.get("campaignType")
        self.type = TYPES.get(named, VOICE) if isinstance(named, str) else VOICE
        self.known = _known_keys(self.type)
        self.draft = Draft(campaign_type=self.type.name)
        self.broken: set[str] = set()

    def problems(self) -> Iterator[Problem]:
        if _is_answer(self.document):
            yield error(
                "data", "This is an answer of the platform, no campaign: the campaign stands under 'data'."
            )
            return
        yield from self._objects()
        for field in self.type.fields:
            if not any(field.path.startswith(parent + ".") for parent in self.broken):
                yield from self._field(field, self._at(field.path))
        yield from self._schedule()
        yield from self._campaign_type()

    def _at(self, path: str) -> Any:
        return value_at(self.document, path.split("."))

    def _objects(self) -> Iterator[Problem]:
        """Unknown keys, and things that ought to be objects, on every level."""
        yield from self._unknown_keys("", self.document)
        for path in filter(None, self.known):
            value = self._at(path)
            if value is MISSING or any(path.startswith(parent + ".") for parent in self.broken):
                continue
            if isinstance(value, Mapping):
                yield from self._unknown_keys(path, value)
            else:
                self.broken.add(path)
                yield error(path, f"{path} must be an object in braces, not {describe(value)}.")

    def _unknown_keys(self, path: str, found: Mapping[str, Any]) -> Iterator[Problem]:
        known = self.known[path]
        for key in found:
            if key not in known:
                yield error(
                    f"{path}.{key}" if path else key,
                    f"{key[:40]!r} is no key of a campaign{suggestion(key, known)}.",
                )

    def _field(self, field: Field, value: Any) -> Iterator[Problem]:
        """Take a value over into the draft as if it had been typed, right or wrong."""
        found = [] if value is MISSING else field.kind.load(field, value, self.draft, self.api)
        if field.applies(self.mode, self.api):
            if value is MISSING:
                every = field.modes_under(self.api) == EVERY_MODE
                yield error(
                    field.path, f"{field.title} is missing{'' if every else f': {self.mode} needs it'}."
                )
                if field.default:
                    setattr(self.draft, field.key, "")
            yield from found
        elif value is MISSING and self.api not in field.apis:
            setattr(
                self.draft, field.key, ""
            )  # the other version asks for it: a file's silence is no default
        elif value is not MISSING and (self.mode in set(Mode) or self.api not in field.apis):
            yield error(field.path, field.foreign_to(self.mode, self.api))

    def _schedule(self) -> Iterator[Problem]:
        schedule = self.document.get("schedule", MISSING)
        self.draft.has_schedule = schedule is not MISSING
        if schedule is MISSING:
            yield warning("schedule", "There is no schedule. Every sample has one; this is sent without it.")
        elif isinstance(schedule, Mapping):
            path = "schedule.isSchedulingEnabled"
            enabled = schedule.get("isSchedulingEnabled", MISSING)
            if enabled is MISSING:
                yield error(path, "isSchedulingEnabled is missing: false is the only documented value.")
            elif enabled is True:
                yield error(path, "Scheduling must be false: how a schedule is sent is not documented.")
            elif enabled is not False:
                yield error(path, f"isSchedulingEnabled must be false, not {describe(enabled)}.")

    def _campaign_type(self) -> Iterator[Problem]:
        value, said = self.document.get("campaignType", MISSING), " or ".join(f'"{each}"' for each in TYPES)
        if value is MISSING:
            yield error("campaignType", f"campaignType is missing: {said}.")
        elif value in OTHER_TYPES:
            made = " and ".join(TYPES)
            yield error(
                "campaignType", f"campaignType is {value}, and this program makes {made} campaigns only."
            )
        elif value != self.type.name:
            yield error("campaignType", f"campaignType must be {said}, exactly so, not {describe(value)}.")


def _is_answer(document: Mapping[str, Any]) -> bool:
    """Whether it is what the platform answers, with the campaign inside."""
    data = document.get("data")
    return isinstance(data, Mapping) and "dialingMode" in data and "dialingMode" not in document


def _known_keys(of: CampaignType) -> dict[str, tuple[str, ...]]:
    """The keys that an object of a file may have, by its path."""
    known: dict[str, list[str]] = {"": ["schedule", "campaignType"], "schedule": ["isSchedulingEnabled"]}
    for field in of.fields:
        parent = ""
        for key in field.path.split("."):
            keys = known.setdefault(parent, [])
            if key not in keys:
                keys.append(key)
            parent = f"{parent}.{key}" if parent else key
    return {path: tuple(keys) for path, keys in known.items()}
