"""What people paste as a connection: variables in every shell's writing, ``.env`` files, curl commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kore.connection import ConnectionDraft
from tui.kore.pasted_connection import read

TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
VALUES = {
    "host": "eu-platform.kore.ai",
    "app_id": "st-06032c1a",
    "account_id": "6331ab",
    "client_id": "cs-1e845b00",
}
SECRET = "planted+/=secret"
_NAMES = ("KORE_HOST", "KORE_APP_ID", "KORE_ACCOUNT_ID", "KORE_CLIENT_ID", "KORE_CLIENT_SECRET")
_PAIRS = tuple(zip(_NAMES, (*VALUES.values(), SECRET), strict=True))


def block(line: str, joint: str = "\n") -> str:
    return joint.join(line.format(name, value) for name, value in _PAIRS)


@pytest.mark.parametrize(
    "text",
    [
        block("export {}={}"),
        block('export {}="{}"'),
        block("export {}='{}'"),
        block("{}={}"),
        block("{} = {}"),
        block("{}: {}"),
        block('  - "{}={}"'),
        block('  "{}": "{}",'),
        block('$env:{} = "{}"'),
        block("set {}={}", "\r\n"),
        block('setx {} "{}"'),
        block("setx {} {}"),
        block("export {}={}", "; "),
        block("{}={}", " ") + " kore-campaign",
        "# prod\n\n" + block("{}={}") + "\nUNRELATED=1\nKORE_OTHER=2\n",
        block("export {}={} # mine"),
    ],
)
def test_variables(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found.values == VALUES
    assert found.secret is not None
    assert found.secret.get_secret_value() == SECRET


def test_a_part_of_them_is_enough_and_the_last_one_holds() -> None:
    found = read("export KORE_HOST=a.kore.ai\nexport KORE_HOST=b.kore.ai\nexport KORE_API=v2")
    assert found is not None
    assert (found.values, found.secret) == ({"host": "b.kore.ai", "api": "v2"}, None)


CURL = f"""curl --location \\
  'https://eu-platform.kore.ai/agentassist/api/v1/public/st-06032c1a/campaign?campaignType=voice' \\
  -H 'auth: {TOKEN}' \\
  --header "iid: st-06032c1a" -H 'accountId: 6331ab' --data '{{"name": "x"}}'"""


def test_a_curl_command() -> None:
    found = read(CURL)
    assert found is not None
    assert found.secret is None
    assert found.values == {
        "host": "eu-platform.kore.ai", "api": "v1", "app_id": "st-06032c1a", "account_id": "6331ab",
    }  # fmt: skip
    draft = ConnectionDraft()
    said = found.fill(draft)
    assert said == (
        "Taken from what was pasted: Host, App ID, Account ID, API version. "
        "A token was left out: each request gets its own."
    )
    assert (draft.host, draft.client_secret, draft.ready_token) == ("eu-platform.kore.ai", None, None)


def test_a_curl_command_of_v2() -> None:
    found = read("curl https://platform.kore.ai/campaign/api/v2/public/st-1/campaign?accountId=6331")
    assert found is not None
    assert found.values == {"host": "platform.kore.ai", "api": "v2", "app_id": "st-1", "account_id": "6331"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Renewals July",
        "curl",
        "curl {{host}}/x",
        "curl https://user:planted@platform.kore.ai/x",
        "KORE_",
        "KORE_HOST",
        "KORE_HOST=",
        "a curly name",
    ],
)
def test_what_is_no_connection(text: str) -> None:
    assert read(text) is None


def test_no_value_is_a_token_and_nothing_prints_the_secret() -> None:
    found = read(f"KORE_HOST={TOKEN}\nKORE_CLIENT_SECRET={SECRET}")
    assert found is not None
    assert found.values == {}
    assert SECRET not in repr(found)
    assert SECRET not in found.fill(ConnectionDraft())


@given(st.text(alphabet="KORE_HSTcurl=:'\"\\ \n/ah.-@[]"))
def test_no_text_breaks_it(text: str) -> None:
    read(text)
