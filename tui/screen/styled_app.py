"""An app that reads and applies its styles as late as it can: they are a good part of a start."""

from pathlib import Path
from typing import Any, ClassVar

from textual.app import App
from textual.screen import Screen


class StyledApp(App[None]):
    """Reads ``LATER_STYLES``, files beside this one, when :meth:`read_later_styles` is called."""

    LATER_STYLES: ClassVar[tuple[str, ...]] = ()
    USUAL_CLASSES: ClassVar[str] = ""
    """What a screen of the usual size is given by its breakpoints: begun with them, it is styled once."""
    _has_all_styles = False

    def read_later_styles(self) -> None:
        """Read the styles that the first screen need not wait for; again, nothing happens."""
        if not self._has_all_styles:
            self._has_all_styles = True
            self.stylesheet.read_all([Path(__file__).parent / name for name in self.LATER_STYLES])
            self.stylesheet.parse()
            if self.screen_stack:
                self.stylesheet.update(self)

    def get_default_screen(self) -> Screen[None]:
        """The first screen."""
        return Screen(id="_default", classes=self.USUAL_CLASSES)

    def refresh_css(self, animate: bool = True) -> None:
        """Not while no screen is there: the toolkit sets the theme first, and would read all styles twice."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())


def read_later_styles(app: App[Any]) -> None:
    """Read them before something is shown that the first screen has none of."""
    if isinstance(app, StyledApp):
        app.read_later_styles()
