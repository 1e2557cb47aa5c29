"""Keeping a connection as a profile: its name and marks, and the place its secret lives, said before it is written."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from tui.base.glyphs import COLOURS
from tui.credentials.places import Places
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.save_profile import SavedProfile, save_profile
from tui.credentials.store import Look, Prompter, StoreError
from tui.kore.connection import ConnectionDraft
from tui.screen.pages.background_call import BackgroundCall
from tui.screen.pages.page import ModalPage
from tui.screen.widgets.button_bar import ButtonBar, ButtonRow
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField

if TYPE_CHECKING:
    from pydantic import SecretStr

_TITLES = {
    SecretPlace.KEYRING: "Keyring",
    SecretPlace.THIS_RUN: "This run",
    SecretPlace.SEALED_FILE: "Sealed file",
    SecretPlace.CALLER: "Caller",
    SecretPlace.ASK: "Ask",
}
_YES, _NO = "yes", "no"
_LOOKING = "Looking whether a keyring answers …"


class KeepProfile(ModalPage["SavedProfile | None"]):
    """Gives the profile that was written, or None where the person went back.

    ``old`` is the profile that is edited, None for a new one.
    """

    DEFAULT_CSS = """
    #sentence { margin: 0 1 1 19; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Back", id="keep.leave")]

    def __init__(self, given: ConnectionDraft, old: Profile | None, places: Places) -> None:
        super().__init__()
        self._given = given
        self._old = old
        self._places = places
        self._keyring: Look | None = None
        self._chosen_by_person = old is not None
        self._talk: BackgroundCall[Look] | BackgroundCall[SavedProfile] | None = None
        self._profile = _begun(given, old)

    def compose(self) -> ComposeResult:
        profile, editing = self._profile, self._old is not None
        with VerticalScroll(classes="page"):
            title = f"Change the profile {profile.name}" if editing else "Keep this connection as a profile"
            yield FixedLine(title, classes="heading")
            name: Widget = FixedLine(profile.name) if editing else TextField(profile.name, id="name")
            yield FieldRow("Name", name, "Letters, digits, dots, - and _, such as prod-eu.", id="row-name")
            yield _row(
                "Production",
                "production",
                profile.is_production,
                "Sending then asks for the profile's name to be typed.",
            )
            colours = ChoiceRow(("", *COLOURS), profile.colour, titles=("none", *COLOURS), id="colour")
            yield FieldRow("Colour", colours, "The name is painted with it on every screen.")
            yield _row(
                "Shared account",
                "shared",
                profile.is_shared,
                "Do others log in to this account of this machine?",
            )
            places = ChoiceRow(
                tuple(_TITLES), profile.secret_place, titles=tuple(_TITLES.values()), id="place-of-secret"
            )
            yield FieldRow("Secret lives in", places, _LOOKING, id="row-place-of-secret")
            yield FixedLine(self._sentence(), id="sentence")
            with ButtonRow():
                yield ButtonBar("Save", id="save")
                yield ButtonBar("Back", id="back")
        yield FixedLine("", id="keep-said", classes="foot")

    def on_mount(self) -> None:
        self.query_one("#production" if self._old else "#name").focus()
        self._talk = BackgroundCall(self.app, self._places.keyring.look, self._looked, self._show_status)

    def on_unmount(self) -> None:
        if self._talk is not None:
            self._talk.give_up()

    @on(ButtonBar.Pressed, "#back")
    def action_leave(self) -> None:
        if self._talk is not None:
            self._talk.give_up()
        self.dismiss(None)

    def _looked(self, look: Look | StoreError) -> None:
        self._talk = None
        self._keyring = look if isinstance(look, Look) else Look(False, str(look))
        self._suggest()
        self._show_status("")

    def _suggest(self) -> None:
        """Offer the first place that works, until the person chooses; never anything on a shared account's disk."""
        if self._keyring is None:
            return
        self.query_one("#row-place-of-secret", FieldRow).show_help(self._keyring.said.partition(" (")[0])
        if not self._chosen_by_person:
            place = self._places.suggested(self._keyring, is_shared=self._profile.is_shared)
            self._profile = replace(self._profile, secret_place=place)
            self.query_one("#place-of-secret", ChoiceRow).value = place
            self.query_one("#sentence", FixedLine).show(self._sentence())

    def _sentence(self) -> str:
        store = self._places[self._profile.secret_place]
        return f"{store.title}: {store.sentence}"

    @on(Input.Changed, "#name")
    def _named(self, event: Input.Changed) -> None:
        self._profile = replace(self._profile, name=event.value.strip())
        self.query_one("#row-name", FieldRow).show_error("")

    @on(ChoiceRow.Changed)
    def _chosen(self, event: ChoiceRow.Changed) -> None:
        match event.row.id:
            case "production":
                self._profile = replace(self._profile, is_production=event.value == _YES)
            case "colour":
                self._profile = replace(self._profile, colour=event.value)
            case "shared":
                self._profile = replace(self._profile, is_shared=event.value == _YES)
                self._suggest()
            case "place-of-secret":
                self._chosen_by_person = True
                self._profile = replace(self._profile, secret_place=SecretPlace(event.value))
                self.query_one("#sentence", FixedLine).show(self._sentence())

    @on(ButtonBar.Pressed, "#save")
    def _save(self) -> None:
        if problem := self._profile.problem("name"):
            self.query_one("#row-name", FieldRow).show_error(problem)
            self.query_one("#name").focus()
            return
        if problems := self._profile.problems():
            self._show_status(f"! {problems[0]} Go back and put it right.")
            return
        if self._talk is not None:
            self._talk.give_up()
        profile, old, places = self._profile, self._old, self._places
        secret: SecretStr | None = None if self._given.token else self._given.client_secret

        def work(prompter: Prompter) -> SavedProfile:
            return save_profile(profile, old, secret, places, prompter)

        self._show_status("Saving …")
        self._talk = BackgroundCall(self.app, work, self._saved, self._show_status)

    def _saved(self, kept: "SavedProfile | StoreError") -> None:
        self._talk = None
        if isinstance(kept, StoreError):
            self._show_status(f"! {kept}")
        else:
            self.dismiss(kept)

    def _show_status(self, sentence: str) -> None:
        self.query_one("#keep-said", FixedLine).show(f" {sentence}" if sentence else "")


def _row(title: str, key: str, value: bool | None, help_text: str) -> FieldRow:
    given = "" if value is None else _YES if value else _NO
    return FieldRow(title, ChoiceRow((_NO, _YES), given, id=key), help_text)


def _begun(given: ConnectionDraft, old: Profile | None) -> Profile:
    """The profile as it would be written now."""
    begun = old or Profile("", secret_place=SecretPlace.THIS_RUN)
    return replace(
        begun, host=given.host, app_id=given.app_id, account_id=given.account_id, client_id=given.client_id,
        api=str(given.api), algorithm=given.algorithm,
    )  # fmt: skip
