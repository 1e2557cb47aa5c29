"""What another version of the API changes of a campaign, and a file of one version as one of the other. Pure.

A do-not-call list and answering-machine detection are never made up nor left out: where the other version needs or
lacks one, a person decides.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tui.campaign.checked import Checked
from tui.campaign.draft import Draft
from tui.campaign.fields import AMD, DNC, Api, Field
from tui.campaign.kinds.detection import DETECT, DISCONNECT, OFF
from tui.campaign.leftovers import Leftover
from tui.campaign.modes import WITH_AGENTS
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import error, warning


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided: the list that v2 is given, that v1 goes without one, and what detection becomes."""

    dnc_list: str = ""
    without_dnc_list: bool = False
    detection: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """What another version changes of one field: a sentence. ``is_open``: it is not changed until a person decides."""

    field: Field
    said: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Conversion:
    """A file as one of the other version, and what that changed; open effects are errors of it."""

    checked: Checked
    effects: tuple[Effect, ...]

    @property
    def open(self) -> tuple[Effect, ...]:
        """What a person has to decide first."""
        return tuple(each for each in self.effects if each.is_open)


def effects(draft: Draft, old: Api, new: Api, decisions: Decisions = Decisions()) -> Iterator[Effect]:
    """What is other for ``draft`` under ``new`` than under ``old``; nothing where they are one version."""
    if old is new:
        return
    yield _dnc_list(draft, new, decisions)
    if effect := _detection(draft, new, decisions):
        yield effect


def change(draft: Draft, old: Api, new: Api) -> list[str]:
    """Make ``draft`` one for ``new``: it stays, and what a person has to decide stops it. Say what changes.

    What is to be decided anew is emptied; what the other version has no field for stands as a file's error does, until
    it is given up, and comes back with the version.
    """
    found = list(effects(draft, old, new))
    for effect in found:
        if effect.is_open and not effect.field.applies(draft.mode, new):
            path = effect.field.path
            there = [draft.dnc_list if effect.field is DNC else True]
            others = [each for each in draft.leftovers if each.path != path]
            draft.leftovers = [*others, Leftover(path, effect.said, None, path.split("."), there)]
        elif effect.is_open:
            setattr(draft, effect.field.key, "")
    return [each.said for each in found]


def convert(found: Checked, api: Api, decisions: Decisions = Decisions()) -> Conversion:
    """The valid file ``found`` as one of the version ``api``; the values that both have stay as they are."""
    draft, document = found.draft, deepcopy(dict(found.document))
    changed = tuple(effects(draft, found.api, api, decisions))
    if api is Api.V2:
        document[_key(DNC)] = {"name": decisions.dnc_list}
    else:
        document.pop(_key(DNC), None)
    document.pop(_key(AMD), None)
    if AMD.applies(draft.mode, api):
        word = decisions.detection or ("" if draft.mode in WITH_AGENTS else draft.detection) or OFF
        document[_key(AMD)] = AMD.kind.write(word, api)
    ordered = {key: document[key] for key in (*draft.type.keys, *document) if key in document}
    made = parse_campaign(ordered, api)
    said = [
        error(each.field.path, each.said) if each.is_open else warning(each.field.path, each.said)
        for each in changed
    ]
    is_open = {each.field for each in changed if each.is_open}
    judged = [each for each in made.problems if not any(field.holds(each.field) for field in is_open)]
    file: Mapping[str, Any] | None = found.file if is_open else ordered
    return Conversion(Checked(api, (*said, *judged), made.draft, file), changed)


def _dnc_list(draft: Draft, new: Api, decisions: Decisions) -> Effect:
    if new is Api.V1:
        if decisions.without_dnc_list or not draft.dnc_list:
            return Effect(DNC, "v1 has no DNC list: it is left out.")
        return Effect(DNC, f"v1 has no DNC list: people on {draft.dnc_list} would be called.", is_open=True)
    name = decisions.dnc_list or draft.dnc_list
    if name:
        return Effect(DNC, f"v2 has a DNC list: nobody on {name} is called.")
    return Effect(DNC, "v2 needs a DNC list, and v1 has none: one must be named.", is_open=True)


def _detection(draft: Draft, new: Api, decisions: Decisions) -> Effect | None:
    wanted = decisions.detection
    if draft.mode in WITH_AGENTS:
        if draft.detection_kept and new is Api.V2 and wanted != OFF:
            return Effect(
                AMD, f"v2 has no machine detection for {draft.mode}, and the file's is on.", is_open=True
            )
        done = "left out" if new is Api.V2 else "sent as false"
        return Effect(AMD, f"Machine detection, which is off for {draft.mode}, is {done}.")
    if not AMD.applies(draft.mode, new):
        return None
    if wanted:
        return Effect(AMD, f"Machine detection becomes {wanted}.")
    if new is Api.V2 and draft.detection == DETECT:
        said = f"Machine detection is on, and v2 tells {DETECT} from {DISCONNECT}: one must be chosen."
        return Effect(AMD, said, is_open=True)
    if new is Api.V1 and draft.detection == DISCONNECT:
        said = "v1 can't end calls that reach an answering machine: detection must be chosen anew."
        return Effect(AMD, said, is_open=True)
    written = str(AMD.kind.write(draft.detection, new)).lower()
    return (
        Effect(AMD, f"Machine detection {draft.detection} is sent as {written}.") if draft.detection else None
    )


def _key(field: Field) -> str:
    return field.path.partition(".")[0]
