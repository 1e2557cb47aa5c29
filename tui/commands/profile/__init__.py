"""``kore-campaign profile``: named connections, and where their secrets live."""

import argparse
from collections.abc import Callable

from tui.commands.options import add, add_json, add_secret
from tui.commands.profile import edit, profiles
from tui.commands.registry import load

_ACTIONS: dict[str, tuple[str, Callable[[argparse.Namespace], int]]] = {
    "list": ("list the profiles (also without a word)", profiles.list_all),
    "show": ("show one, and where its secret lives", profiles.show),
    "add": ("add one; asks for what is not given", edit.add),
    "edit": ("change one; without options it asks for everything", edit.edit),
    "remove": ("remove one, and its secret from every place", profiles.remove),
    "test": (
        "read the contact lists once, and say what is right or wrong",
        lambda arguments: int(load("profile.test").test(arguments)),  # the network library
    ),
    "default": ("make one the default", profiles.make_default),
}
"""What each action is about, and what runs it."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with profiles; without a word they are listed."""
    parser.set_defaults(json=False)
    does = parser.add_subparsers(dest="what", metavar="WHAT")
    each = {name: add(does, name, about) for name, (about, _) in _ACTIONS.items()}
    for name in ("show", "test"):
        each[name].add_argument(
            "name", nargs="?", default="", metavar="NAME", help="default: the default profile"
        )
    add_secret(each["test"].add_argument_group("its secret"))
    for name in ("add", "edit", "remove", "default"):
        each[name].add_argument("name", metavar="NAME", help="such as prod-eu")
    for name in ("add", "edit"):
        edit.add_values(each[name])
    each["remove"].add_argument("--yes", action="store_true", help="do not ask")
    each["remove"].add_argument(
        "--force", action="store_true", help="remove the profile also where its secret can't be deleted"
    )
    for action in each.values():
        add_json(action)


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked; returns the exit code."""
    _, act = _ACTIONS[arguments.what or "list"]
    return profiles.finish(act, arguments)
