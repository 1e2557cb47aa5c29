"""Calling hours: whose clock, how often, and when; painted on a grid or typed as text."""

from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget
from textual.widgets import Input

from tui.base.glyphs import CLOSED, OPEN, PARTLY
from tui.campaign import fields, zones
from tui.campaign.clock_changes import clock, clock_now, elsewhere
from tui.campaign.edits import EditedWeek
from tui.campaign.fields import FREQUENCY, HOURS, ZONE, Field
from tui.campaign.hours import DAY_NAMES, DAYS, MIDNIGHT, hhmm
from tui.campaign.hours_text import Reading
from tui.campaign.kinds.kind import Editor
from tui.screen.steps.form import FormStep
from tui.screen.widgets import hours_view
from tui.screen.widgets.button_bar import say_help
from tui.screen.widgets.choice import ChoiceRow
from tui.screen.widgets.field_row import FieldRow
from tui.screen.widgets.hours_field import HoursField
from tui.screen.widgets.hours_grid import HoursGrid
from tui.screen.widgets.preset_line import PresetLine
from tui.screen.widgets.zone_field import ZoneField
from tui.workflow import week_ahead
from tui.workflow.help_text import HelpText
from tui.workflow.picking import own_zones
from tui.workflow.session import Session

_REPAIRED = "The file's hours were not right. The grid shows a repair: K keeps it, F1 says what it is."
MOST_ZONES = 3
"""How many other zones are shown beside the campaign's own."""
_ALSO = "also"


class HoursStep(FormStep):
    """The grid and the text show one week: what is done in one is seen in the other at once."""

    DEFAULT_CSS = """
    #row-hours > Input { margin: 0 1 0 19; }
    #row-zone > Input { margin: 0 23 0 19; }
    Screen.-narrow #row-zone > Input { margin: 1 1 0 1; }
    Screen.-high #grid, Screen.-high #row-hours { margin-top: 1; }
    Screen.-high #presets { margin-top: 1; }
    """
    SCOPED_CSS = False
    AIR_FROM = 30
    part = fields.Section.HOURS
    GRID_KEYS = (("Space", "flip"), ("Enter", "range"), ("g", "presets"), ("u", "undo"), ("?", "keys"))
    KEEP_KEY = ("K", "keeps the repair")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_zone", "Close the field", show=False, id="hours.leave-zone"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._has_zone = False
        self._clock = ""
        self._note = ""
        self._reading = Reading(None)

    def compose(self) -> ComposeResult:
        for row in super().compose():
            if isinstance(row, FieldRow) and isinstance(row.editor, HoursField):
                grid = HoursGrid(
                    self.session.campaign.edited_week(), is_daily=self.session.draft.is_daily, id="grid"
                )
                yield grid
                yield row
                yield PresetLine(grid.presets, id="presets")
            else:
                yield row

    def suffix(self, field: Field) -> str:
        """Beside the zone, what its clock shows now."""
        zone = self.session.draft.zone
        if field.kind.editor(self.session.draft) is Editor.ZONE and zone in zones.names():
            return clock_now(zone, week_ahead.now())
        return super().suffix(field)

    def on_mount(self) -> None:
        self._show_clock()
        self.tick()
        self._show_own_zones()
        if self.session.draft.repaired:
            self.session.campaign.touched.add(HOURS.key)
            self.show_error(HOURS)
            self.show_status(_REPAIRED, error=True)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_whole_text)
        for grid in self.query(HoursGrid):  # none before the step is all there
            if grid.has_focus:  # its help may have taken the place where one is
                self.call_after_refresh(grid.scroll_visible, animate=False)

    def progress_changed(self) -> None:
        """The lists may have been read meanwhile."""
        super().progress_changed()
        self._show_own_zones()

    def _show_own_zones(self) -> None:
        """Say under the zone whose lists have another one for each person."""
        for row in self.query(f"#row-{ZONE.key}").results(FieldRow):
            row.show_below(own_zones(self.session))

    def focus_on_entry(self, key: str = "") -> None:
        """Begin where the week is painted, or with the zone where none is named; a repair is kept on the grid."""
        is_repair = key == HOURS.key and self.session.draft.is_repair
        first = "grid" if self.session.draft.zone.strip() else ZONE.key
        super().focus_on_entry("grid" if is_repair else key or first)

    def writes(self, widget: Widget) -> str:
        """The grid changes the hours."""
        return HOURS.key if isinstance(widget, HoursGrid) else super().writes(widget)

    def show_again(self, field: Field) -> bool:
        """A week that came or went is shown where it was edited, the cursor of the grid staying where it is."""
        if field.key != HOURS.key or self.screen.focused not in {self._grid, self._text}:
            return False
        self._reading = Reading(None)
        self._show_week()
        self._show_notes()
        return True

    # --- what the fields show

    def show_error(self, field: Field) -> None:
        """Point at the mistake in a text of the week as well."""
        super().show_error(field)
        row = self._row(field)
        if isinstance(row.editor, HoursField):
            draft = self.session.draft
            mistake = None if self._is_longer else draft.mistake
            row.point_at((mistake.start, mistake.end) if mistake else None)
            row.editor.offer(draft.offered_hours())
            self._show_whole_text()

    def _show_whole_text(self) -> None:
        """Show how the text reads, or all of it where its field is too short, as far as there is room.

        It is called a while after what it answers to: the step may not be all there yet, or have been left.
        """
        if not self.query(HoursField):
            return
        row, text = self._row(HOURS), self._text
        row.show_below(self._reading.said or (text.value if self._is_longer else ""))
        if text.has_focus:
            self.call_after_refresh(row.scroll_visible, animate=False)

    @property
    def _is_longer(self) -> bool:
        """Whether the text is longer than its field, once that is laid out."""
        width = self._text.size.width
        return 0 < width <= cell_len(self._text.value)

    def _row(self, field: Field) -> FieldRow:
        return self.query_one(f"#row-{field.key}", FieldRow)

    @property
    def _text(self) -> HoursField:
        return self.query_one(HoursField)

    @property
    def _grid(self) -> HoursGrid:
        return self.query_one(HoursGrid)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Those of the grid, while one is on it; in the text, the one that takes a reading."""
        if any(grid.has_focus for grid in self.query(HoursGrid)):
            return (*[self.KEEP_KEY] * self.session.draft.is_repair, *self.GRID_KEYS)
        if any(text.has_focus and text.offered for text in self.query(HoursField)):
            return (("^T", f"takes {', again '.join(self._text.offered)}"),)
        return ()

    def explain(self, key: str) -> HelpText:
        """On the grid: what it is; its keys follow on the page. Of the text: all of it as well."""
        if key == self._text.id:
            said = super().explain(key)
            return HelpText(
                said.title, (f"Now: {self._text.value or 'closed all week'}", *said.paragraphs, _TEXT_HELP)
            )
        if key != "grid":
            return super().explain(key)
        repairs = self.session.draft.repaired
        return HelpText(
            "The grid of calling hours",
            (*(["Repaired: " + " ".join(repairs)] if repairs else []), _GRID_HELP),
        )

    # --- the week

    def take(self, field: Field, value: str) -> None:
        """Look at the clock of what was typed."""
        super().take(field, value)
        self._show_clock()

    @on(ChoiceRow.Changed)
    def _frequency_chosen(self, event: ChoiceRow.Changed) -> None:
        """Each frequency brings its own week."""
        event.prevent_default()
        self.show_status(self.session.draft.choose_frequency(event.value, self._grid.days[0]))
        self._reading = Reading(None)
        self._show_week()
        self.changed(FREQUENCY.key)

    @on(Input.Changed, "HoursField")
    def _hours_typed(self, event: Input.Changed) -> None:
        event.prevent_default()
        if event.value == self.session.draft.shown_hours:
            return
        self._reading = reading = self.session.draft.type_hours(event.value)
        self.session.campaign.touched.add(HOURS.key)
        if reading.week is not None:
            self._grid.show(EditedWeek(reading.week), is_daily=self.session.draft.is_daily)
        self.show_error(HOURS)
        self.post_message(self.Changed())

    @on(HoursField.Taken)
    def _taken(self, event: HoursField.Taken) -> None:
        self.show_status(f"Taken: {event.name}." if event.name else "There is no other reading to take.")

    @on(HoursGrid.Edited)
    def _edited(self, event: HoursGrid.Edited) -> None:
        """Take the grid's week over. A text that could not be read gives way, and comes back with undo."""
        if self.session.campaign.put_week(self._grid.edited):
            self._reading = Reading(None)
            self._show_text()
        self._show_notes()
        self.show_status(event.said)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, HoursGrid | HoursField):
            self.show_status("")
        if isinstance(event.widget, HoursField):
            self._show_whole_text()
        elif isinstance(event.widget, HoursGrid):
            say_help(self, _PAINTED)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        if isinstance(event.widget, HoursField):
            self._show_week()
            self.show_status(" ".join(self._reading.notes) or self._reading.said)
        elif event.widget.id == _ALSO:
            self.call_later(self._close_also)
        if isinstance(event.widget, HoursGrid):
            self.show_status("")

    def _show_week(self) -> None:
        self._grid.show(self.session.campaign.edited_week(), is_daily=self.session.draft.is_daily)
        self.query_one(PresetLine).show(self._grid.presets)
        self._show_text()

    def _show_text(self) -> None:
        self._text.show_text(self.session.draft.shown_hours)
        if self._text.id in self.session.campaign.touched:
            self.show_error(HOURS)
        else:
            self._show_whole_text()

    # --- clocks

    @on(ZoneField.Fitting)
    def _fitting(self, event: ZoneField.Fitting) -> None:
        if event.field.id == _ALSO:
            self.query_one("#row-also", FieldRow).show_help(
                f"Enter takes {event.said}" if event.said else _ALSO_HELP
            )
            return
        if event.said:
            self._row(ZONE).show_error("")
        self._show_clock(event.said)

    def tick(self) -> None:
        """Let the clock beside the zone go on, now and at each turn of the minute."""
        for row in self.query(f"#row-{ZONE.key}").results(FieldRow):
            row.show_suffix(self.suffix(ZONE))
        self.set_timer(60 - week_ahead.now().second, self.tick)

    def _show_clock(self, fitting: str = "") -> None:
        """Show what the zone's clocks do, or the names that fit what was typed."""
        zone = self.session.draft.zone
        self._has_zone = zone in zones.names()
        self._clock = clock(zone, week_ahead.now()) if self._has_zone else ""
        self._note = f"Enter takes {fitting}" if fitting else zones.judge(zone).note if self._has_zone else ""
        self._show_notes()

    @on(HoursGrid.Moved)
    def _show_notes(self) -> None:
        """The clocks beside the grid, else under the zone; the cursor's time elsewhere beside the grid, or under it."""
        for grid in self.query(HoursGrid):
            times = self._times(grid)
            grid.show_notes(self._clock, times)
            is_elsewhere = grid.has_clock or self._note.startswith("Enter takes")
            parts = [self._note, "" if is_elsewhere else self._clock]
            self._row(ZONE).show_help(" ".join(part for part in parts if part) or ZONE.help)

    def _times(self, grid: HoursGrid) -> tuple[str, ...]:
        """The cursor's time, and the same in other zones; nothing without those."""
        also, zone = self.session.campaign.also_zones, self.session.draft.zone
        if not also or not self._has_zone:
            return ()
        past, minute = divmod(grid.cursor.place.minute, MIDNIGHT)
        day, at = (grid.days[0] + past) % len(DAYS), week_ahead.now()
        here = f"{DAY_NAMES[day]} {hhmm(minute)} here"
        return (here, *(elsewhere(zone, other, day, minute, at) for other in also))

    @on(HoursGrid.Asked)
    async def _asked(self, event: HoursGrid.Asked) -> None:
        if event.what == "text":
            self._text.focus()
            self.show_status("Type the week; Ctrl+U empties the line, Tab goes on.")
        else:
            await self._ask_zone()

    async def _ask_zone(self) -> None:
        """Ask for a zone to show beside the campaign's, where the text of the week stands otherwise."""
        if not self.query(f"#{_ALSO}"):
            self._row(HOURS).display = False
            field = ZoneField("", id=_ALSO)
            await self.mount(
                FieldRow("Also show", field, _ALSO_HELP, room=ZONE.kind.room, is_alone=False, id="row-also")
            )
            field.focus()

    @on(Input.Submitted, f"#{_ALSO}")
    @on(ZoneField.Taken, f"#{_ALSO}")
    def _also_given(self, event: Input.Submitted | ZoneField.Taken) -> None:
        event.prevent_default()
        zone, also = self.query_one(f"#{_ALSO}", ZoneField).value.strip(), self.session.campaign.also_zones
        if zone in also:
            also.remove(zone)
            self.show_status(f"{zone} is not shown any more.")
        elif zone in zones.names():
            del also[: max(len(also) + 1 - MOST_ZONES, 0)]
            also.append(zone)
            self.show_status(f"{zone} is shown; t and its name again take it away.")
        elif zone:
            self.show_status(zones.judge(zone).error, error=True)
        self._grid.focus()

    def action_leave_zone(self) -> None:
        if not self.query(f"#{_ALSO}"):
            raise SkipAction
        self._grid.focus()

    async def _close_also(self) -> None:
        await self.query("#row-also").remove()
        self.query(f"#row-{HOURS.key}").set(display=True)  # none where the step was left meanwhile


_TEXT_HELP = "What can be read in two ways is refused. Ctrl+T takes the first reading, again the next one."
_PAINTED = "Arrows stretch a range, o opens it, x closes it. e types the week instead."
_ALSO_HELP = "A zone to show the cursor's time in; one shown already goes."
_GRID_HELP = (
    f"A row is a day, a cell half an hour: {OPEN} open, {CLOSED} closed, {PARTLY} partly open (odd minutes), "
    f"{hours_view.SHAPES['night']} open at night, between 21:00 and 08:00."
)
