"""Connection: where the campaign goes. Practice stands beside the real platform."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import DescendantBlur
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.campaign.fields import Api
from tui.connection import CONNECTION_FIELDS, ConnectionField, Host, HostError
from tui.session import Place, Session
from tui.steps.step import Step
from tui.widgets.choice import ChoiceRow
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine
from tui.widgets.inputs import TextField
from tui.widgets.secret_field import SecretField

PLACES = (Place.PRACTICE.value, Place.PLATFORM.value)
PLACE_TITLES = ("Practice", "Kore.ai")
PLACE_HELP = "Practice: all works as in earnest, and nobody is called."
_PRACTICE = (
    "The practice platform runs inside this program, on this machine only. It takes campaigns like the real "
    "one, judges them like the real one, and calls nobody. Make mistakes: nothing can happen."
)


class ConnectionStep(Step):
    """Choose practice or the platform; for the platform, type the connection for this run."""

    class PracticeWanted(Message):
        """Practice was chosen: whoever runs the wizard starts it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")

    def compose(self) -> ComposeResult:
        """The choice, and what it needs."""
        choice = ChoiceRow(PLACES, self.session.place, titles=PLACE_TITLES, id="place")
        yield FieldRow("Platform", choice, PLACE_HELP, id="row-place")
        yield Vertical(*self._needed(), id="needed")

    def _needed(self) -> list[Widget]:
        if self.session.place is Place.NOWHERE:
            return []
        if self.session.place is Place.PRACTICE:
            return [self._row(_field("api")), FixedLine(_PRACTICE, classes="note")]
        if self.session.from_environment:
            known = [FixedLine(self._from_environment(), classes="note")]
            return [self._row(_field("api")), *known]
        return [self._row(field) for field in CONNECTION_FIELDS]

    def _from_environment(self) -> str:
        given = self.session.connection
        said = [
            f"{field.title:<15}{getattr(given, field.key) if field.key != 'client_secret' else 'given, not shown'}"
            for field in CONNECTION_FIELDS
            if field.key != "api"
        ]
        return "\n".join(
            ["From the environment (KORE_…), for this run:", "", *said, "", self._host_warning()]
        )

    def _host_warning(self) -> str:
        try:
            return Host.read(self.session.connection.host).warning
        except HostError:
            return ""

    def _row(self, field: ConnectionField) -> FieldRow:
        value = getattr(self.session.connection, field.key)
        editor: Widget
        if field.key == "api":
            editor = ChoiceRow(tuple(Api), value, id=field.key)
        elif field.key == "client_secret":
            editor = SecretField(id=field.key)
        else:
            editor = TextField(value, id=field.key)
        given = field.key == "client_secret" and not self.session.connection.problem(field.key)
        return FieldRow(
            field.title, editor, field.help, suffix="given before" if given else "", id=f"row-{field.key}"
        )

    @on(ChoiceRow.Changed, "#place")
    async def _place_chosen(self, event: ChoiceRow.Changed) -> None:
        self.session.place = Place(event.value)
        if self.session.place is Place.PRACTICE:
            self.post_message(self.PracticeWanted())
        needed = self.query_one("#needed", Vertical)
        await needed.remove_children()
        await needed.mount_all(self._needed())
        self.say("")

    @on(ChoiceRow.Changed, "#api")
    def _api_chosen(self, event: ChoiceRow.Changed) -> None:
        self.session.connection.api = event.value
        self.say(f"The campaign is made for {event.value} of the API now.")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        key = event.input.id or ""
        if getattr(self.session.connection, key, None) != event.value:
            setattr(self.session.connection, key, event.value)
            if self.query_one(f"#row-{key}", FieldRow).error:
                self._show_problem(key)
            self.say("")

    @on(SecretField.Changed)
    def _secret_given(self, event: SecretField.Changed) -> None:
        self.session.connection.client_secret = event.field.secret()
        row = self.query_one("#row-client_secret", FieldRow)
        row.show_suffix("")
        if row.error:
            self._show_problem("client_secret")
        removed = event.removed
        self.say(f"{removed} blanks and line breaks were left out of what was pasted." if removed else "")

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a field when one leaves it."""
        key = event.widget.id or ""
        if key in {field.key for field in CONNECTION_FIELDS} and self.session.place is Place.PLATFORM:
            self._show_problem(key)

    def _show_problem(self, key: str) -> None:
        rows = self.query(f"#row-{key}").results(FieldRow)
        for row in rows:
            row.show_error(
                self.session.connection.problem(key) or (self._host_warning() if key == "host" else "")
            )


def _field(key: str) -> ConnectionField:
    return next(field for field in CONNECTION_FIELDS if field.key == key)
