"""Text that is shown: what was said last, in the room it takes."""

import asyncio

import pytest
from textual.app import App, ComposeResult

from tests.screen.widgets.drawn import drawn
from tui.screen.widgets.fixed_line import FixedLine

_COUNTS = [("  2 s", "  3 s"), ("  9 s", " 10 s"), ("waiting", "waited"), ("", "now")]
_GROWS = [("short", "so long that it wraps"), ("a\nb", "c")]


class Shown(App[None]):
    CSS = "FixedLine { height: auto; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        yield FixedLine(self.text)
        yield FixedLine("below")


@pytest.mark.parametrize(
    ("before", "after", "is_laid_out"),
    [*((*pair, False) for pair in _COUNTS), *((*pair, True) for pair in _GROWS)],
)
def test_a_line_that_counts_lays_nothing_out(before: str, after: str, is_laid_out: bool) -> None:
    async def run() -> None:
        app = Shown(before)
        async with app.run_test(size=(12, 5)) as pilot:
            changed = app.query(FixedLine).first()
            changed.show(after)
            assert changed._layout_required is is_laid_out
            await pilot.pause()
            assert drawn(app).split() == [*after.split(), "below"]

    asyncio.run(run())
