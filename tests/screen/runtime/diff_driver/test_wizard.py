"""The wizard itself at random keys: what was sent looks in pyte as what Textual wrote, of the same run."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.screen.runtime.diff_driver.replay import Found, compare
from tests.terminal import Terminal
from tui.screen.steps import STEPS

KINDS = (
    {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    {"TERM": "tmux-256color", "TMUX": "/nowhere,1,0"},
    {"TERM": "screen-256color", "STY": "1.nowhere", "COLORTERM": "truecolor"},
    {"TERM": "linux"},
)
"""24-bit colours, 256, those without filling erased cells, and the terminal's own 16."""


@contextmanager
def records(
    folder: Path, keys: int, burst: int, runs: int, kinds: Sequence[dict[str, str]] = KINDS
) -> Iterator[list[Path]]:
    """Play ``runs`` runs at once, each in a terminal of its own, of ``kinds`` in turn."""
    paths = [folder / f"run-{number}" for number in range(runs)]
    with ExitStack() as stack:
        terminals = [
            stack.enter_context(
                Terminal(
                    (
                        sys.executable,
                        "-m",
                        "tests.screen.runtime.diff_driver.recorded",
                        str(path),
                        str(number),
                        str(keys),
                        str(burst),
                    ),
                    env={**kinds[number % len(kinds)], "TEXTUAL_FPS": "500" if burst == 1 else "60"},
                )
            )
            for number, path in enumerate(paths)
        ]
        with ThreadPoolExecutor(runs) as pool:
            codes = list(pool.map(lambda terminal: terminal.wait_for_exit(1200), terminals))
        assert not any(codes), [terminal.screen() for terminal in terminals if terminal.exit_code]
    yield paths


def total(paths: list[Path]) -> Found:
    found = [compare(path) for path in paths]
    return Found(
        sum((each.compared for each in found), Counter()),
        sum(each.keys for each in found),
        sum(each.asked for each in found),
        sum(each.sent for each in found),
    )


def test_two_thousand_keys_look_the_same(tmp_path: Path) -> None:
    with records(tmp_path, keys=500, burst=1, runs=4) as paths:
        found = total(paths)
    assert found.keys == sum(found.compared.values()) == 2000
    assert all(found.compared[step.title] > 50 for step in STEPS)
    assert found.sent * 5 < found.asked


@pytest.mark.long
def test_a_hundred_thousand_keys_look_the_same(tmp_path: Path) -> None:
    with records(tmp_path, keys=12_500, burst=10, runs=8) as paths:
        found = total(paths)
    assert found.keys >= 99_000  # the last burst of a run may stay uncompared
    assert sum(found.compared.values()) > 5_000
    assert found.sent * 5 < found.asked
