"""A profile: a named connection without its secret. Pure: no disk, no keyring."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.base.glyphs import COLOURS
from tui.campaign.modes import Api
from tui.kore.connection import ALGORITHMS, Connection, ConnectionDraft, Host

if TYPE_CHECKING:
    from pydantic import SecretStr

NAME_LIMIT = 40
"""Characters; a name is typed to send to production, and is part of a file's name."""


class SecretPlace(StrEnum):
    """The places a secret may live, in the order in which they are offered; the values stand in the file."""

    KEYRING = "keyring"
    THIS_RUN = "this-run"
    SEALED_FILE = "sealed-file"
    CALLER = "caller"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Profile:
    """A named connection. Every text may be wrong still: :meth:`problems` says what is.

    ``is_shared`` tells whether other people log in to this account; None where that was not asked.
    """

    name: str
    host: str = ""
    app_id: str = ""
    account_id: str = ""
    client_id: str = ""
    api: str = Api.V1.value
    algorithm: str = ALGORITHMS[0]
    colour: str = ""
    is_production: bool = False
    is_shared: bool | None = None
    secret_place: SecretPlace = field(default=SecretPlace.ASK)

    def problem(self, key: str) -> str:
        """What is wrong with the attribute ``key``, in one sentence, or nothing."""
        if key == "name":
            return name_problem(self.name)
        if key == "algorithm":
            return "" if self.algorithm in ALGORITHMS else f"The algorithm is {' or '.join(ALGORITHMS)}."
        if key == "colour":
            known = self.colour in {"", *COLOURS}
            return "" if known else f"The colour is one of {', '.join(COLOURS)}, or none."
        return self.draft().problem(key)

    def problems(self) -> list[str]:
        """Everything that is wrong, one sentence an attribute; nothing about a secret, which it has not."""
        keys = ("name", "host", "app_id", "account_id", "client_id", "api", "algorithm", "colour")
        return [problem for key in keys if (problem := self.problem(key))]

    def tidy(self) -> "Profile":
        """The profile without what people paste around values: blanks, and the scheme of an https host.

        Raises:
            ValueError: something is wrong; the message says what.
        """
        if problems := self.problems():
            raise ValueError(" ".join(problems))
        host = Host.read(self.host)
        return replace(
            self,
            host=host.address if host.scheme == "https" else host.url,
            app_id=self.app_id.strip(), account_id=self.account_id.strip(), client_id=self.client_id.strip(),
        )  # fmt: skip

    def draft(self, secret: "SecretStr | None" = None) -> ConnectionDraft:
        """The connection of this profile, as the Connection step shows it."""
        return ConnectionDraft(
            self.host, self.app_id, self.account_id, self.client_id, secret, self.api, self.name,
            self.is_production, self.algorithm,
        )  # fmt: skip

    def connection(self, secret: "SecretStr") -> Connection:
        """The connection of this profile.

        Raises:
            ValueError: something is missing or wrong; the message says what.
        """
        return self.draft(secret).connection()


def name_problem(name: str) -> str:
    """What keeps ``name`` from being a profile's, or nothing."""
    if not name:
        return "The profile's name is missing, such as prod-eu."
    if len(name) > NAME_LIMIT:
        return f"A profile's name has {NAME_LIMIT} characters at most."
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?", name):
        return "A profile's name is letters, digits, dots, - and _, such as prod-eu."
    return ""
