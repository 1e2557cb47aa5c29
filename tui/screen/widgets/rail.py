"""The left of a wide window: the steps one below the other, and under them what is wrong."""

from collections.abc import Iterator
from typing import ClassVar

from textual.reactive import reactive
from textual.strip import Strip

from tui.base.glyphs import EDGE
from tui.base.text import plural
from tui.screen.widgets.drawing import Piece, line
from tui.screen.widgets.frame import Aside, Heading, Mark
from tui.workflow.open_problems import OpenProblems, open_problems
from tui.workflow.session import Session

_PROBLEM_KEY = "f4"


class Rail(Aside):
    """The steps with their marks; the names of the fields that have problems."""

    DEFAULT_CSS = """
    Rail { dock: left; width: 16; }
    Rail > .rail--title { text-style: bold; color: $text-muted; }
    Rail > .rail--here { text-style: bold reverse; }
    Rail > .rail--problem { color: $error; text-style: bold; }
    Rail > .rail--look { color: $warning; }
    Rail > .rail--done { color: $success; }
    Rail > .rail--edge { color: $surface-lighten-2; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rail--title", "rail--here", "rail--problem", "rail--look", "rail--done", "rail--step", "rail--edge",
    }  # fmt: skip
    marks: reactive[tuple[Mark, ...]] = reactive(())
    problems: reactive[OpenProblems] = reactive(OpenProblems((), None, 0))
    key = reactive("")
    """The key that goes to the next problem, where there is one."""

    def __init__(self, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session

    def follow(self, step: str) -> None:
        """Show the steps at once."""
        self.marks = self.screen.query_one(Heading).marks
        super().follow(step)

    def read(self) -> None:
        """Look what is wrong, and which key leads there."""
        self.problems = open_problems(self._session, self.step)
        self.key = _PROBLEM_KEY if _PROBLEM_KEY in self.app.active_bindings else ""

    def render_line(self, y: int) -> Strip:
        width, rows = self.size.width, [*self._rows()]
        parts = rows[y] if y < min(len(rows), self.size.height) else ()
        if y == self.size.height - 1 and len(rows) > self.size.height:
            parts = ((f" {plural(len(rows) - y, 'more line')}", "rail--step"),)
        pieces = [(text, self.get_component_rich_style(ink)) for text, ink in parts]
        shown = line(max(width - 1, 0), pieces, self.rich_style)
        edge: list[Piece] = [(EDGE, self.get_component_rich_style("rail--edge"))]
        return Strip.join([shown, line(1, edge, self.rich_style)])

    def _rows(self) -> Iterator[tuple[tuple[str, str], ...]]:
        """The parts of each row, and what draws them."""
        yield ((" STEPS", "rail--title"),)
        yield from (tuple(mark.parts(mark.text(number))) for number, mark in enumerate(self.marks, 1))
        yield ()
        titles, to_do = self.problems.titles, self.problems.to_do
        yield ((f" PROBLEMS  {self.key.upper() if titles else ''}", "rail--title"),)
        for title, stops in titles.items():
            yield ((f"{'!' if stops else '~'} {title}", "rail--problem" if stops else "rail--look"),)
        if to_do:
            yield ((f"  {to_do} left to do", "rail--step"),)
        elif not titles:
            yield (("+", "rail--done"), (" none", "rail--step"))
