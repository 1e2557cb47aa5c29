"""A window that is too small is covered by a sentence; what one can't see takes no keys meanwhile."""

from textual.app import App
from textual.events import Event, Key
from textual.geometry import Size

from tui.screen.widgets.fixed_line import FixedLine

SMALLEST = (40, 12)
"""Columns and rows below which nothing but a sentence is shown."""
_STILL_TAKEN = frozenset({"ctrl+c", "ctrl+q", "ctrl+l", "ctrl+z"})
"""The ways out, and drawing again."""


class TooSmall(FixedLine):
    """The sentence that covers everything."""

    DEFAULT_CSS = """
    TooSmall { layer: over; dock: top; width: 100%; height: 100%; background: $background; display: none; }
    Screen.-small TooSmall, Screen.-flat TooSmall { display: block; }
    """
    SCOPED_CSS = False


class SmallWindowGuard:
    """Covers whatever ``app`` shows, which goes on as it is: nothing that was typed is lost."""

    def __init__(self, app: App[None]) -> None:
        self._app = app

    def resized(self, size: Size) -> None:
        """A very small window is told so."""
        if is_too_small(size):
            self._cover(size)

    def takes(self, event: Event) -> bool:
        """Whether a key or a paste may reach what is shown: only what one can see takes any."""
        if not is_too_small(self._app.size) or (isinstance(event, Key) and event.key in _STILL_TAKEN):
            return True
        if not self._app.screen.query(TooSmall):  # a question has come meanwhile
            self._cover(self._app.size)
        return False

    def show_status(self, sentence: str) -> None:
        """Say something also where the cover hides the place for it."""
        if is_too_small(self._app.size):
            self._cover(self._app.size, sentence)

    def _cover(self, size: Size, also: str = "") -> None:
        least, low = SMALLEST
        said = f"{size.width}x{size.height} is too small: make this window {least}x{low} or larger."
        said = f"{said} Nothing is lost. {also or 'Ctrl+C leaves.'}"
        for screen in self._app.screen_stack:
            covers = list(screen.query(TooSmall))
            for cover in covers:
                cover.show(said)
            if not covers:
                screen.mount(TooSmall(said))


def is_too_small(size: Size) -> bool:
    """Whether a window of ``size`` has room for the sentence alone."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]
