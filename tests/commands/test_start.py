"""The wizard without a word on the command line starts as with every option at its default."""

import gc
import os

import pytest

from tui import cli
from tui.commands import start
from tui.commands.parser import parse
from tui.credentials.environment import take
from tui.workflow.wizard_options import WizardOptions


def test_nothing_said_is_every_default(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[WizardOptions] = []

    def started(options: WizardOptions) -> int:
        calls.append(options)
        return 0

    monkeypatch.setattr(start, "start", started)
    monkeypatch.setattr(gc, "disable", lambda: None)  # this process lives on
    assert cli.main([]) == 0
    arguments = parse([])
    arguments.environment = take(os.environ)
    assert arguments.run(arguments) == 0
    assert calls[0] == calls[1]
