"""Time that passes only where somebody sleeps, for what waits for the account's budget of reads."""

import pytest

from tui.storage import budget


class Time:
    """In the place of the module ``time``."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.slept = 0.0

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.slept

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept += seconds


def simulate(monkeypatch: pytest.MonkeyPatch) -> Time:
    """Let the bucket of reads live in a time of its own, and know nothing yet."""
    clock = Time()
    monkeypatch.setattr(budget, "time", clock)
    monkeypatch.setattr(budget, "_mine", {})
    return clock
