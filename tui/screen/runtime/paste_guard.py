"""Pastes that no field may see: a connection that a step takes as a whole, and a secret where none belongs."""

from typing import TYPE_CHECKING

from textual.events import Event, Paste

from tui.base import secret_text

if TYPE_CHECKING:
    from tui.screen.app import WizardApp


def kept_out(app: "WizardApp", event: Event) -> bool:
    """Whether ``event`` is such a paste; what was done with it is said."""
    if not isinstance(event, Paste):
        return False
    into_secret = getattr(app.focused, "TAKES_SECRETS", False)
    is_bare = len(app.screen_stack) == 1 and app.has_step()
    if is_bare and app.step.take_paste(event.text, into_secret=into_secret):
        return True
    if into_secret:
        return False
    if what := secret_text.stray(event.text):
        app.show_status(f"Not put in: a {what} goes into its own field.", error=True)
    return bool(what)
