"""What a person types to reach the platform."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from tui.kore.connection import ConnectionDraft, Host, HostError


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("platform.kore.ai", "https://platform.kore.ai"),
        ("https://platform.kore.ai/", "https://platform.kore.ai"),
        (" HTTPS://DE-Platform.Kore.AI ", "https://de-platform.kore.ai"),
        ("platform.kore.ai.", "https://platform.kore.ai"),
        ("platform.kore.ai:8443", "https://platform.kore.ai:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost", "http://localhost"),
        ("http://[::1]:9", "http://[::1]:9"),
        ("127.0.0.1", "https://127.0.0.1"),
    ],
)
def test_hosts_that_are_understood(typed: str, url: str) -> None:
    assert Host.read(typed).url == url


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "missing"),
        ("http://platform.kore.ai", "only https"),
        ("http://127.0.0.1.example.org", "only https"),
        ("user@platform.kore.ai", "name or password"),
        ("https://user:pw@platform.kore.ai", "name or password"),
        ("platform.kore.ai/app", "path or query"),
        ("platform.kore.ai?x=1", "path or query"),
        ("platform.kore.ai#x", "path or query"),
        ("ftp://platform.kore.ai", "Only https"),
        ("platform kore.ai", "no host name"),
        ("platform..kore.ai", "no host name"),
        ("-x.kore.ai", "no host name"),
        ("platform.kore.ai:0", "port"),
        ("platform.kore.ai:99999", "port"),
        ("[::zz]", "no host name"),
        ("[1:2]", "IPv6"),
        ("plat\x1bform.kore.ai", "no host name"),
        ("кore.ai", "no host name"),
    ],
)
def test_hosts_that_are_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(HostError, match=why):
        Host.read(typed)


@pytest.mark.parametrize(
    ("typed", "is_odd"),
    [
        ("kore.ai", False),
        ("a.b.kore.ai", False),
        ("notkore.ai", True),
        ("kore.ai.example.org", True),
        ("127.0.0.1", True),
    ],
)
def test_a_host_elsewhere_is_warned_of(typed: str, is_odd: bool) -> None:
    assert bool(Host.read(typed).warning) is is_odd


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(typed: str) -> None:
    try:
        host = Host.read(typed)
    except HostError:
        return
    assert host.scheme == "https" or host.is_loopback
    assert Host.read(host.url) == host


def draft(**changes: str) -> ConnectionDraft:
    values = {"host": "platform.kore.ai", "app_id": "st-1", "account_id": "6", "client_id": "cs-1"} | changes
    return ConnectionDraft(client_secret=SecretStr("hidden-away"), **values)


def test_a_whole_connection() -> None:
    connection = draft(app_id=" st-1 ").connection()
    assert connection.app_id == "st-1"
    assert "hidden-away" not in repr(connection) + repr(draft())


@pytest.mark.parametrize("key", ["host", "app_id", "account_id", "client_id", "api"])
def test_what_is_missing_is_named(key: str) -> None:
    with pytest.raises(ValueError, match="API version" if key == "api" else "is missing"):
        draft(**{key: ""}).connection()


def test_an_id_in_the_field_of_another_is_said_at_once_and_stops_nothing() -> None:
    swapped = draft(app_id=" cs-1", client_id="st-1")
    said = [
        "What begins with cs- is a client ID, and stands as the app ID.",
        "What begins with st- is an app ID, and stands as the client ID.",
    ]
    assert swapped.oddities() == swapped.connection().oddities == said
    assert swapped.problems() == []
    assert [swapped.oddity(key) for key in ("app_id", "client_id", "account_id")] == [*said, ""]
    assert draft().oddities() == draft().connection().oddities == []


@pytest.mark.parametrize("app_id", ["st 1", "st/1", "st-1\r\nauth: x", "st-…"])
def test_an_id_can_not_smuggle_anything(app_id: str) -> None:
    assert "no id has" in draft(app_id=app_id).problem("app_id")


def test_a_ready_token_in_the_place_of_the_secret_is_one() -> None:
    token = SecretStr("eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6ImNzIn0.c2lnbmVk")
    draft = ConnectionDraft("platform.kore.ai", "st-1", "acc", "cs-1", token)
    assert draft.token == token
    connection = draft.connection()
    assert connection.ready_token == token
    assert connection.client_secret.get_secret_value() == ""
    assert ConnectionDraft("h", "st-1", "acc", "cs-1", SecretStr("a.b.c")).token is None


@pytest.mark.parametrize(
    ("site", "spellings"),
    [
        (
            "platform.kore.ai:443",
            ["platform.kore.ai", "PLATFORM.kore.ai", "platform.kore.ai.", "platform.kore.ai:443",
             "https://platform.kore.ai/", "Platform.Kore.AI.:0443"],
        ),
        ("platform.kore.ai:8443", ["platform.kore.ai:8443", "platform.kore.ai.:8443"]),
        (
            "localhost:8080",
            ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "LOCALHOST.:8080",
             "http://[0:0:0:0:0:0:0:1]:8080", "[::ffff:127.0.0.1]:8080", "127.1:8080", "2130706433:8080"],
        ),
        ("localhost:80", ["http://localhost", "http://127.0.0.1:80"]),
        ("localhost:443", ["localhost", "https://[::1]"]),
        ("127.0.0.2:443", ["127.0.0.2"]),
        ("10.0.0.1:443", ["10.0.0.1", "10.1"]),
        ("[2001:db8::1]:443", ["[2001:db8::1]", "[2001:0DB8:0:0:0:0:0:1]"]),
        ("localhost.example.org:443", ["localhost.example.org"]),
    ],
)  # fmt: skip
def test_a_site_is_one_however_it_is_spelled(site: str, spellings: list[str]) -> None:
    assert {Host.read(each).site for each in spellings} == {site}


@pytest.mark.parametrize(
    "host",
    [
        "256.1.1.1",
        "999.1.1.1",
        "1.2.3.4.5",
        "https://256.1.1.1:8443/",
        "platform.kore.256",
        "1.2.3.x.4",
        "08.1",
    ],
)
def test_a_name_that_ends_in_a_number_is_an_address_or_nothing(host: str) -> None:
    with pytest.raises(HostError, match="is no address: four numbers from 0 to 255"):
        Host.read(host)


@pytest.mark.parametrize("host", ["1.2.3.4", "10.1", "0x7f.1", "4.kore.ai", "a1.kore.ai", "kore.ai4"])
def test_what_can_be_an_address_or_a_name_is_taken(host: str) -> None:
    assert Host.read(host).name == host
