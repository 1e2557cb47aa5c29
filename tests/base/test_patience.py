"""Saying what is waited for: from the first second on, and never once it is over."""

import threading
import time

import pytest

from tests.counting_platform import CountingPlatform, running
from tui.base import patience
from tui.base.patience import saying
from tui.campaign import model
from tui.campaign.fields import Api, Mode
from tui.campaign.parse import parse_campaign
from tui.commands.submit import submission
from tui.kore.progress import Moment, Phase, waited_for
from tui.kore.verdicts import Verdict

DOCUMENT = model.example(Mode.PROGRESSIVE, Api.V1)


def test_it_is_said_again_and_again_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "SAID_AFTER", 0)
    monkeypatch.setattr(patience, "_THEN", (0, 0))
    said: list[str] = []
    there = threading.Event()

    def say(sentence: str) -> None:
        said.append(sentence)
        if len(said) == 3:
            there.set()

    with saying(say, lambda: f"Waiting for number {len(said)}"):
        assert there.wait(10)
    assert said == [f"Waiting for number {at} … 0 s" for at in range(3)]
    assert not any(thread.name == "patience" for thread in threading.enumerate())


def test_a_second_of_silence_is_the_most() -> None:
    assert patience.SAID_AFTER == 1


def test_what_is_quick_is_not_spoken_of() -> None:
    said: list[str] = []
    with saying(said.append, "Waiting"):
        pass
    assert said == []


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (None, "Reading the platform's list"),
        (Moment.LOOKED, "Getting ready to send"),
        (Moment.CONNECTING, "Connecting"),
        (Moment.LEAVING, "Waiting for the answer"),
        (Moment.WAITING, "Waiting for the answer"),
        (Moment.FIRST_BYTE, "Waiting for the answer"),
    ],
)
def test_what_a_create_waits_for(last: Moment | None, words: str) -> None:
    assert waited_for((Phase(last, 0.0),) if last else ()) == words


def test_submit_says_each_of_its_waits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The look before, the answer, and the look after it."""
    monkeypatch.setattr(patience, "SAID_AFTER", 0)
    said: list[str] = []
    with running(CountingPlatform(3, time.monotonic, answers=False, delay=0.1)) as platform:
        before = submission.look_before(DOCUMENT, platform.connection, timeout=5)
        said.append(capsys.readouterr().err)
        outcome, _, candidates = submission.send(
            parse_campaign(DOCUMENT), platform.connection, before, timeout=5, practice=False
        )
        said.append(capsys.readouterr().err)
    assert outcome.verdict is Verdict.UNKNOWN
    assert len(candidates) == 1
    assert "Reading the platform's list … 0 s" in said[0]
    assert "Reading the platform's list … 0 s" in said[1].partition("HTTP 502")[2]


def test_a_long_list_is_said_to_be_looked_at_in_part(capsys: pytest.CaptureFixture[str]) -> None:
    with running(CountingPlatform(1_200, time.monotonic)) as platform:
        submission.look_before(DOCUMENT, platform.connection, timeout=5)
        assert platform.count() == 1
    said = capsys.readouterr().err
    assert "among the newest 50 of 1,200 campaigns; the others were not looked at." in said
