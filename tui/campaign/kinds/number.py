"""Whole numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from tui.base.typed import whole_number
from tui.campaign.json_values import as_typed, describe
from tui.campaign.kinds.kind import Editor, FieldKind
from tui.campaign.modes import Api
from tui.campaign.problems import Problem, error

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field

_TOO_LONG = 10**18
"""The first number that is longer than what can be typed."""


@dataclass(frozen=True)
class Whole(FieldKind):
    """A whole number from ``low`` to ``high`` (no documented end where that is None), in ``unit``."""

    low: int
    high: int | None
    unit: str

    type: ClassVar[Any] = int

    def editor(self, draft: "Draft") -> Editor:
        """Digits, and keys that step."""
        return Editor.NUMBER

    @property
    def limits(self) -> tuple[int, int | None]:
        """The lowest and the highest number."""
        return self.low, self.high

    @property
    def room(self) -> int:
        """The digits of the highest number and one, at least three."""
        return max(len(str(self.high or 0)) + 1, 3)

    @property
    def range(self) -> str:
        """The allowed range in words, such as ``5 to 120 s``."""
        return (
            f"{self.low} or more" if self.high is None else f"{self.low} to {self.high} {self.unit}".rstrip()
        )

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """The unit with its range."""
        high = f"{self.low} or more" if self.high is None else f"{self.low}-{self.high}"
        return f"{self.unit}, {high}" if self.unit else high

    def wrong(self, field: "Field", value: int, api: Api) -> Iterator[Problem]:
        """A number out of range, or longer than what can be typed."""
        if value < self.low or (self.high is not None and value > self.high):
            yield error(field.path, f"{value} is out of range: {self.range}.")
        elif value >= _TOO_LONG:
            yield error(field.path, f"{field.title} has more than 18 digits.")

    def problems(self, field: "Field", draft: "Draft", api: Api) -> list[Problem]:
        """Nothing, no number, or one out of range."""
        typed = getattr(draft, field.key)
        if not typed.strip():
            return [error(field.path, f"{field.title} is missing: {self.range}.")]
        number = whole_number(typed)
        if number is None:
            return [error(field.path, f"{field.title} takes a whole number, {self.range}.")]
        return self.judge(field, number, api)

    def value(self, field: "Field", draft: "Draft") -> Any:
        """The number that was typed."""
        return whole_number(getattr(draft, field.key))

    def load(self, field: "Field", value: Any, draft: "Draft", api: Api) -> list[Problem]:
        """Take any number over; only a whole one is right."""
        setattr(draft, field.key, as_typed(value))
        if type(value) is int:
            return self.judge(field, value, api)
        hint = f": {value.strip()}" if isinstance(value, str) and value.strip().isdecimal() else ""
        return [error(field.path, f"{field.title} must be a whole number{hint}, not {describe(value)}.")]

    def write(self, value: int, api: Api) -> Any:
        """The number."""
        return value

    def as_json(self, typed: str) -> Any:
        """A number where digits were typed, else the text as it is."""
        number = whole_number(typed)
        return typed if number is None else number
