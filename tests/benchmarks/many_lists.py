"""The wizard in practice where as many contact lists exist as the argument says; what picking among them costs."""

import random
import sys
import time

from tui.campaign import fields
from tui.cli import main
from tui.practice.server import PracticePlatform
from tui.screen.steps import form
from tui.workflow import known_names
from tui.workflow.choices import Choice, Offered
from tui.workflow.session import Session

_WORDS = ("Renewals", "Buyers", "Leads", "Trials", "Winback", "Churn", "Premium", "Survey", "Élan", "München")
_MONTHS = ("January", "March", "May", "June", "July", "August", "November")
_STATUSES = (("Ready", ""), ("Ready", ""), ("Validated", ""), ("Preparing", "can't be called yet"))


def choices(count: int) -> tuple[Choice, ...]:
    """That many contact lists, always the same."""
    pick = random.Random(15)
    return tuple(_choice(pick, number) for number in range(count))


def _choice(pick: random.Random, number: int) -> Choice:
    people, (status, hindrance) = pick.randrange(1, 20_000), pick.choice(_STATUSES)
    name = f"{pick.choice(_WORDS)} {pick.choice(_MONTHS)} {number}"
    return Choice(name, (f"{people:,} people", status), hindrance, people=people)


def _with_many(count: int) -> None:
    many = choices(count)
    names = tuple(choice.name for choice in many)
    offered, known = known_names.offered, PracticePlatform.known
    lists = fields.LISTS.key

    def many_offered(session: Session, key: str) -> Offered | None:
        return Offered(many, when=time.monotonic()) if key == lists else offered(session, key)

    form.offered = many_offered
    PracticePlatform.known = staticmethod(lambda key: names if key == lists else known(key))  # type: ignore[method-assign]


if __name__ == "__main__":
    _with_many(int(sys.argv[1]))
    sys.exit(main(("--practice",)))
