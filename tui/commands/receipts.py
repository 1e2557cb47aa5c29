"""``kore-campaign receipts``: what was sent, what came of it, and settling what nobody knew."""

import argparse
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tui.base.console import put, say
from tui.base.json_output import put_json
from tui.base.text import inert, one_line, plural
from tui.base.typed import whole_number
from tui.base.usage import UsageError
from tui.campaign.odd_text import look
from tui.commands.options import add, add_json
from tui.kore.verdicts import MEANINGS, Verdict
from tui.storage import intents
from tui.storage.receipts import Receipt, found_campaign, found_words

_USAGE = MEANINGS[Verdict.USAGE].exit_code
_INTERNAL = MEANINGS[Verdict.INTERNAL].exit_code
_MOST_DAYS = 36_500
_MOST_LISTED = 1_000_000
_NEVER_COMPARED = " What it was can't be read, so it is never taken for what is sent later."


def fill(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with receipts."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    every, one, settle, prune = (add(actions, name, about) for name, (about, _) in _ACTIONS.items())
    every.add_argument("--open", action="store_true", help="only those of which nobody knows")
    every.add_argument("--name", metavar="WORD", default="", help="only campaigns with this in their name")
    every.add_argument("--newest", type=_count, metavar="N", help="at most so many")
    prune.add_argument(
        "--older", type=_days, required=True, metavar="DAYS", help="those that were begun longer ago"
    )
    prune.add_argument("--dry-run", action="store_true", help="delete nothing, only say how many")
    for each in (one, settle):
        each.add_argument("id", metavar="ID", help="as `receipts list` shows it")
    which = settle.add_mutually_exclusive_group(required=True)
    which.add_argument("--created", action="store_true", help="the campaign exists")
    which.add_argument("--not-created", action="store_true", help="it does not")
    settle.add_argument("--campaign", metavar="ID", help="with --created: the campaign's id")
    for each in (every, one, settle, prune):
        add_json(each)


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked; returns the exit code.

    Raises:
        UsageError: an id is given to a create that did not happen.
    """
    _, act = _ACTIONS[arguments.action]
    return act(arguments)


def _list(arguments: argparse.Namespace) -> int:
    """List every create that is known and asked for, the newest first; returns the exit code."""
    known, bad = _everything()
    found = [each for each in known if _is_wanted(each, arguments)][: arguments.newest]
    if arguments.json:
        put_json({"receipts": [_row(each) for each in found], "unreadable": [str(path) for path in bad]})
    else:
        for each in found:
            put(_line(each))
    if not found:
        say("None of what was sent is like that." if known else "Nothing was sent from here yet.")
    _complain(bad)
    if open_ones := [each for each in known if each.may_exist]:
        say(f"{plural(len(open_ones), 'create')} of which nobody knows: `kore-campaign receipts show ID`.")
    return 0


def _show(arguments: argparse.Namespace) -> int:
    """Show one create; returns the exit code."""
    receipt = _find(arguments.id)
    if receipt is None:
        return _unknown_id(arguments)
    if arguments.json:
        put_json(_whole(receipt))
        return 0
    for name, value in _told(receipt):
        put(f"{name:<16} {one_line(value, limit=2_000)}")
    if receipt.may_exist:
        say(how_to_settle(receipt) or f"Once you know: {_resolve_by(receipt)} --created or --not-created.")
    if not receipt.content:
        return 0
    put("The JSON that was sent:")
    put(inert(json.dumps(receipt.document, indent=2)))
    if receipt.answer:
        put("The answer's body:")
        put(inert(receipt.answer))
    return 0


def _resolve(arguments: argparse.Namespace) -> int:
    """Settle an open create, by the id that a look found where none is given; returns the exit code."""
    campaign_id = arguments.campaign
    if campaign_id and arguments.not_created:
        raise UsageError("--campaign is for --created")
    try:
        if arguments.created and campaign_id is None and (open_one := _find(arguments.id)):
            campaign_id = found_campaign(open_one)
        known = intents.resolve(arguments.id, created=arguments.created, campaign_id=campaign_id)
    except KeyError:
        return _unknown_id(arguments, "No open create has the id")
    except OSError as failed:
        say(f"kore-campaign: it could not be noted: {failed.strerror or failed}.")
        return _INTERNAL
    if arguments.json:
        put_json(_whole(known), once=True)
    else:
        name = one_line(known.name, limit=60) or f"what {known.id} was"
        told = f"created{f' as {campaign_id}' if campaign_id else ''}" if arguments.created else "not created"
        say(f"Noted: {name} was {told}.{'' if known.content else _NEVER_COMPARED}")
    return 0


def _prune(arguments: argparse.Namespace) -> int:
    """Delete old receipts, but never of a create of which nobody knows; returns the exit code."""
    before = datetime.now(UTC) - timedelta(days=arguments.older)
    try:
        gone = intents.prune(before, dry_run=arguments.dry_run)
    except OSError as failed:
        say(f"kore-campaign: not all could be deleted: {failed.strerror or failed}.")
        return _INTERNAL
    known, _ = _everything()
    open_ones = sum(each.may_exist for each in known)
    if arguments.json:
        ids = [each.id for each in gone]
        put_json({"pruned": ids, "open": open_ones, "dryRun": arguments.dry_run}, once=True)
        return 0
    did = "would be deleted" if arguments.dry_run else "deleted"
    age = f"older than {plural(arguments.older, 'day')}"
    stay = f" {plural(open_ones, 'create')} of which nobody knows: kept." if open_ones else ""
    say(f"{plural(len(gone), 'receipt')} {age} {did}.{stay}")
    if accepted := sum(each.was_created for each in gone):
        were = "was" if accepted == 1 else "were"
        say(
            f"{accepted:,} of them {were} accepted: submit no longer knows that, and would create the same once more."
        )
    return 0


def _is_wanted(receipt: Receipt, arguments: argparse.Namespace) -> bool:
    """Whether the list is to show ``receipt``."""
    if arguments.open and not receipt.may_exist:
        return False
    return look(arguments.name) in look(receipt.name)


def _days(text: str) -> int:
    return _between(text, _MOST_DAYS, "days")


def _count(text: str) -> int:
    return _between(text, _MOST_LISTED, "receipts")


def _between(text: str, most: int, what: str) -> int:
    number = whole_number(text)
    if number is None or not 1 <= number <= most:
        raise argparse.ArgumentTypeError(f"1 to {most:,} {what}, not {text!r}")
    return number


def how_to_settle(receipt: Receipt) -> str:
    """What settles an open create whose very campaign a look found; empty where none did."""
    campaign_id = found_campaign(receipt)
    return f"{found_words(campaign_id)} {_resolve_by(receipt)} --created notes it." if campaign_id else ""


def _resolve_by(receipt: Receipt) -> str:
    return f"kore-campaign receipts resolve {receipt.id}"


def _everything() -> tuple[list[Receipt], list[Path]]:
    try:
        return intents.everything()
    except OSError as failed:
        say(f"kore-campaign: the receipts can't be read: {failed.strerror or failed}.")
        return [], []


def _find(record_id: str) -> Receipt | None:
    return next((each for each in _everything()[0] if each.id == record_id), None)


def _unknown_id(arguments: argparse.Namespace, why: str = "No receipt has the id") -> int:
    message = f"{why} {one_line(arguments.id, limit=60)}: `kore-campaign receipts list` names them."
    if arguments.json:
        put_json({"outcome": Verdict.USAGE, "message": message})
    say(f"kore-campaign: {message}")
    return _USAGE


def _complain(bad: Sequence[Path]) -> None:
    for path in bad:
        say(f"This file can't be read as a receipt: {path}")


def outcome_of(receipt: Receipt) -> str:
    """What is known of a create, in a word or two."""
    if receipt.resolved:
        return f"{receipt.outcome or Verdict.UNKNOWN}, then {receipt.resolved}"
    if not receipt.content:
        return f"{Verdict.UNKNOWN} (unreadable)"
    if not receipt.outcome:
        return "on its way" if intents.is_on_its_way(receipt) else f"{Verdict.UNKNOWN} (interrupted)"
    return receipt.outcome


def _line(receipt: Receipt) -> str:
    parts = (
        receipt.id, receipt.time[:19].replace("T", " "), outcome_of(receipt), receipt.campaign_id or "-",
        receipt.profile or receipt.place or "-", receipt.name or "-",
    )  # fmt: skip
    return "  ".join(one_line(part, limit=60) for part in parts)


def _row(receipt: Receipt) -> dict[str, Any]:
    return {
        "id": receipt.id,
        "time": receipt.time,
        "profile": receipt.profile,
        "place": receipt.place,
        "appId": receipt.app_id,
        "name": receipt.name,
        "outcome": receipt.outcome or Verdict.UNKNOWN,
        "httpStatus": receipt.http_status,
        "campaignId": receipt.campaign_id,
        "open": receipt.may_exist,
        "resolved": receipt.resolved,
    }


def _whole(receipt: Receipt) -> dict[str, Any]:
    return {
        **_row(receipt),
        "accountId": receipt.account_id,
        "api": receipt.api,
        "url": receipt.url,
        "message": receipt.message,
        "finished": receipt.finished,
        "campaignStatus": receipt.campaign_status,
        "sent": receipt.document,
        "fingerprint": receipt.fingerprint or None,
        "sha256": receipt.content,
        "headers": [list(header) for header in receipt.headers],
        "answer": receipt.answer,
        "looks": list(receipt.looks),
        "found": found_campaign(receipt),
        "version": receipt.version,
    }


def _told(receipt: Receipt) -> list[tuple[str, str]]:
    told = [
        ("Receipt", receipt.id),
        ("Time", f"{receipt.time[:19].replace('T', ' ')} UTC"),
        ("Outcome", outcome_of(receipt)),
        ("Meaning", receipt.message),
        ("Campaign", receipt.campaign_id or ""),
        ("Status", receipt.campaign_status or ""),
        ("Sent to", receipt.url),
        ("Profile", receipt.profile),
        ("Account", receipt.account_id),
        ("HTTP", str(receipt.http_status or "")),
        ("Fingerprint", receipt.fingerprint),
        ("SHA-256", receipt.content),
        ("Version", receipt.version),
        *(("Looked", _look(each)) for each in receipt.looks),
    ]
    return [(name, value) for name, value in told if value]


def _look(noted: Any) -> str:
    """One look at the list, from a file that anybody may have changed."""
    found = noted.get("candidates")
    count = len(found) if isinstance(found, list) else 0
    whole = "the whole list" if noted.get("complete") is True else "a part of the list"
    return f"{str(noted.get('time'))[:19]} {whole}, {plural(count, 'candidate')}"


_ACTIONS: dict[str, tuple[str, Callable[[argparse.Namespace], int]]] = {
    "list": ("every create, the newest first", _list),
    "show": ("one create: what was sent, what came back", _show),
    "resolve": ("say what became of a create that nobody knew of", _resolve),
    "prune": ("delete old ones, but none of which nobody knows", _prune),
}
"""What each action is about, and what runs it."""
