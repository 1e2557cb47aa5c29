"""What is typed and pasted comes whole, whatever a poor line makes of it: Textual's driver, reading another way.

The toolkit ends the app at a byte that is no UTF-8, and at a key with a number that no key has. It takes the end of
a paste for keys where a line stops for a tenth of a second in the middle of that mark, and from then on every key
for a part of the paste; an escape in a pasted text it reads as keys too.

Private names of it that are used: ``_xterm_parser``, ``_parse_extended_key``, ``_debug``, and those of stopping.
"""

import os
import re
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

_ESCAPE, _CTRL_C = "\x1b", "\x03"
_WAIT = 0.1
"""Seconds between looks whether the app has ended, and whether an escape was a key."""
_AT_ONCE = 4096
"""Bytes read in one piece; a terminal holds no more."""


_ANSWER = re.compile(
    r"""\x1b(?:
        [\]P_^X][^\x07\x1b\x18\x1a]*(?:\x07|\x1b\\)    # OSC, DCS, APC, PM, SOS: colours, clipboard, versions
        |\[[?>=][0-9:;]*(?:\$[xz]|[cunmqtvRS])          # which terminal it is, modes of keys, a place
        |\[(?:[0-9;]*n|(?!48;)[0-9;]+t)                 # that it is well, the size of its window
        |\[[0-9:]*;[0-9]*:3(?:;[0-9:]*)?[u~A-Z]         # a key that was released
    )""",
    re.VERBOSE,
)
"""What a terminal sends by itself, and no key does; reports of modes (``$y``) and sizes are the toolkit's."""
_BEGUN = re.compile(r"\x1b(?:[\]P_^X][^\x07\x1b\x18\x1a]*\x1b?|\[[0-9:;?>=<$]*)?\Z")
"""The beginning of such, or of a key, at the end of a piece."""
_SURELY = re.compile(r"\x1b(?:\][0-9]|P[0-9>+$!|]|_G|\[[?>=])")
"""How nothing begins that a person types."""
_MOST_BEGUN = 100_000
"""Characters; what goes on longer is no answer."""
_LONGEST = 2.0
"""Seconds that the rest of an answer may take on a slow line."""


class WholePastes(XTermParser):
    """Keeps a paste back until its end has come, in however many pieces; Ctrl+C alone in a piece ends it too.

    What the terminal sends by itself is no key, and is left out; what only looks like its beginning is looked at again
    when nothing has followed for a moment.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._begun = ""
        self._begun_at = 0.0
        self._paste: list[str] | None = None
        self._tail = ""

    def feed(self, data: str) -> Iterable[Message]:
        """Read a piece of what is typed; an empty one ends it."""
        if not data:
            yield from super().feed(data)
            return
        if data == _CTRL_C and self._paste is not None:
            data = BRACKETED_PASTE_END + data
        known = ""
        while data:
            part, data = (
                self._up_to_start(data) if self._paste is None else self._up_to_end(self._paste, data)
            )
            known += part
        known = self._without_answers(known)
        pasted, end, rest = known.rpartition(BRACKETED_PASTE_END)
        if end:
            yield from super().feed(pasted + end)
            for _ in super().feed(BRACKETED_PASTE_START + end):
                pass  # the toolkit holds on to a text, which may be a secret, until the next one
        if rest:
            yield from super().feed(rest)

    def tick(self) -> Iterable[Message]:
        """Look whether what came last was a key: it is no part of a mark then."""
        limit = _LONGEST if _SURELY.match(self._begun) else _WAIT
        if self._begun and monotonic() - self._begun_at > limit:
            begun, self._begun, self._tail = self._begun, "", ""
            if begun == _ESCAPE:
                yield Key("escape", _ESCAPE)
            else:
                yield from super().feed(begun)
        for message in super().tick():
            self._tail = ""
            yield message

    def _parse_extended_key(self, sequence: str) -> list[Key] | None:  # type: ignore[override]  # kept in a cache
        """None where there is no such key."""
        try:
            return super()._parse_extended_key(sequence)
        except (ValueError, OverflowError):
            return None

    def _without_answers(self, text: str) -> str:
        """``text`` without what no key sends; the beginning of such at its end waits for the next piece."""
        if not self._begun:
            self._begun_at = monotonic()
        text = _ANSWER.sub("", self._begun + text)
        found = _BEGUN.search(text)
        self._begun = found[0] if found and len(found[0]) <= _MOST_BEGUN else ""
        return text[: len(text) - len(self._begun)]

    def _up_to_start(self, data: str) -> tuple[str, str]:
        """What lies before a paste, with the mark that begins it; and the rest."""
        at = (self._tail + data).find(BRACKETED_PASTE_START)
        if at < 0:
            self._remember(data, BRACKETED_PASTE_START)
            return data, ""
        cut = at + len(BRACKETED_PASTE_START) - len(self._tail)
        self._paste, self._tail = [], ""
        return data[:cut], data[cut:]

    def _up_to_end(self, paste: list[str], data: str) -> tuple[str, str]:
        """The paste with the mark that ends it, once that is there; and the rest."""
        paste.append(data)
        if BRACKETED_PASTE_END not in self._tail + data:
            self._remember(data, BRACKETED_PASTE_END)
            return "", ""
        self._paste, self._tail = None, ""
        text, _, rest = "".join(paste).partition(BRACKETED_PASTE_END)
        return text.replace(_ESCAPE, "") + BRACKETED_PASTE_END, rest

    def _remember(self, data: str, mark: str) -> None:
        self._tail = (self._tail + data)[1 - len(mark) :]


class WholeInput(LinuxDriver):
    """Reads with :class:`WholePastes`, and goes on where bytes are no text; stops and goes on as any program does.

    ``stops_group``: the next stop was asked for by the key, and is for the whole process group, as where the terminal
    itself sends it: a script around the program stops too, and the shell has the terminal again.
    """

    stops_group = False

    def _sigtstp_application(self, *given: object) -> None:
        if not self.stops_group:
            super()._sigtstp_application(*given)
            return
        self.stops_group = False
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        own = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.killpg(os.getpgrp(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, own)

    def _sigcont_application(self, *given: object) -> None:
        """Continue, and draw all again: others may have written on the screen meanwhile."""
        self._must_signal_resume = True
        super()._sigcont_application(*given)

    def run_input_thread(self) -> None:
        """Read until the app ends, or the terminal is gone, which is a hang-up. Runs in a thread."""
        parser = WholePastes(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], _WAIT)[0] and not self._pass_on(parser, decode):
                os.kill(os.getpid(), signal.SIGHUP)  # the kernel tells only whom the terminal controls
                return
            self._tell(parser.tick())

    def _pass_on(self, parser: WholePastes, decode: Callable[[bytes], str]) -> bool:
        """Pass on what is there, and keep nothing of it: it may be a secret; False where the terminal is gone."""
        data = self._read()
        if text := decode(data):
            self._tell(parser.feed(text))
        return bool(data)

    def _read(self) -> bytes:
        """What is there; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""

    def _tell(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
