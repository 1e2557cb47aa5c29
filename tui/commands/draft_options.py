"""What the command line says about kept drafts; parses only, and loads what a command needs when it runs."""

import argparse
from collections.abc import Callable
from typing import Any

_WHAT = {
    "list": "list them, the last one first (also without a word)",
    "show": "print where one was left, and its campaign",
    "resume": "go on with one in the wizard",
    "rename": "give one another name",
    "delete": "delete one",
}


def fill(parser: argparse.ArgumentParser, add: Callable[..., Any], runs: Callable[..., int]) -> None:
    """Give ``drafts`` its options and what it does; ``runs`` is what is called with them."""
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.set_defaults(what="list")
    does = parser.add_subparsers(dest="what", metavar="WHAT")
    for what, about in _WHAT.items():
        each = add(does, what, about, runs)
        if what != "list":
            each.add_argument("name", metavar="DRAFT", help="its id, the beginning of it, or its name")
        if what in {"list", "show"}:
            each.add_argument(
                "--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object"
            )
        elif what == "resume":
            each.add_argument(
                "--copy", action="store_true", help="go on with a copy, where it is open elsewhere"
            )
        elif what == "rename":
            each.add_argument("title", metavar="NAME")
        else:
            each.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: argparse.Namespace, run_wizard: Callable[..., int]) -> int:
    """Do what is asked; ``run_wizard`` starts the wizard with a draft."""
    from tui.commands import drafts

    match arguments.what:
        case "show":
            return drafts.show(arguments.name, as_object=arguments.json)
        case "rename":
            return drafts.rename(arguments.name, arguments.title)
        case "delete":
            return drafts.delete(arguments.name, yes=arguments.yes)
        case "resume":
            copy = arguments.copy
            return drafts.resume(
                arguments.name, lambda path: run_wizard(arguments, str(path), copy=copy), copy=copy
            )
        case _:
            return drafts.list_all(as_object=arguments.json)
