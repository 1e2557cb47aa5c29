"""Connection: where the campaign goes. Practice stands beside the real platform."""

import contextlib
import threading
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from tui.campaign.modes import Api
from tui.kore.connection import CONNECTION_FIELDS
from tui.screen import on_demand
from tui.screen.steps.step import Step
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.workflow.access import PLACE_HELP, PLACE_TITLES, Destination
from tui.workflow.session import Session

if TYPE_CHECKING:
    from textual.app import App

    from tui.screen.steps.connection_form import ConnectionForm
    from tui.screen.steps.connection_profiles import ProfilePicker
    from tui.storage.drafts import ListedDraft

_PRACTICE = (
    "The practice platform runs inside this program, on this machine only. It takes campaigns like the real "
    "one, judges them like the real one, and calls nobody. Make mistakes: nothing can happen."
)
_FIRST_SCREEN_SECONDS = 0.15
"""How long the first screen stands before the disk is looked at."""
_API = next(field for field in CONNECTION_FIELDS if field.key == "api")


class ConnectionStep(Step):
    """Choose practice or the platform; for the platform, choose a profile or type a connection."""

    HAS_HELP = True
    DEFAULT_CSS = "ConnectionStep { height: auto; }"
    SCOPED_CSS = False
    ABOUT = (
        "Choose where campaigns go. Practice is a platform inside this program that judges like the real one "
        "and calls nobody. Kore.ai is the real one: it needs a connection, which is a profile of yours, typed here "
        "for this run, or given by KORE_… variables. A profile keeps host and ids; where its secret is kept you "
        "choose, and each place says what it protects against."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,f6", "receipts", "Receipts", show=False, id="connection.receipts"),
    ]

    class PracticeWanted(Message):
        """Practice was chosen: whoever runs the wizard starts it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, id="step")

    def compose(self) -> ComposeResult:
        places, titles = tuple(PLACE_TITLES), tuple(PLACE_TITLES.values())
        choice = ChoiceRow(places, self.session.place, titles=titles, id="place")
        yield FieldRow("Platform", choice, PLACE_HELP, is_alone=False, id="row-place")
        yield from self._needed()

    def on_mount(self) -> None:
        look = threading.Thread(target=self._look_for_drafts, args=[self.app], daemon=True, name="drafts")
        self.set_timer(_FIRST_SCREEN_SECONDS, look.start)

    def _look_for_drafts(self, app: "App[None]") -> None:
        if drafts := on_demand.kept_drafts(app):
            with contextlib.suppress(RuntimeError):  # the wizard may be gone already
                app.call_later(self._offer, drafts)

    async def _offer(self, drafts: "tuple[ListedDraft, ...]") -> None:
        if self.is_attached:
            await self.mount(on_demand.draft_list(drafts))

    def _needed(self) -> list[Widget]:
        if self.session.place is Destination.NOWHERE:
            return []
        if self.session.place is Destination.PRACTICE:
            return [self._api_row(), FixedLine(_PRACTICE, classes="note")]
        self._read_profiles()
        profiles = self.session.access.profiles
        if profiles and profiles.all and not self.session.access.typing:
            return [on_demand.profile_picker(self.session, profiles)]
        if self.session.access.from_environment:
            return [self._api_row(), FixedLine(self._from_environment(), classes="note")]
        wrong = self.session.access.profiles_error
        return [
            *([FixedLine(f"! {wrong}", classes="paragraph warning")] if wrong else []),
            on_demand.connection_form(self.session),
        ]

    def _read_profiles(self) -> None:
        """Read the profiles, once; a file that can't be read is said, and then there are none."""
        if self.session.access.profiles is None and not self.session.access.profiles_error:
            self.session.access.profiles, self.session.access.profiles_error = on_demand.stored_profiles()

    def _api_row(self) -> FieldRow:
        return FieldRow(
            _API.title,
            ChoiceRow(tuple(Api), self.session.api, id="api"),
            _API.help,
            is_alone=False,
            id="row-api",
        )

    def _from_environment(self) -> str:
        given = self.session.connection
        said = [
            f"{field.title:<15}{getattr(given, field.key) if field.key != 'client_secret' else 'given, not shown'}"
            for field in CONNECTION_FIELDS
            if field is not _API
        ]
        problems = [given.problem(field.key) for field in CONNECTION_FIELDS]
        wrong = [f"! {each}" for each in (*problems, *given.oddities()) if each]
        return "\n".join(["From the environment (KORE_…), for this run:", "", *said, "", *wrong])

    async def show(self, said: str = "") -> None:
        """Show what the session needs now, and begin in its first field."""
        async with self.batch():
            await self.query("Step > *").exclude("#row-place, #drafts").remove()
            await self.mount_all(self._needed(), after="#row-place")
        self.show_status(said)

    def take_paste(self, text: str, *, into_secret: bool) -> bool:
        """A whole connection that is pasted fills all of its fields, wherever the focus is."""
        found = on_demand.pasted_connection(text)
        if found is None or (into_secret and not found.values):
            return False
        if self.session.place is Destination.PRACTICE:
            self.show_status(
                "Not taken: practice has a connection of its own. Choose Kore.ai first.", error=True
            )
            return True
        if not self.session.access.typing or self.session.place is not Destination.PLATFORM:
            self.session.access.type_connection()
        self.call_later(self.show, found.fill(self.session.connection))
        return True

    @on(ChoiceRow.Changed, "#place")
    async def _place_chosen(self, event: ChoiceRow.Changed) -> None:
        self.session.access.place = Destination(event.value)
        if self.session.place is Destination.PRACTICE:
            self.post_message(self.PracticeWanted())
        await self.show()

    @on(ChoiceRow.Changed, "#api")
    def _api_chosen(self, event: ChoiceRow.Changed) -> None:
        changed = on_demand.change_version(self.session, event.value)
        self.show_status(" ".join((f"The campaign is made for {event.value} of the API now.", *changed)))

    async def on_profile_picker_wanted(self, event: "ProfilePicker.Wanted") -> None:
        self.session.access.type_connection(event.profile)
        await self.show(f"Changing {event.profile.name}." if event.profile else "")
        self.query_one("#host").focus()

    async def on_connection_form_back_to_profiles(self) -> None:
        self.session.access.typing = False
        if self.session.access.editing is not None:
            self.session.access.use_profile(self.session.access.editing)
        await self.show()
        self.query_one("#profiles").focus()

    async def on_connection_form_saved(self, event: "ConnectionForm.Saved") -> None:
        secret = self.session.connection.client_secret
        self.session.access.profiles = event.kept.profiles
        self.session.access.use_profile(event.kept.profile)
        self.session.connection.client_secret = secret
        self.session.access.said = "It is here." if secret else ""
        await self.show(event.kept.said)
        self.query_one("#profiles").focus()
