"""The fields of a connection that is typed: for this run, or to be kept as a profile."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantBlur
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.base import secret_text
from tui.campaign.modes import Api
from tui.kore import ready_token
from tui.kore.connection import ALGORITHMS, CONNECTION_FIELDS, ConnectionField
from tui.screen.steps.keep_profile import KeepProfile
from tui.screen.steps.step import Step
from tui.screen.steps.test_panel import TestPanel
from tui.screen.widgets.button_bar import ButtonBar, ButtonRow
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.secret_field import SecretField
from tui.workflow.session import Session

if TYPE_CHECKING:
    from tui.credentials.save_profile import SavedProfile
    from tui.kore.diagnosis import Diagnosis

_API = next(field for field in CONNECTION_FIELDS if field.key == "api")
_FIELDS = tuple(field for field in CONNECTION_FIELDS if field is not _API)
_ALGORITHM_HELP = "How the token is signed; the JWT app's own setting says which."
_KEPT_BEFORE = "kept, not shown"


class ConnectionForm(Vertical):
    """Host, ids, the client secret, and what can be done with them. Nothing of it outlives the run by itself."""

    DEFAULT_CSS = """
    ConnectionForm { height: auto; }
    """

    class BackToProfiles(Message):
        """The person wants the list of profiles."""

    class Saved(Message):
        """A profile was written."""

        def __init__(self, kept: "SavedProfile") -> None:
            super().__init__()
            self.kept = kept

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        for field in _FIELDS:
            yield FieldRow(
                field.title,
                self._editor(field),
                field.help,
                suffix=self._suffix(field),
                room=41,
                is_alone=False,
                id=f"row-{field.key}",
            )
        api = ChoiceRow(tuple(Api), self.session.api, id="api")
        yield FieldRow(_API.title, api, _API.help, is_alone=False, id="row-api")
        given = self.session.connection.algorithm
        yield FieldRow(
            "Algorithm", ChoiceRow(ALGORITHMS, given, id="algorithm"), _ALGORITHM_HELP, is_alone=False
        )
        with ButtonRow():
            yield ButtonBar("Test connection", id="test")
            yield ButtonBar("Save changes" if self.session.access.editing else "Keep as a profile", id="keep")
            if self.session.access.profiles and self.session.access.profiles.all:
                yield ButtonBar("Profiles", id="list")

    def _suffix(self, field: ConnectionField) -> str:
        if field.key != "client_secret":
            return ""
        if not self.session.connection.problem("client_secret"):
            return "given before"
        return _KEPT_BEFORE if self.session.access.editing else ""

    def _editor(self, field: ConnectionField) -> Widget:
        if field.key == "client_secret":
            return SecretField(id=field.key)
        return TextField(getattr(self.session.connection, field.key), id=field.key)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        key = event.input.id or ""
        if getattr(self.session.connection, key) != event.value:
            setattr(self.session.connection, key, event.value)
            if self.query_one(f"#row-{key}", FieldRow).error:
                self._show_problem(key)
            self.post_message(Step.Changed())

    @on(SecretField.Changed)
    def _secret_given(self, event: SecretField.Changed) -> None:
        found = secret_text.read(event.field.secret())
        self.session.connection.client_secret = found.secret
        row = self.query_one("#row-client_secret", FieldRow)
        row.show_suffix("")
        if row.error:
            self._show_problem("client_secret")
        said = found.said
        if token := self.session.connection.token:
            said = ready_token.read(token).sentence(datetime.now(UTC))
        self.post_message(Step.Changed(said))

    @on(ChoiceRow.Changed, "#algorithm")
    def _algorithm_chosen(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        self.session.connection.algorithm = event.value
        self.post_message(Step.Changed())

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        if event.widget.id in {field.key for field in _FIELDS}:
            self._show_problem(event.widget.id or "")

    def _show_problem(self, key: str) -> None:
        given = self.session.connection
        problem = "" if key == "client_secret" and self.session.access.editing else given.problem(key)
        self.query_one(f"#row-{key}", FieldRow).show_error(problem or given.oddity(key))

    # --- the buttons

    def _complete(self, *, needs_secret: bool) -> bool:
        """Whether nothing is missing; else go to the first field where something is."""
        for field in _FIELDS:
            if field.key == "client_secret" and not needs_secret:
                continue
            if problem := self.session.connection.problem(field.key):
                self.query_one(f"#row-{field.key}", FieldRow).show_error(problem)
                self.query_one(f"#{field.key}").focus()
                self.post_message(Step.Changed(problem, error=True))
                return False
        return True

    @on(ButtonBar.Pressed, "#test")
    def _test(self) -> None:
        if not self._complete(needs_secret=True):
            return

        def tested(found: "Diagnosis | None") -> None:
            if found is not None:
                self.post_message(Step.Changed(found.found, error=not found.is_connected))
                if found.answers is not None:
                    row = self.query_one("#api", ChoiceRow)
                    row.call_later(
                        row.choose, found.answers
                    )  # what is sent from here goes no further than here

        self.app.push_screen(TestPanel(self.session.connection.connection()), tested)

    @on(ButtonBar.Pressed, "#keep")
    def _keep(self) -> None:
        if not self._complete(needs_secret=False):
            return

        def kept(result: "SavedProfile | None") -> None:
            if result is not None:
                self.post_message(self.Saved(result))

        given, places = self.session.connection, self.session.access.secret_places()
        self.app.push_screen(KeepProfile(given, self.session.access.editing, places), kept)

    @on(ButtonBar.Pressed, "#list")
    def _list(self) -> None:
        self.post_message(self.BackToProfiles())
