"""The platform's JSON, out: a valid campaign as its request body, a draft as far as it goes.

A path of :mod:`tui.campaign.fields` says where a field stands; what the platform writes differently under v1
and v2 is decided here. :mod:`tui.campaign.parse` is the way back.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.campaign import fields, hours_text
from tui.campaign.check import whole_number
from tui.campaign.draft import Draft
from tui.campaign.fields import AMD, FIELDS, HOURS, Api, Field, Mode, Whole
from tui.campaign.hours import DAY_CODES, Week, wire_time

if TYPE_CHECKING:
    from tui.campaign.model import Agentless, Preview, Progressive

_ORDER = (
    "name", "description", "contactLists", "dncLists", "priority", "dialingMode", "dialingStrategy", "schedule",
    "queue_name", "experienceFlowName", "enableMachineDetect", "maxSkips", "campaignType",
)  # fmt: skip
_EXAMPLE_HOURS = "Mo-Fr 09:00-18:00"


def request(campaign: "Agentless | Progressive | Preview") -> dict[str, Any]:
    """The request body that creates ``campaign``, as documented for its version of the API."""
    body: dict[str, Any] = {}
    for field in FIELDS:
        if field.applies(campaign.mode, campaign.api) and field is not AMD:
            value = getattr(campaign, field.key)
            _put(body, field, days(value) if isinstance(value, Week) else _plain(value))
    detection = getattr(
        campaign, "detection", "detect" if getattr(campaign, "detection_kept", False) else "no"
    )
    if AMD.applies(campaign.mode, campaign.api):
        _put(body, AMD, detection if campaign.api is Api.V2 else detection == "detect")
    return _finish(body, campaign.has_schedule)


def unfinished(draft: Draft, api: Api) -> dict[str, Any]:
    """What stands in ``draft`` as a file that loads again as the same draft, wrong values as they were typed.

    It also holds what was typed for other dialing modes; a text of the week that can't be read stands in
    place of the list of days, and so does a file's wrong list until its repair is kept.
    """
    body: dict[str, Any] = {}
    for field in FIELDS:
        if api in field.apis and field not in (AMD, HOURS):
            typed = getattr(draft, field.key)
            is_asked = draft.mode not in set(Mode) or field.applies(draft.mode, api)
            if typed and (is_asked or typed != field.default):
                _put(body, field, _plain(_as_typed(field, typed)))
    if draft.repaired and draft.hours_text is None:
        _put(body, HOURS, draft.unrepaired)
    elif draft.week or draft.hours_text is not None:
        _put(body, HOURS, days(draft.week) if draft.hours_text is None else draft.hours_text)
    if AMD.applies(draft.mode, api):
        on = draft.detection_kept if draft.mode in fields.WITH_AGENTS else draft.detection == "detect"
        _put(body, AMD, draft.detection if api is Api.V2 or draft.detection == "disconnect" else on)
    return _finish(body, draft.has_schedule)


def example(mode: Mode, api: Api) -> dict[str, Any]:
    """A valid file to start from, made of the fields' own examples."""
    from tui.campaign.model import campaign_of  # pydantic is not needed to look at a draft

    draft = Draft(mode=mode)
    for field in FIELDS:
        if field.applies(mode, api) and field not in (fields.MODE, fields.HOURS, fields.LISTS):
            setattr(draft, field.key, field.example)
    draft.contact_lists = (fields.LISTS.example,)
    draft.week = hours_text.read(_EXAMPLE_HOURS).week or Week()
    return request(campaign_of(draft, api))


def infer_api(document: Mapping[str, Any]) -> Api:
    """The version a file is for: only v2 has ``dncLists``."""
    return Api.V2 if "dncLists" in document else Api.V1


def days(week: Week) -> list[dict[str, str]]:
    """The calling windows as the platform lists them, in order, times such as ``9:00 AM``."""
    return [
        {"day": DAY_CODES[window.day], "start": wire_time(window.start), "end": wire_time(window.end)}
        for window in week.windows()
    ]


def _as_typed(field: Field, value: Any) -> Any:
    """A number where digits were typed into the field of a number, else the text as it is."""
    number = whole_number(value) if isinstance(field.kind, Whole) else None
    return value if number is None else number


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, str) else value


def _put(body: dict[str, Any], field: Field, value: Any) -> None:
    *parents, last = field.path.split(".")
    for parent in parents:
        body = body.setdefault(parent, {})
    body[last] = value


def _finish(body: dict[str, Any], has_schedule: bool) -> dict[str, Any]:
    if has_schedule:
        body["schedule"] = {"isSchedulingEnabled": False}
    body["campaignType"] = fields.CAMPAIGN_TYPE
    return {key: body[key] for key in _ORDER if key in body}
