"""What makes a start of the wizard short: the first screen does not wait for what only later ones need.

Each stands here with its reason and its figure, of a start that takes 150 ms; tests hold that it does what it says.
What is loaded later, and by which door, is in :mod:`tui.screen.on_demand` and :mod:`tui.screen.steps`.
"""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.base.absent import absent

if TYPE_CHECKING:
    from textual.app import App

USUAL_CLASSES = "-usual -tall"
"""What the breakpoints give a screen of the usual size. Begun with them, it is styled once less: 1 ms."""


def hasten() -> None:
    """Begin; again, nothing happens.

    Nothing that a start makes is garbage, and looking for it takes a tenth of the time. asyncio is loaded as on
    a Python without ssl, which it provides for: only its own TLS is missing then. The library of ssl takes 4 ms
    and is not needed for it, since all that is sent is sent by threads, without asyncio.
    """
    gc.disable()
    with absent("ssl"):
        import asyncio  # noqa: F401


def settle() -> None:
    """Look for garbage from now on, and no longer at what is there for good."""
    gc.freeze()
    gc.enable()


def refresh_styles(app: "App[None]", refresh: Callable[[bool], None], *, animate: bool) -> None:
    """Read all styles of ``app`` again by ``refresh``, but not while no screen is there.

    The toolkit sets the theme before it makes the first screen, and would read every style twice: 2.4 ms.
    """
    if app.screen_stack:
        refresh(animate)
    else:
        app.stylesheet.set_variables(app.get_css_variables())
