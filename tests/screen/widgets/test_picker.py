"""The picker under a field: rows, what was chosen, and keys; fed by hand, on a page with nothing else."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.pilot import Pilot

from tests.screen.widgets.drawn import drawn
from tui.screen.widgets.inputs import TextField
from tui.screen.widgets.pick_field import PickField
from tui.screen.widgets.picker import Picker
from tui.workflow.choices import Choice, Offered

LISTS = (
    Choice("Renewals July", ("1,204 people", "Ready", "own time zones"), people=1_204),
    Choice("Renewals August", ("0 people", "Preparing"), hindrance="can't be called yet", people=0),
    Choice("Renewals June", ("980 people", "Ready"), caution='in running "May calls"', people=980),
    Choice("Buyers Q2", ("12 people", "Ready"), people=12),
    Choice("Buyers ", ("7 people", "Ready"), people=7),
    Choice("קונים", ("3 people", "Ready"), people=3),
    Choice("[red]x[/red]\x1b[2J", ("1 person", "Ready"), people=1),
)


class Page(App[None]):
    """A field with its picker between two fields; what is picked is noted, and shown as a step does."""

    CSS = "PickField { margin: 0 0 0 18; } #before, #after { display: block; }"

    def __init__(self, offered: Offered, *, many: bool = True, chosen: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.picker = Picker("Contact lists", many=many, id="picker")
        self.picker.show_chosen(chosen)
        self.picker.show_offered(offered)
        self.said: list[str] = []
        self.chosen = chosen

    def compose(self) -> ComposeResult:
        yield TextField(id="before")
        yield PickField("" if self.picker.many else "".join(self.chosen), self.picker, id="field")
        yield self.picker
        yield TextField(id="after")

    @property
    def field(self) -> PickField:
        return self.query_one(PickField)

    def on_mount(self) -> None:
        self.picker.add_class("-open")
        self.field.focus()

    @on(Picker.Flipped)
    def _flipped(self, event: Picker.Flipped) -> None:
        kind = "typed" if event.is_typed else "row"
        self.said.append(f"{kind} {event.name!r}{' on' if event.goes_on else ''}")
        if not event.picker.many:
            self.chosen = (event.name,)
        elif event.name in self.chosen:
            self.chosen = tuple(each for each in self.chosen if each != event.name)
        else:
            self.chosen = (*self.chosen, event.name)
        self.picker.show_chosen(self.chosen)

    @on(Picker.Removed)
    def _removed(self, event: Picker.Removed) -> None:
        self.said.append(f"removed {event.at}")
        self.chosen = (*self.chosen[: event.at], *self.chosen[event.at + 1 :])
        self.picker.show_chosen(self.chosen)

    @on(Picker.Shifted)
    def _shifted(self, event: Picker.Shifted) -> None:
        names = list(self.chosen)
        names.insert(event.at + event.by, names.pop(event.at))
        self.chosen = tuple(names)
        self.picker.show_chosen(self.chosen)

    @on(Picker.Left)
    def _left(self) -> None:
        self.field.focus()

    @on(Picker.Reread)
    def _reread(self) -> None:
        self.said.append("read")


Work = Callable[[Page, Pilot[None]], Awaitable[None]]


def drive(page: Page, work: Work, size: tuple[int, int] = (80, 24)) -> None:
    async def run() -> None:
        async with page.run_test(size=size) as pilot:
            await pilot.pause()
            await work(page, pilot)

    asyncio.run(run())


def lines(page: Page) -> list[str]:
    return [line for line in drawn(page).splitlines() if line]


# --- rows


def test_typing_filters_and_what_stands_out_says_so_in_its_row() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press(*"ren")
        assert page.picker.counted() == "3 of 7 shown, 1 chosen"
        assert lines(page)[1:] == [
            "   [x] Renewals July       1,204 people  Ready      own time zones",
            "   [ ] Renewals August         0 people  ! can't be called yet",
            """  >[ ] Renewals June         980 people  ~ in running "May calls\"""",
            """   +   "ren" as typed      not on the platform""",
            " CHOSEN  1 Renewals July                                    1,204 people in all",
        ]
        await pilot.press("enter")
        assert page.said == ["row 'Renewals June'"]
        assert lines(page)[-1].endswith("2,184 people in all")

    drive(Page(Offered(LISTS, 0.0), chosen=("Renewals July",)), work)


def test_an_empty_filter_has_no_row_for_enter_and_enter_goes_on() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        assert not any(line.startswith("  >") for line in lines(page))
        assert page.field.says == (("Enter", "next field"), ("↓", "rows"))
        await pilot.press("enter")
        assert page.said == []
        await pilot.press("b")
        assert page.field.says[0] == ("Enter", "takes the row")

    drive(Page(Offered(LISTS, 0.0)), work)


def test_in_the_rows_space_flips_and_r_reads_again() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press("f5", "down", "down", "down")
        assert page.focused is page.picker
        assert page.picker.cursor_place == page.picker.content_region.offset + Offset(2, 2)
        await pilot.press("space", "r", "space")
        assert page.said == ["read", "row 'Renewals June'", "read", "row 'Renewals June'"]
        assert page.chosen == ()
        await pilot.press("up", "up", "up")
        assert page.focused is page.field

    drive(Page(Offered(LISTS, 0.0)), work)


def test_a_space_and_an_r_in_the_filter_are_letters() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press("r", "space")
        assert page.field.value == "r "
        assert page.said == []

    drive(Page(Offered(LISTS, 0.0)), work)


def test_what_is_not_there_is_taken_as_it_was_typed() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press(*"nix")
        assert lines(page)[1] == """  >+   "nix" as typed      not on the platform"""
        await pilot.press("enter")
        await pilot.press("ctrl+u", *"buy", "down", "end", "enter")
        assert page.said == ["typed 'nix'", "typed 'buy'"]
        assert "1 ~nix" in drawn(page)
        assert "2 ~buy" in drawn(page)

    drive(Page(Offered(LISTS, 0.0)), work)


def test_names_are_picked_exactly_whatever_they_hold() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press("down", *["down", "space"] * (len(LISTS) - 1))
        assert page.chosen == tuple(choice.name for choice in LISTS[1:])
        assert '[ ] "Buyers "' not in drawn(page)
        assert '[x] "Buyers "' in drawn(page)
        assert "[red]x[/red]␛[2J" in drawn(page)
        assert "\x1b" not in drawn(page)

    drive(Page(Offered(LISTS, 0.0)), work)


def test_at_most_eight_rows_are_seen_of_ten_thousand_and_the_page_stays_as_high() -> None:
    many = tuple(Choice(f"List {number}", people=1) for number in range(10_000))

    async def work(page: Page, pilot: Pilot[None]) -> None:
        assert len([line for line in lines(page) if "[ ]" in line]) == 8
        height = page.picker.size.height
        await pilot.press(*"list 9999")
        assert lines(page)[1] == "  >[ ] List 9999"
        assert page.picker.size.height == height
        await pilot.press("ctrl+u", "down", "end")
        assert lines(page)[-1] == "  >[ ] List 9999"
        await pilot.press("pageup")
        assert "  >[ ] List 9991" in lines(page)
        await pilot.press("home")
        assert lines(page)[0] == "  >[ ] List 0"

    drive(Page(Offered(many, 0.0)), work)


def test_a_click_flips_the_row_under_it() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.click(page.picker, offset=(8, 3))
        assert page.said == ["row 'Buyers Q2'"]

    drive(Page(Offered(LISTS, 0.0)), work)


# --- what was chosen


def test_tab_comes_to_what_was_chosen_where_it_is_taken_off_and_reordered() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press("tab")
        assert page.focused is page.picker
        assert " CHOSEN >1 Renewals July  2 Buyers Q2  3 ~nix             at least 1,216 people" in lines(
            page
        )
        await pilot.press("greater_than_sign")
        assert page.chosen == ("Buyers Q2", "Renewals July", "nix")
        await pilot.press("right", "less_than_sign", "x")
        assert page.chosen == ("Buyers Q2", "Renewals July")
        assert page.said == ["removed 1"]
        await pilot.press("x", "x")
        assert page.chosen == ()

    drive(Page(Offered(LISTS, 0.0), chosen=("Renewals July", "Buyers Q2", "nix")), work)


def test_tab_goes_past_rows_of_which_nothing_is_chosen() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press("tab")
        assert page.focused is page.query_one("#after")

    drive(Page(Offered(LISTS, 0.0)), work)


def test_many_that_are_chosen_take_lines_of_their_own_and_up_and_down_move_there() -> None:
    names = tuple(f"List number {number}" for number in range(10))

    async def work(page: Page, pilot: Pilot[None]) -> None:
        shown = [line for line in lines(page) if "number" in line]
        assert len(shown) == 4
        assert all(len(line) <= 60 for line in shown)
        await pilot.press("tab", "down", "x")
        assert page.said == ["removed 3"]

    drive(Page(Offered(), chosen=names), work, (60, 24))


# --- one value


def test_one_value_has_round_marks_and_enter_takes_and_goes_on() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        assert lines(page)[1] == "   (*) Renewals July       1,204 people  Ready      own time zones"
        assert page.picker.counted() == "7 of 7 shown"
        await pilot.press("down", "down", "down", "down", "enter")
        assert page.said == ["row 'Buyers Q2' on"]
        assert "   ( ) Renewals July" in drawn(page)
        assert "(*) Buyers Q2" in drawn(page)

    drive(Page(Offered(LISTS, 0.0), many=False, chosen=("Renewals July",)), work)


def test_only_five_rows_are_seen_under_one_value() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        assert len([line for line in lines(page) if "( )" in line]) == 5
        await pilot.press("down", *["down"] * 6)
        assert "  >( ) [red]x" in drawn(page)

    drive(Page(Offered(LISTS, 0.0), many=False), work)


# --- states


@pytest.mark.parametrize(
    ("offered", "said"),
    [
        (Offered(is_reading=True), "   Reading contact lists … type names meanwhile."),
        (Offered(why="HTTP 403. No scope."), "   HTTP 403. No scope."),
    ],
)  # fmt: skip
def test_it_is_of_use_at_once_while_it_is_read_and_where_it_can_t_be(offered: Offered, said: str) -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        assert lines(page) == [said]
        await pilot.press(*"nix", "enter")
        assert page.chosen == ("nix",)
        page.picker.show_offered(Offered((*LISTS, Choice("nix")), 0.0))
        await pilot.pause()
        assert "  1 nix" in drawn(page)
        assert "[x] nix" in drawn(page)

    drive(Page(offered), work)


def test_rows_that_go_while_one_is_there_give_the_focus_back() -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press("down", "down")
        assert page.focused is page.picker
        page.picker.show_offered(Offered(why="gone"))
        await pilot.pause()
        assert page.focused is page.field

    drive(Page(Offered(LISTS, 0.0)), work)


@pytest.mark.parametrize("width", [20, 30, 44, 64, 79, 80, 120])
def test_no_width_breaks_a_line(width: int) -> None:
    async def work(page: Page, pilot: Pilot[None]) -> None:
        await pilot.press(*"e", "down")
        assert all(len(line) <= width for line in lines(page))
        assert all(strip.cell_length == width for strip in page.screen._compositor.render_strips())

    drive(Page(Offered(LISTS, 0.0), chosen=tuple(choice.name for choice in LISTS)), work, (width, 40))
