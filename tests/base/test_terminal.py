"""What a terminal can show, read off its environment."""

import subprocess
import sys
from pathlib import Path

import pytest

from tui.base.terminal import (
    Depth,
    Terminal,
    ThemeName,
    cannot_draw,
    look,
    make_safe,
    names_utf8,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Depth.TRUE),
        ({"TERM": "xterm-direct"}, Depth.TRUE),
        ({"TERM": "xterm-256color"}, Depth.PALETTE),
        ({"TERM": "screen-256color"}, Depth.PALETTE),
        ({"TERM": "tmux-256color", "COLORTERM": "24bit"}, Depth.TRUE),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor", "STY": "1.pts-0.host"}, Depth.PALETTE),
        ({"TERM": "xterm-kitty"}, Depth.PALETTE),
        ({"TERM": "xterm"}, Depth.ANSI),
        ({"TERM": "screen"}, Depth.ANSI),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, Depth.ANSI),
        ({"TERM": "vt100"}, Depth.NONE),
        ({"TERM": "xterm-mono"}, Depth.NONE),
        ({"TERM": "dumb"}, Depth.NONE),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, Depth.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Depth.PALETTE),
    ],
)
def test_as_many_colours_as_there_are(environ: dict[str, str], depth: Depth) -> None:
    assert look(environ, "utf-8").depth is depth
    assert look(environ, "utf-8", no_color=True).depth is Depth.NONE


@pytest.mark.parametrize("encoding", ["ascii", "ISO-8859-1", "ANSI_X3.4-1968", None, "latin-1"])
def test_ascii_where_the_locale_is_not_utf8(encoding: str | None) -> None:
    assert look({"TERM": "xterm"}, encoding).is_ascii


@pytest.mark.parametrize("encoding", ["utf-8", "UTF8", "utf_8"])
def test_unicode_where_it_is(encoding: str) -> None:
    assert not look({"TERM": "xterm"}, encoding).is_ascii
    assert look({"TERM": "xterm"}, encoding, ascii_only=True).is_ascii
    assert look({"TERM": "linux"}, encoding).is_ascii
    assert look({"TERM": "linux-16color"}, encoding).is_ascii


def test_the_theme_suits_the_terminal() -> None:
    rich, poor = {"TERM": "xterm-256color"}, {"TERM": "xterm"}
    assert look(rich, "utf-8").theme is ThemeName.DARK
    assert look({**rich, "COLORFGBG": "0;15"}, "utf-8").theme is ThemeName.LIGHT
    assert look({**rich, "COLORFGBG": "15;0"}, "utf-8").theme is ThemeName.DARK
    assert look(poor, "utf-8").theme is ThemeName.TERMINAL
    assert look(rich, "utf-8", no_color=True).theme is ThemeName.TERMINAL
    assert look(poor, "utf-8", theme="light").theme is ThemeName.LIGHT


def test_a_terminal_is_told_in_words() -> None:
    assert str(Terminal()) == "24-bit colours, theme dark, UTF-8"
    assert str(look({"TERM": "linux"}, "utf-8", no_color=True)) == "no colour, theme terminal, ASCII"


@pytest.mark.parametrize(
    ("term", "cannot"), [("dumb", True), ("", True), ("unknown", True), ("vt100", False)]
)
def test_who_cannot_draw(term: str, cannot: bool) -> None:
    assert cannot_draw({"TERM": term}) is cannot
    assert cannot_draw({})


def test_what_would_change_the_library_is_taken_out() -> None:
    environ = {
        "COLUMNS": "10",
        "LINES": "2",
        "TEXTUAL_LOG": "keys",
        "TEXTUAL": "debug",
        "NO_COLOR": "1",
        "TERM": "xterm",
    }
    make_safe(environ)
    assert environ == {"TERM": "xterm"}


def test_it_loads_nothing() -> None:
    program = (
        "import sys; before = set(sys.modules)\n"
        "import tui.base.terminal, tui.base.glyphs; print(*set(sys.modules) - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not {"textual", "rich", "curses", "locale"} & {
        name.partition(".")[0] for name in done.stdout.split()
    }


UTF8, PLAIN = "C.UTF-8", "C"


@pytest.mark.parametrize(
    ("environ", "in_use", "can"),
    [
        ({}, UTF8, False),
        ({"LANG": ""}, UTF8, False),
        ({"LANG": "C"}, UTF8, False),
        ({"LANG": "POSIX"}, UTF8, False),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, PLAIN, False),
        ({"LC_CTYPE": "C", "LANG": "de_DE.UTF-8"}, UTF8, False),
        ({"LC_ALL": "", "LANG": "de_DE.UTF-8"}, "de_DE.UTF-8", True),
        ({"LANG": "de_DE.UTF-8"}, "de_DE.UTF-8", True),
        ({"LANG": "xx_YY.UTF-8"}, UTF8, False),
        ({"LANG": "xx_YY.UTF-8"}, PLAIN, False),
        ({"LC_ALL": "xx_YY.UTF-8"}, PLAIN, False),
        ({"LANG": "C.UTF-8"}, UTF8, True),
        ({"LC_ALL": "C.utf8"}, UTF8, True),
    ],
)
def test_the_locale_counts_as_it_was_named(environ: dict[str, str], in_use: str, can: bool) -> None:
    assert names_utf8(environ, in_use) is can
    assert look({"TERM": "xterm", **environ}, "utf-8", in_use=in_use).is_ascii is not can
