"""A value that is shown and can't be changed here."""

from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.drawing import line, wrapped


class FixedLine(Widget):
    """Text in the place of an editor, or a short paragraph; wrapped, never markup."""

    def __init__(self, text: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text

    def show(self, text: str) -> None:
        """Change the text; the height follows."""
        if text != self.text:
            self.text = text
            self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as the text takes."""
        return len(wrapped(self.text, max(width, 1)))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the text."""
        lines = wrapped(self.text, max(self.size.width, 1))
        return line(self.size.width, [(lines[y] if y < len(lines) else "", self.rich_style)], self.rich_style)
