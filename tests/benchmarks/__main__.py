"""Measure every budget and print the table. Run from the checkout: ``python -m tests.benchmarks``.

No test: a figure over its budget is marked and nothing more. The run is written as JSON and the next one is
compared with it.
"""

import argparse
import json
import platform
import statistics
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks import hours, key_scripts, keys, line, lists, picker, slow, start, walk, wide
from tests.benchmarks.measuring import Benchmark

BENCHMARKS: tuple[Benchmark, ...] = (
    start.BENCHMARK,
    keys.BENCHMARK,
    hours.BENCHMARK,
    lists.BENCHMARK,
    line.BENCHMARK,
    wide.BENCHMARK,
    picker.BENCHMARK,
    slow.BENCHMARK,
    walk.BENCHMARK,
    key_scripts.BENCHMARK,
)
LAST = Path(__file__).parent / "last.json"


def measure(benchmark: Benchmark, runs: int) -> dict[str, float]:
    """The median of each figure over ``runs`` runs; one more before them warms up."""
    collected: dict[str, list[float]] = {}
    for turn in range(runs + 1):
        print(f"{benchmark.name} {turn}/{runs}", end="\r", file=sys.stderr, flush=True)
        for name, value in benchmark.once().items():
            if turn:
                collected.setdefault(name, []).append(value)
    print(" " * 40, end="\r", file=sys.stderr)
    return {name: statistics.median(values) for name, values in collected.items()}


def table(benchmark: Benchmark, figures: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """The rows of one benchmark: measured, allowed, and what the last run had."""
    rows = []
    for budget in benchmark.budgets:
        value = budget.value(figures)
        verdict = "" if value <= budget.at_most else "OVER"
        known = {budget.figure, budget.against} - {""} <= before.keys()
        last = _number(budget.value(before)) if known else ""
        measured = f"{_number(value)} {budget.unit}"
        rows.append(
            f"| {budget.title:<33} | {measured:<20} | {_number(budget.at_most):>7} | {last:>8} | {verdict:<4} |"
        )
    return rows


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--only", action="append", choices=[each.name for each in BENCHMARKS])
    parser.add_argument("--json", type=Path, default=LAST, help="where the figures go (default: %(default)s)")
    options = parser.parse_args()
    last = json.loads(options.json.read_text()) if options.json.exists() else {"figures": {}}
    results = dict(last["figures"])
    print(f"| {'':<33} | {'measured':<20} | {'at most':>7} | {'last run':>8} | {'':<4} |")
    print(f"|{'-' * 35}|{'-' * 22}|{'-' * 9}|{'-' * 10}|{'-' * 6}|")
    for benchmark in BENCHMARKS:
        if options.only and benchmark.name not in options.only:
            continue
        if benchmark.missing:
            print(f"{benchmark.name} is not measured: {benchmark.missing}", file=sys.stderr)
            continue
        figures = measure(benchmark, options.runs)
        before = last["figures"].get(benchmark.name, {})
        print("\n".join(table(benchmark, figures, before)), flush=True)
        results[benchmark.name] = {name: round(value, 3) for name, value in figures.items()}
    written = {
        "when": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "runs": options.runs,
        "python": platform.python_version(),
        "figures": results,
    }
    options.json.write_text(json.dumps(written, indent=1) + "\n")


if __name__ == "__main__":
    main()
