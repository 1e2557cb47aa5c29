"""The terminal's own cursor stands where one is, so that braille displays and speech follow it.

It also costs nothing: drawn as a reversed cell, the cursor would be two cells to send with each key.
"""

from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Offset

_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"


class CursorApp(App[None]):
    """Shows the terminal's cursor where the widget that has the focus says, and hides it where none does.

    Such a widget has a property ``cursor_place``: the cell of the screen, for example
    ``self.content_region.offset + Offset(x, y)``, or None to hide the cursor. When only the cursor moves, it calls
    ``refresh`` of a small region, since the cursor goes with the frames.
    """

    def _place(self) -> Offset | None:
        if (widget := self.focused if self.screen_stack else None) is None:
            return None
        place: Offset | None = getattr(widget, "cursor_place", None)
        try:
            seen = self.screen.find_widget(widget).visible_region
        except NoWidget:  # not laid out yet
            return None
        return place if place is not None and seen.contains_point(place) else None

    @property
    def cursor_position(self) -> Offset:
        """Where the toolkit leaves the cursor behind each frame it draws."""
        return self._place() or Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, value: Offset) -> None:
        """Fields of the toolkit tell it here; the place is asked for when it is needed instead."""

    def post_display_hook(self) -> None:
        """Show or hide the cursor, behind each frame."""
        if self._running and not self._closed and self._driver is not None:
            self._driver.write(_HIDE if self._place() is None else _SHOW)
