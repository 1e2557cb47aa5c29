"""The driver that draws the wizard: only what changed is sent, where that is sure."""

import contextlib
from typing import TYPE_CHECKING

from tui.records import thin_notes
from tui.thin import choose

if TYPE_CHECKING:
    from tui.thin.driver import ThinDriver


def driver_class(*, wanted: bool) -> "type[ThinDriver] | None":
    """The driver for this terminal; None leaves the choice to the toolkit."""
    base = choose(wanted=wanted).driver_class
    if base is None:
        return None

    class NotingDriver(base):  # type: ignore[misc, valid-type]
        """Writes down what switched it off, for ``doctor``."""

        def gave_up(self, sequence: str) -> None:
            with contextlib.suppress(OSError):
                thin_notes.keep(sequence)

    return NotingDriver


def status() -> str:
    """What ``doctor`` says of it: whether it is on here, and what last switched it off."""
    return "; ".join(filter(None, [choose().sentence(), thin_notes.sentence()]))
