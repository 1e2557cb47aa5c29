"""What the version changes of a campaign: nothing is made up, nothing goes in silence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.campaign.checked import Checked
from tui.campaign.fields import AMD, DNC, Api, Mode
from tui.campaign.leftovers import give_up
from tui.campaign.model import example
from tui.campaign.parse import parse_campaign
from tui.campaign.versions import Conversion, Decisions, change, convert, effects

LIST = "DNC December"
OWN = {"dncLists", "enableMachineDetect"}


def read(mode: Mode, api: Api, **more: Any) -> Checked:
    found = parse_campaign({**example(mode, api), **more}, api)
    assert found.is_valid
    return found


def opened(made: Conversion) -> list[str]:
    return [each.field.key for each in made.open]


@pytest.mark.parametrize("mode", Mode)
def test_v1_has_no_list_for_v2_until_one_is_named(mode: Mode) -> None:
    found = read(mode, Api.V1)
    made = convert(found, Api.V2)
    assert opened(made) == ["dnc_list"]
    assert not made.checked.is_valid
    assert "v2 needs a DNC list, and v1 has none: one must be named." in [
        each.message for each in made.checked.problems if each.is_error
    ]
    made = convert(found, Api.V2, Decisions(dnc_list=LIST))
    assert opened(made) == []
    assert made.checked.is_valid
    assert made.checked.document["dncLists"] == {"name": LIST}
    assert f"v2 has a DNC list: nobody on {LIST} is called." in [
        each.message for each in made.checked.problems
    ]


@pytest.mark.parametrize("mode", Mode)
def test_v2_has_a_list_that_v1_can_not_keep(mode: Mode) -> None:
    found = read(mode, Api.V2, dncLists={"name": LIST})
    made = convert(found, Api.V1)
    assert opened(made) == ["dnc_list"]
    assert not made.checked.is_valid
    assert f"v1 has no DNC list: people on {LIST} would be called." in [
        each.message for each in made.checked.problems if each.is_error
    ]
    made = convert(found, Api.V1, Decisions(without_dnc_list=True))
    assert made.checked.is_valid
    assert "dncLists" not in made.checked.document
    assert made.checked.document["enableMachineDetect"] is False


CASES = [
    (Mode.AGENTLESS, Api.V1, False, "", False, "no"),
    (Mode.AGENTLESS, Api.V1, True, "", True, None),
    (Mode.AGENTLESS, Api.V1, True, "disconnect", False, "disconnect"),
    (Mode.AGENTLESS, Api.V2, "no", "", False, False),
    (Mode.AGENTLESS, Api.V2, "detect", "", False, True),
    (Mode.AGENTLESS, Api.V2, "disconnect", "", True, None),
    (Mode.AGENTLESS, Api.V2, "disconnect", "detect", False, True),
    (Mode.PREVIEW, Api.V1, False, "", False, None),
    (Mode.PREVIEW, Api.V1, True, "", True, None),
    (Mode.PREVIEW, Api.V1, True, "no", False, None),
]


@pytest.mark.parametrize(("mode", "api", "value", "decided", "is_open", "became"), CASES)
def test_detection_means_the_same_or_is_decided(
    mode: Mode, api: Api, value: Any, decided: str, is_open: bool, became: Any
) -> None:
    other = Api.V2 if api is Api.V1 else Api.V1
    made = convert(read(mode, api, enableMachineDetect=value), other, Decisions(LIST, True, decided))
    assert opened(made) == (["detection"] if is_open else [])
    assert any(each.field is AMD for each in made.effects)
    assert made.checked.is_valid is not is_open
    if not is_open:
        assert made.checked.document.get("enableMachineDetect") == became


@given(
    st.sampled_from(Mode),
    st.sampled_from(Api),
    st.sampled_from(["no", "detect"]),
    st.text(min_size=1, max_size=20),
)
def test_there_and_back_it_is_the_same(mode: Mode, api: Api, word: str, queue: str) -> None:
    found = parse_campaign({**example(mode, api), "description": queue}, api)
    if not found.is_valid:
        return
    other = Api.V2 if api is Api.V1 else Api.V1
    decisions = Decisions("Default Global DNC", True, word if mode is Mode.AGENTLESS else "")
    there = convert(found, other, decisions).checked
    assert there.is_valid
    assert {key: value for key, value in there.document.items() if key not in OWN} == {
        key: value for key, value in found.document.items() if key not in OWN
    }
    back = convert(there, api, decisions).checked
    wanted = dict(found.document)
    if mode is Mode.AGENTLESS:
        wanted["enableMachineDetect"] = AMD.kind.write(word, api)
    assert back.document == wanted
    assert convert(found, other, decisions).checked.document == there.document


@pytest.mark.parametrize("mode", Mode)
def test_a_change_of_the_version_keeps_the_draft_and_comes_back(mode: Mode) -> None:
    draft = read(mode, Api.V2, dncLists={"name": LIST}).draft
    said = change(draft, Api.V2, Api.V1)
    assert said[0] == f"v1 has no DNC list: people on {LIST} would be called."
    assert draft.dnc_list == LIST
    assert [each.field for each in draft.problems(Api.V1) if each.is_error] == [DNC.path]
    give_up(draft, DNC.path)
    assert not [each for each in draft.problems(Api.V1) if each.is_error]
    assert change(draft, Api.V1, Api.V2)[0] == f"v2 has a DNC list: nobody on {LIST} is called."
    assert not [each for each in draft.problems(Api.V2) if each.is_error]


def test_what_is_to_be_decided_is_emptied_and_asked_for() -> None:
    draft = read(Mode.AGENTLESS, Api.V1, enableMachineDetect=True).draft
    change(draft, Api.V1, Api.V2)
    assert (draft.dnc_list, draft.detection) == ("", "")
    assert {each.field for each in draft.problems(Api.V2) if each.is_error} == {DNC.path, AMD.path}


def test_one_version_changes_nothing() -> None:
    assert list(effects(read(Mode.PREVIEW, Api.V1).draft, Api.V1, Api.V1)) == []
