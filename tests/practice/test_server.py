"""Whole requests over real connections."""

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.practice.sending import REQUESTS, V1_PATH, V2_PATH, Client, sample, token
from tui.campaign import fields
from tui.practice.rate_limit import REQUESTS as MOST_REQUESTS
from tui.practice.server import PracticePlatform, start

Entries = Callable[[], list[dict[str, Any]]]


@pytest.mark.parametrize("name", REQUESTS)
def test_every_documented_request_creates_a_campaign(client: Client, entries: Entries, name: str) -> None:
    target = client.v1() if name.startswith("v1") else client.v2()
    reply = client.send(target, sample(name))
    assert (reply.status, reply.body["status"]) == (200, "success")
    assert reply.headers["Content-Type"] == "application/json"
    (entry,) = entries()
    assert entry["body"] == sample(name)
    assert (entry["method"], entry["path"]) == ("POST", target)
    assert (entry["status"], entry["violations"]) == (200, [])


def test_a_body_for_the_other_version_is_refused(client: Client) -> None:
    assert client.send(client.v2(), sample("v1_progressive_request.json")).status == 412
    assert client.send(client.v1(), sample("v2_progressive_request.json")).status == 412


def test_every_violation_is_named_in_answer_and_log(client: Client, entries: Entries) -> None:
    body = {**sample("v1_progressive_request.json"), "priority": 5, "extra": 1}
    target = client.v1().replace("voice", "sms")
    reply = client.send(target, body, accountId="other", Content_Type="text/plain")
    assert reply.status == 412
    named = [text.removeprefix("Validation errors/ Invalid arguments: ") for text in reply.texts]
    assert named == [
        "query: campaignType must be voice",
        "header: accountId must stand there once and be the account ID",
        "header: Content-Type must be application/json",
        "priority must be 1 or 2 or 3 or 4 or 5, as a string",
        "extra is no field of Progressive campaigns under v1",
    ]
    assert entries()[0]["violations"] == named


def test_headers_that_are_missing(client: Client) -> None:
    assert client.send(auth=None).texts == ["Invalid SDK credentials"]
    assert client.send(iid=None).texts == ["Invalid SDK credentials"]
    assert client.send(accountId=None).status == 412
    assert client.send(Content_Type=None).status == 412


def test_the_content_type_may_name_the_encoding(client: Client) -> None:
    assert client.send(Content_Type="application/json; charset=utf-8").status == 200


def test_the_account_of_v2_stands_in_the_query_too(client: Client) -> None:
    target = client.v2().replace("practice-account", "other")
    reply = client.send(target, sample("v2_progressive_request.json"))
    assert reply.status == 412
    assert reply.texts[0].endswith("query: accountId must be practice-account")


def test_addresses_and_methods(client: Client) -> None:
    assert client.send("/").status == 404
    assert client.send("/" + client.v1()).status == 404
    for method in ("GET", "PUT", "DELETE", "PATCH", "OPTIONS", "BREW"):
        reply = client.send(method=method)
        assert (reply.status, reply.texts) == (405, ["Method Not Allowed"])
    assert client.send("/", method="GET").status == 404


@pytest.mark.parametrize("path", [V1_PATH, V2_PATH])
def test_another_app(client: Client, path: str) -> None:
    reply = client.send(path.format("st-other") + "?campaignType=voice", iid="st-other")
    assert (reply.status, reply.texts) == (401, ["Invalid SDK credentials"])


def test_iid_of_another_app(client: Client) -> None:
    reply = client.send(iid="st-other")
    assert (reply.status, reply.texts) == (401, ["Invalid SDK credentials"])


def test_tokens_over_the_line(client: Client, platform: PracticePlatform) -> None:
    text = token(platform.account)
    assert client.send(auth=text).status == 200
    assert client.send(auth=text).texts == ["error verifying the jwt: possibly a replay"]
    assert client.send(auth=f"Bearer {token(platform.account)}").texts == ["Invalid JWT token"]
    assert client.send(auth=token(platform.unscoped)).body == {
        "errors": [{"message": "Permission denied. Scope is incorrect!", "code": 4002}]
    }


def test_the_limit_of_a_minute(client: Client, entries: Entries) -> None:
    client.send(auth="no token")  # is nobody's request, so it counts for nobody
    for _ in range(MOST_REQUESTS):
        assert client.send().status == 200
    reply = client.send()
    assert (reply.status, reply.texts) == (
        429, ["You've exceeded the per-minute rate limit. Please wait for sometime before retrying."],
    )  # fmt: skip
    assert len(entries()) == MOST_REQUESTS + 2


def test_no_token_is_ever_logged(client: Client, platform: PracticePlatform, log: Path) -> None:
    tokens = [token(platform.account) for _ in range(4)]
    client.send(auth=tokens[0])
    client.send(auth=None, Authorization=f"Bearer {tokens[1]}")
    client.send(f"{client.v1()}&auth={tokens[2]}")
    client.send(body=f'{{"auth": "{tokens[3]}", '.encode())
    text = log.read_text()
    assert text.count("***") == 6  # four tokens, and the good one beside each of the last two
    for each in tokens:
        for part in each.split(".")[1:]:
            assert part not in text
    secret = platform.account.client_secret.get_secret_value()
    assert secret not in text
    assert base64.b64encode(secret.encode()).decode() not in text


def test_what_stands_where_a_token_belongs_is_not_logged(client: Client, log: Path) -> None:
    client.send(auth="hunter1", Authorization="hunter2", Proxy_Authorization="hunter3", Cookie="hunter4")
    assert "hunter" not in log.read_text()
    assert log.read_text().count('"***"') == 4


def test_the_log_is_its_owners_alone_and_grows(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.touch(mode=0o600)
    log.write_text("before\n")
    with start(log=log) as platform:
        Client.of(platform).send(body=b"\xff no JSON")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    lines = log.read_text().splitlines()
    assert lines[0] == "before"
    assert len(lines) == 2
    assert "\\ufffd no JSON" in lines[1]


def test_a_log_that_can_not_be_written_is_answered() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    with start(log=full) as platform:
        reply = Client.of(platform).send()
    assert reply.status == 500
    assert "No space left" in reply.texts[0]


def test_a_log_that_can_not_be_opened(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="can't be opened") as failed:
        start(log=tmp_path / "none" / "log")
    assert (
        failed.value.strerror
        == f"the log {tmp_path / 'none' / 'log'} can't be opened (No such file or directory)"
    )


def test_a_port_that_is_taken(platform: PracticePlatform, tmp_path: Path) -> None:
    port = int(platform.url.rpartition(":")[2])
    with pytest.raises(OSError, match="can't be used") as failed:
        start(port, tmp_path / "log")
    assert failed.value.strerror == f"port {port} can't be used (Address already in use)"


def test_a_port_of_ones_own(platform: PracticePlatform) -> None:
    port = int(platform.url.rpartition(":")[2])
    platform.close()
    with start(port) as again:
        assert again.url == platform.url
        assert Client.of(again).send().status == 200


def test_closing_twice() -> None:
    platform = start()
    platform.close()
    platform.close()
    with pytest.raises(ConnectionRefusedError):
        Client.of(platform).send()


def test_known_names_by_field(platform: PracticePlatform) -> None:
    assert (*platform.existing(fields.QUEUE.key),)[:2] == ("Default Queue", "Queue1")
    assert "Buyers Q2" in platform.existing(fields.LISTS.key)
    assert platform.existing(fields.NAME.key) == ()


def test_a_log_that_was_there_keeps_its_mode_and_a_pipe_without_a_reader_is_refused(tmp_path: Path) -> None:
    log, pipe = tmp_path / "log", tmp_path / "pipe"
    log.write_text("before\n")
    log.chmod(0o644)
    with start(log=log):
        pass
    assert stat.S_IMODE(log.stat().st_mode) == 0o644
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="can't be opened"):
        start(log=pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with start(log=pipe) as platform:
        Client.of(platform).send()
        assert b'"status": 200' in os.read(reader, 10_000)
    os.close(reader)
