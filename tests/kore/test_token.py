import traceback
from dataclasses import replace
from datetime import UTC, datetime

import jwt
import pytest
from pydantic import SecretStr

from tui.connection import Connection
from tui.kore.token import TokenError, mint

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_claims_are_the_documented_ones(connection: Connection) -> None:
    token = mint(connection, NOW)
    secret = connection.client_secret.get_secret_value()
    options = {"verify_exp": False, "verify_iat": False}
    claims = jwt.decode(token.get_secret_value(), secret, algorithms=["HS256"], options=options)
    assert claims["appId"] == "cs-1"
    assert claims["sub"]
    assert claims["iat"] == NOW.timestamp() - 30
    assert 0 < claims["exp"] - NOW.timestamp() <= 300
    assert jwt.get_unverified_header(token.get_secret_value()) == {"alg": "HS256", "typ": "JWT"}


def test_each_token_is_its_own_and_prints_nothing(connection: Connection) -> None:
    first, second = mint(connection, NOW), mint(connection, NOW)
    assert first.get_secret_value() != second.get_secret_value()
    assert first.get_secret_value() not in repr(first) + str(first)


def test_a_short_secret_is_used_without_a_warning(connection: Connection) -> None:
    assert mint(
        replace(connection, client_secret=SecretStr("short")), NOW
    )  # a warning would be an error here


@pytest.mark.parametrize(
    "secret",
    ["", "-----BEGIN PUBLIC KEY-----\nplanted\n-----END PUBLIC KEY-----", "ssh-rsa planted", "planted\udcff"],
)
def test_a_secret_that_can_not_sign_is_not_quoted(connection: Connection, secret: str) -> None:
    with pytest.raises(TokenError) as failed:
        mint(replace(connection, client_secret=SecretStr(secret)), NOW)
    told = "".join(traceback.format_exception(failed.value))
    assert "planted" not in told
    assert failed.value.__suppress_context__
