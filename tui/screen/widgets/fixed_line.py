"""A value that is shown and can't be changed here."""

from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line, wrapped


class FixedLine(Widget):
    """Text in the place of an editor, or a short paragraph; wrapped, never markup."""

    def __init__(self, text: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text
        self._wrapped: tuple[int, list[str]] = (0, [])

    def show(self, text: str) -> None:
        """Change the text; the height follows."""
        if text != self.text:
            self.text = text
            self._wrapped = (0, [])
            self.refresh(layout=True)

    def _lines(self, width: int) -> list[str]:
        """The text wrapped to ``width``; wrapped once, since a long answer has thousands of lines."""
        if self._wrapped[0] != width:
            self._wrapped = (width, wrapped(self.text, max(width, 1)))
        return self._wrapped[1]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as the text takes."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        lines = self._lines(self.size.width)
        return line(self.size.width, [(lines[y] if y < len(lines) else "", self.rich_style)], self.rich_style)
