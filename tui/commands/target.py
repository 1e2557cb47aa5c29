"""The connection that a command uses, and its secret from wherever it lives."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.base import secret_text
from tui.base.console import say
from tui.credentials import environment, prompts, resolve
from tui.credentials.profile_errors import NoProfileError, ProfileError
from tui.credentials.resolve import ConnectionRequest
from tui.credentials.store import StoreError
from tui.kore.connection import Connection
from tui.kore.verdicts import Verdict

if TYPE_CHECKING:
    from pydantic import SecretStr


class NoTargetError(Exception):
    """There is no connection to use; the message says why, ``verdict`` what that is for a script."""

    def __init__(self, verdict: Verdict, why: str) -> None:
        super().__init__(why)
        self.verdict = verdict


@dataclass(frozen=True, slots=True)
class Target:
    """Where a command goes: ``connection`` without its secret, which ``secret`` gets from wherever it lives.

    ``secret`` raises NoTargetError where it can't be had.
    """

    connection: Connection
    secret: "Callable[[], SecretStr]"


def chosen(request: ConnectionRequest) -> Target:
    """The connection of the profile that is named, of ``KORE_…``, or of the default profile.

    Raises:
        NoTargetError: there is none, or it is wrong.
    """
    try:
        found = resolve.choose(request)
    except NoProfileError as unknown:
        raise NoTargetError(Verdict.USAGE, str(unknown)) from None
    except ProfileError as failed:
        raise NoTargetError(Verdict.UNAUTHORISED, str(failed)) from None
    if found is None:
        absent = ", ".join(environment.NEEDED)
        why = f"Credentials are missing: there is no default profile, and none in the environment ({absent})."
        raise NoTargetError(Verdict.UNAUTHORISED, why)
    if found.note:
        say(found.note)
    bare = replace(found.draft, client_secret=secret_text.wrapped("not-read-yet"))
    if problems := bare.problems():
        where = f"profile {found.profile.name}" if found.profile else "environment"
        raise NoTargetError(Verdict.USAGE, f"The connection in the {where} is wrong: {' '.join(problems)}")

    def secret() -> "SecretStr":
        try:
            return resolve.secret(found, request, prompts.prompter())
        except StoreError as failed:
            raise NoTargetError(Verdict.UNAUTHORISED, str(failed)) from None

    return Target(bare.connection(), secret)
