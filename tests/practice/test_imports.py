"""A judge that shares the code can't catch it: what the practice platform may take from the rest."""

import ast
from pathlib import Path

import pytest

import tui.practice

ALLOWED = {"tui.base.text", "tui.campaign.fields"}
FILES = sorted(Path(tui.practice.__file__).parent.glob("**/*.py"))


def imported(source: str) -> set[str]:
    """Every module of ours that ``source`` imports, at its top or anywhere else."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            module = node.module or ""
            is_package = module in {"tui", "tui.campaign", "tui.practice"}
            names |= {f"{module}.{alias.name}" for alias in node.names} if is_package else {module}
    return {name for name in names if name.split(".")[0] == "tui"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_the_limits_are_shared(file: Path) -> None:
    foreign = {name for name in imported(file.read_text()) if not name.startswith("tui.practice.")}
    assert foreign <= ALLOWED


def test_the_walk_sees_every_form_of_import() -> None:
    source = "import tui.kore\nfrom tui import kore\ndef f():\n    from tui.campaign import serialize\n"
    assert imported(source) == {"tui.kore", "tui.campaign.serialize"}
    assert len(FILES) > 10
