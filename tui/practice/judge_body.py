"""The rules of the body of a create, by the documentation alone.

The rules share with the code that writes requests only the limits of the fields, not even their paths: a judge
that shares the writer's code can't catch the writer's mistakes.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from tui.campaign import fields
from tui.campaign.fields import Api, Mode, Names
from tui.practice.account import known_names
from tui.practice.judge_hours import HOURS_RULE
from tui.practice.rules import Rule, a_list, an_object, boolean, existing, never, one_of, within

_LISTS = fields.LISTS.kind
assert isinstance(_LISTS, Names)
_FEWEST_LISTS = _LISTS.low

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
    "priority": within(fields.PRIORITY.kind),
    "dialingMode": within(fields.MODE.kind),
    "dialingStrategy": _STRATEGY,
    "campaignType": one_of("voice"),
}
ExistingNames = Callable[[str], Collection[str]]
"""Gives the names that exist for the field of a key."""
_DETECTION_V2: Mapping[str, Rule] = {"enableMachineDetect": one_of("no", "detect", "disconnect")}
_OPTIONAL: Mapping[str, Rule] = {"schedule": an_object({"isSchedulingEnabled": never})}
"""Keys that every sample has and no field table names."""


def violations(body: Any, api: Api, names: ExistingNames = known_names) -> list[str]:
    """Every rule that ``body`` breaks under ``api``, each by its JSON path; an empty list accepts it.

    What it names must be among the ``names`` of its field.
    """
    named = body.get("dialingMode") if isinstance(body, dict) else None
    mode = next((mode for mode in Mode if mode == named), None)
    return list((_of_some_mode(api, names) if mode is None else _of_mode(api, mode, names))("", body))


def _of_every_mode(api: Api, names: ExistingNames) -> Mapping[str, Rule]:
    lists = a_list(existing("contact list", names(fields.LISTS.key)), _FEWEST_LISTS)
    dnc_list = an_object({"name": existing("DNC list", names(fields.DNC.key))})
    of_api: Mapping[Api, Mapping[str, Rule]] = {
        Api.V1: {"enableMachineDetect": boolean},
        Api.V2: {"dncLists": dnc_list},
    }
    return {**_OF_EVERY_CAMPAIGN, "contactLists": lists, **of_api[api]}


def _of_modes(names: ExistingNames) -> Mapping[Mode, Mapping[str, Rule]]:
    queue = existing("queue", names(fields.QUEUE.key))
    return {
        Mode.AGENTLESS: {"experienceFlowName": existing("voice flow", names(fields.FLOW.key))},
        Mode.PROGRESSIVE: {"queue_name": queue},
        Mode.PREVIEW: {"queue_name": queue, "maxSkips": within(fields.SKIPS.kind)},
    }


def _of_mode(api: Api, mode: Mode, names: ExistingNames) -> Rule:
    required = {**_of_every_mode(api, names), **_of_modes(names)[mode]}
    if (api, mode) == (Api.V2, Mode.AGENTLESS):
        required |= _DETECTION_V2
    return an_object(required, _OPTIONAL, f"{mode} campaigns under {api}")


def _of_some_mode(api: Api, names: ExistingNames) -> Rule:
    """Where no mode can be read, the fields of each are let in, and none of them is missed."""
    of_modes = {key: rule for rules in _of_modes(names).values() for key, rule in rules.items()}
    optional = {**_OPTIONAL, **of_modes, **(_DETECTION_V2 if api is Api.V2 else {})}
    return an_object(_of_every_mode(api, names), optional, f"campaigns under {api}")
