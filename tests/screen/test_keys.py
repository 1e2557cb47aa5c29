"""Every key: named, so that it may be changed one day, free of what terminals eat, and told in README."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from textual.binding import Binding

from tui.screen.app import WizardApp

CHECKOUT = Path(__file__).parents[2]
EATEN = {
    *(f"ctrl+{key}" for key in "abhijmsqz"),
    "ctrl+space",
    "ctrl+at",
    "f1",
    "f10",
    "f11",
    "alt+left_square_bracket",
}
"""Keys that tmux, screen or a terminal keeps for itself, or that arrive as another key."""
ONLY_THERE = {"pause"}
"""What nobody looks for elsewhere: Ctrl+Z is the shell's own key, and means here what it means there."""
README = (CHECKOUT / "README.md").read_text()


def owners() -> dict[str, list[Binding]]:
    """Every class of ours that has keys, with its bindings."""
    found = {}
    for path in sorted((CHECKOUT / "tui").rglob("*.py")):
        if path.name == "__main__.py" or "BINDINGS" not in path.read_text():
            continue
        name = ".".join(path.relative_to(CHECKOUT).with_suffix("").parts)
        for each in vars(import_module(name)).values():
            if isinstance(each, type) and each.__module__ == name and "BINDINGS" in vars(each):
                found[f"{name}.{each.__name__}"] = [
                    one for one in vars(each)["BINDINGS"] if isinstance(one, Binding)
                ]
                assert len(found[f"{name}.{each.__name__}"]) == len(vars(each)["BINDINGS"])
    return found


OWNERS = owners()


@pytest.mark.parametrize("owner", OWNERS)
def test_every_binding_has_an_id(owner: str) -> None:
    assert not [binding.key for binding in OWNERS[owner] if not binding.id]


@pytest.mark.parametrize("owner", OWNERS)
def test_no_eaten_key_is_the_only_way(owner: str) -> None:
    free: dict[str, set[str]] = {}
    for binding in OWNERS[owner]:
        free.setdefault(binding.action, set()).update(set(binding.key.split(",")) - EATEN)
    assert not [action for action, keys in free.items() if not keys and action not in ONLY_THERE]


def keys_in(cell: str) -> set[str]:
    return {key.lower().replace("esc", "escape") for key in re.findall(r"Ctrl\+\w|F\d+|Esc", cell)}


def test_readme_tells_the_keys_of_the_wizard() -> None:
    rows = re.findall(r"^\| ((?:Ctrl|F\d|Tab)[^|]*) \| ([^|]*) \|$", README, re.M)
    told = {key for cell, does in rows for key in keys_in(cell)}
    bound = {key for each in OWNERS["tui.screen.app.WizardApp"] for key in each.key.split(",")}
    assert rows
    assert told <= bound
    shown = {
        key
        for each in WizardApp.BINDINGS
        if isinstance(each, Binding) and each.show
        for key in each.key.split(",")
    }
    assert {key for key in shown if key.startswith(("ctrl+", "f"))} <= told
