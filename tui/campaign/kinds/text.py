"""Free text, and telephone numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.campaign.kinds.kind import FieldKind
from tui.campaign.modes import Api
from tui.campaign.odd_text import is_blank, oddities
from tui.campaign.problems import Problem, error, warning

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


@dataclass(frozen=True)
class Text(FieldKind):
    """Free text of ``low`` to ``high`` characters, counted as Unicode code points."""

    low: int = 1
    high: int | None = None

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """How long it is, and may be."""
        return f"{len(getattr(draft, field.key))}/{self.high}" if self.high is not None else ""

    def wrong(self, field: "Field", value: str, api: Api) -> Iterator[Problem]:
        """Nothing but blanks, too long a text, or one that the platform may count otherwise."""
        return text_problems(field.path, field.title, value, self.low, self.high)


@dataclass(frozen=True)
class Phone(FieldKind):
    """A telephone number: E.164 is ``+`` and ``low`` to ``high`` digits; another shape is only odd."""

    low: int = 8
    high: int = 15

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """The usual shape, until something is typed."""
        return "" if getattr(draft, field.key) else f"+ and {self.low}-{self.high} digits"

    def wrong(self, field: "Field", value: str, api: Api) -> Iterator[Problem]:
        """What is wrong with any text, or an unusual shape."""
        found = list(text_problems(field.path, field.title, value))
        yield from found
        if not found and not re.fullmatch(rf"\+[0-9]{{{self.low},{self.high}}}", value):
            shape = f"+ and {self.low} to {self.high} digits"
            yield warning(field.path, f"Not of the usual shape: {shape}. Sent as it is.")


def text_problems(
    path: str, title: str, value: str, low: int = 1, high: int | None = None
) -> Iterator[Problem]:
    """What is wrong or unwise with the text ``value`` at ``path``, which a sentence calls ``title``."""
    if is_blank(value):
        yield error(path, f"{title} is missing." if not value else f"{title} is blank.")
    elif any(0xD800 <= ord(char) <= 0xDFFF for char in value):
        yield error(path, f"{title} has half a character (a lone surrogate), which no text can have.")
    elif high is not None and len(value) > high:
        yield error(path, f"{title} is {len(value):,} characters long; {low} to {high} are allowed.")
    else:
        units = len(value.encode("utf-16-le")) // 2
        if high is not None and units > high:
            yield warning(path, f"{title} may be counted as {units:,} characters by the platform: emoji and rare "
                          f"letters count twice there; {high} are allowed.")  # fmt: skip
        for said in oddities(value):
            yield warning(path, f"{title} {said}.")
