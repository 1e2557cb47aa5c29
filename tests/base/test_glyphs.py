"""Marks, and ASCII in their place."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.base.glyphs import UNKNOWN_CHARACTER, in_ascii, prose_in_ascii

SOURCES = sorted((Path(__file__).parents[2] / "tui").rglob("*.py"))
NOT_DRAWN = {
    "hours_text.py", "hours_words.py", "zone_index.py", "zone_offsets.py", "marks.py", "text.py", "faults.py",
    "secret_text.py", "inputs.py", "odd_text.py", "files.py", "json_text.py", "fingerprint.py",
}  # fmt: skip
"""Their characters are read, or stand for others."""
REPLACEMENT = "\ufffd"
"""Stands for what is unknown in Unicode as well."""


@given(st.text())
def test_whatever_comes_becomes_ascii(text: str) -> None:
    assert in_ascii(text).isascii()
    assert prose_in_ascii(text).isascii()


@given(st.text(st.sampled_from("aé─…█·漢字 한→✓ß")))
def test_it_stays_as_wide(text: str) -> None:
    assert cell_len(in_ascii(text)) == cell_len(text)


def test_a_name_never_looks_like_another() -> None:
    assert in_ascii("Käufer") == "K?ufer"
    assert in_ascii("ΑBC") == "?BC"
    assert prose_in_ascii("waiting …") == "waiting ..."


def strings(path: Path) -> set[str]:
    """The strings of a module but for its docstrings."""
    tree = ast.parse(path.read_text())
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    }


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.name not in NOT_DRAWN], ids=lambda path: path.name
)
def test_every_mark_in_use_has_one_in_ascii(path: Path) -> None:
    used = {char for text in strings(path) for char in text if not char.isascii()} - {REPLACEMENT}
    assert not {char for char in used if not in_ascii(char).strip(UNKNOWN_CHARACTER)}
