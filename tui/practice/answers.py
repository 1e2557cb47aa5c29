"""The documented answers and error bodies (platform's own pages; error bodies from neighbouring APIs)."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

_NOT_ECHOED = ("queue_name", "schedule", "campaignType", "experienceFlowName")


@dataclass(frozen=True, slots=True)
class Answer:
    """A status and a JSON body."""

    status: int
    body: Mapping[str, Any]


def _error(status: int, text: str, code: int, key: str = "msg") -> Answer:
    return Answer(status, {"errors": [{key: text, "code": code}]})


BAD_CREDENTIALS = _error(401, "Invalid SDK credentials", 4002)
NOT_A_TOKEN = _error(401, "Invalid JWT token", 4002)
WRONG_SCOPE = _error(401, "Permission denied. Scope is incorrect!", 4002, key="message")
TOO_LONG_LIVED = _error(401, 'error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)', 401)
REPLAYED = _error(401, "error verifying the jwt: possibly a replay", 401)
NOT_ALLOWED = _error(405, "Method Not Allowed", 405)
NOT_FOUND = _error(404, "Not Found", 404)
TOO_MANY = _error(
    429, "You've exceeded the per-minute rate limit. Please wait for sometime before retrying.", 429
)
TOO_LARGE = _error(413, "Request entity too large", 413)


def invalid(violations: Sequence[str]) -> Answer:
    """The answer to a request that breaks rules: each of them by name."""
    return Answer(
        412,
        {
            "errors": [
                {"msg": f"Validation errors/ Invalid arguments: {each}", "code": 412} for each in violations
            ]
        },
    )


def created(body: Mapping[str, Any], *, is_v2: bool) -> Answer:
    """The answer to a create. v1 answers a Preview with two ids and nothing else (seen in its sample)."""
    campaign_id = f"cd-{uuid.uuid4()}"
    message = f"Campaign {body['name']} creation in progress"
    if not is_v2 and body["dialingMode"] == "Preview":
        return Answer(
            200, {"status": "success", "message": message, "id": campaign_id, "data": {"campId": campaign_id}}
        )
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    data = {key: value for key, value in body.items() if key not in _NOT_ECHOED}
    data |= {
        "lname": body["name"].lower(),
        "status": "Preparing",
        "createdAt": now,
        "updatedAt": now,
        "id": campaign_id,
    }
    if "experienceFlowName" in body:
        data["experienceFlow"] = f"cf-{uuid.uuid5(uuid.NAMESPACE_OID, body['experienceFlowName'])}"
    if is_v2:
        data["dncLists"] = {
            "id": f"cl-{uuid.uuid5(uuid.NAMESPACE_OID, body['dncLists']['name'])}",
            **body["dncLists"],
        }
        data["isFiltersEnabled"] = False
        data["dialingStrategy"] = {**body["dialingStrategy"], "useSystemMappings": False}
        if data.get("enableMachineDetect") == "no":
            data["enableMachineDetect"] = False
    return Answer(200, {"status": "success", "message": message, "data": data})
