"""What is wrong or unwise, each tied to the field it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad a problem is: an error stops the campaign, a warning is only said.

    What the platform refused stops nothing by itself: it may be otherwise there by now.
    """

    ERROR = "error"
    REFUSED = "refused"
    WARNING = "warning"


class Place(NamedTuple):
    """Where something stands in a file: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence about one field.

    ``field`` is a path into the platform's JSON, such as
    ``dialingStrategy.callingHours.days[2].start``; empty where the whole file is meant.
    ``place`` is where that stands in the file, None where it is not known.
    """

    field: str
    severity: Severity
    message: str
    place: Place | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops the campaign."""
        return self.severity is Severity.ERROR

    @property
    def is_refusal(self) -> bool:
        """Whether the platform has refused it as it stands."""
        return self.severity is Severity.REFUSED

    @property
    def with_place(self) -> str:
        """Its sentence, with the line and column of a file where they are known."""
        place = self.place
        return f"{self.message} (line {place.line}, column {place.column})" if place else self.message

    @property
    def mark(self) -> str:
        """``!`` for what stops the campaign or was refused, ``~`` for what deserves a look."""
        return "~" if self.severity is Severity.WARNING else "!"


def error(field: str, message: str, place: Place | None = None) -> Problem:
    """A problem that stops the campaign."""
    return Problem(field, Severity.ERROR, message, place)


def warning(field: str, message: str) -> Problem:
    """A problem that is said and does not stop anything."""
    return Problem(field, Severity.WARNING, message)


def is_valid(problems: Sequence[Problem]) -> bool:
    """Whether nothing among ``problems`` is an error."""
    return not any(problem.is_error for problem in problems)
