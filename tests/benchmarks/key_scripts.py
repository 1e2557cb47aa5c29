"""The keys from the first screen to a campaign that was accepted, in practice: how many, and that they do it.

What has to be typed however it is asked for, names and texts, is :class:`Typed` and not counted.
"""

import tempfile

from tests.benchmarks.measuring import WRITES_BYTECODE, Benchmark, Budget
from tests.terminal import CTRL_C, CTRL_N, CTRL_R, ENTER, TAB, WIZARD, Terminal

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


def count(script: Script) -> int:
    """The keys of ``script``."""
    return sum(not isinstance(each, Typed) for each in script)


def press(terminal: Terminal, script: Script, name: str) -> None:
    """Press the keys of ``script``, up to where the platform has accepted the campaign called ``name``."""
    for each in script:
        terminal.send(each)
        terminal.settle(_QUIET, 2)
    terminal.wait_for(lambda screen: "ACCEPTED" in screen and name in screen)


def run() -> None:
    """Press both, one after the other.

    Raises:
        AssertionError: they do not lead to what was accepted, which was asked for.
    """
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal((*WIZARD, "--practice"), env={"HOME": home, **WRITES_BYTECODE}) as terminal,
    ):
        terminal.wait_for("127.0.0.1:")
        press(terminal, FIRST, "Renewal calls June")
        press(terminal, ANOTHER, "Renewal calls July")
        terminal.send(CTRL_C, CTRL_C)
        terminal.wait_for_exit()


def once() -> dict[str, float]:
    """Both, and how many keys they are."""
    run()
    return {"first": float(count(FIRST)), "another": float(count(ANOTHER))}


BENCHMARK = Benchmark(
    "scripts",
    once,
    (
        Budget("keys from start to accepted", "first", 15, "keys"),
        Budget("keys for another one like it", "another", 10, "keys"),
    ),
)
