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
from textual.widgets import Input

from tui.base.text import age
from tui.screen.steps.step import Step
from tui.screen.widgets.drawing import line
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.row_list import ListRow, RowList
from tui.storage import drafts
from tui.storage.draft_errors import DraftError
from tui.storage.drafts import ListedDraft

if TYPE_CHECKING:
    from textual.app import App

_NAME_WIDTH = 32
_HELP = "Enter goes on, / searches, r renames, c copies, Del deletes"


def kept(app: "App[None]") -> tuple[ListedDraft, ...]:
    """All drafts on disk but the one that is open here. It reads the disk: to be called in a thread."""
    try:
        found = tuple(drafts.listed())
    except OSError:
        found = ()  # whoever saves will say what is wrong with the disk
    own = getattr(app, "autosave", None)
    return tuple(each for each in found if own is None or each.path != own.path)


class KeptDrafts(Vertical):
    """Offers ``drafts``, and looks for them again after each change; nothing is shown where there is none."""

    DEFAULT_CSS = """
    KeptDrafts { height: auto; margin-top: 1; }
    KeptDrafts > RowList { max-height: 8; margin-top: 1; }
    KeptDrafts > .kept--help { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"kept--help"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Go on with a copy", show=False, id="drafts.copy"),
        Binding("r", "rename", "Rename the draft", show=False, id="drafts.rename"),
        Binding("delete,x", "delete", "Delete the draft", show=False, id="drafts.delete"),
        Binding("slash", "search", "Search the drafts", show=False, id="drafts.search"),
        Binding("escape", "give_up", "Give up", show=False, id="drafts.give-up"),
    ]

    class Wanted(Message):
        """The person wants to go on with a draft, or with a copy of it."""

        def __init__(self, path: Path, *, copy: bool) -> None:
            super().__init__()
            self.path = path
            self.copy = copy

    def __init__(self, drafts: tuple[ListedDraft, ...], *, id: str | None = None) -> None:
        take = Binding("enter", "choose", "Go on with the draft", show=False, id="drafts.open")
        self.rows = RowList(drafts, _row, take, called="Draft")
        super().__init__(self.rows, id=id)
        self._all = drafts
        self._wanted = ""
        self._sure: Path | None = None
        self._to_rename: Path | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action not in {"copy", "rename", "delete", "search"} or self.screen.focused is self.rows

    def on_descendant_focus(self) -> None:
        self.refresh()

    def on_descendant_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        shown = f"{len(self.rows.items)} of " if self._wanted else ""
        said = _HELP if self.rows.has_focus else f"{shown}{len(self._all)} kept, Tab goes there"
        muted = self.get_component_rich_style("kept--help")
        heading = [(" Drafts            ", self.rich_style), (said, muted)]
        return line(self.size.width, [] if y else heading, self.rich_style)

    def _show(self, drafts: tuple[ListedDraft, ...]) -> None:
        if self.is_attached:
            self._all, self._sure = drafts, None
            self._filter()
            self.display = bool(drafts)

    def _filter(self) -> None:
        """Show the drafts whose names have every word that is wanted, in any case."""
        words = self._wanted.casefold().split()
        self.rows.show(
            tuple(each for each in self._all if all(word in each.name.casefold() for word in words))
        )
        self.refresh()

    @on(RowList.Chosen)
    def _go_on(self) -> None:
        self.post_message(self.Wanted(self.rows.here.path, copy=False))

    async def action_give_up(self) -> None:
        if self.query("#row-draft-search") or (
            self._wanted and self._sure is None and not self._is_renaming()
        ):
            await self.query("#row-draft-search").remove()
            self._wanted = ""
            self._filter()
            self.rows.focus()
            self.post_message(Step.Changed("All drafts are shown."))
            return
        if not self._is_renaming() and self._sure is None:
            raise SkipAction
        self._sure = None
        await self.query("#row-draft-title").remove()
        self.rows.focus()
        self.post_message(Step.Changed("The draft stays as it is."))

    def _is_renaming(self) -> bool:
        return bool(self.query("#row-draft-title"))

    async def action_search(self) -> None:
        await self.query("#row-draft-search").remove()
        row = FieldRow(
            "Search",
            TextField(self._wanted, id="draft-search", enter="goes there"),
            "Enter goes to what fits, Esc shows all again.",
            id="row-draft-search",
        )
        await self.mount(row, before=self.rows)
        self.query_one("#draft-search", TextField).focus()

    @on(Input.Changed, "#draft-search")
    def _search_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._wanted = event.value
        self._filter()
        self.query_one("#row-draft-search", FieldRow).show_suffix(
            f"{len(self.rows.items)} of {len(self._all)}"
        )

    @on(Input.Submitted, "#draft-search")
    async def _searched(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        if self.rows.items:
            await self.query("#row-draft-search").remove()
            self.rows.focus()

    def action_copy(self) -> None:
        self.post_message(self.Wanted(self.rows.here.path, copy=True))

    def action_delete(self) -> None:
        draft = self.rows.here
        if self._sure != draft.path:
            self._sure = draft.path
            self.post_message(Step.Changed(f"Delete again deletes “{draft.name}” for good."))
            return
        self._do(lambda: drafts.delete(draft.path), f"“{draft.name}” is deleted.")

    async def action_rename(self) -> None:
        await self.query("#row-draft-title").remove()
        draft = self.rows.here
        self._to_rename = draft.path
        row = FieldRow(
            "New name",
            TextField(draft.name, id="draft-title", enter="renames"),
            "Enter renames it; nothing typed keeps it.",
            id="row-draft-title",
        )
        await self.mount(row)
        self.query_one("#draft-title", TextField).focus()

    @on(Input.Changed, "#draft-title")
    def _name_typed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted, "#draft-title")
    async def _renamed(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        title, path = event.value.strip(), self._to_rename
        await self.query("#row-draft-title").remove()
        self.rows.focus()
        if title and path:
            self._do(lambda: drafts.rename(path, title), f"It is called “{title}” now.")

    def _do(self, work: Callable[[], None], done: str) -> None:
        """Do something to a draft in a thread, say what came of it, and look again."""
        app = self.app

        def run() -> None:
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


def _row(draft: ListedDraft) -> ListRow:
    name = draft.name if len(draft.name) <= _NAME_WIDTH else f"{draft.name[: _NAME_WIDTH - 1]}…"
    text = f"{name:<{_NAME_WIDTH}}  {age(time.time() - draft.saved):<12} "
    return ListRow(((text, ""),), message=_state(draft))


def _state(draft: ListedDraft) -> str:
    if draft.holder is not None:
        return f"open: {drafts.words(draft.holder)}"
    return draft.trouble or (f"at {draft.step}" if draft.step else "")
