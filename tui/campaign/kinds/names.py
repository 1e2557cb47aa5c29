"""Names of things that exist in the account, such as contact lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from tui.base.typed import cells
from tui.campaign.json_values import as_typed, describe, in_one_form
from tui.campaign.kinds.kind import Editor, FieldKind
from tui.campaign.kinds.text import text_problems
from tui.campaign.modes import Api
from tui.campaign.odd_text import look
from tui.campaign.problems import Problem, error, warning

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field

MOST_NAMES = 500
"""How many names a paste makes a list of; the platform's own screens take 10."""


@dataclass(frozen=True)
class Names(FieldKind):
    """Names of things that exist: at least ``low``; over ``usual`` is unusual."""

    low: int
    usual: int

    type: ClassVar[Any] = tuple[str, ...]

    def editor(self, draft: "Draft") -> Editor:
        """One name after the other."""
        return Editor.NAMES

    def names(self, field: "Field", draft: "Draft") -> tuple[str, ...]:
        """The names so far."""
        found: tuple[str, ...] = getattr(draft, field.key)
        return found

    def text(self, field: "Field", draft: "Draft") -> str:
        """Nothing: each name begins on an empty line."""
        return ""

    def take(self, field: "Field", draft: "Draft", typed: str) -> None:
        """Take one name, and no other."""
        setattr(draft, field.key, (typed,) if typed.strip() else ())

    def answer_at(self, field: "Field", draft: "Draft", at: int, typed: str) -> str:
        """Put the names that were ``typed`` in the place of the name ``at``; return a sentence, or nothing."""
        names, given = self.names(field, draft), cells(typed)
        taken = given[: max(MOST_NAMES - len(names), 1)]
        setattr(draft, field.key, (*names[:at], *taken, *names[at + 1 :]))
        if len(taken) > 1:
            return f"{len(taken)} of {len(given)} names were taken, one a cell."
        return "" if taken else f"{names[at]} was taken off the list." if at < len(names) else ""

    def put_at(self, field: "Field", draft: "Draft", at: int, name: str) -> None:
        """Put ``name``, exactly as it is, in the place of the name ``at``."""
        names = self.names(field, draft)
        setattr(draft, field.key, (*names[:at], name, *names[at + 1 :]))

    def suffix(self, field: "Field", draft: "Draft") -> str:
        """How many there are."""
        return f"{len(self.names(field, draft))} named"

    def wrong(self, field: "Field", value: tuple[object, ...], api: Api) -> Iterator[Problem]:
        """Too few, unusually many, no names, or a name twice."""
        if len(value) < self.low:
            yield error(field.path, f"{field.title}: at least {self.low} is needed.")
        if len(value) > self.usual:
            yield warning(
                field.path, f"{len(value)} lists: the platform's own screens take at most {self.usual}."
            )
        for at, name in enumerate(value):
            path = f"{field.path}[{at}]"
            if not isinstance(name, str):
                yield error(path, "A contact list is named by text.")
                continue
            yield from text_problems(path, "The name", name)
            if name in value[:at]:
                yield warning(path, f"{name[:40]!r} is named twice.")
            elif like := next(
                (each for each in value[:at] if isinstance(each, str) and look(each) == look(name)), ""
            ):
                yield warning(path, f"{name[:40]!r} looks like {like[:40]!r}, and differs from it.")

    def load(self, field: "Field", value: Any, draft: "Draft", api: Api) -> list[Problem]:
        """Take over what can be a name; only a list is right."""
        names = value if isinstance(value, list) else [value]
        setattr(draft, field.key, tuple(as_typed(name) for name in names if as_typed(name)))
        if isinstance(value, list):
            return self.judge(field, tuple(value), api)
        return [
            error(field.path, f"{field.title} must be a list of names in brackets, not {describe(value)}.")
        ]

    def write(self, value: tuple[str, ...], api: Api) -> Any:
        """The list."""
        return list(value)

    def as_json(self, typed: tuple[str, ...]) -> Any:
        """The list."""
        return list(typed)

    def matches(self, sent: Any, came: Any) -> bool | None:
        """The same names, in any order."""
        if isinstance(sent, list) and isinstance(came, list):
            return sorted(map(in_one_form, sent)) == sorted(map(in_one_form, came))
        return super().matches(sent, came)
