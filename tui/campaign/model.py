"""A valid campaign: one type for each dialing mode, so that a Progressive without a queue can't be built.

The types are made from the fields' own descriptions; what a value may be, its kind says.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, create_model, model_validator

from tui.campaign import serialize
from tui.campaign.draft import Draft
from tui.campaign.fields import TYPES, VOICE, Api, CampaignType, Field, Mode
from tui.campaign.problems import Problem, is_valid

_EXAMPLE_HOURS = "Mo-Fr 09:00-18:00"
_JUDGED = {"judged": True}
"""Says that the values were judged already."""


class Campaign(BaseModel):
    """What is common to all campaigns. The type of each mode adds the fields that it has, in any version of the API.

    A field that the campaign's own version lacks is None. ``file`` is the file that it was read from.
    """

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", hide_input_in_errors=True, arbitrary_types_allowed=True
    )

    type: ClassVar[CampaignType] = VOICE
    api: Api
    mode: str
    has_schedule: bool = True
    file: Mapping[str, Any] | None = None

    @property
    def document(self) -> Mapping[str, Any]:
        """The request that creates it: exactly the values of its file, else as documented."""
        if self.file is not None:
            return self.file
        values = ((field, getattr(self, field.key)) for field in self.fields)
        return serialize.request(values, self.type, self.api, has_schedule=self.has_schedule)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that this campaign has."""
        return tuple(self.type.applying(self.mode, self.api))

    @model_validator(mode="after")
    def _judge(self, info: ValidationInfo) -> Self:
        """Refuse a field that is missing or of another version, and what its kind calls an error."""
        is_judged = info.context is _JUDGED
        own = self.fields
        for field in self.type.fields:
            value = getattr(self, field.key, None)
            if (value is None) == (field in own):
                raise ValueError(f"{field.title} is missing, or belongs to another version.")
            for problem in field.kind.judge(field, value, self.api) if field in own and not is_judged else ():
                if problem.is_error:
                    raise ValueError(problem.message)
        return self


def _model(of: CampaignType, mode: str) -> type[Campaign]:
    """The type of the valid campaigns of ``mode``: a field that only some versions have may be None."""
    values: dict[str, Any] = {}
    for field in of.fields:
        versions = [field.applies(mode, api) for api in Api]
        if any(versions):
            kind = field.kind.type
            values[field.key] = (kind, ...) if all(versions) else (kind | None, None)
    values["mode"] = (Literal[mode], ...)
    made = create_model(mode or of.name, __base__=Campaign, **values)
    made.type = of
    return made


MODELS = {(each.name, mode): _model(each, mode) for each in TYPES.values() for mode in (each.modes or ("",))}
"""The type of valid campaigns, by the name of the campaign's type and the mode."""


def campaign_of(
    draft: Draft,
    api: Api,
    problems: Sequence[Problem] | None = None,
    file: Mapping[str, Any] | None = None,
) -> Campaign:
    """The campaign that ``draft`` describes; every field is judged once, or not again where ``problems`` are known.

    ``file`` is what the draft was read from: it is what is sent then.

    Raises:
        ValueError: the draft has errors; :meth:`Draft.problems` names them.
    """
    if not is_valid(draft.problems(api) if problems is None else problems):
        raise ValueError("The draft has errors.")
    values: dict[str, Any] = {
        "api": api, "mode": draft.mode, "has_schedule": draft.has_schedule, "file": file,
    }  # fmt: skip
    for field in draft.type.applying(draft.mode, api):
        values[field.key] = field.kind.value(field, draft)
    return MODELS[draft.campaign_type, draft.mode].model_validate(values, context=_JUDGED)


def example(mode: Mode, api: Api) -> Mapping[str, Any]:
    """A valid file to start from, made of the fields' own examples."""
    draft = Draft()
    for field in VOICE.applying(mode, api):
        field.kind.take(field, draft, field.example)
    draft.mode = mode
    draft.type_hours(_EXAMPLE_HOURS)
    return campaign_of(draft, api).document
