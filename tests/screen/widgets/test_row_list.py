"""The list that every page uses: its cursor, what it draws, and what it leaves to the page around it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.binding import ActiveBinding, Binding
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.screen.widgets.drawn import drawn
from tui.screen.widgets.fixed_line import FixedLine
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.row_list import ListRow, RowList

TAKE = Binding("enter", "choose", "Take it", show=False, id="test.take")


class Shown(App[None]):
    """A list between two fields; what it says is noted."""

    CSS = "#full { height: 1fr; } #capped { max-height: 3; }"

    def __init__(self, rows: RowList[Any]) -> None:
        super().__init__()
        self.rows = rows
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield TextField(id="before")
        yield self.rows
        yield TextField(id="after")

    def on_mount(self) -> None:
        self.rows.focus()

    def on_row_list_moved(self) -> None:
        self.said.append(f"at {self.rows.at}")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.said.append(f"chosen {event.rows.here}")


def drive(rows: RowList[Any], work: Callable[[Shown, Pilot[None]], Awaitable[None]]) -> None:
    async def run() -> None:
        app = Shown(rows)
        async with app.run_test(size=(40, 8)) as pilot:
            await pilot.pause()
            await work(app, pilot)

    asyncio.run(run())


def plain(text: str) -> ListRow:
    return ListRow(((text, ""), (" hint", "hint")))


def lines(app: App[None]) -> list[str]:
    return [line for line in drawn(app).splitlines() if line]


def test_the_cursor_moves_and_leaves_at_the_ends() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        assert lines(app) == [">one hint", " two"]
        await pilot.press("down")
        assert lines(app) == [" one", ">two hint"]
        assert app.rows.cursor_place == app.rows.content_region.offset + Offset(0, 1)
        await pilot.press("enter", "down")
        assert app.said == ["at 1", "chosen two"]
        assert app.focused is app.query_one("#after")
        assert lines(app) == [" one", " two"]
        app.rows.focus()
        await pilot.press("up", "up")
        assert app.focused is app.query_one("#before")

    drive(RowList(("one", "two"), plain, TAKE), work)


def test_a_hundred_thousand_rows_draw_what_is_in_sight() -> None:
    drawn_rows: list[int] = []

    def draw(number: int) -> ListRow:
        drawn_rows.append(number)
        return ListRow(((f"row {number}", ""),))

    async def work(app: Shown, pilot: Pilot[None]) -> None:
        assert set(drawn_rows) <= {*range(10), 99_999, *range(99_990, 100_000)}
        await pilot.press("end")
        assert lines(app) == [*(f" row {number}" for number in range(99_994, 99_999)), ">row 99999"]
        await pilot.press("pageup")
        assert lines(app)[0] == ">row 99994"
        await pilot.press("pageup", "home", "pagedown")
        assert lines(app)[-1] == ">row 5"
        assert len(set(drawn_rows)) < 50

    drive(RowList(range(100_000), draw, id="full"), work)


def test_a_row_of_several_lines_is_seen_whole_and_its_end_stands_on_the_first() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        assert lines(app) == [
            ">first    words and words   [jump]",
            "          and words",
            " second   words and words   [jump]",
        ]
        await pilot.press("down")
        assert lines(app) == [">second   words and words   [jump]", "          and words"]
        await pilot.click(app.rows, offset=(3, 1))
        assert app.said == ["at 1", "chosen second"]

    def draw(title: str) -> ListRow:
        return ListRow(((f"{title:<9}", ""),), message="words and words and words", end="[jump]")

    rows = RowList(("first", "second"), draw, id="capped")
    rows.styles.width = 35
    drive(rows, work)


@pytest.mark.parametrize("now", [("only",), ()])
def test_fewer_rows_keep_the_cursor_on_one_and_none_give_the_focus_away(now: Sequence[str]) -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press("end")
        app.rows.show(now)
        await pilot.pause()
        assert lines(app) == [f">{each} hint" for each in now]
        assert app.rows.focusable is bool(now)
        assert app.focused is (app.rows if now else app.query_one("#before"))

    drive(RowList(("one", "two", "three"), plain), work)


def test_a_window_that_grows_shows_the_rows_above_again() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.press("end")
        await pilot.resize_terminal(40, 5)
        await pilot.pause()
        assert lines(app) == [" row 7", " row 8", ">row 9"]
        await pilot.resize_terminal(40, 9)
        await pilot.pause()
        assert lines(app)[0] == " row 3"

    drive(RowList(range(10), lambda number: ListRow(((f"row {number}", ""),)), id="full"), work)


def test_text_from_outside_is_drawn_as_it_is_written_and_never_as_a_command() -> None:
    async def work(app: Shown, pilot: Pilot[None]) -> None:  # noqa: ARG001
        (only,) = lines(app)
        assert "[red]x[/red]" in only
        assert only.isprintable()

    drive(RowList(("[red]x[/red]\x1b[2J\n\x9b1m",), lambda text: ListRow(((text, ""),))), work)


def _own(app: App[None]) -> list[ActiveBinding]:
    return [each for each in app.screen.active_bindings.values() if each.node is app.focused]


def test_keys_that_lead_nowhere_in_it_are_left_to_the_page() -> None:
    class Page(App[None]):
        def compose(self) -> ComposeResult:
            with VerticalScroll():
                yield RowList(("only",), plain)
                yield FixedLine("\n".join(map(str, range(40))))

    async def run() -> None:
        app = Page()
        async with app.run_test(size=(20, 8)) as pilot:
            app.query_one(RowList).focus()
            await pilot.pause()
            assert "pagedown" not in {each.binding.key for each in _own(app)}
            await pilot.press("pagedown")
            await pilot.pause()
            assert app.query_one(VerticalScroll).scroll_target_y > 0

    asyncio.run(run())
