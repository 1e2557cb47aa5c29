"""What the platform answers: the documented shapes, and error bodies from neighbouring APIs of the same platform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tui.campaign.fields import Api, Mode
from tui.practice.campaigns import Kept
from tui.practice.identity import id_of

_NOT_ECHOED = {"queue_name", "schedule", "campaignType", "experienceFlowName"}
_MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Reply:
    """A status and a JSON body. ``violations`` is for the log: what was wrong with the request."""

    status: int
    body: Mapping[str, Any]
    violations: tuple[str, ...] = ()


def _refusal(status: int, text: str, code: int, why: str, key: str = "msg") -> Reply:
    return Reply(status, {"errors": [{key: text, "code": code}]}, (why,))


def bad_credentials(why: str) -> Reply:
    """No ``auth``, a wrong app id or a damaged token (from the vendor's own tests)."""
    return _refusal(401, "Invalid SDK credentials", 4002, why)


def not_a_token(why: str) -> Reply:
    """Something in ``auth`` that is no JWT (from the vendor's own tests)."""
    return _refusal(401, "Invalid JWT token", 4002, why)


def wrong_scope(why: str) -> Reply:
    """A client without the scope: 401 and not 403, ``message`` and not ``msg`` (documented)."""
    return _refusal(401, "Permission denied. Scope is incorrect!", 4002, why, key="message")


def too_long_lived(why: str) -> Reply:
    """A token that has a ``jti`` and expires too late (documented)."""
    return _refusal(401, 'error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)', 401, why)


def replayed(why: str) -> Reply:
    """A ``jti`` that was used before (documented)."""
    return _refusal(401, "error verifying the jwt: possibly a replay", 401, why)


def wrong_method(why: str) -> Reply:
    """A known address, called by another method (from the vendor's own tests)."""
    return _refusal(405, "Method Not Allowed", 405, why)


def unknown_address(why: str) -> Reply:
    """An address that the platform does not have; its body is not documented."""
    return _refusal(404, "Not Found", 404, why)


def too_many(why: str) -> Reply:
    """Over the limit of the account; the sentence is documented, the status assumed."""
    text = "You've exceeded the per-minute rate limit. Please wait for sometime before retrying."
    return _refusal(429, text, 429, why)


def broken(status: int, why: str) -> Reply:
    """A request that HTTP itself refuses with ``status``; its body is not documented."""
    return _refusal(status, why, status, why)


def invalid(violations: Sequence[str]) -> Reply:
    """The rules that a request breaks, each as an error of its own (status and words from the vendor's tests)."""
    listed = list(violations[:_MOST_LISTED])
    if len(violations) > _MOST_LISTED:
        listed.append(f"and {len(violations) - _MOST_LISTED} more")
    errors = [{"msg": f"Validation errors/ Invalid arguments: {each}", "code": 412} for each in listed]
    return Reply(412, {"errors": errors}, tuple(listed))


def no_campaign(why: str) -> Reply:
    """An id that nothing in this account has; its body is not documented."""
    return _refusal(404, "Campaign not found", 404, why)


def created(kept: Kept) -> Reply:
    """The answer to a create that was accepted."""
    sent = kept.sent
    success = {"status": "success", "message": f"Campaign {sent['name']} creation in progress"}
    if kept.api is Api.V1 and sent["dialingMode"] == Mode.PREVIEW:
        return Reply(200, {**success, "id": kept.id, "data": {"campId": kept.id}})
    data = {key: value for key, value in sent.items() if key not in _NOT_ECHOED}
    data |= {"lname": sent["name"].lower(), "status": "Preparing", **times(kept), "id": kept.id}
    if "experienceFlowName" in sent:
        data["experienceFlow"] = id_of("cf", sent["experienceFlowName"])
    if kept.api is Api.V2:
        data |= _added_by_v2(sent)
    return Reply(200, {**success, "data": data})


def times(kept: Kept) -> dict[str, str]:
    """When a campaign was made and last changed, as the platform writes it."""
    created = as_written(kept.created)
    return {"createdAt": created, "updatedAt": created}


def as_written(when: datetime) -> str:
    """A time in UTC as the platform writes it."""
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _added_by_v2(sent: Mapping[str, Any]) -> dict[str, Any]:
    """What v2 adds to the echo, and the ``"no"`` that comes back as ``false`` (seen in samples)."""
    dnc_list = sent["dncLists"]
    added: dict[str, Any] = {
        "dncLists": {"id": id_of("cl", dnc_list["name"]), **dnc_list},
        "dialingStrategy": {**sent["dialingStrategy"], "useSystemMappings": False},
        "isFiltersEnabled": False,
    }
    if sent.get("enableMachineDetect") == "no":
        added["enableMachineDetect"] = False
    return added
