"""The line that grows while a create is on its way, and the one that says what became of it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.strip import Strip

from tui.base.glyphs import REACHED, RULE, WAITED_FOR
from tui.kore.milestones import Milestone
from tui.screen.widgets.drawing import Piece, line
from tui.screen.widgets.fixed_line import FixedLine

_BETWEEN = f" {RULE} "


class PhaseLine(FixedLine):
    """Milestones one after the other, each kept whole where the line is wrapped."""

    DEFAULT_CSS = """
    PhaseLine { margin: 1; }
    PhaseLine > .phase--reached { color: $success; }
    PhaseLine > .phase--words { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"phase--reached", "phase--words"}

    def __init__(self, found: Sequence[Milestone], *, id: str) -> None:
        super().__init__(_rows(found), id=id)

    def show_milestones(self, found: Sequence[Milestone]) -> None:
        """Show that it went on."""
        self.show(_rows(found))

    def _lines(self, width: int) -> list[str]:
        if self._wrapped[0] != width:
            self._wrapped = (width, packed(self.text.split("\n"), width))
        return self._wrapped[1]

    def render_line(self, y: int) -> Strip:
        lines, blank = self._lines(self.size.width), self.rich_style
        reached = self.get_component_rich_style("phase--reached")
        words = self.get_component_rich_style("phase--words")
        pieces: list[Piece] = []
        for at, part in enumerate(lines[y].split(REACHED) if y < len(lines) else ()):
            pieces += [(REACHED, reached)] * (at > 0) + [(part, words)]
        return line(self.size.width, pieces, blank)


def packed(parts: Sequence[str], width: int) -> list[str]:
    """``parts`` joined to lines of at most ``width`` cells; one that is longer has a line of its own."""
    lines = list(parts[:1])
    for part in parts[1:]:
        joined = f"{lines[-1]}{_BETWEEN}{part}"
        if cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


def _rows(found: Sequence[Milestone]) -> str:
    return "\n".join(f"{REACHED if each.is_reached else WAITED_FOR} {each.words}" for each in found)


class BadgeLine(FixedLine):
    """What became of it as a badge, the facts of the answer behind it, what followed at the right.

    | class | meaning |
    | :- | :- |
    | `badge--facts` | what is behind the badge |
    """

    DEFAULT_CSS = """
    BadgeLine { margin: 0 1 1 1; height: auto; }
    BadgeLine > .badge--badge { text-style: bold reverse; }
    BadgeLine > .badge--facts { color: $text-muted; }
    BadgeLine > .badge--after { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"badge--badge", "badge--facts", "badge--after"}

    def __init__(self, badge: str, facts: str, after: str, *, classes: str, id: str) -> None:
        super().__init__("", id=id, classes=classes)
        self._badge, self._facts = badge, facts
        self.show(after)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        return 2 if self._is_crowded(width) else 1

    def render_line(self, y: int) -> Strip:
        width, blank = self.size.width, self.rich_style
        after = (self.text, self.get_component_rich_style("badge--after"))
        if y:
            return line(width, [(" ", blank), after], blank)
        badge = self.rich_style + self.get_component_rich_style("badge--badge")
        facts = self.get_component_rich_style("badge--facts")
        pieces: list[Piece] = [(f" {self._badge} ", badge), (f" {self._facts}", facts)]
        if not self._is_crowded(width):
            pieces += [(" " * (width - self._left - cell_len(self.text)), blank), after]
        return line(width, pieces, blank)

    @property
    def _left(self) -> int:
        return cell_len(self._badge) + cell_len(self._facts) + 3

    def _is_crowded(self, width: int) -> bool:
        """Whether what followed needs a line of its own."""
        return bool(self.text) and self._left + cell_len(self.text) + 2 > width
