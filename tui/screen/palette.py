"""What the palette offers: what can be done where one is, and behind it what can be done from everywhere."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.screen.steps import STEPS
from tui.screen.widgets.actions import Action, choices
from tui.screen.widgets.menu import Menu as Menu
from tui.screen.widgets.themes import THEMES
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.screen.app import WizardApp

_THEME = "theme"


def offered(app: "WizardApp") -> list[Action]:
    """Everything that can be done now, each thing once."""
    here = [each for each in choices(app) if _can_be_done(each.action, app.session)]
    named = {each.action for each in here}
    everywhere = [
        Action(f"app.step-{at}", ("",), entry.title, f"Step {at}: {entry.title}", f"step({at})", app, False)
        for at, entry in enumerate(STEPS, 1)
        if f"step({at})" not in named
    ]
    if "receipts" not in named:
        does = "Receipts"
        everywhere.append(Action("app.receipts", ("",), does, does, "receipts", app.step, False))
    themes = [
        Action(
            f"app.{_THEME}", ("",), each.name, f"Theme {each.name}", f"{_THEME}('{each.name}')", app, False
        )
        for each in THEMES
        if each.name != app.theme
    ]
    return [*here, *everywhere, *themes]


def theme_of(action: Action) -> str:
    """The theme that ``action`` chooses; empty where it does something else."""
    return action.about if action.name == f"app.{_THEME}" else ""


def ranked(offers: Sequence[Action], typed: str) -> list[Action]:
    """Those that fit what was ``typed``: a step by its number, then words that begin so, then what holds it."""
    words = typed.casefold().split()
    if not words:
        return list(offers)
    fitting = [(_rank(each, words), each) for each in offers]
    return [each for rank, each in sorted(fitting, key=lambda pair: pair[0]) if rank < _NO_FIT]


_NO_FIT = 3


def _rank(action: Action, words: list[str]) -> int:
    said = action.does.casefold()
    if re.match(rf"step {re.escape(words[0])}\b", said) and len(words) == 1:
        return 0
    begins = re.findall(r"\w+", said)
    if all(any(each.startswith(word) for each in begins) for word in words):
        return 1
    return 2 if all(word in said for word in words) else _NO_FIT


def _can_be_done(action: str, session: Session) -> bool:
    form = session.campaign.form
    match action:
        case "undo":
            return bool(form.to_undo)
        case "redo":
            return bool(form.to_redo)
        case "problem(1)" | "problem(-1)":
            return not session.can_send()
    return True
