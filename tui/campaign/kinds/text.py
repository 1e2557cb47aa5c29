"""Free text, and telephone numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.campaign import caller_id
from tui.campaign.kinds.kind import FieldKind
from tui.campaign.modes import Api
from tui.campaign.odd_text import is_blank, oddities
from tui.campaign.problems import Problem, error, warning

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


_WHICH_COUNTRY = (
    "Of which country is it? None is guessed: a number with its country, such as GB 020 7946 0000, is read."
)


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

    low: int = caller_id.LOW
    high: int = caller_id.HIGH

    @property
    def room(self) -> int:
        """A long number as letterheads write it."""
        return 24

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """The usual shape, until something is typed; then what is known of the number."""
        typed = getattr(draft, field.key)
        return caller_id.facts(typed) if typed else f"+ and {self.low}-{self.high} digits"

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take the number; a national one with its country as one of that country. Say what it was taken for."""
        found = caller_id.with_country(typed)
        self.take(field, draft, found.number if found else typed)
        if found:
            return f"Taken as {found.number}: {found.facts}."
        if caller_id.is_national(typed):
            return _WHICH_COUNTRY
        known = caller_id.facts(typed)
        return f"That is {known}." if known else ""

    def wrong(self, field: "Field", value: str, api: Api) -> Iterator[Problem]:
        """What is wrong with any text, or an unusual shape."""
        found = list(text_problems(field.path, field.title, value))
        yield from found
        if any(each.is_error for each in found):
            return
        if not caller_id.is_usual(value):
            shape = f"+ and {self.low} to {self.high} digits"
            yield warning(field.path, f"Not of the usual shape: {shape}.{_advice(value)} Sent as it is.")
        elif odd := caller_id.odd_code(value):
            yield warning(field.path, f"{odd} Sent as it is.")


def _advice(value: str) -> str:
    """How the number is written with its country, where it names one."""
    bare = caller_id.without_marks(value)
    if bare.isdecimal():
        return " Begin with + and the country's code."
    if caller_id.is_usual(bare) and not caller_id.odd_code(bare):
        return f" Without its marks it is {bare}."
    found = caller_id.with_country(value)
    return f" In {found.country} it is {found.number}." if found else ""


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
