"""An app that reads its styles as late as it can: parsing them is a good part of a start."""

from pathlib import Path
from typing import ClassVar

from textual.app import App


class StyledApp(App[None]):
    """Reads ``LATER_STYLES``, files beside this one, when :meth:`read_later_styles` is called."""

    LATER_STYLES: ClassVar[tuple[str, ...]] = ()
    _has_all_styles = False

    def read_later_styles(self) -> None:
        """Read the styles that the first screen need not wait for; again, nothing happens."""
        if not self._has_all_styles:
            self._has_all_styles = True
            self.stylesheet.read_all([Path(__file__).parent / name for name in self.LATER_STYLES])
            self.stylesheet.parse()
            if self.screen_stack:
                self.stylesheet.update(self)

    def refresh_css(self, animate: bool = True) -> None:
        """Not while no screen is there: the toolkit sets the theme first, and would read all styles twice."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
