"""Questions on the terminal: a line, a yes, a secret that does not show."""

import getpass
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.base import secret_text
from tui.base.console import say
from tui.credentials.store import Prompter

if TYPE_CHECKING:
    from pydantic import SecretStr

_TERMINAL = Path("/dev/tty")
_TURN = 0.2
"""Seconds."""
_TRIES = 3


class NobodyError(Exception):
    """There is no terminal to ask on, or whoever sat there closed it."""


def somebody() -> bool:
    """Whether there is a person to answer: both what is said and what is typed go by a terminal."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty())


def can_ask(on_stdin: bool) -> bool:
    """Whether a line can be asked for: on standard input, or else on the terminal itself."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stderr) if on_stdin else _has_terminal()


def answer_of_terminal(question: str) -> str:
    """One line from the terminal itself, whatever standard input is. Raises OSError where there is none."""
    with _TERMINAL.open("r+b", buffering=0) as terminal, noted_interrupt() as pressed:
        terminal.write(question.encode())
        _wait_for_line(terminal.fileno(), pressed)
        return terminal.readline().decode(errors="replace")


def answer_of_stdin(question: str) -> str:
    """One line from standard input, where that is a terminal. Raises OSError where it is none."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise OSError("stdin is no terminal")
    with noted_interrupt() as pressed:
        print(question, end="", file=sys.stderr, flush=True)
        _wait_for_line(sys.stdin.fileno(), pressed)
        return sys.stdin.readline()


def line(question: str, usual: str = "") -> str:
    """An answer without white space around it; Enter alone takes the usual one, which is shown.

    Raises:
        NobodyError: nobody answers any more.
    """
    try:
        typed = answer_of_stdin(f"{question}{f' [{usual}]' if usual else ''}: ")
    except OSError:
        raise NobodyError from None
    if not typed:
        raise NobodyError
    return typed.strip() or usual


def yes(question: str, usual: bool | None = None) -> bool:
    """A yes or a no; asked again until it is one. Raises NobodyError as :func:`line`."""
    choices = {None: "y/n", True: "Y/n", False: "y/N"}[usual]
    while True:
        typed = line(f"{question} [{choices}]").casefold()
        if typed in {"y", "yes"}:
            return True
        if typed in {"n", "no"}:
            return False
        if not typed and usual is not None:
            return usual


def secret(question: str) -> "SecretStr | None":
    """A secret, typed or pasted without an echo; None where nobody answers."""
    typed = _hidden(question)
    if typed is None:
        return None
    found = secret_text.read(typed)
    if found.said:
        say(found.said)
    return found.secret if found.secret.get_secret_value() else None


def passphrase(question: str, new: bool) -> "SecretStr | None":
    """A passphrase without an echo; one that is being chosen twice. None where nobody answers."""
    for _ in range(_TRIES):
        typed = _hidden(question)
        if typed is None or not typed.get_secret_value():
            return None
        if not new or _hidden("The same passphrase again") == typed:
            return typed
        say("The two were not the same.")
    return None


def prompter() -> Prompter:
    """A person at this terminal; Ctrl+C gives up waiting."""
    return Prompter(tell=say, passphrase=passphrase, secret=secret)


def _hidden(question: str) -> "SecretStr | None":
    """What is typed without an echo; None where nobody answers."""
    if os.name == "posix" and not (_has_terminal() or somebody()):
        return None  # getpass would read standard input then, and show what is typed
    try:
        typed = getpass.getpass(f"{question} (not shown): ")
    except EOFError:
        return None
    return secret_text.wrapped(typed)


def _has_terminal() -> bool:
    try:
        os.close(os.open(_TERMINAL, os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


@contextmanager
def noted_interrupt() -> Iterator[threading.Event]:
    """Ctrl+C sets an event and does nothing else: an exception is lost where Python is just tidying up.

    Where it is ignored it still is, as in a process of the background.
    """
    pressed = threading.Event()
    usual = signal.getsignal(signal.SIGINT)
    if usual is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: pressed.set())
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, usual)


def _wait_for_line(descriptor: int, pressed: threading.Event) -> None:
    """Wait in short turns: a Ctrl+C that comes just before a read begins is seen only after it.

    Raises:
        KeyboardInterrupt: Ctrl+C was ``pressed``.
    """
    is_there: object = os.name != "posix"
    while not is_there:
        is_there = select.select([descriptor], [], [], _TURN)[0]
        if pressed.is_set():
            raise KeyboardInterrupt
