"""Which connection a command uses: the profile that is named, else ``KORE_…``, else the default profile."""

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.credentials.environment import SECRET_VARIABLE, Environment
from tui.credentials.profile_errors import ProfileError
from tui.credentials.store import NOBODY, Prompter, StoreError
from tui.kore.connection import ConnectionDraft
from tui.storage.folders import config_path

if TYPE_CHECKING:
    from pydantic import SecretStr

    from tui.credentials.places import Places
    from tui.credentials.profile_text import Profiles
    from tui.credentials.profiles import Profile


class ResolveError(ProfileError):
    """The connection that is asked for is not whole; the message says what is missing."""


@dataclass(slots=True, repr=False)
class ConnectionRequest:
    """What the caller says of the connection: a profile's name, a secret, the passphrase of a sealed file.

    ``said`` tells what was left out of that secret, if anything.
    """

    environment: Environment = field(default_factory=Environment)
    profile: str = ""
    secret: "SecretStr | None" = None
    passphrase: "SecretStr | None" = None
    said: str = ""

    def forget(self) -> None:
        """Forget what was given, also where the parsed command line holds it: whoever took it can forget it too."""
        self.secret = self.passphrase = self.environment.secret = None


class Chosen(NamedTuple):
    """The connection that was chosen, as far as it is known: of a ``profile``, or of the environment (None).

    ``draft`` has the secret only where the caller gave it. ``note`` says what was left aside, if anything.
    """

    draft: ConnectionDraft
    profile: "Profile | None" = None
    note: str = ""


def choose(request: ConnectionRequest) -> Chosen | None:
    """Choose the connection; None where neither profile nor environment names one. Reads no secret.

    Raises:
        ResolveError: ``KORE_…`` is there in part; it is never mixed with a profile.
        ProfileError: the profiles can't be read, or there is none of that name.
    """
    environment = request.environment
    missing = environment.missing()
    if request.profile:
        profile = _profiles().named(request.profile)
        aside = f"KORE_… is set and not used: the profile {profile.name} is."
        return Chosen(
            profile.draft(request.secret), profile, _note(request.said, aside * (missing is not None))
        )
    if missing is not None:
        if request.secret is not None:
            missing = [name for name in missing if name != SECRET_VARIABLE]
        if missing:
            raise ResolveError(
                f"The environment's connection is incomplete and not used: {', '.join(missing)} missing."
            )
        draft = environment.draft()
        draft.client_secret = request.secret or draft.client_secret
        return Chosen(draft, note=request.said if request.secret else environment.said)
    if not os.path.lexists(config_path()):
        return None
    profiles = _profiles()
    if not profiles.default:
        return None
    profile = profiles.named(profiles.default)
    return Chosen(profile.draft(request.secret), profile, request.said)


def _profiles() -> "Profiles":
    from tui.credentials import profile_file  # 3 ms that a start without profiles need not wait for

    return profile_file.load()


def _note(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def places_for(request: ConnectionRequest) -> "Places":
    """The places of this run, with what the caller gave."""
    from tui.credentials.places import Places

    places = Places()
    places.caller.given = request.secret
    return places


def answering(request: ConnectionRequest, prompter: Prompter = NOBODY) -> Prompter:
    """``prompter``, with the passphrase that the caller gave as its answer."""
    given = request.passphrase
    return prompter if given is None else prompter._replace(passphrase=lambda question, new: given)  # noqa: ARG005


def secret(chosen: Chosen, request: ConnectionRequest, prompter: Prompter) -> "SecretStr":
    """The secret of the chosen connection, read from its place.

    Raises:
        StoreError: it can't be had, or what is kept is no bare secret.
    """
    found = chosen.draft.client_secret
    if found is None:
        assert chosen.profile is not None
        found = places_for(request).secret(chosen.profile, answering(request, prompter))
    if problem := replace(chosen.draft, client_secret=found).problem("client_secret"):
        raise StoreError(problem)
    return found
