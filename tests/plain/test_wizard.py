"""The whole wizard as plain questions."""

import json
from pathlib import Path

import pytest

from tests.plain.conftest import BASICS, CAMPAIGN, HOURS, LISTS, STRATEGY, Teller, heard
from tui.campaign import fields
from tui.campaign.fields import FIELDS, Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.kore.connection import CONNECTION_FIELDS
from tui.kore.verdicts import Verdict
from tui.plain.questions import questions
from tui.workflow import start_file
from tui.workflow.access import Access, Destination
from tui.workflow.autosave import Autosave
from tui.workflow.campaign_editor import CampaignEditor
from tui.workflow.session import Session

SECRET = "s3cr3t-planted-0123456789"


def test_from_the_first_question_to_a_created_campaign(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "", "yes", ""])
    assert not told.ran_out
    assert tell.creates() == 1
    outcome = told.session.submissions.last_outcome()
    assert outcome is not None
    assert outcome.verdict is Verdict.ACCEPTED
    told.in_order(
        "Step 1 of 7: Connection.", "Platform. 1. Practice, 2. Kore.ai.", ": practice",
        "API version.", "[v1]: v1",
        "Step 2 of 7: Basics.", "Name. How the campaign appears", ": Renewal calls June",
        "Description.", "Priority. 1, 2, 3, 4 or 5.", "Dialing mode. 1. Progressive, 2. Preview, 3. Agentless.",
        "Step 3 of 7: Contact lists.", "Contact list 1.", ": Buyers Q2", "Contact list 2.",
        "Step 4 of 7: Dialing strategy.", "Queue.", "Caller ID.", "Order.", "Attempts.", "Retry period.",
        "Ring time.", "Machine detection. The platform has it off for Progressive; sent as false [off]",
        "Step 5 of 7: Calling hours.", "Time zone.", "Frequency.", "Calling hours.",
        "Reads as Mo-Fr 09:00-18:00.",
        "Step 6 of 7: Review.", "Nothing stops this campaign", '"Renewal calls June" calls the people of',
        "Step 7 of 7: Submit.", "This will be sent once,", "POST http://127.0.0.1", "PRACTICE: this goes to",
        "Create this campaign? Type yes: yes", "Token made", f"accepted: {outcome.message}",
        f"The answer, HTTP {outcome.http_status}:", outcome.campaign_id or "",
    )  # fmt: skip
    assert "Error" not in told.text


@pytest.mark.parametrize(("mode", "api"), [(mode, api) for mode in Mode for api in Api])
def test_every_field_is_asked_for(mode: Mode, api: Api, tell: Teller) -> None:
    session = Session(
        campaign=CampaignEditor(parse_campaign(example(mode, api), api).draft),
        access=Access(place=Destination.PRACTICE),
    )
    session.connection.api = api
    found = questions(session)
    wanted = [field.key for field in FIELDS if field.applies(mode, api)]
    assert list(dict.fromkeys(each.key for each in found)) == ["place", "api", *wanted]
    told = tell([""] * sum(not each.fixed for each in found) + ["", "yes"], session)
    outcome = told.session.submissions.last_outcome()
    assert outcome is not None
    assert outcome.verdict is Verdict.ACCEPTED


def test_nothing_that_is_said_moves_or_colours(tell: Teller) -> None:
    told = tell(["practice", "v1", "\x1b[2Jred", "Name\x1b]52;c;eA==\x07", "Fine", "?", "<", "", ">", "json"])
    assert "\x1b" not in told.text
    assert told.text.replace("\n", "").isprintable()
    assert "that answer holds U+001B (ESC), which no line holds. Once more:" in told.text
    assert told.session.draft.name == "Fine"


def test_ascii_where_nothing_else_can_be_shown(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:2], "Käufer", "<", "?", ">"], is_ascii=True)
    assert told.text.isascii()
    assert told.session.draft.name == "Käufer"


def test_help_back_and_the_review(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:2], "Name", "?", "<", "?", "<<", ">", "<"])
    told.in_order(
        "Description.", ": ?", fields.DESCRIPTION.help, fields.DESCRIPTION.more, "Source:", "Description.", ": <",
        "Name. How the campaign appears in the platform, 1-48 characters [Name]: ?", fields.NAME.more,
        "[Name]: <<", "Description.", ": >", "Step 6 of 7: Review.", "problems stop this campaign", ": <",
        "Calling hours.",
    )  # fmt: skip
    assert told.session.draft.name == "<<"


def test_back_at_the_first_question_stays(tell: Teller) -> None:
    told = tell(["<"])
    told.in_order("Platform.", ": <", "This is the first question.", "Platform.")
    assert "Step 6" not in told.text


def test_an_error_asks_again_until_an_answer_is_good(tell: Teller) -> None:
    told = tell(["practice", "v1", "x" * 49, "", "Renewals", "", "Described"])
    told.in_order(
        "Error: Name is 49 characters long", "\nName:", "Error: Name is 49 characters long",
        "An answer replaces it; > leaves it for the review.", "\nName: Renewals",
        "Description.", "Error: Description is missing.", "\nDescription: Described", "Priority.",
    )  # fmt: skip
    assert told.session.draft.name == "Renewals"


def test_a_refused_answer_stays_and_enter_takes_the_last_good_one(tell: Teller) -> None:
    told = tell(["practice", "v1", "Renewals", "<", "x" * 49, "y" * 50])
    told.in_order(
        "[Renewals]: x", "Name [Renewals, the last good one]: y", "Name [Renewals, the last good one]:"
    )
    assert told.session.draft.name == "y" * 50
    told = tell(["practice", "v1", "Renewals", "<", "x" * 49, "y" * 50, "", "Described"])
    told.in_order("Name [Renewals, the last good one]:", "Description.", ": Described", "Priority.")
    assert told.session.draft.name == "Renewals"


def test_a_refused_answer_is_left_for_the_review(tell: Teller) -> None:
    told = tell(["practice", "v1", "x" * 49, ">"])
    told.in_order(
        "Error: Name is 49", "\nName: >", "Left as it is: the review names it.", "Review.", "Error: Name:"
    )
    assert told.session.draft.name == "x" * 49


@pytest.mark.parametrize(
    ("before", "good", "wrong", "key"),
    [
        (CAMPAIGN[:5], "Preview", "pr", "mode"),
        (CAMPAIGN[:11], "7", "700", "attempts"),
        (CAMPAIGN[:14], "Europe/Madrid", "Spain", "zone"),
        (CAMPAIGN[:16], "Mo-Fr 09:00-18:00", "9-12, 1-5", "hours_text"),
    ],
)
def test_the_last_good_answer_of_every_kind(
    tell: Teller, before: list[str], good: str, wrong: str, key: str
) -> None:
    told = tell([*before, good, "<", wrong])
    assert f"[{good}, the last good one]:" in told.text
    kept = tell([*before, good, "<", wrong, ""]).session.draft
    assert getattr(kept, key) == getattr(tell([*before, good]).session.draft, key)


def test_a_wrong_choice_is_said_and_a_right_one_may_be_short(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:5], "pr", "Pro"])
    told.in_order(
        "Dialing mode.", ": pr", "Error: 'pr' is not known here", "\nDialing mode: Pro", "Contact list 1."
    )
    assert told.session.draft.mode == Mode.PROGRESSIVE


def test_names_are_kept_changed_and_taken_off(tell: Teller) -> None:
    session = Session(access=Access(place=Destination.PRACTICE))
    session.draft.contact_lists = ("One", "Two", "Three")
    told = tell(["", "", *BASICS, "", "-", "Drei", "Four", "", "<"], session)
    assert told.session.draft.contact_lists == ("One", "Drei", "Four")
    told.in_order(
        "Contact list 2.", "[Two]: -", "Two was taken off the list.", "Contact list 2.", "[Three]: Drei"
    )


def test_a_backslash_takes_an_answer_as_it_stands(tell: Teller) -> None:
    draft = tell(["practice", "v1", "\\?", "\\-"]).session.draft
    assert (draft.name, draft.description) == ("?", "-")


def test_a_zone_is_searched(tell: Teller) -> None:
    told = tell([*CAMPAIGN[:14], "indiana", "kolkata", "", "9-6"])
    told.in_order(
        "Answer with a number or a name: 1. America/Indiana/Indianapolis, 2. ", "Error:",
        "\nTime zone: kolkata", "Taken as Asia/Kolkata.",
        "Frequency.", "Calling hours.", ": 9-6", "Error:",
    )  # fmt: skip
    assert told.session.draft.zone == "Asia/Kolkata"


def test_the_review_leads_to_each_problem_and_back(tell: Teller) -> None:
    wrong = [*CAMPAIGN, "basics", "-", ">"]
    told = tell([*wrong, "1", "Renewal", "", "yes"])
    told.in_order(
        "Left as it is", "Review.", "1 problem stops this campaign", "1. Error: Name: Name is missing.", ": 1",
        "Step 2 of 7: Basics.", "Name.", ": Renewal", "Step 6 of 7: Review.", "Nothing stops", "accepted:",
    )  # fmt: skip
    assert told.session.submissions.all[0].document["name"] == "Renewal"
    assert tell.creates() == 1


def test_the_review_leads_to_a_step_and_back(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "basics", "Another", "", "", "", "json"])
    told.in_order(
        "Review.",
        "Step 2 of 7: Basics.",
        ": Another",
        "Dialing mode.",
        "Step 6 of 7: Review.",
        '"name": "Another"',
    )
    assert told.ran_out


def test_the_review_saves_a_file(tell: Teller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = tell([*CAMPAIGN, "save", "save june.json", "save june.json", "save june.json", "nonsense", "?"])
    told.in_order(
        "Error: save needs a name", f"Saved as {tmp_path}/june.json, readable by you alone.",
        f"Error: {tmp_path}/june.json exists. The same answer again replaces it.", "Saved as ",
        "Error: nonsense is none of these.", "An empty answer goes on to Submit.",
    )  # fmt: skip
    saved = tmp_path / "june.json"
    assert json.loads(saved.read_text()) == told.session.document()
    assert saved.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("answer", ["no", "", "y e s", "<"])
def test_only_yes_sends(answer: str, tell: Teller) -> None:
    told = tell([*CAMPAIGN, "", answer])
    told.in_order("Type yes:", "Nothing was sent", "Step 6 of 7: Review.")
    assert told.session.submissions.all == []
    assert told.ran_out
    assert tell.creates() == 0


def test_the_end_of_the_answers_sends_nothing(tell: Teller) -> None:
    for count in range(len(CAMPAIGN) + 2):
        told = tell([*CAMPAIGN, ""][:count])
        assert told.ran_out
        assert told.session.submissions.all == []
    assert tell.creates() == 0


def test_night_hours_take_their_word(tell: Teller) -> None:
    night = [*CAMPAIGN[:-1], "Mo 22:00-23:00", ""]
    told = tell([*night, "night owls", "", "NIGHT", "yes"])
    told.in_order(
        "at night",
        "type NIGHT: night owls",
        "Nothing was sent",
        "Review.",
        "type NIGHT: NIGHT",
        "Type yes: yes",
        "accepted:",
    )
    assert len(told.session.submissions.all) == 1


def test_the_same_again_takes_its_words(tell: Teller) -> None:
    again = ["r", "n", CAMPAIGN[2], "", "yes", "", "send again", "yes"]
    told = tell([*CAMPAIGN, "", "yes", *again])
    told.in_order(
        "accepted:",
        "Enter ends",
        "Error: r is none of these.",
        "was accepted before",
        "Nothing was sent",
        "type send again: send again",
        "accepted:",
    )
    assert len(told.session.submissions.all) == 2


def test_another_like_it_needs_only_a_name(tell: Teller) -> None:
    told = tell([*CAMPAIGN, "", "yes", "n", "", "Another", "", "yes", "e", "An empty one", "A start", "4"])
    told.in_order(
        "accepted:", "n begins another like it, e an empty one: n", "Step 2 of 7: Basics.", "Name is missing",
        "Another", "Step 6 of 7: Review.", "Create this campaign?", "accepted:", ": e", "Step 2 of 7: Basics.",
        "An empty one", "Description", "A start",
    )  # fmt: skip
    assert "send again" not in told.text
    first, second = (sending.document for sending in told.session.submissions.all)
    assert second == {**first, "name": "Another"}
    assert told.session.draft.priority == "4"
    assert told.session.draft.contact_lists == ()
    assert tell.creates() == 2


def test_what_stops_a_create_stops_it_here(tell: Teller) -> None:
    told = tell(["practice", ">", ""])
    told.in_order(
        "problems stop this campaign", "Step 7 of 7: Submit.", "Error: not ready to send yet", "Review."
    )
    assert told.session.submissions.all == []
    assert tell.creates() == 0


def test_piped_answers_hold_no_secret(tell: Teller) -> None:
    told = tell(["kore.ai", "platform.kore.ai", "st-1", "acc", "cs-1", "v1", "Name"])
    told.in_order(
        "Client ID.",
        ": cs-1",
        "Error: The client secret is not asked for here",
        "API version.",
        ": v1",
        "Name.",
    )
    assert told.session.connection.problem("client_secret")


def test_a_person_types_the_secret_unseen(tell: Teller) -> None:
    told = tell(
        ["Kore.ai", "platform.kore.ai", "st-1", "acc", "cs-1", "v1", "<", "<"], is_person=True, secret=SECRET
    )
    assert not told.session.connection.problem("client_secret")
    assert SECRET not in told.text
    told.in_order("Client secret.", "API version.", "Client secret.", "[given, not shown]")


def test_every_field_of_a_connection_is_asked_for() -> None:
    asked = [question.key for question in questions(Session(access=Access(place=Destination.PLATFORM)))]
    assert asked[: len(CONNECTION_FIELDS) + 1] == ["place", *(field.key for field in CONNECTION_FIELDS)]


def test_an_odd_host_is_only_said(tell: Teller) -> None:
    told = tell(["Kore.ai", "http://example.org", "example.org", "st 1"])
    told.in_order("Error: Plain http", "\nHost:", "Look: example.org is not under kore.ai", "App ID.")


def test_what_practice_knows_is_said(tell: Teller) -> None:
    assert "40 are known:" in heard(tell([*CAMPAIGN[:6]]).text)


def test_repaired_hours_can_be_kept(tell: Teller) -> None:
    document = example(Mode.PROGRESSIVE, Api.V1)
    document["dialingStrategy"]["callingHours"]["days"][0]["start"] = "12:00 PM"
    document["dialingStrategy"]["callingHours"]["days"][0]["end"] = "9:00 AM"
    draft = parse_campaign(document, Api.V1).draft
    assert draft.repaired
    told = tell(
        [">", "1", "keep"], Session(campaign=CampaignEditor(draft), access=Access(place=Destination.PRACTICE))
    )
    told.in_order(
        "shown repaired", "keep keeps the repaired hours", "The repaired hours are kept.", "Review."
    )


def test_the_answers_fit_the_questions() -> None:
    assert len(CAMPAIGN) == 2 + len(BASICS) + len(LISTS) + len(STRATEGY) + len(HOURS)


def test_a_draft_that_cannot_be_kept_is_said_once(tell: Teller) -> None:
    told = tell(CAMPAIGN[:4], trouble="No space left on device")
    told.in_order("Platform.", "Error: the draft can't be kept: No space left on device.")
    assert told.text.count("can't be kept") == 1


def test_an_error_of_the_file_is_dropped_or_kept(tell: Teller, tmp_path: Path) -> None:
    path = tmp_path / "june.json"
    path.write_text(json.dumps({**example(Mode.PREVIEW, Api.V1), "dailingMode": "x"}, indent=1))
    session = Session(access=Access(place=Destination.PRACTICE))
    assert start_file.load(session, Autosave(session), str(path), copy=False)
    told = tell([">", "1", "", "1", "drop", "", "yes"], session)
    told.in_order(
        "1 problem stops this campaign", "1. Error: dailingMode: 'dailingMode' is no key", ": 1",
        "drop leaves it out of what is sent, Enter keeps it:", "It stays, and nothing can be sent", ": 1",
        ": drop", "Dropped: it is not sent.", "Nothing stops this campaign", "accepted:",
    )  # fmt: skip
    assert "dailingMode" not in told.session.submissions.all[0].document
