"""The ways out that nobody asks for: signals, and a terminal that no longer listens."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from tui.base.console import say

if sys.platform != "win32":
    import termios
if TYPE_CHECKING:
    from tui.screen.app import WizardApp
    from tui.workflow.submission import Submission

STALLED_SECONDS = 2.0
"""How long the screen has to end by itself. A terminal that is stalled blocks it for ever."""
_ENDING = (
    "SIGHUP",
    "SIGTERM",
    "SIGQUIT",
    "SIGUSR1",
    "SIGUSR2",
    "SIGALRM",
    "SIGVTALRM",
    "SIGPROF",
    "SIGXCPU",
    "SIGABRT",
)
_ATTEMPTS, _PAUSE = 40, 0.01
"""How often, and how many seconds apart, a terminal that was stalled is written to."""
_MODES = (1000, 1002, 1003, 1015, 1006, 1016, 2048, 1004, 2004)
GIVE_BACK = (
    "\x18"
    + "".join(f"\x1b[?{mode}l" for mode in _MODES)
    + "\x1b[?2026l\x1b[<u\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
)
"""Whatever was begun is cut off; mouse, paste, focus and key modes off; wrapping, the usual screen, the cursor."""


class Signals:
    """While it is entered, signals end ``app`` in good order.

    SIGHUP, SIGTERM and the others that end a program save at once and synchronously: a stalled terminal blocks
    the event loop, and with it everything else. They give the terminal back; :attr:`code` is then 128+n. SIGINT asks.
    """

    def __init__(self, app: "WizardApp") -> None:
        self._app = app
        self._terms = 0
        self._is_over = threading.Event()
        self._giving_back = threading.Lock()
        self._attributes = _terminal_attributes()
        self._tty = _terminal_name()
        self._own = _duplicate(2)
        self.code = 0

    def __enter__(self) -> "Signals":
        for name in _ENDING:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._told_to_end)
        signal.signal(signal.SIGINT, self._interrupted)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The screen is gone; the signals stay ours until the process ends."""
        self._is_over.set()
        with self._giving_back:
            pass  # the watchdog may be at it, which is what made the screen go on and end

    def wait_for(self, flying: "Submission") -> None:
        """Live on without a screen until the create that is on its way has its outcome, or its time is up."""
        say(
            "A create is on its way: waiting for its answer. Ctrl+C or a second SIGTERM ends it, outcome unknown."
        )
        _outlive(flying)

    def _interrupted(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        if self._is_over.is_set():
            os._exit(self.code or 128 + number)
        self._app.ways_out.ask_from_signal()

    def _told_to_end(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self._terms += number == signal.SIGTERM
        if self.code:
            if self._terms > 1:
                self._end_at_once()
            return
        self.code = 128 + number
        threading.Thread(target=self._watch, daemon=True, name="watchdog").start()
        self._app.saves.now()
        if not self._app.ways_out.leave_from_signal(self.code):
            self._end_at_once()

    def _watch(self) -> None:
        """End the process where the screen does not; only a create on its way is waited for."""
        if self._is_over.wait(STALLED_SECONDS):
            return
        self._give_terminal_back()
        if self._is_over.is_set():
            return
        if flying := self._app.session.submissions.in_flight():
            _outlive(flying)
        os._exit(self.code)

    def _end_at_once(self) -> None:
        if not self._is_over.is_set():
            self._give_terminal_back()
        os._exit(self.code)

    def _give_terminal_back(self) -> None:
        """Put the terminal into its usual state without waiting for it; what it has not read yet is dropped."""
        if sys.platform == "win32":
            return
        with self._giving_back, contextlib.suppress(OSError, ValueError, AttributeError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.__stderr__.fileno())  # type: ignore[union-attr]  # the screen draws no more
            handle = self._open_again()
            for _ in range(_ATTEMPTS):
                with contextlib.suppress(termios.error):
                    termios.tcflush(handle, termios.TCOFLUSH)
                    if self._attributes is not None:
                        termios.tcsetattr(handle, termios.TCSANOW, self._attributes)
                try:
                    os.write(handle, GIVE_BACK.encode())
                except BlockingIOError:  # a write that was stalled is only now going on
                    time.sleep(_PAUSE)
                else:
                    break
            os.set_blocking(handle, True)  # the shell writes to it too

    def _open_again(self) -> int:
        """The terminal, to be written to without waiting; after ``su`` it can't be opened by name."""
        with contextlib.suppress(OSError):
            return os.open(self._tty, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        os.set_blocking(self._own, False)
        return self._own


@contextlib.contextmanager
def own_terminal() -> Iterator[None]:
    """Keep the terminal for the screen alone: whatever else writes, a child or a library, writes to nowhere.

    The screen library draws on the real standard error and asks the real standard output for its size, which
    may be a file.
    """
    if sys.stdout is not None:
        with contextlib.suppress(OSError):  # said where something is printed at the end
            sys.stdout.flush()
    terminal = os.fdopen(os.dup(2), "w", encoding=sys.stderr.encoding, errors="backslashreplace")
    before = sys.__stdout__, sys.__stderr__
    kept = [os.dup(1), os.dup(2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.__stdout__ = sys.__stderr__ = terminal  # type: ignore[misc]
        yield
    finally:
        sys.__stdout__, sys.__stderr__ = before  # type: ignore[misc]
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)
        for handle in (*kept, nowhere):
            os.close(handle)
        with contextlib.suppress(OSError):
            terminal.close()


def _outlive(flying: "Submission") -> None:
    """Wait until a create has an outcome for certain: its own deadline, and a moment."""
    flying.wait(flying.timeout + STALLED_SECONDS)


def _duplicate(descriptor: int) -> int:
    with contextlib.suppress(OSError):
        return os.dup(descriptor)
    return -1


def _terminal_name() -> str:
    with contextlib.suppress(OSError):
        return os.ttyname(2)
    return "/dev/tty"


def _terminal_attributes() -> "list[Any] | None":
    if sys.platform != "win32":
        with contextlib.suppress(termios.error):
            return termios.tcgetattr(2)
    return None
