"""Submit: what is sent where, a confirmation, the create as it happens, the answer."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from tui.campaign import summary
from tui.campaign.hours import nights
from tui.campaign.hours_text import text_of
from tui.guards import Danger
from tui.kore import addresses
from tui.kore.outcome import Verdict
from tui.sending import Sending
from tui.session import Place, Session
from tui.steps.step import Step
from tui.text import plural
from tui.widgets.buttons import PushButton
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine
from tui.widgets.inputs import TextField

CONSENT = "send again"
NIGHT = "NIGHT"
_DONE = frozenset({Verdict.ACCEPTED, Verdict.UNKNOWN})
_HEADLINES = {
    Verdict.ACCEPTED: "ACCEPTED",
    Verdict.UNKNOWN: "UNKNOWN",
    Verdict.UNREACHABLE: "NOT SENT",
    Verdict.UNAUTHORISED: "REFUSED: credentials",
    Verdict.REFUSED: "REFUSED",
    Verdict.RATE_LIMITED: "REFUSED: too many requests",
    Verdict.INTERRUPTED: "CANCELLED",
    Verdict.CANCELLED: "CANCELLED",
}


class SubmitStep(Step, can_focus=True):
    """Ask, send once, and show what happens. A create that was begun is found again on coming back."""

    ABOUT = (
        "A create is sent once, and never again by itself. Once the request has left, only the platform knows "
        "whether the campaign exists; where no answer comes, the outcome is called unknown."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "reach", "Go to what comes next", show=False, id="submit.reach"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")

    def compose(self) -> ComposeResult:
        """Whatever there is to show now."""
        yield Vertical(*self._parts(), id="submit")

    def arrive(self, key: str = "") -> None:  # noqa: ARG002
        """Stand on the page, not on the button: Enter held down must not create anything."""
        self.focus()

    def _parts(self) -> list[Widget]:
        sending = self.session.shown
        if sending is not None:
            return self._progress(sending)
        if not self.session.can_send():
            return [
                FixedLine("Not ready to send yet.", classes="verdict"),
                FixedLine("The review lists what stops it: ^R goes there.", classes="paragraph"),
            ]
        return self._question()

    def _question(self) -> list[Widget]:
        connection = self.session.active_connection()
        body = self.session.document()
        warning = connection.host.warning if self.session.practice is None else ""
        said = summary.sentences(self.session.draft, self.session.api)
        path, _, query = addresses.create_url(connection).removeprefix(connection.host.url).partition("?")
        parts: list[Widget] = [
            FixedLine(f"This will be sent to {connection.host.url}, once:", classes="verdict"),
            FixedLine(
                f"POST {path}\n     ?{query}\n"
                f"     app {connection.app_id}, account {connection.account_id}, as {connection.client_id}, "
                f"{plural(len(addresses.body(body)), 'byte')}",
                classes="paragraph",
            ),
            FixedLine("\n".join(said[:3]), classes="paragraph"),
        ]
        if warning:
            parts.append(FixedLine(f"! {warning}", classes="paragraph warning"))
        at_night = nights(self.session.draft.week)
        if at_night and self.session.night_allowed != at_night:
            ask = f"Type {NIGHT} and Enter to allow it; the review shows the hours."
            return [
                *parts,
                FixedLine(f"! People are called at night: {text_of(at_night)}.", classes="paragraph warning"),
                FieldRow("Calls at night", TextField(id="night"), ask, id="row-night"),
            ]
        before = self.session.sent_before(body)
        if before is None:
            return [*parts, PushButton("Create campaign", id="create")]
        known = "was accepted before" if before.verdict is Verdict.ACCEPTED else "may exist already"
        return [
            *parts,
            FixedLine(f"! This campaign {known}: {before.message}", classes="paragraph warning"),
            FieldRow("To send it again", TextField(id="consent"), f"Type: {CONSENT}", id="row-consent"),
        ]

    def _progress(self, sending: Sending) -> list[Widget]:
        parts: list[Widget] = []
        if outcome := sending.outcome:
            headline = _HEADLINES.get(outcome.verdict, outcome.verdict.upper())
            name = f": {outcome.campaign_id}" if outcome.campaign_id else ""
            parts += [
                FixedLine(f"{headline}{name}", classes=f"verdict {outcome.verdict}", id="headline"),
                FixedLine(outcome.message, classes="paragraph", id="meaning"),
            ]
            parts.append(
                PushButton("New attempt" if outcome.verdict not in _DONE else "Another campaign", id="again")
            )
        parts.append(FixedLine(_course(sending), id="course"))
        if outcome and outcome.http_status:
            parts.append(FixedLine(f"The answer, HTTP {outcome.http_status}:", classes="heading"))
            parts.append(FixedLine(outcome.answer or "(nothing in it)", classes="paragraph"))
        return parts

    def keys(self) -> tuple[tuple[str, str], ...]:
        """How to get to what can be pressed or typed."""
        return (("c", "continue"),) if self.query("#create, #consent, #night, #again") else ()

    def action_reach(self) -> None:
        """Go to the button or the field; using it is a second step, so that no slip creates a campaign."""
        for widget in self.query("#create, #consent, #night, #again"):
            widget.focus()

    @on(PushButton.Pressed, "#create")
    def _create_pressed(self) -> None:
        self._send()

    @on(Input.Submitted, "#consent")
    def _consented(self, event: Input.Submitted) -> None:
        event.prevent_default()
        if event.value.strip().casefold() == CONSENT:
            self._send()
        else:
            self.query_one("#row-consent", FieldRow).show_error(f"Nothing was sent. Type: {CONSENT}")

    @on(Input.Submitted, "#night")
    async def _night_allowed(self, event: Input.Submitted) -> None:
        event.prevent_default()
        if event.value.strip() == NIGHT:
            self.session.night_allowed = nights(self.session.draft.week)
            await self._show()
            self.arrive()
        else:
            self.query_one("#row-night", FieldRow).show_error(f"Nothing was sent. Type: {NIGHT}")

    @on(PushButton.Pressed, "#again")
    async def _again(self) -> None:
        self.session.shown = None
        await self._show()
        self.arrive()

    def _send(self) -> None:
        if self.session.in_flight() or not self.session.can_send():
            return
        document = self.session.document()
        before = self.session.sent_before(document)
        sending = Sending(
            document,
            self.session.active_connection(),
            practice=self.session.place is Place.PRACTICE,
            consents=frozenset({Danger.AGAIN} if before else ()),
        )
        self.session.sendings.append(sending)
        self.session.shown = sending
        app = self.app
        sending.start(lambda: app.post_message(Step.WentOn()))
        self.call_later(self._show)

    async def _show(self) -> None:
        place = self.query_one("#submit", Vertical)
        await place.remove_children()
        await place.mount_all(self._parts())
        self.say("")

    def went_on(self) -> None:
        """Show how the create went on: the lines as they come, the answer when it is there."""
        sending = self.session.shown
        if sending is not None and sending.outcome is None and self.query("#course"):
            self.query_one("#course", FixedLine).show(_course(sending))
        else:
            self.call_later(self._show)


def _course(sending: Sending) -> str:
    lines = [f"{phase.seconds:6.2f} s  {phase.sentence}" for phase in sending.phases]
    return "\n".join(lines if sending.outcome else [*lines, "          waiting …"])
