"""Judges the token of a request without the library that signs tokens: that could not catch its own mistakes."""

import base64
import hashlib
import hmac
import re
import threading
import time
from collections.abc import Callable
from typing import Any

from tui.practice import raw_json
from tui.practice.account import PracticeAccount
from tui.practice.answers import Reply, bad_credentials, not_a_token, replayed, too_long_lived, wrong_scope

LONGEST_SECONDS = 3600
"""How far ahead ``exp`` may be in an app that enforces ``jti`` (documented); the practice app does."""
_PARTS = re.compile(r"(([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+))\.([A-Za-z0-9_-]+)")
_HASHES = {"HS256": hashlib.sha256, "HS512": hashlib.sha512}


class TokenJudge:
    """Refuses tokens that are wrong, live too long or were used before.

    ``scoped`` may create campaigns; the API scope of ``unscoped`` lacks Campaign Management. ``clock`` gives
    seconds since the epoch.
    """

    def __init__(
        self, scoped: PracticeAccount, unscoped: PracticeAccount, clock: Callable[[], float] = time.time
    ) -> None:
        self._clients = (scoped, unscoped)
        self._unscoped = unscoped
        self._clock = clock
        self._used: dict[str, float] = {}
        self._lock = threading.Lock()

    def refuse(self, token: str | None) -> Reply | None:
        """The answer to a token that is not accepted, or None; from then on its ``jti`` is used up."""
        if not token:
            return bad_credentials("the header auth must stand there once")
        found = _PARTS.fullmatch(token)
        header = _decoded(found[2]) if found else None
        if not found or not isinstance(header, dict):
            return not_a_token("auth is no JWT")
        client = self._signer(header.get("alg"), found[1], found[4])
        if client is None:
            return bad_credentials("the token is damaged, or signed with another secret or algorithm")
        return self._refuse_claims(_decoded(found[3]), client)

    def _signer(self, algorithm: Any, signed: str, signature: str) -> PracticeAccount | None:
        """The client whose secret made ``signature``."""
        digest = _HASHES.get(algorithm) if isinstance(algorithm, str) else None
        if digest is None:
            return None
        for client in self._clients:
            secret = client.client_secret.get_secret_value().encode()
            made = base64.urlsafe_b64encode(hmac.digest(secret, signed.encode(), digest)).rstrip(b"=")
            if hmac.compare_digest(made, signature.encode()):
                return client
        return None

    def _refuse_claims(self, claims: Any, client: PracticeAccount) -> Reply | None:
        now = self._clock()
        if flaw := _flaw(claims, client.client_id, now):
            return bad_credentials(flaw)
        if claims["exp"] > now + LONGEST_SECONDS:
            return too_long_lived("the claim exp is more than an hour ahead")
        if client is self._unscoped:
            return wrong_scope("the client's API scope lacks Campaign Management")
        with self._lock:
            self._used = {jti: expires for jti, expires in self._used.items() if expires > now}
            if claims["jti"] in self._used:
                return replayed("the claim jti was used before")
            self._used[claims["jti"]] = claims["exp"]
        return None


def _flaw(claims: Any, client_id: str, now: float) -> str:
    """What is wrong with ``claims``, or nothing."""
    if not isinstance(claims, dict):
        return "the claims are no object"
    if claims.get("appId") != client_id:
        return "the claim appId is not the client ID"
    if not isinstance(claims.get("sub"), str):
        return "the claim sub must be a string"
    if not isinstance(claims.get("jti"), str) or not claims["jti"]:
        return "the claim jti must be a string"
    if type(claims.get("iat")) not in {int, float} or claims["iat"] > now:
        return "the claim iat must be a time in seconds, not in the future"
    if type(claims.get("exp")) not in {int, float} or claims["exp"] <= now:
        return "the claim exp must be a time in seconds, in the future"
    return ""


def _decoded(part: str) -> Any:
    """The JSON value of one part of a token, or None where it is none."""
    try:
        return raw_json.parse(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except ValueError:
        return None
