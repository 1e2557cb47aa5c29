"""What comes in as answers: which characters, in which encoding, how much, how often."""

import fcntl
import io
import os
import pty
import struct
import termios
import tracemalloc
from collections.abc import Callable
from typing import TextIO

import pytest

from tests.plain.conftest import CAMPAIGN, Teller
from tui.plain.console import ANSWER_LIMIT, Console, EndOfAnswersError


def talk_of(data: bytes | io.RawIOBase, *, is_person: bool = False) -> Console:
    raw = io.BytesIO(data) if isinstance(data, bytes) else io.BufferedReader(data)
    return Console(io.TextIOWrapper(raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(raw), "utf-8"),
                io.StringIO(), is_person=is_person)  # fmt: skip


def said(talk: Console) -> str:
    assert isinstance(talk.out, io.StringIO)
    return talk.out.getvalue()


class Endless(io.RawIOBase):
    """A pipe that never ends."""

    def __init__(self, piece: bytes) -> None:
        self._piece = piece * (8192 // len(piece))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = min(len(buffer), len(self._piece))
        buffer[:size] = self._piece[:size]
        return size


@pytest.mark.parametrize(
    "answer", ["a\u3000b", "\u3000a\u00a0", "a\u200cb\u200d", "a\tb", "\u0378", "\U0001fadd"]
)
def test_what_is_typed_stands_as_typed(answer: str) -> None:
    assert talk_of(f" {answer} \r\n".encode()).ask("?") == answer


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (b"a\x07b", "U+0007 (BEL)"),
        (b"\x00", "U+0000 (NUL)"),
        (b"a\x1b[2J", "U+001B (ESC)"),
        ("a\u2028b".encode(), "U+2028 (LINE SEPARATOR)"),
        (b"a\xffb", "a byte that is no UTF-8 (FF)"),
    ],
)
def test_control_characters_are_refused_by_name(answer: bytes, name: str) -> None:
    talk = talk_of(answer + b"\nfine\n")
    assert talk.ask("?") == "fine"
    assert f"Error: that answer holds {name}, which no line holds. Once more:" in said(talk)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_no_part_of_the_first_answer(encoding: str) -> None:
    talk = talk_of("practice\r\nv1\r\nRénewals\r\n".encode(encoding))
    assert [talk.ask("?") for _ in range(3)] == ["practice", "v1", "Rénewals"]


def test_a_line_that_is_too_long_is_refused_as_a_whole() -> None:
    talk = talk_of(b"x" * (ANSWER_LIMIT + 1) + b"\n" + b"y" * 500_000 + b"\n" + b"z" * ANSWER_LIMIT + b"\n")
    assert talk.ask("?") == "z" * ANSWER_LIMIT
    assert said(talk).count("longer than 100,000 characters") == 2


@pytest.mark.parametrize("piece", [b"\x00", b"x", b"\xff\n", b"\x01\n"])
def test_what_never_ends_is_read_three_times_in_little_memory(piece: bytes) -> None:
    talk = talk_of(Endless(piece))
    tracemalloc.start()
    try:
        with pytest.raises(EndOfAnswersError):
            talk.ask("?")
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()
    assert said(talk).count("Once more:") == 3


@pytest.mark.parametrize("answer", ["y", "", "?", "<", ">", "json", "-", "practice", "1", "x"])
def test_the_same_answer_for_ever_comes_to_an_end(answer: str, tell: Teller) -> None:
    told = tell([answer] * 500)
    assert told.ran_out
    assert "The same was said 3 times: no more answers are read." in told.text
    assert not told.session.submissions.all


@pytest.mark.parametrize("answer", ["", "nope", "json"])
def test_answers_that_go_round_between_review_and_submit_come_to_an_end(answer: str, tell: Teller) -> None:
    told = tell([*CAMPAIGN, *["", answer] * 50])
    assert told.ran_out
    assert "The same was said 10 times: no more answers are read." in told.text
    assert not told.session.submissions.all


def test_a_person_may_be_wrong_as_often_as_he_likes(tell: Teller) -> None:
    told = tell(["y"] * 10 + ["practice", "v1"], is_person=True)
    assert told.text.count("Error: y is no platform.") == 10
    assert told.session.access.practice is not None


def test_cells_are_names_and_else_blanks(tell: Teller) -> None:
    told = tell(["practice", "v1", "Renewal\tcalls", "About", "5", "progressive", "Buyers Q2\tLeads May"])
    assert told.session.draft.name == "Renewal calls"
    assert "Tabs became blanks." in told.text
    assert told.session.draft.contact_lists == ("Buyers Q2", "Leads May")
    assert "2 of 2 names were taken, one a cell." in told.text


def test_an_answer_is_known_behind_another_blank(tell: Teller) -> None:
    told = tell(["practice\u3000", "\u00a0v1"])
    assert told.session.place == "practice"
    assert told.session.connection.api == "v1"


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ('"planted"', "quotation marks"),
        ("export KORE_CLIENT_SECRET=planted", "a name before it"),
        ("plan ted ", "2 blanks or line breaks"),
        ("planted\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\ufeffplanted", "U+FEFF"),
    ],
)
def test_what_was_copied_along_with_a_secret_is_named(typed: str, named: str, tell: Teller) -> None:
    told = tell(["Kore.ai", "platform.kore.ai", "st-1", "acc", "cs-1"], is_person=True, secret=typed)
    assert told.session.connection.client_secret is not None
    assert told.session.connection.client_secret.get_secret_value() == "planted"
    told.in_order("Left out of the secret:", named, "API version.")
    assert "planted" not in told.text


def test_a_token_that_is_typed_is_one(tell: Teller) -> None:
    told = tell(
        ["Kore.ai", "platform.kore.ai", "st-1", "acc", "cs-1"],
        is_person=True,
        secret="Bearer eyJplanted.e30.c2ln",
    )
    told.in_order("This is a ready-made token that does not say when it expires.", "API version.")
    assert told.session.connection.token is not None
    assert told.session.connection.token.get_secret_value() == "eyJplanted.e30.c2ln"


def test_more_cells_than_a_campaign_can_have_are_counted(tell: Teller) -> None:
    told = tell(["practice", "v1", "Name", "About", "5", "progressive", "a\t" * 40_000])
    assert len(told.session.draft.contact_lists) == 500
    assert "500 of 40000 names were taken, one a cell." in told.text


def test_lines_are_broken_at_words_on_a_terminal_as_wide_as_it_is_then() -> None:
    reading, writing = pty.openpty()
    with os.fdopen(reading, "rb", buffering=0) as screen, os.fdopen(writing, "w", encoding="utf-8") as out:
        talk = Console(io.StringIO("yes\nyes\n"), out, is_person=True, no_echo=hear)

        def shown_at(columns: int, act: Callable[[], object]) -> list[str]:
            fcntl.ioctl(out, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
            act()
            return screen.read(4096).decode().split("\r\n")

        sentence = "Nobody knows what a-word-that-is-longer-than-a-line costs."
        broken = ["Nobody knows what", "a-word-that-is-longer-than-a-line", "costs."]
        assert shown_at(20, lambda: talk.say(sentence)) == [*broken, ""]
        assert shown_at(80, lambda: talk.say(sentence)) == [sentence, ""]
        assert shown_at(20, lambda: talk.ask("Is it so? Type yes or no:")) == [
            "Is it so? Type yes",
            "or no: ",
        ]
        assert shown_at(20, lambda: talk.ask_secret("The secret of the profile:")) == [
            "The secret of the",
            "profile: ",
        ]
        assert shown_at(0, lambda: talk.say(sentence)) == [sentence, ""]
        assert (
            shown_at(20, lambda: talk.show('{\n  "name": "Renewals of all"\n}'))[1]
            == '  "name": "Renewals of all"'
        )


def hear(prompt: str, shown: TextIO) -> str:
    shown.write(prompt)
    shown.flush()
    return "secret"


def test_what_is_piped_on_has_a_line_a_sentence() -> None:
    talk = talk_of(b"")
    talk.say("word " * 60)
    assert said(talk).count("\n") == 1
