"""The wizard without a word on the command line starts as with every option at its default."""

import gc
import inspect
import os
from typing import Any

import pytest

from tui import cli
from tui.commands import wizard
from tui.commands.options import parse
from tui.credentials.environment import take


def test_nothing_said_is_every_default(monkeypatch: pytest.MonkeyPatch) -> None:
    signature = inspect.signature(wizard.run)
    calls: list[dict[str, Any]] = []

    def run(**given: Any) -> int:
        bound = signature.bind(**given)
        bound.apply_defaults()
        calls.append(bound.arguments)
        return 0

    monkeypatch.setattr(wizard, "run", run)
    monkeypatch.setattr(gc, "disable", lambda: None)  # this process lives on
    assert cli.main([]) == 0
    arguments = parse([])
    arguments.environment = take(os.environ)
    assert arguments.run(arguments) == 0
    assert calls[0] == calls[1]
