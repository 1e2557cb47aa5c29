"""A valid campaign: one type for each dialing mode, so that a Progressive without a queue can't be built."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    TypeAdapter,
    ValidationInfo,
    model_validator,
)

from tui.campaign import fields
from tui.campaign.check import value_problems
from tui.campaign.draft import Draft
from tui.campaign.fields import FIELDS, Api, Field, Mode, Whole
from tui.campaign.hours import Week
from tui.campaign.problems import Problem, is_valid

_JUDGED = "the fields were judged already"


def _judged(field: Field) -> AfterValidator:
    """Refuse what the field's own check calls an error, in its words; what was judged is not judged again."""

    def judge(value: Any, info: ValidationInfo) -> Any:
        for problem in () if info.context == _JUDGED else value_problems(field, value, api=Api.V2):
            if problem.is_error:
                raise ValueError(problem.message)
        return value

    return AfterValidator(judge)


class _Common(BaseModel):
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", hide_input_in_errors=True, arbitrary_types_allowed=True
    )

    api: Api
    name: Annotated[str, _judged(fields.NAME)]
    description: Annotated[str, _judged(fields.DESCRIPTION)]
    priority: Annotated[str, _judged(fields.PRIORITY)]
    contact_lists: Annotated[tuple[str, ...], _judged(fields.LISTS)]
    dnc_list: Annotated[str, _judged(fields.DNC)] | None = None
    caller_id: Annotated[str, _judged(fields.CALLER_ID)]
    order: Annotated[str, _judged(fields.ORDER)]
    attempts: Annotated[int, _judged(fields.ATTEMPTS)]
    retry: Annotated[int, _judged(fields.RETRY)]
    ring: Annotated[int, _judged(fields.RING)]
    zone: Annotated[str, _judged(fields.ZONE)]
    frequency: Annotated[str, _judged(fields.FREQUENCY)]
    hours: Annotated[Week, _judged(fields.HOURS)]
    has_schedule: bool = True

    @model_validator(mode="after")
    def _dnc_list_is_v2(self) -> "_Common":
        if (self.dnc_list is None) == (self.api is Api.V2):
            raise ValueError("A DNC list belongs to v2, and v2 needs one.")
        return self


class Agentless(_Common):
    """A voice flow talks. Under v1 machine detection is only ``no`` or ``detect``."""

    mode: Literal[Mode.AGENTLESS] = Mode.AGENTLESS
    flow: Annotated[str, _judged(fields.FLOW)]
    detection: Annotated[str, _judged(fields.AMD)]

    @model_validator(mode="after")
    def _disconnect_is_v2(self) -> "Agentless":
        if self.api is Api.V1 and self.detection == "disconnect":
            raise ValueError("v1 knows machine detection only as no and detect.")
        return self


class _WithAgents(_Common):
    queue: Annotated[str, _judged(fields.QUEUE)]
    detection_kept: bool = False


class Progressive(_WithAgents):
    """One call for each free agent of the queue."""

    mode: Literal[Mode.PROGRESSIVE] = Mode.PROGRESSIVE


class Preview(_WithAgents):
    """The agent sees the record before the call, and may skip it ``skips`` times."""

    mode: Literal[Mode.PREVIEW] = Mode.PREVIEW
    skips: Annotated[int, _judged(fields.SKIPS)]


Campaign = Annotated[Agentless | Progressive | Preview, Discriminator("mode")]
_CAMPAIGN: TypeAdapter[Agentless | Progressive | Preview] = TypeAdapter(Campaign)


def campaign_of(
    draft: Draft, api: Api, problems: tuple[Problem, ...] | None = None
) -> Agentless | Progressive | Preview:
    """The campaign that ``draft`` describes; ``problems`` are the draft's own, where they are known already.

    Raises:
        ValueError: the draft has errors; :meth:`Draft.problems` names them.
    """
    if not is_valid(draft.problems(api) if problems is None else problems):
        raise ValueError("The draft has errors.")
    values: dict[str, Any] = {
        "api": api, "mode": Mode(draft.mode), "hours": draft.week, "has_schedule": draft.has_schedule,
    }  # fmt: skip
    if draft.mode in fields.WITH_AGENTS:
        values["detection_kept"] = draft.detection_kept and api is Api.V1
    for field in FIELDS:
        if field.applies(draft.mode, api) and field not in (fields.MODE, fields.HOURS):
            value = getattr(draft, field.key)
            values[field.key] = int(value) if isinstance(field.kind, Whole) else value
    if draft.mode in fields.WITH_AGENTS:
        values.pop(fields.AMD.key, None)
    return _CAMPAIGN.validate_python(values, context=_JUDGED)
