"""``kore-campaign template``: campaigns to begin with, kept under a name."""

import argparse
import time
from collections.abc import Callable
from typing import Any

from tui.base.console import put, say
from tui.base.json_output import put_json
from tui.base.text import age, one_line
from tui.base.usage import PROGRAM
from tui.campaign import serialize
from tui.campaign.draft import Draft
from tui.campaign.leftovers import found_in
from tui.campaign.modes import Api
from tui.commands.check import add_api, api_of
from tui.commands.drafts import agreed
from tui.commands.options import add
from tui.kore.verdicts import MEANINGS, Verdict
from tui.storage import drafts, templates
from tui.storage.draft_errors import DraftError
from tui.storage.files import FileError, load_bytes
from tui.storage.templates import Template, TemplateError
from tui.workflow.campaign_file import file_and_why, judge_file

_WRONG = MEANINGS[Verdict.USAGE].exit_code
_FAILED = MEANINGS[Verdict.INTERNAL].exit_code


def fill(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with templates; without a word they are listed."""
    parser.add_argument("--json", action="store_true", help="one JSON object")
    does = parser.add_subparsers(dest="what", metavar="WHAT")
    every, one, keep, drop = (add(does, what, about) for what, (about, _) in _ACTIONS.items())
    for each in (one, keep, drop):
        each.add_argument("name", metavar="NAME", help="what it is called")
    for each in (every, one):
        each.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="one JSON object")
    source = keep.add_mutually_exclusive_group(required=True)
    source.add_argument("file", nargs="?", metavar="FILE", help="a campaign file; - is standard input")
    source.add_argument("--draft", metavar="DRAFT", help="a kept draft: its id, or its name")
    add_api(keep)
    keep.add_argument("--replace", action="store_true", help="over the template that has the name already")
    drop.add_argument("--yes", action="store_true", help="do not ask")


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked, or say why not in one line; returns the exit code."""
    _, act = _ACTIONS[arguments.what or "list"]
    try:
        return act(arguments)
    except TemplateError as refused:
        say(f"{PROGRAM}: {refused}")
        return _WRONG
    except OSError as failed:
        say(f"{PROGRAM}: the templates: {failed.strerror or failed}.")
        return _FAILED


def _list(arguments: argparse.Namespace) -> int:
    """Print every template; one object with ``--json``."""
    found = templates.listed()
    bad = [str(each) for each in found.unreadable]
    if arguments.json:
        put_json({"templates": [_as_json(each) for each in found.all], "unreadable": bad})
        return 0
    for each in found.all:
        mode = each.draft.mode or "no mode yet"
        put(f"{each.name:<30}  {mode:<12}  {each.api}  {age(time.time() - each.saved)}")
    for path in bad:
        say(f"This file can't be read as a template: {path}")
    if not found.all:
        say("No templates are kept.")
    return 0


def _show(arguments: argparse.Namespace) -> int:
    """Print what a template holds as JSON."""
    found = templates.find(arguments.name)
    document = serialize.unfinished(found.draft, found.api)
    if arguments.json:
        put_json({**_as_json(found), "campaign": document})
        return 0
    say(f"{found.name}, saved {age(time.time() - found.saved)}, for {found.api} of the API.")
    put_json(document)
    return 0


def _save(arguments: argparse.Namespace) -> int:
    """Keep a file's campaign, or a draft's, under a name."""
    draft, api = _from_draft(arguments.draft) if arguments.draft else _from_file(arguments)
    try:
        kept = templates.save(arguments.name, draft, api, replace=arguments.replace)
    except TemplateError as refused:
        more = "" if arguments.replace else " --replace saves over one."
        raise TemplateError(f"{refused}{more}") from None
    say(f"Kept as {one_line(kept.name)}, without name and contact lists.")
    return 0


def _from_file(arguments: argparse.Namespace) -> tuple[Draft, Api]:
    try:
        found = judge_file(load_bytes(arguments.file, pipes=True), api_of(arguments))
    except FileError as failed:
        raise TemplateError(one_line(file_and_why(arguments.file, failed), limit=2_000)) from None
    found.draft.leftovers = found_in(found)
    return found.draft, found.api


def _from_draft(name: str) -> tuple[Draft, Api]:
    try:
        content = drafts.read(drafts.find(name))
    except DraftError as failed:
        raise TemplateError(f"{one_line(name)} {failed}.") from None
    return content.draft, content.api


def _remove(arguments: argparse.Namespace) -> int:
    """Delete a template, once a person agreed."""
    if not arguments.yes and not agreed(one_line(arguments.name)):
        say("Nothing was deleted.")
        return _WRONG
    templates.remove(arguments.name)
    say("It is deleted.")
    return 0


def _as_json(each: Template) -> dict[str, Any]:
    saved = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(each.saved))
    return {
        "name": each.name,
        "saved": saved,
        "mode": each.draft.mode,
        "api": each.api,
        "file": str(each.path),
    }


_ACTIONS: dict[str, tuple[str, Callable[[argparse.Namespace], int]]] = {
    "list": ("list them (also without a word)", _list),
    "show": ("print the campaign that one holds", _show),
    "save": ("keep a file's campaign, or a draft's, without name and lists", _save),
    "remove": ("delete one", _remove),
}
