"""The drafts that were kept, on the first screen: go on with one, rename it, delete it."""

import contextlib
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.base.text import age
from tui.screen.steps.step import Step
from tui.screen.widgets.drawing import line

if TYPE_CHECKING:
    from textual.app import App

    from tui.storage.drafts import Listed

_NAME_WIDTH, _SHOWN = 32, 8
_HELP = "Enter goes on with it, r renames it, Delete deletes it, c takes a copy"


class DraftRows(Widget, can_focus=True):
    """One line a draft; it can't be focused while there is none."""

    DEFAULT_CSS = """
    DraftRows { height: auto; }
    DraftRows > .kept--here { text-style: bold reverse; }
    DraftRows > .kept--help { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"kept--here", "kept--help"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Draft above", show=False, id="drafts.up"),
        Binding("down", "move(1)", "Draft below", show=False, id="drafts.down"),
        Binding("enter", "open(False)", "Go on with the draft", show=False, id="drafts.open"),
        Binding("c", "open(True)", "Go on with a copy", show=False, id="drafts.copy"),
        Binding("r", "rename", "Rename the draft", show=False, id="drafts.rename"),
        Binding("delete,x", "delete", "Delete the draft", show=False, id="drafts.delete"),
    ]

    class Rename(Message):
        """The draft is to have another name."""

    class Delete(Message):
        """The draft is to be deleted."""

    def __init__(self, drafts: "tuple[Listed, ...]") -> None:
        super().__init__()
        self.drafts = drafts
        self.at = 0

    @property
    def chosen(self) -> "Listed":
        """The draft one is at."""
        return self.drafts[self.at]

    def show(self, drafts: "tuple[Listed, ...]") -> None:
        """Show other drafts; the height follows."""
        self.drafts = drafts
        self.at = max(min(self.at, len(drafts) - 1), 0)
        self.can_focus = bool(drafts)
        if not drafts and self.has_focus:
            self.app.action_focus_previous()
        self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """A heading, and a line for each draft that is shown."""
        return 1 + min(len(self.drafts), _SHOWN) if self.drafts else 0

    def action_move(self, by: int) -> None:
        """Move to the draft above or below; past the ends to the next field."""
        if not 0 <= self.at + by < len(self.drafts):
            move = self.app.action_focus_next if by > 0 else self.app.action_focus_previous
            move()
            return
        self.at += by
        self.refresh()

    def action_open(self, copy: bool) -> None:
        """Ask for the draft to be opened."""
        self.post_message(KeptDrafts.Wanted(self.chosen.path, copy=copy))

    def action_rename(self) -> None:
        """Ask for a name."""
        self.post_message(self.Rename())

    def action_delete(self) -> None:
        """Ask for it to be deleted."""
        self.post_message(self.Delete())

    def on_focus(self) -> None:
        """Show where one is."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that one left."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the heading, or one draft."""
        width, blank = self.size.width, self.rich_style
        help_style = self.get_component_rich_style("kept--help")
        if y == 0:
            said = _HELP if self.has_focus else f"{len(self.drafts)} kept, Tab goes there"
            return line(width, [(" Drafts            ", blank), (said, help_style)], blank)
        first = max(min(self.at - _SHOWN // 2, len(self.drafts) - _SHOWN), 0)
        at = first + y - 1
        if at >= len(self.drafts):
            return Strip.blank(width, blank)
        draft, here = self.drafts[at], self.has_focus and at == self.at
        name = draft.name if len(draft.name) <= _NAME_WIDTH else f"{draft.name[: _NAME_WIDTH - 1]}…"
        style = self.get_component_rich_style("kept--here") if here else blank
        row = f"{'>' if here else ' '}{name:<{_NAME_WIDTH}}  {age(time.time() - draft.saved):<12} "
        return line(width, [(row, style), (_state(draft), help_style)], blank)


def kept(app: "App[None]") -> "tuple[Listed, ...]":
    """All drafts on disk but the one that is open here. It reads the disk: to be called in a thread."""
    from tui.storage import drafts  # behind the first screen

    try:
        found = tuple(drafts.listed())
    except OSError:
        found = ()  # whoever saves will say what is wrong with the disk
    own = getattr(app, "keeper", None)
    return tuple(each for each in found if own is None or each.path != own.path)


class KeptDrafts(Vertical):
    """Offers ``drafts``, and looks for them again after each change; nothing is shown where there is none."""

    DEFAULT_CSS = """
    KeptDrafts { height: auto; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Give up", show=False, id="drafts.give-up"),
    ]

    class Wanted(Message):
        """The person wants to go on with a draft, or with a copy of it."""

        def __init__(self, path: Path, *, copy: bool) -> None:
            super().__init__()
            self.path = path
            self.copy = copy

    def __init__(self, drafts: "tuple[Listed, ...]", *, id: str | None = None) -> None:
        super().__init__(DraftRows(drafts), id=id)
        self._sure: Path | None = None

    def _show(self, drafts: "tuple[Listed, ...]") -> None:
        if self.is_attached:
            self._sure = None
            self.query_one(DraftRows).show(drafts)

    async def action_give_up(self) -> None:
        """Close the field for a new name, or delete nothing."""
        if not self.query("#row-draft-title") and self._sure is None:
            raise SkipAction
        self._sure = None
        await self.query("#row-draft-title").remove()
        self.query_one(DraftRows).focus()
        self.post_message(Step.Changed("The draft stays as it is."))

    @on(DraftRows.Delete)
    def _ask_to_delete(self) -> None:
        rows = self.query_one(DraftRows)
        draft = rows.chosen
        if self._sure != draft.path:
            self._sure = draft.path
            self.post_message(Step.Changed(f"Delete again deletes “{draft.name}” for good."))
            return
        from tui.storage import drafts

        self._do(lambda: drafts.delete(draft.path), f"“{draft.name}” is deleted.")

    @on(DraftRows.Rename)
    async def _ask_for_a_name(self) -> None:
        from tui.screen.widgets.field_row import FieldRow  # only here
        from tui.screen.widgets.inputs import TextField

        await self.query("#row-draft-title").remove()
        draft = self.query_one(DraftRows).chosen
        row = FieldRow(
            "New name", TextField(draft.name, id="draft-title"), "Enter renames it; nothing typed keeps it.",
            id="row-draft-title",
        )  # fmt: skip
        await self.mount(row)
        self.query_one("#draft-title", TextField).focus()

    @on(Input.Changed, "#draft-title")
    def _name_typed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted, "#draft-title")
    async def _renamed(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        from tui.storage import drafts

        rows, title = self.query_one(DraftRows), event.value.strip()
        path = rows.chosen.path
        await self.query("#row-draft-title").remove()
        rows.focus()
        if title:
            self._do(lambda: drafts.rename(path, title), f"It is called “{title}” now.")

    def _do(self, work: Callable[[], None], done: str) -> None:
        """Do something to a draft in a thread, say what came of it, and look again."""
        app = self.app

        def run() -> None:
            from tui.storage.draft_text import DraftError

            try:
                work()
                said = Step.Changed(done)
            except DraftError as refused:
                said = Step.Changed(f"The draft {refused}.", error=True)
            except OSError as failed:
                said = Step.Changed(f"The draft stays as it is: {failed.strerror or failed}.", error=True)
            with contextlib.suppress(RuntimeError):  # the wizard may be gone already
                app.post_message(said)
            found = kept(app)
            with contextlib.suppress(RuntimeError):
                app.call_later(self._show, found)

        threading.Thread(target=run, daemon=True, name="drafts").start()


def _state(draft: "Listed") -> str:
    from tui.storage.drafts import words

    if draft.holder is not None:
        return f"open: {words(draft.holder)}"
    return draft.trouble or (f"at {draft.step}" if draft.step else "")
