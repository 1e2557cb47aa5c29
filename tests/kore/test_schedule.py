"""The pace of asking, on a simulated clock."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kore.schedule import KNOWN, LOOK_UP, STATUS_PACE, Schedule

HALF_AN_HOUR = 1800.0


def times(schedule: Schedule, answer: str = "Preparing", pace=STATUS_PACE) -> list[float]:  # type: ignore[no-untyped-def]
    """The seconds at which it asks, an answer taking no time at all."""
    at, asked = 0.0, []
    while (pause := schedule.pause(at, pace)) is not None:
        at += pause
        asked.append(at)
        schedule = schedule.told(answer)
        assert len(asked) < 10_000
    return asked


@pytest.mark.parametrize("pace", [STATUS_PACE, LOOK_UP])
def test_half_an_hour_takes_far_less_than_sixty_requests(pace) -> None:  # type: ignore[no-untyped-def]
    asked = times(Schedule(), pace=pace)
    assert 10 < len(asked) < 60
    assert asked[-1] <= HALF_AN_HOUR
    for minute in range(30):
        assert sum(minute * 60 <= at < minute * 60 + 60 for at in asked) <= 6


def test_it_slows_down() -> None:
    asked = times(Schedule())
    pauses = [later - earlier for earlier, later in pairwise(asked)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 60


@pytest.mark.parametrize("status", sorted(KNOWN - {"Preparing"}))
def test_it_ends_where_the_campaign_is_no_longer_prepared(status: str) -> None:
    assert Schedule().told("Preparing").told(status).pause(5) is None
    assert Schedule().told(status).has_ended


def test_an_unknown_status_is_kept_and_asked_for_again() -> None:
    schedule = Schedule().told("Simmering")
    assert schedule.status == "Simmering"
    assert schedule.pause(2) is not None


def test_questions_without_an_answer_come_ever_slower_and_end() -> None:
    schedule, pauses = Schedule(status="Preparing"), []
    while (pause := schedule.pause(sum(pauses))) is not None:
        pauses.append(pause)
        schedule = schedule.failed("No connection.")
    assert len(pauses) == 6
    assert pauses == sorted(pauses)
    assert schedule.status == "Preparing"
    assert schedule.why == "No connection."


def test_the_platform_may_ask_to_be_left_alone() -> None:
    assert Schedule().failed("Too many.", wait=90).pause(10) == 90
    assert Schedule().failed("Too many.", wait=1e9).pause(10) is None
    assert Schedule().failed("Too many.", wait=90).told("Preparing").wait == 0


@given(st.lists(st.one_of(st.sampled_from(sorted(KNOWN)), st.just(""), st.text(max_size=3)), max_size=80))
def test_no_answers_at_all_make_it_ask_too_often(answers: list[str]) -> None:
    schedule, at = Schedule(), 0.0
    for answer in answers:
        pause = schedule.pause(at)
        if pause is None:
            break
        assert pause >= 2
        at += pause
        schedule = schedule.told(answer) if answer else schedule.failed("Nothing came.")
    assert at <= HALF_AN_HOUR
    assert schedule.asked < 60
