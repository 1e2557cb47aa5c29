"""Every fault of practice, and every hostile answer, on the real screen: words, exit code, one create."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.test_submit_live import is_clean
from tests.end_to_end.walking import READY, say_yes
from tests.fault_server import practice_with
from tests.practice.sending import environment_of
from tests.practice.test_faults import OUTCOMES, SLOW, WORDS
from tests.terminal import CTRL_C, CTRL_N, CTRL_R, ESC, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example

HEADLINES = {
    "accepted": "ACCEPTED", "unknown": "UNKNOWN", "unauthorised": "REFUSED: credentials", "refused": "REFUSED",
    "rate-limited": "REFUSED: too many requests",
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("name", OUTCOMES)
def test_each_fault_on_the_screen(name: str, tmp_path: Path) -> None:
    outcome, code, _ = ("accepted", 0, 200) if name == "late" else OUTCOMES[name]
    log, file = tmp_path / "requests.log", tmp_path / "campaign.json"
    file.write_text(json.dumps(example(Mode.PROGRESSIVE, Api.V1)))
    with practice_with(name, log) as platform:
        account = platform.account
        environment = environment_of(platform)
        with Terminal((*WIZARD, "--from", str(file)), env=environment) as terminal:
            terminal.wait_for("is loaded")
            terminal.send(CTRL_R)
            terminal.wait_for("Nothing stops this campaign")
            terminal.send(CTRL_N)
            terminal.wait_for(READY)
            say_yes(terminal)
            if name in SLOW and name != "late":
                terminal.wait_for("The request has left")
                terminal.send(ESC)
            terminal.wait_for(_shows(HEADLINES[outcome], WORDS.get(name, "")))
            terminal.send("a")
            terminal.wait_for("1 Answer")
            terminal.settle()
            terminal.send(ESC)
            terminal.wait_for(lambda shown: "1 Answer" not in shown)
            terminal.send(CTRL_C, CTRL_C)
            assert terminal.wait_for_exit() == code
            assert is_clean(terminal.raw)
            assert account.client_secret.get_secret_value().encode() not in terminal.raw
    creates = [each for each in map(json.loads, log.read_text().splitlines()) if _is_create(each)]
    assert len(creates) == 1


def _shows(headline: str, words: str) -> Callable[[str], bool]:
    return lambda shown: f"\n  {headline}" in shown and words in " ".join(shown.split())


def _is_create(request: dict[str, Any]) -> bool:
    return str(request["path"]).endswith("campaignType=voice")
