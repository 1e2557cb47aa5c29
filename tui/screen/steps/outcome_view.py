"""The create as it happens, and what became of it: the parts of the Submit step once something was sent."""

import json

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from tui.base.glyphs import CLOSED
from tui.base.text import one_line, plural
from tui.campaign.fields import for_path
from tui.kore import response_diff
from tui.kore.addresses import create_url
from tui.kore.curl import command
from tui.kore.exchange import Exchange
from tui.kore.milestones import milestones
from tui.kore.outcome import Outcome
from tui.kore.progress import Moment, waited_for
from tui.kore.verdicts import Verdict
from tui.screen.pages.beside import beside_text, beside_title, rows_beside
from tui.screen.pages.documents import Document
from tui.screen.steps.unresolved_view import found_line
from tui.screen.widgets.beside_lines import BesideLines
from tui.screen.widgets.button_bar import ButtonBar
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.phase_line import BadgeLine, PhaseLine
from tui.screen.widgets.problem_row import problem_row
from tui.workflow import messages
from tui.workflow.polling import FollowUp
from tui.workflow.saving import file_name
from tui.workflow.submission import Submission

HEADLINES = {
    Verdict.ACCEPTED: "ACCEPTED",
    Verdict.EXISTS: "EXISTS",
    Verdict.UNKNOWN: "UNKNOWN",
    Verdict.UNREACHABLE: "NOT SENT",
    Verdict.UNAUTHORISED: "REFUSED: credentials",
    Verdict.REFUSED: "REFUSED",
    Verdict.RATE_LIMITED: "REFUSED: too many requests",
    Verdict.INTERRUPTED: "CANCELLED",
    Verdict.CANCELLED: "CANCELLED",
}
_STAY = "Esc cancels it: nothing of it has left yet."
_LEFT = "The request has left: the campaign may exist from here on. Esc stops waiting, it calls nothing back."
_MATTER = (
    "Content-Type",
    "Content-Length",
    "Date",
    "Server",
    "Via",
    "Location",
    "Retry-After",
    "X-Request-Id",
)
"""Headers of an answer that tell a person something."""
_MOST_DIFFERENCES = 6
_BY_HAND = "It is not asked for any more by itself; l asks."
_AGAIN = (
    "w waits in the background, s leaves: what is known is on disk, and the next start begins here. "
    "Do not send again before you know; the button below asks for typed words first."
)


def has_left(submission: Submission) -> bool:
    """Whether the request has begun to leave."""
    return any(phase.name is Moment.LEAVING for phase in submission.phases)


def flying(submission: Submission) -> list[Widget]:
    """The phases as they come, and the seconds that pass."""
    return [
        FixedLine(f"On its way to {submission.connection.host.address}", classes="verdict"),
        PhaseLine(milestones(submission.phases), id="course"),
        FixedLine(waiting(submission), id="waiting", classes="note-line"),
        FixedLine(hint(submission), id="escape-hint", classes="paragraph"),
    ]


def waiting(submission: Submission) -> str:
    """What is waited for, and how long it has been, to the second."""
    return f"{waited_for(submission.phases)}: {submission.seconds:.0f} s so far"


def hint(submission: Submission) -> str:
    """What Esc does now."""
    return _LEFT if has_left(submission) else _STAY


def parts(submission: Submission, outcome: Outcome, after: FollowUp | None) -> list[Widget]:
    """What became of it, what follows, and what can be done; the phases stand below."""
    headline = "FOUND" if submission.is_settled else HEADLINES.get(outcome.verdict, outcome.verdict.upper())
    found: list[Widget] = [
        BadgeLine(
            headline,
            facts(submission),
            status_later(submission, after),
            classes=str(outcome.verdict),
            id="headline",
        )
    ]
    if outcome.campaign_id:
        found.append(FixedLine(_named(submission, outcome.campaign_id), classes="named", id="campaign-id"))
    if outcome.verdict is not Verdict.ACCEPTED or submission.is_settled or not outcome.campaign_id:
        found.append(FixedLine(one_line(outcome.message, limit=500), classes="paragraph", id="meaning"))
    if outcome.verdict is Verdict.ACCEPTED:
        found.append(FixedLine(messages.NOBODY_MAY_OVERLOOK, classes="paragraph overlook"))
        found.append(FixedLine(status_words(after), classes="note-line", id="status-words"))
        found += [] if submission.is_settled else _compared(submission)
    elif outcome.verdict is Verdict.UNKNOWN:
        found += _unknown(submission, after)
    elif outcome.verdict is Verdict.RATE_LIMITED:
        found.append(FixedLine(wait_words(after), id="countdown", classes="note-line"))
    elif outcome.verdict is Verdict.UNAUTHORISED:
        found.append(problem_row("Connection", "The step where credentials are given.", is_error=False))
    elif outcome.verdict is Verdict.REFUSED:
        found += _jumps(outcome)
    is_there = outcome.verdict in {Verdict.ACCEPTED, Verdict.EXISTS}
    found.append(WaysOn(id="ways") if is_there else ButtonBar("New attempt", id="again"))
    found.append(PhaseLine(milestones(submission.phases), id="course"))
    if outcome.verdict is Verdict.ACCEPTED and not submission.is_settled:
        found.append(BesideLines(lambda width: beside(submission, width), id="beside"))
    return found


def facts(submission: Submission) -> str:
    """The answer's time, status and size: ``in 0.10 s · HTTP 200 · 986 bytes``; nothing where none came."""
    exchange = submission.exchange
    if exchange is None or exchange.status is None or not submission.phases:
        return ""
    took = f"in {submission.phases[-1].seconds:.2f} s"
    return f" {CLOSED} ".join((took, f"HTTP {exchange.status}", plural(len(exchange.body), "byte")))


def status_later(submission: Submission, after: FollowUp | None) -> str:
    """The campaign's status in few words: ``Ready 9 s later``, ``Preparing``; nothing where none is known."""
    status = after.status if after else None
    if status is None:
        return ""
    if status.since_end is None or not submission.phases:
        return one_line(status.schedule.status, limit=30)
    later = submission.seconds - submission.phases[-1].seconds - status.since_end
    return f"{one_line(status.schedule.status, limit=30)} {max(later, 0):.0f} s later"


def _named(submission: Submission, campaign_id: str) -> str:
    name = one_line(str(submission.document.get("name", "")), limit=60)
    return f"{name}   {one_line(campaign_id, limit=80)}   i copies it"


def status_words(after: FollowUp | None) -> str:
    """What is known of the campaign's status, when it was asked for, and when it will be."""
    return messages.status_words(after.status if after else None, _BY_HAND)


def look_words(submission: Submission, after: FollowUp | None) -> str:
    """How often, when and how completely the platform's list was read since, and what it had."""
    lines = messages.looked(submission)
    again = after.looking.until if after and after.looking else None
    if again is not None:
        lines.append(f"It is read again by itself at {messages.clock(again)}; l reads it now.")
    elif not submission.is_looking:
        lines.append("It is not read again by itself; l reads it now.")
    if submission.is_listening:
        lines.append(messages.STILL_LISTENING)
    return "\n".join(lines)


def wait_words(after: FollowUp | None) -> str:
    """How long another try should wait; whether it does, the person decides."""
    wait = after.wait if after else 0.0
    if wait > 0:
        return f"Another try is polite in {wait:.0f} s. Nothing is sent by itself."
    return "The wait is over. Nothing is sent by itself: a new attempt is yours to begin."


def documents(submission: Submission, width: int = 80) -> tuple[Document, ...]:
    """What can be read and saved: the answer, the JSON, the curl command, all beside each other, the timeline."""
    name = file_name(str(submission.document.get("name", "")))
    exchange = submission.exchange or Exchange()
    curl = command(submission.document, create_url(submission.connection), submission.connection)
    return (
        Document("Answer", body_text(exchange), f"{name}-answer.json", head(exchange), _note(exchange)),
        Document("JSON sent", json.dumps(submission.document, indent=2) + "\n", f"{name}.json"),
        Document("curl", curl, f"{name}.sh"),
        Document("Sent and answer", beside(submission, width - 6), f"{name}-compared.txt", head(exchange)),
        Document("Timeline", timeline(submission), f"{name}-timeline.txt"),
    )


BESIDE_AT, TIMELINE_AT = 3, 4
"""Where those stand among the documents, from 0."""


def beside(submission: Submission, width: int) -> str:
    """What was sent and what came back, in lines of at most ``width`` cells."""
    came = messages.came_back(submission)
    title = beside_title(messages.compared(submission)) if came else "no campaign in it"
    return beside_text(rows_beside(submission.document, came), title, width)


def timeline(submission: Submission) -> str:
    """Everything that happened, each with its time."""
    return "\n".join(f"{phase.seconds:7.2f} s  {phase.sentence}" for phase in submission.phases)


def head(exchange: Exchange) -> str:
    """The status line and the headers that matter, inert."""
    if exchange.status is None:
        return f"No answer. {one_line(exchange.error, limit=200)}".strip()
    there = [(name, exchange.header(name)) for name in _MATTER]
    lines = [f"{name}: {one_line(value, limit=70)}" for name, value in there if value]
    return "\n".join([f"HTTP {exchange.status}", *lines])


def body_text(exchange: Exchange) -> str:
    """The answer's body as text, whatever it is; not inert."""
    return exchange.body.decode("utf-8-sig", errors="replace")


def _note(exchange: Exchange) -> str:
    size = plural(len(exchange.body), "byte")
    if exchange.truncated:
        return f"the first {size}; it is longer and was cut"
    return size if exchange.complete else f"{size}, and it broke off"


def _unknown(submission: Submission, after: FollowUp | None) -> list[Widget]:
    """What was looked up since; sending again is never offered without the words that it takes."""
    return [
        *([found_line(submission.found)] if submission.found else ()),
        FixedLine(look_words(submission, after), classes="note-line", id="looks"),
        FixedLine(_AGAIN, classes="paragraph"),
    ]


class WaysOn(Horizontal):
    """What comes after a campaign that exists: never the same once more."""

    DEFAULT_CSS = """
    WaysOn { height: 1; }
    Screen.-narrow WaysOn, Screen.-small WaysOn { layout: vertical; height: 3; }
    """
    SCOPED_CSS = False

    def compose(self) -> ComposeResult:
        yield ButtonBar("Another like it", id="like")
        yield ButtonBar("An empty one", id="empty")
        yield ButtonBar("Done", id="done")


def _compared(submission: Submission) -> list[Widget]:
    """What was sent beside what came back; only what differs is a warning."""
    found = messages.compared(submission)
    wrong = response_diff.differences(found)
    rows: list[Widget] = [FixedLine(response_diff.in_words(found), classes="note-line", id="echo")]
    rows += [
        FixedLine(f"! {each.title}: sent {each.sent!r}, came back {each.came!r}", classes="note-line warning")
        for each in wrong[:_MOST_DIFFERENCES]
    ]
    if len(wrong) > _MOST_DIFFERENCES:
        rows.append(FixedLine(f"! and {len(wrong) - _MOST_DIFFERENCES} more", classes="note-line warning"))
    return rows


def _jumps(outcome: Outcome) -> list[Widget]:
    """Ways to the fields that a refusal names."""
    found = [(field, each.message) for each in outcome.problems if (field := for_path(each.field))]
    return [problem_row(field.title, said, is_error=True, target=field.path) for field, said in found]
