"""A create over real TLS from the screen, whose start left the library of TLS out."""

from pathlib import Path

from tests.certificates import AUTHORITY, issue
from tests.end_to_end.test_submit_live import asked, leave
from tests.end_to_end.walking import say_yes
from tests.fault_server import serving


def test_a_create_over_tls(tmp_path: Path) -> None:
    issued = issue(tmp_path)
    trust = {"SSL_CERT_FILE": str(issued.authority)}
    with serving("accept", issued.server) as server:
        url = f"https://127.0.0.1:{server.port}"
        with asked(server.port, tmp_path, KORE_HOST=url, **trust) as terminal:
            say_yes(terminal)
            terminal.wait_for("ACCEPTED  in ")
            terminal.send("t")
            terminal.wait_for(f"certificate by {AUTHORITY}")
            assert leave(terminal) == 0
        assert len(server.creates) == 1


def test_a_host_that_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    issued = issue(tmp_path)
    with (
        serving("accept", issued.server) as server,
        asked(server.port, tmp_path, KORE_HOST=f"https://127.0.0.1:{server.port}") as terminal,
    ):
        say_yes(terminal)
        terminal.wait_for("NOT SENT")
        terminal.wait_for("certificate is not trusted")
        assert leave(terminal) == 5
        assert not server.received
