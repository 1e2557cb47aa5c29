"""What was sent: the create as it happens, the answer and what comes after, also of what an earlier run sent."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from tui.base.text import one_line
from tui.kore.lookup import SearchResult
from tui.kore.milestones import milestones
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.screen.pages.documents import DocumentsScreen
from tui.screen.pages.saving import copy_id
from tui.screen.steps import outcome_view, unresolved_view
from tui.screen.steps.step import Step
from tui.screen.steps.submit_page import Page, keys, why_not
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.phase_line import BadgeLine, PhaseLine
from tui.screen.widgets.row_list import RowList
from tui.storage import intents, receipts
from tui.storage.receipts import Receipt
from tui.workflow import messages
from tui.workflow.create import look
from tui.workflow.session import Session

_PAGES = {Verdict.ACCEPTED: Page.ACCEPTED, Verdict.EXISTS: Page.ACCEPTED, Verdict.UNKNOWN: Page.UNKNOWN}
"""What the page is at by what became of the create, where that made a campaign or may have."""


class SentStep(Step, can_focus=True):
    """Show what happens, and what is known of it. A create that was begun is found again on coming back."""

    DEFAULT_CSS = """
    #submit { height: auto; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")
        self._looks: tuple[SearchResult, ...] = ()
        self._kept: Receipt | None = None
        self._shown_outcome: Outcome | None = None

    def compose(self) -> ComposeResult:
        yield Vertical(*self._parts(), id="submit")

    def on_mount(self) -> None:
        self.set_interval(1.0, self._tick)

    def focus_on_entry(self, key: str = "") -> None:  # noqa: ARG002
        """Stand on the first problem of a refusal, or where that was mended on what asks again.

        Else on the page itself: a held key must not begin anything.
        """
        submission = self.session.submissions.current
        is_mended = submission is not None and submission.document != self.session.document()
        wanted = "#again" if is_mended else RowList
        if self.page() is Page.REFUSED and (found := self.query(wanted)):
            found.first().focus(scroll_visible=False)
        else:
            self.focus()

    def page(self) -> Page:
        """What there is to do now."""
        submission = self.session.submissions.current
        if submission is None:
            return Page.DOUBT if self._is_in_doubt() else Page.NOT_READY
        if submission.outcome is None:
            return Page.LEFT if outcome_view.has_left(submission) else Page.STAYING
        return _PAGES.get(submission.outcome.verdict, Page.REFUSED)

    def _parts(self) -> list[Widget]:
        """What the page shows."""
        submission = self.session.submissions.current
        self._shown_outcome = submission.outcome if submission else None
        if submission is not None:
            outcome = self._shown_outcome
            if outcome is None:
                return outcome_view.flying(submission)
            return outcome_view.parts(submission, outcome, self.session.submissions.follow_up)
        if self._is_in_doubt():
            return unresolved_view.parts(self.session, self._looks, self._found())
        return [
            FixedLine("Not ready to send yet.", classes="verdict"),
            FixedLine("The review lists what stops it: ^R goes there.", classes="paragraph"),
        ]

    def keys(self) -> tuple[tuple[str, str], ...]:
        """What works here, what there is to take along."""
        submission, after = self.session.submissions.current, self.session.submissions.follow_up
        exchange = submission.exchange if submission else None
        return keys(
            self.page(),
            has_answer=exchange is not None and exchange.status is not None,
            has_id=bool(self._outcome_id()),
            can_ask=after is not None and after.status is not None,
            is_found=bool(self._found()),
        )

    async def _show(self) -> None:
        """Show the page anew."""
        place = self.query_one("#submit", Vertical)
        await place.remove_children()
        await place.mount_all(self._parts())
        self.scroll_home(animate=False)
        self.show_status("")
        if self.page() is Page.REFUSED:
            self.focus_on_entry()

    async def show_next(self) -> None:
        """Show what follows, once something is settled or put aside."""
        self._looks, self._kept = (), None
        await self._show()
        self.focus_on_entry()

    def say_why_not(self, key: str) -> None:
        """Say why ``key`` does nothing, and what does something."""
        self.show_status(why_not(self.page(), key))

    # --- how it goes on

    def follower(self) -> Callable[[], object]:
        """What tells the app that it went on, wherever one is by then. It may be called in other threads."""
        app = self.app
        return lambda: app.post_message(Step.ProgressChanged())

    def progress_changed(self) -> None:
        """Show how it went on: the phases as they come, the answer when it is there, then its status."""
        submission = self.session.submissions.current
        if submission is None:
            return
        if submission.outcome is None and self.query("#waiting"):
            # The page may be on its way out: then some of it is gone already.
            for course in self.query("#course").results(PhaseLine):
                course.show_milestones(milestones(submission.phases))
            self._show_lines("#waiting", outcome_view.waiting(submission))
            self._show_lines("#escape-hint", outcome_view.hint(submission))
        elif submission.outcome is self._shown_outcome and self.query("#status-words"):
            after = self.session.submissions.follow_up
            self._show_lines("#status-words", outcome_view.status_words(after))
            for badge in self.query("#headline").results(BadgeLine):
                badge.show(outcome_view.status_later(submission, after))
        elif submission.outcome is self._shown_outcome and self.query("#looks"):
            self._show_looks(outcome_view.look_words(submission, self.session.submissions.follow_up))
        else:
            self.call_later(self._show)

    def _show_lines(self, selector: str, said: str) -> None:
        for line in self.query(selector).results(FixedLine):
            line.show(said)

    def _show_looks(self, said: str) -> None:
        """Show what the looks had, and above it the very campaign where they found that."""
        self._show_lines("#looks", said)
        found = self._found()
        if not found:
            self.query(".found").remove()
        elif self.query("#looks") and not self.query(".found"):
            self.query_one("#submit", Vertical).mount(unresolved_view.found_line(found), before="#looks")

    def _tick(self) -> None:
        """Count the seconds where something is waited for."""
        submission = self.session.submissions.current
        if submission is not None:
            for line in self.query("#waiting").results(FixedLine):
                line.show(outcome_view.waiting(submission))
            for line in self.query("#countdown").results(FixedLine):
                line.show(outcome_view.wait_words(self.session.submissions.follow_up))

    # --- what there is to take along, and ways on

    def _outcome_id(self) -> str:
        submission = self.session.submissions.current
        return (submission.outcome.campaign_id if submission and submission.outcome else None) or ""

    def action_papers(self, then: str = "") -> None:
        is_there = self.page() is Page.ACCEPTED
        self._open_papers("a", 0 if then == "save" or not is_there else outcome_view.BESIDE_AT, then)

    def action_timeline(self) -> None:
        self._open_papers("t", outcome_view.TIMELINE_AT)

    def _open_papers(self, key: str, at: int, then: str = "") -> None:
        submission = self.session.submissions.current
        if submission is None or submission.outcome is None:
            self.say_why_not(key)
            return
        outcome = submission.outcome
        papers = outcome_view.documents(submission, self.app.size.width)
        meaning = one_line(outcome.message, limit=220)
        self.app.push_screen(DocumentsScreen(meaning, papers, outcome.campaign_id or "", at=at, then=then))

    def action_copy(self) -> None:
        if campaign_id := self._outcome_id():
            self.show_status(copy_id(self.app, campaign_id))
        else:
            self.say_why_not("i")

    def action_wait(self) -> None:
        match self.page():
            case Page.DOUBT:
                self.session.submissions.doubt_put_off = True
                self.post_message(self.Jump("Connection"))
            case Page.UNKNOWN | Page.STAYING | Page.LEFT:
                self.post_message(self.Jump("Review"))
            case _:
                self.say_why_not("w")

    def action_save(self) -> None:
        if self.page() in {Page.ACCEPTED, Page.REFUSED}:
            self.action_papers("save")
        else:
            self.action_leave()

    @on(ButtonBar.Pressed, "#done")
    def action_leave(self) -> None:
        submission = self.session.submissions.current
        if submission is None or submission.outcome is None or self.page() is Page.REFUSED:
            self.say_why_not("s")
        else:
            self.app.exit(return_code=submission.outcome.exit_code)

    # --- what nobody knows

    def _is_in_doubt(self) -> bool:
        """Whether an earlier run sent something of which nobody knows, and nobody put that off."""
        return (
            self.session.submissions.current is None
            and not self.session.submissions.doubt_put_off
            and bool(self.session.submissions.unresolved())
        )

    def _is_unknown(self) -> bool:
        """Whether nobody knows what became of the create that is shown, and the list can be read for it."""
        submission = self.session.submissions.current
        return submission is not None and submission.in_doubt is not None and self.page() is Page.UNKNOWN

    def _found(self) -> str | None:
        """The id of the campaign that was found to be the very one."""
        match self.page():
            case Page.UNKNOWN:
                return self.session.submissions.current.found if self.session.submissions.current else None
            case Page.DOUBT:
                return receipts.found_campaign(self._kept or self.session.submissions.unresolved()[0])
            case _:
                return None

    def _look_for_doubt(self) -> None:
        """Look, in a thread, for what the earlier run may have made."""
        receipt = self.session.submissions.unresolved()[0]
        if not self.session.leads_to(receipt):
            self.show_status("The connection at hand is not to the place it was sent to.", error=True)
            return
        connection = self.session.access.active_connection()
        self.show_status("Reading the platform's list …")

        def work() -> None:
            found = look(receipt, connection)
            self.app.call_from_thread(self._doubt_looked, found, intents.as_kept(receipt))

        self.run_worker(work, thread=True, exclusive=True, group="look", exit_on_error=False)

    def _doubt_looked(self, look: SearchResult, kept: Receipt) -> None:
        self._looks, self._kept = (*self._looks, look), kept
        if self.page() is Page.DOUBT:
            doubted = self.session.submissions.unresolved()[0]
            self._show_looks(unresolved_view.look_words(self.session, doubted, self._looks))
        self.show_status("The list was read.")

    async def action_settle(self) -> None:
        found, submission = self._found(), self.session.submissions.current
        doubted = (
            submission.in_doubt if submission else next(iter(self.session.submissions.unresolved()), None)
        )
        if found is None or doubted is None:
            self.say_why_not("f")
        elif refused := self._noted(doubted.id, created=True, campaign_id=found):
            self.show_status(refused, error=True)
        else:
            if submission is not None:
                submission.settle(found)
                self.session.submissions.start_follow_up(self.follower())
            await self.show_next()
            self.show_status(f"Noted: created, {one_line(found, limit=50)}.")

    @on(Input.Submitted, "#resolved")
    async def _resolved(self, event: Input.Submitted) -> None:
        event.prevent_default()
        row = self.query_one("#row-resolved", FieldRow)
        created = messages.is_created(event.value)
        if created is None:
            row.show_error(f"Type {messages.CREATED} or {messages.NOT_CREATED}.")
        elif refused := self._noted(
            self.session.submissions.unresolved()[0].id,
            created=created,
            campaign_id=self._found() if created else None,
        ):
            row.show_error(refused)
        else:
            await self.show_next()

    def _noted(self, record_id: str, *, created: bool, campaign_id: str | None = None) -> str:
        """Note what became of it; what keeps that from being noted, or nothing."""
        try:
            self.session.submissions.resolve(record_id, created=created, campaign_id=campaign_id)
        except (KeyError, OSError) as failed:
            return f"It could not be noted: {failed}."
        return ""
