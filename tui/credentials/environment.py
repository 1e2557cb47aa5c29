"""A connection from the environment: ``KORE_HOST`` and the others, all or nothing."""

from collections.abc import Mapping

from tui.connection import CONNECTION_FIELDS, ConnectionDraft

NEEDED = tuple(field.environment for field in CONNECTION_FIELDS if field.key != "api")
"""The variables of a whole set; the version of the API is v1 where it is not set."""


def missing(environ: Mapping[str, str]) -> list[str] | None:
    """The names that a partial set lacks; an empty list where the set is whole, None where there is none."""
    absent = [name for name in NEEDED if not environ.get(name, "").strip()]
    return None if len(absent) == len(NEEDED) else absent


def read(environ: Mapping[str, str]) -> ConnectionDraft:
    """The connection of a whole set, as it stands there; it may still be wrong."""
    from pydantic import SecretStr  # 70 ms, not paid by a first screen without an environment

    draft = ConnectionDraft()
    for field in CONNECTION_FIELDS:
        value = environ.get(field.environment, "").strip()
        if field.key == "client_secret":
            draft.client_secret = SecretStr(value)
        elif value:
            setattr(draft, field.key, value)
    return draft
