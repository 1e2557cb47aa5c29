"""Saying and asking, line by line."""

import getpass
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from tui.marks import prose_in_ascii
from tui.text import inert, one_line

if TYPE_CHECKING:
    from pydantic import SecretStr

LINE_LIMIT = 2_000
"""Characters of one line that is said."""


def read_without_echo(prompt: str, out: TextIO) -> str:
    """Read a line from the terminal, which does not show it; where it can't help showing it, nothing is read.

    The prompt is written to ``out`` only then: an answer that is sent at once does not show either.

    Raises:
        EOFError: nothing was typed, or nothing can be typed unseen.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt, out)
        except getpass.GetPassWarning:
            raise EOFError from None


class EndOfAnswersError(Exception):
    """There is nobody to answer any more: the input has ended."""


@dataclass(slots=True)
class Talk:
    """Reads answers from ``answers`` and says everything to ``out``, which gets nothing else.

    ``is_person``: answers are typed at a terminal, which shows them itself; others are repeated behind their
    question, so that what comes out reads in order. ``is_heard`` until nobody reads ``out`` any more: a create
    that is on its way then goes on, and nothing more is asked; ``unwritten`` is why, where no reader left.
    ``no_echo`` puts the question for a secret where ``out`` goes, once what is typed does not show any more.
    """

    answers: TextIO
    out: TextIO
    is_person: bool
    is_ascii: bool = False
    is_heard: bool = True
    unwritten: str = ""
    no_echo: Callable[[str, TextIO], str] = read_without_echo

    def say(self, sentence: str) -> None:
        """One line, made inert, blanks folded."""
        self._write(one_line(sentence, limit=LINE_LIMIT) + "\n")

    def show(self, text: str) -> None:
        """Several lines as they stand, made inert."""
        self._write(inert(text) + "\n")

    def ask(self, prompt: str) -> str:
        """Ask, and return what was answered, without blanks at its ends.

        Raises:
            EndOfAnswersError: the input has ended.
        """
        while True:
            self._write(one_line(prompt, limit=LINE_LIMIT) + " ")
            typed = self.answers.readline() if self.is_heard else ""
            if not typed:
                self._write("\n")
                raise EndOfAnswersError
            answer = typed.strip()
            if not self.is_person:
                self._write(one_line(answer, limit=LINE_LIMIT) + "\n")
            if answer.isprintable():
                return answer
            self.say("Error: that answer holds characters that nobody types. Once more:")

    def ask_secret(self, prompt: str) -> "SecretStr":
        """Ask a person at a terminal without showing what is typed; white space is left out.

        Raises:
            EndOfAnswersError: the input has ended.
        """
        from pydantic import SecretStr  # only where there is a secret

        try:
            typed = self.no_echo(self._shown(one_line(prompt, limit=LINE_LIMIT) + " "), self.out)
        except (EOFError, OSError):
            raise EndOfAnswersError from None
        return SecretStr("".join(typed.split()))

    def _write(self, text: str) -> None:
        if not self.is_heard:
            return
        try:
            self.out.write(self._shown(text))
            self.out.flush()
        except BrokenPipeError:
            self.is_heard = False
        except OSError as failed:
            self.is_heard, self.unwritten = False, failed.strerror or type(failed).__name__

    def _shown(self, text: str) -> str:
        return prose_in_ascii(text) if self.is_ascii else text
