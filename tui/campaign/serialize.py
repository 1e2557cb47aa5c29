"""The platform's JSON, out: a valid campaign as its request body, a draft as far as it goes.

A field's path says where it stands, its kind how its value is written. :mod:`tui.campaign.parse` is the way back.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.campaign.draft import Draft
from tui.campaign.fields import VOICE, Api, CampaignType, Field, Mode

if TYPE_CHECKING:
    from tui.campaign.model import Campaign

_EXAMPLE_HOURS = "Mo-Fr 09:00-18:00"


def request(campaign: "Campaign") -> dict[str, Any]:
    """The request body that creates ``campaign``, as documented for its version of the API."""
    body: dict[str, Any] = {}
    for field in campaign.fields:
        _put(body, field, field.kind.write(getattr(campaign, field.key), campaign.api))
    return _finish(body, campaign.type, has_schedule=campaign.has_schedule)


def unfinished(draft: Draft, api: Api) -> dict[str, Any]:
    """What stands in ``draft`` as a file that loads again as the same draft, wrong values as they were typed.

    It also holds what was typed for other dialing modes; a text of the week that can't be read stands in
    place of the list of days, and so does a file's wrong list until its repair is kept.
    """
    body: dict[str, Any] = {}
    for field in draft.type.fields:
        if api in field.apis and (value := field.kind.write_typed(field, draft, api)) is not None:
            _put(body, field, value)
    return _finish(body, draft.type, has_schedule=draft.has_schedule)


def example(mode: Mode, api: Api) -> dict[str, Any]:
    """A valid file to start from, made of the fields' own examples."""
    from tui.campaign.model import campaign_of  # pydantic is not needed to look at a draft

    draft = Draft()
    for field in VOICE.applying(mode, api):
        field.kind.take(field, draft, field.example)
    draft.mode = mode
    draft.type_hours(_EXAMPLE_HOURS)
    return request(campaign_of(draft, api))


def infer_api(document: Mapping[str, Any]) -> Api:
    """The version a file is for: only v2 has ``dncLists``."""
    return Api.V2 if "dncLists" in document else Api.V1


def _put(body: dict[str, Any], field: Field, value: Any) -> None:
    *parents, last = field.path.split(".")
    for parent in parents:
        body = body.setdefault(parent, {})
    body[last] = value


def _finish(body: dict[str, Any], of: CampaignType, *, has_schedule: bool) -> dict[str, Any]:
    if has_schedule:
        body["schedule"] = {"isSchedulingEnabled": False}
    ordered = {key: body[key] for key in (*of.keys, *body) if key in body}
    return ordered | {"campaignType": of.name}
