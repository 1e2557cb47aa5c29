"""Free text, and telephone numbers."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.campaign.kinds.kind import FieldKind
from tui.campaign.modes import Api
from tui.campaign.odd_text import is_blank, is_unseen, oddities
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

    @property
    def room(self) -> int:
        """A long number as letterheads write it."""
        return 24

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """The usual shape, until something is typed."""
        return "" if getattr(draft, field.key) else f"+ and {self.low}-{self.high} digits"

    def wrong(self, field: "Field", value: str, api: Api) -> Iterator[Problem]:
        """What is wrong with any text, or an unusual shape."""
        found = list(text_problems(field.path, field.title, value))
        yield from found
        if any(each.is_error for each in found):
            return
        if not self._is_usual(value):
            shape = f"+ and {self.low} to {self.high} digits"
            yield warning(field.path, f"Not of the usual shape: {shape}.{self._advice(value)} Sent as it is.")
        elif odd := _odd_code(value):
            yield warning(field.path, f"{odd} Sent as it is.")

    def _is_usual(self, value: str) -> bool:
        return re.fullmatch(rf"\+[0-9]{{{self.low},{self.high}}}", value) is not None

    def _advice(self, value: str) -> str:
        """How the number is written with its country, where it names one."""
        bare = _without_marks(value)
        if bare.startswith("+") or not bare.isdecimal():
            return f" Without its marks it is {bare}." if self._is_usual(bare) and not _odd_code(bare) else ""
        return " Begin with + and the country's code."


_TRUNK = "(0)"
"""The zero that is dialled within a country, as letterheads write it behind the country's code."""
_MARKS = re.compile(r"[\s().\-/\u2010-\u2015\u2212\u00ad]")
_DROP_ZERO = (
    "27", "31", "32", "33", "40", "41", "43", "44", "46", "49", "60", "61", "62", "63", "64", "66", "81", "82", "84",
    "86", "90", "91", "92", "94", "353", "358", "380", "971", "972",
)  # fmt: skip
"""Countries, by their code, whose numbers begin with a 0 within the country only."""


def _without_marks(value: str) -> str:
    """A number with nothing but its digits and a leading ``+``, as far as that can be told."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKC", value) if char == " " or not is_unseen(char)
    )
    bare = _MARKS.sub("", plain.removeprefix("tel:").replace(_TRUNK, "") if "+" in plain else plain)
    return bare if bare.removeprefix("+").isdecimal() and bare.isascii() else ""


def _odd_code(value: str) -> str:
    """Why the country's code in ``+`` and digits is odd, or nothing."""
    if value.startswith("+0"):
        return "No country's code begins with 0."
    for code in _DROP_ZERO:
        if value.startswith(f"+{code}0"):
            return f"Behind +{code} the 0 of a national number goes: +{code}{value[len(code) + 2 :]}."
    return ""


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
