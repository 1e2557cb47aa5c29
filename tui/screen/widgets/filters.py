"""The last gates before the terminal: every line that any widget draws passes through them."""

from collections.abc import Callable
from functools import lru_cache

from rich.cells import cell_len, set_cell_size, split_graphemes
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from tui.base.glyphs import in_ascii
from tui.base.terminal import Depth, Terminal
from tui.base.text import inert


def filters(terminal: Terminal) -> list[LineFilter]:
    """What the lines for ``terminal`` pass through, in order."""
    ascii_only = [AsciiFilter()] if terminal.is_ascii else []
    colourless = [ColourlessFilter()] if terminal.depth is Depth.NONE else []
    return [InertFilter(), *ascii_only, *colourless]


def _mended(
    segments: list[Segment], passes: Callable[[str], bool], mended: Callable[[str], str]
) -> list[Segment]:
    """The segments, with what stands in the place of a text that does not pass."""
    if all(passes(segment.text) for segment in segments):
        return segments
    return [
        segment if segment.control or passes(segment.text) else Segment(mended(segment.text), segment.style)
        for segment in segments
    ]


class InertFilter(LineFilter):
    """No control character passes, whatever a widget draws."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return _mended(segments, str.isprintable, _as_wide)


def _as_wide(text: str) -> str:
    """``text`` with nothing unprintable in it, and as wide: what has no width is not seen."""
    spans, _ = split_graphemes(text)
    return "".join(_fitted(text[start:end], width) for start, end, width in spans)


def _fitted(piece: str, width: int) -> str:
    shown = inert(piece, keep="")
    if cell_len(shown) == width:
        return shown
    printable = "".join(char for char in piece if char.isprintable())
    return set_cell_size(printable, width) if printable else "\ufffd" * width


class AsciiFilter(LineFilter):
    """Nothing but ASCII passes; what stands in its place is as wide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return _mended(segments, str.isascii, lambda text: set_cell_size(in_ascii(text), cell_len(text)))


class ColourlessFilter(LineFilter):
    """No colour passes, grey included; bold, underlined and reversed stay, for those say what colour said."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            segment
            if segment.style is None
            else Segment(segment.text, _colourless(segment.style), segment.control)
            for segment in segments
        ]


@lru_cache(1024)
def _colourless(style: Style) -> Style:
    return Style(bold=style.bold, underline=style.underline, reverse=style.reverse, meta=style.meta)
