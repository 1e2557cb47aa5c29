"""Submit: what is sent where, a confirmation, the create as it happens, the answer and what comes after."""

import contextlib
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from tui import confirming, telling
from tui.campaign.fields import for_path
from tui.guards import Danger, Guard
from tui.kore.lookup import Before, Look
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.records.receipts import Receipt
from tui.sending import Sending
from tui.session import Place, Session
from tui.steps import outcome_parts, question, unresolved
from tui.steps.papers import PapersScreen
from tui.steps.saving import copy_id
from tui.steps.step import Step
from tui.text import one_line
from tui.widgets.buttons import PushButton
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine
from tui.widgets.live_line import LiveLine
from tui.widgets.problem_row import ProblemRow

_NEXT = "#create, #guard, #again, #resolved"
"""What there is to press or to type: one of them at a time."""
_CANT_BE_CALLED_BACK = "The request has left and can't be called back: what became of it is unknown."


class SubmitStep(Step, can_focus=True):
    """Ask, send once, and show what happens. A create that was begun is found again on coming back."""

    ABOUT = (
        "A create is sent once, and never again by itself. Once the request has left, only the platform knows "
        "whether the campaign exists; where no answer comes, the outcome is called unknown."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "reach", "Go to what comes next", show=False, id="submit.reach"),
        Binding("a", "papers", "Answer, JSON, curl command", show=False, id="submit.papers"),
        Binding("i", "copy", "Copy the campaign's id", show=False, id="submit.copy"),
        Binding("l", "look", "Ask again now", show=False, id="submit.look"),
        Binding("w", "wait", "Wait in the background", show=False, id="submit.wait"),
        Binding("s", "leave", "Save and leave", show=False, id="submit.leave"),
        Binding("r,f6", "receipts", "Receipts", show=False, id="submit.receipts"),
        Binding("escape", "give_up", "Cancel, or the step before", show=False, id="submit.give-up"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")
        self._met: set[Danger] = set()
        self._names = ""
        self._looks: tuple[Look, ...] = ()
        self._shown_outcome: Outcome | None = None

    def compose(self) -> ComposeResult:
        """Whatever there is to show now."""
        yield Vertical(*self._parts(), id="submit")

    def on_mount(self) -> None:
        """Look for a campaign of the same name; count where something is waited for."""
        self._look_for_name()
        self.set_interval(1.0, self._tick)

    def arrive(self, key: str = "") -> None:  # noqa: ARG002
        """Stand on the page, not on the button: Enter held down must not create anything."""
        self.focus()

    def _parts(self) -> list[Widget]:
        sending = self.session.shown
        self._shown_outcome = sending.outcome if sending else None
        if sending is not None:
            outcome = self._shown_outcome
            if outcome is None:
                return outcome_parts.flying(sending)
            return outcome_parts.parts(sending, outcome, self.session.after)
        if self._is_in_doubt():
            return unresolved.parts(self.session, self._looks)
        if not self.session.can_send():
            return [
                FixedLine("Not ready to send yet.", classes="verdict"),
                FixedLine("The review lists what stops it: ^R goes there.", classes="paragraph"),
            ]
        return question.parts(self.session, self._guards(), self._names)

    def _guards(self) -> tuple[Guard, ...]:
        return confirming.unmet(self.session, self._met)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """How to get to what can be pressed or typed, and what there is to take along."""
        sending = self.session.shown
        if sending is not None and sending.outcome is None:
            return (("Esc", "stop waiting" if outcome_parts.has_left(sending) else "cancel"),)
        found = [("c", "continue")] if self.query(_NEXT) else []
        if self._is_in_doubt():
            return (*found, ("l", "look"), ("w", "later"))
        if sending is not None and sending.outcome is not None:
            found.append(("a", "answer"))
            if self._is_unknown():
                found += [("l", "look"), ("w", "wait"), ("s", "leave")]
            elif sending.outcome.campaign_id:
                found += [("i", "copy id"), ("l", "ask now")]
        return tuple(found)

    def action_reach(self) -> None:
        """Go to the button or the field; using it is a second step, so that no slip creates a campaign."""
        for widget in self.query(_NEXT):
            widget.focus()

    def action_papers(self) -> None:
        """Show the answer, and what can be taken along."""
        sending = self.session.shown
        if sending is not None and sending.outcome is not None:
            outcome = sending.outcome
            papers = outcome_parts.papers(sending)
            meaning = one_line(outcome.message, limit=220)
            self.app.push_screen(PapersScreen(meaning, papers, outcome.campaign_id or ""))

    def action_copy(self) -> None:
        """Hand the id to the terminal's clipboard."""
        sending = self.session.shown
        if sending is not None and sending.outcome is not None and sending.outcome.campaign_id:
            self.say(copy_id(self.app, sending.outcome.campaign_id))

    def action_look(self) -> None:
        """Look at the list, or ask for the status, now."""
        if self._is_in_doubt():
            self._look_for_doubt()
            return
        self._look_for_name(anew=True)
        after, sending = self.session.after, self.session.shown
        if after is not None and after.status is not None:
            after.status.now()
        elif self._is_unknown() and sending is not None and not sending.look():
            self.say("The list is being read already.")

    def action_wait(self) -> None:
        """Go elsewhere while the list goes on being read."""
        if self._is_in_doubt():
            self.session.doubt_put_off = True
            self.post_message(self.Jump("Connection"))
        elif self._is_unknown():
            self.post_message(self.Jump("Review"))

    def action_leave(self) -> None:
        """Leave: what is known is on disk."""
        if self._is_unknown() and self.session.shown is not None and self.session.shown.outcome is not None:
            self.app.exit(return_code=self.session.shown.outcome.exit_code)

    def _is_in_doubt(self) -> bool:
        """Whether an earlier run sent something of which nobody knows, and nobody put that off."""
        return (
            self.session.shown is None and not self.session.doubt_put_off and bool(self.session.unresolved())
        )

    def _look_for_doubt(self) -> None:
        """Look, in a thread, for what the earlier run may have made."""
        receipt = self.session.unresolved()[0]
        if not telling.can_look(self.session, receipt):
            self.say("The connection at hand is not to the place it was sent to.", error=True)
            return
        connection = self.session.active_connection()
        self.say("Reading the platform's list …")

        def work() -> None:
            from tui.create import look  # loads the network library, behind the first screen

            self.app.call_from_thread(self._doubt_looked, receipt, look(receipt, connection))

        self.run_worker(work, thread=True, exclusive=True, group="look", exit_on_error=False)

    def _doubt_looked(self, receipt: Receipt, found: Look) -> None:
        self._looks = (*self._looks, found)
        for line in self.query("#looks").results(FixedLine):
            line.show(unresolved.look_words(self.session, receipt, self._looks))
        self.say("The list was read.")

    @on(Input.Submitted, "#resolved")
    async def _resolved(self, event: Input.Submitted) -> None:
        event.prevent_default()
        row = self.query_one("#row-resolved", FieldRow)
        created = telling.is_created(event.value)
        if created is None:
            row.show_error(f"Type {telling.CREATED} or {telling.NOT_CREATED}.")
            return
        try:
            self.session.resolve(self.session.unresolved()[0].id, created=created)
        except (KeyError, OSError) as failed:
            row.show_error(f"It could not be noted: {failed}.")
            return
        self._looks = ()
        await self._show()
        self._look_for_name()
        self.arrive()

    def _is_unknown(self) -> bool:
        sending = self.session.shown
        return (
            sending is not None
            and sending.outcome is not None
            and sending.outcome.verdict is Verdict.UNKNOWN
            and sending.in_doubt is not None
        )

    def action_give_up(self) -> None:
        """Cancel what has not left; stop waiting for what has; without a create on its way, go back."""
        sending = self.session.shown
        if sending is None or sending.outcome is not None:
            self.app.call_later(self.app.run_action, "previous_step")
            return
        if outcome_parts.has_left(sending):
            self.say(_CANT_BE_CALLED_BACK, error=True)
        sending.stop(wait=0)

    @on(PushButton.Pressed, "#create")
    def _create_pressed(self) -> None:
        if not self._guards():
            self._send()

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
        confirming.remember(self.session, guard)
        await self._show()
        self.arrive()

    @on(ProblemRow.Chosen)
    def _jump(self, event: ProblemRow.Chosen) -> None:
        field = for_path(event.row.target) if event.row.target else None
        self.post_message(self.Jump(field.step if field else "Connection", field.key if field else ""))

    @on(PushButton.Pressed, "#again")
    async def _again(self) -> None:
        self.session.turn_away()
        self._met.clear()
        await self._show()
        self._look_for_name()
        self.arrive()

    def _send(self) -> None:
        if self.session.in_flight() or not self.session.can_send():
            return
        sending = Sending(
            self.session.document(),
            self.session.active_connection(),
            timeout=self.session.timeout,
            practice=self.session.place is Place.PRACTICE,
            consents=frozenset(self._met),
            before=self._looked_before(),
        )
        self.session.sendings.append(sending)
        self.session.shown = sending
        session, app = self.session, self.app
        self._met = set()

        def tell() -> None:
            session.attend(lambda: app.post_message(Step.WentOn()))
            app.post_message(Step.WentOn())

        sending.start(tell)
        self.call_later(self._show)
        self.arrive()

    def _looked_before(self) -> Before | None:
        """What the last look showed; after this create the list is another."""
        listing = self.session.listing_of(self.session.active_connection())
        found = listing.before(self.session.document())
        listing.overtake()
        return found

    async def _show(self) -> None:
        place = self.query_one("#submit", Vertical)
        await place.remove_children()
        await place.mount_all(self._parts())
        self.say("")

    def went_on(self) -> None:
        """Show how it went on: the phases as they come, the answer when it is there, then its status."""
        sending = self.session.shown
        if sending is None:
            return
        if sending.outcome is None and self.query("#waiting"):
            self.query_one("#course", FixedLine).show(outcome_parts.course(sending))
            self.query_one("#escape-hint", FixedLine).show(outcome_parts.hint(sending))
        elif sending.outcome is self._shown_outcome and self.query("#status-words"):
            self.query_one("#status-words", FixedLine).show(outcome_parts.status_words(self.session.after))
        elif sending.outcome is self._shown_outcome and self.query("#looks"):
            said = outcome_parts.look_words(sending, self.session.after)
            self.query_one("#looks", FixedLine).show(said)
        else:
            self.call_later(self._show)

    def _tick(self) -> None:
        """Count the seconds where something is waited for."""
        sending = self.session.shown
        if sending is not None:
            for line in self.query("#waiting").results(LiveLine):
                line.show(outcome_parts.waiting(sending))
            for line in self.query("#countdown").results(LiveLine):
                line.show(outcome_parts.wait_words(self.session.after))
        else:
            self._named()

    def _look_for_name(self, *, anew: bool = False) -> None:
        """See to a look for this name that is not too old; nothing waits for it, nothing depends on it."""
        if self.session.shown is not None or not self.session.can_send() or self._is_in_doubt():
            return
        connection, app = self.session.active_connection(), self.app
        listing = self.session.listing_of(connection)

        def tell() -> None:
            with contextlib.suppress(RuntimeError):  # the wizard has ended
                app.call_later(self._named)

        listing.look(connection, tell, anew=anew)
        self._named()

    def _named(self) -> None:
        """Say what is known of the name, and how old that is."""
        if self.session.listing is None:
            return
        self._names = said = self.session.listing.about(self.session.draft.name)
        for line in self.query("#names").results(FixedLine):
            line.show(said)
            line.set_class(said.startswith("!"), "warning")
