"""A line that counts while one waits: each change is drawn where it is, a few cells, and nothing else."""

from rich.cells import cell_len
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.screen.widgets.drawing import line


class LiveLine(Widget):
    """One line that changes often; refreshes only the cells that differ."""

    DEFAULT_CSS = """
    LiveLine { height: 1; padding-left: 1; }
    """

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.text = text

    def show(self, text: str) -> None:
        """Change the text."""
        before, self.text = self.text, text
        if before != text:
            start, end = changed(before, text)
            self.refresh(Region(start, 0, end - start, 1))

    def render_line(self, y: int) -> Strip:
        """Draw it."""
        return line(self.size.width, [(self.text, self.rich_style)] if not y else [], self.rich_style)


def changed(before: str, after: str) -> tuple[int, int]:
    """From which cell to which ``after`` looks different from ``before``, which must differ."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    start, end = cell_len(after[:same]), max(cell_len(before), cell_len(after))
    if cell_len(before) == cell_len(after):
        tail = 0
        while tail < min(len(before), len(after)) - same and before[-1 - tail] == after[-1 - tail]:
            tail += 1
        end -= cell_len(after[len(after) - tail :])
    return start, end
