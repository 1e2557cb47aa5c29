"""Walking the wizard as a person does, by keyboard alone."""

from typing import Any

from tests.terminal import CTRL_N, ENTER, TAB, Terminal
from tui.campaign.hours_text import text_of
from tui.campaign.parse import parse_campaign

CLEAR = "\x15"
"""Ctrl+U empties a line."""
READY, ASKED = "Enter asks whether to create it", "Create it now? It is sent once."
"""What Submit shows where nothing more stands before the question, and once it is put."""
MODE_KEYS = {"Progressive": "p", "Preview": "pp", "Agentless": "a"}


def type_basics(terminal: Terminal, document: dict[str, Any]) -> None:
    terminal.wait_for("How the campaign appears")
    terminal.send(document["name"], TAB, document["description"], TAB, document["priority"], TAB)
    terminal.send(MODE_KEYS[document["dialingMode"]])
    terminal.wait_for(f"(*) {document['dialingMode']}")


def type_lists(terminal: Terminal, document: dict[str, Any]) -> None:
    terminal.wait_for(">Contact lists")
    for name in document["contactLists"]:
        terminal.send(name, ENTER)
    if "dncLists" in document:
        terminal.send(TAB, TAB, CLEAR, document["dncLists"]["name"])
    terminal.wait_for(f" {len(document['contactLists'])} {document['contactLists'][-1]}")


def type_strategy(terminal: Terminal, document: dict[str, Any]) -> None:
    terminal.wait_for("HOW OFTEN")
    strategy = document["dialingStrategy"]
    terminal.send(document.get("queue_name") or document["experienceFlowName"], TAB)
    terminal.send(strategy["callerId"]["phoneNumber"], TAB, TAB)
    for key in ("maxAttemptsPerRecord", "defaultRetryPeriod", "maxRingTime"):
        terminal.send(CLEAR, str(strategy[key]), TAB)
    if "maxSkips" in document:
        terminal.send(CLEAR, str(document["maxSkips"]))
    terminal.wait_for(strategy["callerId"]["phoneNumber"])


def type_hours(terminal: Terminal, document: dict[str, Any]) -> None:
    terminal.wait_for("Frequency")
    hours = document["dialingStrategy"]["callingHours"]
    text = text_of(parse_campaign(document).draft.week)
    terminal.send(hours["timezone"], TAB, TAB, TAB, text, TAB)
    terminal.wait_for(text)


def walk_to_submit(terminal: Terminal, document: dict[str, Any]) -> None:
    """From the Connection step to the question whether to send."""
    for typed in (type_basics, type_lists, type_strategy, type_hours):
        terminal.send(CTRL_N)
        typed(terminal, document)
    terminal.send(CTRL_N)
    terminal.wait_for("Nothing stops this campaign")
    terminal.send(CTRL_N)
    terminal.wait_for(READY)


def say_yes(terminal: Terminal) -> None:
    """Let Enter put the question, and say yes to it."""
    terminal.send(ENTER)
    terminal.wait_for(ASKED)
    terminal.send("y")


def create(terminal: Terminal) -> str:
    """Create what Submit shows; returns the id that the screen shows."""
    say_yes(terminal)
    screen = terminal.wait_for("ACCEPTED  in ")
    return next(word for word in screen.split() if word.startswith("cd-"))
