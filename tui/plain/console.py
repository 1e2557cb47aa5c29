"""Saying and asking, line by line."""

import getpass
import io
import os
import warnings
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from tui.base import secret_text, typed
from tui.base.glyphs import prose_in_ascii
from tui.base.text import at_words, inert, one_line

if TYPE_CHECKING:
    from pydantic import SecretStr

TYPED_LIMIT = 2_000
"""Characters of one line that is said."""
ANSWER_LIMIT = 100_000
"""Characters of one answer, as many as a field on the screen holds."""
_SKIPPED = 1_000_000
"""How many characters of a longer answer are left aside; a line may never end."""
_PIECE = 8_192
_BLANKS = " \t\r\n"
"""What is taken off the ends of an answer; other blanks stand as typed."""
_SAME = 3
"""After how many same refusals no more piped answers are read."""
_ROUNDS, _RECENT = 10, 40
"""After how many same rounds of questions and answers, and how many back it is looked for them."""


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
class Console:
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
    _encoding_known: bool = False
    _answer: str = ""
    _said: list[str] = field(default_factory=list)
    _prompt: str = ""
    _exchange: tuple[str, ...] = ()
    _same: int = 0
    _recent: deque[int] = field(default_factory=lambda: deque(maxlen=_RECENT))

    def say(self, sentence: str) -> None:
        """One sentence, made inert, blanks folded: one line, which a terminal gets broken at words."""
        self._said.append(sentence)
        self._write(self._wrapped(sentence) + "\n")

    def show(self, text: str) -> None:
        """Several lines as they stand, made inert."""
        self._said.append(text)
        self._write(inert(text) + "\n")

    def ask(self, prompt: str, *, may_repeat: bool = False) -> str:
        """Ask, and return what was answered, without blanks at its ends.

        ``may_repeat``: the same answer may be given again and again, with the same said to it.

        Raises:
            EndOfAnswersError: the input has ended, or piped answers lead nowhere.
        """
        while True:
            self._look_whether_it_leads_on(may_repeat)
            self._write(self._wrapped(prompt) + " ")
            line = self._line() if self.is_heard else ""
            if not line:
                self._write("\n")
                raise EndOfAnswersError
            answer = line.strip(_BLANKS)
            if stray := secret_text.stray(answer):
                answer = ""  # it is neither shown nor kept
            if not self.is_person:
                self._write(one_line(answer, limit=TYPED_LIMIT) + "\n")
            self._prompt, self._answer, self._said = prompt, answer, []
            refused = f"a {stray} is no answer here, and was not kept." if stray else _refusal(answer)
            if not refused:
                return answer
            self.say(f"Error: {refused} Once more:")
            self._said = ["Error: not a line"]  # one kind, whatever it names

    def _line(self) -> str:
        """The next line; of one that is too long its beginning, and the rest is left aside."""
        if not self._encoding_known:
            self._encoding_known = True
            self._know_encoding()
        line = self.answers.readline(ANSWER_LIMIT + 2)
        skipped = 0
        while len(line) > ANSWER_LIMIT and not line.endswith("\n") and skipped < _SKIPPED:
            piece = self.answers.readline(_PIECE)
            skipped += len(piece)
            if not piece or piece.endswith("\n"):
                break
        return line

    def _know_encoding(self) -> None:
        """Leave out a byte order mark, read UTF-16 where the first bytes tell it, and end at no wrong byte."""
        if not isinstance(self.answers, io.TextIOWrapper):
            return
        peek = getattr(self.answers.buffer, "peek", None)
        told = typed.encoding_of(peek(_PIECE)) if peek and not self.is_person else "utf-8"
        if told.startswith("utf-16"):
            self.answers.reconfigure(encoding=told, errors="replace")
        else:
            marked = told if told != "utf-8" else None
            self.answers.reconfigure(encoding=marked, errors="surrogateescape")

    def _look_whether_it_leads_on(self, may_repeat: bool) -> None:
        """Read no more piped answers where the same was refused, or the same answer had the same reply, too often.

        The same question, answer and reply need not follow at once: answers may go round.
        """
        said = tuple(self._said)
        if not said or self.is_person or may_repeat:
            return
        refused = any(each.startswith("Error") for each in said)
        exchange = said if refused else (self._answer, *said)
        self._same = self._same + 1 if exchange == self._exchange else 1
        self._exchange = exchange
        self._recent.append(hash((self._prompt, self._answer, said)))
        rounds = self._recent.count(self._recent[-1])
        if self._same >= _SAME or rounds >= _ROUNDS:
            self.say(f"The same was said {max(self._same, rounds)} times: no more answers are read.")
            raise EndOfAnswersError

    def ask_secret(self, prompt: str) -> "SecretStr":
        """Ask a person at a terminal without showing what is typed, and return it as typed.

        Raises:
            EndOfAnswersError: the input has ended.
        """
        try:
            typed = self.no_echo(self._wrapped(prompt) + " ", self.out)
        except (EOFError, OSError):
            raise EndOfAnswersError from None
        return secret_text.wrapped(typed)

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

    def _wrapped(self, text: str) -> str:
        """``text`` on one line, made inert; on a terminal on as many as it takes, broken at words."""
        shown = self._shown(one_line(text, limit=TYPED_LIMIT))
        columns = self._columns()
        return "\n".join(at_words(shown, columns)) if columns > 0 else shown

    def _columns(self) -> int:
        """The cells that fit on a line of the terminal; 0 where there is none, or it does not say."""
        try:
            return os.get_terminal_size(self.out.fileno()).columns - 1  # a full line would wrap by itself
        except (OSError, ValueError):
            return 0

    def _shown(self, text: str) -> str:
        return prose_in_ascii(text) if self.is_ascii else text


def _refusal(answer: str) -> str:
    """Why ``answer`` can't be taken, or nothing; a tab can."""
    if len(answer) > ANSWER_LIMIT:
        return f"that answer is longer than {ANSWER_LIMIT:,} characters."
    controls = "".join(char for char in answer if char != "\t" and not typed.stands(char))
    return f"that answer holds {typed.names_of(controls)}, which no line holds." if controls else ""
