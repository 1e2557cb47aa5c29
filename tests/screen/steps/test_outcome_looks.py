"""What becomes of a create, and every page that lies over a step, as a person sees them: one text a look.

Colour is no part of a text: without it the same shapes stand in the same places, which is why one text serves both.
"""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.screen.pages.test_start_page import started
from tests.screen.steps.conftest import ASKED, READY, Wizard, opened, practising
from tests.screen.steps.test_screens import Snapshot, steady
from tui import __version__
from tui.base.terminal import Depth, Terminal, ThemeName
from tui.credentials import profile_file
from tui.credentials.profiles import Profile, SecretPlace
from tui.kore.exchange import Exchange
from tui.kore.judge import judge
from tui.kore.progress import Moment, Phase
from tui.kore.verdicts import Verdict
from tui.storage import drafts, intents
from tui.storage.draft_text import Content
from tui.workflow import polling
from tui.workflow.create import CreateResult, new_intent
from tui.workflow.session import Session
from tui.workflow.submission import Submission

SAMPLES = Path(__file__).parents[2] / "samples"
CAME = json.loads((SAMPLES / "v1_progressive_response.json").read_text())


class Look(NamedTuple):
    """A terminal and its window; ``name`` is that of its text."""

    name: str
    size: tuple[int, int]
    terminal: Terminal


LOOKS = [
    Look("80x24", (80, 24), Terminal()),
    Look("80x24", (80, 24), Terminal(Depth.NONE, theme=ThemeName.TERMINAL)),
    Look("80x24-ascii", (80, 24), Terminal(is_ascii=True)),
    Look("120x40", (120, 40), Terminal()),
]
IDS = ["colour", "no colour", "ASCII", "wide"]


def answered(status: int, body: object, **more: str) -> Exchange:
    text = json.dumps(body).encode()
    headers = tuple((name.replace("_", "-"), value) for name, value in more.items())
    return Exchange(
        started=True, status=status, headers=headers, body=text, complete=True, answered=1_000_000_000
    )


EXCHANGES = {
    "accepted": answered(200, CAME),
    "accepted without an id": answered(200, {"status": "success"}),
    "refused": answered(400, {"errors": [{"msg": "dialingStrategy.maxRingTime must be between 15 and 120"}]}),
    "refused by a proxy": answered(403, {"message": "Blocked by policy"}),
    "unauthorised": answered(401, {"errors": [{"msg": "jwt expired", "code": 4001}]}),
    "rate limited": answered(429, {"errors": [{"msg": "Too many requests"}]}, Retry_After="30"),
    "unreachable": Exchange(error="No host is called platform.kore.example (DNS)."),
    "unknown, no answer": Exchange(started=True, error="No answer came within 60 s."),
    "unknown, a server's fault": answered(502, {"message": "Bad gateway"}),
    "interrupted": Exchange(cancelled=True),
}
_COURSE = (Moment.LOOKED, Moment.NOTED, Moment.TOKEN, Moment.CONNECTING, Moment.CONNECTED)
_SENT = (Moment.LEAVING, Moment.SENT, Moment.WAITING, Moment.FIRST_BYTE, Moment.BODY)
_DETAILS = {
    Moment.LOOKED: "no other bears it",
    Moment.NOTED: "receipt r-1",
    Moment.CONNECTING: "h.example",
    Moment.CONNECTED: "h.example",
    Moment.SENT: "912 bytes",
    Moment.FIRST_BYTE: "HTTP",
    Moment.BODY: "whole",
}


def phases(moments: Sequence[Moment]) -> tuple[Phase, ...]:
    return tuple(Phase(each, at / 50, _DETAILS.get(each, "")) for at, each in enumerate(moments))


def submitted(session: Session, exchange: Exchange) -> Submission:
    """A create of the session's campaign that came to ``exchange``, without a network or a clock."""
    made = Submission(session.checked(), session.access.active_connection(), practice=True)
    moments = _COURSE[:4] if not exchange.started else (*_COURSE, *_SENT[: 5 if exchange.status else 3])
    made._course._phases = phases(moments)
    made.outcome = judge(exchange)
    made.result = CreateResult(made.outcome, exchange)
    made._over.set()
    return made


def noted(session: Session) -> None:
    """Two creates on disk: one that was accepted, and one of which nobody knows."""
    for name, outcome in (("Open", ""), ("Renewal calls June", "accepted")):
        intent = new_intent(
            {**session.document(), "name": name}, session.access.active_connection(), practice=True
        )
        intents.begin(intent, again=True, past_accepted=True)
        if outcome:
            intents.finish(
                replace(intent, outcome=outcome, http_status=200, campaign_id="cd-1", message="Accepted.")
            )


async def show(wizard: Wizard, made: Submission) -> str:
    wizard.session.submissions.turn_away()
    wizard.session.submissions.all[:] = [made]
    wizard.session.submissions.current = made
    if made.outcome is not None:
        status = polling.status_of(made, made.outcome)
        again_at = None if made.outcome.wait is None else time.monotonic() + made.outcome.wait
        wizard.session.submissions.follow_up = polling.FollowUp(made.outcome, status, again_at=again_at)
    wizard.session.show_refusals()
    await wizard.at("Submit")
    return await wizard.wait_for("[ Help ]")


async def outcomes(wizard: Wizard) -> AsyncIterator[tuple[str, str]]:
    await wizard.at("Submit")
    await wizard.wait_for("No other campaign bears this name")
    yield "ready", await wizard.wait_for(READY)
    await wizard.press("enter")
    yield "asked", await wizard.wait_for(ASKED)
    await wizard.press("escape")
    for name, moments in (("connecting", _COURSE[:4]), ("waiting for the answer", (*_COURSE, *_SENT[:3]))):
        made = submitted(wizard.session, Exchange())
        made._course._phases = phases(moments)
        made.outcome = made.result = None
        yield name, await show(wizard, made)
    for name, exchange in EXCHANGES.items():
        yield name, await show(wizard, submitted(wizard.session, exchange))
    made = submitted(wizard.session, EXCHANGES["unknown, no answer"])
    made.found = "cd-1234"
    yield "found", await show(wizard, made)
    made.settle("cd-1234")
    yield "settled", await show(wizard, made)
    made = submitted(wizard.session, EXCHANGES["accepted"])
    assert made.outcome is not None
    made.outcome = type(made.outcome)(
        Verdict.EXISTS, "It was sent at 2026-11-24 10:00 UTC (receipt r-1).", 200, "cd-12"
    )
    yield "exists", await show(wizard, made)


async def pages(wizard: Wizard) -> AsyncIterator[tuple[str, str]]:
    await wizard.at("Basics", "name")
    yield "help of a field", await wizard.press("f1")
    await wizard.press("escape")
    for name, keys in (("palette", ""), ("palette, found", "draft"), ("palette, nothing", "qq")):
        await wizard.press("f10")
        await wizard.wait_for("Menu: 32 things")  # with what the disk knows
        yield name, await wizard.press(*keys)
        await wizard.press("escape")
    yield "palette, load", await wizard.press("f10", *"load", "enter")
    await wizard.press("escape")
    yield "leave", await wizard.press("ctrl+c")
    await wizard.press("escape")
    await wizard.at("Calling hours", "grid")
    yield "help of the grid", await wizard.press("f1")
    await wizard.press("escape")
    await wizard.at("Review")
    yield "JSON", await wizard.press("j")
    yield "JSON, saved as", await wizard.press("s")
    await wizard.press("escape", "escape")
    yield "review, saved as", await wizard.press("s")
    await wizard.at("Connection")
    yield "drafts", await wizard.wait_for("1 kept")
    await wizard.press("r")
    yield "receipts, none", await wizard.wait_for("0 receipts.")
    await wizard.press("escape")
    noted(wizard.session)
    await wizard.press("r")
    yield "receipts", await wizard.wait_for("2 receipts.")
    await wizard.press("enter")
    yield "a receipt", await wizard.wait_for("[1 Answer]")
    await wizard.press("escape", "escape", "right")
    yield "connections", await wizard.wait_for("Another connection")
    await wizard.press("left")
    await show(wizard, submitted(wizard.session, EXCHANGES["accepted"]))
    yield "answer beside what was sent", await wizard.press("a")
    for key, name in zip("1235", ("answer", "JSON sent", "curl", "timeline"), strict=True):
        yield name, await wizard.press(key)
    yield "search", await wizard.press("slash")
    await wizard.press("escape", "escape")


def lasting(screen: str) -> str:
    """The screen without what differs from run to run and from machine to machine."""
    screen = screen.replace(f"kore-campaign {__version__}", "kore-campaign VERSION")
    screen = re.sub(r"(?<=polite in )\d+ s|\d+ s(?= so far)", "N s", steady(screen))
    screen = re.sub(r"\d{8}T\d{6}Z-\w+|\d{8}-\d{6}-\w+", "RECEIPT", screen)
    return re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC", "YYYY-MM-DD HH:MM UTC", screen)


async def taken(shown: AsyncIterator[tuple[str, str]], look: Look) -> str:
    """All of ``shown``, each with its name, once it is whole."""
    found = []
    async for name, screen in shown:
        lines = screen.splitlines()
        assert len(lines) <= look.size[1], (name, screen)
        assert not look.terminal.is_ascii or screen.isascii(), (name, screen)
        found.append(f"=== {name} ===\n{lasting(screen)}")
    return "\n".join(found)


def on_disk() -> None:
    """A draft and two profiles."""
    file = drafts.new(time.time())
    file.save(Content(draft=practising().draft, title="Spring renewals", step="Dialing strategy"))
    file.release()
    for name in ("uat", "prod-eu"):
        profile_file.add(
            Profile(
                name, f"{name}.kore.example", "st-1", "acc-1", "cs-1",
                secret_place=SecretPlace.THIS_RUN, is_production=name == "prod-eu",
            )
        )  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, ids=IDS)
@pytest.mark.parametrize("which", [outcomes, pages], ids=["outcomes", "pages"])
def test_they_look_as_they_did(
    which: Callable[[Wizard], AsyncIterator[tuple[str, str]]], look: Look, snapshot: Snapshot
) -> None:
    if which is pages:
        on_disk()

    async def run() -> None:
        async with opened(practising(), look.size, look.terminal) as wizard:
            await wizard.wait_for("127.0.0.1:")
            snapshot(await taken(which(wizard), look), f"{which.__name__}-{look.name}")

    asyncio.run(run())


@pytest.mark.parametrize("look", LOOKS, ids=IDS)
def test_the_start_page_looks_as_it_did(look: Look, snapshot: Snapshot) -> None:
    async def starts(wizard: Wizard) -> AsyncIterator[tuple[str, str]]:
        await wizard.wait_for("at Strategy, 0 problems")
        yield "start", await wizard.wait_for("uat")
        yield "start, another row", await wizard.press("down", "down", "down")
        yield "help of the start page", await wizard.press("f1")
        await wizard.press("escape", "f10", *"spring")
        yield "palette of the start page", await wizard.wait_for("Draft: Spring")

    on_disk()

    async def run() -> None:
        async with started(size=look.size, terminal=look.terminal) as wizard:
            snapshot(await taken(starts(wizard), look), f"start-{look.name}")

    asyncio.run(run())
