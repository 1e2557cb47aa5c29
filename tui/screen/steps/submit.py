"""Submit: what is sent where, what must be typed first, and the question to which only one key says yes."""

import contextlib
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input

from tui.kore.lookup import PreCheck
from tui.screen.steps import confirm_view, outcome_view
from tui.screen.steps.sent import SentStep
from tui.screen.steps.step import show_status
from tui.screen.steps.submit_page import Page
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.row_list import RowList
from tui.workflow import pending
from tui.workflow.access import Destination
from tui.workflow.confirmations import Confirmation, Reason
from tui.workflow.session import Session
from tui.workflow.submission import Submission

_NEXT = "#guard, #like, #again, #resolved"
"""What there is to press or to type: one of them at a time."""
_BEFORE = frozenset({Page.GUARDED, Page.READY, Page.ASKED})
"""Where it can be sent."""
_CANT_BE_CALLED_BACK = "The request has left and can't be called back: what became of it is unknown."


class SubmitStep(SentStep):
    """Ask, and send once. Enter goes on as far as the question; only ``y``, pressed then, creates."""

    ABOUT = (
        "Enter asks whether to create the campaign, and only y does. A create is sent once, and never again by "
        "itself. Once the request has left, only the platform knows whether the campaign exists; where no answer "
        "comes, the outcome is called unknown."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Ask whether to create it", show=False, id="submit.ask"),
        Binding("y", "create", "Create it, once that was asked", show=False, id="submit.create", system=True),
        Binding("n", "not_yet", "Not yet", show=False, id="submit.not-yet"),
        Binding("c", "reach", "Go to what comes next", show=False, id="submit.reach"),
        Binding("f", "settle", "Note that what was found is it", show=False, id="submit.settle"),
        Binding("a", "papers", "Answer, JSON, curl command", show=False, id="submit.papers"),
        Binding("i", "copy", "Copy the campaign's id", show=False, id="submit.copy"),
        Binding("l", "look", "Ask again now", show=False, id="submit.look"),
        Binding("w", "wait", "Wait in the background", show=False, id="submit.wait"),
        Binding("s", "save", "Save the answer; leave an unknown outcome", show=False, id="submit.leave"),
        Binding("t", "timeline", "Everything that happened, with its time", show=False, id="submit.timeline"),
        Binding("slash", "papers('search')", "Search the answer", show=False, id="submit.search"),
        Binding("r,f6", "receipts", "Receipts", show=False, id="submit.receipts"),
        Binding("escape", "give_up", "Give up what is open", show=False, id="submit.give-up"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._met: set[Reason] = set()
        self._names = ""
        self._is_put = False
        self._pressed_at = 0.0
        self._leaves_typed = False

    def on_mount(self) -> None:
        self._look_for_name()
        self.set_interval(1.0, self._named)

    def page(self) -> Page:
        """What there is to do now; the question stands behind every guard."""
        page = super().page()
        if page is not Page.NOT_READY or not self.session.can_send():
            return page
        if self._guards():
            return Page.GUARDED
        return Page.ASKED if self._is_put else Page.READY

    def _parts(self) -> list[Widget]:
        """What is sent where, once it can be; else what there is to know."""
        if self.page() in _BEFORE:
            return confirm_view.parts(self.session, self._guards(), self._names, is_put=self._is_put)
        return super()._parts()

    def _guards(self) -> tuple[Confirmation, ...]:
        return pending.pending(self.session, self._met)

    # --- keys

    def on_key(self, event: Key) -> None:
        self._pressed_at = event.time
        if isinstance(self.app.focused, Input):
            return
        stays = self._is_put and event.key in {"tab", "shift+tab"}
        if stays or (event.is_printable and event.key not in self.screen.active_bindings):
            event.stop()
            event.prevent_default()
            self.say_why_not(event.character or "")

    def on_paste(self, event: Paste) -> None:
        if not isinstance(self.app.focused, Input):
            event.stop()
            self.say_why_not("")

    def action_go_on(self) -> None:
        match self.page():
            case Page.READY:
                self._put(is_put=True)
            case Page.GUARDED | Page.DOUBT:
                self.action_reach()
            case _:
                self.say_why_not("")

    def action_reach(self) -> None:
        found = [*self.query(_NEXT).results(Widget)]
        if found:
            found[0].focus()
        else:
            self.say_why_not("c")

    def action_give_up(self) -> None:
        submission, focused = self.session.submissions.current, self.app.focused
        if isinstance(focused, Input) and focused.value:
            focused.value = ""
            self.focus_on_entry()
            self.show_status("What was typed is given up; nothing was sent.")
        elif self.page() is Page.ASKED:
            self.action_not_yet()
        elif submission is None or submission.outcome is not None:
            self.focus_on_entry()
            self.show_status("Nothing is open here: ^P goes back.")
        else:
            if outcome_view.has_left(submission):
                self.show_status(_CANT_BE_CALLED_BACK, error=True)
            submission.stop(wait=0)

    def action_look(self) -> None:
        if self._is_in_doubt():
            self._look_for_doubt()
            return
        after, submission = self.session.submissions.follow_up, self.session.submissions.current
        if self.page() in _BEFORE:
            self._look_for_name(anew=True)
            self.show_status("Looking whether the name is taken …")
        elif after is not None and after.status is not None:
            after.status.now()
        elif not self._is_unknown() or submission is None:
            self.say_why_not("l")
        elif not submission.look():
            self.show_status("The list is being read already.")

    # --- the question

    def _put(self, *, is_put: bool) -> None:
        """Put the question, or take it back."""
        self._is_put = is_put
        for line in self.query(confirm_view.QuestionLine):
            line.put(is_put=is_put)
            self.call_after_refresh(line.scroll_visible, animate=False)
        self._unsay()

    def action_create(self) -> None:
        if (
            self.page() is Page.ASKED
            and self._pressed_at > self.query_one(confirm_view.QuestionLine).drawn_at
        ):
            self._send()
        else:
            self.say_why_not("y")

    def action_not_yet(self) -> None:
        if self.page() is Page.ASKED:
            self._put(is_put=False)
            self.show_status("Not yet: nothing was sent.")
        else:
            self.say_why_not("n")

    @on(Input.Submitted, "#guard")
    async def _typed(self, event: Input.Submitted) -> None:
        event.prevent_default()
        guard = self._guards()[0]
        if not guard.is_met_by(event.value):
            row = self.query_one("#row-guard", FieldRow)
            row.show_error(f"Nothing was sent. Type: {guard.word}")
            row.scroll_visible(animate=False)
            return
        self._met.add(guard.key)
        pending.remember(self.session, guard)
        await self._show()
        self.focus_on_entry()
        self.action_go_on()

    def _send(self) -> None:
        if self.session.submissions.in_flight():
            self._put(is_put=False)
            self.show_status("Another create is on its way: this one can follow it.", error=True)
            return
        submission = Submission(
            self.session.checked(),
            self.session.access.active_connection(),
            timeout=self.session.timeout,
            practice=self.session.place is Destination.PRACTICE,
            consents=frozenset(self._met),
            before=self._looked_before(),
        )
        self.session.submissions.all.append(submission)
        self.session.submissions.current = submission
        self._met, self._is_put = set(), False
        submission.start(self.follower())
        self._unsay()
        self.call_later(self._show)
        self.focus_on_entry()

    def _looked_before(self) -> PreCheck | None:
        """What the last look showed; after this create the list is another."""
        listing = self.session.submissions.listing_of(self.session.access.active_connection())
        found = listing.before(self.session.document())
        listing.overtake()
        return found

    def _unsay(self) -> None:
        """What was said of a key holds no more."""
        show_status(self.app, "")
        self.post_message(self.Changed())

    # --- ways on

    @on(RowList.Chosen)
    def _jump(self, event: RowList.Chosen) -> None:
        self.post_message(self.Jump(*event.rows.here.place))

    @on(ButtonBar.Pressed, "#again")
    async def _again(self) -> None:
        self.session.submissions.turn_away()
        self._met.clear()
        await self.show_next()

    @on(ButtonBar.Pressed, "#like")
    async def _like(self) -> None:
        if self.session.submissions.current is not None:
            self.session.begin_like(self.session.submissions.current.document)
        if self.session.can_send():
            await self._again()
        else:
            self.post_message(self.Jump("Basics", "name"))

    @on(ButtonBar.Pressed, "#empty")
    def _empty(self) -> None:
        """Begin an empty one; where something was typed since, only when asked twice."""
        shown = self.session.submissions.current
        if shown and shown.document != self.session.document() and not self._leaves_typed:
            self._leaves_typed = True
            self.show_status(
                "What was changed since it was sent would be lost: once more does it.", error=True
            )
            return
        self.session.begin_empty()
        self.post_message(self.Jump("Basics", "name"))

    async def show_next(self) -> None:
        """Show what follows; where that is a question, look whether the name is taken."""
        await super().show_next()
        self._look_for_name()

    def _look_for_name(self, *, anew: bool = False) -> None:
        """See to a look for this name that is not too old; nothing waits for it, nothing depends on it."""
        if self.session.submissions.current is not None or not self.session.can_send() or self._is_in_doubt():
            return
        connection, app = self.session.access.active_connection(), self.app
        listing = self.session.submissions.listing_of(connection)

        def tell() -> None:
            with contextlib.suppress(RuntimeError):  # the wizard has ended
                app.call_later(self._named)

        listing.look(connection, tell, anew=anew)
        self._named()

    def _named(self) -> None:
        """Say what is known of the name, and how old that is."""
        if self.session.submissions.listing is None or self.session.submissions.current is not None:
            return
        self._names = said = self.session.submissions.listing.about(self.session.draft.name)
        for line in self.query("#names").results(FixedLine):
            line.show(confirm_view.marked(said))
            line.set_class(said.startswith("!"), "warning")
