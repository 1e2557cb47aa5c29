"""Counting from the last key."""

import pytest

from tui.base.idle import Idle


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def test_it_counts_from_the_last_key() -> None:
    clock = Clock()
    idle = Idle(15, clock)
    clock.now += 600
    assert idle.seconds_left == 300
    idle.key()
    assert idle.seconds_left == 900
    clock.now += 10_000
    assert idle.seconds_left == 0


def test_nought_is_never() -> None:
    assert Idle(0, Clock()).seconds_left is None


@pytest.mark.parametrize(("minutes", "said"), [(15, "15 minutes."), (1, "1 minute."), (0.5, "0.5 minutes.")])
def test_how_long_it_was(minutes: float, said: str) -> None:
    assert Idle(minutes).sentence.endswith(f"for {said}")
