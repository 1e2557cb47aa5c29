"""``kore-campaign drafts``: list, show, rename, delete and resume the drafts that were kept."""

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any

from tui.base.console import put, say
from tui.base.json_output import put_json
from tui.base.text import age, one_line
from tui.campaign import serialize
from tui.campaign.problems import is_valid
from tui.commands.options import add
from tui.commands.start import run_with_options
from tui.storage import drafts
from tui.storage.draft_errors import DraftError

_FAILED = 1
_WRONG = 2


def fill(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with drafts; without a word they are listed."""
    parser.add_argument("--json", action="store_true", help="one JSON object")
    does = parser.add_subparsers(dest="what", metavar="WHAT")
    for what, (about, _) in _ACTIONS.items():
        each = add(does, what, about)
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


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked, or say why not in one line; returns the exit code."""
    what = arguments.what or "list"
    name = "drafts" if what == "list" else arguments.name
    _, act = _ACTIONS[what]
    try:
        return act(arguments)
    except DraftError as refused:
        is_held = what == "resume" and isinstance(refused, drafts.HeldDraftError)
        say(f"kore-campaign: {name} {refused}.{' --copy goes on with a copy of it.' * is_held}")
        return _WRONG
    except OSError as failed:
        say(f"kore-campaign: {name}: {failed.strerror or failed}.")
        return _FAILED


def _list(arguments: argparse.Namespace) -> int:
    """Print every draft, the last one first; one object with ``--json``."""
    found = drafts.listed()
    if arguments.json:
        put_json({"drafts": [_as_json(each) for each in found]})
    elif not found:
        say("No drafts are kept.")
    for each in () if arguments.json else found:
        state = f"open: {drafts.words(each.holder)}" if each.holder else each.trouble
        at = state or (f"at {each.step}" if each.step else "")
        name = one_line(each.name, limit=48)
        put(f"{each.id:<22}  {age(time.time() - each.saved):<12}  {name:<30}  {at}".rstrip())
    return 0


def _show(arguments: argparse.Namespace) -> int:
    """Print what one draft holds: where it was left, and its campaign as JSON."""
    path = drafts.find(arguments.name)
    content = drafts.read(path)
    document = serialize.unfinished(content.draft, content.api)
    problems = content.draft.problems(content.api)
    if arguments.json:
        put_json(
            {
                "id": drafts.draft_id(path), "name": content.name, "file": str(path), "saved": _when(content.saved),
                "step": content.step, "api": content.api, "profile": content.connection.get("profile", ""),
                "valid": is_valid(problems), "campaign": document,
            }
        )  # fmt: skip
        return 0
    say(
        f"{content.name}, saved {age(time.time() - content.saved)}"
        + (f", at {content.step}" if content.step else "")
    )
    say(
        f"{sum(problem.is_error for problem in problems)} problems stop it; for {content.api} of the API. {path}"
    )
    put_json(document)
    return 0


def _rename(arguments: argparse.Namespace) -> int:
    """Give a draft another name."""
    drafts.rename(drafts.find(arguments.name), arguments.title)
    say(f"It is called {arguments.title} now.")
    return 0


def _delete(arguments: argparse.Namespace) -> int:
    """Delete a draft, once a person agreed."""
    path = drafts.find(arguments.name)
    if not arguments.yes and not agreed(drafts.read(path).name):
        say("Nothing was deleted.")
        return _WRONG
    drafts.delete(path)
    say("It is deleted.")
    return 0


def _resume(arguments: argparse.Namespace) -> int:
    """Run the wizard with a draft; one that is open elsewhere only as a copy that was asked for."""
    path = drafts.find(arguments.name)
    if not arguments.copy:
        with drafts.held(path):
            pass
    return run_with_options(arguments, str(path), copy=arguments.copy)


def agreed(name: str) -> bool:
    """Whether a person says yes to deleting what is called ``name``; where nobody can be asked, that is said."""
    if not (sys.stdin and sys.stdin.isatty()):
        say("Nobody can be asked here: --yes deletes it.")
        return False
    say(f"Delete {name} for good? Type yes:")
    return sys.stdin.readline().strip().casefold() == "yes"


def _as_json(each: drafts.ListedDraft) -> dict[str, Any]:
    holder = each.holder and {
        "host": each.holder.host, "pid": each.holder.pid, "tty": each.holder.tty, "since": _when(each.holder.since),
    }  # fmt: skip
    return {
        "id": each.id, "name": each.name, "file": str(each.path), "saved": _when(each.saved), "step": each.step,
        "openIn": holder, "trouble": each.trouble,
    }  # fmt: skip


def _when(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


_ACTIONS: dict[str, tuple[str, Callable[[argparse.Namespace], int]]] = {
    "list": ("list them, the last one first (also without a word)", _list),
    "show": ("print where one was left, and its campaign", _show),
    "resume": ("go on with one in the wizard", _resume),
    "rename": ("give one another name", _rename),
    "delete": ("delete one", _delete),
}
