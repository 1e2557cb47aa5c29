"""Judging a token as the documentation describes it."""

import threading
import time
from typing import Any

from tui.practice.account import PracticeAccount
from tui.practice.answers import BAD_CREDENTIALS, NOT_A_TOKEN, REPLAYED, TOO_LONG_LIVED, Answer

_HOUR = 3600
_SLACK = 60


class TokenJudge:
    """Says no to tokens that are wrong, too long-lived, or were used before."""

    def __init__(self, account: PracticeAccount) -> None:
        self._account = account
        self._used: set[str] = set()
        self._lock = threading.Lock()

    def refuse(self, token: str) -> Answer | None:
        """The answer to a token that is not accepted, or None for one that is; its ``jti`` is used up then."""
        import jwt  # not needed before the first request

        if not token:
            return BAD_CREDENTIALS
        try:
            claims: dict[str, Any] = jwt.decode(
                token, self._account.secret_text, algorithms=["HS256", "HS512"], leeway=_SLACK,
                options={"verify_sub": False, "verify_jti": False},
            )  # fmt: skip
        except jwt.InvalidSignatureError:
            return BAD_CREDENTIALS
        except jwt.DecodeError:
            return NOT_A_TOKEN
        except jwt.PyJWTError:
            return BAD_CREDENTIALS
        if claims.get("appId") != self._account.client_id or not isinstance(claims.get("sub"), str):
            return BAD_CREDENTIALS
        return self._refuse_jti(claims)

    def _refuse_jti(self, claims: dict[str, Any]) -> Answer | None:
        token_id, expires = claims.get("jti"), claims.get("exp")
        if token_id is None:
            return None
        if not isinstance(expires, int) or expires > time.time() + _HOUR + _SLACK:
            return TOO_LONG_LIVED
        with self._lock:
            if str(token_id) in self._used:
                return REPLAYED
            self._used.add(str(token_id))
        return None
