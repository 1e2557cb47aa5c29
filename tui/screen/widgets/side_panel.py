"""The right of a wide window: the campaign in a sentence, and its JSON with what the focused field writes marked."""

from typing import ClassVar

from textual.strip import Strip

from tui.base.glyphs import BAR, EDGE
from tui.campaign.gist import gist
from tui.campaign.serialize import with_gaps
from tui.screen.widgets.drawing import Piece, line, wrapped
from tui.screen.widgets.frame import Aside
from tui.screen.widgets.json_lines import JsonLine, fitted, top_of
from tui.workflow.open_problems import open_problems
from tui.workflow.session import Session

_MARGIN = 3
"""Cells before the JSON: the edge, the bar, the mark of what is wrong."""
_Row = tuple[tuple[str, str], ...]
"""The pieces of a row, each with what draws it."""
_SENTENCE_ROWS = 6
"""Rows of the sentence, though it be shorter: the JSON stays where it is."""


class SidePanel(Aside):
    """What the campaign will do, and what is sent for it.

    | class | meaning |
    | :- | :- |
    | `panel--title` | the names of the two parts |
    | `panel--name` | the campaign's name |
    | `panel--key` | the keys of the JSON |
    | `panel--own` | those of what the focused field writes, and the bar beside it |
    | `panel--wrong` | the mark beside what stops the campaign |
    | `panel--edge` | the line at the left |
    """

    DEFAULT_CSS = """
    SidePanel { dock: right; width: 38; }
    SidePanel > .panel--title { text-style: bold; color: $text-muted; }
    SidePanel > .panel--name { text-style: bold; }
    SidePanel > .panel--key { color: $accent; }
    SidePanel > .panel--own { color: $accent; text-style: bold; }
    SidePanel > .panel--wrong { color: $error; text-style: bold; }
    SidePanel > .panel--edge { color: $surface-lighten-2; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel--title", "panel--name", "panel--key", "panel--own", "panel--wrong", "panel--edge", "panel--text",
    }  # fmt: skip

    def __init__(self, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._rows: list[_Row] = []
        self._top = 0

    def read(self) -> None:
        """Lay out what there is to say, and draw it where it is other than before."""
        said = self._sentence()
        rows = [*said, *self._json(self.size.height - len(said))]
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    def _sentence(self) -> list[_Row]:
        width = max(self.size.width - _MARGIN, 1)
        name, sentence = gist(self._session.draft, self._session.api)
        rows: list[_Row] = [((" THIS CAMPAIGN", "title"),), ((f" {name}", "name"),)]
        rows += [((f" {each}", "text"),) for each in wrapped(sentence, width)]
        return [*rows, *[()] * (_SENTENCE_ROWS + 3 - len(rows))]

    def _json(self, height: int) -> list[_Row]:
        """The JSON in ``height`` rows, with its title: the part of it in which something is marked."""
        session, room = self._session, height - 1
        document = with_gaps(session.draft, session.api)
        is_whole = self.screen.has_class("-vast")
        lines = fitted(document, self.size.width - _MARGIN, room, is_whole=is_whole)
        fields = [
            each for each in session.draft.type.fields if (each.step, each.key) == (self.step, self.here)
        ]
        marked = [at for at, each in enumerate(lines) if fields and any(map(fields[0].holds, each.paths))]
        self._top = top = top_of(marked, self._top, room, len(lines))
        wrong = {each.field for each in open_problems(session, self.step).found if each.is_error}
        shown = range(top, min(top + room, len(lines)))
        part = f"  lines {top + 1}-{shown.stop} of {len(lines)}" if len(shown) < len(lines) else ""
        rows = [_row(lines[at], is_marked=at in marked, is_wrong=_shows(lines[at], wrong)) for at in shown]
        return [((" JSON", "title"), (part, "text")), *rows]

    def render_line(self, y: int) -> Strip:
        pieces: list[Piece] = [(EDGE, self.get_component_rich_style("panel--edge"))]
        for text, ink in self._rows[y] if y < len(self._rows) else ():
            pieces.append((text, self.get_component_rich_style(f"panel--{ink}")))
        return line(self.size.width, pieces, self.rich_style)


def _row(shown: JsonLine, *, is_marked: bool, is_wrong: bool) -> _Row:
    key = "own" if is_marked else "key"
    keys = ((part.text, key if part.is_key else "text") for part in shown.parts)
    return (
        (BAR if is_marked else " ", "own"),
        ("!" if is_wrong else " ", "wrong"),
        (" " * shown.indent, "text"),
        *keys,
    )


def _shows(shown: JsonLine, wrong: set[str]) -> bool:
    """Whether it shows something of a value at one of the paths in ``wrong``."""
    return any(
        path == each or path.startswith((f"{each}.", f"{each}[")) for each in wrong for path in shown.paths
    )
