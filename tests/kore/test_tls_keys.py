"""No key of a TLS connection is written to a file, whatever ``SSLKEYLOGFILE`` says."""

from pathlib import Path

import pytest

from tests.certificates import Issued, issue
from tests.fault_server import serving
from tui.kore.client import send
from tui.kore.exchange import Timeouts


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    return issue(tmp_path_factory.mktemp("issued"))


@pytest.mark.parametrize("named", ["keys", "nowhere/keys"])
@pytest.mark.parametrize("trusted", [True, False])
def test_no_key_is_written(
    issued: Issued, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, trusted: bool
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / named))
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(issued.authority))
    with serving("accept", issued.server) as server:
        found = send("POST", f"https://127.0.0.1:{server.port}/", {}, b"{}", timeouts=Timeouts(2, 5))
    assert (found.status, "certificate" in found.error) == ((200, False) if trusted else (None, True))
    assert not (tmp_path / named).exists()


def test_a_file_without_certificates_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "empty.pem"
    file.write_text("nothing")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    found = send("POST", "https://127.0.0.1:1/", {}, b"{}", timeouts=Timeouts(1, 1))
    assert not found.started
    assert found.error == f"SSL_CERT_FILE names a file that holds no certificates: {file}."
