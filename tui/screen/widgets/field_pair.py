"""Two rows of small fields beside each other where there is room, one below the other where there is not."""

from textual.containers import Container

from tui.screen.widgets.field_row import FieldRow

_BESIDE = 74
"""Columns of a form from which on two fields stand beside each other."""
_PANELS = ("-broad", "-narrow", "-small")
"""Windows in which a form has fewer columns than that, or a field stands below its label."""


class FieldPair(Container):
    """The row at the left is read first, and so are its keys."""

    DEFAULT_CSS = """
    FieldPair { height: auto; layout: vertical; }
    FieldPair.-beside { layout: horizontal; }
    FieldPair.-beside > FieldRow { width: 40; }
    FieldPair.-beside > FieldRow > Input { margin: 0 0 0 19; }
    FieldPair.-beside > .right { width: 1fr; }
    FieldPair.-beside > .right > Input { margin: 0 0 0 15; }
    """
    SCOPED_CSS = False

    def __init__(self, left: FieldRow, right: FieldRow) -> None:
        super().__init__(left, right)
        right.add_class("right")

    def on_mount(self) -> None:
        # As its width will surely be: laid out once, a step is sent once.
        is_roomy = self.app.size.width >= _BESIDE and not any(map(self.screen.has_class, _PANELS))
        self.set_class(is_roomy, "-beside")

    def on_resize(self) -> None:
        self.set_class(self.size.width >= _BESIDE, "-beside")
