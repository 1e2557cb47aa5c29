"""A campaign as the platform gives it back, made a draft of another one like it. Pure.

What it does not give back stays empty, and is named: no default takes its place, least of all a do-not-call list or
answering-machine detection. One campaign, read by the API v1 and v2 (documented; the samples differ in what they have).
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from tui.base.typed import whole_number
from tui.campaign.draft import Draft
from tui.campaign.fields import AMD, FLOW, HOURS, LISTS, MODE, QUEUE, VOICE, Api, Field, Mode, Whole
from tui.campaign.json_values import MISSING, as_typed, value_at
from tui.campaign.kinds.detection import OFF
from tui.campaign.modes import WITH_AGENTS
from tui.campaign.origin import Origin, Source
from tui.campaign.parse import parse_campaign


def begin_from(data: Mapping[str, Any], api: Api, connection: str = "") -> tuple[Draft, Origin]:
    """A draft with everything that ``data`` of a campaign says, but its name, and where that came from.

    ``connection`` is the queue or flow that its row in the list of campaigns names. ``data`` may hold any JSON.
    """
    known = {field.key: value for field in VOICE.fields if (value := _given(data, field, api)) is not MISSING}
    mode = known.get(MODE.key, "")
    named = connection or as_typed(data.get("connection", ""))
    if named and mode in set(Mode):
        known.setdefault(QUEUE.key if mode in WITH_AGENTS else FLOW.key, named)
    draft = parse_campaign(_document(known), api).draft
    draft.has_schedule = True
    unknown = tuple(
        field.key
        for field in VOICE.fields
        if field.key not in known and (field.applies(mode, api) if mode else api in field.apis)
    )
    for field in VOICE.fields:
        if field.key in unknown and field.default:
            setattr(draft, field.key, "")
    origin = Origin(Source.CAMPAIGN, draft.name, deepcopy(draft), api, unknown)
    draft.name = ""
    return draft, origin


def _document(known: Mapping[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = {"campaignType": VOICE.name}
    for field in VOICE.fields:
        if field.key in known:
            *parents, last = field.path.split(".")
            inside = document
            for parent in parents:
                inside = inside.setdefault(parent, {})
            inside[last] = known[field.key]
    return document


def _given(data: Mapping[str, Any], field: Field, api: Api) -> Any:
    """What ``data`` says of the field, as a file would; :data:`MISSING` where it says nothing that can be used."""
    value = value_at(data, field.path.split("."))
    if value is MISSING or value is None or value == "" or value == []:
        return MISSING
    if field is AMD:
        return _detection(value, api)
    if field is LISTS:
        names = [each for each in value if isinstance(each, str) and each] if isinstance(value, list) else []
        return names or MISSING
    if isinstance(field.kind, Whole):
        number = whole_number(as_typed(value))
        return MISSING if number is None else number
    if field is HOURS:
        return value if isinstance(value, list) else MISSING
    return as_typed(value) or MISSING


def _detection(value: Any, api: Api) -> Any:
    """Under v2 ``true`` is either of two words, so that it says neither; each version takes its own form."""
    if api is Api.V2:
        return OFF if value is False else value if isinstance(value, str) else MISSING
    return value if isinstance(value, bool) else MISSING
