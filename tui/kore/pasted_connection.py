"""A connection out of what people paste: ``export KORE_…`` lines, a ``.env`` file, or a curl command.

Pure. A token that stands in it is never kept: each request is signed with a token of its own.
"""

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs, urlsplit

from tui.base import secret_text
from tui.campaign.modes import Api
from tui.kore.connection import CONNECTION_FIELDS, ConnectionDraft

if TYPE_CHECKING:
    from pydantic import SecretStr

_SECRET = "client_secret"  # noqa: S105  the name of a field
_KEYS = {field.environment: field.key for field in CONNECTION_FIELDS}
_TITLES = {field.key: field.title for field in CONNECTION_FIELDS}
_MOST = 100_000
"""Characters that are looked at."""
_ASSIGNED = re.compile(
    r"""(?:^|(?<=[\s;&{,"']))(?:\$env:)?["']?(KORE_[A-Z0-9_]+)["']?\s*(?:[=:]\s*|(?<=[A-Z])[ \t]+(?=["']?\S+["']?\s*$))
    (?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|((?:[^\s;&'"]|[;&](?!\s|$|export|KORE))+))""",
    re.MULTILINE | re.VERBOSE,
)
"""A variable and its value, quoted or not: in a shell, in PowerShell, after ``setx``, in a ``.env``, YAML or JSON."""
_URL = re.compile(r"""https?://[^\s'"\\^`<>]+""")
_HEADER = re.compile(r"""\b(iid|accountId)["']?\s*[:=]\s*["']?([A-Za-z0-9._~@-]+)""", re.IGNORECASE)
_PATH = re.compile(r"/(?:api/)?(v[12])/public/([A-Za-z0-9._~@-]+)")
_HEADERS = {"iid": "app_id", "accountid": "account_id"}


@dataclass(frozen=True, slots=True, repr=False)
class PastedConnection:
    """The ``values`` that were found, by the keys of a connection, the ``secret``, and whether a token was left out."""

    values: Mapping[str, str]
    secret: "SecretStr | None" = None
    had_token: bool = False

    def fill(self, draft: ConnectionDraft) -> str:
        """Write all of it into ``draft``; returns a sentence about it, which holds no value."""
        for key, value in self.values.items():
            setattr(draft, key, value)
        if self.secret is not None:
            draft.client_secret, draft.ready_token = self.secret, None
        found = [key for key in _TITLES if key in self.values or (key == _SECRET and self.secret)]
        token = " A token was left out: each request gets its own." if self.had_token else ""
        return f"Taken from what was pasted: {', '.join(_TITLES[key] for key in found)}.{token}"


def read(text: str) -> PastedConnection | None:
    """The connection in ``text``; None where it is no block of variables and no curl command, or has nothing of it."""
    text = text[:_MOST]
    values, secret = _variables(text)
    if not values and secret is None and re.search(r"\bcurl\b", text):
        values = _of_curl(text)
    if not values and secret is None:
        return None
    return PastedConnection(values, secret, secret_text.stray(re.sub(_ASSIGNED, "", text)) == "token")


def _variables(text: str) -> tuple[dict[str, str], "SecretStr | None"]:
    values, secret = dict[str, str](), None
    for found in _ASSIGNED.finditer(text):
        key = _KEYS.get(found[1])
        value = next((part for part in found.groups()[1:] if part is not None), "").strip()
        if key == _SECRET and value:
            secret = secret_text.read(secret_text.wrapped(value)).secret
        elif key and value and not secret_text.stray(value):
            values[key] = value
    return values, secret


def _of_curl(text: str) -> dict[str, str]:
    """What the address and the headers of a command tell."""
    found: dict[str, str] = {}
    if url := _URL.search(text):
        with contextlib.suppress(ValueError):  # no address after all
            found |= _of_address(urlsplit(url[0]))
    for name, value in _HEADER.findall(text):
        found[_HEADERS[name.lower()]] = value
    return found


def _of_address(parts: SplitResult) -> dict[str, str]:
    found = {}
    if "@" not in parts.netloc:
        found["host"] = parts.netloc if parts.scheme == "https" else f"{parts.scheme}://{parts.netloc}"
    if path := _PATH.search(parts.path):
        found["api"], found["app_id"] = Api(path[1]).value, path[2]
    if account := parse_qs(parts.query).get("accountId"):
        found["account_id"] = account[0]
    return found
