"""What Textual writes, read as cells: moves to a place, and styled text that is painted from there."""

import re
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes

from tui.screen.runtime.diff_driver.cells import NARROW, Cell, cell
from tui.screen.runtime.diff_driver.pens import PLAIN, Pen, restyled

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
_TOKEN = re.compile(r"\x1b\[([\d;]*)m|\x1b\]8;([^\x00-\x1f\x7f]*)(?:\x1b\\|\x07)|([^\x00-\x1f\x7f-\x9f]+)")
_HARMLESS = re.compile(
    r"(?:\x1b\[\?(?:7|10(?:0[0-6]|15|16)|2004|2026|2031|2048)[hl]"  # wrapping, mouse, focus, paste, reports
    r"|\x1b\[\?\d+\$p|\x1b\[[<>=?][\d;]*u|\x1b\[[>=]?\d*c|\x1b\[[56]n|\x1b\[>\d*q"  # questions, keyboard
    r"|\x1b\](?:0|1|2|4|7|9|10|11|12|22|52|99|777);[^\x00-\x1f\x7f]*(?:\x1b\\|\x07)|\x07)+"  # title, clipboard, bell
)
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]?|[\]PX^_]\d*|[ -/]*[0-~]?)|[\x00-\x1f\x7f-\x9f]")


class Put(NamedTuple):
    """Cells that are painted from line ``y``, column ``x`` on, both counted from 0."""

    y: int
    x: int
    cells: list[Cell]


class PaintedFrame(NamedTuple):
    """What one write of Textual paints, in order, and where it leaves the cursor."""

    puts: list[Put]
    cursor: tuple[int, int]


def read(data: str) -> PaintedFrame | None:
    """Read a frame; None where it is anything else than moves and styled text, and a move at the end."""
    before, *parts = _MOVE.split(data)
    if before or not parts or parts[-1]:
        return None
    puts: list[Put] = []
    for row, column, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        # Textual ends lines by a new line, and moves before it paints the next one.
        cells = _painted(body.rstrip("\n"))
        if cells is None or not int(row) or not int(column):
            return None
        puts.append(Put(int(row) - 1, int(column) - 1, cells))
    return PaintedFrame(puts, (puts[-1].y, puts[-1].x))


def is_harmless(data: str) -> bool:
    """Whether ``data`` changes no cell, no pen and no cursor: modes, questions, the title, the bell."""
    return _HARMLESS.fullmatch(data) is not None


def unknown_part(data: str) -> str:
    """The first control sequence of ``data`` that is not understood, without any text of the screen."""
    for found in _SEQUENCE.finditer(data):
        sequence = found[0]
        known = _MOVE.fullmatch(sequence) or _HARMLESS.match(data, found.start()) or sequence == "\n"
        is_pen = sequence.startswith("\x1b[") and sequence.endswith("m")
        is_link = sequence == "\x1b]8" or sequence == "\x1b\\"
        if not (known or is_link or (is_pen and restyled(PLAIN, sequence[2:-1]))):
            return sequence[:40]
    return ""


@lru_cache(1024)
def _painted(body: str) -> list[Cell] | None:
    """The cells that styled text paints, or None if it does anything else, or leaves another pen behind."""
    cells: list[Cell] = []
    pen: Pen | None = PLAIN
    last, at = PLAIN, 0
    while at < len(body):
        if not (token := _TOKEN.match(body, at)) or pen is None:
            return None
        at = token.end()
        codes, link, text = token.groups()
        if codes is not None:
            pen = restyled(pen, codes)
        elif link is not None:
            pen = pen._replace(link=link if link.partition(";")[2] else "")
        elif NARROW.issuperset(text):
            cells += [cell(char, pen) for char in text]
            last = pen
        else:
            for start, end, size in split_graphemes(text)[0]:
                if size:
                    cells += [cell(text[start:end], pen), cell("", pen)][:size]
                    last = pen
                elif cells:  # a mark that a change of style parted from its letter
                    letter = -1 if cells[-1][0] else -2
                    cells[letter] = cell(cells[letter][0] + text[start:end], last)
    return cells if pen == PLAIN else None
