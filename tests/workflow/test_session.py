"""What a run knows of what was sent before it."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest
from pydantic import SecretStr

from tui.campaign.checked import Checked
from tui.campaign.fields import Api, Mode
from tui.campaign.hours import Week
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.campaign.problems import error, is_valid
from tui.kore.connection import ConnectionDraft
from tui.kore.outcome import Outcome
from tui.kore.verdicts import Verdict
from tui.storage import intents, receipts
from tui.storage.receipts import Receipt
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.create import new_intent
from tui.workflow.session import Session
from tui.workflow.submission import Submission

DOCUMENT = example(Mode.PROGRESSIVE, Api.V1)


def session(host: str = "platform.kore.ai", **ids: str) -> Session:
    known = {"app_id": "st-1", "account_id": "acc-1", "client_id": "cs-1"} | ids
    connection = ConnectionDraft(host, client_secret=SecretStr("planted-secret-" + "x" * 30), **known)
    return Session(
        campaign=CampaignEditor(parse_campaign(DOCUMENT, Api.V1).draft),
        access=Access(connection=connection, place=Destination.PLATFORM),
    )


def kept(at: Session, *, practice: bool = False, **more: Any) -> Receipt:
    """A receipt on disk of what was sent over the connection of ``at``."""
    found = replace(new_intent(DOCUMENT, at.access.active_connection(), practice=practice), **more)
    receipts.save(found)
    return found


def before(at: Session) -> Verdict | None:
    at.submissions.find_earlier()
    found = at.sent_before(at.document())
    return found.verdict if found else None


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("platform.kore.ai", "Platform.Kore.AI.:443"),
        ("platform.kore.ai:443", "https://platform.kore.ai/"),
        ("http://127.0.0.1:8080", "http://localhost:8080"),
        ("http://[::1]:8080", "http://127.0.0.1:8080"),
    ],
)
def test_another_spelling_is_no_other_place(there: str, here: str) -> None:
    receipt = kept(session(there), outcome="accepted", campaign_id="cd-1")
    assert before(session(here)) is Verdict.ACCEPTED
    assert session(here).leads_to(receipt)


@pytest.mark.parametrize("other", [{"app_id": "st-2"}, {"account_id": "acc-2"}, {"host": "eu.kore.ai"}])
def test_another_place_app_or_account_is_another(other: dict[str, str]) -> None:
    receipt = kept(session(), outcome="unknown")
    assert before(session(**other)) is None
    assert not session(**other).leads_to(receipt)


def test_notes_of_the_version_before_match_as_they_did() -> None:
    kept(session(), outcome="accepted", site="", started="", boot="", machine="")
    assert before(session(account_id="acc-2")) is Verdict.ACCEPTED
    assert before(session("platform.kore.ai:443")) is None


def test_what_nobody_knows_goes_before_what_was_accepted() -> None:
    kept(session(), outcome="unknown", time="2026-01-01T00:00:00+00:00")
    kept(session(), outcome="accepted")
    assert before(session()) is Verdict.UNKNOWN


@pytest.mark.parametrize(("created", "verdict"), [(True, Verdict.ACCEPTED), (False, None)])
def test_what_a_person_settled_is_known_at_once(created: bool, verdict: Verdict | None) -> None:
    at = session()
    doubted = kept(at, outcome="unknown")
    at.submissions.find_earlier()
    at.submissions.resolve(doubted.id, created=created, campaign_id="cd-9" if created else None)
    found = at.sent_before(at.document())
    assert (found.verdict if found else None) is verdict
    assert at.submissions.unresolved() == ()
    assert at.submissions.is_settled(doubted)
    assert before(session()) is verdict


def test_an_unknown_create_of_this_run_can_be_settled_too() -> None:
    from tui.workflow.create import CreateResult

    at = session()
    doubted = kept(at, outcome="unknown")
    sending = Submission(at.checked(), at.access.active_connection(), outcome=Outcome(Verdict.UNKNOWN, "?"))
    sending.result = CreateResult(Outcome(Verdict.UNKNOWN, "?"), receipt=doubted)
    at.submissions.all.append(sending)
    assert at.sent_before(at.document()) == Outcome(Verdict.UNKNOWN, "?")
    at.submissions.resolve(doubted.id, created=False)
    assert at.sent_before(at.document()) is None


def test_a_note_that_can_not_be_read_may_be_of_any_content() -> None:
    (intents.folder() / "20260101-000000-abcdef.json").write_text("")
    at = session()
    assert before(at) is Verdict.UNKNOWN
    assert not at.leads_to(at.submissions.unresolved()[0])


@pytest.mark.parametrize("outcome", ["", "unknown", "accepted"])
def test_practice_stands_before_no_real_start(outcome: str) -> None:
    at = session()
    kept(at, practice=True, outcome=outcome)
    at.submissions.find_earlier()
    assert at.submissions.earlier == ()
    assert at.submissions.unresolved() == ()


def test_a_field_shows_what_was_judged_of_the_whole(judged: list[str]) -> None:
    here = session()
    here.draft.name, here.draft.contact_lists = "", ("Buyers", " ", "Buyers")
    judged.clear()
    shown = {field: here.problems_of(field) for field in here.draft.type.applying(here.draft.mode, here.api)}
    assert sorted(judged) == sorted(set(judged))
    assert shown == {field: here.draft.problems_of(field, here.api) for field in shown}
    assert [len(each) for each in shown.values()].count(0) == len(shown) - 2
    assert [each for found in shown.values() for each in found] == list(here.problems())


def test_a_revision_is_judged_once_whoever_asks(judged: list[str]) -> None:
    at = session()
    judged.clear()
    for _ in range(2):
        assert at.can_send()
        assert at.document() == DOCUMENT
        assert at.checked() is at.checked()
        at.verdict()
    assert sorted(judged) == sorted(set(judged))
    assert {"name", "contact_lists", "queue", "hours", "zone"} <= set(judged)


@pytest.mark.parametrize(
    "change",
    [
        lambda at: setattr(at.draft, "name", ""),
        lambda at: setattr(at.draft, "mode", "agentless"),
        lambda at: setattr(at.draft, "week", Week()),
        lambda at: at.draft.weeks.clear(),
        lambda at: at.draft.type_hours("Mo nine to five-ish"),
        lambda at: setattr(at.connection, "api", "v2"),
        lambda at: at.begin_empty(),
    ],
)
def test_what_is_changed_is_judged_anew(change: Callable[[Session], object]) -> None:
    at = session()
    assert at.can_send()
    change(at)
    problems = tuple(at.draft.problems(at.api))
    assert at.checked() == Checked(at.api, problems, at.draft)
    assert at.can_send() == is_valid(problems)
    assert at.document() != DOCUMENT


def test_a_session_is_its_few_parts() -> None:
    assert len(fields(Session)) <= 8


def refused(at: Session) -> list[str]:
    return [each.field for each in at.problems() if each.is_refusal]


def sent(at: Session, verdict: Verdict, *, practice: bool = False) -> None:
    """Let a create of what ``at`` has end so; a refusal names the ring time."""
    problems = (error("dialingStrategy.maxRingTime", "too long"),) if verdict is Verdict.REFUSED else ()
    submission = Submission(at.checked(), at.access.active_connection(), practice=practice)
    submission.outcome = Outcome(verdict, "", problems=problems)
    at.submissions.all.append(submission)


@pytest.mark.parametrize(
    "verdict",
    [Verdict.UNREACHABLE, Verdict.UNAUTHORISED, Verdict.RATE_LIMITED, Verdict.INTERRUPTED, Verdict.UNKNOWN],
)
def test_a_refusal_stands_until_the_platform_judges_again(verdict: Verdict) -> None:
    at = session()
    sent(at, Verdict.REFUSED)
    assert refused(at) == ["dialingStrategy.maxRingTime"]
    sent(at, verdict)
    assert refused(at) == ["dialingStrategy.maxRingTime"]
    sent(at, Verdict.ACCEPTED)
    assert refused(at) == []


def test_a_refusal_is_that_of_one_app() -> None:
    at = session()
    sent(at, Verdict.REFUSED)
    at.connection.app_id = "st-2"
    assert refused(at) == []
    at.connection.app_id = "st-1"
    assert refused(at) == ["dialingStrategy.maxRingTime"]
    at.access.place = Destination.PRACTICE
    assert refused(at) == []
