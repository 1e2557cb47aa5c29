"""The bucket of reads: shared by processes, and sound whatever the disk and the clock do to it."""

import json
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulated_time import Time, simulate
from tui.storage import budget
from tui.storage.budget import A_MINUTE, BURST, Level, filled

KEY = "platform.kore.ai acc-1"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Time:
    return simulate(monkeypatch)


def path(home: Path) -> Path:
    return home / ".local/state/kore-campaign/budget/reads.json"


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As another process would begin."""
    monkeypatch.setattr(budget, "_mine", {})


def at_once() -> int:
    """How many reads can be had without waiting."""
    return next(count for count in range(10_000) if budget.take(KEY) > 0)


def test_a_burst_and_then_thirty_a_minute(clock: Time) -> None:
    begun, reads = clock.slept, 0
    while budget.wait(KEY) and clock.slept - begun <= 60:
        reads += 1
    assert A_MINUTE + BURST - 1 <= reads <= A_MINUTE + BURST


_TIME_STANDS = (
    "import types; from tui.storage import budget; budget.time = types.SimpleNamespace(time=lambda: 1.8e9); "
)


def test_processes_share_it(home: Path) -> None:
    program = f"{_TIME_STANDS} print(sum(budget.take({KEY!r}) == 0 for _ in range(6)), budget.take('another account'))"
    said = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert [each.split() for each in said] == [["6", "0.0"], ["4", "0.0"]]
    assert stat.S_IMODE(path(home).stat().st_mode) == 0o600
    assert stat.S_IMODE(path(home).parent.stat().st_mode) == 0o700


def test_processes_at_once_take_no_more_than_there_is() -> None:
    program = f"{_TIME_STANDS} print(sum(budget.take({KEY!r}) == 0 for _ in range(8)))"
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert sum(int(each.communicate()[0]) for each in running) == BURST


def test_what_is_left_to_others() -> None:
    assert sum(budget.take(KEY, spare=4) == 0 for _ in range(BURST)) == BURST - 4
    assert budget.take(KEY) == 0


def test_what_does_not_wait_is_owed_and_bounded(clock: Time) -> None:
    for _ in range(3 * BURST):
        budget.spend(KEY)
    begun = clock.slept
    assert budget.wait(KEY)
    assert clock.slept - begun == pytest.approx((BURST + 1) * 2, abs=0.2)


def test_full_buckets_leave_the_disk(home: Path, clock: Time) -> None:
    for port in range(50):
        budget.take(f"127.0.0.1:{port} practice")
    clock.now += 60
    (path(home).parent / ".reads.json.left.tmp").write_text("")
    budget.take(KEY)
    assert list(json.loads(path(home).read_text())) == [KEY]
    assert {each.name for each in path(home).parent.iterdir()} <= {"reads.json", ".lock"}


@pytest.mark.parametrize("seconds", [-1e9, -3600, -1])
def test_a_clock_that_went_back(clock: Time, seconds: float) -> None:
    assert at_once() == BURST
    clock.now += seconds
    assert at_once() == 0
    begun = clock.slept
    assert budget.wait(KEY)
    assert clock.slept - begun < 3


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "\0", '{"platform.kore.ai acc-1": 5}', '{"platform.kore.ai acc-1": [1e999, 0]}',
        '{"platform.kore.ai acc-1": ["9", 0]}', '{"platform.kore.ai acc-1": [NaN, 0]}',
        '{"platform.kore.ai acc-1": [true, 0]}', '{"platform.kore.ai acc-1": [1, 2, 3]}', '{"x": "ab"}',
        '{"platform.kore.ai acc-1": [' + "9" * 500 + ", 0]}", "x" * 200_000,
    ],
)  # fmt: skip
def test_a_damaged_file_gives_nothing_away_and_is_mended(
    home: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    budget.take(KEY)
    forget(monkeypatch)
    path(home).write_text(text)
    assert at_once() == 0
    assert budget.wait(KEY)
    assert json.loads(path(home).read_text()).keys() == {KEY}


@pytest.mark.parametrize(
    ("level", "reads"),
    [
        ((1e300, 0.0), BURST),
        ((-1e300, 4e9), 0),
        ((3, 1e300), 3),
        ((10**29, 0), BURST),
        ((-1e300, -1e300), 10),
    ],
)
def test_huge_numbers_are_bounded(
    home: Path, monkeypatch: pytest.MonkeyPatch, level: tuple[float, float], reads: int
) -> None:
    budget.take(KEY)
    forget(monkeypatch)
    path(home).write_text(json.dumps({KEY: level}))
    assert at_once() == reads
    assert budget.wait(KEY)


@given(st.floats(allow_nan=False), st.floats(allow_nan=False), st.floats(0, 1e10))
def test_no_level_opens_the_gate_or_shuts_it_for_ever(reads: float, at: float, now: float) -> None:
    level = filled(Level(reads, at), now)
    assert -BURST <= level.reads <= BURST
    assert filled(level, now + 2 * 2 * BURST).reads == BURST


def no_folder(place: Path) -> None:
    (place.parents[1]).mkdir(parents=True)
    place.parent.write_text("no folder")


def no_file(place: Path) -> None:
    place.mkdir(parents=True)


def somebody_elses(place: Path) -> None:
    place.parents[1].mkdir(parents=True)
    place.parent.symlink_to(place.parents[1])


@pytest.mark.parametrize("spoil", [no_folder, no_file, somebody_elses])
def test_without_a_file_this_process_counts_for_itself(home: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path(home))
    assert at_once() == BURST
    budget.spend(KEY)
    assert budget.take(KEY) > 0


def test_a_lock_that_is_held_is_not_waited_for_long(
    home: Path, monkeypatch: pytest.MonkeyPatch, clock: Time
) -> None:
    from filelock import FileLock

    monkeypatch.setattr(budget, "_LOCK_SECONDS", 0.01)
    budget.take(KEY)
    with FileLock(path(home).parent / ".lock"):
        assert at_once() == BURST - 1
        budget.spend(KEY)
    clock.now += 1_000
    assert at_once() == BURST


def test_a_file_that_was_taken_away_opens_nothing(home: Path) -> None:
    assert at_once() == BURST
    path(home).unlink()
    assert at_once() == 0


def test_waiting_is_told_and_can_be_given_up(clock: Time) -> None:
    told: list[float] = []
    at_once()
    assert not budget.wait(KEY, cancelled=lambda: clock.slept > 0.5, tell=told.append)
    assert told == [pytest.approx(2, abs=0.1)]
    assert clock.slept < 1


def test_nobody_waits_for_ever(clock: Time, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "take", lambda key, spare: 2.0)  # noqa: ARG005
    assert not budget.wait(KEY)
    assert clock.slept < budget.WAIT_LIMIT + 5
