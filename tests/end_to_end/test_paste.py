"""What is pasted arrives as one, however long it is and in however many pieces the line brings it."""

import sys
from pathlib import Path

import pytest

from tests.end_to_end.test_ways_out import kept_drafts
from tests.terminal import CTRL_C, CTRL_N, TAB, Terminal
from tui.storage.drafts import read

COUNTING = """
import sys
from textual.events import Paste
from tui.screen.app import WizardApp
from tui.cli import main
usual = WizardApp.on_event
async def counted(self, event):
    if isinstance(event, Paste) and not event.is_forwarded:
        with open("pastes", "a") as file:
            print(len(event.text), file=file)
    await usual(self, event)
WizardApp.on_event = counted
sys.exit(main([]))
"""
"""The wizard, writing down how long each paste is that its terminal sends."""
LONG = " ".join(f"word-{number}" for number in range(3_000))
"""Some 26,000 characters: a terminal holds 4096 of them at a time."""


def pieces(count: int) -> list[str]:
    size = len(LONG) // count + 1
    return [LONG[at : at + size] for at in range(0, len(LONG), size)]


@pytest.mark.parametrize("count", [1, 7])
def test_a_long_paste_arrives_as_one_and_is_put_in_once(count: int, home: Path) -> None:
    with Terminal([sys.executable, "-c", COUNTING]) as terminal:
        terminal.begin_new()
        terminal.send(CTRL_N)
        terminal.wait_for("How the campaign appears")
        terminal.send("Pasted", TAB, "[", "\x1b[200~")
        for piece in pieces(count):
            terminal.send(piece)
            terminal.wait_without_reading(lambda: not terminal.unread())
        terminal.send("\x1b[201~", "]", CTRL_C)
        terminal.wait_for("Leave?")
        terminal.send(CTRL_C)
        assert terminal.wait_for_exit() == 130
    assert (home / "pastes").read_text() == f"{len(LONG)}\n"
    (draft,) = kept_drafts(home)
    assert read(draft).draft.description == f"[{LONG}]"
