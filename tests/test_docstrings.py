"""A hook of the toolkit says nothing about itself, any other public method does."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent / "tui"
SCREEN = sorted((ROOT / "screen").rglob("*.py"))
BEGINNINGS = ("on_", "action_", "watch_", "validate_")
HOOKS = {
    "compose", "render", "render_line", "render_lines", "apply", "check_action", "check_consume_key",
    "get_content_height", "get_content_width", "get_component_rich_style", "get_default_screen",
    "post_display_hook", "panic", "on_event",
}  # fmt: skip
"""What the toolkit calls by its name."""


def methods(path: Path) -> Iterator[tuple[str, str | None]]:
    """The public methods of public classes, each with its docstring."""
    for owner in ast.parse(path.read_text()).body:
        if isinstance(owner, ast.ClassDef) and not owner.name.startswith("_"):
            for node in owner.body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
                    yield node.name, ast.get_docstring(node)


def is_hook(name: str) -> bool:
    return name.startswith(BEGINNINGS) or name in HOOKS


FOUND = [(path, *each) for path in SCREEN for each in methods(path)]


def places(found: list[tuple[Path, str, str | None]]) -> list[str]:
    return [f"{path.relative_to(ROOT)}: {name}" for path, name, _ in found]


def test_a_public_method_has_a_docstring() -> None:
    assert not places([each for each in FOUND if not is_hook(each[1]) and not each[2]])


def test_a_hook_has_none() -> None:
    assert not places([each for each in FOUND if is_hook(each[1]) and each[2]])
