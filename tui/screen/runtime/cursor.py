"""The terminal's own cursor stands where one is, so that braille displays and speech follow it.

It also costs nothing: drawn as a reversed cell, the cursor would be two cells to send with each key.
"""

from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Offset

_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


class CursorKeeper:
    """Shows the terminal's cursor where the widget that has the focus says, and hides it where none does.

    Such a widget has a property ``cursor_place``: the cell of the screen, for example
    ``self.content_region.offset + Offset(x, y)``, or None to hide the cursor. When only the cursor moves, it calls
    ``refresh`` of a small region, since the cursor goes with the frames.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app

    def place(self) -> Offset | None:
        """The cell of the cursor; None where it is hidden."""
        app = self._app
        if (widget := app.focused if app.screen_stack else None) is None:
            return None
        place: Offset | None = getattr(widget, "cursor_place", None)
        try:
            seen = app.screen.find_widget(widget).visible_region
        except NoWidget:  # not laid out yet
            return None
        return place if place is not None and seen.contains_point(place) else None

    def sequence(self) -> str:
        """What shows or hides the cursor, to be written behind each frame."""
        return _HIDE if self.place() is None else _SHOW
