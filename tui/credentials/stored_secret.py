"""What is written where a secret outlives the run: one line of JSON, the same in every place."""

import json
from typing import TYPE_CHECKING

from tui.base import secret_text
from tui.credentials.store import StoreError

if TYPE_CHECKING:
    from pydantic import SecretStr

ENTRY_LIMIT = 1_200
"""Characters of one entry: Windows takes 2,560 bytes of UTF-16, and others keep a single line only."""


def stored_form(secret: "SecretStr") -> str:
    """The one line that is kept of a profile, in ASCII.

    Raises:
        StoreError: it would be longer than :data:`ENTRY_LIMIT`.
    """
    entry = json.dumps({"v": 1, "client_secret": secret.get_secret_value()}, separators=(",", ":"))
    if len(entry) > ENTRY_LIMIT:
        raise StoreError(
            f"The secret is too long to be kept: an entry has {ENTRY_LIMIT:,} characters at most."
        )
    return entry


def secret_of(entry: str) -> "SecretStr":
    """The secret in an entry.

    Raises:
        StoreError: it is no entry that this program wrote, or it is from a newer version.
    """
    try:
        found = json.loads(entry) if len(entry) <= ENTRY_LIMIT else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("client_secret"), str):
        raise StoreError("What is kept there was not written by this program: give the secret again.")
    if found.get("v") != 1:
        raise StoreError("What is kept there is from a newer kore-campaign: give the secret again.")
    return secret_text.wrapped(found["client_secret"])
