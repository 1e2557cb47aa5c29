"""All places a secret may live, in the order in which they are offered, and how a profile's secret is found."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.base import trace
from tui.base.text import uncapitalised
from tui.credentials.in_memory import AskedEachTime, GivenByCaller, ThisRun
from tui.credentials.os_keyring import OsKeyring
from tui.credentials.profiles import Profile, SecretPlace
from tui.credentials.sealed_file import SealedFile
from tui.credentials.store import NOBODY, Look, Prompter, Store, StoreError

if TYPE_CHECKING:
    from pydantic import SecretStr


class NoSecretError(StoreError):
    """No place has the secret: it has to be given."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What became of a place when a profile's secret was removed; ``problem`` says what is not known to be gone."""

    place: SecretPlace
    title: str
    was_there: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a run. Secrets in memory live as long as this object."""

    keyring: OsKeyring = field(default_factory=OsKeyring)
    this_run: ThisRun = field(default_factory=ThisRun)
    sealed_file: SealedFile = field(default_factory=SealedFile)
    caller: GivenByCaller = field(default_factory=GivenByCaller)
    ask: AskedEachTime = field(default_factory=AskedEachTime)

    def __iter__(self) -> Iterator[Store]:
        """All of them, in the order in which they are offered."""
        return iter((self.keyring, self.this_run, self.sealed_file, self.caller, self.ask))

    def __getitem__(self, place: SecretPlace) -> Store:
        """The store behind a profile's ``secret_place``."""
        return next(each for each in self if each.place is place)

    def suggested(self, keyring: Look, *, is_shared: bool | None) -> SecretPlace:
        """The place to suggest: the first that works, but nothing that outlives the run on a shared account.

        ``keyring`` is what a look at the keyring found. A suggestion only: the person chooses.
        """
        return SecretPlace.KEYRING if keyring.works and not is_shared else SecretPlace.THIS_RUN

    def secret(self, profile: Profile, prompter: Prompter = NOBODY) -> "SecretStr":
        """The secret of ``profile``: what the caller gave, what this run knows, what its place has, or asked for.

        A secret that is asked for is kept for this run, unless the profile wants to be asked each time. What the
        caller gave and was forgotten is asked for too, before the place: it came before that.

        Raises:
            NoSecretError: there is no secret, and no person to ask.
            StoreError: its place could not say.
        """
        if self.caller.given is not None:
            trace.note("The secret is the one that the caller gave.")
            return self.caller.given
        store = self[profile.secret_place]
        trace.note(f"The secret of {profile.name} lives here: {store.title}.")
        found = self.this_run.read(profile.name)
        if found is None and not self.caller.is_forgotten:
            found = store.read(profile.name, prompter)
        if found is not None:
            return found
        asked = None
        if self.caller.is_forgotten:
            asked = prompter.secret(
                f"Client secret of {profile.name} (what was given at the start is forgotten)"
            )
        elif profile.secret_place is not SecretPlace.ASK:
            asked = prompter.secret(f"Client secret of {profile.name}")
        if asked is None:
            raise NoSecretError(_missing(profile, store))
        self.this_run.keep(profile.name, asked)
        return asked

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> list[Removed]:
        """Delete a profile's secret from every place, and check each; raises nothing."""
        done = []
        for store in self:
            try:
                done.append(Removed(store.place, store.title, store.remove(profile, prompter)))
            except StoreError as failed:
                done.append(Removed(store.place, store.title, False, str(failed)))
        return done

    def forget(self) -> None:
        """Forget every secret that is in this process's memory."""
        for store in self:
            store.forget()


def _missing(profile: Profile, store: Store) -> str:
    if profile.secret_place is SecretPlace.KEYRING:
        why = f"The keyring has no secret of {profile.name}."
    elif profile.secret_place is SecretPlace.SEALED_FILE:
        why = f"There is no sealed file of {profile.name}."
    else:
        why = f"The secret of {profile.name} is stored nowhere ({uncapitalised(store.title)})."
    return f"{why} Give it by --secret-fd N or --secret-file FILE."
