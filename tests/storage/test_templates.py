"""Templates on disk: private, whole, one a name, and without what each campaign has for itself."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.test_drafts import FULL
from tui.campaign.draft import Draft
from tui.campaign.fields import Api
from tui.campaign.leftovers import Leftover
from tui.campaign.template import without_what_differs
from tui.storage import templates
from tui.storage.folders import state_folder
from tui.storage.templates import TemplateError


def test_all_comes_back_but_name_and_lists() -> None:
    kept = templates.save("Spring", FULL, Api.V2)
    found = templates.find("SPRING ")
    assert found == kept
    assert found.draft == without_what_differs(FULL)
    assert (found.draft.name, found.draft.contact_lists, found.draft.flow) == ("", (), "Flow")
    assert FULL.contact_lists == ("A", "B")


def test_it_is_private_and_whole() -> None:
    path = templates.save("Spring", FULL, Api.V2).path
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_what_a_file_said_wrongly_of_them_goes_too() -> None:
    wrong = [Leftover(path, "Wrong.", None, [path], [1]) for path in ("name", "contactLists[0]", "schedule")]
    assert [each.path for each in without_what_differs(Draft(leftovers=wrong)).leftovers] == ["schedule"]


def test_a_name_that_is_taken_is_not_written_over() -> None:
    templates.save("Spring", Draft(queue="One"), Api.V1)
    with pytest.raises(TemplateError, match="There is a template called spring already"):
        templates.save("spring", Draft(queue="Two"), Api.V1)
    assert templates.find("Spring").draft.queue == "One"
    templates.save("spring", Draft(queue="Two"), Api.V1, replace=True)
    assert templates.find("Spring").draft.queue == "Two"
    assert [each.name for each in templates.listed().all] == ["spring"]


def test_one_that_is_not_there_is_a_sentence_with_the_nearest() -> None:
    with pytest.raises(TemplateError, match=r"No template is called Sprnig\. None is kept yet\."):
        templates.find("Sprnig")
    templates.save("Spring", FULL, Api.V2)
    for act in (templates.find, templates.remove):
        with pytest.raises(TemplateError, match=r"No template is called Sprnig: did you mean Spring\?"):
            act("Sprnig")
        with pytest.raises(TemplateError, match=r"No template is called zzz\.$"):
            act("zzz")


def test_one_that_is_damaged_is_named_and_can_be_removed() -> None:
    path = templates.save("Spring", FULL, Api.V2).path
    templates.save("Autumn", FULL, Api.V1)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(TemplateError, match=r"The template Spring is damaged\."):
        templates.find("Spring")
    found = templates.listed()
    assert ([each.name for each in found.all], found.unreadable) == (["Autumn"], (path,))
    templates.remove("spring")
    assert not path.exists()


@pytest.mark.parametrize("name", ["", " \u2800", "x" * 61, "a\x1b[31m", "a\u202eb"])
def test_a_name_that_nobody_can_read_is_none(name: str) -> None:
    with pytest.raises(TemplateError, match="A template's name has 1 to 60 characters"):
        templates.save(name, FULL, Api.V2)
    assert list(state_folder("templates").iterdir()) == []


@given(st.text(max_size=70))
def test_any_name_is_kept_under_itself_or_refused(name: str) -> None:
    try:
        kept = templates.save(name, Draft(queue=name), Api.V1, replace=True)
    except TemplateError:
        return
    assert templates.find(name) == kept
    assert kept.name.isprintable()
    templates.remove(name)
