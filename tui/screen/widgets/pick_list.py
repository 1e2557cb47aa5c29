"""A list of things one of which is used: Up and Down look at one, Enter uses it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line

_MOST_SHOWN = 7


@dataclass(frozen=True, slots=True)
class Pick:
    """One line: what stands for it inside, what is shown of it, and in words what is special about it."""

    key: str
    title: str
    detail: str = ""
    mark: str = ""


class PickList(Widget, can_focus=True):
    """At most seven lines are shown at once; ``*`` stands before the one that is used, ``>`` where one is."""

    DEFAULT_CSS = """
    PickList { height: auto; margin: 0 1; }
    PickList > .picks--here { text-style: bold; }
    PickList:focus > .picks--here { text-style: bold reverse; }
    PickList > .picks--detail { color: $text-muted; }
    PickList > .picks--mark { color: $warning; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"picks--here", "picks--detail", "picks--mark"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="picks.up"),
        Binding("down", "move(1)", "Line below", show=False, id="picks.down"),
        Binding("enter,space", "use", "Use it", show=False, id="picks.use"),
    ]

    class Looked(Message):
        """Another line is looked at."""

    class Used(Message):
        """The line that is looked at is to be used."""

    def __init__(self, picks: tuple[Pick, ...], used: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.picks = picks
        self.used = used
        self._at = next((at for at, each in enumerate(picks) if each.key == used), 0)

    @property
    def here(self) -> Pick:
        """The line that is looked at."""
        return self.picks[self._at]

    def show(self, picks: tuple[Pick, ...], used: str, here: str = "") -> None:
        """Show other lines, looking at ``here`` where it is among them."""
        self.picks, self.used = picks, used
        known = next((at for at, each in enumerate(picks) if each.key == here), self._at)
        self._at = min(known, len(picks) - 1)
        self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """One line each, as far as they are shown."""
        return min(len(self.picks), _MOST_SHOWN)

    def action_move(self, by: int) -> None:
        """Look at the line above or below; past the ends to the next field."""
        if not 0 <= self._at + by < len(self.picks):
            move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
            move()
            return
        self._at += by
        self.refresh()
        self.post_message(self.Looked())

    def action_use(self) -> None:
        """Use the line that is looked at."""
        self.post_message(self.Used())

    def on_click(self, event: Click) -> None:
        """Look at what was clicked; a second click uses it."""
        at = self._first() + event.y
        if at < len(self.picks):
            again, self._at = at == self._at, at
            self.refresh()
            self.post_message(self.Used() if again else self.Looked())

    def on_focus(self) -> None:
        """Show where one is."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that one left."""
        self.refresh()

    def _first(self) -> int:
        """The first line that is shown."""
        return min(max(self._at - _MOST_SHOWN // 2, 0), max(len(self.picks) - _MOST_SHOWN, 0))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        blank, at = self.rich_style, self._first() + y
        if at >= len(self.picks):
            return Strip.blank(self.size.width, blank)
        pick, here = self.picks[at], at == self._at
        sign = f"{'>' if here and self.has_focus else ' '}{'*' if pick.key == self.used else ' '}"
        ink = self.get_component_rich_style("picks--here") if here else blank
        pieces = [
            (f"{sign} {pick.title:<20.20}", ink),
            (f" {pick.detail:<34.34} ", self.get_component_rich_style("picks--detail")),
            (pick.mark, self.get_component_rich_style("picks--mark")),
        ]
        return line(self.size.width, pieces, blank)
