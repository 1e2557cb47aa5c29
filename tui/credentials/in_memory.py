"""The places that write nothing to disk: the memory of this run, the caller, and a question each time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tui.credentials.profiles import SecretPlace
from tui.credentials.store import NOBODY, Look, Prompter

if TYPE_CHECKING:
    from pydantic import SecretStr

_WORKS = Look(True, "Works everywhere.")


@dataclass(slots=True)
class ThisRun:
    """The memory of this process."""

    place = SecretPlace.THIS_RUN
    title = "This run only"
    sentence = (
        "Nothing is written to disk. Other logins of this account can't read it, root can; it is gone when "
        "this program ends, and is given again at the next start."
    )
    outlives_run = False
    _secrets: "dict[str, SecretStr]" = field(default_factory=dict, repr=False)

    def look(self, prompter: Prompter = NOBODY) -> Look:  # noqa: ARG002
        """This place works on every machine."""
        return _WORKS

    def keep(self, profile: str, secret: "SecretStr", prompter: Prompter = NOBODY) -> None:  # noqa: ARG002
        """Keep the secret until the end of the run."""
        self._secrets[profile] = secret

    def read(self, profile: str, prompter: Prompter = NOBODY) -> "SecretStr | None":  # noqa: ARG002
        """The secret that was given in this run."""
        return self._secrets.get(profile)

    def has(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Whether the secret was given in this run."""
        return profile in self._secrets

    def snapshot(self, profile: str, prompter: Prompter = NOBODY) -> Callable[[], object]:  # noqa: ARG002
        """What was given in this run, or nothing."""
        before = self._secrets.get(profile)
        return (
            partial(self._secrets.pop, profile, None)
            if before is None
            else partial(self.keep, profile, before)
        )

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Forget the secret of the profile."""
        return self._secrets.pop(profile, None) is not None

    def forget(self) -> None:
        """Forget the secrets of all profiles."""
        self._secrets.clear()


@dataclass(slots=True)
class GivenByCaller:
    """The secret that the caller handed over at the start; it serves every profile of this run."""

    place = SecretPlace.CALLER
    title = "Given by the caller"
    sentence = (
        "Never stored here: whoever starts the program hands it over by --secret-fd or --secret-file, from a "
        "password manager for instance, and protects it there."
    )
    outlives_run = False
    given: "SecretStr | None" = field(default=None, repr=False)
    is_forgotten: bool = False

    def look(self, prompter: Prompter = NOBODY) -> Look:  # noqa: ARG002
        """This place works where the caller gives a secret."""
        if self.given is None:
            return Look(True, "None was given to this run: --secret-fd N or --secret-file FILE gives one.")
        return Look(True, "One was given to this run.")

    def keep(self, profile: str, secret: "SecretStr", prompter: Prompter = NOBODY) -> None:
        """Keep nothing: the caller gives the secret again at the next start."""

    def read(self, profile: str, prompter: Prompter = NOBODY) -> "SecretStr | None":  # noqa: ARG002
        """The secret that the caller gave."""
        return self.given

    def has(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Whether the caller gave a secret to this run."""
        return self.given is not None

    def snapshot(self, profile: str, prompter: Prompter = NOBODY) -> Callable[[], object]:  # noqa: ARG002
        """Nothing to put back."""
        return _nothing

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Remove nothing: this place stores nothing."""
        return False

    def forget(self) -> None:
        """Forget the secret; in this run only a person who types it can give it again."""
        self.is_forgotten = self.is_forgotten or self.given is not None
        self.given = None


@dataclass(slots=True)
class AskedEachTime:
    """Asks the person each time the secret is needed."""

    place = SecretPlace.ASK
    title = "Asked each time"
    sentence = (
        "Kept nowhere: you are asked each time it is needed. Safe from whoever gets at this machine later, "
        "not from somebody who watches this account while you type."
    )
    outlives_run = False

    def look(self, prompter: Prompter = NOBODY) -> Look:  # noqa: ARG002
        """This place works where a person can be asked."""
        return _WORKS

    def keep(self, profile: str, secret: "SecretStr", prompter: Prompter = NOBODY) -> None:
        """Keep nothing."""

    def read(self, profile: str, prompter: Prompter = NOBODY) -> "SecretStr | None":
        """Ask the person for the secret."""
        return prompter.secret(f"Client secret of {profile}")

    def has(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Always False."""
        return False

    def snapshot(self, profile: str, prompter: Prompter = NOBODY) -> Callable[[], object]:  # noqa: ARG002
        """Nothing to put back."""
        return _nothing

    def remove(self, profile: str, prompter: Prompter = NOBODY) -> bool:  # noqa: ARG002
        """Remove nothing: this place keeps nothing."""
        return False

    def forget(self) -> None:
        """Forget nothing: this place holds nothing."""


def _nothing() -> None:
    """Nothing was written, so nothing is put back."""
