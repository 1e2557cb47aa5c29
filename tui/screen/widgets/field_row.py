"""One field of a form: a label, an editor with its edges, a count or unit, and under them its help or its error."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.strip import Strip
from textual.widget import Widget

from tui.base.glyphs import CUT
from tui.screen.widgets.button_bar import say_help
from tui.screen.widgets.drawing import line, wrapped

LABEL_WIDTH = 19


class FieldRow(Widget):
    """A label and an editor, which is its one child, with edges where ``room`` says how many cells it has.

    Its help is said in one place for all fields of the page, above the buttons, and under it stands nothing but
    what is wrong. Where that place is missing (``is_alone``) the help stands under it, until an error does.
    Where the styles put the editor a line lower, as in a narrow window, what is under it begins a line lower too.

    | class | meaning |
    | :- | :- |
    | `field--label` | the label |
    | `field--help` | the help line |
    | `field--error` | the error that replaces it |
    | `field--look` | what is worth a look there instead |
    """

    DEFAULT_CSS = """
    FieldRow { height: 2; }
    FieldRow > .field--label { color: $foreground; }
    FieldRow > .field--label-here { color: $accent; text-style: bold; }
    FieldRow > .field--help { color: $text-muted; }
    FieldRow > .field--error { color: $error; text-style: bold; }
    FieldRow > .field--look { color: $warning; text-style: bold; }
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
        "field--look",
    }

    def __init__(
        self,
        title: str,
        editor: Widget,
        help_text: str,
        *,
        suffix: str = "",
        room: int = 0,
        is_alone: bool = True,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.title = title
        self._is_alone = is_alone
        if not is_alone:
            self.styles.height = "auto"
        self.editor = editor
        self.show_room(room)
        self.help_text = help_text
        self._suffix = suffix
        self._error = ""
        self._mark = "!"
        self._below = ""
        self._pointed: tuple[int, int] | None = None

    def compose(self) -> ComposeResult:
        yield self.editor

    @property
    def error(self) -> str:
        """The error that is shown, or nothing."""
        return self._error

    def show_error(self, error: str, mark: str = "!") -> None:
        """Show ``error`` under the editor with its ``mark``, or nothing."""
        if (error, mark) != (self._error, self._mark):
            self._error, self._mark = error, mark
            self._refresh_fitting()

    def show_help(self, text: str) -> None:
        """Change the help."""
        if text != self.help_text:
            self.help_text = text
            self.refresh()
            if self.editor.has_focus:
                self._say_help()

    def show_below(self, text: str) -> None:
        """Show ``text`` under the editor, and under what is wrong; nothing where it is empty."""
        if text != self._below:
            self._below = text
            self._refresh_fitting()

    def _say_help(self) -> None:
        if not self._is_alone:
            say_help(self, self.help_text)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        # Of the width alone, and never lower with a column less: else a scroll bar would come and go for ever.
        return self.editor.styles.margin.top + 1 + bool(self._marked) + len(self._lines(width))

    def _refresh_fitting(self) -> None:
        """Be drawn again, and laid out again where another height is needed."""
        size = self.size
        self.refresh(
            layout=not self._is_alone and size.height != self.get_content_height(size, size, size.width)
        )

    @property
    def _marked(self) -> tuple[int, int] | None:
        """The characters that a line between the editor and the error marks, or None."""
        return self._pointed if self._error else None

    def show_room(self, room: int) -> None:
        """Give the editor ``room`` cells between edges, or with none all there are, without edges."""
        self._room = room
        if room:
            self.editor.styles.max_width = room

    def point_at(self, part: tuple[int, int] | None) -> None:
        """Mark characters ``part`` of the editor's text on a line between it and the error, or none."""
        if part != self._pointed:
            self._pointed = part
            self._refresh_fitting()

    def show_suffix(self, suffix: str) -> None:
        """Change what stands at the right of the editor."""
        if suffix != self._suffix:
            self._suffix = suffix
            self.refresh()

    def on_resize(self) -> None:
        if self.editor.has_focus:  # what is said of it has grown: all of that is to be seen
            self.scroll_visible(animate=False)

    def on_descendant_focus(self) -> None:
        self._say_help()
        self.refresh()

    def on_descendant_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, blank = self.size.width, self.rich_style
        margin, is_last = self.editor.styles.margin, y == self.size.height - 1
        if y == 0:
            here = self.editor.has_focus_within
            label = self.get_component_rich_style("field--label-here" if here else "field--label")
            start = LABEL_WIDTH if margin.top else margin.left
            text = f"{'>' if here else ' '}{self.title}".ljust(start - 1)
            is_beside = self._room and not margin.top
            gap = max(width - start - cell_len(self._suffix), 0)
            behind = self._edges() if is_beside else " " * gap
            return line(width, [(text, label), (behind, blank), (self._suffix, blank)], blank)
        if y == margin.top:
            return line(width, [(self._edges() if self._room else "", blank)], blank)
        if self._marked and self.size.height > margin.top + 2:
            if y == margin.top + 1:
                start, end = self._marked
                marks = " " * (margin.left + start) + "^" * max(end - start, 1)
                return line(width, [(marks, self.get_component_rich_style("field--error"))], blank)
            y -= 1
        y -= margin.top + 1
        lines = self._lines(width)
        if lines and self._is_alone and self.size.height == margin.top + 2:
            lines = [(lines[0][0], self._said, lines[0][2])]
        start, shown, name = lines[y] if 0 <= y < len(lines) else (0, "", "field--help")
        if is_last and y + 1 < len(lines):
            shown = f"{shown} {CUT}"
        return line(width, [(" " * start, blank), (shown, self.get_component_rich_style(name))], blank)

    def _edges(self) -> str:
        """The edges of the editor, with its room between them."""
        return f"[{' ' * self.editor.size.width}]{'  ' if self._suffix else ''}"

    @property
    def _ink(self) -> str:
        return "field--help" if not self._error else "field--error" if self._mark == "!" else "field--look"

    @property
    def _said(self) -> str:
        return f"{self._mark} {self._error}" if self._error else self.help_text if self._is_alone else ""

    def _lines(self, width: int) -> list[tuple[int, str, str]]:
        """The lines of the error or the help: where each begins, its text, its class."""
        said = self._laid(self._said, self._ink, width)
        return [*said, *self._laid(self._below, "field--help", width)]

    def _laid(self, text: str, name: str, width: int) -> list[tuple[int, str, str]]:
        start = self.editor.styles.margin.left
        if not text:
            return []
        if self._is_alone and cell_len(text) >= width - start:
            start = min(start, max(width - 1 - cell_len(text), 1))
        return [(start, each, name) for each in wrapped(text, max(width - start - 1, 1))]
