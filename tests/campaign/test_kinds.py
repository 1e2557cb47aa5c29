"""Fields, kinds and types of campaigns: what is described is typed, judged, read, written and compared."""

import ast
from dataclasses import FrozenInstanceError, dataclass, fields, replace
from pathlib import Path
from typing import Any

import pytest

import tui.campaign
from tests.campaign.test_serialize import PROGRESSIVE, sample
from tui.campaign import fields as described
from tui.campaign.draft import Draft
from tui.campaign.fields import FIELDS, TYPES, VOICE, Api, CampaignType, Field, Mode, Section
from tui.campaign.hours import Week, Window, nights
from tui.campaign.kinds.choice import Choice, either, one_of
from tui.campaign.kinds.kind import Editor
from tui.campaign.kinds.names import Names
from tui.campaign.kinds.number import Whole
from tui.campaign.kinds.text import Phone, Text
from tui.campaign.kinds.week import night_words
from tui.campaign.model import MODELS, campaign_of
from tui.campaign.parse import parse_campaign
from tui.campaign.serialize import unfinished


def test_kinds_that_say_the_same_numbers_are_not_the_same() -> None:
    assert Text(1, 10) != Names(1, 10)
    assert Text(8, 15) != Phone(8, 15)
    assert Text(1, 10) == Text(1, 10)
    with pytest.raises(FrozenInstanceError):
        Text(1, 10).low = 2  # type: ignore[misc]


def test_every_field_has_its_place_in_a_draft() -> None:
    places = {each.name for each in fields(Draft)} | {"hours"}
    assert {field.key for field in FIELDS} <= places


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_what_a_field_gives_as_its_example_is_taken_by_its_kind(field: Field) -> None:
    mode = next(iter(sorted(field.modes)))
    draft = Draft(mode=mode)
    field.kind.take(field, draft, field.example)
    api = Api.V2 if Api.V1 not in field.apis else Api.V1
    assert not [each for each in draft.problems_of(field, api) if each.is_error]
    value = field.kind.value(field, draft)
    again = Draft(mode=mode)
    assert not field.kind.load(field, field.kind.write(value, api), again, api)
    assert field.kind.value(field, again) == value
    assert field.kind.matches(field.kind.write(value, api), field.kind.write(value, api))


def test_detection_is_said_and_not_asked_where_the_platform_has_it_off() -> None:
    kind = described.AMD.kind
    assert kind.editor(Draft(mode=Mode.PREVIEW)) is Editor.FIXED
    assert kind.editor(Draft(mode=Mode.AGENTLESS)) is Editor.CHOICE
    assert kind.choices(Api.V1) == ("no", "detect")
    assert kind.text(described.AMD, Draft(mode=Mode.PREVIEW, detection_kept=True)) == "on, as in the file"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("weekly", "WEEKLY"), ("d", "DAILY"), (" c ", "CUSTOM"), ("x", "x"), ("", ""), ("WEEKLYS", "WEEKLYS")],
)
def test_a_choice_is_answered_by_its_beginning(typed: str, meant: str) -> None:
    assert one_of(("WEEKLY", "DAILY", "CUSTOM"), typed) == meant
    assert either(("A", "B", "C")) == "A, B or C"


def test_a_campaign_whose_problems_are_known_is_not_judged_again(judged: list[str]) -> None:
    found = parse_campaign(PROGRESSIVE)
    judged.clear()
    campaign_of(found.draft, found.api)
    assert len(judged) == len(set(judged)) > 10
    judged.clear()
    campaign = campaign_of(found.draft, found.api, found.problems, PROGRESSIVE)
    assert judged == []
    assert campaign.document == PROGRESSIVE


def test_a_campaign_is_sent_exactly_as_its_file_has_it() -> None:
    windows = [
        {"day": "MO", "start": "09:00 AM", "end": "1:00 PM"},
        {"end": "6:00 PM", "day": "MO", "start": "1:00 PM"},
    ]
    hours = PROGRESSIVE["dialingStrategy"]["callingHours"] | {"days": windows}
    file = PROGRESSIVE | {"dialingStrategy": PROGRESSIVE["dialingStrategy"] | {"callingHours": hours}}
    found = parse_campaign(file)
    assert found.is_valid
    assert campaign_of(found.draft, found.api, found.problems, file).document == file
    typed = campaign_of(found.draft, found.api).document  # windows that touch are one: the same hours
    assert typed["dialingStrategy"]["callingHours"]["days"] == [
        {"day": "MO", "start": "9:00 AM", "end": "6:00 PM"}
    ]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("v1_progressive", {"queue": None}),
        ("v1_progressive", {"dnc_list": "Default Global DNC"}),
        ("v1_progressive", {"ring": 4}),
        ("v1_progressive", {"ring": "30"}),
        ("v1_progressive", {"flow": "A flow"}),
        ("v1_progressive", {"mode": "Preview"}),
        ("v2_agentless", {"dnc_list": None}),
        ("v2_agentless", {"detection": "off"}),
        ("v1_agentless", {"detection": "disconnect"}),
    ],
)
def test_no_type_takes_a_campaign_that_is_not_valid(name: str, wrong: dict[str, Any]) -> None:
    found = parse_campaign(sample(name))
    values = dict(campaign_of(found.draft, found.api))
    of = MODELS["voice", Mode(found.draft.mode)]
    of(**values)
    with pytest.raises(ValueError, match="validation error"):
        of(**values | wrong)


@dataclass(frozen=True)
class Shout(Text):
    """A new kind: text in capitals."""

    def answer(self, field: Field, draft: Draft, typed: str, api: Api) -> str:  # noqa: ARG002
        self.take(field, draft, typed.upper())
        return f"Taken as {typed.upper()}."


LOUD = replace(described.DESCRIPTION, path="message.text", title="Message", kind=Shout(1, 5))
SMALL = CampaignType("small", (), (described.NAME, LOUD), ("message", "name"))


def test_a_type_of_campaigns_is_made_by_describing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TYPES, SMALL.name, SMALL)
    file = {
        "message": {"text": "HELLO"},
        "name": "June",
        "campaignType": "small",
        "schedule": {"isSchedulingEnabled": False},
    }
    found = parse_campaign(file)
    assert (found.problems, found.draft.type) == ((), SMALL)
    assert unfinished(found.draft, Api.V1) == file
    assert list(SMALL.of_step(Section.BASICS, "", Api.V1)) == [described.NAME, LOUD]
    draft = Draft(campaign_type="small")
    assert LOUD.kind.answer(LOUD, draft, "hi", Api.V1) == "Taken as HI."
    assert [each.message for each in draft.problems(Api.V1)] == ["Name is missing."]
    wrong = parse_campaign(file | {"message": {"text": "too long", "txt": ""}, "queue_name": "A"})
    assert {each.field for each in wrong.problems} == {"message.text", "message.txt", "queue_name"}


def test_the_word_of_the_type_stands_in_its_description_alone() -> None:
    files = Path(tui.campaign.__file__).parent.rglob("*.py")
    constants = [(each.name, node) for each in files for node in ast.walk(ast.parse(each.read_text()))]
    said = [name for name, node in constants if isinstance(node, ast.Constant) and node.value == "voice"]
    assert said == ["modes.py"]
    assert campaign_of(parse_campaign(PROGRESSIVE).draft, Api.V1).document["campaignType"] == VOICE.name


def test_a_number_says_its_range_in_words_and_short() -> None:
    ring, skips = described.RING, described.SKIPS
    assert isinstance(ring.kind, Whole)
    assert (ring.kind.range, ring.kind.suffix(ring, Draft())) == ("5 to 120 s", "s, 5-120")
    assert skips.kind.suffix(skips, Draft()) == "0 or more"
    assert Choice(("A",)) != Whole(0, None, "")


def test_a_night_of_thousands_of_windows_is_a_sentence() -> None:
    week = Week((sum(1 << minute for minute in range(0, 1439, 2)),) * 7)
    said = night_words(nights(week))
    assert said == (
        "People are called at night, between 21:00 and 08:00, in 2,310 windows on 7 days, 38h30 a week; the first is "
        "Mo 00:00-00:01."
    )
    assert "Mo-Fr 07:00-08:00" in night_words(nights(Week.of([Window(day, 420, 600) for day in range(5)])))
