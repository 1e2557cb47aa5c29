"""A library that is left out while another is loaded."""

import importlib
import sys

import pytest

from tui.base.absent import absent


def test_it_can_not_be_imported_meanwhile_and_can_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "this", raising=False)
    with pytest.raises(ImportError), absent("this"):
        importlib.import_module("this")
    assert "this" not in sys.modules


def test_one_that_is_loaded_stays() -> None:
    with absent("json"):
        assert importlib.import_module("json") is sys.modules["json"]
    assert "json" in sys.modules
