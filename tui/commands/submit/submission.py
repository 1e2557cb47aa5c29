"""The create of ``submit``: look, send once, look again where nobody knows. Ctrl+C hides nothing."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from tui.base.console import say
from tui.base.patience import saying
from tui.campaign.checked import Checked
from tui.campaign.problems import Problem, warning
from tui.commands.receipts import how_to_settle
from tui.credentials.prompts import noted_interrupt
from tui.kore import lenient_json, lookup, response_diff
from tui.kore.connection import Connection
from tui.kore.exchange import Timeouts
from tui.kore.lookup import PreCheck
from tui.kore.outcome import Outcome
from tui.kore.progress import Progress, waited_for
from tui.kore.verdicts import Verdict
from tui.storage import intents
from tui.workflow.calls import call_context
from tui.workflow.confirmations import Reason
from tui.workflow.create import CreateResult, candidates_json, create, exists, look, new_intent

LIST = "Reading the platform's list"
"""What is waited for where it takes more than a second."""


def accepted_before(
    document: Mapping[str, Any], connection: Connection, *, timeout: float, practice: bool
) -> Outcome | None:
    """The outcome where the same content was accepted at the same place, read back; None where it may be sent.

    Where an earlier one is open, that is said by the create itself.
    """
    with suppress(OSError):  # said where the note of this create can't be written either
        open_one, accepted = intents.standing(new_intent(document, connection, practice=practice))
        if accepted and not open_one:
            say(f"The same content was accepted before (receipt {accepted.id}): reading it back …")
            return exists(accepted, connection, call_context(Timeouts.within(timeout)))
    return None


def look_before(document: Mapping[str, Any], connection: Connection, *, timeout: float) -> PreCheck:
    """Say what bears the name already, by the platform's list.

    Nothing stops because of it, or because nobody can tell.
    """
    with saying(say, LIST):
        before = lookup.before(document, connection, call_context(Timeouts.within(timeout)))
    for sentence in before.warnings():
        say(f"Warning: {sentence}")
    if before.unread:
        say(before.unread)
    return before


def send(
    checked: Checked,
    connection: Connection,
    before: PreCheck,
    *,
    timeout: float,
    practice: bool,
    again: bool = False,
) -> tuple[Outcome, list[Problem], list[dict[str, Any]]]:
    """Create it: the outcome, what came back otherwise than it was sent, and what it may be on the platform.

    From here on Ctrl+C is only noted, so that it can't hide what became of the request. ``timeout`` is in
    seconds, for the whole exchange; ``again`` creates also what was accepted before.
    """
    consents = frozenset({Reason.ACCEPTED}) if again else frozenset()
    course = Progress(lambda phase: say(phase.sentence))
    with noted_interrupt() as pressed:
        context = call_context(Timeouts.within(timeout), course, pressed.is_set)
        with saying(say, lambda: waited_for(course.phases)):
            made = create(checked, connection, context, consents=consents, practice=practice, before=before)
        if made.outcome.verdict is not Verdict.UNKNOWN:
            return made.outcome, _differences(checked.document, made), []
        intent = made.open or made.receipt
        if intent is None or not intent.content:
            return made.outcome, [], []
        pressed.clear()  # pressed once more, it ends the look
        context = call_context(
            Timeouts.within(timeout), Progress(lambda phase: say(phase.sentence)), pressed.is_set
        )
        with saying(say, LIST):
            found = look(intent, connection, context)
    say(found.sentence)
    for candidate in found.candidates:
        say(candidate.sentence)
    settling = "" if practice else how_to_settle(intents.as_kept(intent))  # practice ends with this run
    if settling:
        say(settling)
    elif made.receipt and not practice:
        say(f"Until it is settled, the same is not sent again: kore-campaign receipts resolve {intent.id}.")
    outcome = replace(made.outcome, message=f"{made.outcome.message} {found.sentence} {settling}".rstrip())
    return outcome, [], candidates_json(found)


def _differences(document: Mapping[str, Any], made: CreateResult) -> list[Problem]:
    """What an accepted campaign came back with otherwise than it was sent, as warnings."""
    if made.outcome.verdict is not Verdict.ACCEPTED or made.exchange is None:
        return list(made.outcome.problems)
    came = response_diff.campaign_in(lenient_json.parse(made.exchange.body))
    found = [
        warning(each.path, f"The platform answered {each.came} where {each.sent} was sent.")
        for each in response_diff.differences(response_diff.compare(document, came))
    ]
    for problem in found:
        say(f"Warning: {problem.field}: {problem.message}")
    return found
