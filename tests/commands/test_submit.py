"""``submit`` as a real process against a server that misbehaves: outcome, exit code, and what was sent."""

import json
import os
import pty
import select
import signal
import ssl
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.commands.conftest import IDS, SECRET, Run, environment
from tests.fault_server import CAMPAIGN_ID, FaultServer, closed_port, serving
from tests.terminal import WIZARD, Terminal
from tui.campaign import model
from tui.campaign.fields import Api, Mode

KEYS = {"outcome", "httpStatus", "campaignId", "campaignStatus", "message", "problems", "candidates"}

SENT = [
    ("accept", "accepted", 0, 200, CAMPAIGN_ID),
    ("accept-201", "accepted", 0, 201, CAMPAIGN_ID),
    ("accept-without-id", "accepted", 0, 200, None),
    ("accept-gzip", "accepted", 0, 200, CAMPAIGN_ID),
    ("401", "unauthorised", 3, 401, None),
    ("403", "refused", 4, 403, None),
    ("404", "refused", 4, 404, None),
    ("407", "refused", 4, 407, None),
    ("408", "unknown", 6, 408, None),
    ("412", "refused", 4, 412, None),
    ("412-says-success", "refused", 4, 412, None),
    ("429", "rate-limited", 4, 429, None),
    ("301", "unknown", 6, 301, None),
    ("500", "unknown", 6, 500, None),
    ("502-html", "unknown", 6, 502, None),
    ("200-not-success", "unknown", 6, 200, None),
    ("200-not-json", "unknown", 6, 200, None),
    ("close-after-read", "unknown", 6, None, None),
    ("reset-after-read", "unknown", 6, None, None),
    ("half-a-body", "unknown", 6, 200, CAMPAIGN_ID),
    ("half-a-401", "unauthorised", 3, 401, None),
    ("silent", "unknown", 6, None, None),
    ("trickle", "unknown", 6, None, None),
    ("trickle-body", "unknown", 6, 200, CAMPAIGN_ID),
    ("bad-gzip", "unknown", 6, 200, None),
    ("trailed-gzip", "unknown", 6, 200, CAMPAIGN_ID),
    ("two-gzips", "unknown", 6, 200, CAMPAIGN_ID),
    ("huge-body", "unknown", 6, 200, CAMPAIGN_ID),
    ("deep-json", "unknown", 6, 200, None),
    ("no-http", "unknown", 6, None, None),
]
SLOW = {"silent", "trickle", "trickle-body"}


@pytest.mark.parametrize(("behaviour", "outcome", "code", "status", "campaign_id"), SENT)
def test_each_answer_has_its_outcome_and_is_asked_for_once(
    run: Run,
    campaign: Path,
    behaviour: str,
    outcome: str,
    code: int,
    status: int | None,
    campaign_id: str | None,
) -> None:
    with serving(behaviour) as server:
        done = run("submit", str(campaign), "--yes", "--json", "--timeout", "1.5", host=server.url)
    said = json.loads(done.stdout)
    assert set(said) == KEYS
    found = (said["outcome"], done.returncode, said["httpStatus"], said["campaignId"])
    assert found == (outcome, code, status, campaign_id)
    assert len(server.creates) == 1
    assert json.loads(server.creates[0].body) == json.loads(campaign.read_text())
    assert said["message"] in done.stderr
    assert ("Waiting for the answer … 1 s" in done.stderr) == (behaviour in SLOW)


def test_the_request_is_the_documented_one(run: Run, campaign: Path) -> None:
    with serving("accept") as server:
        run("submit", str(campaign), "--yes", host=server.url)
    request = server.creates[0]
    assert request.line == "POST /agentassist/api/v1/public/st-1/campaign?campaignType=voice HTTP/1.1"
    assert request.headers["iid"] == "st-1"
    assert request.headers["accountid"] == "acc-1"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["auth"].count(".") == 2


def test_v2_goes_to_its_own_address(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "v2.json"
    path.write_text(json.dumps(model.example(Mode.AGENTLESS, Api.V2)))
    with serving("accept") as server:
        done = run("submit", str(path), "--yes", host=server.url, KORE_API="v2")
    assert done.returncode == 0
    assert server.creates[0].line.split()[1] == (
        "/campaign/api/v2/public/st-1/campaign?accountId=acc-1&campaignType=voice"
    )


def test_without_json_stdout_is_the_id_alone(run: Run, campaign: Path) -> None:
    with serving("accept") as server:
        done = run("submit", str(campaign), "--yes", host=server.url)
    assert done.stdout == f"{CAMPAIGN_ID}\n"
    assert "Renewal calls June" in done.stderr
    assert "not under kore.ai" in done.stderr


def test_403_and_407_say_that_a_proxy_may_have_answered(run: Run, campaign: Path) -> None:
    for behaviour in ("403", "407"):
        with serving(behaviour) as server:
            done = run("submit", str(campaign), "--yes", "--json", host=server.url)
        assert "proxy" in json.loads(done.stdout)["message"]


def test_closed_before_the_request_is_never_taken_for_success(run: Run, campaign: Path) -> None:
    with serving("close-before-read") as server:
        done = run("submit", str(campaign), "--yes", "--json", host=server.url)
    assert json.loads(done.stdout)["outcome"] in {"unknown", "unreachable"}
    assert not server.creates


def test_a_refused_connection_is_unreachable(run: Run, campaign: Path) -> None:
    done = run("submit", str(campaign), "--yes", "--json", host=f"http://127.0.0.1:{closed_port()}")
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode, said["httpStatus"]) == ("unreachable", 5, None)
    assert "refused" in said["message"]
    assert "safe to try again" in said["message"]


def test_a_failed_tls_handshake_is_unreachable(run: Run, campaign: Path) -> None:
    with serving("close-before-read") as server:
        done = run("submit", str(campaign), "--yes", "--json", host=f"https://127.0.0.1:{server.port}")
    assert (json.loads(done.stdout)["outcome"], done.returncode) == ("unreachable", 5)
    assert not server.creates


def test_a_certificate_file_that_is_missing_is_named(run: Run, campaign: Path) -> None:
    done = run(
        "submit",
        str(campaign),
        "--yes",
        "--json",
        host="https://127.0.0.1:1",
        SSL_CERT_FILE="/nowhere/ca.pem",
    )
    said = json.loads(done.stdout)
    assert said["outcome"] == "unreachable"
    assert "SSL_CERT_FILE" in said["message"]
    assert "/nowhere/ca.pem" in said["message"]


def test_loopback_never_goes_through_a_proxy(run: Run, campaign: Path) -> None:
    proxies = {name: f"http://user:pw@127.0.0.1:{closed_port()}" for name in ("http_proxy", "ALL_PROXY")}
    with serving("accept") as server:
        done = run("submit", str(campaign), "--yes", "--json", host=server.url, **proxies)
    assert done.returncode == 0
    assert len(server.creates) == 1


def test_a_socks_proxy_is_a_sentence(run: Run, campaign: Path) -> None:
    done = run(
        "submit", str(campaign), "--yes", "--json", host="kore-campaign.invalid",
        ALL_PROXY="socks5://planted-user:planted-word@127.0.0.1:9",
    )  # fmt: skip
    assert json.loads(done.stdout)["outcome"] == "unreachable"
    assert "SOCKS" in done.stderr
    assert "planted" not in done.stdout + done.stderr


def test_a_proxy_that_refuses_means_that_nothing_was_sent(run: Run, campaign: Path) -> None:
    with serving("connect") as proxy:
        done = run(
            "submit", str(campaign), "--yes", "--json", host="kore-campaign.invalid",
            https_proxy=f"http://planted-user:planted-word@127.0.0.1:{proxy.port}",
        )  # fmt: skip
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("unreachable", 5)
    assert "407" in said["message"]
    assert {each.line.split()[0] for each in proxy.received} == {"CONNECT"}
    assert "planted" not in done.stdout + done.stderr


# --- what stops it before anything is sent


def test_missing_credentials_are_named(run: Run, campaign: Path) -> None:
    done = run("submit", str(campaign), "--yes", "--json", KORE_HOST="platform.kore.ai")
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode, said["httpStatus"]) == ("unauthorised", 3, None)
    assert "KORE_CLIENT_SECRET" in said["message"]
    assert "KORE_HOST" not in said["message"]


def test_a_wrong_connection_is_a_usage_error(run: Run, campaign: Path) -> None:
    done = run("submit", str(campaign), "--yes", "--json", host="http://platform.kore.ai")
    assert (json.loads(done.stdout)["outcome"], done.returncode) == ("usage", 2)
    done = run("submit", str(campaign), "--yes", "--json", host="platform.kore.ai", KORE_API="v9")
    assert (json.loads(done.stdout)["outcome"], done.returncode) == ("usage", 2)


def test_a_file_of_the_other_version_is_refused(run: Run, campaign: Path) -> None:
    with serving("accept") as server:
        done = run("submit", str(campaign), "--yes", "--json", host=server.url, KORE_API="v2")
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("invalid", 2)
    assert server.connections == 0


def test_a_wrong_file_is_refused_with_its_problems(run: Run, tmp_path: Path) -> None:
    wrong = model.example(Mode.PREVIEW, Api.V1) | {"priority": 5, "queue": "x"}
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(wrong))
    with serving("accept") as server:
        done = run("submit", str(path), "--yes", "--json", host=server.url)
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("invalid", 2)
    assert {each["field"] for each in said["problems"]} == {"priority", "queue"}
    assert server.connections == 0


def test_an_unreadable_file_is_invalid(run: Run) -> None:
    done = run("submit", "nowhere.json", "--yes", "--json", host="platform.kore.ai")
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("invalid", 2)
    assert said["problems"][0]["field"] == ""


def test_without_a_terminal_nobody_can_be_asked(run: Run, campaign: Path) -> None:
    with serving("accept") as server:
        done = run("submit", str(campaign), "--json", host=server.url)
    assert (json.loads(done.stdout)["outcome"], done.returncode) == ("usage", 2)
    assert server.connections == 0


def test_practice_reads_no_credentials(run: Run, campaign: Path) -> None:
    done = run("submit", str(campaign), "--practice", "--yes", "--json", host="http://127.0.0.1:1")
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("accepted", 0)
    assert "PRACTICE" in done.stderr
    before = run("--practice", "submit", str(campaign), "--yes", "--json", host="http://127.0.0.1:1")
    assert before.returncode == 0


# --- asking


@pytest.mark.parametrize(
    ("typed", "code", "creates"), [("y\n", 0, 1), ("\n", 2, 0), ("no\n", 2, 0), ("\x04", 2, 0)]
)
def test_it_asks_on_the_terminal(campaign: Path, typed: str, code: int, creates: int) -> None:
    with serving("accept") as server:
        assert _answer_on_terminal(["submit", str(campaign)], server, typed) == code
    assert len(server.creates) == creates


def test_it_asks_the_terminal_itself_where_the_file_comes_from_stdin(campaign: Path) -> None:
    with serving("accept") as server, campaign.open("rb") as file:
        assert _answer_on_terminal(["submit", "-"], server, "yes\n", stdin=file.fileno()) == 0
    assert len(server.creates) == 1


def test_ctrl_c_at_the_question_sends_nothing(campaign: Path) -> None:
    with serving("accept") as server:
        assert _answer_on_terminal(["submit", str(campaign)], server, "\x03") == 130
    assert not server.creates


def _answer_on_terminal(
    arguments: list[str], server: FaultServer, typed: str, stdin: int | None = None
) -> int:
    """Run it in a terminal of its own, type once it asks, and return the exit code."""
    ours, terminal = pty.openpty()
    take_terminal = 'terminal=$1; shift; exec "$@" 2<>"$terminal"'  # what a session opens first is its own
    process = subprocess.Popen(
        ["sh", "-c", take_terminal, "sh", os.ttyname(terminal), sys.executable, "-m", "tui", *arguments],
        env=environment({**IDS, "KORE_HOST": server.url}), stdin=terminal if stdin is None else stdin,
        stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    shown, deadline, answered = b"", time.monotonic() + 30, False
    while process.poll() is None and time.monotonic() < deadline:
        if select.select([ours], [], [], 0.05)[0]:
            shown += os.read(ours, 4096)
        if b"[y/N]" in shown and not answered:
            answered = True
            os.write(ours, typed.encode())
    os.close(terminal)
    os.close(ours)
    assert answered, shown
    return process.wait(5)


# --- Ctrl+C


def _interrupted(campaign: Path, host: str, until: str) -> "tuple[dict[str, object], int]":
    """Start it, wait for a line on stderr, press Ctrl+C."""
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "submit", str(campaign), "--yes", "--json", "--timeout", "30"],
        env=environment({**IDS, "KORE_HOST": host}), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stderr is not None
        for line in process.stderr:
            if until in line:
                break
        process.send_signal(signal.SIGINT)
        stdout, _ = process.communicate(timeout=20)
    return json.loads(stdout), process.returncode


def test_ctrl_c_after_the_request_left_is_unknown(campaign: Path) -> None:
    with serving("silent") as server:
        said, code = _interrupted(campaign, server.url, "Waiting for the answer")
    assert (said["outcome"], code) == ("unknown", 6)
    assert len(server.creates) == 1


def test_ctrl_c_before_the_request_left_sends_nothing(campaign: Path) -> None:
    """A server that accepts and never shakes hands keeps TLS, and so the request, waiting."""
    with serving("silent") as server:
        said, code = _interrupted(campaign, f"https://127.0.0.1:{server.port}", "Connected to")
    assert (said["outcome"], code) == ("interrupted", 130)
    assert not server.creates


# --- secrets


def test_the_secret_and_the_token_appear_nowhere(run: Run, campaign: Path, tmp_path: Path) -> None:
    for behaviour in ("echo", "echo-cut", "accept"):
        with serving(behaviour) as server:
            plain = run("submit", str(campaign), "--yes", "--timeout", "1", host=server.url)
            as_object = run(
                "submit", str(campaign), "--yes", "--json", "--again", "--timeout", "1", host=server.url
            )
        for done, request in zip((plain, as_object), server.creates, strict=True):
            token = request.headers["auth"]
            _nowhere(done.stdout + done.stderr, SECRET, json.dumps(SECRET)[1:-1], token, token[:20])
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not any(SECRET.encode() in data for data in written)


def test_a_crash_shows_one_line_and_no_secret(campaign: Path, tmp_path: Path) -> None:
    crash = tmp_path / "crash.py"
    crash.write_text(
        "import sys\nimport tui.workflow.session, tui.kore.addresses as addresses\n"
        "def broken(connection):\n"
        "    secret = connection.client_secret.get_secret_value()\n"
        "    raise RuntimeError(secret)\n"
        "addresses.create_url = broken\n"
        "from tui.cli import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, str(crash), "submit", str(campaign), "--yes", "--json"]
    given = environment({**IDS, "KORE_HOST": "platform.kore.ai"})
    done = subprocess.run(command, env=given, capture_output=True, text=True, timeout=60, check=False)
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("internal-failure", 1)
    assert "RuntimeError" in said["message"]
    assert "Traceback" not in done.stderr
    _nowhere(done.stdout + done.stderr, SECRET, json.dumps(SECRET)[1:-1])


def _nowhere(text: str, *secrets: str) -> None:
    for secret in secrets:
        assert secret not in text


def test_nothing_of_an_answer_reaches_the_terminal_raw(run: Run, campaign: Path) -> None:
    with serving("escapes") as server:
        done = run("submit", str(campaign), "--yes", host=server.url)
    assert done.returncode == 4
    assert not set(done.stderr) & {"\x1b", "\x07", "\x00", "\u202e"}


def test_a_certificate_nobody_trusts_is_unreachable(run: Run, campaign: Path, tmp_path: Path) -> None:
    tls = _self_signed(tmp_path)
    with serving("accept", tls) as server:
        done = run("submit", str(campaign), "--yes", "--json", host=f"https://127.0.0.1:{server.port}")
        trusted = run(
            "submit", str(campaign), "--yes", "--json", host=f"https://127.0.0.1:{server.port}",
            SSL_CERT_FILE=str(tmp_path / "cert.pem"),
        )  # fmt: skip
    said = json.loads(done.stdout)
    assert (said["outcome"], done.returncode) == ("unreachable", 5)
    assert "certificate" in said["message"]
    assert trusted.returncode == 0
    assert len(server.creates) == 1


def _self_signed(folder: Path) -> ssl.SSLContext:
    """A server whose throw-away certificate is good for 127.0.0.1."""
    command = (
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 "
        "-addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out cert.pem"
    )
    try:
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def test_no_field_of_a_file_is_judged_twice(campaign: Path, judged: list[str]) -> None:
    from tui.cli import main

    assert main(["submit", str(campaign), "--practice", "--yes", "--timeout", "5"]) == 0
    assert len(judged) == len(set(judged)) > 10


def test_other_content_than_was_confirmed_is_refused(run: Run, campaign: Path) -> None:
    shown = run("check", str(campaign), "--fingerprint").stdout.rsplit(": ", 1)[1].strip()
    campaign_text = campaign.read_text()
    with serving("accept") as server:
        host = server.url
        campaign.write_text(campaign_text.replace("Renewal", "Reneval", 1))
        other = run("submit", str(campaign), "--yes", "--fingerprint", shown, "--json", host=host)
        none = run("submit", str(campaign), "--yes", "--fingerprint", "ACDE", host=host)
        assert server.creates == []
        campaign.write_text(campaign_text)
        same = run(
            "submit", str(campaign), "--yes", "--fingerprint", shown.lower().replace("-", ""), host=host
        )
        assert len(server.creates) == 1
    assert (other.returncode, json.loads(other.stdout)["outcome"]) == (2, "invalid")
    assert f"not {shown}: it is other content. Nothing was sent." in other.stderr
    assert none.returncode == 2
    assert "A fingerprint is eight characters such as ACDE-3467" in none.stderr
    assert same.returncode == 0
    assert f"Fingerprint {shown}." in same.stderr
    receipt = run("receipts", "list").stdout.split()[0]
    told = run("receipts", "show", receipt).stdout
    assert f"Fingerprint      {shown}" in told


def test_a_file_of_the_other_version_goes_out_as_it_was_converted(run: Run, campaign: Path) -> None:
    with serving("accept") as server:
        host = {"host": server.url, "KORE_API": "v2"}
        refused = run("submit", str(campaign), "--yes", **host)
        assert (refused.returncode, server.creates) == (2, [])
        assert "The file is for v1, and the connection is for v2 of the API: --api v2 converts it." in (
            refused.stderr
        )
        refused = run("submit", str(campaign), "--yes", "--api", "v2", **host)
        assert (refused.returncode, server.creates) == (2, [])
        assert "v2 needs a DNC list, and v1 has none: one must be named." in refused.stderr
        assert "What --api leaves open is decided by --dnc-list" in refused.stderr
        done = run("submit", str(campaign), "--yes", "--api", "v2", "--dnc-list", "DNC December", **host)
        assert done.returncode == 0
        assert "nobody on DNC December is called." in done.stderr
        sent = json.loads(server.creates[0].body)
    assert sent["dncLists"] == {"name": "DNC December"}
    assert "enableMachineDetect" not in sent
    given = json.loads(campaign.read_text())
    own = {"dncLists", "enableMachineDetect"}
    assert all(sent[key] == value for key, value in given.items() if key not in own)


def test_a_person_is_asked_for_the_list(campaign: Path) -> None:
    with Terminal((*WIZARD, "submit", str(campaign), "--practice", "--api", "v2"), columns=200) as terminal:
        terminal.wait_for("one must be named. Its name:")
        terminal.send("DNC December\r")
        terminal.wait_for("Create this campaign on")
        terminal.send("y\r")
        terminal.wait_for("accepted:")
