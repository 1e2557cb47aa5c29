"""Problems of a campaign as the commands print them."""

from collections.abc import Iterable

from tui.base.console import LINE_LIMIT
from tui.base.text import one_line
from tui.campaign.problems import Problem


def as_json(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Problems as ``check --json`` and ``submit --json`` print them."""
    return [{"field": each.field, "severity": each.severity, "message": each.message} for each in problems]


def as_text(file: str, problem: Problem) -> str:
    """A problem as one line: ``draft.json: error: maxSkips: Skips is missing.``."""
    parts = (file, problem.severity, problem.field, problem.message)
    return one_line(": ".join(part for part in parts if part), limit=LINE_LIMIT)
