"""A real terminal for tests: a program behind a pty, its screen read by an independent emulator."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import ClassVar

import pyte

CHECKOUT = Path(__file__).parent.parent
_OPEN_THE_OTHER_END = 0x5441
"""``TIOCGPTPEER`` of Linux, which this module of Python has no name for."""
WIZARD = (sys.executable, "-m", "tui")
TAB, ENTER, ESC, CTRL_C, CTRL_N, CTRL_P, CTRL_R = "\t", "\r", "\x1b", "\x03", "\x0e", "\x10", "\x12"
UP, DOWN, RIGHT, LEFT, F1 = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1bOP"


class Stream(pyte.ByteStream):
    """pyte's, that knows SU as well: tmux now and then clears a pane by scrolling it away."""

    csi: ClassVar[dict[str, str]] = {**pyte.ByteStream.csi, "S": "scroll_up"}
    events = pyte.ByteStream.events | {"scroll_up"}


class Emulator(pyte.Screen):
    """pyte, but clearing and scrolling fill also the cells that were never written, as terminals do."""

    def scroll_up(self, count: int = 1) -> None:
        """Scroll the lines within the margins up; the cursor stays."""
        bottom = self.margins.bottom if self.margins else self.lines - 1
        y, self.cursor.y = self.cursor.y, bottom
        for _ in range(min(count or 1, self.lines)):
            self.index()
            for x in range(self.columns):
                self.buffer[bottom][x] = self.cursor.attrs
        self.cursor.y = y

    def erase_in_display(self, how: int = 0, *arguments: object, **options: object) -> None:
        super().erase_in_display(how, *arguments, **options)
        if how == 2:
            for y in range(self.lines):
                for x in range(self.columns):
                    self.buffer[y][x] = self.cursor.attrs


class Terminal:
    """Run ``command`` at ``columns`` x ``rows``; what it writes is kept in ``raw`` and shown by ``screen()``.

    With ``says_no_size`` it answers 0x0 to whoever asks for its size, as a serial line or a bad pty does.
    """

    def __init__(
        self,
        command: Sequence[str] = WIZARD,
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        stdout: Path | None = None,
        says_no_size: bool = False,
    ) -> None:
        self.raw = b""
        self._emulator = Emulator(columns, rows)
        self._stream = Stream(self._emulator)
        self.exit_code: int | None = None
        own = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(CHECKOUT)}
        environment = {**os.environ, **own, **(env or {})}
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(environment["HOME"])
            if stdout:
                os.dup2(os.open(stdout, os.O_WRONLY | os.O_CREAT, 0o600), 1)
            os.execvpe(command[0], list(command), environment)
        self.report(*(0, 0) if says_no_size else (columns, rows))

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait_for_exit()
        os.close(self._fd)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.report(columns, rows)
        self._emulator.resize(rows, columns)

    def report(self, columns: int, rows: int) -> None:
        """Say this size to whoever asks, whatever the real one is."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def unread(self) -> int:
        """How many bytes were sent that the program has not read yet."""
        line = fcntl.ioctl(self._fd, _OPEN_THE_OTHER_END, os.O_RDONLY | os.O_NOCTTY)
        try:
            return int.from_bytes(fcntl.ioctl(line, termios.FIONREAD, bytes(4)), sys.byteorder)
        finally:
            os.close(line)

    def hang_up(self) -> None:
        """Close it, as when a terminal's window is closed."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    def send(self, *keys: str | bytes) -> None:
        """Type; whole texts are typed as they are, and so are bytes, which may be no text."""
        for key in keys:
            os.write(self._fd, key if isinstance(key, bytes) else key.encode())

    def screen(self) -> str:
        """The screen as text, without blanks at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._emulator.display)

    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen, cell by cell, with colours."""
        buffer = self._emulator.buffer
        return [[buffer[y][x] for x in range(self._emulator.columns)] for y in range(self._emulator.lines)]

    def cursor(self) -> tuple[int, int] | None:
        """Line and column of the cursor, from 0; None while it is hidden."""
        cursor = self._emulator.cursor
        return None if cursor.hidden else (cursor.y, cursor.x)

    def spoil(self, data: str) -> None:
        """Write something else to the terminal, past the program; what the program sent before is read first."""
        self.settle()
        self._stream.feed(data.encode())

    def wait_without_reading(self, holds: Callable[[], bool], seconds: float = 20) -> None:
        """Wait for something while the terminal is stalled: nothing that the program writes is read."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, "never came"
            select.select([], [], [], 0.01)

    def settle(self, quiet: float = 0.3, seconds: float = 5) -> None:
        """Read until nothing has come for ``quiet`` seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            before = len(self.raw)
            self._read(quiet)
            if len(self.raw) == before:
                return

    def wait_for(self, wanted: str | Callable[[str], bool], seconds: float = 20) -> str:
        """Read until the screen shows ``wanted``, and return the screen; fail with the screen if it never does."""
        shows = (lambda screen: wanted in screen) if isinstance(wanted, str) else wanted
        end = time.monotonic() + seconds
        while not shows(self.screen()):
            left = end - time.monotonic()
            if left <= 0 or not self._read(left):
                raise AssertionError(f"never shown: {wanted!r}\n{self.screen()}")
        return self.screen()

    def begin_new(self) -> None:
        """From the start page to the Connection step."""
        rows = self.wait_for("New campaign").splitlines()
        self.send(next(row for row in rows if "New campaign" in row).split("New")[0].strip(" >"))
        self.wait_for("Platform ")

    def wait_for_exit(self, seconds: float = 20) -> int:
        """Read until the program has ended, and return its exit code (128+n for a signal)."""
        end = time.monotonic() + seconds
        while self._read(max(end - time.monotonic(), 0)):
            assert time.monotonic() < end, f"still running\n{self.screen()}"
        while self.exit_code is None:
            assert time.monotonic() < end + 1, "still running without a terminal"
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
                self.exit_code = 128 - code if code < 0 else code
            else:
                select.select([], [], [], 0.01)
        return self.exit_code

    def _read(self, seconds: float) -> bool:
        """Read what is there within ``seconds``; False once the program has closed the terminal."""
        if select.select([self._fd], [], [], min(seconds, 0.5))[0]:
            try:
                data = os.read(self._fd, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.raw += data
            self._stream.feed(data)
        return True
