"""Asking again and again, on a simulated clock and against a real server."""

import threading
from collections.abc import Callable

from tui.kore.schedule import LOOK_UP, STATUS_PACE, Schedule
from tui.workflow.polling import Poller


class Clock:
    """Time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> bool:
        self.now += seconds
        return False


def repeated(answer: Callable[[int], Schedule], clock: Clock, pace=STATUS_PACE) -> Poller:  # type: ignore[no-untyped-def]
    return Poller(lambda known: answer(known.asked), pace, clock=clock, wait=clock.wait)


def told(*statuses: str) -> Callable[[int], Schedule]:
    """Answers in turn, the last one from then on."""
    return lambda asked: Schedule(status=statuses[min(asked, len(statuses) - 1)], asked=asked + 1)


def test_half_an_hour_of_asking_stays_under_sixty_requests() -> None:
    for pace in (STATUS_PACE, LOOK_UP):
        clock = Clock()
        asking = repeated(told("Preparing"), clock, pace)
        asking.run()
        assert 10 < asking.following.asked < 60
        assert 1_600 < clock.now <= 1_800
        assert asking.until is None


def test_it_ends_with_the_preparation() -> None:
    clock = Clock()
    asking = repeated(told("Preparing", "Warming up", "Ready", "Active"), clock)
    asking.run()
    assert (asking.following.asked, asking.following.status) == (3, "Ready")
    assert asking.since == 0


def test_a_person_may_ask_at_once_also_when_it_is_over() -> None:
    asking = repeated(told("Ready", "Active"), Clock())
    asking.run()
    done = threading.Event()
    asking._tell = lambda: None if asking.is_asking else done.set()
    asking.now()
    assert done.wait(5)
    assert asking.following.status == "Active"


def test_a_failure_of_its_own_is_no_silence() -> None:
    def fail(known: Schedule) -> Schedule:
        raise RuntimeError(f"a secret detail of {known}")

    clock = Clock()
    asking = Poller(fail, STATUS_PACE, clock=clock, wait=clock.wait)
    asking.run()
    assert asking.following.failures == 6
    assert asking.following.why == "Asking failed: RuntimeError."


def test_stopping_ends_it_before_the_next_question() -> None:
    asked = threading.Event()

    def ask(known: Schedule) -> Schedule:
        asked.set()
        return known.told("Preparing")

    over = threading.Event()
    asking = Poller(ask, STATUS_PACE)
    asking.start(lambda: over.set() if asking.until is None and not asking.is_asking else None)
    asking.stop()
    assert over.wait(5)
    assert not asked.is_set()


def test_woken_it_asks_at_once() -> None:
    asked = threading.Event()

    def ask(known: Schedule) -> Schedule:
        asked.set()
        return known.told("Ready")

    asking = Poller(ask, LOOK_UP)
    waiting = threading.Event()
    asking.start(lambda: waiting.set() if asking.until is not None else None)
    assert waiting.wait(5)
    asking.now()
    assert asked.wait(2)
