"""The grid in a real terminal of three sizes: with colours, without, and in ASCII. The shapes tell it all."""

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.screen.steps.conftest import snapshot
from tests.screen.steps.test_screens import steady
from tests.terminal import CTRL_N, ENTER, WIZARD, Terminal
from tui.base.glyphs import in_ascii
from tui.campaign.fields import Api, Mode
from tui.campaign.hours_text import read
from tui.campaign.kinds.week import days
from tui.campaign.model import example

__all__ = ["snapshot"]
SIZES = ((80, 24), (100, 30), (160, 45))
LOOKS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "colour": ({"COLORTERM": "truecolor"}, ()),
    "plain": ({"NO_COLOR": "1"}, ()),
    "ascii": ({}, ("--ascii",)),
}
WEEK = "Mo-Fr 09:00-13:00,14:00-18:00; Sa 09:05-12:00,21:00-22:30"


@contextmanager
def on_the_grid(look: str) -> Iterator[Terminal]:
    """A week with every kind of cell, another zone beside it, and a range that is being stretched."""
    document = example(Mode.PROGRESSIVE, Api.V1)
    week = read(WEEK).week
    assert week is not None
    document["dialingStrategy"]["callingHours"]["days"] = days(week)
    path = Path(os.environ["HOME"]) / "campaign.json"
    path.write_text(json.dumps(document))
    environment, flags = LOOKS[look]
    with Terminal((*WIZARD, "--practice", "--from", str(path), *flags), env=environment) as terminal:
        terminal.wait_for("127.0.0.1:")
        terminal.send(*[CTRL_N] * 4)
        terminal.wait_for("g presets")
        terminal.wait_for("people's own time zones")  # the lists were read
        terminal.send("t", "kathm", ENTER)
        terminal.wait_for("Mon 09:00 here")
        terminal.send("6", ENTER, "l", "kk")
        terminal.wait_for("RANGE 09:00-10:00 Th-Sa")
        yield terminal


def fitted(terminal: Terminal, columns: int, rows: int) -> str:
    """The screen at another size, once all of it is drawn."""
    terminal.resize(columns, rows)
    terminal.wait_for(
        lambda screen: screen.splitlines()[-1].startswith(" Space") and screen.splitlines()[0] != ""
    )
    terminal.settle()
    return terminal.screen()


def ink(cell: Any) -> str:
    """How a cell is drawn, as one letter: r reversed, b bold, c coloured, a dot for none of it."""
    if cell.data == " " and not cell.reverse:
        cell = cell._replace(bold=False, fg="default")  # nobody sees it
    hues = {
        name[:2] == name[2:4] == name[4:]
        for name in (cell.fg, cell.bg)
        if len(name) == 6 and name != "default"
    }
    is_coloured = False in hues or any(name not in {"default", "white", "black"} and len(name) != 6
                                       for name in (cell.fg, cell.bg))  # fmt: skip
    return "r" if cell.reverse else "b" if cell.bold else "c" if is_coloured else "."


def inks(terminal: Terminal) -> str:
    """The ink of the rows of the grid."""
    drawn = zip(terminal.screen().splitlines(), terminal.cells(), strict=True)
    rows = [cells for text, cells in drawn if any(f" {day} " in text for day in ("Mon", "Thu", "Fri", "Sat"))]
    return "\n".join("".join(ink(cell) for cell in row).rstrip(".") for row in rows)


def test_every_size_in_every_look(snapshot: Callable[[str, str], None]) -> None:
    drawn: dict[tuple[int, int], str] = {}
    with on_the_grid("colour") as terminal:
        for size in SIZES:
            drawn[size] = steady(fitted(terminal, *size))
            snapshot(f"{drawn[size]}\n{'ink':-^{size[0]}}\n{inks(terminal)}", f"grid-{size[0]}x{size[1]}")
    with on_the_grid("plain") as terminal:
        for size in SIZES:
            assert steady(fitted(terminal, *size)) == drawn[size]
            assert inks(terminal).count("r") > 5, "a range is told by more than colour"
        codes = {
            code for found in re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw) for code in found.split(b";")
        }
        assert codes <= {b"", b"0", b"1", b"2", b"4", b"7", b"22", b"24", b"27"}
    with on_the_grid("ascii") as terminal:
        for size in SIZES:
            screen = steady(fitted(terminal, *size))
            assert screen == in_ascii(drawn[size])
        assert terminal.raw.isascii()
