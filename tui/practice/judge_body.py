"""The rules of the body of a create, by the documentation alone.

The rules share with the code that writes requests only the limits of the fields, not even their paths: a judge
that shares the writer's code can't catch the writer's mistakes.
"""

from collections.abc import Mapping
from typing import Any

from tui.campaign import fields
from tui.campaign.fields import Api, Mode, Names
from tui.practice.account import EXISTING
from tui.practice.judge_hours import HOURS_RULE
from tui.practice.rules import Rule, a_list, an_object, boolean, existing, never, one_of, within

_LISTS = fields.LISTS.kind
assert isinstance(_LISTS, Names)

_STRATEGY = an_object(
    {
        "callerId": an_object({"phoneNumber": within(fields.CALLER_ID.kind)}),
        "callingHours": HOURS_RULE,
        "dialingOrder": within(fields.ORDER.kind),
        "maxAttemptsPerRecord": within(fields.ATTEMPTS.kind),
        "defaultRetryPeriod": within(fields.RETRY.kind),
        "maxRingTime": within(fields.RING.kind),
    }
)
_OF_EVERY_CAMPAIGN: Mapping[str, Rule] = {
    "name": within(fields.NAME.kind),
    "description": within(fields.DESCRIPTION.kind),
    "contactLists": a_list(existing("contact list", EXISTING.contact_lists), _LISTS.low),
    "priority": within(fields.PRIORITY.kind),
    "dialingMode": within(fields.MODE.kind),
    "dialingStrategy": _STRATEGY,
    "campaignType": one_of("voice"),
}
_QUEUE = existing("queue", EXISTING.queues)
_OF_MODE: Mapping[Mode, Mapping[str, Rule]] = {
    Mode.AGENTLESS: {"experienceFlowName": existing("voice flow", EXISTING.flows)},
    Mode.PROGRESSIVE: {"queue_name": _QUEUE},
    Mode.PREVIEW: {"queue_name": _QUEUE, "maxSkips": within(fields.SKIPS.kind)},
}
_OF_API: Mapping[Api, Mapping[str, Rule]] = {
    Api.V1: {"enableMachineDetect": boolean},
    Api.V2: {"dncLists": an_object({"name": existing("DNC list", EXISTING.dnc_lists)})},
}
_DETECTION_V2: Mapping[str, Rule] = {"enableMachineDetect": one_of("no", "detect", "disconnect")}
_OPTIONAL: Mapping[str, Rule] = {"schedule": an_object({"isSchedulingEnabled": never})}
"""Keys that every sample has and no field table names."""


def violations(body: Any, api: Api) -> list[str]:
    """Every rule that ``body`` breaks under ``api``, each by its JSON path; an empty list accepts it."""
    named = body.get("dialingMode") if isinstance(body, dict) else None
    mode = next((mode for mode in Mode if mode == named), None)
    return list((_of_some_mode(api) if mode is None else _of_mode(api, mode))("", body))


def _of_mode(api: Api, mode: Mode) -> Rule:
    required = {**_OF_EVERY_CAMPAIGN, **_OF_MODE[mode], **_OF_API[api]}
    if (api, mode) == (Api.V2, Mode.AGENTLESS):
        required |= _DETECTION_V2
    return an_object(required, _OPTIONAL, f"{mode} campaigns under {api}")


def _of_some_mode(api: Api) -> Rule:
    """Where no mode can be read, the fields of each are let in, and none of them is missed."""
    of_modes = {key: rule for rules in _OF_MODE.values() for key, rule in rules.items()}
    optional = {**_OPTIONAL, **of_modes, **(_DETECTION_V2 if api is Api.V2 else {})}
    return an_object({**_OF_EVERY_CAMPAIGN, **_OF_API[api]}, optional, f"campaigns under {api}")
