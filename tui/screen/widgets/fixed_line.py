"""A value that is shown and can't be changed here."""

from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line, wrapped


class FixedLine(Widget):
    """Text in the place of an editor, or a short paragraph; wrapped, never markup."""

    DEFAULT_CSS = """
    FixedLine { height: auto; }
    FixedLine.heading { text-style: bold; margin: 0 1; }
    FixedLine.paragraph { margin: 0 1 1 1; }
    FixedLine.note { margin: 1 1 0 19; color: $text-muted; }
    FixedLine.note-line { margin: 0 1; }
    FixedLine.course { margin: 1; color: $text-muted; }
    FixedLine.foot { dock: bottom; height: auto; max-height: 3; }
    FixedLine.verdict, FixedLine.found { text-style: bold; margin: 0 1 1 1; }
    FixedLine.named { text-style: bold; margin: 0 1; }
    FixedLine.overlook { text-style: bold; }
    FixedLine.warning { color: $warning; text-style: bold; }
    FixedLine.accepted { color: $success; }
    FixedLine.unknown, FixedLine.refused, FixedLine.unauthorised, FixedLine.rate-limited { color: $error; }
    Screen.-narrow FixedLine.note { margin-left: 1; }
    """
    SCOPED_CSS = False

    def __init__(self, text: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text
        self._wrapped: tuple[int, list[str]] = (0, [])

    def show(self, text: str) -> None:
        """Change the text; the height follows, and where it stays nothing is laid out."""
        if text != self.text:
            width = self.size.width
            before = len(self._lines(width))
            self.text = text
            self._wrapped = (0, [])
            self.refresh(layout=not width or len(self._lines(width)) != before)

    def _lines(self, width: int) -> list[str]:
        """The text wrapped to ``width``; wrapped once, since a long answer has thousands of lines."""
        if self._wrapped[0] != width:
            self._wrapped = (width, wrapped(self.text, max(width, 1)))
        return self._wrapped[1]

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        lines = self._lines(self.size.width)
        return line(self.size.width, [(lines[y] if y < len(lines) else "", self.rich_style)], self.rich_style)
