"""What the palette offers: what can be done where one is, and behind it what can be done from everywhere."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.base.text import uncapitalised
from tui.screen import everywhere
from tui.screen.steps import STEPS
from tui.screen.widgets.actions import Action, choices
from tui.screen.widgets.hours_grid import HoursGrid
from tui.screen.widgets.menu import Menu as Menu

if TYPE_CHECKING:
    from tui.screen.app import WizardApp


def offered(app: "WizardApp") -> list[Action]:
    """Everything that can be done now, each thing once; but for what only the disk knows."""
    here = [_worded(each, app) for each in choices(app) if _can_be_done(each, app)]
    said = {each.does for each in here}
    return [*here, *(each for each in everywhere.known_at_once(app) if each.does not in said)]


def look_behind(app: "WizardApp") -> Callable[[], list[Action]]:
    """What gives the actions that only the disk knows of, in a thread; from a page over a step there is none."""
    return list if everywhere.is_covered(app) else partial(everywhere.kept, app)


def theme_of(action: Action) -> str:
    """The theme that ``action`` chooses; empty where it does something else."""
    return action.about if action.name == f"app.{everywhere.THEME}" else ""


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


def _worded(action: Action, app: "WizardApp") -> Action:
    """``action`` with what it would take back or do again."""
    form = app.session.campaign.form
    match action.action:
        case "undo":
            return replace(action, does=f"Undo: {uncapitalised(form.to_undo)}")
        case "redo":
            return replace(action, does=f"Do again: {uncapitalised(form.to_redo)}")
    return action


def _can_be_done(action: Action, app: "WizardApp") -> bool:
    form = app.session.campaign.form
    match action.action:
        case "undo":
            return bool(form.to_undo)
        case "redo":
            return bool(form.to_redo)
        case "problem(1)" | "problem(-1)":
            return not app.session.can_send()
        case "next_step":
            return app.at + 1 < len(STEPS)
        case "previous_step":
            return app.at > 0
        case "review":
            return app.entry.title != "Review"
    if match := re.fullmatch(r"step\((\d)\)", action.action):
        return int(match[1]) != app.at + 1
    return not isinstance(action.node, HoursGrid) or action.node.can_do(action.action)
