"""One problem on a page, with a way to its field."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding

from tui.campaign.fields import for_path
from tui.screen.widgets.row_list import ListRow, RowList

_TITLE_WIDTH = 18


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """What is wrong with a field: ``title`` and ``target`` name it, the title alone a step.

    ``is_of_file``: a file says it, and a person may give that up.
    """

    title: str
    message: str
    is_error: bool
    target: str = ""
    is_of_file: bool = False

    @property
    def place(self) -> tuple[str, str]:
        """The step and the field it leads to; no step where the target is no field's."""
        field = for_path(self.target) if self.target else None
        return (field.step, field.key) if field else ("" if self.target else self.title, "")

    def row(self) -> ListRow:
        """``!`` for what stops the campaign or was refused, ``~`` for what deserves a look; the field; why."""
        label = f"{'!' if self.is_error else '~'} {self.title}"[:_TITLE_WIDTH].ljust(_TITLE_WIDTH + 1)
        return ListRow(((label, "error" if self.is_error else ""),), message=self.message, end=self._way())

    def keys(self) -> Iterator[tuple[str, str]]:
        """What its keys do, for the last line."""
        if self.place[0]:
            yield "Enter", "goes there"
        if self.is_of_file:
            yield "x", "drops it"

    def _way(self) -> str:
        if not self.is_of_file:
            return "[jump]"
        return "[jump, x drops]" if self.place[0] else "[x drops it]"


def problem_row(
    title: str, message: str, *, is_error: bool, target: str = "", is_of_file: bool = False
) -> RowList[FieldProblem]:
    """A list of one problem, so that each has the focus for itself, and pages scroll to it; Enter chooses it."""
    jump = Binding("enter", "choose", "Go to the field", show=False, id="problem.jump")
    problem = FieldProblem(title, message, is_error, target, is_of_file)
    return RowList((problem,), FieldProblem.row, jump, called="Problem", says=tuple(problem.keys()))
