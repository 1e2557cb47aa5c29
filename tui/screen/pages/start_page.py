"""The page that a start without options begins with: what this is, and what can be begun or gone on with.

It is one widget that draws its lines. Which rows there are is settled before it is drawn, so that no digit changes
its meaning under a finger; what is known of each comes from the disk a moment later.
"""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingsMap, BindingType
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui import __version__
from tui.base.glyphs import RULE
from tui.base.text import one_line
from tui.screen.steps import STEPS
from tui.screen.widgets.drawing import Piece, line, wrapped
from tui.screen.widgets.frame import KeyLine
from tui.storage.folders import state_path
from tui.workflow.help_text import HelpText
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.workflow.overview import LatestDraft, Overview

_INTRO = ("Outbound voice campaigns on Kore.ai.", " Nothing is sent before step 7.")
_ROOMY = 64
"""Columns from which on what is known stands beside each row; below, in the place for what a row does."""
_TALL = 20
"""Rows from which on groups are set apart."""
_TITLE_LIMIT = 30
_PAGE_KEYS = (("F1", "what is this"), ("F10", "all commands"), ("^C", "quit"))


@dataclass(slots=True)
class StartRow:
    """What can be begun: its ``title``, what it does, what is known of it, and a word at the right end."""

    key: str
    title: str
    does: str
    facts: str = ""
    tag: str = ""
    ink: str = "start--strong"


class StartPage(Widget, can_focus=True):
    """Rows with digits; Enter opens the one of the cursor, a digit its own at once."""

    DEFAULT_CSS = """
    Frame.-start { layout: vertical; }
    StartPage { height: 1fr; }
    StartPage > .start--muted { color: $text-muted; }
    StartPage > .start--strong { text-style: bold; }
    StartPage > .start--digit { color: $accent; text-style: bold; }
    StartPage > .start--here { text-style: bold reverse; }
    StartPage > .start--alarm { color: $error; text-style: bold; }
    StartPage > .start--look { color: $warning; text-style: bold; }
    StartPage > .start--rule { color: $surface-lighten-2; }
    """
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "start--muted", "start--strong", "start--digit", "start--here", "start--alarm", "start--look", "start--rule",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open what the cursor is on", show=False, id="start.open"),
        Binding("up,shift+tab", "move(-1)", show=False, id="start.up"),
        Binding("down,tab", "move(1)", show=False, id="start.down"),
    ]

    class Chosen(Message):
        """A row was opened: its key."""

        def __init__(self, row: str) -> None:
            super().__init__()
            self.row = row

    def __init__(self, session: Session, here: str = "") -> None:
        """``here`` is the step of this session's own campaign, where there is one to go back to."""
        super().__init__(id="start")
        self.session = session
        self.rows = rows(session, here)
        self.at = 0
        self.tested = ""
        digits = [
            Binding(str(number), f"open({number - 1})", row.title, show=False, id=f"start.{row.key}")
            for number, row in enumerate(self.rows, 1)
        ]
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(digits)])

    def on_mount(self) -> None:
        self.screen.add_class("-start")
        self.screen.query_one(KeyLine).keys = self.keys()
        self.focus()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """What the last line says."""
        return (("Enter", "opens"), (f"1-{len(self.rows)}", "at once"), *_PAGE_KEYS)

    def show(self, known: "Overview") -> None:
        """Say what is known by now."""
        facts = {"receipts": known.sent, "connections": known.profiles}
        if known.draft is not None:
            facts["draft"] = _facts(known.draft)
        for row in self.rows:
            row.facts = facts.get(row.key, row.facts)
            if row.key == "draft" and known.draft is not None:
                row.title = f"Go on with {one_line(known.draft.name)}"
            elif row.key == "receipts" and known.is_doubtful:
                row.tag, row.ink = "look", "start--look"
        self.tested = known.tested
        if self.is_attached:
            self.refresh()

    def explain(self) -> HelpText:
        """What F1 says."""
        here = self.rows[self.at]
        return HelpText("Start", (" ".join(map(str.strip, _INTRO)), f"{here.title}: {here.does}", _ABOUT))

    @property
    def cursor_place(self) -> Offset:
        """Where the terminal's cursor stands: on the mark of the row one is at."""
        return self.region.offset + Offset(1, self._layout().index(self.at))

    def action_move(self, by: int) -> None:
        self.at = (self.at + by) % len(self.rows)
        self.refresh()

    def action_open(self, at: int = -1) -> None:
        if at >= 0:
            self.at = at
            self.refresh()
        self.post_message(self.Chosen(self.rows[self.at].key))

    def on_click(self, event: Click) -> None:
        event.stop()
        layout = self._layout()
        if event.y < len(layout) and isinstance(at := layout[event.y], int):
            self.action_open(at)

    def _layout(self) -> "list[int | str]":
        """What stands in each line: a row by its number, or a name."""
        if self.size.height < _TALL:
            return ["head", "rule", "intro", *range(len(self.rows)), "does", "does"]
        found: list[int | str] = ["head", "rule", "intro", "", ""]
        for at, row in enumerate(self.rows):
            found += [""] * (row.key in {"receipts", "connections"})
            found.append(at)
        return [*found, "", "", "", "does", "does", "does"]

    def render_line(self, y: int) -> Strip:
        width, layout = self.size.width, self._layout()
        what = layout[y] if y < len(layout) else ""
        return line(width, self._pieces(what, y, layout, width), self.rich_style)

    def _pieces(self, what: int | str, y: int, layout: "list[int | str]", width: int) -> list[Piece]:
        muted = self.get_component_rich_style("start--muted")
        strong = self.get_component_rich_style("start--strong")
        if isinstance(what, int):
            return self._row(what, width)
        if what == "head":
            right = ", ".join(filter(None, (self.session.connection.profile, self.tested)))
            left = f" {__version__}"
            gap = width - len(" kore-campaign") - len(left) - len(right) - 1
            return [
                (" kore-campaign", strong), (left, muted), (" " * max(gap, 1), self.rich_style), (right, muted)
            ]  # fmt: skip
        if what == "rule":
            return [(RULE * width, self.get_component_rich_style("start--rule"))]
        if what == "intro":
            return [(f"  {_INTRO[0]}", strong), (_INTRO[1], muted)]
        if what == "does":
            said = self._said(width)
            at = y - layout.index("does")
            return [(f"  {said[at]}" if at < len(said) else "", muted)]
        return []

    def _said(self, width: int) -> list[str]:
        row = self.rows[self.at]
        facts = f"{row.facts}. " if row.facts and width < _ROOMY else ""
        return wrapped(f"{facts}{row.does}", max(width - 4, 1))

    def _row(self, at: int, width: int) -> list[Piece]:
        row, is_here = self.rows[at], at == self.at
        blank, muted = self.rich_style, self.get_component_rich_style("start--muted")
        strong = self.get_component_rich_style("start--here" if is_here else "start--strong")
        room = _TITLE_LIMIT if width < 100 else 40
        title = one_line(row.title, limit=room if width >= _ROOMY else max(width - 8, 1))
        pieces: list[Piece] = [
            (f" {'>' if is_here else ' '} ", strong),
            (f"{at + 1}", self.get_component_rich_style("start--digit")),
            ("  ", blank),
            (title, strong if is_here else blank),
        ]
        if width >= _ROOMY:
            left = width - 6 - room - 2 - len(row.tag) - 2
            facts = one_line(row.facts, limit=max(left - 1, 1))
            pieces += [
                (" " * (room - len(title) + 2), blank),
                (facts, muted),
                (" " * (left - len(facts)), blank),
            ]
            pieces += [(row.tag, self.get_component_rich_style(row.ink))]
        return pieces


_ABOUT = (
    "Enter opens the row of the cursor, a digit its own at once. All that is said here is on this machine's disk: "
    "no secret is read and nothing is sent before a row is opened. Whatever is begun is saved by itself. F2 or the "
    "menu (F10) brings you back to this page from any step, and nothing is lost."
)


def rows(session: Session, here: str = "") -> list[StartRow]:
    """What can be begun now. Where nothing is kept there is nothing to go on with."""
    name, production = session.connection.profile, session.access.is_production
    found = []
    if here:
        title = f"Go on with {one_line(session.draft.name)}" if session.draft.name else "Back to the campaign"
        found.append(StartRow("back", title, "Goes on where you left it. Saved by itself.", f"at {here}"))
    elif has_drafts():
        does = "Goes on where you left it. Saved by itself; nothing of it was sent."
        found.append(StartRow("draft", "Go on with the latest draft", does))
    return [
        *found,
        StartRow(
            "new",
            f"New campaign on {name}" if name else "New campaign",
            "Seven steps, from the connection to the create; you can leave at each and go on later.",
            f"{session.connection.host}, {session.api}" if name else "you choose practice or Kore.ai first",
            "PRODUCTION" if production else "",
            "start--alarm",
        ),
        StartRow(
            "receipts",
            "Campaigns and receipts …",
            "Every create that was sent from here, what came of it, and a new campaign with the same content.",
        ),
        StartRow(
            "practise",
            "Practise",
            "A platform inside this program that judges like the real one. Make mistakes: nothing can happen.",
            "all as in earnest, nobody is called",
        ),
        StartRow(
            "connections",
            "Connections …",
            "Your profiles: choose one, test it, add one, change it; and all drafts that were kept.",
        ),
    ]


def _facts(draft: "LatestDraft") -> str:
    """What is known of a draft, with the step as the rail names it: it stands in what is left of a line."""
    short = next((each.short for each in STEPS if each.title == draft.step), "")
    at = f"at {short}" if short else ""
    return draft.trouble or ", ".join(filter(None, (draft.age, at, draft.problems)))


def has_drafts() -> bool:
    """Whether any draft is kept; reads no more than one name."""
    try:
        with os.scandir(state_path() / "drafts") as entries:
            return any(
                each.name.startswith("draft-") and each.name.endswith((".draft", ".json")) for each in entries
            )
    except OSError:
        return False
