"""``submit`` over real TLS: a wrong name and an unknown issuer send nothing; what is trusted is told."""

import json
from pathlib import Path

import pytest

from tests.certificates import AUTHORITY, issue
from tests.commands.conftest import Run
from tests.fault_server import serving


@pytest.mark.parametrize(
    ("name", "is_known", "said"),
    [("elsewhere.example", True, "not valid for"), ("127.0.0.1", False, AUTHORITY)],
)
def test_nothing_is_sent_to_whom_nobody_can_vouch_for(
    run: Run, campaign: Path, tmp_path: Path, name: str, is_known: bool, said: str
) -> None:
    issued = issue(tmp_path, name)
    trust = {"SSL_CERT_FILE": str(issued.authority)} if is_known else {}
    with serving("accept", issued.server) as server:
        done = run(
            "submit", str(campaign), "--yes", "--json", host=f"https://127.0.0.1:{server.port}", **trust
        )
    outcome = json.loads(done.stdout)
    assert (outcome["outcome"], done.returncode) == ("unreachable", 5)
    assert "certificate" in outcome["message"]
    assert said in outcome["message"]
    assert "safe to try again" in outcome["message"]
    assert not server.received


def test_version_and_issuer_are_told(run: Run, campaign: Path, tmp_path: Path) -> None:
    issued = issue(tmp_path)
    with serving("accept", issued.server) as server:
        url = f"https://127.0.0.1:{server.port}"
        done = run("submit", str(campaign), "--yes", host=url, SSL_CERT_FILE=str(issued.authority))
    assert done.returncode == 0
    assert f"Secured by TLSv1.3, certificate by {AUTHORITY}." in done.stderr


def test_no_library_is_told_where_to_write_keys(run: Run, campaign: Path, tmp_path: Path) -> None:
    issued, keys = issue(tmp_path), tmp_path / "keys"
    with serving("accept", issued.server) as server:
        url = f"https://127.0.0.1:{server.port}"
        trust = {"SSL_CERT_FILE": str(issued.authority), "SSLKEYLOGFILE": str(keys)}
        done = run("submit", str(campaign), "--yes", host=url, **trust)
    assert (done.returncode, keys.exists()) == (0, False)
