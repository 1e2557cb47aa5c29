"""Connection: where the campaign goes. Practice stands beside the real platform."""

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from tui.campaign.fields import Api
from tui.connection import CONNECTION_FIELDS
from tui.session import PLACE_HELP, PLACE_TITLES, Place, Session
from tui.steps.step import Step
from tui.widgets.choice import ChoiceRow
from tui.widgets.field_row import FieldRow
from tui.widgets.fixed_line import FixedLine

_PRACTICE = (
    "The practice platform runs inside this program, on this machine only. It takes campaigns like the real "
    "one, judges them like the real one, and calls nobody. Make mistakes: nothing can happen."
)
_API = next(field for field in CONNECTION_FIELDS if field.key == "api")


class ConnectionStep(Step):
    """Choose practice or the platform; for the platform, type the connection for this run."""

    ABOUT = (
        "Choose where campaigns go. Practice is a platform inside this program that judges like the real one "
        "and calls nobody. Kore.ai is the real one: it needs a connection, typed here for this run or given "
        "by KORE_… variables."
    )

    class PracticeWanted(Message):
        """Practice was chosen: whoever runs the wizard starts it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")

    def compose(self) -> ComposeResult:
        """The choice, and what it needs."""
        places, titles = tuple(PLACE_TITLES), tuple(PLACE_TITLES.values())
        choice = ChoiceRow(places, self.session.place, titles=titles, id="place")
        yield FieldRow("Platform", choice, PLACE_HELP, id="row-place")
        yield from self._needed()

    def _needed(self) -> list[Widget]:
        if self.session.place is Place.NOWHERE:
            return []
        if self.session.place is Place.PRACTICE:
            return [self._api_row(), FixedLine(_PRACTICE, classes="note")]
        if self.session.from_environment:
            return [self._api_row(), FixedLine(self._from_environment(), classes="note")]
        from tui.steps.connection_form import ConnectionForm  # not part of the first screen

        return [ConnectionForm(self.session), self._api_row()]

    def _api_row(self) -> FieldRow:
        return FieldRow(
            _API.title, ChoiceRow(tuple(Api), self.session.api, id="api"), _API.help, id="row-api"
        )

    def _from_environment(self) -> str:
        given = self.session.connection
        said = [
            f"{field.title:<15}{getattr(given, field.key) if field.key != 'client_secret' else 'given, not shown'}"
            for field in CONNECTION_FIELDS
            if field is not _API
        ]
        problems = [given.problem(field.key) for field in CONNECTION_FIELDS]
        wrong = [f"! {each}" for each in (*problems, given.host_warning()) if each]
        return "\n".join(["From the environment (KORE_…), for this run:", "", *said, "", *wrong])

    @on(ChoiceRow.Changed, "#place")
    async def _place_chosen(self, event: ChoiceRow.Changed) -> None:
        self.session.place = Place(event.value)
        if self.session.place is Place.PRACTICE:
            self.post_message(self.PracticeWanted())
        await self.query("Step > *").exclude("#row-place").remove()
        await self.mount_all(self._needed())
        self.say("")

    @on(ChoiceRow.Changed, "#api")
    def _api_chosen(self, event: ChoiceRow.Changed) -> None:
        self.session.connection.api = event.value
        self.say(f"The campaign is made for {event.value} of the API now.")
