"""Every fault of practice, and every hostile answer, in the real command: outcome, exit code, one create."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import ROOT, run
from tests.fault_server import EVERY_FAULT, practice_with
from tests.practice.sending import Client, environment_of, sample
from tui.practice.faults import FAULTS
from tui.practice.server import PracticePlatform

OUTCOMES = {
    "accepted-silent": ("unknown", 6, None),
    "reset-before-read": ("unknown", 6, None),
    "reset-after-read": ("unknown", 6, None),
    "half-answer": ("unknown", 6, 200),
    "slow-trickle": ("unknown", 6, None),
    "late": ("unknown", 6, None),
    "401-credentials": ("unauthorised", 3, 401),
    "401-token": ("unauthorised", 3, 401),
    "401-scope": ("unauthorised", 3, 401),
    "401-expiry": ("unauthorised", 3, 401),
    "401-replay": ("unauthorised", 3, 401),
    "401-clock": ("unauthorised", 3, 401),
    "429": ("rate-limited", 4, 429),
    "429-retry-after": ("rate-limited", 4, 429),
    "412": ("refused", 4, 412),
    "500": ("unknown", 6, 500),
    "502-html": ("unknown", 6, 502),
    "200-error": ("unknown", 6, 200),
    "wrong-echo": ("accepted", 0, 200),
    "wrong-content-type": ("accepted", 0, 200),
    "echo-token": ("refused", 4, 412),
    "list-lags": ("unknown", 6, None),
    "body-200mb": ("unknown", 6, 200),
    "bomb": ("unknown", 6, 200),
    "endless": ("unknown", 6, 200),
    "invalid-utf8": ("accepted", 0, 200),
    "deep-json": ("unknown", 6, 200),
    "huge-number": ("accepted", 0, 200),
    "escapes": ("refused", 4, 412),
    "markup": ("refused", 4, 412),
    "bidi": ("refused", 4, 412),
    "nul": ("refused", 4, 412),
}
WORDS = {
    "401-credentials": "client ID and secret",
    "401-scope": "then publish",
    "401-expiry": "clock",
    "401-replay": "saw this token before",
    "401-clock": "60 min ahead of",
    "429": "wait 60 s",
    "429-retry-after": "wait 7 s",
    "502-html": "HTTP 502",
    "200-error": "Campaign limit reached",
    "list-lags": "does not prove",
    "body-200mb": "was cut",
    "bomb": "was cut",
}
__all__ = ["run"]
SLOW = {"accepted-silent", "slow-trickle", "late", "list-lags", "endless"}
"""The faults that end with the time-out."""
FOUND = {name for name, fault in EVERY_FAULT.items() if fault.keeps and OUTCOMES[name][0] == "unknown"} - {
    "list-lags"
}
"""The faults after which a look shows the campaign that was made."""


@pytest.fixture
def failing(log: Path) -> Callable[[str], AbstractContextManager[PracticePlatform]]:
    @contextmanager
    def failing(name: str) -> Iterator[PracticePlatform]:
        with practice_with(name, log) as running:
            yield running

    return failing


def test_every_fault_has_its_outcome_here_and_its_line_in_readme() -> None:
    assert OUTCOMES.keys() == EVERY_FAULT.keys()
    table = re.findall(r"^\| `([a-z0-9-]+)` \| (.+) \|$", (ROOT / "README.md").read_text(), re.M)
    listed = [row for row in table if row[0] in EVERY_FAULT]
    assert listed == [(fault.name, fault.about) for fault in FAULTS.values()]


@pytest.mark.parametrize("name", OUTCOMES)
def test_its_outcome_and_never_more_than_one_create(
    name: str,
    failing: Callable[[str], AbstractContextManager[PracticePlatform]],
    entries: Callable[[], list[dict[str, Any]]],
    run: Callable[..., Any],
    tmp_path: Path,
) -> None:
    campaign = tmp_path / "campaign.json"
    campaign.write_text(json.dumps(sample("v1_progressive_request.json")))
    with failing(name) as platform:
        account = platform.account
        names = environment_of(platform)
        seconds = "1.5" if name in SLOW else "10"
        done = run("submit", str(campaign), "--yes", "--json", "--timeout", seconds, **names)
        said = json.loads(done.stdout)
        creates = [entry for entry in entries() if entry["path"].endswith("campaignType=voice")]
        if said["outcome"] == "unknown":
            again = run("submit", str(campaign), "--yes", "--json", **names)
            assert (json.loads(again.stdout)["outcome"], again.returncode) == ("unknown", 6)
            assert creates == [entry for entry in entries() if entry["path"].endswith("campaignType=voice")]
    assert (said["outcome"], done.returncode, said["httpStatus"]) == OUTCOMES[name], said["message"]
    assert WORDS.get(name, "") in said["message"]
    assert len(creates) == 1
    assert creates[0]["violations"] == [f"fault: {name}"]
    if said["outcome"] == "unknown":
        assert [each["content"] for each in said["candidates"]] == (["same"] if name in FOUND else [])
    assert not set(done.stdout + done.stderr) & {"\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066"}
    assert account.client_secret.get_secret_value() not in done.stdout + done.stderr


def test_only_a_create_that_is_right_meets_the_fault(
    failing: Callable[[str], AbstractContextManager[PracticePlatform]],
) -> None:
    with failing("accepted-silent") as platform:
        client = Client.of(platform)
        assert client.send(body={"name": ""}).status == 412
        assert client.send(auth="x").status == 401


def test_closing_does_not_wait_for_a_fault(
    failing: Callable[[str], AbstractContextManager[PracticePlatform]],
) -> None:
    with failing("endless") as platform:
        connection = HTTPConnection(platform.url.removeprefix("http://"), timeout=10)
        client = Client.of(platform)
        connection.request(
            "POST", client.v1(), json.dumps(sample("v1_progressive_request.json")), client.headers()
        )
        assert connection.getresponse().read(10)
    connection.close()
