"""The Textual app: the frame, the order of the steps, the keys, and the ways out."""

import contextlib
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Event, Key, MouseEvent, Paste, Resize
from textual.filter import LineFilter
from textual.geometry import Offset
from textual.screen import Screen

from tui.base.idle import Idle
from tui.base.terminal import Terminal
from tui.base.text import one_line
from tui.screen import on_demand
from tui.screen.pages.start_page import StartPage
from tui.screen.runtime.cursor import CursorKeeper
from tui.screen.runtime.form_travel import go_to_problem, show_travelled
from tui.screen.runtime.frame_view import BROAD, VAST, FrameView
from tui.screen.runtime.key_queue import KeyQueue
from tui.screen.runtime.paste_guard import kept_out
from tui.screen.runtime.save_timer import SaveTimer, not_saved
from tui.screen.runtime.small_window import SMALLEST, SmallWindowGuard
from tui.screen.runtime.startup import USUAL_CLASSES, refresh_styles
from tui.screen.runtime.ways_out import WaysOut
from tui.screen.steps import STEPS, StepEntry, number
from tui.screen.steps.step import Step, show_status
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.filters import filters
from tui.screen.widgets.frame import Frame, Heading, KeyLine, StatusLine
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.themes import apply_theme
from tui.workflow.access import Destination
from tui.workflow.autosave import Autosave
from tui.workflow.session import Session

_USUAL = 60
"""Columns from which on fields stand beside their labels."""
_HIGH = 30
"""Lines from which on blank ones stand within a form that needs all of the usual ones."""
_FIRST_SCREEN_SECONDS = 0.1
"""How long the first screen has the machine to itself, before the rest is loaded in a thread."""
if TYPE_CHECKING:
    from tui.screen.pages.lock_screen import IdleLock
    from tui.screen.steps.kept_drafts import KeptDrafts
    from tui.screen.widgets.actions import Action
    from tui.workflow.overview import Overview

_MOVES = frozenset({"next_step", "previous_step", "review", "start_page", "undo", "redo", "problem"})
_ASIDES = frozenset({"explain", "menu"})


class WizardApp(App[None]):
    """Walks through the steps; every decision is made below it.

    ``start_practice`` starts the practice platform into the session (in a thread); ``load_rest`` loads what
    later steps need (in a thread, once the first screen stands); ``autosave`` saves the session, and says where a
    draft that is resumed was left. ``keymap`` has other keys for bindings, by their ids. With ``overview`` it begins
    with the start page, which says what that finds on disk (in a thread); without, with a step.
    """

    TITLE = "kore-campaign"
    CSS = "Screen { layers: default over; background: $background; color: $foreground; }"
    """One background and no borders: few cells differ from one step to the next, and from a page that lies over it."""
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [
        (0, "-small"), (SMALLEST[0], "-narrow"), (_USUAL, "-usual"), (BROAD, "-broad"), (VAST, "-vast"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-tall"), (_HIGH, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f8", "next_step", "next", id="app.next", priority=True, key_display="^N"),
        Binding("ctrl+p,f7", "previous_step", "back", id="app.back", priority=True, key_display="^P"),
        Binding("escape", "nothing_to_close", show=False, id="app.escape"),
        Binding("ctrl+r", "review", "review", id="app.review", priority=True, key_display="^R"),
        Binding("ctrl+o", "undo", "Take the last change back", show=False, id="app.undo", priority=True),
        Binding("ctrl+y", "redo", "Do it again", show=False, id="app.redo", priority=True),
        Binding("f4,ctrl+g", "problem(1)", "Next problem", show=False, id="app.problem", priority=True),
        Binding("f1,question_mark", "explain", "help", id="app.help", key_display="F1"),
        Binding("f10,m", "menu", "menu", id="app.menu", key_display="F10 m", system=True),
        Binding("f2", "start_page", "Start page", show=False, id="app.start", key_display="F2"),
        Binding("ctrl+c", "ask_leave", "quit", id="app.leave", priority=True, key_display="^C"),
        Binding("ctrl+q", "ask_leave", show=False, id="app.leave-too", priority=True),
        Binding("ctrl+z", "pause", show=False, id="app.pause", priority=True),
        Binding("ctrl+l", "repaint", show=False, id="app.repaint", priority=True),
    ]

    def __init__(
        self,
        session: Session,
        *,
        start_practice: Callable[[Session], None],
        load_rest: Callable[[], None],
        terminal: Terminal = Terminal(),
        idle: Idle | None = None,
        autosave: Autosave | None = None,
        keymap: Mapping[str, str] | None = None,
        overview: "Callable[[], Overview] | None" = None,
    ) -> None:
        super().__init__()
        if keymap:
            self.set_keymap(dict(keymap))
        self.animation_level = "none"
        apply_theme(self, terminal)
        self._gates = filters(terminal)
        self.session = session
        self.autosave = autosave or Autosave(session)
        self.cursor = CursorKeeper(self)
        self.small_window = SmallWindowGuard(self)
        self.frame_view = FrameView(self)
        self.saves = SaveTimer(self, self.autosave, where=self.where, trouble_changed=self._saving_changed)
        self.ways_out = WaysOut(
            self,
            losses=self.autosave.losses,
            save=self.saves.now,
            show_status=self._say_leaving,
        )
        self.key_queue = KeyQueue(self, super().on_event, before=self._key_pressed, takes=self._takes)
        title, self._first_field = self.autosave.at
        self.at = number(title) if title else 0
        self._start_practice = start_practice
        self._load_rest = load_rest
        self._overview = overview
        self._idle = idle or Idle()
        self._lock: IdleLock | None = None
        self._last_field: dict[str, str] = {}
        self._practice_asked = False

    # --- the frame

    def compose(self) -> ComposeResult:
        if self._overview is None:
            yield Heading(id="heading")
            yield STEPS[self.at].make(self.session)
        else:
            yield StartPage(self.session)
        yield StatusLine(id="status")
        if self._overview is None:
            yield ButtonBar(id="buttons")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self.call_later(self.action_repaint))
        if self.start_page is None:
            self.session.campaign.visited.add(STEPS[self.at].title)
            self.update_frame()
            self.step.focus_on_entry(self._first_field)
        if self.session.notice:
            self.frame.query_one(StatusLine).show_status(self.session.notice)
        if self.session.place is Destination.PRACTICE:
            self.call_after_refresh(self.want_practice)
        if (left := self._idle.seconds_left) is not None:
            self.set_timer(left, self.look_whether_idle)
        self.set_timer(_FIRST_SCREEN_SECONDS, threading.Thread(target=self._load_behind, daemon=True).start)

    def _load_behind(self) -> None:
        """Load the rest, in a thread; then begin where an earlier run left something in doubt."""
        self._load_rest()
        self._look_around()
        if self.session.submissions.unresolved():
            with contextlib.suppress(RuntimeError):  # the app has ended in the meantime
                self.call_later(self._begin_in_doubt)

    def _begin_in_doubt(self) -> None:
        if self.at == 0 and not self.session.submissions.all:
            self.go(number("Submit"))

    def on_resize(self, event: Resize) -> None:
        self.small_window.resized(event.size)
        self.frame_view.add_asides(event.size.width)

    def get_default_screen(self) -> Frame:
        return Frame(id="_default", classes=USUAL_CLASSES)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles again, for another theme."""
        refresh_styles(self, super().refresh_css, animate=animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let through only what is printable and what the terminal can show, whatever a widget draws."""
        return [*super().get_line_filters(), *self._gates]

    @property
    def frame(self) -> Screen[Any]:
        """What is below whatever lies over the step: a page of help or a question."""
        return self.screen_stack[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if len(self.screen_stack) < 2:
            return action not in _MOVES or not self.screen_stack or self.start_page is None
        return action not in _MOVES and not (action in _ASIDES and getattr(self.screen, "covers", False))

    @property
    def entry(self) -> StepEntry:
        """The step one is at."""
        return STEPS[self.at]

    @property
    def step(self) -> Step:
        """The step that is shown; looked for without the toolkit's cache, which keeps the steps that were left."""
        return self.screen_stack[0].query_children(Step).first()

    def has_step(self) -> bool:
        """Whether a step is shown: none is while one takes another's place, nor when the wizard ends."""
        return self.is_running and bool(self.screen_stack) and bool(self.frame.query_children(Step))

    def update_frame(self) -> None:
        """Read the session again for everything around the step."""
        self.saves.soon()
        if not self.has_step():
            return
        self.session.campaign.form.note(is_typed=isinstance(self.focused, TextField))
        self.frame_view.update()

    @on(Step.Changed)
    def _session_changed(self, event: Step.Changed) -> None:
        if event.said and self.is_running and self.screen_stack:
            self.frame.query_one(StatusLine).show_status(event.said, error=event.error)
        self.update_frame()

    # --- moving through the steps

    def go(self, at: int, key: str = "", said: str = "") -> None:
        """Show step ``at`` with the focus on the field ``key``, and say ``said``; what was typed is in the session."""
        if 0 <= at < len(STEPS):
            self.remember_focus()
            self.key_queue.hold()
            self._show_step(at, key, said)

    @work(exclusive=True, group="steps")
    async def _show_step(self, at: int, key: str, said: str) -> None:
        entry = STEPS[at]
        step = entry.make(self.session)
        self.at = at
        self.session.campaign.visited.add(entry.title)
        with self.batch_update():
            if (page := self.start_page) is not None:
                await on_demand.start_ways(self).leave(page)
                self.frame_view.add_asides(self.size.width)
            else:
                said = said or self.step.last_words
                await self.step.remove()
            await self.screen_stack[0].mount(step, before="#status")
            self.frame.query_one("#buttons", ButtonBar).help = ""
            step.focus_on_entry(key or self._last_field.get(entry.title, ""))
            self.frame.query_one(StatusLine).show_status(said)
            self.update_frame()
        self.key_queue.release()

    @property
    def start_page(self) -> StartPage | None:
        """The start page, while it is shown."""
        screens = self.screen_stack[:1]  # none once the app has ended
        return next((page for screen in screens for page in screen.query_children(StartPage)), None)

    def _look_around(self) -> None:
        """Tell the start page what is on disk, in a thread."""
        if self._overview is not None and (page := self.start_page) is not None:
            known = self._overview()
            with contextlib.suppress(RuntimeError):  # the app has ended in the meantime
                self.call_later(page.show, known)

    def action_start_page(self) -> None:
        self.remember_focus()
        self.key_queue.hold()
        self._show_start_page()

    @work(exclusive=True, group="steps")
    async def _show_start_page(self) -> None:
        with self.batch_update():
            await on_demand.start_ways(self).show()
        self.key_queue.release()
        threading.Thread(target=self._look_around, daemon=True).start()

    def on_start_page_chosen(self, event: StartPage.Chosen) -> None:
        on_demand.start_ways(self).open(event.row)

    def remember_focus(self) -> None:
        """Keep which field one was in, for coming back."""
        if not self.has_step():
            return
        if self.focused is not None and self.focused.id and self.step in self.focused.ancestors:
            self._last_field[self.entry.title] = self.step.place_of(self.focused)

    @on(Step.ProgressChanged)
    def _progress_changed(self) -> None:
        self.session.submissions.start_follow_up(lambda: self.post_message(Step.ProgressChanged()))
        self.session.show_refusals()
        if not self.has_step():
            return
        self.step.progress_changed()
        self.update_frame()
        shown = self.session.submissions.current
        if shown is not None and self.entry.title != "Submit":
            said = (
                shown.outcome.message if shown.outcome else "A create is on its way; the last step shows it."
            )
            self.frame.query_one(StatusLine).show_status(one_line(said))

    @on(Step.ReceiptsWanted)
    def _receipts_wanted(self) -> None:
        if self.has_step():
            self.push_screen(on_demand.receipts(self.session), self.step.begin_from)

    @on(Step.Jump)
    def _jump(self, event: Step.Jump) -> None:
        self.go(number(event.title), event.key)

    def action_next_step(self) -> None:
        self.go(self.at + 1)

    def action_previous_step(self) -> None:
        if self.at == 0:
            self.frame.query_one(StatusLine).show_status("This is the first step. Ctrl+C leaves.")
        else:
            self.go(self.at - 1)

    def action_review(self) -> None:
        self.go(number("Review"))

    def action_problem(self, by: int) -> None:
        go_to_problem(self, by)

    def action_step(self, at: int) -> None:
        self.go(at - 1)

    def action_undo(self) -> None:
        show_travelled(self, self.session.campaign.form.undo())

    def action_redo(self) -> None:
        show_travelled(self, self.session.campaign.form.redo())

    @on(ButtonBar.Pressed, "#buttons")
    def _button_pressed(self, event: ButtonBar.Pressed) -> None:
        if event.title == "Help":
            self.action_explain(self._last_field.get(self.entry.title, ""))
        else:
            self.go(self.at + (1 if event.title == "Next" else -1))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self.session.campaign.form.leave()
        if self.has_step() and event.widget.id and self.step in event.widget.ancestors:
            self._last_field[self.entry.title] = self.step.place_of(event.widget)
            self.frame_view.look_aside(event.widget)
        if self.screen_stack and self.screen is self.frame:
            self.update_frame()

    def action_explain(self, key: str = "") -> None:
        if (page := self.start_page) is not None:
            self.push_screen(on_demand.help_panel(self, page.explain()))
            return
        at = self.focused
        here = self.step.place_of(at) if at and self.step in at.ancestors else ""
        said = self.step.explain(key or here)
        self.push_screen(on_demand.help_panel(self, said))

    def action_menu(self) -> None:
        self.push_screen(on_demand.menu(self), self._do)

    async def _do(self, chosen: "Action | None") -> None:
        if chosen is not None and chosen.run is not None:
            chosen.run()
        elif chosen is not None and (chosen.node is self or chosen.node.is_attached):
            await self.run_action(chosen.action, chosen.node)

    def on_connection_step_practice_wanted(self) -> None:
        self.want_practice()

    def want_practice(self) -> None:
        """Start the practice platform, once."""
        if not self._practice_asked:
            self._practice_asked = True
            threading.Thread(target=self._run_practice, daemon=True).start()
        self.update_frame()

    def _run_practice(self) -> None:
        self._start_practice(self.session)
        self.post_message(Step.ProgressChanged())

    def look_whether_idle(self) -> None:
        """Cover the screen when nobody has pressed a key for too long."""
        if self._lock is None:
            self._lock = on_demand.idle_lock(self, self.session, self._idle)
        self._lock.look()

    # --- keys, and the cursor

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key | Paste | MouseEvent):
            self.saves.soon()
        await self.key_queue.take(event)

    @on(KeyQueue.Settled)
    async def _key_settled(self, message: KeyQueue.Settled) -> None:
        await self.key_queue.settled(message)

    def _key_pressed(self, key: Key) -> None:  # noqa: ARG002
        self._idle.key()
        self.saves.soon()

    def _takes(self, event: Event) -> bool:
        return self.ways_out.takes(event) and self.small_window.takes(event) and not kept_out(self, event)

    @property
    def cursor_position(self) -> Offset:
        """Where the toolkit leaves the cursor behind each frame it draws."""
        return self.cursor.place() or Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, value: Offset) -> None:
        """Fields of the toolkit tell it here; the place is asked for when it is needed instead."""

    def post_display_hook(self) -> None:
        if self._running and not self._closed and self._driver is not None:
            self._driver.write(self.cursor.sequence())

    # --- keeping what was typed

    def where(self) -> tuple[str, str]:
        """The step one is at, and the field that has the focus or had it last."""
        return self.entry.title, self._last_field.get(self.entry.title, "")

    def show_status(self, sentence: str, *, error: bool = False) -> None:
        """Put a sentence on the status line."""
        show_status(self, sentence, error=error)
        self.small_window.show_status(sentence)

    @on(TextField.Said)
    def _field_said(self, event: TextField.Said) -> None:
        self.show_status(event.sentence)

    def _saving_changed(self, trouble: str) -> None:
        """Say at once why the draft can't be saved, or that it is saved again; the heading goes on saying it."""
        if trouble:
            self.show_status(not_saved(trouble), error=True)
        else:
            self.show_status("The draft is saved again.")
        self.update_frame()

    def push_screen(self, screen: Any, *given: Any, **named: Any) -> Any:
        """As the toolkit does; no page that lies over a step hides that nothing is saved."""
        pushed = super().push_screen(screen, *given, **named)
        if self.autosave.trouble:
            self.call_after_refresh(self.show_status, not_saved(self.autosave.trouble), error=True)
        return pushed

    def on_kept_drafts_wanted(self, event: "KeptDrafts.Wanted") -> None:
        self.open_draft(event.path, copy=event.copy)

    def open_draft(self, path: Path, *, copy: bool = False) -> None:
        """Go on with a kept draft, or with a copy of it, where it was left."""
        refused = self.autosave.try_to_open(path, copy=copy)
        if refused:
            self.show_status(refused, error=True)
            return
        if self.session.place is Destination.PRACTICE:
            self.want_practice()
        title, key = self.autosave.at
        self.go(number(title) if title else 1, key)

    # --- the ways out

    def _say_leaving(self, sentence: str, *, error: bool = False) -> None:
        self.show_status(sentence, error=error)
        self.update_frame()

    def action_ask_leave(self) -> None:
        self.ways_out.ask()

    def action_nothing_to_close(self) -> None:
        back = "Enter or a digit opens a row" if self.start_page else "Ctrl+P goes a step back"
        self.show_status(f"Nothing is open here. {back}, Ctrl+C leaves.")

    def action_pause(self) -> None:
        self.ways_out.pause()

    def action_repaint(self) -> None:
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    def _fatal_error(self) -> None:
        """Leave without showing a traceback: its local variables could hold a secret.

        The toolkit's own shows them. Private API of the toolkit, kept right by a test.
        """
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:  # noqa: ARG002
        self._fatal_error()

    @property
    def failure(self) -> BaseException | None:
        """What ended the wizard by accident, or None."""
        return self._exception
