"""What is said of a create once it was sent, by this run or an earlier one, on screen and in plain lines."""

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.base.text import one_line, plural
from tui.kore import lenient_json, response_diff
from tui.storage.receipts import Receipt
from tui.workflow.polling import Poller
from tui.workflow.session import Session
from tui.workflow.submission import Submission

if TYPE_CHECKING:
    from tui.kore.lookup import SearchResult

NOBODY_MAY_OVERLOOK = (
    "The campaign exists now. As the platform describes it, it is not dialing until somebody starts it there. "
    "Stopping it later resets its data."
)
IN_DOUBT = "UNKNOWN: a campaign may have been created"
CREATED, NOT_CREATED = "created", "not created"
"""The words that end the doubt."""
STILL_LISTENING = "An answer that still comes replaces this."
_MOST_CANDIDATES = 3


# --- a create of this run


def compared(submission: Submission) -> tuple[response_diff.Compared, ...]:
    """What was sent beside what came back."""
    return response_diff.compare(submission.document, came_back(submission))


def came_back(submission: Submission) -> Mapping[str, Any]:
    """The campaign that the answer holds; empty where it holds none."""
    answer = lenient_json.parse(submission.exchange.body) if submission.exchange else None
    return response_diff.campaign_in(answer)


def looked(submission: Submission) -> list[str]:
    """How often, when and how completely the platform's list was read since, and what it had."""
    times = plural(len(submission.looks), "time")
    reading = f"Reading the platform's list … {submission.look_waits}".rstrip()
    read = f"The list was read {times}." if submission.looks else "The list was not read since."
    lines = [reading if submission.is_looking else read]
    return lines + (_found(submission.looks[-1]) if submission.looks else [])


def status_words(poller: Poller | None, by_hand: str) -> str:
    """What is known of a campaign's status, when it was asked for, and when it will be.

    ``by_hand`` says how a person asks, where nothing asks by itself.
    """
    if poller is None:
        return "Its status can't be asked for: the platform named no id."
    known = poller.schedule
    if poller.is_asking:
        return f"Status: {known.status or 'not known yet'}. Asking …"
    told = f"Status: {known.status or 'not known yet'}"
    if poller.since is not None:
        told += f", asked {plural(known.asked, 'time')}, last at {clock(-poller.since)}"
    failed = f" No answer: {one_line(known.why, limit=120)}" if known.why else ""
    if poller.until is not None:
        return f"{told}; next at {clock(poller.until)}.{failed}"
    return f"{told}.{failed}" if known.has_ended else f"{told}.{failed} {by_hand}".rstrip()


def clock(seconds: float) -> str:
    """The time of day ``seconds`` from now."""
    return time.strftime("%H:%M:%S", time.localtime(time.time() + seconds))


# --- a create of an earlier run


def doubt(session: Session) -> str:
    """What is known of the first create that an earlier run left in doubt; there must be one."""
    open_ones = session.submissions.unresolved()
    receipt = open_ones[0]
    more = f" {plural(len(open_ones) - 1, 'more')} after this one." if len(open_ones) > 1 else ""
    if not receipt.content:
        said = one_line(receipt.message, limit=300)
        return f"An earlier create is open, and may have made a campaign (receipt {receipt.id}).{more} {said}"
    sent = one_line(f"{receipt.time[:19].replace('T', ' ')} UTC", limit=40)
    return (
        f"{one_line(receipt.name, limit=60)!r} was sent to {receipt.place} at {sent} by an earlier run, or may "
        f"have been, and nobody knows what came of it (receipt {receipt.id}).{more} "
        "Do not send it again before you know."
    )


def looked_for(session: Session, receipt: Receipt, looks: "tuple[SearchResult, ...]") -> list[str]:
    """What was looked up, when and how completely; or why nothing can be. ``looks`` are those of this run."""
    if not receipt.content:
        return ["Nothing can be looked up of it."]
    times = len(receipt.looks) + len(looks)
    lines = [
        f"The platform's list was read {plural(times, 'time')} since.",
        *(_found(looks[-1]) if looks else _kept(receipt.looks[-1]) if receipt.looks else ()),
    ]
    if not session.leads_to(receipt):
        lines.append(f"To read it, connect to {receipt.place} with app {receipt.app_id} on the first step.")
    return lines


def is_created(typed: str) -> bool | None:
    """What a person says became of it; None where it is neither word."""
    return {CREATED: True, NOT_CREATED: False, "not-created": False}.get(typed.strip().casefold())


def _kept(look: Mapping[str, Any]) -> list[str]:
    """What the disk has of a look at the list: when it was, and the likeliest of what it found."""
    rows = [each for each in look.get("candidates") or () if isinstance(each, dict)]
    at = (
        one_line(f"{look.get('time') or 'An unknown time'}", limit=30)
        .replace("T", " ")
        .replace("+00:00", " UTC")
    )
    if not rows:
        return [f"The last time, at {at}, it had no new one of this name, as far as it could be read."]
    named = [
        one_line(
            f"> {row.get('id')}: {row.get('name')}, {row.get('status')}; content {row.get('content')}",
            limit=200,
        )
        for row in rows[:_MOST_CANDIDATES]
    ]
    return [f"The last time, at {at}, it had {plural(len(rows), 'new campaign')} of this name.", *named]


def _found(look: "SearchResult") -> list[str]:
    """What a look is worth, and the likeliest of what it found."""
    found = [look.sentence, *(f"> {each.sentence}" for each in look.candidates[:_MOST_CANDIDATES])]
    if len(look.candidates) > _MOST_CANDIDATES:
        found.append(f"> and {len(look.candidates) - _MOST_CANDIDATES} more")
    return found
