"""A connection from the environment: ``KORE_HOST`` and the others, all or nothing."""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.base import secret_text
from tui.base.hardening import wipe
from tui.kore.connection import CONNECTION_FIELDS, ConnectionDraft

if TYPE_CHECKING:
    from pydantic import SecretStr

SECRET_VARIABLE = next(field.environment for field in CONNECTION_FIELDS if field.key == "client_secret")
NEEDED = tuple(field.environment for field in CONNECTION_FIELDS if field.key != "api")
"""The variables of a whole set; the version of the API is v1 where it is not set."""


@dataclass(slots=True, repr=False)
class Environment:
    """The connection that the environment names when the program starts; ``values`` hold no secret.

    ``said`` tells what was left out of the secret, if anything.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    secret: "SecretStr | None" = None
    said: str = ""

    def missing(self) -> list[str] | None:
        """The names that a partial set lacks; an empty list where the set is whole, None where there is none."""
        absent = [
            name for name in NEEDED if not (self.secret if name == SECRET_VARIABLE else self.values.get(name))
        ]
        return None if len(absent) == len(NEEDED) else absent

    def draft(self) -> ConnectionDraft:
        """The connection as it stands there; it may be incomplete or wrong."""
        draft = ConnectionDraft(client_secret=self.secret)
        for each in CONNECTION_FIELDS:
            if value := self.values.get(each.environment):
                setattr(draft, each.key, value)
        return draft


def take(environ: MutableMapping[str, str]) -> Environment:
    """Read the connection, and take its secret out of ``environ``: no child inherits it.

    Where ``environ`` is this process's own, the secret is also wiped from where ``/proc/PID/environ`` shows it.
    """
    names = [each.environment for each in CONNECTION_FIELDS if each.environment != SECRET_VARIABLE]
    values = {name: value for name in names if (value := environ.get(name, "").strip())}
    secret = environ.get(SECRET_VARIABLE, "")
    if SECRET_VARIABLE in environ:
        wipe(SECRET_VARIABLE)
        del environ[SECRET_VARIABLE]
    if not secret.strip():
        return Environment(values)
    found = secret_text.read(secret_text.wrapped(secret))
    return Environment(values, found.secret, found.said)
