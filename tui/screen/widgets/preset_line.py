"""The weeks that can be chosen whole, each with its digit and what it gives, and the key that asks for one."""

from typing import ClassVar

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from tui.campaign.edits import Preset
from tui.screen.widgets.drawing import Piece, line

_KEY = "g"
_NAME = "presets"
_START = len(f" {_KEY} {_NAME}  ")
_GAP = 2


class PresetLine(Widget):
    """``g presets  1 Mo-Fr 9-18  2 with lunch``; none of them is cut where it takes more than one line.

    | class | meaning |
    | :- | :- |
    | `preset--key` | the key |
    | `preset--name` | what it is for, and the presets: in one style, for few bytes |
    """

    DEFAULT_CSS = """
    PresetLine { height: auto; }
    PresetLine > .preset--key { color: $accent; text-style: bold; }
    PresetLine > .preset--name { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"preset--key", "preset--name"}

    def __init__(self, presets: tuple[Preset, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._presets = presets

    def show(self, presets: tuple[Preset, ...]) -> None:
        """Show other ones."""
        if presets != self._presets:
            width = self.size.width
            before = len(self._rows(width))
            self._presets = presets
            self.refresh(layout=len(self._rows(width)) != before)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        return len(self._rows(width))

    def _rows(self, width: int) -> list[list[str]]:
        """Those of each line, with their digits."""
        rows: list[list[str]] = [[]]
        left = width - _START
        for at, preset in enumerate(self._presets, 1):
            needed = cell_len(preset.name) + len(f"{at} ")
            if needed > left and rows[-1]:
                rows.append([])
                left = width - _START
            rows[-1].append(f"{at} {preset.name}")
            left -= needed + _GAP
        return rows

    def render_line(self, y: int) -> Strip:
        key, name = (self.get_component_rich_style(f"preset--{ink}") for ink in ("key", "name"))
        rows = self._rows(self.size.width)
        pieces: list[Piece] = [(f" {_KEY}", key), (f" {_NAME}  ", name)] if y == 0 else [(" " * _START, name)]
        pieces += [((" " * _GAP).join(rows[y]) if y < len(rows) else "", name)]
        return line(self.size.width, pieces, self.rich_style)
