"""The fields of a connection that is typed for this run."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input

from tui.connection import CONNECTION_FIELDS, ConnectionField
from tui.session import Session
from tui.steps.step import Step
from tui.widgets.field_row import FieldRow
from tui.widgets.inputs import TextField
from tui.widgets.secret_field import SecretField

_FIELDS = tuple(field for field in CONNECTION_FIELDS if field.key != "api")


class ConnectionForm(Vertical):
    """Host, ids and the client secret. Nothing of it outlives the run."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """One row a field."""
        for field in _FIELDS:
            secret = field.key == "client_secret"
            given = secret and not self.session.connection.problem(field.key)
            yield FieldRow(
                field.title, self._editor(field), field.help,
                suffix="given before" if given else "", id=f"row-{field.key}",
            )  # fmt: skip

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
        self.session.connection.client_secret = event.field.secret()
        row = self.query_one("#row-client_secret", FieldRow)
        row.show_suffix("")
        if row.error:
            self._show_problem("client_secret")
        said = (
            f"{event.removed} blanks and line breaks were left out of what was pasted."
            if event.removed
            else ""
        )
        self.post_message(Step.Changed(said))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a field when one leaves it."""
        if event.widget.id in {field.key for field in _FIELDS}:
            self._show_problem(event.widget.id or "")

    def _show_problem(self, key: str) -> None:
        given = self.session.connection
        warning = given.host_warning() if key == "host" else ""
        self.query_one(f"#row-{key}", FieldRow).show_error(given.problem(key) or warning)
