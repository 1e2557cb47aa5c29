"""A new campaign from one there is, and what of it stays with the draft."""

from pathlib import Path

import pytest

from tests.plain.conftest import Teller, heard, tell
from tests.workflow.test_session import DOCUMENT, kept, session
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.origin import Source, in_words
from tui.campaign.parse import parse_campaign
from tui.kore.reads import Found, Row
from tui.storage import drafts, templates
from tui.storage.draft_text import Content, decode, encode
from tui.workflow import start_file
from tui.workflow.access import Access, Destination
from tui.workflow.autosave import Autosave
from tui.workflow.new_from import Beginning, from_campaign, from_draft, from_file, from_receipt, from_template
from tui.workflow.session import Session

__all__ = ["tell"]


def beginnings() -> dict[Source, Beginning]:
    """One of every source, all with the same content."""
    draft = parse_campaign(DOCUMENT).draft
    return {
        Source.CAMPAIGN: from_campaign(Found(Row("cd-1", "x"), DOCUMENT), Api.V1),
        Source.RECEIPT: from_receipt(kept(session())),
        Source.TEMPLATE: from_template(templates.save("Spring", draft, Api.V1)),
        Source.DRAFT: from_draft(Content(draft, title="Mine")),
        Source.FILE: from_file(parse_campaign(DOCUMENT), "june.json"),
    }


def test_each_source_says_what_it_is_and_holds_the_same() -> None:
    found = beginnings()
    assert {*found} == {*Source}
    wanted = parse_campaign(DOCUMENT).draft
    for source, each in found.items():
        assert each.origin.source is source
        assert each.notice.startswith(f"Begun from the {source} ")
        assert (each.draft.queue, each.draft.week) == (wanted.queue, wanted.week)
        assert bool(each.draft.name) is (source not in {Source.CAMPAIGN, Source.TEMPLATE})


@pytest.mark.parametrize("source", Source)
def test_a_change_of_the_new_one_is_none_of_where_it_started(source: Source) -> None:
    each = beginnings()[source]
    each.draft.name = each.origin.draft.name
    each.draft.contact_lists = each.origin.draft.contact_lists
    assert in_words(each.origin, each.draft, Api.V1) == [
        f"Nothing differs from {each.origin.title}, where you started."
    ]
    each.draft.type_hours("Sa 10:00-11:00")
    each.draft.ring = "44"
    assert in_words(each.origin, each.draft, Api.V1)[1:] == [
        "Ring time: 44, was 30.",
        "Calling hours: Sa 10:00-11:00, was Mo-Fr 09:00-18:00.",
    ]


def test_what_a_template_never_has_is_no_difference() -> None:
    each = beginnings()[Source.TEMPLATE]
    each.draft.name, each.draft.contact_lists = "June", ("Buyers Q2",)
    assert in_words(each.origin, each.draft, Api.V1) == [
        "Nothing differs from the template Spring, where you started."
    ]


@pytest.mark.parametrize("source", Source)
def test_it_is_kept_with_the_draft(source: Source) -> None:
    origin = beginnings()[source].origin
    assert decode(encode(Content(Draft(queue="x"), origin=origin)).encode()).origin == origin


def test_the_session_keeps_it_until_another_begins(home: Path) -> None:
    at = Session(access=Access(place=Destination.PRACTICE))
    autosave = Autosave(at)
    at.begin_with(beginnings()[Source.TEMPLATE])
    assert autosave.save()
    assert autosave.path is not None
    assert drafts.read(autosave.path).origin == at.campaign.origin
    assert autosave.begin_anew()
    assert at.campaign.origin is None
    assert home.exists()


def test_a_template_or_why_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    beginnings()
    at = Session(access=Access(place=Destination.PRACTICE))
    assert not start_file.load_template(at, "Sprang")
    assert capsys.readouterr().err == ("kore-campaign: No template is called Sprang: did you mean Spring?\n")
    assert at.campaign.origin is None
    assert start_file.load_template(at, "spring")
    assert at.notice == "Begun from the template Spring."
    assert at.draft.queue


def test_the_plain_review_tells_what_differs(tell: Teller) -> None:
    at = Session(access=Access(place=Destination.PRACTICE))
    draft = parse_campaign(example(Mode.PROGRESSIVE, Api.V1)).draft
    at.begin_with(from_template(templates.save("Spring", draft, Api.V1)))
    at.draft.name, at.draft.contact_lists, at.draft.ring = "June", ("Buyers Q2",), "20"
    told = tell([">", "list"], at)
    told.in_order(
        "Begun from the template Spring.", "Step 6 of 7: Review.",
        "You started from the template Spring. What differs:", "Ring time: 20, was 30.",
    )  # fmt: skip
    assert "Contact lists: Buyers Q2, was" not in heard(told.text)
