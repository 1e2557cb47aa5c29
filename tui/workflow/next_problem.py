"""Where the problems are that stop a create, and which of them comes next."""

from typing import TYPE_CHECKING, NamedTuple

from tui.base.text import plural
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.campaign.fields import Field

_CONNECTION = "Connection"
"""The step of what is wrong with where a campaign goes."""


class FormPlace(NamedTuple):
    """A field by the title of its step and its key; without a key the step itself."""

    step: str
    key: str = ""


class ProblemStop(NamedTuple):
    """Where to go, None where nothing is wrong, and a sentence about it."""

    place: FormPlace | None
    said: str


def stops(session: Session) -> list[FormPlace]:
    """The places with an error, in their order."""
    wrong = [FormPlace(_CONNECTION)] if session.access.problems() else []
    return wrong + [
        FormPlace(each.step, each.key)
        for each in _fields(session)
        if any(problem.is_error for problem in session.problems_of(each))
    ]


def _fields(session: Session) -> "list[Field]":
    return list(session.draft.type.applying(session.draft.mode, session.api))


def next_problem(session: Session, here: FormPlace, by: int) -> ProblemStop:
    """The field with an error that comes after ``here`` where ``by`` is 1, before it where -1; round and round."""
    titles = {FormPlace(_CONNECTION): _CONNECTION}
    titles |= {FormPlace(each.step, each.key): each.title for each in _fields(session)}
    order, wrong = list(titles), stops(session)
    if not wrong:
        return ProblemStop(None, "No problem is left.")
    at = _position(order, here)
    ahead = [place for place in wrong if (order.index(place) - at) * by > 0]
    place = (ahead or wrong)[0 if by > 0 else -1]
    count = f"{wrong.index(place) + 1} of {plural(len(wrong), 'problem')}"
    return ProblemStop(place, f"{titles[place]}: {count}.")


def _position(order: list[FormPlace], here: FormPlace) -> float:
    """Where ``here`` is in ``order``: just before its step's first field where it is none, else behind them all."""
    if here in order:
        return order.index(here)
    own = [at for at, place in enumerate(order) if place.step == here.step]
    return own[0] - 0.5 if own and here.step != _CONNECTION else 0 if own else len(order)
