"""A campaign that was judged, and that nothing judges it again."""

import pytest

from tui.campaign.checked import Checked
from tui.campaign.draft import Draft
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.campaign.serialize import unfinished


@pytest.mark.parametrize("api", Api)
@pytest.mark.parametrize("mode", Mode)
def test_without_errors_it_is_the_exact_request(mode: Mode, api: Api) -> None:
    draft = parse_campaign(example(mode, api), api).draft
    checked = Checked(api, tuple(draft.problems(api)), draft)
    assert checked.is_valid
    assert checked.document == example(mode, api)


def test_with_errors_it_is_the_draft_as_it_stands() -> None:
    draft = Draft(name="June", priority="9")
    checked = Checked(Api.V1, tuple(draft.problems(Api.V1)), draft)
    assert not checked.is_valid
    assert checked.document == unfinished(draft, Api.V1)
    with pytest.raises(ValueError, match="errors"):
        _ = checked.campaign


def test_what_is_known_already_is_not_judged_again(judged: list[str]) -> None:
    draft = parse_campaign(example(Mode.PREVIEW, Api.V2), Api.V2).draft
    judged.clear()
    checked = Checked(Api.V2, (), draft)
    assert checked.campaign is checked.campaign
    assert checked.document == checked.campaign.document
    assert judged == []


def test_what_a_file_says_is_judged_once(judged: list[str]) -> None:
    document = example(Mode.PREVIEW, Api.V2)
    judged.clear()
    found = parse_campaign(document)
    assert found.is_valid
    assert len(judged) == len(set(judged))
    assert "name" in judged
