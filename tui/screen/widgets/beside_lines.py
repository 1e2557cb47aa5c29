"""What was sent beside what came back, on a page: drawn as wide as there is room."""

from collections.abc import Callable
from typing import ClassVar

from textual.strip import Strip

from tui.screen.widgets.body_view import with_keys
from tui.screen.widgets.drawing import line
from tui.screen.widgets.fixed_line import FixedLine


class BesideLines(FixedLine):
    """Lines that ``lay_out`` gives for a width; keys of JSON are bold, rows marked ``~`` stand out.

    | class | meaning |
    | :- | :- |
    | `beside--key` | a key of JSON |
    | `beside--differs` | a row that differs |
    """

    DEFAULT_CSS = """
    BesideLines { display: none; margin: 0 1; }
    Screen.-broad BesideLines, Screen.-vast BesideLines { display: block; }
    BesideLines > .beside--key { text-style: bold; }
    BesideLines > .beside--differs { color: $warning; text-style: bold; }
    """
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"beside--key", "beside--differs"}

    def __init__(self, lay_out: Callable[[int], str], *, id: str) -> None:
        super().__init__("", id=id)
        self._lay_out = lay_out

    def _lines(self, width: int) -> list[str]:
        if self._wrapped[0] != width:
            self._wrapped = (width, self._lay_out(width).split("\n"))
        return self._wrapped[1]

    def render_line(self, y: int) -> Strip:
        lines, blank = self._lines(self.size.width), self.rich_style
        words = lines[y] if y < len(lines) else ""
        style = self.get_component_rich_style("beside--differs") if words.startswith("~  ") else blank
        return line(
            self.size.width, with_keys(words, style, self.get_component_rich_style("beside--key")), blank
        )
