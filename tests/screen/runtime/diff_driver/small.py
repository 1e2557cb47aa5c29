"""A small program for a terminal: n fills the screen with the next letter, m ends its lines in !.

u sends what the layer does not know; s makes the terminal smaller for so short a time that Textual never hears of it.
Run as ``python -m tests.screen.runtime.diff_driver.small [FILE]``; t touches FILE. ``STOCK`` in the
environment takes Textual's own driver.
"""

import os
import sys
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from tui.screen.runtime.diff_driver import choose
from tui.screen.runtime.diff_driver.driver import ThinDriver

UNKNOWN = "\x1b[3;5H\x1b[1;31munknown\x1b[0m\x1b[5;1H\x1b[2L\x1b[1;1H"
"""A frame with lines inserted in it."""


class Small(App[None]):
    CSS = "Static { width: 100%; height: 100%; background: #121212; color: #e0e0e0; }"
    letter = 0
    margin = ""
    extent: Size | None = None
    """The size that was told last; the app's own may still be the one before."""

    def compose(self) -> ComposeResult:
        yield Static()

    def on_mount(self) -> None:
        self.key_n()

    def on_resize(self, event: events.Resize) -> None:
        self.extent = event.size
        self.show()

    def show(self) -> None:
        width, height = self.extent or self.size
        text = chr(ord("A") + self.letter % 26) * (width - len(self.margin)) + self.margin
        middle = f"[b]{self.letter:>4}[/b] letters, 漢字 é 😀"
        self.query_one(Static).update("\n".join([text, middle, *[text] * (height - 2)]))

    def key_n(self) -> None:
        self.letter += 1
        self.show()

    def key_m(self) -> None:
        self.margin = "!"
        self.show()

    def key_u(self) -> None:
        assert self._driver
        self._driver.write(UNKNOWN)

    def key_s(self) -> None:
        assert isinstance(self._driver, ThinDriver)
        self._driver.repaint((60, 20))
        self._driver.repaint((80, 24))

    def key_t(self) -> None:
        Path(sys.argv[1]).touch()


if __name__ == "__main__":
    Small(driver_class=None if os.environ.get("STOCK") else choose().driver_class).run()
