"""The thin layer draws the wizard unless it is switched off, and what switches it off is told."""

import pytest
from textual.drivers.linux_driver import LinuxDriver

from tests.terminal import WIZARD, Terminal
from tui.commands import doctor
from tui.screen.runtime import drivers
from tui.screen.runtime.diff_driver.driver import ThinDriver
from tui.screen.runtime.input import WholeInput


def test_only_what_changed_is_sent_unless_told_otherwise() -> None:
    sizes = {}
    for flag in ([], ["--no-thin"]):
        with Terminal((*WIZARD, *flag), env={"COLORTERM": "truecolor"}) as terminal:
            terminal.begin_new()
            terminal.settle()
            sizes[bool(flag)] = len(terminal.raw)
    assert sizes[False] < 4096 < sizes[True]


def test_off_sends_as_the_toolkit_does_and_reads_whole_all_the_same() -> None:
    driver = drivers.driver_class(wanted=False)
    assert driver is WholeInput
    assert driver.write is LinuxDriver.write


def test_what_switched_it_off_is_told() -> None:
    assert "not understood" not in drivers.status()
    driver = drivers.driver_class(wanted=True)
    assert driver is not None
    assert issubclass(driver, ThinDriver)
    driver.gave_up(driver.__new__(driver), "\x1b[5W")
    assert r"'\x1b[5W' was not understood" in drivers.status()
    assert drivers.status() == doctor.report({})["terminal"]["only changed cells"]


def test_a_full_disk_does_not_stop_the_wizard(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = drivers.driver_class(wanted=True)
    assert driver is not None
    assert issubclass(driver, ThinDriver)

    def full(sequence: str) -> None:
        raise OSError(28, "No space left on device", sequence)

    monkeypatch.setattr(drivers.layer_notes, "keep", full)
    driver.gave_up(driver.__new__(driver), "\x1b[5W")
