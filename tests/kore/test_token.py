import subprocess
import sys
import traceback
from dataclasses import replace
from datetime import UTC, datetime

import jwt
import pytest
from pydantic import SecretStr

from tests.terminal import CHECKOUT
from tui.kore import ready_token
from tui.kore.connection import Connection
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


def test_the_algorithm_is_the_profiles(connection: Connection) -> None:
    secret = "s" * 64
    connection = replace(connection, algorithm="HS512", client_secret=SecretStr(secret))
    token = mint(connection, NOW).get_secret_value()
    assert jwt.get_unverified_header(token)["alg"] == "HS512"
    jwt.decode(
        token,
        secret,
        algorithms=["HS512"],
        options={"verify_exp": False, "verify_iat": False},
    )


def made(**claims: object) -> SecretStr:
    return SecretStr(jwt.encode({"appId": "cs-1", **claims}, "k" * 40, algorithm="HS256"))


def test_a_ready_token_is_sent_as_it_is(connection: Connection) -> None:
    token = made(exp=NOW.timestamp() + 600)
    assert mint(replace(connection, ready_token=token), NOW) == token


def test_a_ready_token_that_expired_is_refused_with_its_time(connection: Connection) -> None:
    token = made(exp=NOW.timestamp() - 180, jti="planted")
    with pytest.raises(TokenError, match=r"expired .* 3 min ago") as failed:
        mint(replace(connection, ready_token=token), NOW)
    assert token.get_secret_value() not in "".join(traceback.format_exception(failed.value))


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"exp": NOW.timestamp() + 600}, "in 10 min."),
        ({"exp": NOW.timestamp() + 7_200, "jti": "x"}, "in 2 hours. It may be good for one request only."),
        ({"exp": NOW.timestamp() + 61}, "in 61 s."),
        ({}, "does not say when it expires."),
        ({"exp": "tomorrow"}, "does not say when it expires."),
        ({"exp": True}, "does not say when it expires."),
        ({"exp": 1e300}, "does not say when it expires."),
    ],
)
def test_what_a_ready_token_says_of_itself(claims: dict[str, object], said: str) -> None:
    assert ready_token.read(made(**claims)).sentence(NOW).endswith(said)


@pytest.mark.parametrize("text", ["", "a.b.c", "eyJ.[[[.x", "eyJhbGciOiJub25lIn0.WzFd.x", "é.é.é"])
def test_what_can_not_be_read_says_nothing(text: str) -> None:
    assert ready_token.read(SecretStr(text)) == ready_token.ReadyToken()


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


@pytest.mark.parametrize("first", ["tui.kore.token", "cryptography.x509"])
def test_what_signs_with_other_keys_is_loaded_by_nobody_else_and_works_beside_it(first: str) -> None:
    code = (
        f"import sys, {first}, tui.kore.token\n"
        "print('cryptography' in sys.modules)\n"
        "from cryptography.hazmat.primitives.ciphers.aead import AESGCM\n"
        "print(len(AESGCM.generate_key(128)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == [str(first != "tui.kore.token"), "16"]
