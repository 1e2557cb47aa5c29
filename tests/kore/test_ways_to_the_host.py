"""Certificates and proxies, over real sockets."""

from pathlib import Path

import pytest

from tests.certificates import AUTHORITY, issue
from tests.fault_server import serving
from tui.kore.causes import Cause
from tui.kore.client import send
from tui.kore.exchange import Exchange, Timeouts
from tui.kore.proxy import ProxySettingError, proxy_of, through

QUICK = Timeouts(connect=5.0, total=5.0)


def sent(url: str) -> Exchange:
    return send("POST", url, {"auth": "a.b.c"}, b"{}", timeouts=QUICK)


def test_a_certificate_nobody_trusts_names_who_issued_it(tmp_path: Path) -> None:
    with serving("accept", issue(tmp_path).server) as server:
        exchange = sent(f"https://127.0.0.1:{server.port}/")
    assert not exchange.started
    assert exchange.cause is Cause.CERTIFICATE
    assert "not trusted" in exchange.error
    assert exchange.error.endswith(f"{AUTHORITY} issued it.")
    assert not server.received


def test_a_certificate_for_another_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issued = issue(tmp_path, "elsewhere.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(issued.authority))
    with serving("accept", issued.server) as server:
        exchange = sent(f"https://127.0.0.1:{server.port}/")
    assert exchange.cause is Cause.CERTIFICATE
    assert "not valid for '127.0.0.1'" in exchange.error
    assert not server.received


def test_an_authority_of_the_system_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    issued = issue(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(issued.authority))
    with serving("accept", issued.server) as server:
        exchange = sent(f"https://127.0.0.1:{server.port}/")
    assert exchange.complete
    assert exchange.cause is Cause.NONE
    assert exchange.answered is not None


def test_what_is_no_tls_is_no_certificate() -> None:
    with serving("speaks-first") as server:
        exchange = sent(f"https://127.0.0.1:{server.port}/")
    assert exchange.cause is Cause.TLS


def test_a_proxy_that_refuses_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving("connect") as proxy:
        monkeypatch.setenv("https_proxy", f"http://planted:planted@127.0.0.1:{proxy.port}")
        exchange = sent("https://kore-campaign.invalid/")
    assert exchange.cause is Cause.PROXY
    assert exchange.error.startswith(f"Through the proxy http://127.0.0.1:{proxy.port}: ")
    assert "planted" not in repr(exchange)


def test_a_proxy_that_is_not_there_is_not_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "127.0.0.1:1")
    exchange = sent("https://kore-campaign.invalid/")
    assert exchange.cause is Cause.PROXY
    assert exchange.error.startswith("Through the proxy http://127.0.0.1:1: ")


def test_socks_without_support_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "socks5://planted:planted@127.0.0.1:1080")
    exchange = sent("https://kore-campaign.invalid/")
    assert exchange.cause is Cause.SETTINGS
    assert exchange.error == "The environment sets a SOCKS proxy; only HTTP proxies can be used."


@pytest.mark.parametrize(
    ("url", "settings", "address"),
    [
        ("https://a.example/", {}, None),
        ("https://a.example/", {"HTTPS_PROXY": "http://u:p@p.example:3128"}, "http://p.example:3128"),
        ("https://a.example/", {"https_proxy": "p.example:3128"}, "http://p.example:3128"),
        ("https://a.example/", {"ALL_PROXY": "http://p.example"}, "http://p.example"),
        ("https://a.example/", {"HTTP_PROXY": "http://p.example"}, None),
        ("https://a.example/", {"HTTPS_PROXY": "http://p.example", "NO_PROXY": ".example"}, None),
        ("https://a.example/", {"HTTPS_PROXY": "http://p.example", "no_proxy": "*"}, None),
        ("https://b.a.example/", {"HTTPS_PROXY": "http://p.example", "NO_PROXY": "*.a.example"}, None),
        (
            "https://ba.example/",
            {"HTTPS_PROXY": "http://p.example", "NO_PROXY": "*.a.example"},
            "http://p.example",
        ),
        ("https://a.example/", {"HTTPS_PROXY": "http://p.example", "NO_PROXY": "x, a.example:443"}, None),
        (
            "https://a.example/",
            {"HTTPS_PROXY": "http://p.example", "NO_PROXY": "a.example:80"},
            "http://p.example",
        ),
        ("https://10.1.2.3/", {"HTTPS_PROXY": "http://p.example", "NO_PROXY": "10.0.0.0/8"}, None),
        (
            "https://11.1.2.3/",
            {"HTTPS_PROXY": "http://p.example", "NO_PROXY": "10.0.0.0/8"},
            "http://p.example",
        ),
        ("https://127.0.0.1/", {"HTTPS_PROXY": "http://p.example"}, None),
        ("http://localhost:1/", {"ALL_PROXY": "http://p.example"}, None),
    ],
)
def test_which_proxy(
    url: str, settings: dict[str, str], address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    proxy = proxy_of(url)
    assert (proxy and proxy.address) == address
    assert "u:p" not in repr(proxy)
    assert through(url) == (f" through the proxy {address}" if address else "")


@pytest.mark.parametrize(
    "setting", ["nonsense://planted@x", "http://planted@", "http://[planted", "http://p:x"]
)
def test_a_proxy_that_can_not_be_used_is_not_quoted(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", setting)
    with pytest.raises(ProxySettingError) as failed:
        proxy_of("https://a.example/")
    assert "planted" not in str(failed.value)
