"""Taking along what is shown: a name that is proposed for a file, an id by the clipboard, the campaign as a draft."""

from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets.input import Selection

from tui.campaign.draft import Draft
from tui.screen.widgets.inputs import TextField

if TYPE_CHECKING:
    from tui.screen.app import WizardApp

NAME_ROOM = 41
"""Cells that a file's name has at 80 columns."""


def propose(field: TextField, name: str) -> None:
    """Put ``name`` into ``field`` and go there: what is typed takes its place, an arrow key keeps it."""
    field.value = name
    field.focus()
    field.selection = Selection(0, len(name))


def copy_id(app: App[None], campaign_id: str) -> str:
    """Hand an id to the terminal's clipboard (OSC 52), and say so: whether it takes it, no program can know."""
    app.copy_to_clipboard(campaign_id)
    return f"{campaign_id} was offered to the terminal's clipboard. Not every terminal takes it."


def keep_campaign(app: "WizardApp") -> bool:
    """Keep the campaign one is at as a draft before another begins; whether that may, and say so where it can't."""
    kept = app.session.draft == Draft() or app.autosave.begin_anew()
    if not kept:
        app.show_status(f"The campaign you are at can't be kept: {app.autosave.trouble}.", error=True)
    return kept
