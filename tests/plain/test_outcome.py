"""What the plain mode does once a create has an outcome: it looks before it asks, and sends nothing by itself."""

import io
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from tests.fault_server import CAMPAIGN_ID, FaultServer, answer, page, serving
from tests.plain.conftest import CAMPAIGN, Teller, Told
from tests.storage.unresolved import unresolved
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.kore.connection import ConnectionDraft
from tui.kore.verdicts import Verdict
from tui.plain.console import Console
from tui.plain.outcome import OutcomeDialog
from tui.storage import intents
from tui.workflow.access import Access, Destination
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.create import look
from tui.workflow.session import Session
from tui.workflow.submission import Submission

STATUS = f"/campaign/{CAMPAIGN_ID}/status"
DOCUMENT = example(Mode.PROGRESSIVE, Api.V1)
SENT = ["", "yes"]
"""From the review over Submit's question to a create."""


def status(*told: str) -> list[bytes]:
    return [answer(200, {"status": "success", "data": {"status": each}}) for each in told]


def on_platform(url: str) -> Session:
    """A session with a campaign that nothing is wrong with, and a connection from the environment."""
    connection = ConnectionDraft(url, "st-1", "acc-1", "cs-1", SecretStr("planted-secret-" + "x" * 30))
    return Session(
        campaign=CampaignEditor(parse_campaign(DOCUMENT, Api.V1).draft),
        access=Access(connection=connection, place=Destination.PLATFORM, from_environment=True),
    )


def verdict(told: Told) -> Verdict:
    outcome = told.session.submissions.last_outcome()
    assert outcome is not None
    return outcome.verdict


def reads_of(server: FaultServer, part: str) -> int:
    return sum(part in each.line for each in server.received)


def test_from_the_review_to_the_outcome_no_field_is_judged_twice(tell: Teller, judged: list[str]) -> None:
    with serving("accept") as server:
        session = on_platform(server.url)
        judged.clear()
        told = tell([">", *SENT, ""], session)
    assert verdict(told) is Verdict.ACCEPTED
    assert len(judged) == len(set(judged)) > 10


# --- nobody knows


def test_it_looks_before_it_asks_and_sends_once(tell: Teller) -> None:
    told = tell([*CAMPAIGN, *SENT, ""], fault="reset-after-read")
    told.in_order(
        "unknown: The campaign may exist", "The list was read 1 time.", "had 1 new campaign of this name",
        "> cd-", "its content is what was sent", "Enter ends, l reads the list again",
    )  # fmt: skip
    assert verdict(told) is Verdict.UNKNOWN
    assert not told.ran_out
    assert tell.creates() == 1


def test_it_looks_again_only_when_asked(tell: Teller) -> None:
    reads = {"getAllCampaignDetails": [page(), page(), page({"_id": "cd-7", "name": DOCUMENT["name"]})]}
    with serving("close-after-read", reads=reads) as server:
        told = tell([">", *SENT, "l", "s", "?", ""], on_platform(server.url))
        assert len(server.creates) == 1
        assert reads_of(server, "getAllCampaignDetails") == 3
    told.in_order(
        "No campaign bears this name, among 0 campaigns.", "unknown:", "does not prove that there is none",
        "back to the review: l", "The list was read 2 times.", "> cd-7", "its content was not compared",
        "Error: s is none of these.", "l reads the platform's list again; r goes back",
    )  # fmt: skip


def test_a_list_that_can_not_be_read_is_said_to_be_unread(tell: Teller) -> None:
    with serving("close-after-read", reads={"getAllCampaignDetails": [answer(500, {})]}) as server:
        told = tell([">", *SENT], on_platform(server.url))
        assert len(server.creates) == 1
    told.in_order(
        "Whether a campaign of this name exists could not be looked up", "unknown:",
        "The list could not be read to its end", "Enter ends",
    )  # fmt: skip
    assert "does not prove" not in told.text


def test_sending_it_again_takes_its_words(tell: Teller) -> None:
    again = ["r", "", "yes", "", "send again", "no", "", "send again", "yes", ""]
    told = tell([*CAMPAIGN, *SENT, *again], fault="reset-after-read")
    told.in_order(
        "unknown:", "Look: A campaign of this name exists", "may exist already. The list was read 1 time since.",
        "type send again: yes", "Nothing was sent", "type send again: send again", "Type yes: no",
        "Nothing was sent", "type send again: send again", "Type yes: yes", "unknown:",
        "had 1 new campaign of this name",
    )  # fmt: skip
    assert tell.creates() == 2
    assert not told.ran_out


def test_the_end_of_the_answers_ends_with_the_outcome(tell: Teller) -> None:
    told = tell([*CAMPAIGN, *SENT], fault="reset-after-read")
    assert not told.ran_out
    assert verdict(told) is Verdict.UNKNOWN
    assert tell.creates() == 1


def test_an_answer_that_comes_late_is_told() -> None:
    """Given up, the outcome is unknown; the answer replaces it before the next question."""

    class Answers(io.StringIO):
        def readline(self, size: int | None = -1, /) -> str:  # noqa: ARG002
            while sending.is_listening:
                over.wait(0.01)
            return ""

    over = threading.Event()
    out = io.StringIO()
    with serving("late") as server:
        session = on_platform(server.url)
        sending = Submission(parse_campaign(DOCUMENT), session.access.active_connection())
        sending.start(lambda: None)
        while not server.creates:
            over.wait(0.01)
        sending.stop(5)
        assert OutcomeDialog(sending, Console(Answers(), out, is_person=False), session).ends()
        assert len(server.creates) == 1
    said = out.getvalue()
    assert said.index("unknown:") < said.index("An answer that still comes replaces this.")
    assert said.index("Enter ends") < said.index("An answer came after all:") < said.index("accepted:")


# --- accepted


def test_the_status_is_asked_for_when_a_person_wants_to_know(tell: Teller) -> None:
    reads = {STATUS: [*status("Preparing", "Ready"), answer(500, {})], "getAllCampaignDetails": [page()]}
    with serving("accept", reads=reads) as server:
        told = tell([">", *SENT, "s", "S", "s", "l", ""], on_platform(server.url))
        assert reads_of(server, STATUS) == 3
        assert len(server.creates) == 1
    told.in_order(
        "accepted:", "Sent and come back, field by field:", "The campaign exists now.",
        "it is not dialing until somebody starts it there", "Status: Preparing", "s asks for the status now",
        ": s", "Status: Preparing, asked 1 time", ": S", "Status: Ready, asked 2 times",
        ": s", "Status: Ready, asked 3 times", "No answer:", "Error: l is none of these.",
    )  # fmt: skip


def test_nothing_is_asked_for_by_itself(tell: Teller) -> None:
    with serving("accept", reads={STATUS: status("Ready"), "getAllCampaignDetails": [page()]}) as server:
        told = tell([">", *SENT], on_platform(server.url))
        assert reads_of(server, STATUS) == 0
        assert len(server.received) == 2
    assert verdict(told) is Verdict.ACCEPTED
    assert not told.ran_out


def test_a_campaign_without_an_id_has_no_status(tell: Teller) -> None:
    with serving("accept-without-id") as server:
        told = tell([">", *SENT, "s"], on_platform(server.url))
    told.in_order(
        "accepted:", "the platform named no id.", "Enter ends, n begins another", "Error: s is none of these."
    )


def test_what_came_back_changed_is_named(tell: Teller) -> None:
    told = tell([*CAMPAIGN, *SENT], fault="wrong-echo")
    told.in_order("accepted:", "Look: Name: sent", "Look: Priority: sent", "Status: ")


def test_fields_that_are_refused_are_named(tell: Teller) -> None:
    told = tell([*CAMPAIGN, *SENT, "r", "ring", "20", ""], fault="412")
    told.in_order("refused:", "Error: Ring time:", "Enter ends, r goes back", ": r", "Step 6 of 7: Review.")
    assert tell.creates() == 1


# --- guards


def test_without_a_note_it_takes_its_words(tell: Teller, home: Path) -> None:
    (home / ".local").write_text("no folder")
    told = tell([*CAMPAIGN, *SENT, "r", "", "", "", "Send Unnoted", "yes", ""])
    told.in_order(
        "unreachable: No note of it can be written", "Nothing was sent.", "nobody will know that it sent",
        "type send unnoted:", "Nothing was sent", "type send unnoted: Send Unnoted", "accepted:",
    )  # fmt: skip
    assert tell.creates() == 1


def test_production_takes_the_profiles_name(tell: Teller) -> None:
    with serving("accept") as server:
        session = on_platform(server.url)
        session.connection.profile, session.connection.is_production = "prod-eu", True
        told = tell([">", "", "", "", "prod", "", "PROD-EU", "yes"], session)
        assert len(server.creates) == 1
    told.in_order(
        "This is production", "type prod-eu:", "Nothing was sent", "type prod-eu: prod", "Nothing was sent",
        "type prod-eu: PROD-EU", "accepted:",
    )  # fmt: skip


def test_night_hours_that_were_allowed_are_not_asked_about_twice(tell: Teller) -> None:
    night = [*CAMPAIGN[:-1], "Mo 22:00-23:00"]
    hours = ["calling hours", "", "", "Mo 22:00-23:30"]
    told = tell([*night, "", "NIGHT", "no", "", "no", *hours, "", "yes"])
    assert told.text.count("type NIGHT:") == 2
    told.in_order("type NIGHT: NIGHT", "Type yes: no", "Type yes: no", "type NIGHT: yes", "Nothing was sent")
    assert tell.creates() == 0


# --- what an earlier run left in doubt


def found_on_the_platform(*first: bytes) -> dict[str, list[bytes]]:
    """What a platform answers on which the campaign turns up, after ``first`` pages without it."""
    row = {"_id": "cd-7", "name": DOCUMENT["name"], "status": "Ready", "createdAt": "2030-01-01T00:00:00Z"}
    return {
        "getAllCampaignDetails": [*first, page(row)],
        "/campaign/cd-7": [answer(200, {"status": "success", "data": DOCUMENT})],
    }


@pytest.fixture
def doubted(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A platform to which an earlier run sent something, and a session that knows of it."""
    with serving("silent") as server:
        first = on_platform(server.url)
        sending = Submission(parse_campaign(DOCUMENT), first.access.active_connection(), timeout=0.4)
        sending.start(lambda: None)
        assert sending.wait(10)
        assert sending.wait_for_look(10)
        monkeypatch.setattr(os, "getpid", lambda: 0)
        session = on_platform(server.url)
        session.submissions.find_earlier()
        server.behaviour = "accept"
        yield server, session


def test_a_person_is_asked_first_and_can_look(tell: Teller, doubted: tuple[FaultServer, Session]) -> None:
    server, session = doubted
    told = tell(["maybe", "l", "not created", ">", *SENT], session, is_person=True)
    told.in_order(
        "UNKNOWN: a campaign may have been created", "by an earlier run", "was read 1 time since.",
        "What became of it?", "Error: maybe is none of these.", "What became of it?", "was read 2 times since.",
        "does not prove that there is none", "Noted: not created.", "Platform.", "Create this campaign?", "accepted:",
    )  # fmt: skip
    assert "send again" not in told.text
    assert not unresolved()
    assert len(server.creates) == 2


def test_what_a_look_found_is_named_and_settled_by_a_word(
    tell: Teller, doubted: tuple[FaultServer, Session]
) -> None:
    server, session = doubted
    server.answer_reads(found_on_the_platform())
    told = tell(["l", "created", ">", ""], session, is_person=True)
    told.in_order("What became of it?", "FOUND: cd-7", "Noted: created as cd-7.")
    assert intents.everything()[0][0].campaign_id == "cd-7"


def test_what_an_earlier_run_found_is_known_at_the_start(
    tell: Teller, doubted: tuple[FaultServer, Session]
) -> None:
    server, session = doubted
    server.answer_reads(found_on_the_platform())
    look(session.submissions.unresolved()[0], session.access.active_connection())
    session.submissions.find_earlier()
    told = tell(["created", ">", ""], session, is_person=True)
    told.in_order("was read 2 times since.", "FOUND: cd-7", "What became of it?", "Noted: created as cd-7.")


def test_found_after_an_unknown_outcome_one_key_settles_it(tell: Teller) -> None:
    with serving("close-after-read", reads=found_on_the_platform(page())) as server:
        told = tell([">", *SENT, "c", "l", "r", "", "no"], on_platform(server.url))
        assert len(server.creates) == 1
    told.in_order(
        "unknown:", "FOUND: cd-7", "c settles it", "Noted: created as cd-7.", "Error: l is none of these.",
        "was accepted before. It is cd-7.", "Nothing was sent",
    )  # fmt: skip
    assert not unresolved()


def test_a_note_that_can_not_be_read_is_named_and_can_be_settled(tell: Teller) -> None:
    bad = intents.folder() / "20260101-000000-abcdef.json"
    bad.write_text("")
    session = on_platform("http://127.0.0.1:9")
    session.submissions.find_earlier()
    told = tell(["l", "not created", ">"], session, is_person=True)
    told.in_order(
        f"Its note {bad} is empty",
        "Nothing can be looked up of it.",
        "What became of it?",
        "Noted: not created.",
    )
    assert bad.read_text() == ""
    assert not unresolved()


def test_put_off_it_still_takes_words(tell: Teller, doubted: tuple[FaultServer, Session]) -> None:
    server, session = doubted
    told = tell(["", ">", "", "yes"], session, is_person=True)
    told.in_order(
        "What became of it?", "Platform.", "may exist already.", "type send again:", "Nothing was sent"
    )
    assert told.text.count("What became of it?") == 1
    assert len(server.creates) == 1


def test_where_it_was_sent_elsewhere_it_is_asked_about_once_more(
    tell: Teller, doubted: tuple[FaultServer, Session]
) -> None:
    server, session = doubted
    session.access.place = Destination.PRACTICE
    told = tell(["l", "", ">", "", "created", "no"], session, is_person=True)
    told.in_order(
        "To read it, connect to", "What became of it?", "To read it, connect to", "Platform.",
        "Step 7 of 7", "What became of it?", "Noted: created.", "Create this campaign?",
    )  # fmt: skip
    assert len(server.creates) == 1
    assert tell.creates() == 0


def test_piped_answers_are_not_asked_about_it(tell: Teller, doubted: tuple[FaultServer, Session]) -> None:
    server, session = doubted
    told = tell([">", "", "send again", "yes"], session)
    told.in_order("UNKNOWN: a campaign may", "receipts resolve 2", "type send again: send again", "accepted:")
    assert "What became of it?" not in told.text
    assert len(server.creates) == 2


def test_what_was_refused_is_said_with_its_question_until_it_changes(tell: Teller) -> None:
    wrong = [*CAMPAIGN[:8], "No such queue", *CAMPAIGN[9:]]
    told = tell([*wrong, "", "yes", "r", "1", "Default Queue", "", "yes"])
    told.in_order(
        "refused:", ": r", "Review.", "1. Refused: Queue: The platform refused it: ", ": 1",
        "The platform refused it: ", "Queue.", "[No such queue]: Default Queue", "Review.",
        "Nothing stops this campaign; nothing else to look at.", "accepted:",
    )  # fmt: skip
