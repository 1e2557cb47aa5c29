"""The keys from the first screen to a campaign that was accepted, in practice: how many, and that they do it.

What has to be typed however it is asked for, names and texts, is :class:`Typed` and not counted.
"""

import tempfile

from tests.benchmarks.measuring import WRITES_BYTECODE, Benchmark, Budget
from tests.terminal import CTRL_C, CTRL_N, CTRL_R, DOWN, ENTER, TAB, WIZARD, Terminal

F5 = "\x1b[15~"

_BACK_TAB = "\x1b[Z"
_QUIET = 0.3
"""Seconds of quiet between two keys: the script is a person's, who looks at the screen."""


class Typed(str):
    """A name or a text."""

    __slots__ = ()


Script = tuple[str, ...]
FIRST: Script = (
    CTRL_N,
    Typed("Renewal calls June"), TAB, Typed("Reminds customers whose service ends in July."), TAB, TAB, "p", CTRL_N,
    Typed("Buyers Q2"), CTRL_N,
    Typed("Default Queue"), TAB, Typed("+15101234567"), CTRL_N,
    Typed("Asia/Kolkata"), _BACK_TAB, _BACK_TAB, Typed("Mo-Fr 9-18"), CTRL_N,
    CTRL_N, ENTER, "y",
)  # fmt: skip
"""A Progressive one."""
ANOTHER: Script = (
    "c", ENTER,
    Typed("Renewal calls July"), CTRL_N,
    Typed("Renewals July"), TAB, "x", CTRL_R,
    CTRL_N, ENTER, "y",
)  # fmt: skip
"""Another one like it, with another name and another list."""

PICKED: Script = (
    CTRL_N, *"Spring", TAB, "x", TAB, TAB, "p", CTRL_N,
    *"ren", ENTER, CTRL_N,
    "d", ENTER, F5, DOWN, ENTER, CTRL_N,
    *"kolk", ENTER, TAB, TAB, "g", "1", CTRL_N,
    CTRL_N, ENTER, "y",
)  # fmt: skip
"""A Progressive one without a name typed that exists: every key counts, also those of its own name."""


def count(script: Script) -> int:
    """The keys of ``script``."""
    return sum(not isinstance(each, Typed) for each in script)


def press(terminal: Terminal, script: Script, name: str) -> None:
    """Press the keys of ``script``, up to where the platform has accepted the campaign called ``name``."""
    for each in script:
        terminal.send(each)
        terminal.settle(_QUIET, 2)
    terminal.wait_for(lambda screen: "ACCEPTED" in screen and name in screen)


def run(*scripts: tuple[Script, str]) -> None:
    """Press the scripts in one run, each up to the campaign of that name.

    Raises:
        AssertionError: they do not lead to what was accepted, which was asked for.
    """
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal((*WIZARD, "--practice"), env={"HOME": home, **WRITES_BYTECODE}) as terminal,
    ):
        terminal.wait_for("127.0.0.1:")
        for script, name in scripts:
            press(terminal, script, name)
        terminal.send(CTRL_C, CTRL_C)
        terminal.wait_for_exit()


def once() -> dict[str, float]:
    """All of them, and how many keys they are."""
    run((FIRST, "Renewal calls June"), (ANOTHER, "Renewal calls July"))
    run((PICKED, "Spring"))
    return {
        "first": float(count(FIRST)), "another": float(count(ANOTHER)), "picked": float(len(PICKED)),
    }  # fmt: skip


BENCHMARK = Benchmark(
    "scripts",
    once,
    (
        Budget("keys from start to accepted", "first", 15, "keys"),
        Budget("keys for another one like it", "another", 10, "keys"),
        Budget("all keys, with what exists picked", "picked", 45, "keys"),
    ),
)
