"""Textual's driver for Linux and macOS, sending only what changed."""

import os
import signal
from typing import Any

from textual import events
from textual.geometry import Size
from textual.message import Message

from tui.screen.runtime.diff_driver.erasing import fills
from tui.screen.runtime.diff_driver.grid import Grid
from tui.screen.runtime.diff_driver.painter import Painter
from tui.screen.runtime.diff_driver.pens import CLOSE_LINK
from tui.screen.runtime.diff_driver.reader import (
    SYNC_END,
    SYNC_START,
    PaintedFrame,
    is_harmless,
    read,
    unknown_part,
)
from tui.screen.runtime.input import WholeInput

_ALTERNATE, _MAIN = "\x1b[?1049h", "\x1b[?1049l"
_SHOW_CURSOR, _HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
_SMALL = 400
"""Bytes that reach a terminal in one piece, by one write and in one packet: it shows them at once anyway."""
_BACKLOG = 8
"""Writes that may wait for a slow terminal; Textual's writer takes 30, and then blocks everything."""
_SOON = 0.05
"""Seconds until a whole repaint, if Textual does not paint before, and between looks at a slow terminal."""


class ThinDriver(WholeInput):
    """Sends the cells that differ from what the terminal shows.

    ``unknown`` is the control sequence that switched the layer off, or None.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unknown: str | None = None
        self._grid = Grid(*self._get_terminal_size())
        self._painter = Painter(fills=fills(os.environ))
        self._is_on_screen = False
        self._is_synced = False
        self._is_late = False

    def gave_up(self, sequence: str) -> None:
        """Called once, with the control sequence that switched the layer off; for subclasses."""

    def write(self, data: str) -> None:
        """Take what Textual writes, and send what the terminal needs."""
        if self.unknown is not None:
            self.send(data)
        elif data in (SYNC_START, SYNC_END):
            self._is_synced = data == SYNC_START
        elif frame := read(data):
            self._take(frame)
        elif self._is_on_screen and data in (_SHOW_CURSOR, _HIDE_CURSOR):
            self._grid.shows_cursor = data == _SHOW_CURSOR
            if self._grid.cursor:
                self._paint()
        elif data in (_ALTERNATE, _MAIN):
            self._switch_screen(data)
        elif not data or is_harmless(data) or not self._is_on_screen:
            self.send(data)
        else:
            self._give_up(data)

    def send(self, data: str) -> None:
        """Hand bytes to Textual's writer."""
        super().write(data)

    def repaint(self, size: tuple[int, int] | None = None) -> None:
        """Send the whole screen again, soon, whatever the terminal shows now. Any thread may call it.

        ``size``: columns and rows that the terminal has from now on.
        """
        self._painter.forget()
        self._loop.call_soon_threadsafe(self._forget, size)

    def _take(self, frame: PaintedFrame) -> None:
        if not self._grid.holds(frame) and (size := self._get_terminal_size()) != self._size_of_grid():
            self._forget(size)  # a frame that comes before the news of a new size
        self._grid.take(frame)
        self._paint()

    def _size_of_grid(self) -> tuple[int, int]:
        return self._grid.width, self._grid.height

    def _forget(self, size: tuple[int, int] | None) -> None:
        if size and size != self._size_of_grid():
            self._grid.resize(*size)
        self._painter.forget()
        self._loop.call_later(_SOON, self._paint_if_lost)

    def _paint_if_lost(self) -> None:
        if not self._in_band_window_resize and (now := self._get_terminal_size()) != self._size_of_grid():
            self._forget(now)  # the kernel tells of a new size before it can be read
            return
        size = Size(*self._size_of_grid())
        if self._app.screen_stack and self._app.screen.outer_size != size and self._is_on_screen:
            # In a storm of sizes Textual may miss the last one: tell it again.
            self._app.post_message(events.Resize(size, size))
            self._loop.call_later(_SOON, self._paint_if_lost)
        elif self._grid.cursor and self._is_on_screen and not self._grid.is_whole:
            # It was smaller for a moment, and Textual never heard of it: nobody else knows what was cut off.
            self._app.refresh()
        if self._painter.is_lost and self._grid.cursor and self.unknown is None:
            self._paint()

    def _paint(self) -> None:
        """Send the difference; while the terminal does not keep up, later, and then the newest state alone."""
        if not self._is_on_screen:
            return
        if self._writer_thread is not None and self._writer_thread._queue.qsize() > _BACKLOG:
            if not self._is_late:
                self._is_late = True
                self._loop.call_later(_SOON, self._paint_late)
        else:
            self._paint_now()

    def _paint_late(self) -> None:
        self._is_late = False
        if self.unknown is None:
            self._paint()

    def _paint_now(self) -> None:
        if data := self._painter.paint(self._grid):
            is_large = self._is_synced and len(data) > _SMALL
            self.send(SYNC_START + data + SYNC_END if is_large else data)

    def _switch_screen(self, data: str) -> None:
        self._painter.forget()
        self._is_on_screen = data == _ALTERNATE
        self._grid.shows_cursor = False
        self.send(CLOSE_LINK + "\x1b[m" + data)

    def _give_up(self, data: str) -> None:
        """Show all that was asked for, leave the terminal as Textual thinks it is, and step aside."""
        self.unknown = unknown_part(data) or "text without a place"
        place = ""
        if self._grid.cursor:
            self._paint_now()
            place = f"\x1b[{self._grid.cursor[0] + 1};{self._grid.cursor[1] + 1}H"
        self.send(CLOSE_LINK + "\x1b[m" + place + (SYNC_START if self._is_synced else "") + data)
        self.gave_up(self.unknown)

    def start_application_mode(self) -> None:
        """Start, or start again after a suspend, and notice resizes."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.repaint(self._get_terminal_size())
        textual = signal.getsignal(signal.SIGWINCH)

        def on_resize(number: int, frame: Any) -> None:
            if not self._in_band_window_resize:
                self.repaint(self._get_terminal_size())
            if callable(textual):
                textual(number, frame)

        signal.signal(signal.SIGWINCH, on_resize)

    def process_message(self, message: Message) -> None:
        """Notice resizes told by the terminal itself, and Ctrl+L. Runs in the input thread."""
        if isinstance(message, events.Resize):
            self.repaint((message.size.width, message.size.height))
        elif isinstance(message, events.Key) and message.key == "ctrl+l":
            self.repaint()
        super().process_message(message)

    def _sigcont_application(self, *_: Any) -> None:
        """Continue; where it was stopped without being asked first, the screen is on but written over."""
        if self._must_signal_resume or not self._is_on_screen:
            super()._sigcont_application()
        else:
            self.repaint()
