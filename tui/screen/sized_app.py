"""An app that a sentence covers in a window too small for it; what one can't see takes no keys meanwhile."""

from textual.events import Event, Key, Resize
from textual.geometry import Size

from tui.screen.telling_app import TellingApp
from tui.screen.widgets.fixed_line import FixedLine

SMALLEST = (40, 12)
"""Columns and rows below which nothing but a sentence is shown."""
_STILL_TAKEN = frozenset({"ctrl+c", "ctrl+q", "ctrl+l", "ctrl+z"})
"""The ways out, and drawing again."""


class SizedApp(TellingApp):
    """Covers whatever is on the screen, which goes on as it is: nothing that was typed is lost."""

    def on_resize(self, event: Resize) -> None:
        """A very small window is told so."""
        if _is_too_small(event.size):
            self._cover(event.size)

    def takes(self, event: Event) -> bool:
        """Let a key or a paste reach what one can see, and nothing else."""
        if not _is_too_small(self.size) or (isinstance(event, Key) and event.key in _STILL_TAKEN):
            return True
        if not self.screen.query("#too-small"):  # a question has come meanwhile
            self._cover(self.size)
        return False

    def say_on_cover(self, sentence: str) -> None:
        """Say something also where the cover hides the place for it."""
        if _is_too_small(self.size):
            self._cover(self.size, sentence)

    def _cover(self, size: Size, also: str = "") -> None:
        least, low = SMALLEST
        said = f"{size.width}x{size.height} is too small: make this window {least}x{low} or larger."
        said = f"{said} Nothing is lost. {also or 'Ctrl+C leaves.'}"
        for screen in self.screen_stack:
            covers = list(screen.query("#too-small").results(FixedLine))
            for cover in covers:
                cover.show(said)
            if not covers:
                screen.mount(FixedLine(said, id="too-small"))


def _is_too_small(size: Size) -> bool:
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]
