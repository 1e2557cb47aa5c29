"""What a ready-made token, pasted in the place of a secret, says of itself.

Read without verification, since only the platform can verify it: for showing when it expires, no more.
"""

import base64
import binascii
import contextlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import SecretStr


@dataclass(frozen=True, slots=True)
class ReadyToken:
    """When it expires, aware of its time zone (None where it does not say), and whether it may be used only once.

    ``has_id``: it carries a ``jti``, and an app that enforces that takes such a token once (documented).
    """

    expires: datetime | None = None
    has_id: bool = False

    def is_expired(self, now: datetime) -> bool:
        """Whether the platform can only refuse it at ``now``."""
        return self.expires is not None and self.expires <= now

    def sentence(self, now: datetime) -> str:
        """What a person must know of it at ``now``."""
        if self.expires is None:
            said = "This is a ready-made token that does not say when it expires."
        else:
            when = self.expires.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            left = self.expires - now
            said = f"This is a ready-made token: it expires {when}, in {_span(left)}."
            if left <= timedelta(0):
                return f"This ready-made token expired {when}, {_span(-left)} ago: get a new one."
        return f"{said} It may be good for one request only." if self.has_id else said


def read(token: "SecretStr") -> ReadyToken:
    """What ``token`` says of itself; nothing where it can't be read."""
    claims = _claims(token.get_secret_value())
    expires = claims.get("exp")
    when = None
    if isinstance(expires, int | float) and not isinstance(expires, bool):
        with contextlib.suppress(ValueError, OverflowError, OSError):
            when = datetime.fromtimestamp(expires, UTC)
    return ReadyToken(when, "jti" in claims)


def _claims(token: str) -> dict[str, Any]:
    part = token.split(".")[1] if token.count(".") == 2 else ""
    try:
        found = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError, binascii.Error):
        return {}
    return found if isinstance(found, dict) else {}


def _span(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    for unit, size in (("days", 86_400), ("hours", 3_600), ("min", 60)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
