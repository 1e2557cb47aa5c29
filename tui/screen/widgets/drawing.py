"""Lines drawn by hand: pieces of styled text, made inert, cut and filled to a width."""

from collections.abc import Iterable

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.base.glyphs import CUT
from tui.base.text import one_line

Piece = tuple[str, Style]


def line(width: int, pieces: Iterable[Piece], blank: Style) -> Strip:
    """One line of ``width`` cells: ``pieces`` from the left, ``blank`` to the end; what is too long ends in …."""
    segments, left = [], width
    for text, style in pieces:
        if left <= 0:
            break
        shown = text if text.isprintable() else one_line(text)
        size = cell_len(shown)
        if size > left:
            shown, size = fitted(shown, left), left
        segments.append(Segment(shown, style))
        left -= size
    if left > 0:
        segments.append(Segment(" " * left, blank))
    return Strip(segments, width)


def fitted(text: str, width: int) -> str:
    """``text``, which is printable, in exactly ``width`` cells: filled with blanks, or cut with … at its end."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + CUT


def wrapped(text: str, width: int) -> list[str]:
    """``text`` as lines of at most ``width`` cells, cut at blanks where there are any.

    A character that is wider than that has a line of its own.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = paragraph.lstrip(" ")
        at, begun = " " * min(len(paragraph) - len(words), width // 2), False
        for word in words.split(" "):
            joined = f"{at} {word}" if begun else at + word
            if cell_len(joined) <= width:
                at, begun = joined, True
                continue
            if begun:
                lines.append(at)
            *full, at = chop_cells(word, width) or [""]
            lines += filter(None, full)  # one is empty where even one character is too wide
            begun = True
        lines.append(at)
    return lines
