"""One field of a form: a label, an editor, a count or unit, and under them its help or its error."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from tui.base.glyphs import CUT
from tui.screen.widgets.drawing import line, wrapped

LABEL_WIDTH = 19


class FieldRow(Widget):
    """Two lines, or more where the help needs them; the editor is its one child.

    The error takes the place of the help, so nothing jumps. Where the styles put the editor a line lower, as in
    a narrow window, the help begins a line lower too.

    | class | meaning |
    | :- | :- |
    | `field--label` | the label |
    | `field--help` | the help line |
    | `field--error` | the error that replaces it |
    """

    DEFAULT_CSS = """
    FieldRow { height: 2; }
    FieldRow > .field--label { color: $foreground; }
    FieldRow > .field--label-here { text-style: bold; }
    FieldRow > .field--help { color: $text-muted; }
    FieldRow > .field--error { color: $error; text-style: bold; }
    FieldRow > Input, FieldRow > SecretField, FieldRow > FixedLine { height: 1; margin: 0 20 0 19; width: 1fr; }
    FieldRow > ChoiceRow { height: 1; margin: 0 1 0 19; width: 1fr; }
    /* The cursor and the mark at the label show the focus; another background would be a whole field to send. */
    FieldRow > Input, FieldRow > Input:focus { background: $surface; background-tint: $background 0%; }

    /* In a narrow window a field stands below its label, and its help has two lines. */
    Screen.-narrow FieldRow, Screen.-small FieldRow { height: 4; }
    Screen.-narrow FieldRow > Input, Screen.-narrow FieldRow > ChoiceRow, Screen.-narrow FieldRow > SecretField,
    Screen.-narrow FieldRow > FixedLine { margin: 1 1 0 1; }
    """
    SCOPED_CSS = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "field--label",
        "field--label-here",
        "field--help",
        "field--error",
    }

    def __init__(
        self, title: str, editor: Widget, help_text: str, *, suffix: str = "", id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.title = title
        self.editor = editor
        self.help_text = help_text
        self._suffix = suffix
        self._error = ""
        self._below = ""
        self._pointed: tuple[int, int] | None = None
        self._limits: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield self.editor

    @property
    def error(self) -> str:
        """The error that is shown, or nothing."""
        return self._error

    def show_error(self, error: str) -> None:
        """Replace the help by ``error``, or bring the help back."""
        if error != self._error:
            self._error = error
            self.refresh()

    def show_help(self, text: str) -> None:
        """Change the help line."""
        if text != self.help_text:
            self.help_text = text
            self.refresh()

    def show_below(self, text: str) -> None:
        """Show ``text`` under the help or the error; nothing where it is empty."""
        if text != self._below:
            self._below = text
            self.refresh()

    def fit(self, least: int, most: int) -> None:
        """Be as high as all that is shown needs, between ``least`` and ``most`` lines, once it is laid out."""
        self._limits = (least, most)
        if not self.size.width:
            return
        needed = self.editor.styles.margin.top + 1 + bool(self._pointed and self._error) + len(self._lines())
        wanted = max(min(needed, most), least)
        if self.size.height != wanted:
            self.styles.height = wanted

    def point_at(self, part: tuple[int, int] | None) -> None:
        """Mark characters ``part`` of the editor's text on a line between it and the error, or none."""
        if part != self._pointed:
            self._pointed = part
            self.set_class(part is not None, "-pointing")
            self.refresh()

    def show_suffix(self, suffix: str) -> None:
        """Change what stands at the right of the editor."""
        if suffix != self._suffix:
            self._suffix = suffix
            self.refresh()

    def on_resize(self) -> None:
        if self._limits is not None:
            self.fit(*self._limits)

    def on_descendant_focus(self) -> None:
        self.refresh()

    def on_descendant_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, blank = self.size.width, self.rich_style
        if y == 0:
            here = self.editor.has_focus_within
            label = self.get_component_rich_style("field--label-here" if here else "field--label")
            text = f"{'>' if here else ' '}{self.title}".ljust(LABEL_WIDTH)
            gap = max(width - LABEL_WIDTH - cell_len(self._suffix) - 1, 0)
            return line(width, [(text, label), (" " * gap, blank), (self._suffix, blank)], blank)
        margin, is_last = self.editor.styles.margin, y == self.size.height - 1
        if self._pointed and self._error and self.size.height > margin.top + 2:
            if y == margin.top + 1:
                start, end = self._pointed
                marks = " " * (margin.left + start) + "^" * max(end - start, 1)
                return line(width, [(marks, self.get_component_rich_style("field--error"))], blank)
            y -= 1
        y -= margin.top + 1
        lines = self._lines()
        if self.size.height == margin.top + 2:
            lines = [(lines[0][0], self._said, lines[0][2])]
        start, shown, name = lines[y] if 0 <= y < len(lines) else (0, "", "field--help")
        if is_last and y + 1 < len(lines):
            shown = f"{shown} {CUT}"
        return line(width, [(" " * start, blank), (shown, self.get_component_rich_style(name))], blank)

    @property
    def _said(self) -> str:
        return f"! {self._error}" if self._error else self.help_text

    def _lines(self) -> list[tuple[int, str, str]]:
        """The lines of the help or error and of what is below it: where each begins, its text, its class."""
        said = self._laid(self._said, "field--error" if self._error else "field--help")
        return [*said, *self._laid(self._below, "field--help")] if self._below else said

    def _laid(self, text: str, name: str) -> list[tuple[int, str, str]]:
        width, left = self.size.width, self.editor.styles.margin.left
        fits = cell_len(text) < width - left
        start = left if fits else min(left, max(width - 1 - cell_len(text), 1))
        return [(start, each, name) for each in wrapped(text, max(width - start - 1, 1))]
