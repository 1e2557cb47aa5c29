"""What a campaign was begun from, and how it differs from that now. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.base.text import one_line
from tui.campaign.modes import Api
from tui.campaign.template import MUST_DIFFER

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field

_LONGEST = 100
"""Characters of a value that are said."""


class Source(StrEnum):
    """What a campaign can be begun from."""

    CAMPAIGN = "campaign"
    RECEIPT = "receipt"
    TEMPLATE = "template"
    DRAFT = "draft"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one started: the ``source`` of that ``name``, with its ``draft`` under ``api``, which nobody changes.

    ``unknown`` are the keys of fields of which the source says nothing; their values in ``draft`` mean nothing.
    """

    source: Source
    name: str
    draft: "Draft"
    api: Api
    unknown: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called in a sentence; inert."""
        return f"the {self.source} {one_line(self.name, limit=60)}".rstrip()


def differences(origin: Origin, draft: "Draft", api: Api) -> Iterator[str]:
    """The fields whose values differ from those of ``origin``, each as a sentence; inert, in the order of the fields.

    What a template never has is no difference from it.
    """
    if api is not origin.api:
        yield f"API version: {api}, was {origin.api}."
    for field in draft.type.fields:
        if origin.source is Source.TEMPLATE and field.path in MUST_DIFFER:
            continue
        now = _value(field, draft, api)
        if field.key in origin.unknown:
            if now:
                yield f"{field.title}: {now}, not known of where you started."
            continue
        before = _value(field, origin.draft, origin.api)
        if now != before:
            yield f"{field.title}: {now or 'nothing'}, was {before or 'nothing'}."


def in_words(origin: Origin, draft: "Draft", api: Api) -> list[str]:
    """What the review says of where one started: the differences, or that there are none."""
    found = list(differences(origin, draft, api))
    if not found:
        return [f"Nothing differs from {origin.title}, where you started."]
    return [f"You started from {origin.title}. What differs:", *found]


def to_fill(origin: Origin) -> str:
    """What is to be filled in, since the platform does not give it back; nothing where the source says all."""
    if origin.source is not Source.CAMPAIGN:
        return ""
    fields = [each.title for each in origin.draft.type.fields if each.key in origin.unknown]
    return f"The platform does not give back {', '.join([*fields, 'its schedule'])}: fill in what is empty."


def _value(field: "Field", draft: "Draft", api: Api) -> str:
    """What the field says in a campaign that has it; nothing in another one."""
    if not field.applies(draft.mode, api):
        return ""
    names = getattr(draft, field.key, None)
    text = ", ".join(names) if isinstance(names, tuple) else field.kind.text(field, draft)
    return one_line(text, limit=_LONGEST)
