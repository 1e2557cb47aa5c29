"""Where the bound of a text lies, as the platform may count it."""

import pytest

from tui.campaign.kinds.text import text_problems


@pytest.mark.parametrize(("value", "warned"), [("😀" * 24, False), ("😀" * 24 + "a", True)])
def test_the_first_unit_too_many_is_warned_of(value: str, warned: bool) -> None:
    said = [each.message for each in text_problems("name", "Name", value, 1, 48)]
    assert [" 49 " in each for each in said] == [True] * warned
