"""What covers the screen when nobody has pressed a key for too long, and what comes back when somebody does."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.base import trace
from tui.base.idle import Idle
from tui.credentials.store import Prompter, StoreError
from tui.screen.pages.background_call import BackgroundCall
from tui.screen.pages.page import ModalPage
from tui.screen.pages.secret_prompt import AskSecret
from tui.screen.steps.step import Step
from tui.screen.steps.test_panel import TestPanel
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.secret_field import SecretField
from tui.workflow.access import Destination
from tui.workflow.session import Session

if TYPE_CHECKING:
    from pydantic import SecretStr

_FLYING_SECONDS = 1.0
"""How often a create in flight is looked at, before anything is forgotten."""


class LockScreen(ModalPage[None]):
    """Covers everything; Enter takes it away."""

    covers = True
    """Nothing else may be looked at from here, help included."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "uncover", "Go on", id="cover.away"),
    ]

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__()
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        with Vertical(classes="page"):
            yield FixedLine("kore-campaign is covered.", classes="verdict")
            for sentence in self._sentences:
                yield FixedLine(sentence, classes="paragraph")
        yield FixedLine(" Enter goes on, Ctrl+C leaves.", classes="foot")

    def action_uncover(self) -> None:
        self.dismiss(None)


class IdleLock:
    """Covers the screen of ``app`` when ``idle`` says so; a create in flight is waited for first.

    One timer, set for the moment at which it could be time: nothing is drawn or sent meanwhile.
    """

    def __init__(self, app: App[None], session: Session, idle: Idle) -> None:
        self._app = app
        self._session = session
        self._idle = idle
        self._had_secret = False
        self._is_asking = False

    def watch(self) -> None:
        """Look again when it could be time."""
        if (left := self._idle.seconds_left) is not None:
            self._app.set_timer(max(left, 0.01), self.look)

    def look(self) -> None:
        """Cover the screen if it is time, else wait on."""
        if self._idle.seconds_left:
            self.watch()
        elif self._session.submissions.in_flight():
            self._app.set_timer(_FLYING_SECONDS, self.look)
        else:
            self._cover()

    def _cover(self) -> None:
        while isinstance(self._app.screen, AskSecret | TestPanel):
            self._app.screen.dismiss(None)
        for field in self._app.screen_stack[0].query(SecretField):
            field.forget()
        session = self._session
        held = bool(session.connection.client_secret) or self._is_asking
        self._had_secret = session.place is Destination.PLATFORM and held
        stopped = session.submissions.stop_following()
        session.forget_secrets()
        said = [self._idle.sentence]
        said += ["The secrets were forgotten; going on gets them again."] if self._had_secret else []
        said += ["Asking the platform what became of the campaign was stopped."] if stopped else []
        trace.note(" ".join(said))
        self._app.push_screen(LockScreen(tuple(said)), self._uncovered)

    def _uncovered(self, _: None) -> None:
        self._idle.key()
        self.watch()
        trace.note("Uncovered.")
        if self._had_secret:
            self._get_secret()

    def _get_secret(self) -> None:
        """Read the secret from its place again; one that was typed or came from the environment is asked for."""
        session = self._session
        profile, places = session.access.profile, session.access.secret_places()
        wanted = session.connection

        def work(prompter: Prompter) -> "SecretStr":
            if profile is not None:
                return places.secret(profile, prompter)
            secret = prompter.secret("Client secret (what was given for this run is forgotten)")
            if secret is None:
                raise StoreError("No secret was given: the Connection step takes it.")
            return secret

        def got(result: "SecretStr | StoreError") -> None:
            self._is_asking = False
            if session.connection is not wanted:
                return
            if isinstance(result, StoreError):
                session.access.said = str(result)
                self._show_status(str(result), error=True)
            else:
                session.give_secret(result)
                session.access.said = "It is here."
                self._show_status("The secret is here again.")

        self._is_asking = True
        BackgroundCall(self._app, work, got, self._show_status)

    def _show_status(self, sentence: str, *, error: bool = False) -> None:
        for step in self._app.screen_stack[0].query(Step):
            step.show_status(sentence, error=error)
