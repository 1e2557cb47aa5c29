"""The problems that a person has passed already, a word each: what stands beside the steps. No screen."""

from typing import NamedTuple

from tui.campaign.fields import for_path
from tui.campaign.problems import Problem
from tui.workflow.next_problem import stops
from tui.workflow.session import Session

_CONNECTION = "Connection"


class OpenProblems(NamedTuple):
    """``found`` are those to be said, ``to_do`` is how many fields are still to be filled in.

    ``connection`` says whether what is wrong with that stops the campaign; None where nothing is.
    """

    found: tuple[Problem, ...]
    connection: bool | None
    to_do: int

    @property
    def titles(self) -> dict[str, bool]:
        """The names of the fields, in order, and whether what is wrong with them stops the campaign."""
        said = {} if self.connection is None else {_CONNECTION: self.connection}
        for problem in self.found:
            title = title_of(problem)
            said[title] = said.get(title, False) or problem.is_error
        return said


def open_problems(session: Session, step: str) -> OpenProblems:
    """The problems of fields that were left once, or stand on a step that was seen and is not ``step``, where one is.

    What is only worth a look is said at once.
    """
    campaign, found, to_do = session.campaign, list[Problem](), set[str]()
    for problem in session.problems():
        field = for_path(problem.field)
        is_left = field is None or field.key in campaign.touched
        if (
            is_left
            or not problem.is_error
            or (field and field.step != step and field.step in campaign.visited)
        ):
            found.append(problem)
        else:
            to_do.add(title_of(problem))
    return OpenProblems(tuple(found), _of_connection(session, step), len(to_do))


def stops_ahead(session: Session, step: str) -> int:
    """How many places have a problem that stops the campaign; 0 as long as none was passed. One is at ``step``."""
    found, connection, _ = open_problems(session, step)
    is_passed = connection or any(problem.is_error for problem in found)
    return len(stops(session)) if is_passed else 0


def title_of(problem: Problem) -> str:
    """The name of the field that ``problem`` is about; its path where that is no field's."""
    field = for_path(problem.field)
    return field.title if field else problem.field


def _of_connection(session: Session, step: str) -> bool | None:
    """Whether what is wrong with the connection stops the campaign; None where nothing is, or it was not left yet."""
    if step == _CONNECTION or _CONNECTION not in session.campaign.visited:
        return None
    return True if session.access.problems() else False if session.access.oddities() else None
