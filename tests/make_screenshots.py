"""Make the pictures in ``screenshots/``: walk the real wizard in a terminal and draw what it shows.

Run from the checkout: ``python -m tests.make_screenshots``.
"""

import re
import tempfile
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from tests.end_to_end.walking import READY, create, type_basics, type_hours, type_lists, type_strategy
from tests.terminal import CHECKOUT, CTRL_N, WIZARD, Terminal
from tui.campaign.fields import Api, Mode
from tui.campaign.model import example

FOLDER = CHECKOUT / "screenshots"
CELL_WIDTH, CELL_HEIGHT = 10, 21
FOREGROUND, BACKGROUND = "e0e0e0", "121212"
_STYLE = 'font-family="Menlo, Consolas, DejaVu Sans Mono, monospace" font-size="16"'


def picture(terminal: Terminal) -> str:
    """What the terminal shows now, as SVG with nothing to load."""
    rows = terminal.cells()
    width, height = len(rows[0]) * CELL_WIDTH, len(rows) * CELL_HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 {width + 16} {height + 16}" {_STYLE}>',
        f'<rect x="-8" y="-8" width="{width + 16}" height="{height + 16}" fill="#{BACKGROUND}"/>',
    ]
    for y, cells in enumerate(rows):
        parts += _row(cells, y * CELL_HEIGHT)
    return "\n".join([*parts, "</svg>", ""])


def _row(cells: list[Any], top: int) -> Iterator[str]:
    at = 0
    for (front, back, weight), run in groupby(cells, _look):
        text = "".join(cell.data or " " for cell in run)
        if back != BACKGROUND:
            yield _box(at, len(text), top, back)
        for word in re.finditer(r"█+|[^█\s]+(?: [^█\s]+)*", text):
            start, shown = at + word.start(), word.group()
            if shown[0] == "█":
                yield _box(start, len(shown), top, front)
                continue
            yield (
                f'<text x="{start * CELL_WIDTH}" y="{top + 16}" textLength="{len(shown) * CELL_WIDTH}" '
                f'fill="#{front}"{weight}>{escape(shown)}</text>'
            )
        at += len(text)


def _box(at: int, cells: int, top: int, color: str) -> str:
    left, width = at * CELL_WIDTH, cells * CELL_WIDTH
    return f'<rect x="{left}" y="{top}" width="{width}" height="{CELL_HEIGHT}" fill="#{color}"/>'


def _look(cell: Any) -> tuple[str, str, str]:
    front = FOREGROUND if cell.fg == "default" else cell.fg
    back = BACKGROUND if cell.bg == "default" else cell.bg
    front, back = (back, front) if cell.reverse else (front, back)
    return front, back, ' font-weight="bold"' if cell.bold else ""


def main() -> None:
    """Walk through every step and keep a picture of each."""
    document = example(Mode.PROGRESSIVE, Api.V1)
    hours = document["dialingStrategy"]["callingHours"]
    hours["days"] = [
        {"day": day, "start": start, "end": end}
        for day in ("MO", "TU", "WE", "TH", "FR")
        for start, end in (("9:00 AM", "1:00 PM"), ("2:00 PM", "6:00 PM"))
    ] + [{"day": "SA", "start": "10:00 AM", "end": "2:00 PM"}]
    steps = {
        "2-basics": type_basics,
        "3-contact-lists": type_lists,
        "4-dialing-strategy": type_strategy,
        "5-calling-hours": type_hours,
    }
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal((*WIZARD, "--practice"), env={"HOME": home}) as terminal,
    ):
        terminal.wait_for("127.0.0.1:")
        keep(terminal, "1-connection")
        for name, typed in steps.items():
            terminal.send(CTRL_N)
            typed(terminal, document)
            keep(terminal, name)
        terminal.send(CTRL_N)
        terminal.wait_for("Nothing stops this campaign")
        keep(terminal, "6-review")
        terminal.send(CTRL_N)
        terminal.wait_for(READY)
        create(terminal)
        keep(terminal, "7-submit")


def keep(terminal: Terminal, name: str) -> None:
    """Write the picture once the screen has come to rest."""
    terminal.settle()
    path = FOLDER / f"{name}.svg"
    path.write_text(picture(terminal), encoding="utf-8")
    print(path.relative_to(CHECKOUT))


if __name__ == "__main__":
    main()
