"""The driver that draws the wizard: only what changed is sent, where that is sure."""

import contextlib
import sys
from typing import TYPE_CHECKING

from tui.screen.runtime.diff_driver import choose
from tui.storage import layer_notes

if TYPE_CHECKING:
    from tui.screen.runtime.input import WholeInput


def driver_class(*, wanted: bool) -> "type[WholeInput] | None":
    """The driver for this terminal; None leaves the choice to the toolkit."""
    base = choose(wanted=wanted).driver_class
    if base is None:
        return _reading_alone()

    class NotingDriver(base):  # type: ignore[misc, valid-type]
        """Writes down what switched it off, for ``doctor``."""

        def gave_up(self, sequence: str) -> None:
            with contextlib.suppress(OSError):
                layer_notes.keep(sequence)

    return NotingDriver


def _reading_alone() -> "type[WholeInput] | None":
    """What is typed comes whole also where all is sent; None on Windows, where the toolkit reads another way."""
    if sys.platform == "win32":
        return None
    from tui.screen.runtime.input import WholeInput

    return WholeInput


def status() -> str:
    """What ``doctor`` says of it: whether it is on here, and what last switched it off."""
    return "; ".join(filter(None, [choose().sentence(), layer_notes.sentence()]))
