"""The token that signs one request: a JWT made here, used once."""

import uuid
import warnings
from datetime import datetime, timedelta

from pydantic import SecretStr

from tui.kore import ready_token
from tui.kore.connection import Connection
from tui.kore.hmac_jwt import jwt

SUBJECT = "kore-campaign"
CLOCK_SKEW = timedelta(seconds=30)
"""How far the platform's clock may be behind ours."""
LIFETIME = timedelta(minutes=5)
"""How long a token is good for; an app that enforces ``jti`` takes an hour at most (documented)."""


class TokenError(ValueError):
    """The client secret can't sign; the message says so in one sentence and holds nothing of it."""


def mint(connection: Connection, now: datetime) -> SecretStr:
    """A fresh token for one request at ``now``, which must be aware of its time zone; or the ready-made one.

    Claims: ``appId`` is the client ID, ``sub`` free text (documented); ``iat``, ``exp`` and a ``jti`` of its
    own besides, for apps that ask for them.

    Raises:
        TokenError: the secret is empty or is a key of another kind; or the ready-made token has expired.
    """
    if connection.ready_token is not None:
        ready = ready_token.read(connection.ready_token)
        if ready.is_expired(now):
            raise TokenError(ready.sentence(now))
        return connection.ready_token
    claims = {
        "appId": connection.client_id,
        "sub": SUBJECT,
        "iat": now - CLOCK_SKEW,
        "exp": now + LIFETIME,
        "jti": str(uuid.uuid4()),
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a short secret is the platform's choice, not the person's
            secret = connection.client_secret.get_secret_value()
            return SecretStr(jwt.encode(claims, secret, algorithm=connection.algorithm))
    except (jwt.PyJWTError, ValueError, TypeError):
        raise TokenError("The client secret can't sign a token: copy it again from the platform.") from None
