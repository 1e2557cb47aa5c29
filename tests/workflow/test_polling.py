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
        poller = repeated(told("Preparing"), clock, pace)
        poller.run()
        assert 10 < poller.schedule.asked < 60
        assert 1_600 < clock.now <= 1_800
        assert poller.until is None


def test_it_ends_with_the_preparation() -> None:
    clock = Clock()
    poller = repeated(told("Preparing", "Warming up", "Ready", "Active"), clock)
    poller.run()
    assert (poller.schedule.asked, poller.schedule.status) == (3, "Ready")
    assert poller.since == 0


def test_a_person_may_ask_at_once_also_when_it_is_over() -> None:
    poller = repeated(told("Ready", "Active"), Clock())
    poller.run()
    done = threading.Event()
    poller._tell = lambda: None if poller.is_asking else done.set()
    poller.now()
    assert done.wait(5)
    assert poller.schedule.status == "Active"


def test_a_failure_of_its_own_is_no_silence() -> None:
    def fail(known: Schedule) -> Schedule:
        raise RuntimeError(f"a secret detail of {known}")

    clock = Clock()
    poller = Poller(fail, STATUS_PACE, clock=clock, wait=clock.wait)
    poller.run()
    assert poller.schedule.failures == 6
    assert poller.schedule.why == "Asking failed: RuntimeError."


def test_stopping_ends_it_before_the_next_question() -> None:
    asked = threading.Event()

    def ask(known: Schedule) -> Schedule:
        asked.set()
        return known.told("Preparing")

    over = threading.Event()
    poller = Poller(ask, STATUS_PACE)
    poller.start(lambda: over.set() if poller.until is None and not poller.is_asking else None)
    poller.stop()
    assert over.wait(5)
    assert not asked.is_set()


def test_woken_it_asks_at_once() -> None:
    asked = threading.Event()

    def ask(known: Schedule) -> Schedule:
        asked.set()
        return known.told("Ready")

    poller = Poller(ask, LOOK_UP)
    waiting = threading.Event()
    poller.start(lambda: waiting.set() if poller.until is not None else None)
    assert waiting.wait(5)
    poller.now()
    assert asked.wait(2)
