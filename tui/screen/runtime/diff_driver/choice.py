"""Where the layer may be used: on by itself wherever that is sure, and never where it is not."""

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from tui.screen.runtime.diff_driver.erasing import fills

if TYPE_CHECKING:
    from tui.screen.runtime.diff_driver.driver import ThinDriver


class LayerChoice(NamedTuple):
    """Whether the layer is used, and why not; ``fills`` says that the terminal erases with the background."""

    is_on: bool
    why_not: str = ""
    fills: bool = False

    @property
    def driver_class(self) -> "type[ThinDriver] | None":
        """The driver, or None where the choice is left to Textual."""
        if not self.is_on:
            return None
        from tui.screen.runtime.diff_driver.driver import ThinDriver  # its base: Linux and macOS

        return ThinDriver

    def sentence(self) -> str:
        """What it says of itself, for people."""
        if not self.is_on:
            return f"off: {self.why_not}; all is sent as Textual writes it"
        erasing = "fills with the background" if self.fills else "is not known to fill with the background"
        return f"on: only cells that changed are sent; erasing {erasing} here"


def choose(
    *, wanted: bool = True, environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> LayerChoice:
    """Decide for this terminal; ``wanted`` is False where a person switched it off."""
    if not wanted:
        return LayerChoice(False, "switched off")
    if not (platform.startswith("linux") or platform == "darwin"):
        return LayerChoice(False, f"not tried on {platform}")
    if environment.get("TEXTUAL_DRIVER"):
        return LayerChoice(False, "TEXTUAL_DRIVER names another driver")
    return LayerChoice(True, fills=fills(environment))
