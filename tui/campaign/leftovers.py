"""What a file says wrongly and no field of the draft holds: another type, scheduling, unknown keys, a number as text.

Each stops the campaign until a person gives it up, or changes the field it stands in. Until then it is kept with the
draft and saved again. Pure.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.campaign.checked import Checked
from tui.campaign.json_values import MISSING, value_at
from tui.campaign.kinds.names import Names
from tui.campaign.modes import Api
from tui.campaign.problems import Place, Problem, error

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


class Leftover(NamedTuple):
    """One thing of a file: its JSON ``path`` and why it is an error.

    ``text`` is how the fields that lie there showed it when it was loaded, None where the campaign has none there.
    ``keys`` lead to what the file has, which is the one item of ``there``; that is empty where the file lacks it.
    ``line`` and ``column`` are 0 where not known.
    """

    path: str
    message: str
    text: str | None
    keys: list[str]
    there: list[Any]
    line: int = 0
    column: int = 0

    @property
    def problem(self) -> Problem:
        """It as a problem that stops the campaign."""
        return error(self.path, self.message, Place(self.line, self.column) if self.line else None)


def found_in(checked: Checked) -> list[Leftover]:
    """What of a file's errors the draft that was made of it does not say itself.

    Besides them what the file has for its version alone, which is an error where another version is chosen.
    """
    draft, api, file = checked.draft, checked.api, checked.file or {}
    own = [problem.field for problem in draft.problems(api) if problem.is_error]
    found = []
    for problem in checked.problems:
        field = _field(draft, problem.field)
        applies = field is not None and field.applies(draft.mode, api)
        said = problem.field in own or (field and applies and any(field.holds(path) for path in own))
        if problem.is_error and not said:
            path = field.path if field else problem.field
            keys = _keys(file, path) or path.split(".")
            value = value_at(file, keys)
            there = [] if value is MISSING else [value]
            shown = _shown(draft, problem.field, api)
            found.append(
                Leftover(problem.field, problem.message, shown, keys, there, *(problem.place or (0, 0)))
            )
    return [*found, *_of_this_version(checked)]


def standing(draft: "Draft", api: Api) -> Iterator[Leftover]:
    """Those of ``draft`` that nobody has given up, and whose fields are still as the file had them."""
    return (each for each in draft.leftovers if each.text == _shown(draft, each.path, api))


def give_up(draft: "Draft", path: str) -> None:
    """Let ``draft`` go on without what the file says at ``path``."""
    draft.leftovers = [each for each in draft.leftovers if each.path != path]


def put_back(draft: "Draft", api: Api, document: dict[str, Any]) -> None:
    """Write into ``document`` what the file had where it stands, so that a saved file says it again."""
    for each in standing(draft, api):
        *parents, last = each.keys
        inside: Any = document
        for parent in parents:
            inside = inside.setdefault(parent, {}) if isinstance(inside, dict) else None
        if isinstance(inside, dict):
            inside.pop(last, None)
            inside.update((last, value) for value in each.there)


def _of_this_version(checked: Checked) -> Iterator[Leftover]:
    """What the file has for its version alone; it stands as soon as the campaign has no such field."""
    draft = checked.draft
    for field in draft.type.applying(draft.mode, checked.api):
        keys = field.path.split(".")
        value = value_at(checked.file or {}, keys)
        for api in Api:
            if api not in field.apis and value is not MISSING:
                yield Leftover(field.path, field.foreign_to(draft.mode, api), None, keys, [value])


def _field(draft: "Draft", path: str) -> "Field | None":
    return next((field for field in draft.type.fields if field.holds(path)), None)


def _shown(draft: "Draft", path: str, api: Api) -> str | None:
    """What the fields of the campaign show that hold ``path``, or lie below it; None where there are none."""
    own = [
        field
        for field in draft.type.applying(draft.mode, api)
        if field.holds(path) or field.path.startswith(f"{path}.")
    ]
    return "\n".join(_text(field, draft) for field in own) if own else None


def _text(field: "Field", draft: "Draft") -> str:
    kind = field.kind
    return "\n".join(kind.names(field, draft)) if isinstance(kind, Names) else kind.text(field, draft)


def _keys(inside: Any, path: str) -> list[str]:
    """The keys that lead to ``path``, which may have dots themselves; empty where it leads nowhere."""
    if not isinstance(inside, Mapping):
        return []
    if path in inside:
        return [path]
    ways = (
        [key, *below]
        for key, value in inside.items()
        if path.startswith(f"{key}.") and (below := _keys(value, path[len(key) + 1 :]))
    )
    return next(ways, [])
