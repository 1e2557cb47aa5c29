"""Going to where something in the form is: the next problem, a change that was taken back or done again."""

from typing import TYPE_CHECKING

from tui.screen.steps import number
from tui.workflow.form_history import Travelled
from tui.workflow.next_problem import FormPlace, next_problem

if TYPE_CHECKING:
    from tui.screen.app import WizardApp


def go_to_problem(app: "WizardApp", by: int) -> None:
    """Go to the field of the next problem, or with a ``by`` of -1 to the one before; say so where there is none."""
    found = next_problem(app.session, FormPlace(*app.where()), by)
    if found.place is None:
        app.show_status(found.said)
    else:
        app.session.campaign.touched.add(found.place.key)
        app.go(number(found.place.step), found.place.key, found.said)


def show_travelled(app: "WizardApp", travelled: Travelled) -> None:
    """Go to the field that a step through the history changed, unless one sees it, and say what it did."""
    if travelled.field is None:
        app.show_status(travelled.said)
    elif app.has_step() and app.step.show_again(travelled.field):
        app.update_frame()
        app.show_status(travelled.said)
    else:
        app.go(number(travelled.field.step), travelled.field.key, travelled.said)
