"""The frame around every step: where one is, the steps, what happened last, the keys that work here."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.color import Color
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.base.glyphs import RULE
from tui.screen.widgets.drawing import Piece, line, wrapped

_MOST_LINES = 3
"""Lines of a sentence on the status line."""
_ROOMY = 84
"""Columns from which on the steps of the rail stand further apart."""
_FOLLOW_SECONDS = 0.5
"""After a change."""


class Mark(NamedTuple):
    """One step on the rail. ``sign``: ``+`` done, ``!`` stops it, ``~`` worth a look, a blank: not known yet."""

    title: str
    sign: str = " "
    here: bool = False

    def text(self, number: int) -> str:
        """The step with its number; ``>`` where one is."""
        return f"{'>' if self.here else ' '}{self.sign}{number} {self.title}"

    def short(self, number: int) -> str:
        """The same where there is little room: the title only where one is."""
        return self.text(number) if self.here else f" {self.sign}{number}"

    def parts(self, text: str) -> Iterator[tuple[str, str]]:
        """The parts of its ``text`` and the classes that draw them; the signs say the same without colour."""
        if self.here or self.sign != "+":
            yield text, "rail--here" if self.here else "rail--problem" if self.sign == "!" else "rail--step"
            return
        before, sign, behind = text.partition(self.sign)
        yield from ((before, "rail--step"), (sign, "rail--done"), (behind, "rail--step"))


class Frame(Screen[None]):
    """The screen below everything: what is around the step, and the step in its middle.

    In a wide window the steps stand at the left, one below the other, and the campaign at the right. The form has
    the same width whatever the window's, up to where the grid of hours has room for quarter-hours.
    """

    DEFAULT_CSS = """
    Frame > StatusLine { dock: bottom; margin-bottom: 1; }
    Frame > KeyLine { dock: bottom; }
    Frame.-broad > Heading, Frame.-vast > Heading { height: 2; dock: top; }
    Frame.-broad > Aside, Frame.-vast > Aside { display: block; }
    Frame.-vast > SidePanel { width: 34; }
    Frame.-broad > Aside.-off, Frame.-vast > Aside.-off { display: none; }
    """


class Heading(Widget):
    """Line 1: which platform and the draft's name. Line 2: the steps with their marks. Then a rule with its title.

    In a wide window the steps stand at the left instead (:class:`tui.screen.widgets.rail.Rail`).
    """

    DEFAULT_CSS = """
    Heading { height: 3; }
    Heading > .where--badge { color: $badge; text-style: bold reverse; }
    Heading > .where--production { color: $error; text-style: bold reverse; }
    Heading > .where--alarm { text-style: bold reverse; color: $error; }
    Heading > .where--name { text-style: bold; }
    Heading > .where--title { color: $accent; text-style: bold; }
    Heading > .where--rule { color: $surface-lighten-2; }
    Heading > .rail--here { text-style: bold reverse; }
    Heading > .rail--problem { color: $error; text-style: bold; }
    Heading > .rail--done { color: $success; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "where--badge", "where--production", "where--alarm", "where--name", "where--title", "where--rule",
        "rail--here", "rail--problem", "rail--done", "rail--step",
    }  # fmt: skip
    badge = reactive("")
    """PRACTICE, PRODUCTION, or nothing."""
    alarm = reactive("")
    """What is wrong as long as it is wrong, or nothing."""
    profile = reactive("")
    """The name of the profile, or nothing."""
    tint = reactive("")
    """The colour its name is painted with, or nothing."""
    place = reactive("")
    """Host and app, or that there is no connection yet."""
    draft_name = reactive("")
    """The name of the campaign so far."""
    title = reactive("")
    """What the step is for."""
    left = reactive("")
    """What is left to do in it, or nothing."""
    marks: reactive[tuple[Mark, ...]] = reactive(())
    """The steps."""

    def render_line(self, y: int) -> Strip:
        width, blank = self.size.width, self.rich_style
        if y == 0:
            return line(width, self._where(width), blank)
        if y == self.size.height - 1:
            return line(width, self._titled_rule(width), blank)
        texts = [mark.text(number) for number, mark in enumerate(self.marks, 1)]
        if sum(map(len, texts)) + len(texts) - 1 > width:
            texts = [mark.short(number) for number, mark in enumerate(self.marks, 1)]
        pieces: list[Piece] = []
        for mark, text in zip(self.marks, texts, strict=True):
            pieces += [(part, self.get_component_rich_style(ink)) for part, ink in mark.parts(text)]
            pieces += [(" " if width < _ROOMY else "  ", blank)]
        return line(width, pieces, blank)

    def _titled_rule(self, width: int) -> list[Piece]:
        rule = self.get_component_rich_style("where--rule")
        title = f" {self.title} " if self.title else ""
        left = f" {self.left} " if self.left else ""
        gap = width - cell_len(title) - cell_len(left) - 2
        if gap < 1:
            left, gap = "", width - cell_len(title) - 2
        name = self.get_component_rich_style("where--title")
        return [(RULE, rule), (title, name), (RULE * gap, rule), (left, self.rich_style), (RULE, rule)]

    def _where(self, width: int) -> list[Piece]:
        blank = self.rich_style
        badge = f" {self.badge} " if self.badge else ""
        name = self.draft_name[:40]
        alarm = f" {self.alarm} " if self.alarm else ""
        profile = f" {self.profile}" if self.profile and self.badge != "PRACTICE" else ""
        ink = "where--production" if self.badge == "PRODUCTION" else "where--badge"
        pieces: list[Piece] = [
            (badge, self.get_component_rich_style(ink)),
            (alarm, self.get_component_rich_style("where--alarm")),
            (profile, self._tinted()),
            (f" {'· ' if profile else ''}{self.place}", blank),
        ]
        gap = width - sum(cell_len(text) for text, _ in pieces) - cell_len(name) - 1
        if gap > 0:
            pieces += [(" " * gap, blank), (name, self.get_component_rich_style("where--name"))]
        return pieces

    def _tinted(self) -> Style:
        """How the profile's name is painted: with its colour, which the theme gives."""
        name = self.get_component_rich_style("where--name")
        colour = self.app.theme_variables.get(f"profile-{self.tint}")
        return name + Style(color=Color.parse(colour).rich_color) if colour else name


class Aside(Widget):
    """What a wide window has beside the step. ``step`` is the one that one is at, ``here`` the field one is in."""

    DEFAULT_CSS = """
    Aside { display: none; height: 100%; margin: 2 0; }
    """
    step = ""
    here = ""
    _waiting: Timer | None = None

    def follow(self, step: str) -> None:
        """Look at the session again: at once on another ``step``, else when nothing has changed for a moment."""
        if step != self.step:
            self.step = step
            self.look("")
            return
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_FOLLOW_SECONDS, self.look)

    def look(self, here: str | None = None) -> None:
        """Look at the session again, now; from the field ``here``, where it is another one."""
        if here is not None:
            self.here = here
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self.display:
            self.read()

    def read(self) -> None:
        """Take from the session what is shown."""

    def on_resize(self) -> None:
        self.look()


class StatusLine(Widget):
    """Line 22: the last thing that happened, or what is wrong; as many lines as its sentence takes, up to three."""

    DEFAULT_CSS = """
    StatusLine { height: 1; color: $foreground; }
    StatusLine > .status--error { color: $error; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--error"}
    sentence = reactive("")
    is_error = reactive(False)

    def show_status(self, sentence: str, *, error: bool = False) -> None:
        """Show ``sentence`` until the next one."""
        self.is_error = error
        self.sentence = sentence

    def watch_sentence(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Take the lines that the sentence needs; nothing is laid out where they stay as many."""
        wanted = min(max(len(self._lines()), 1), _MOST_LINES) if self.size.width else 1
        if self.size.height and wanted != self.size.height:
            self.styles.height = wanted

    def _lines(self) -> list[str]:
        return wrapped(self.sentence, max(self.size.width - 2, 1))

    def render_line(self, y: int) -> Strip:
        style = self.get_component_rich_style("status--error") if self.is_error else self.rich_style
        lines = [self.sentence] if self.size.height == 1 else self._lines()
        text = lines[y] if y < len(lines) else ""
        return line(self.size.width, [(" " + text, style)], self.rich_style)


class KeyLine(Widget):
    """Line 24: the keys that work here, and nothing else; where it is short, the last one and the first ones."""

    DEFAULT_CSS = """
    KeyLine { height: 1; color: $text-muted; }
    KeyLine > .keys--key { color: $foreground; text-style: bold; }
    KeyLine > .keys--first { color: $accent; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--first"}
    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        pieces = list[Piece]()
        first, other = (self.get_component_rich_style(f"keys--{ink}") for ink in ("first", "key"))
        keys = list(self.keys)
        while len(keys) > 1 and sum(len(key) + len(does) + 3 for key, does in keys) > self.size.width:
            del keys[-2]
        for key, does in keys:
            pieces += [(f" {key}", other if pieces else first), (f" {does} ", self.rich_style)]
        return line(self.size.width, pieces, self.rich_style)
