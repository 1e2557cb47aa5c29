"""What the platform answers to the calls that change nothing, in the documented shapes."""

from collections.abc import Mapping, Sequence
from typing import Any

from tui.campaign.fields import Api
from tui.practice.answers import Reply, as_written, times
from tui.practice.campaigns import Campaigns, Kept
from tui.practice.identity import id_of
from tui.practice.world import ACTIVE, PracticeList, World

_ASKED = {"type", "page", "limit", "skip", "sortBy"}
_MOST_A_PAGE = 100
_OF_ROWS = ("name", "description", "dncLists", "priority", "dialingMode", "schedule", "contactLists")
_UNSAID_BY: Mapping[Api, tuple[str, ...]] = {Api.V1: ("dncLists",), Api.V2: ()}
"""What v1 has no field for."""


def contact_lists(world: World) -> Reply:
    """Every contact list of the account."""
    lists = [_contact_list(each, world.in_use_by.get(each.name, ())) for each in world.lists]
    return Reply(200, {"status": "success", "message": "", "data": lists})


def _contact_list(known: PracticeList, used_by: Sequence[Kept]) -> dict[str, Any]:
    zone = "timeZone" if known.own_time_zones else ""
    return {
        "_id": id_of("cl", known.name),
        "name": known.name,
        "description": "For practice.",
        "totalRecordCount": known.people,
        "status": known.status,
        "isListInUse": any(each.status == ACTIVE for each in used_by),
        "listType": "call",
        "campaignInUse": [{"name": each.sent["name"], "id": each.id} for each in used_by],
        "source": known.source,
        "files": [],
        "updatedAt": as_written(known.changed),
        "mapping": {"firstName": "firstName", "phoneNumber": "phoneNumber", "timeZone": zone},
    }


def queues(world: World) -> Reply:
    """Every agent queue; the only answer without a ``status``, as in its sample."""
    results = [
        {"isActive": True, "isDefault": at == 0, "name": name, "description": "", "id": id_of("qu", name)}
        for at, name in enumerate(world.queues)
    ]
    paging = {"page": 1, "limit": 10, "hasMore": False, "totalPages": 1, "totalResults": len(results)}
    return Reply(200, {"results": results, **paging})


def campaigns(known: Campaigns, asked: Mapping[str, Any], api: Api) -> Reply:
    """One page of the campaigns, newest first."""
    kept = known.newest_first()
    limit = asked["limit"]
    start = asked["skip"]
    shown = kept[start : start + limit]
    data = {
        "results": [_row(known, each, api) for each in shown],
        "skip": start,
        "limit": limit,
        "hasMore": start + limit < len(kept),
        "totalPages": max(1, -(-len(kept) // limit)),
        "totalResults": len(kept),
    }
    return Reply(200, {"status": "success", "message": "Campaign  retrieved successfully", "data": data})


def asked_violations(asked: Any) -> list[str]:
    """Everything wrong with the body that asks for a page; only ``type`` is documented as required."""
    if not isinstance(asked, dict):
        return ["the body must be an object"]
    found = [] if asked.get("type") == "voice" else ["type must be voice"]
    for key, low, high in (("page", 1, None), ("limit", 1, _MOST_A_PAGE), ("skip", 0, None)):
        value = asked.get(key)
        if value is not None and (type(value) is not int or value < low or (high and value > high)):
            found.append(f"{key} must be an integer, {low} or more{f', {high} at most' if high else ''}")
    sort = asked.get("sortBy", {})
    if not isinstance(sort, dict) or any(way not in ("asc", "desc") for way in sort.values()):
        found.append("sortBy must name fields as asc or desc")
    return found + [f"{key[:60]} is not answered here" for key in asked if key not in _ASKED]


def page_asked(asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """``asked`` with what it leaves out: the first page, of 50."""
    limit = asked.get("limit", 50)
    return {"limit": limit, "skip": asked.get("skip", (asked.get("page", 1) - 1) * limit)}


def campaign(known: Campaigns, kept: Kept, api: Api) -> Reply:
    """One campaign with its whole configuration."""
    sent = kept.sent
    unsaid = {"queue_name", "campaignType", *_UNSAID_BY[api]}
    data = {key: value for key, value in sent.items() if key not in unsaid}
    data = {"_id": kept.id, **data, "lname": sent["name"].lower(), **_more(known, kept)}
    if "experienceFlowName" in data:
        data["experienceFlow"] = id_of("cf", data.pop("experienceFlowName"))
    message = f"Campaign {sent['name']} retrieved successfully"
    return Reply(200, {"status": "success", "message": message, "data": data})


def status(known: Campaigns, kept: Kept) -> Reply:
    """The status of one campaign."""
    data = {"id": kept.id, "status": known.status(kept), "name": kept.sent["name"]}
    return Reply(200, {"status": "success", "data": data})


def _row(known: Campaigns, kept: Kept, api: Api) -> dict[str, Any]:
    """A campaign as the list shows it: without its strategy."""
    sent = kept.sent
    keys = [key for key in _OF_ROWS if key in sent and key not in _UNSAID_BY[api]]
    row = {"_id": kept.id, **{key: sent[key] for key in keys}, **_more(known, kept)}
    row["connection"] = sent.get("queue_name") or sent.get("experienceFlowName", "")
    return row


def _more(known: Campaigns, kept: Kept) -> dict[str, Any]:
    return {"status": known.status(kept), **times(kept)}
