import base64
import time
from typing import Any

import jwt
import pytest

from tests.practice.sending import signed, token
from tui.practice.account import PracticeAccount, fresh
from tui.practice.tokens import LONGEST_SECONDS, TokenJudge

ACCOUNT = fresh("cs-practice")
UNSCOPED = fresh("cs-practice-unscoped")
CREDENTIALS = {"errors": [{"msg": "Invalid SDK credentials", "code": 4002}]}
NO_JWT = {"errors": [{"msg": "Invalid JWT token", "code": 4002}]}
# the words of the documented samples error_jti_exp, error_jti_replay and error_scope_docs_form
EXPIRY = {
    "errors": [{"msg": 'error verifying the jwt: if "jti" claim "exp" must be <= 1 hour(s)', "code": 401}]
}
REPLAY = {"errors": [{"msg": "error verifying the jwt: possibly a replay", "code": 401}]}
SCOPE = {"errors": [{"message": "Permission denied. Scope is incorrect!", "code": 4002}]}


def refused(text: str | None, account: PracticeAccount = ACCOUNT) -> Any:
    answer = TokenJudge(account, UNSCOPED).refuse(text)
    assert answer is None or answer.status == 401
    return answer and answer.body


@pytest.mark.parametrize("algorithm", ["HS256", "HS512"])
def test_a_good_token_is_accepted(algorithm: str) -> None:
    assert refused(token(ACCOUNT, algorithm=algorithm)) is None


def test_a_token_of_the_usual_library_is_accepted() -> None:
    now = int(time.time())
    claims = {"appId": ACCOUNT.client_id, "sub": "x", "iat": now, "exp": now + 60, "jti": "1"}
    assert refused(jwt.encode(claims, ACCOUNT.client_secret.get_secret_value(), algorithm="HS512")) is None


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a.b",
        "a.b.c.d",
        "....",
        "e30.e30.",
        "é.b.c",
        "A.b.c",
        "Bearer " + token(ACCOUNT),
        token(ACCOUNT) + "=",
    ],
)
def test_what_is_no_jwt(text: str) -> None:
    assert refused(text) == NO_JWT


def test_a_header_that_is_nested_without_end_is_no_jwt() -> None:
    part = base64.urlsafe_b64encode(b"[" * 40_000).rstrip(b"=").decode()
    assert refused(f"{part}.e30.e30") == NO_JWT


@pytest.mark.parametrize("text", [None, ""])
def test_no_token(text: str | None) -> None:
    assert refused(text) == CREDENTIALS


def test_damaged_tokens() -> None:
    head, payload, signature = token(ACCOUNT).split(".")
    assert refused(f"{head}.{payload}.{'A' * len(signature)}") == CREDENTIALS
    assert refused(f"{head}.{payload[:-1]}.{signature}") == CREDENTIALS
    assert refused(token(ACCOUNT, secret="another" * 9)) == CREDENTIALS


def test_the_algorithm_is_not_taken_from_the_token() -> None:
    for algorithm in ("none", "HS384", "RS256"):
        assert refused(token(ACCOUNT, algorithm=algorithm)) == CREDENTIALS


NOW = int(time.time())


@pytest.mark.parametrize(
    "claims",
    [
        {"appId": ...}, {"appId": "cs-other"}, {"appId": ["cs-practice"]}, {"appId": "cs-practice-unscoped"},
        {"appid": "cs-practice", "appId": ...}, {"sub": ...}, {"sub": 5}, {"jti": ...}, {"jti": 5}, {"jti": ""},
        {"iat": ...}, {"iat": NOW + 600}, {"iat": str(NOW)}, {"iat": True},
        {"exp": ...}, {"exp": NOW - 1}, {"exp": str(NOW + 60)}, {"exp": True},
    ],
)  # fmt: skip
def test_claims_that_are_wrong(claims: dict[str, Any]) -> None:
    assert refused(token(ACCOUNT, **claims)) == CREDENTIALS


@pytest.mark.parametrize(
    "payload", [b"[]", b"null", b"no", b'{"exp": NaN}', b'{"a":' * 99_9, b'{"sub":"a","sub":"b"}']
)
def test_claims_that_are_no_object(payload: bytes) -> None:
    assert refused(signed(payload, ACCOUNT.client_secret.get_secret_value())) == CREDENTIALS


def test_a_token_lives_an_hour_at_most() -> None:
    judge = TokenJudge(ACCOUNT, UNSCOPED, clock=lambda: NOW)
    assert judge.refuse(token(ACCOUNT, iat=NOW, exp=NOW + LONGEST_SECONDS)) is None
    answer = judge.refuse(token(ACCOUNT, iat=NOW, exp=NOW + LONGEST_SECONDS + 1))
    assert answer is not None
    assert (answer.status, answer.body) == (401, EXPIRY)


def test_a_token_is_good_once() -> None:
    judge = TokenJudge(ACCOUNT, UNSCOPED)
    text = token(ACCOUNT, jti="one")
    assert judge.refuse(text) is None
    for again in (text, token(ACCOUNT, jti="one")):
        answer = judge.refuse(again)
        assert answer is not None
        assert (answer.status, answer.body) == (401, REPLAY)
    assert judge.refuse(token(ACCOUNT, jti="two")) is None


def test_used_tokens_are_remembered_until_they_expire() -> None:
    now = [NOW]
    judge = TokenJudge(ACCOUNT, UNSCOPED, clock=lambda: now[0])
    assert judge.refuse(token(ACCOUNT, jti="one", iat=NOW, exp=NOW + 10)) is None
    now[0] = NOW + 9
    assert judge.refuse(token(ACCOUNT, jti="one", iat=NOW, exp=NOW + 60)) is not None
    now[0] = NOW + 10
    assert judge.refuse(token(ACCOUNT, jti="one", iat=NOW, exp=NOW + 60)) is None


def test_a_refused_token_is_not_used_up() -> None:
    judge = TokenJudge(ACCOUNT, UNSCOPED)
    assert judge.refuse(token(ACCOUNT, jti="one", sub=5)) is not None
    assert judge.refuse(token(ACCOUNT, jti="one")) is None


def test_a_client_without_the_scope() -> None:
    assert refused(token(UNSCOPED)) == SCOPE


def test_each_start_has_a_secret_of_its_own() -> None:
    assert fresh("cs-practice").client_secret != ACCOUNT.client_secret
    assert ACCOUNT.client_secret.get_secret_value() not in repr(ACCOUNT)
