"""The Textual app: the frame, the order of the steps, the keys, and the ways out."""

import contextlib
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Event, Key, Resize
from textual.filter import LineFilter
from textual.geometry import Size
from textual.screen import Screen

from tui.idle import Idle
from tui.keeping import Keeper
from tui.session import Place, Session
from tui.sized_app import SMALLEST, SizedApp
from tui.steps import STEPS, StepEntry, number
from tui.steps.connection import ConnectionStep
from tui.steps.signs import place_words, sign
from tui.steps.step import Step, say
from tui.styled_app import StyledApp
from tui.terminal import Terminal
from tui.text import one_line
from tui.widgets.button_bar import ButtonBar
from tui.widgets.filters import filters
from tui.widgets.frame import Heading, KeyLine, Mark, Rail, StatusLine
from tui.widgets.themes import dress

LEAVE_CODE = 130
_USUAL, _WIDE = 64, 100
"""Columns from which on fields stand beside their labels; from which on the steps stand at the left."""
_FIRST_SCREEN_SECONDS = 0.1
"""How long the first screen has the machine to itself, before the rest is loaded in a thread."""
if TYPE_CHECKING:
    from tui.steps.cover import IdleLock
    from tui.steps.kept_drafts import KeptDrafts
    from tui.widgets.actions import Action

_MOVES = frozenset({"next_step", "previous_step", "review"})
_ASIDES = frozenset({"explain", "menu"})
_LEAVES = frozenset({"ctrl+c", "ctrl+q"})


class WizardApp(SizedApp, StyledApp):
    """Walks through the steps; every decision is made below it.

    ``start_practice`` starts the practice platform into the session (in a thread); ``load_rest`` loads what
    later steps need (in a thread, once the first screen stands); ``keeper`` saves the session, and says where a
    draft that is resumed was left.
    """

    TITLE = "kore-campaign"
    CSS_PATH = ["wizard.tcss"]
    USUAL_CLASSES = "-usual -tall"
    LATER_STYLES = ("profiles.tcss", "later.tcss")
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (SMALLEST[0], "-narrow"), (_USUAL, "-usual"), (_WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n,f8", "next_step", "next", id="app.next", priority=True, key_display="^N"),
        Binding("ctrl+p,f7", "previous_step", "back", id="app.back", priority=True, key_display="^P"),
        Binding("escape", "nothing_to_close", show=False, id="app.escape"),
        Binding("ctrl+r", "review", "review", id="app.review", priority=True, key_display="^R"),
        Binding("f1,question_mark", "explain", "help", id="app.help", key_display="F1"),
        Binding("f10,m", "menu", "menu", id="app.menu", key_display="F10 m", system=True),
        Binding("ctrl+c", "ask_leave", "quit", id="app.leave", priority=True, key_display="^C"),
        Binding("ctrl+q", "ask_leave", show=False, id="app.leave-too", priority=True),
    ]

    def __init__(
        self,
        session: Session,
        *,
        start_practice: Callable[[Session], None],
        load_rest: Callable[[], None],
        terminal: Terminal = Terminal(),
        idle: Idle | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        super().__init__(keeper or Keeper(session))
        dress(self, terminal)
        self._gates = filters(terminal)
        self.session = session
        title, self._first_field = self.keeper.at
        self.at = number(title) if title else 0
        self._start_practice = start_practice
        self._load_rest = load_rest
        self._idle = idle or Idle()
        self._lock: IdleLock | None = None
        self._asked_to_leave = False
        self._last_field: dict[str, str] = {}
        self._practice_asked = False

    # --- the frame

    def compose(self) -> ComposeResult:
        """The frame; the step goes into its middle."""
        if self.at or self.session.place is not Place.NOWHERE or not self._is_usual(self.size):
            self.read_later_styles()
        yield Heading(id="heading")
        yield STEPS[self.at].make(self.session)
        yield StatusLine(id="status")
        yield ButtonBar(id="buttons")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin; load the rest behind the first screen."""
        self.session.visited.add(STEPS[self.at].title)
        self.update_frame()
        self.step.arrive(self._first_field)
        if self.session.notice:
            self.frame.query_one(StatusLine).say(self.session.notice)
        if self.session.place is Place.PRACTICE:
            self.want_practice()
        if (left := self._idle.seconds_left) is not None:
            self.set_timer(left, self.look_whether_idle)
        self.set_timer(_FIRST_SCREEN_SECONDS, threading.Thread(target=self._load_behind, daemon=True).start)

    def _load_behind(self) -> None:
        """Load the rest, in a thread; then begin where an earlier run left something in doubt."""
        self._load_rest()
        with contextlib.suppress(RuntimeError):  # the app has ended in the meantime
            self.call_later(self.read_later_styles)
            if self.session.unresolved():
                self.call_later(self._begin_in_doubt)

    def _begin_in_doubt(self) -> None:
        if self.at == 0 and not self.session.sendings:
            self.go(number("Submit"))

    def _is_usual(self, size: Size) -> bool:
        return _USUAL <= size.width < _WIDE and size.height >= SMALLEST[1]

    def on_resize(self, event: Resize) -> None:
        """A wide terminal has the steps at its left."""
        if not self._is_usual(event.size):
            self.read_later_styles()
        if event.size.width >= _WIDE and not self.frame.query(Rail):
            self.screen_stack[0].mount(Rail(id="rail"), after="#heading")
            self.call_after_refresh(self.update_frame)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let through only what is printable and what the terminal can show, whatever a widget draws."""
        return [*super().get_line_filters(), *self._gates]

    @property
    def frame(self) -> Screen[Any]:
        """What is below whatever lies over the step: a page of help or a question."""
        return self.screen_stack[0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A page over the step keeps the keys that would move behind it; a covered screen those of help too."""
        if len(self.screen_stack) < 2:
            return True
        return action not in _MOVES and not (action in _ASIDES and getattr(self.screen, "covers", False))

    @property
    def entry(self) -> StepEntry:
        """The step one is at."""
        return STEPS[self.at]

    @property
    def step(self) -> Step:
        """The step that is shown; looked for without the toolkit's cache, which keeps the steps that were left."""
        return self.screen_stack[0].query_children(Step).first()

    def _has_step(self) -> bool:
        """Whether a step is shown: none is while one takes another's place, nor when the wizard ends."""
        return self.is_running and bool(self.screen_stack) and bool(self.frame.query_children(Step))

    def update_frame(self) -> None:
        """Read the session again for everything around the step."""
        self.keep_soon()
        if not self._has_step():
            return
        back, onward = self.at > 0, self.at + 1 < len(STEPS)
        self.frame.query_one(ButtonBar).titles = (*["Back"] * back, *["Next"] * onward, "Help")
        where = self.frame.query_one(Heading)
        where.badge, where.tint = self.session.badge, self.session.tint
        where.profile = self.session.connection.profile
        where.place = place_words(self.session)
        if self.focused is None or self.focused.id != "name":  # while it is typed it stands there already
            where.draft_name = self.session.draft.name
        where.alarm = "NOT SAVED" if self.keeper.trouble else ""
        here = self.entry
        where.marks = tuple(
            Mark(each.short, sign(self.session, each, is_here=each is here), each is here) for each in STEPS
        )
        for rail in self.frame.query(Rail):
            rail.marks = where.marks
        shown = tuple(
            ((binding.key_display or binding.key).split()[0], binding.description)
            for binding in self.BINDINGS
            if isinstance(binding, Binding) and binding.show and self._useful(binding)
        )
        self.frame.query_one(KeyLine).keys = (*self.step.keys(), *shown)

    def _useful(self, binding: Binding) -> bool:
        if binding.action == "previous_step":
            return self.at > 0
        if binding.action == "next_step":
            return self.at + 1 < len(STEPS)
        return binding.action != "review" or self.entry.title not in {"Review", "Submit"}

    @on(Step.Changed)
    def _session_changed(self, event: Step.Changed) -> None:
        if event.said and self.is_running and self.screen_stack:
            self.frame.query_one(StatusLine).say(event.said, error=event.error)
        self.update_frame()

    # --- moving through the steps

    def go(self, at: int, key: str = "") -> None:
        """Show step ``at`` with the focus on the field ``key``; what was typed is in the session already."""
        if 0 <= at < len(STEPS):
            self.remember_focus()
            self.hold_keys()
            self._show_step(at, key)

    @work(exclusive=True, group="steps")
    async def _show_step(self, at: int, key: str) -> None:
        self.read_later_styles()
        entry = STEPS[at]
        step = entry.make(self.session)
        self.at = at
        self.session.visited.add(entry.title)
        with self.batch_update():
            await self.step.remove()
            await self.screen_stack[0].mount(step, before="#status")
            step.arrive(key or self._last_field.get(entry.title, ""))
            self.frame.query_one(StatusLine).say("")
            self.update_frame()
        self.release_keys()

    def remember_focus(self) -> None:
        """Keep which field one was in, for coming back."""
        if self.focused is not None and self.focused.id and self.step in self.focused.ancestors:
            self._last_field[self.entry.title] = self.focused.id

    @on(Step.WentOn)
    def _went_on(self) -> None:
        if not self._has_step():
            return
        self.step.went_on()
        self.update_frame()
        shown = self.session.shown
        if shown is not None and self.entry.title != "Submit":
            said = (
                shown.outcome.message if shown.outcome else "A create is on its way; the last step shows it."
            )
            self.frame.query_one(StatusLine).say(one_line(said))

    @on(Step.Jump)
    def _jump(self, event: Step.Jump) -> None:
        self.go(number(event.title), event.key)

    def action_next_step(self) -> None:
        """The next step; never blocked."""
        self.go(self.at + 1)

    def action_previous_step(self) -> None:
        """The step before; never validates, never loses."""
        if self.at == 0:
            self.frame.query_one(StatusLine).say("This is the first step. Ctrl+C leaves.")
        else:
            self.go(self.at - 1)

    def action_review(self) -> None:
        """Straight to the review."""
        self.go(number("Review"))

    @on(ButtonBar.Pressed)
    def _button_pressed(self, event: ButtonBar.Pressed) -> None:
        if event.title == "Help":
            self.action_explain(self._last_field.get(self.entry.title, ""))
        else:
            self.go(self.at + (1 if event.title == "Next" else -1))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember the field, so that the Help button knows what is meant."""
        if event.widget.id and self.step in event.widget.ancestors:
            self._last_field[self.entry.title] = event.widget.id

    def action_explain(self, key: str = "") -> None:
        """Explain the field that has the focus."""
        from tui.widgets.actions import keys  # not part of the first screen
        from tui.widgets.help_panel import HelpPanel

        if isinstance(self.screen, HelpPanel):
            self.pop_screen()
        else:
            focused = self.focused.id if self.focused and self.step in self.focused.ancestors else ""
            said = self.step.explain(key or focused or "")
            self.read_later_styles()
            self.push_screen(HelpPanel(said.title, said.paragraphs, keys(self)))

    def action_menu(self) -> None:
        """List everything that can be done here; what is chosen is done once the list is gone."""
        from tui.widgets.actions import choices  # not part of the first screen
        from tui.widgets.menu import Menu

        self.read_later_styles()
        self.push_screen(Menu(choices(self)), self._do)

    async def _do(self, chosen: "Action | None") -> None:
        if chosen is not None and (chosen.node is self or chosen.node.is_attached):
            await self.run_action(chosen.action, chosen.node)

    # --- practice

    @on(ConnectionStep.PracticeWanted)
    def want_practice(self) -> None:
        """Start the practice platform, once."""
        if not self._practice_asked:
            self._practice_asked = True
            threading.Thread(target=self._run_practice, daemon=True).start()
        self.update_frame()

    def _run_practice(self) -> None:
        self._start_practice(self.session)
        self.call_from_thread(self.update_frame)

    def look_whether_idle(self) -> None:
        """Cover the screen when nobody has pressed a key for too long."""
        if self._lock is None:
            from tui.steps.cover import IdleLock  # not part of the first screen

            self._lock = IdleLock(self, self.session, self._idle)
        self._lock.look()

    # --- keeping what was typed

    def where(self) -> tuple[str, str]:
        """The step one is at, and the field that has the focus or had it last."""
        return self.entry.title, self._last_field.get(self.entry.title, "")

    def tell(self, sentence: str, *, error: bool = False) -> None:
        """Put a sentence on the status line."""
        say(self, sentence, error=error)
        self.say_on_cover(sentence)

    def keeping_told(self, trouble: str) -> None:
        """Say it at once; the heading goes on saying it."""
        super().keeping_told(trouble)
        self.update_frame()

    def on_kept_drafts_wanted(self, event: "KeptDrafts.Wanted") -> None:
        """Open a kept draft, and go to where it was left."""
        refused = self.keeper.try_to_open(event.path, copy=event.copy)
        if refused:
            self.tell(refused, error=True)
            return
        if self.session.place is Place.PRACTICE:
            self.want_practice()
        title, key = self.keeper.at
        self.go(number(title) if title else 1, key)

    # --- the ways out

    def action_ask_leave(self) -> None:
        """Ask once; asked again, leave."""
        if self._asked_to_leave:
            self.exit(return_code=LEAVE_CODE)
            return
        self._asked_to_leave = True
        losses = self.keeper.losses()
        self.tell(f"Leave? Ctrl+C again leaves{losses}; any other key stays.", error=bool(losses))

    def before_key(self, key: Key) -> None:  # noqa: ARG002
        """Somebody is there, and may have changed something."""
        self._idle.key()
        self.keep_soon()

    def takes(self, event: Event) -> bool:
        """Any other key stays: the one that says so does nothing else."""
        if not self._asked_to_leave or not isinstance(event, Key) or event.key in _LEAVES:
            return super().takes(event)
        self._asked_to_leave = False
        self.tell("Still here.")
        return False
