"""What an exchange means: pure functions from what happened to verdict and outcome."""

from dataclasses import replace

from tui.campaign.modes import Api
from tui.kore import rejections
from tui.kore.answer import Answer, as_text, read
from tui.kore.auth_errors import denial
from tui.kore.exchange import Exchange
from tui.kore.outcome import LOOK_FIRST, Outcome
from tui.kore.verdicts import Verdict

_MAYBE_A_PROXY = {403, 407}
_SAFE = "The request had not begun to leave. Nothing was sent: it is safe to try again."


def judge(exchange: Exchange, api: Api | None = None) -> Outcome:
    """Tell the outcome by what was sent and what came back, never by which exception there was.

    ``api`` is the version it was sent by: a refusal that asks for what only the other one has names that. Every word
    of the answer that it quotes is inert.
    """
    answer = read(exchange.body, complete=exchange.complete)
    verdict = verdict_of(exchange, is_success=answer.success)
    if verdict is Verdict.INTERRUPTED:
        return Outcome(verdict, "Stopped. Nothing was sent.")
    if verdict is Verdict.UNREACHABLE:
        return Outcome(verdict, f"{exchange.error} {_SAFE}")
    seen = answer if verdict in {Verdict.ACCEPTED, Verdict.UNKNOWN} else Answer()
    message = _message(verdict, exchange, answer)
    outcome = Outcome(
        verdict, message, exchange.status, seen.campaign_id, seen.campaign_status, as_text(exchange.body)
    )
    match verdict:
        case Verdict.UNAUTHORISED:
            return replace(outcome, causes=denial(answer.text, exchange).causes)
        case Verdict.REFUSED:
            other = rejections.other_version(answer.errors, api) if api else ""
            problems = rejections.problems(answer.errors)
            return replace(outcome, message=f"{message} {other}".rstrip(), problems=problems)
        case Verdict.RATE_LIMITED:
            return replace(outcome, wait=rejections.wait(exchange))
    return outcome


def verdict_of(exchange: Exchange, *, is_success: bool = False) -> Verdict:
    """What one request came to; ``is_success`` says whether the body of a whole answer is what it should be."""
    if not exchange.started:
        return Verdict.INTERRUPTED if exchange.cancelled else Verdict.UNREACHABLE
    match exchange.status:
        case 401:
            return Verdict.UNAUTHORISED
        case 429:
            return Verdict.RATE_LIMITED
        case int(status) if 400 <= status < 500 and status != 408:
            return Verdict.REFUSED
        case int(status) if 200 <= status < 300 and exchange.complete and is_success:
            return Verdict.ACCEPTED
    return Verdict.UNKNOWN


def _message(verdict: Verdict, exchange: Exchange, answer: Answer) -> str:
    said = f" It says: {answer.text}" if answer.text else ""
    match verdict:
        case Verdict.ACCEPTED:
            named = f"as {answer.campaign_id}" if answer.campaign_id else "and named no id"
            return f"The platform accepted the campaign {named}.{said}"
        case Verdict.UNAUTHORISED:
            advice = denial(answer.text, exchange).advice
            return f"The platform did not accept the credentials (HTTP 401). {advice}".rstrip() + said
        case Verdict.RATE_LIMITED:
            pause = f"wait {rejections.wait(exchange):.0f} s, then try again"
            return f"Too many requests of this account in a minute (HTTP 429): {pause}.{said}"
        case Verdict.REFUSED:
            proxy = " A proxy may have answered in its place." if exchange.status in _MAYBE_A_PROXY else ""
            return f"The platform refused the campaign (HTTP {exchange.status}).{proxy}{said}"
    seen = f" It names {answer.campaign_id}." if answer.campaign_id else ""
    return f"{LOOK_FIRST} The request was sent. {_unclear(exchange)}{seen}{said}"


def _unclear(exchange: Exchange) -> str:
    """Why the outcome of a request that was sent is not known."""
    match exchange.status:
        case None:
            return exchange.error
        case int(status) if not exchange.complete:
            return f"HTTP {status} came back, but not the whole answer. {exchange.error}"
        case int(status) if 300 <= status < 400:
            return f"HTTP {status} came back, a redirect, which is not followed."
        case int(status) if 200 <= status < 300:
            return f"HTTP {status} came back, but the answer does not say success."
    return f"HTTP {exchange.status} came back."
