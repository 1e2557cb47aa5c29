"""What a file says wrongly and no field of the draft holds: another type, scheduling, unknown keys, a number as text.

Each stops the campaign until a person gives it up, or changes the field it stands in. Until then it is kept with the
draft and saved again. Pure.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.campaign.checked import Checked
from tui.campaign.json_values import MISSING, value_at
from tui.campaign.modes import Api
from tui.campaign.problems import Place, Problem, error

if TYPE_CHECKING:
    from tui.campaign.draft import Draft
    from tui.campaign.fields import Field


class Leftover(NamedTuple):
    """One thing of a file: its JSON ``path`` and why it is an error.

    ``text`` is how the field that holds it showed it when it was loaded, None where no field of the campaign does;
    ``value`` is what the file has there, where it can be put back. ``line`` and ``column`` are 0 where not known.
    """

    path: str
    message: str
    text: str | None = None
    value: Any = None
    line: int = 0
    column: int = 0

    @property
    def problem(self) -> Problem:
        """It as a problem that stops the campaign."""
        return error(self.path, self.message, Place(self.line, self.column) if self.line else None)


def found_in(checked: Checked) -> list[Leftover]:
    """What of a file's errors the draft that was made of it does not say itself."""
    draft, api = checked.draft, checked.api
    own = [problem.field for problem in draft.problems(api) if problem.is_error]
    found = []
    for problem in checked.problems:
        field = _field(draft, problem.field)
        applies = field is not None and field.applies(draft.mode, api)
        said = problem.field in own or (field and applies and any(field.holds(path) for path in own))
        if problem.is_error and not said:
            text = field.kind.text(field, draft) if field and applies else None
            value = value_at(checked.file or {}, problem.field.split("."))
            line, column = problem.place or (0, 0)
            kept = None if value is MISSING else value
            found.append(Leftover(problem.field, problem.message, text, kept, line, column))
    return found


def standing(draft: "Draft", api: Api) -> Iterator[Leftover]:
    """Those of ``draft`` that nobody has given up, and whose field is still as the file had it."""
    for each in draft.leftovers:
        field = _field(draft, each.path)
        applies = field is not None and field.applies(draft.mode, api)
        if (each.text is None and not applies) or (
            field and applies and each.text == field.kind.text(field, draft)
        ):
            yield each


def give_up(draft: "Draft", path: str) -> None:
    """Let ``draft`` go on without what the file says at ``path``."""
    draft.leftovers = [each for each in draft.leftovers if each.path != path]


def put_back(draft: "Draft", api: Api, document: dict[str, Any]) -> None:
    """Write into ``document`` what the file had where it stands, so that a saved file says it again."""
    for each in standing(draft, api):
        *parents, last = each.path.split(".")
        inside: Any = document
        for parent in parents:
            inside = inside.setdefault(parent, {}) if isinstance(inside, dict) else None
        if isinstance(inside, dict) and last and "[" not in each.path and each.value is not None:
            inside[last] = each.value


def _field(draft: "Draft", path: str) -> "Field | None":
    return next((field for field in draft.type.fields if field.holds(path)), None)
