"""The scripts of keys whose length is measured do what they say."""

import pytest

from tests.benchmarks.key_scripts import ANOTHER, FIRST, PICKED, count, run


@pytest.mark.long
def test_few_keys_lead_to_a_campaign_and_fewer_to_another_one() -> None:
    assert (count(FIRST) <= 15, count(ANOTHER) <= 10) == (True, True)
    run((FIRST, "Renewal calls June"), (ANOTHER, "Renewal calls July"))


@pytest.mark.long
def test_a_campaign_is_made_without_typing_a_name_that_exists() -> None:
    assert len(PICKED) <= 45
    run((PICKED, "Spring"))
