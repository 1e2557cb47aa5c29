"""The profiles that are there: look at one, use it, test, change, remove it, make it the default."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from tui.base.text import uncapitalised
from tui.credentials import profile_file
from tui.credentials.places import Removed
from tui.credentials.profile_errors import ProfileError
from tui.credentials.profile_text import Profiles
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.store import Prompter, StoreError
from tui.kore.connection import Connection
from tui.screen.pages.background_call import BackgroundCall
from tui.screen.steps.step import Step
from tui.screen.steps.test_panel import TestPanel
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.row_list import ListRow, RowList
from tui.workflow.session import Session

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tui.kore.diagnosis import Diagnosis

_ENVIRONMENT, _OTHER = "environment", "other"
"""Rows that are no profile."""
_KEYS = "Enter uses it  t tests  e changes  d default  x removes"


class ProfilePicker(Vertical):
    """A list, and below it everything about the line that one looks at; ``*`` stands before the one in use."""

    DEFAULT_CSS = """
    ProfilePicker { height: auto; }
    ProfilePicker > RowList { max-height: 7; margin: 0 1; }
    ProfilePicker > RowList > .row--here { text-style: bold; }
    ProfilePicker > RowList:focus > .row--here { text-style: bold reverse; }
    ProfilePicker > .hint { margin: 0 1 1 4; color: $text-muted; }
    ProfilePicker > .note-wide { margin: 0 1 0 4; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "test", "Test the connection", show=False, id="profiles.test"),
        Binding("e", "edit", "Change it", show=False, id="profiles.edit"),
        Binding("d", "make_default", "Make it the default", show=False, id="profiles.default"),
        Binding("x,delete", "remove", "Remove it", show=False, id="profiles.remove"),
        Binding("escape", "give_up", "Give up", show=False, id="profiles.give-up"),
        Binding("n", "other", "Another connection", show=False, id="profiles.new"),
    ]

    class Wanted(Message):
        """A connection is to be typed: another one, or ``profile`` is to be changed."""

        def __init__(self, profile: Profile | None = None) -> None:
            super().__init__()
            self.profile = profile

    def __init__(self, session: Session, profiles: Profiles) -> None:
        super().__init__()
        self.session = session
        self.profiles = profiles
        self._to_remove = ""
        self._talk: BackgroundCall[SecretStr] | BackgroundCall[list[Removed]] | None = None
        items = self._items()
        used = next((at for at, item in enumerate(items) if self._is_used(item)), 0)
        use = Binding("enter,space", "choose", "Use it", show=False, id="picks.use")
        self._rows = RowList(items, self._row, use, at=used, id="profiles")

    def compose(self) -> ComposeResult:
        yield self._rows
        yield FixedLine(_KEYS, classes="hint")
        yield FixedLine(self._detail(), id="detail", classes="note-wide")

    def on_mount(self) -> None:
        profile, tried = self.session.access.profile, self.session.access.said
        missing = profile and not self.session.connection.client_secret and not tried
        if profile and missing and not asks_for_secret(profile, self.session):
            self.use(profile)

    def on_unmount(self) -> None:
        self.give_up()

    def give_up(self) -> bool:
        """Wait no longer for a secret; tells whether anything was being waited for."""
        waiting, self._talk = self._talk, None
        if waiting is not None:
            waiting.give_up()
        return waiting is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "give_up" or self._talk is not None or bool(self._to_remove)

    def action_give_up(self) -> None:
        if self._to_remove:
            self._to_remove = ""
            self._show_status("It stays.")
        elif self.give_up():
            self.session.access.said = "Given up: Enter tries again."
            self._show_status("Given up.")
            self.refresh_list()

    def _items(self) -> tuple[Profile | str, ...]:
        environment = (_ENVIRONMENT,) if self.session.access.from_environment else ()
        return (*environment, *self.profiles.all, _OTHER)

    def _is_used(self, item: Profile | str) -> bool:
        used = self.session.access.profile
        if isinstance(item, Profile):
            return used is not None and used.name == item.name and not self.session.access.from_environment
        return item == _ENVIRONMENT

    def _row(self, item: Profile | str) -> ListRow:
        if isinstance(item, Profile):
            title, detail, mark = item.name, item.host, _marks(item, self.profiles.default)
        elif item == _ENVIRONMENT:
            title, detail, mark = "Environment", self.session.connection.host, "KORE_…"
        else:
            title, detail, mark = "Another connection", "typed for this run, or kept", ""
        used = "*" if self._is_used(item) else " "
        wide = max((len(_marks(each, self.profiles.default)) for each in self.profiles.all), default=0)
        # What is marked stands before what may have no room.
        return ListRow(
            ((f"{used} {title:<20.20}", ""), (f" {mark:<{wide}}", "warning"), (f"  {detail}", "muted"))
        )

    def _here(self) -> Profile | None:
        here = self._rows.here
        return here if isinstance(here, Profile) else None

    def refresh_list(self) -> None:
        """Read the session again."""
        self._rows.show(self._items())
        self.query_one("#detail", FixedLine).show(self._detail())

    # --- what is shown of one

    def _detail(self) -> str:
        profile = self._here()
        if profile is None:
            return "\n".join(self._environment()) if self._rows.here == _ENVIRONMENT else ""
        in_use = profile == self.session.access.profile
        said = self.session.access.said if in_use else ""
        store = self.session.access.secret_places()[profile.secret_place]
        return "\n".join(
            [
                f"{profile.host}, {profile.api}, {profile.algorithm}",
                f"App {profile.app_id}, account {profile.account_id}",
                f"Client {profile.client_id}",
                f"Secret: {uncapitalised(store.title)}. {said or 'Enter gets it.'}",
                f"Test:   {self.session.access.tested.get(profile.name, 'not tested yet: t does.')}",
            ]
        )

    def _environment(self) -> list[str]:
        given = self.session.connection
        return [f"{given.host}, {given.api}, given by KORE_… for this run.", f"App {given.app_id}"]

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._to_remove = ""
        self.query_one("#detail", FixedLine).show(self._detail())

    # --- what is done with one

    @on(RowList.Chosen)
    def _use(self) -> None:
        if (profile := self._here()) is not None:
            self.use(profile)
        elif self._rows.here == _OTHER:
            self.post_message(self.Wanted())

    def action_other(self) -> None:
        self.post_message(self.Wanted())

    def action_edit(self) -> None:
        if profile := self._here():
            self.post_message(self.Wanted(profile))

    def action_test(self) -> None:
        if profile := self._here():
            self.use(profile, then_test=True)
        elif self._rows.here == _ENVIRONMENT:
            self._test(self.session.connection.connection())

    def use(self, profile: Profile, *, then_test: bool = False) -> None:
        """Go by ``profile``: get its secret from its place, in a thread."""
        self.give_up()
        if self.session.access.profile != profile or not self.session.connection.client_secret:
            self.session.access.use_profile(profile)
        elif then_test:
            self._test(self.session.connection.connection())
            return
        places = self.session.access.secret_places()
        place = places[profile.secret_place]

        def done(result: "SecretStr | StoreError") -> None:
            self._talk = None
            self._got(profile, result, then_test=then_test)

        def work(prompter: Prompter) -> "SecretStr":
            return places.secret(profile, prompter)

        self._show_status(f"{profile.name} is used. Getting its secret: {uncapitalised(place.title)}.")
        self._talk = BackgroundCall(self.app, work, done, self._waits)
        self.refresh_list()

    def _waits(self, sentence: str) -> None:
        self._show_status(f"{sentence} Esc gives up.")

    def _got(self, profile: Profile, result: "SecretStr | StoreError", *, then_test: bool) -> None:
        if self.session.access.profile != profile:
            return
        if isinstance(result, StoreError):
            self.session.access.said = str(result)
            self._show_status(str(result), error=True)
        else:
            self.session.connection.client_secret = result
            self.session.access.said = "It is here."
            self._show_status(f"{profile.name} is ready." + ("" if then_test else " t tests it, ^N goes on."))
        self.refresh_list()
        if then_test and self.session.connection.client_secret and self.is_attached:
            self._test(self.session.connection.connection())

    def _test(self, connection: Connection) -> None:
        def tested(found: "Diagnosis | None") -> None:
            if found is not None:
                self.session.access.tested[connection.profile] = found.found
                self._show_status(found.found, error=not found.is_connected)
                self.refresh_list()

        self.app.push_screen(TestPanel(connection), tested)

    def action_make_default(self) -> None:
        if profile := self._here():
            try:
                self._show(profile_file.set_default(profile.name))
            except ProfileError as failed:
                self._failed(failed)
            else:
                self._show_status(f"{profile.name} is the default now.")

    def action_remove(self) -> None:
        profile = self._here()
        if profile is None:
            return
        if self._to_remove != profile.name:
            self._to_remove = profile.name
            self._show_status(f"x again removes {profile.name}, and its secret from every place.", error=True)
            return
        self._to_remove = ""
        places = self.session.access.secret_places()

        def work(prompter: Prompter) -> list[Removed]:
            done = places.remove(profile.name, prompter)
            own = next(each for each in done if each.place is profile.secret_place)
            if own.problem:
                raise StoreError(
                    f"The secret is not known to be gone, so {profile.name} stays: {own.problem}"
                )
            return done

        self.give_up()
        self._talk = BackgroundCall(self.app, work, lambda done: self._removed(profile, done), self._waits)
        self._show_status(f"Removing {profile.name} and its secret.")

    def _removed(self, profile: Profile, done: list[Removed] | StoreError) -> None:
        self._talk = None
        if isinstance(done, StoreError):
            self._show_status(str(done), error=True)
            return
        try:
            profiles = profile_file.remove(profile)
        except ProfileError as failed:
            self._failed(failed)
            return
        self.session.access.stop_using(profile.name)
        self.session.access.tested.pop(profile.name, None)
        places = ", ".join(uncapitalised(each.title) for each in done if each.was_there)
        unasked = [uncapitalised(each.title) for each in done if each.problem]
        tail = f" Not asked: {unasked[0]}." if unasked else ""
        self._show_status(f"{profile.name} and its secret are removed ({places or 'there was none'}).{tail}")
        self._show(profiles)

    def _failed(self, failed: ProfileError) -> None:
        """Say why not, and show what is there now: another session may have been at it."""
        self._show_status(str(failed), error=True)
        try:
            self._show(profile_file.load())
        except ProfileError as broken:
            self.session.access.profiles_error = str(broken)

    def _show(self, profiles: Profiles) -> None:
        self.profiles = self.session.access.profiles = profiles
        self.refresh_list()

    def _show_status(self, sentence: str, *, error: bool = False) -> None:
        self.post_message(Step.Changed(sentence, error=error))


def _marks(profile: Profile, default: str) -> str:
    words = ["PRODUCTION"] * profile.is_production + ["default"] * (profile.name == default)
    return " ".join(words)


def asks_for_secret(profile: Profile, session: Session) -> bool:
    """Whether getting the secret of ``profile`` would ask the person for something."""
    places = session.access.secret_places()
    if profile.secret_place is SecretPlace.KEYRING or places.caller.given is not None:
        return False
    return profile.secret_place is not SecretPlace.SEALED_FILE or places.sealed_file.needs_passphrase(
        profile.name
    )
