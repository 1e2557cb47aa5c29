"""Cells: a character with its pen, and which characters every terminal draws equally wide."""

from functools import lru_cache
from unicodedata import category

from rich.cells import get_character_cell_size

from tui.screen.runtime.diff_driver.pens import ANY, UNSEEN, Pen

Cell = tuple[str, Pen]
"""A character, with its combining marks, and how it is drawn; the second half of a wide one is ``("", pen)``."""
Row = list[Cell | None]
"""The cells of a line; None where nothing is known."""

NARROW = frozenset(
    chr(code)
    for first, last in (
        (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x24F), (0x391, 0x44F), (0x2010, 0x2027), (0x2500, 0x259F), (0x2800, 0x28FF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Characters after which the cursor surely stands one cell further."""
_WIDE = ((0x3041, 0x3096), (0x30A1, 0x30FA), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xFF01, 0xFF5E))


@lru_cache(8192)
def cell(char: str, pen: Pen) -> Cell:
    """A cell: the same object for the same content, so that rows compare fast."""
    is_blank = char == " " and not pen.attrs & ~UNSEEN and not pen.link
    return (char, Pen(ANY, pen.bg) if is_blank else pen)


def is_sure(char: str) -> bool:
    """Whether every terminal agrees on how many cells ``char`` takes."""
    return char in NARROW or (len(char) == 1 and any(low <= ord(char) <= high for low, high in _WIDE))


@lru_cache(1024)
def reach(char: str) -> int:
    """How many cells ``char`` takes at most, in a terminal that draws each of its parts by itself."""
    return sum(get_character_cell_size(part) for part in char)


def drifts(char: str) -> bool:
    """Whether terminals disagree on where the next cell is: in many a spacing vowel sign has a cell of its own."""
    return len(char) > 1 and _has_spacing_mark(char)


@lru_cache(1024)
def _has_spacing_mark(char: str) -> bool:
    return any(category(part) == "Mc" for part in char)
