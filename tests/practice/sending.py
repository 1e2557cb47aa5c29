"""Documented requests, tokens made by hand, and a way to send them to a practice platform."""

import base64
import copy
import hashlib
import hmac
import http.client
import json
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.kore.connection import CONNECTION_FIELDS
from tui.practice.account import PracticeAccount
from tui.practice.server import PracticePlatform

SAMPLES = Path(__file__).parent.parent / "samples"
REQUESTS = sorted(path.name for path in SAMPLES.glob("v?_*_request.json"))
V1_PATH = "/agentassist/api/v1/public/{}/campaign"
V2_PATH = "/campaign/api/v2/public/{}/campaign"


def sample(name: str) -> dict[str, Any]:
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def environment_of(platform: PracticePlatform) -> dict[str, str]:
    """The connection to a running practice platform, as ``KORE_…`` variables say it."""
    account = platform.account
    given = {
        "host": platform.url, "app_id": account.app_id, "account_id": account.account_id,
        "client_id": account.client_id, "client_secret": account.client_secret.get_secret_value(), "api": "v1",
    }  # fmt: skip
    return {field.environment: given[field.key] for field in CONNECTION_FIELDS}


def changed(body: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A copy of ``body`` with ``value`` at ``path`` (``a.b[0].c``); an Ellipsis takes it away."""
    result = copy.deepcopy(body)
    *way, last = [
        int(key) if key.isdigit() else key for key in path.replace("]", "").replace("[", ".").split(".")
    ]
    place: Any = result
    for key in way:
        place = place[key]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return result


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(account: PracticeAccount, *, algorithm: str = "HS256", secret: str = "", **claims: Any) -> str:
    """A good token for ``account``; ``claims`` change or (Ellipsis) take away single claims."""
    now = int(time.time())
    whole = {
        "appId": account.client_id, "sub": "test", "iat": now, "exp": now + 300, "jti": str(uuid.uuid4()),
    } | claims  # fmt: skip
    whole = {name: value for name, value in whole.items() if value is not ...}
    return signed(json.dumps(whole).encode(), secret or account.client_secret.get_secret_value(), algorithm)


def signed(payload: bytes, secret: str, algorithm: str = "HS256") -> str:
    head = _part(json.dumps({"alg": algorithm, "typ": "JWT"}).encode())
    text = f"{head}.{_part(payload)}"
    digest = hashlib.sha512 if algorithm == "HS512" else hashlib.sha256
    return f"{text}.{_part(hmac.digest(secret.encode(), text.encode(), digest))}"


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any
    headers: dict[str, str]

    @property
    def texts(self) -> list[str]:
        return [error.get("msg") or error["message"] for error in self.body["errors"]]


@dataclass(frozen=True)
class Client:
    """Sends to a practice platform what its arguments say; what they leave out is as documented."""

    url: str
    account: PracticeAccount

    @classmethod
    def of(cls, platform: PracticePlatform) -> "Client":
        return cls(platform.url, platform.account)

    def v1(self) -> str:
        return V1_PATH.format(self.account.app_id) + "?campaignType=voice"

    def v2(self) -> str:
        return (
            V2_PATH.format(self.account.app_id) + f"?accountId={self.account.account_id}&campaignType=voice"
        )

    def headers(self) -> dict[str, str]:
        return {
            "auth": token(self.account), "iid": self.account.app_id, "accountId": self.account.account_id,
            "Content-Type": "application/json",
        }  # fmt: skip

    def send(
        self, target: str = "", body: Any = None, *, method: str = "POST", **headers: str | None
    ) -> Reply:
        """``headers`` change or (None) leave out single headers, ``_`` standing for a hyphen."""
        whole: dict[str, Any] = self.headers()
        whole |= {name.replace("_", "-"): value for name, value in headers.items()}
        if body is None:
            body = sample("v1_progressive_request.json")
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        connection = http.client.HTTPConnection(self.url.removeprefix("http://"), timeout=10)
        try:
            connection.request(
                method, target or self.v1(), raw,
                {name: value for name, value in whole.items() if value is not None},
            )  # fmt: skip
            answer = connection.getresponse()
            text = answer.read()
            return Reply(answer.status, json.loads(text) if text else None, dict(answer.getheaders()))
        finally:
            connection.close()
