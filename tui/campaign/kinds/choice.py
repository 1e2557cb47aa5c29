"""One of a few values, and the frequency of calling hours, which is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.campaign.json_values import describe
from tui.campaign.kinds.kind import Editor, FieldKind
from tui.campaign.modes import Api
from tui.campaign.problems import Problem, error

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


@dataclass(frozen=True)
class Choice(FieldKind):
    """One of ``values``, spelled exactly so."""

    values: tuple[str, ...]
    words: tuple[str, ...] = ()
    """What the values are called where they are shown; themselves where it is empty."""

    def titles(self, api: Api) -> tuple[str, ...]:
        """What the values are called."""
        return self.words or self.choices(api)

    def editor(self, draft: "Draft") -> Editor:
        """All values on a line."""
        return Editor.CHOICE

    def choices(self, api: Api) -> tuple[str, ...]:
        """The values."""
        return self.values

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take the value that the answer begins, in any case."""
        self.take(field, draft, one_of(self.choices(api), typed))
        return ""

    def question(self, said: str, draft: "Draft", api: Api) -> str:
        """The values with their numbers before what is said."""
        return f"{numbered(self.choices(api))}. {said}"

    def wrong(self, field: "Field", value: str, api: Api) -> Iterator[Problem]:
        """None of the values."""
        values = self.choices(api)
        if not value:
            yield error(field.path, f"{field.title} is missing: choose {either(values)}.")
        elif value not in values:
            same = [each for each in values if each.casefold() == value.strip().casefold()]
            hint = f"write {same[0]}, spelled exactly so" if same else f"choose {either(values)}"
            yield error(field.path, f"{value[:40]!r} is not known here: {hint}.")

    def no_text(self, field: "Field", value: Any) -> Problem:
        """The error, with the text that a number was perhaps meant for."""
        hint = f': "{value}"' if type(value) is int else ""
        return error(field.path, f"{field.title} must be text{hint}, not {describe(value)}.")


class Frequency(Choice):
    """How often calling hours repeat: each frequency has a week of its own."""

    def answer(self, field: "Field", draft: "Draft", typed: str, api: Api) -> str:
        """Take the frequency that the answer begins, with its week; say which week that is."""
        wanted = one_of(self.values, typed)
        said = draft.choose_frequency(wanted)
        return said if wanted in self.values else ""


def one_of(values: tuple[str, ...], typed: str) -> str:
    """The value that ``typed`` means: itself in any case, or the only one that begins so; else as typed."""
    wanted = typed.strip().casefold()
    same = [value for value in values if value.casefold() == wanted]
    begun = [value for value in values if value.casefold().startswith(wanted)]
    return same[0] if same else begun[0] if len(begun) == 1 else typed


def either(values: tuple[str, ...]) -> str:
    """``A, B or C``."""
    return " or ".join([*[", ".join(values[:-1])] * bool(values[:-1]), values[-1]])


def numbered(values: tuple[str, ...]) -> str:
    """``1. A, 2. B``, for an answer by number; values of which one is a number itself stand without."""
    return ", ".join(numbering(values)) if _numbers(values) else either(values)


def numbering(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values, each with its number where they have any."""
    return tuple(f"{number}. {value}" for number, value in _numbers(values).items()) or values


def of_number(values: tuple[str, ...], typed: str) -> str:
    """The value whose number in :func:`numbered` was typed; else what was typed."""
    return _numbers(values).get(typed, typed)


def _numbers(values: tuple[str, ...]) -> dict[str, str]:
    if any(value.isdecimal() for value in values):
        return {}
    return {str(at): value for at, value in enumerate(values, 1)}
