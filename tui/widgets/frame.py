"""The frame around every step: where one is, the steps, what happened last, the keys that work here."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.drawing import Piece, line, wrapped

_ROOMY = 84
"""Columns from which on the steps of the rail stand further apart."""


class WhereLine(Widget):
    """Line 1: which platform, in words, and the draft's name at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"where--badge", "where--name"}
    badge = reactive("")
    """PRACTICE, or nothing."""
    place = reactive("")
    """Host and app, or that there is no connection yet."""
    draft_name = reactive("")
    """The name of the campaign so far."""

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width, blank = self.size.width, self.rich_style
        if y:
            return Strip.blank(width, blank)
        badge = f" {self.badge} " if self.badge else ""
        name = self.draft_name[:40]
        gap = width - cell_len(badge) - cell_len(self.place) - cell_len(name) - 2
        pieces: list[Piece] = [
            (badge, self.get_component_rich_style("where--badge")),
            (" " + self.place, blank),
        ]
        if gap > 0:
            pieces += [(" " * gap, blank), (name, self.get_component_rich_style("where--name"))]
        return line(width, pieces, blank)


@dataclass(frozen=True, slots=True)
class Mark:
    """One step on the rail. ``sign``: ``+`` done, ``!`` has problems, a blank where nothing is known yet."""

    title: str
    sign: str = " "
    here: bool = False


class Rail(Widget):
    """Line 2, or a column in a wide terminal: the steps with their marks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rail--here", "rail--problem"}
    marks: reactive[tuple[Mark, ...]] = reactive(())

    def render_line(self, y: int) -> Strip:
        """Draw all steps on one line, or one step a line."""
        width, blank = self.size.width, self.rich_style
        if self.size.height > 1:
            at, rest = divmod(y, 2)
            shown = self.marks[at : at + 1] if not rest else ()
        else:
            shown = self.marks
        pieces: list[Piece] = []
        gap = (" " if width < _ROOMY else "  ", blank)
        for number, mark in enumerate(self.marks, 1):
            if mark in shown:
                name = "rail--here" if mark.here else "rail--problem" if mark.sign == "!" else ""
                style = self.get_component_rich_style(name) if name else blank
                pieces += [(f"{'>' if mark.here else ' '}{mark.sign}{number} {mark.title}", style), gap]
        return line(width, pieces, blank)


class StatusLine(Widget):
    """Line 22: the last thing that happened, or what is wrong; one sentence."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--error"}
    sentence = reactive("")
    is_error = reactive(False)

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show ``sentence`` until the next one."""
        self.is_error = error
        self.sentence = sentence

    def render_line(self, y: int) -> Strip:
        """Draw the sentence; where two lines are there, over both."""
        style = self.get_component_rich_style("status--error") if self.is_error else self.rich_style
        lines = (
            [self.sentence] if self.size.height == 1 else wrapped(self.sentence, max(self.size.width - 2, 1))
        )
        text = lines[y] if y < len(lines) else ""
        return line(self.size.width, [(" " + text, style)], self.rich_style)


class KeyLine(Widget):
    """Line 24: the keys that work here, and nothing else."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key"}
    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """Draw each key and what it does."""
        key_style, pieces = self.get_component_rich_style("keys--key"), list[Piece]()
        for key, does in self.keys:
            pieces += [(f" {key}", key_style), (f" {does} ", self.rich_style)]
        return line(self.size.width, pieces, self.rich_style)
