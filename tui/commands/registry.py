"""The commands there are. A row is read without loading the command's module."""

from importlib import import_module
from typing import Any, NamedTuple


class Command(NamedTuple):
    """A command: its name, its module in this package, and what ``--help`` says about it.

    The module has ``fill(parser)``, which adds the command's options, and ``run(arguments)``, which runs it and
    returns the exit code.
    """

    name: str
    module: str
    about: str


COMMANDS = (
    Command("check", "check", "say what is wrong with campaign files; no network unless asked"),
    Command("submit", "submit", "create the campaign of a file"),
    Command("example", "example", "print a valid campaign file to start from"),
    Command("profile", "profile", "manage named connections and where their secrets live"),
    Command("receipts", "receipts", "what was sent, and what came of it"),
    Command("drafts", "drafts", "list, show, rename, delete and resume kept drafts"),
    Command("template", "template", "campaigns to begin with, kept under a name"),
    Command("bundle", "bundle", "make one file that installs this where there is no internet"),
    Command("practice-server", "practice_server", "run the practice platform alone"),
    Command("doctor", "doctor", "report on this machine, safe to paste into a ticket"),
)
"""In the order of ``--help``."""


def load(module: str) -> Any:
    """Import a module of this package. At its top it imports all that the command needs."""
    return import_module(f"{__package__}.{module}")
