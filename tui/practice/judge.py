"""Judging the body of a create by the documentation alone.

Deliberately shares nothing with the code that writes requests but the limits of the fields: a judge that
reads with the writer's eyes can't catch the writer.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tui.campaign import fields
from tui.campaign.fields import Names, Text, Whole
from tui.practice.account import KNOWN
from tui.practice.judge_hours import judge_hours

_COMMON = {
    "name",
    "description",
    "contactLists",
    "priority",
    "dialingMode",
    "dialingStrategy",
    "campaignType",
}
_OF_MODE = {
    "Agentless": {"experienceFlowName"},
    "Progressive": {"queue_name"},
    "Preview": {"queue_name", "maxSkips"},
}
_STRATEGY = {
    "callerId",
    "callingHours",
    "dialingOrder",
    "maxAttemptsPerRecord",
    "defaultRetryPeriod",
    "maxRingTime",
}


def violations(body: Any, *, is_v2: bool) -> list[str]:
    """Every rule that ``body`` breaks, each naming the place in the JSON; an empty list accepts it."""
    if not isinstance(body, Mapping):
        return ["the body is no JSON object"]
    mode = body.get("dialingMode")
    if not isinstance(mode, str) or mode not in _OF_MODE:
        return ["dialingMode is none of Agentless, Progressive, Preview"]
    needed = _COMMON | _OF_MODE[mode]
    if is_v2:
        needed |= {"dncLists"} | ({"enableMachineDetect"} if mode == "Agentless" else set())
    else:
        needed |= {"enableMachineDetect"}
    found = list(_keys("", body, needed, optional="schedule"))
    found += _texts(body, mode)
    found += _lists(body.get("contactLists"))
    found += _detection(body.get("enableMachineDetect"), is_v2=is_v2)
    if "dncLists" in body and is_v2:
        found += _dnc(body["dncLists"])
    if "maxSkips" in body:
        found += _whole("maxSkips", body["maxSkips"], fields.SKIPS.kind)
    if "schedule" in body and body["schedule"] != {"isSchedulingEnabled": False}:
        found.append("schedule must be {isSchedulingEnabled: false}")
    if "dialingStrategy" in body:
        found += _strategy(body["dialingStrategy"])
    return found


def _keys(path: str, found: Mapping[str, Any], needed: set[str], optional: str = "") -> Iterator[str]:
    prefix = f"{path}." if path else ""
    yield from (f"{prefix}{key} is missing" for key in sorted(needed - found.keys()))
    yield from (
        f"{prefix}{key[:60]} is not allowed here" for key in sorted(found.keys() - needed - {optional})
    )


def _texts(body: Mapping[str, Any], mode: str) -> Iterator[str]:
    for key, kind in (("name", fields.NAME.kind), ("description", fields.DESCRIPTION.kind)):
        assert isinstance(kind, Text)
        assert kind.high is not None
        value = body.get(key, "-")
        if not isinstance(value, str) or not value.strip() or len(value) > kind.high:
            yield f"{key} is no text of {kind.low} to {kind.high} characters"
    if body.get("priority", "1") not in ("1", "2", "3", "4", "5"):
        yield 'priority is none of "1" to "5"'
    if body.get("campaignType", "voice") != "voice":
        yield "campaignType is not voice"
    if mode == "Agentless":
        yield from _existing("experienceFlowName", body, KNOWN.flows)
    else:
        yield from _existing("queue_name", body, KNOWN.queues)


def _existing(key: str, body: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[str]:
    if key in body and body[key] not in known:
        yield f"{key} does not exist in this account"


def _lists(value: Any) -> Iterator[str]:
    kind = fields.LISTS.kind
    assert isinstance(kind, Names)
    if value is None:
        return
    if not isinstance(value, list) or len(value) < kind.low:
        yield "contactLists is no list with a name in it"
        return
    for at, name in enumerate(value):
        if name not in KNOWN.contact_lists:
            yield f"contactLists[{at}] does not exist in this account"


def _detection(value: Any, *, is_v2: bool) -> Iterator[str]:
    if value is None:
        return
    if is_v2 and value not in ("no", "detect", "disconnect"):
        yield 'enableMachineDetect is none of "no", "detect", "disconnect"'
    if not is_v2 and not isinstance(value, bool):
        yield "enableMachineDetect is neither true nor false"


def _dnc(value: Any) -> Iterator[str]:
    if not isinstance(value, Mapping) or set(value) != {"name"}:
        yield "dncLists is no object with a name and nothing else"
    elif value["name"] not in KNOWN.dnc_lists:
        yield "dncLists.name does not exist in this account"


def _whole(path: str, value: Any, kind: object) -> Iterator[str]:
    assert isinstance(kind, Whole)
    if type(value) is not int or value < kind.low or (kind.high is not None and value > kind.high):
        yield f"{path} is no whole number of {kind.low} to {kind.high or 'any'}"


def _strategy(value: Any) -> Iterator[str]:
    if not isinstance(value, Mapping):
        yield "dialingStrategy is no object"
        return
    yield from _keys("dialingStrategy", value, _STRATEGY)
    caller = value.get("callerId", {"phoneNumber": "-"})
    if not isinstance(caller, Mapping) or set(caller) != {"phoneNumber"}:
        yield "dialingStrategy.callerId is no object with a phoneNumber and nothing else"
    elif not isinstance(caller["phoneNumber"], str) or not caller["phoneNumber"].strip():
        yield "dialingStrategy.callerId.phoneNumber is no text"
    if value.get("dialingOrder", "FIFO") not in ("FIFO", "LIFO"):
        yield "dialingStrategy.dialingOrder is neither FIFO nor LIFO"
    for key, kind in (
        ("maxAttemptsPerRecord", fields.ATTEMPTS.kind),
        ("defaultRetryPeriod", fields.RETRY.kind),
        ("maxRingTime", fields.RING.kind),
    ):
        if key in value:
            yield from _whole(f"dialingStrategy.{key}", value[key], kind)
    if "callingHours" in value:
        yield from judge_hours(value["callingHours"], "dialingStrategy.callingHours")
