"""What is said on leaving: each create with the place of its receipt, and the bare id only where no person reads."""

import sys
from dataclasses import replace

import pytest
from pydantic import SecretStr

from tui.campaign.parse import parse_campaign
from tui.kore.connection import ConnectionDraft
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.storage.receipts import Receipt
from tui.workflow.autosave import Autosave
from tui.workflow.create import CreateResult, new_intent
from tui.workflow.farewell import farewell
from tui.workflow.session import Session
from tui.workflow.submission import Submission
from tui.workflow.submissions import Submissions
from tui.workflow.visit import finish

CONNECTION = ConnectionDraft("kore.ai", "st-1", "acc", "cs-1", SecretStr("planted")).connection()
ACCEPTED = Outcome(Verdict.ACCEPTED, "Accepted.", campaign_id="cd-1")
QUIET = [each for each in Verdict if each not in {Verdict.ACCEPTED, Verdict.UNKNOWN}]


def sent(name: str, outcome: Outcome | None, *, receipt: Receipt | None = None) -> Submission:
    sending = Submission(parse_campaign({"name": name}), CONNECTION, outcome=outcome)
    if outcome is not None:
        sending.result = CreateResult(outcome, receipt=receipt)
    return sending


def told(*sendings: Submission) -> list[str]:
    return farewell(Session(submissions=Submissions(list(sendings))))


def test_nothing_was_sent() -> None:
    assert told() == []


@pytest.mark.parametrize("verdict", QUIET)
def test_what_made_no_campaign_is_not_told(verdict: Verdict) -> None:
    assert told(sent("June", Outcome(verdict, "No."))) == []


def test_several_creates_each_with_the_place_of_its_receipt() -> None:
    doubted = new_intent({"name": "August"}, CONNECTION, practice=False)
    done = replace(doubted, id="done", outcome="accepted")
    said = told(
        sent("June", ACCEPTED, receipt=done),
        sent("July", Outcome(Verdict.REFUSED, "No.")),
        sent("August", Outcome(Verdict.UNKNOWN, "It may exist."), receipt=doubted),
        sent("May \x1b[2J", replace(ACCEPTED, campaign_id=None)),
    )
    assert said == [
        f"Created on kore.ai: “June”, cd-1. Receipt: {done.path}",
        f"kore-campaign: UNKNOWN: It may exist. Receipt: {doubted.path}",
        f"Until it is settled, the same is not sent again: kore-campaign receipts resolve {doubted.id} --created, "
        "or --not-created.",
        "Created on kore.ai: “May ␛[2J”. No receipt of it could be written.",
    ]


def test_one_that_is_on_its_way_is_unknown() -> None:
    assert told(sent("June", None))[0].startswith("kore-campaign: UNKNOWN: The campaign may exist")


def test_one_for_practice_says_so() -> None:
    sending = Submission(parse_campaign({"name": "June"}), CONNECTION, practice=True, outcome=ACCEPTED)
    assert told(sending)[0].startswith("Created in practice: “June”, cd-1.")


@pytest.mark.parametrize(("is_terminal", "printed"), [(True, ""), (False, "cd-1\n")])
def test_the_bare_id_is_for_programs(
    is_terminal: bool, printed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    session = Session(submissions=Submissions([sent("June", ACCEPTED)]))
    assert finish(session, Autosave(session), 0) == 0
    out, err = capsys.readouterr()
    assert out == printed
    assert "Created on kore.ai: “June”, cd-1." in err
