"""What is typed and pasted comes whole, however it is cut up and whatever is in it."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from tests.end_to_end.test_ways_out import kept_drafts
from tests.terminal import CHECKOUT, CTRL_C, CTRL_N, TAB, WIZARD, Terminal
from tui.storage.drafts import read

if sys.platform == "win32":
    pytest.skip("the toolkit reads another way there", allow_module_level=True)

from tui.screen.runtime.input import _SURELY, WholePastes

START, END = "\x1b[200~", "\x1b[201~"
NOISE = (
    "\x1b", "\x1b[", "\x1bO", "<", "0", "27", "48", "55296", "1114112", "9999999999", ";", ":", "-", "?",
    "u", "~", "A", "M", "m", "t", "R", "$y", "2026", "200", "201", "\x00", "\x7f", "\x03", "é",
)  # fmt: skip
TYPED = st.text(st.sampled_from("ab\x1b[201~\r\n\t\x03é"), max_size=40)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two looks at the clock a second goes by: every wait of the parser is over."""
    seconds = iter(range(10**9))
    monkeypatch.setattr("textual._parser.get_time", lambda: float(next(seconds)))
    monkeypatch.setattr("tui.screen.runtime.input.monotonic", lambda: float(next(seconds)))


def told(pieces: Sequence[str], *, stalls: bool = True) -> Iterator[str]:
    """What the parser makes of the pieces, where the line stalls after each."""
    parser = WholePastes()
    for piece in pieces:
        for message in [*parser.feed(piece), *(parser.tick() if stalls else ())]:
            if isinstance(message, events.Paste):
                yield f"paste {message.text}"
            elif isinstance(message, events.Key):
                yield f"key {message.key}"


def cut(text: str, places: Sequence[int]) -> list[str]:
    """The text in pieces that begin at these places."""
    at = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    return [text[start:end] for start, end in pairwise(at)]


@given(TYPED.filter(lambda text: END not in text), st.lists(st.integers(0, 60)))
def test_a_paste_is_one_in_however_many_pieces(text: str, places: list[int]) -> None:
    first, *others = cut(text + END, places)
    assume(CTRL_C not in others)  # a person who presses it
    assert list(told([START + first, *others, "x"])) == [f"paste {text.replace(chr(27), '')}", "key x"]


@given(st.lists(st.integers(0, 60)))
def test_marks_may_come_in_pieces_that_follow_at_once(places: list[int]) -> None:
    pieces = cut(f"a{START}one{END}b{START}two{END}c", places)
    assert list(told(pieces, stalls=False)) == ["key a", "paste one", "key b", "paste two", "key c"]


@given(TYPED.filter(lambda text: START not in text), st.lists(st.integers(0, 60)))
def test_without_a_paste_all_is_as_the_toolkit_reads_it(text: str, places: list[int]) -> None:
    class Usual(WholePastes):
        feed = XTermParser.feed
        tick = XTermParser.tick

    def read(parser: WholePastes) -> list[str]:
        found = []
        for piece in cut(text, places):
            found += [str(each) for each in (*parser.feed(piece), *parser.tick())]
        return found

    assert read(WholePastes()) == read(Usual())


@given(st.lists(st.sampled_from(NOISE)))
def test_no_noise_ends_it(pieces: list[str]) -> None:
    assert "key x" in list(told([*pieces, START, END, *"x" * 40]))


def test_ctrl_c_ends_a_paste_whose_end_never_comes() -> None:
    assert list(told([START, "half of it", CTRL_C, "x"])) == ["paste half of it", "key ctrl+c", "key x"]


def test_the_start_of_a_mark_that_was_a_key_begins_no_paste() -> None:
    keys = list(told(["\x1b", "[200~", "x"]))
    assert keys[0] == "key escape"
    assert keys[-1] == "key x"


@pytest.mark.parametrize("flag", [(), ("--no-thin",)], ids=["thin", "no-thin"])
def test_noise_and_a_stalled_paste_on_a_real_terminal(flag: tuple[str, ...]) -> None:
    with Terminal((*WIZARD, *flag)) as terminal:
        terminal.begin_new()
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        terminal.send("Re", b"\xff\xc3", "newals", TAB, f"{START}by\x1b[Bphone\x1b")
        terminal.wait_for("Re\ufffd\ufffdnewals")
        terminal.settle(0.5)
        terminal.send("[201~", "!")
        terminal.wait_for("by[Bphone!")
        terminal.send(CTRL_C, CTRL_C)
        assert terminal.wait_for_exit() == 130


def test_a_terminal_that_goes_without_a_signal_is_a_hang_up(home: Path) -> None:
    ours, theirs = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "TERM": "xterm", "HOME": str(home)}
    with subprocess.Popen(
        WIZARD, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, cwd=home, start_new_session=True
    ) as wizard:
        try:
            os.close(theirs)
            drawn = b""
            while b"quit" not in drawn:
                assert select.select([ours], [], [], 20)[0], drawn
                drawn += os.read(ours, 65536)
            os.write(ours, f"1{CTRL_N}Renewals".encode())
            end = time.monotonic() + 20
            while not any(read(draft).draft.name == "Renewals" for draft in kept_drafts(home)):
                assert time.monotonic() < end, "never kept"
                if select.select([ours], [], [], 0.05)[0]:
                    os.read(ours, 65536)
            os.close(ours)
            assert wizard.wait(10) == 128 + signal.SIGHUP
        finally:
            wizard.kill()
    (draft,) = kept_drafts(home)
    assert read(draft).draft.name == "Renewals"


ANSWERS = [
    "\x1b[?64;1;2;6;22c",
    "\x1b[?62c",
    "\x1b[>41;370;0c",
    "\x1b[=0;1c",
    "\x1b[?1u",
    "\x1b[?997;1n",
    "\x1b[0n",
    "\x1b[?6;2S",
    "\x1b[8;24;80t",
    "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b]11;rgb:0000/0000/0000\x07",
    "\x1b]4;1;rgb:cdcd/0000/0000\x07",
    "\x1b]52;c;cGxhbnRlZA==\x07",
    "\x1bP>|XTerm(370)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP1$r0m\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^private\x1b\\",
    "\x1b[97;1:3u",
    "\x1b[97:65;2:3;97u",
    "\x1b[1;1:3A",
    "\x1b[3;1:3~",
]
"""What terminals send by themselves."""


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_terminals_own_answer_is_no_key(answer: str) -> None:
    assert list(told([f"a{answer}b"])) == ["key a", "key b"]
    assert list(told([f"{answer}{answer}"])) == []


@pytest.mark.parametrize("answer", ANSWERS)
def test_nor_is_one_that_comes_in_pieces(answer: str) -> None:
    for at in range(1, len(answer)):
        assert list(told(["a", answer[:at], f"{answer[at:]}b"], stalls=False)) == ["key a", "key b"]


@pytest.mark.parametrize("answer", [each for each in ANSWERS if _SURELY.match(each)])
def test_nor_where_the_line_stalls_in_the_middle(answer: str) -> None:
    for at in range(3, len(answer)):
        assert list(told(["a", answer[:at], f"{answer[at:]}b"])) == ["key a", "key b"]


def test_an_escape_by_itself_is_a_key_and_one_before_a_letter_is_alt() -> None:
    assert list(told(["\x1bx"])) == ["key alt+x"]
    assert list(told(["\x1b", "[A"], stalls=False)) == ["key up"]
    assert list(told(["\x1b"])) == ["key escape"]


@pytest.mark.parametrize("key", ["\x1b]", "\x1bP", "\x1b_", "\x1bX"])
def test_a_key_that_begins_as_one_is_a_key(key: str) -> None:
    assert list(told([key, ""]))


@given(
    st.lists(st.sampled_from([*ANSWERS, *NOISE, "a", "\x1b]", "\x1bP"]), max_size=12),
    st.lists(st.integers(0, 200)),
)
def test_whatever_comes_nothing_breaks(parts: list[str], places: list[int]) -> None:
    list(told(cut("".join(parts), places)))


@given(st.lists(st.sampled_from(ANSWERS), max_size=4), st.lists(st.sampled_from(ANSWERS), max_size=4))
def test_around_a_paste_they_leave_it_whole(before: list[str], behind: list[str]) -> None:
    text = f"{''.join(before)}{START}pasted{END}{''.join(behind)}"
    assert list(told([text])) == ["paste pasted"]
