"""The platform's JSON, out: a valid campaign as its request body, a draft as far as it goes.

A field's path says where it stands, its kind how its value is written. :mod:`tui.campaign.parse` is the way back.
"""

from collections.abc import Iterable, Mapping
from types import EllipsisType
from typing import Any

from tui.campaign.draft import Draft
from tui.campaign.fields import Api, CampaignType, Field
from tui.campaign.leftovers import put_back


def request(
    values: Iterable[tuple[Field, Any]], of: CampaignType, api: Api, *, has_schedule: bool
) -> dict[str, Any]:
    """The request body that creates a campaign with these valid ``values``, as documented for ``api``."""
    body: dict[str, Any] = {}
    for field, value in values:
        _put(body, field, field.kind.write(value, api))
    return _finish(body, of, has_schedule=has_schedule)


def unfinished(draft: Draft, api: Api) -> dict[str, Any]:
    """What stands in ``draft`` as a file that loads again as the same draft, wrong values as they were typed.

    It also holds what was typed for other dialing modes; a text of the week that can't be read stands in
    place of the list of days, and so does a file's wrong list until its repair is kept. What else a file said wrongly
    stands there again until it is given up.
    """
    body: dict[str, Any] = {}
    for field in draft.type.fields:
        if api in field.apis and (value := field.kind.write_typed(field, draft, api)) is not None:
            _put(body, field, value)
    document = _finish(body, draft.type, has_schedule=draft.has_schedule)
    put_back(draft, api, document)
    return document


def with_gaps(draft: Draft, api: Api, gap: EllipsisType = ...) -> dict[str, Any]:
    """What ``draft`` would be sent as, as far as it goes: wrong values as typed, ``gap`` where nothing is typed yet.

    Unlike :func:`unfinished` it has every field of the chosen dialing mode and none of another one.
    """
    body: dict[str, Any] = {}
    for field in draft.type.applying(draft.mode, api):
        value = field.kind.write_typed(field, draft, api)
        _put(body, field, gap if value is None or value == "" else value)
    return _finish(body, draft.type, has_schedule=draft.has_schedule)


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
