"""The campaign in a few words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaign.test_serialize import drafts
from tests.campaign.weeks import weeks
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.gist import gist, week_in_short
from tui.campaign.hours import Week
from tui.campaign.hours_text import read
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign


def campaign(mode: Mode = Mode.PROGRESSIVE, api: Api = Api.V1, **changes: object) -> Draft:
    draft = parse_campaign(example(mode, api), api).draft
    draft.zone = "America/New_York"
    for key, value in changes.items():
        setattr(draft, key, value)
    return draft


def test_a_whole_campaign_is_one_sentence_under_its_name() -> None:
    assert gist(campaign(), Api.V1) == (
        "Renewal calls June",
        "calls Buyers Q2, oldest first, from +15101234567; one call per free agent of Default Queue; "
        "Mo-Fr 9-18, New York, 45h00 a week; at most 3 times, 10 min apart.",
    )


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (Draft(), "calls …, oldest first, from …; no dialing mode yet; no hours yet, …;"),
        (campaign(Mode.PREVIEW), "agents of Default Queue look first and may skip it once;"),
        (campaign(Mode.PREVIEW, skips="2"), "and may skip it 2 times;"),
        (campaign(Mode.PREVIEW, skips="0"), "and may not skip any;"),
        (campaign(Mode.AGENTLESS), "the voice flow Voice Survey Entry Flow talks;"),
        (campaign(order="LIFO"), "newest first"),
        (campaign(order="??"), "Buyers Q2, ??, from"),
        (campaign(attempts="1"), "at most once, 10 min apart"),
        (campaign(attempts="x"), "at most x times"),
        (campaign(retry=""), "… min apart"),
        (campaign(queue=""), "free agent of …;"),
        (campaign(contact_lists=("A", "B")), "calls A and B, "),
        (campaign(contact_lists=tuple("ABCDE")), "calls A and B and C and 2 more lists, "),
        (campaign(hours_text="Mo 9-6"), "hours that can't be read yet, New York;"),
        (campaign(repaired=("Something.",)), "New York, as repaired, 45h00 a week"),
        (campaign(zone="GMT+25"), "GMT+25, 45h00"),
        (campaign(zone=""), "Mo-Fr 9-18, …, 45h00"),
        (campaign(queue="a\x1b[31mb"), "agent of a␛[31mb;"),
    ],
)
def test_what_is_said(draft: Draft, said: str) -> None:
    assert said in gist(draft, Api.V1)[1]


def test_only_v2_has_a_list_of_those_not_to_call() -> None:
    assert gist(campaign(api=Api.V2), Api.V2)[1].endswith("Nobody on Default Global DNC is called.")
    assert "Nobody" not in gist(campaign(), Api.V1)[1]


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("Mo-Fr 9-13,14-18; Sa 10-14", "Mo-Fr 9-13, 14-18; Sa 10-14"),
        ("Mo,We 9:30-18:05", "Mo,We 9:30-18:05"),
        ("daily 8-21", "daily 8-21"),
        ("Mo 0-24", "Mo 0-23:59"),
        ("Mo 1-2,3-4,5-6,7-8; Tu 9-10,11-12,13-14", "7 windows on 2 days"),
    ],
)
def test_a_week_in_short(typed: str, short: str) -> None:
    week = read(typed).week
    assert week is not None
    assert week_in_short(week) == short


@given(weeks)
def test_any_week_in_short_is_short(week: Week) -> None:
    assert len(week_in_short(week)) < 120


@given(drafts, st.sampled_from(Api), weeks)
def test_any_draft_is_said_inert(draft: Draft, api: Api, week: Week) -> None:
    draft.week = week
    assert all(said and said.replace("\xa0", " ").isprintable() for said in gist(draft, api))
